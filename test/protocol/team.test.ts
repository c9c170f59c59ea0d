import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  ExecuteCommandRequest,
  FileChangeType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { LETTER_WITH_FINDINGS as LETTER } from '../support/letters.ts';
import { Client, PULL, PUSH } from './support/client.ts';

const HEADING = { line: 13, character: 0 };

/** What VS Code can do, as far as this matters here. */
const EVERYTHING: ClientCapabilities = {
  ...PULL,
  workspace: {
    applyEdit: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** A client's side: what it receives, and what it answers. */
class Side {
  readonly published = new Map<string, readonly Diagnostic[]>();
  readonly messages: string[] = [];
  readonly registrations: Registration[] = [];
  readonly applied: WorkspaceEdit[] = [];
  readonly asked: string[] = [];
  /** What `imr/readFile` answers; null: the client does not answer it. */
  files: Map<string, string> | null = null;
  settings: Record<string, string> = {};
  refreshes = 0;

  readonly prepare = (connection: ProtocolConnection): void => {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.messages.push(message));
    connection.onRequest(
      RegistrationRequest.type,
      ({ registrations }) => void this.registrations.push(...registrations),
    );
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    connection.onRequest('imr/readFile', ({ uri }: { uri: string }) => {
      this.asked.push(uri);
      return this.files?.get(uri) ?? null;
    });
  };
}

let folder: string;
let side: Side;
let client: Client;
const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, value: unknown): void =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-team-'));
  side = new Side();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

async function start(capabilities: ClientCapabilities, uri = pathToFileURL(folder).href): Promise<void> {
  const workspaceFolders = [{ uri, name: 'letters' }];
  const initializationOptions = { readsFiles: side.files !== null };
  client = await Client.start(capabilities, side.prepare, { workspaceFolders, initializationOptions });
}

const items = (report: DocumentDiagnosticReport): readonly Diagnostic[] => (report.kind === 'full' ? report.items : []);
const severities = async (uri: string): Promise<readonly unknown[]> =>
  items(await client.pull(uri)).map(({ code, severity }) => [code, severity]);
const tell = (name: string): Promise<void> =>
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: at(name), type: FileChangeType.Changed }],
  });

describe('a .imr.json', () => {
  it('wins over the user’s settings, and takes effect when it changes', async () => {
    write('.imr.json', { rules: { 'missing-decision': 'hint' } });
    side.settings = { 'missing-decision': 'warning' };
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    const before = await client.pull(at('a.txt'));
    expect(items(before)).toMatchObject([{ code: 'missing-decision', severity: 4 }]);

    write('.imr.json', { rules: { 'missing-decision': 'off' } });
    await tell('.imr.json');
    await expect.poll(() => side.refreshes).toBeGreaterThan(0);
    expect(await client.pull(at('a.txt'), before.resultId)).toMatchObject({ kind: 'full', items: [] });

    write('.imr.json', {});
    await tell('.imr.json');
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 2]]);
    side.settings = {};
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
    expect(side.registrations.map(({ method }) => method)).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });

  it('counts as it is in the editor, before it is saved', async () => {
    write('.imr.json', '{}');
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
    await client.open(at('.imr.json'), '{ "rules": { "missing-decision": "information" } }');
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 3]]);
    await client.close(at('.imr.json'));
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
  });

  it('has its own mistakes marked in it, for every client alike; the rest counts', async () => {
    write('.imr.json', '{\n  "rules": { "mising-decision": "off", "missing-decision": "hint" }\n}');
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 4]]);
    await expect
      .poll(() => side.published.get(at('.imr.json')))
      .toMatchObject([
        {
          source: 'imr',
          severity: 2,
          message: expect.stringContaining('“missing-decision”'),
          range: { start: { line: 1, character: 13 }, end: { line: 1, character: 30 } },
        },
      ]);
    write('.imr.json', '{}');
    await tell('.imr.json');
    await expect.poll(() => side.published.get(at('.imr.json'))).toEqual([]);
    expect([...side.published.keys()]).toEqual([at('.imr.json')]);
  });

  it('works in a client that only takes what is pushed, and watches nothing', async () => {
    write('.imr.json', '{ "rules": { "missing-decision": "hint" }');
    await start(PUSH);
    await client.open(at('a.txt'), LETTER);
    await expect.poll(() => side.published.get(at('a.txt'))).toMatchObject([{ code: 'missing-decision', severity: 4 }]);
    await expect.poll(() => side.published.get(at('.imr.json'))).toMatchObject([{ severity: 1 }]);
    write('.imr.json', {});
    await client.edit(at('a.txt'), 2, { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, '\n');
    await expect.poll(() => side.published.get(at('a.txt'))).toMatchObject([{ code: 'missing-decision', severity: 1 }]);
    await expect.poll(() => side.published.get(at('.imr.json'))).toEqual([]);
    expect(side.registrations).toEqual([]);
  });

  it('is read by the client where the server cannot: each file once, until it changes', async () => {
    const letter = 'vscode-vfs://github/team/letters/a.txt';
    const config = 'vscode-vfs://github/team/.imr.json';
    side.files = new Map([[config, '{ "rules": { "missing-decision": "hint" } }']]);
    await start(EVERYTHING, 'vscode-vfs://github/team');
    await client.open(letter, LETTER);
    expect(await severities(letter)).toEqual([['missing-decision', 4]]);
    const asked = side.asked.length;
    expect(new Set(side.asked).size).toBe(asked);
    await client.edit(letter, 2, { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, '\n');
    expect(await severities(letter)).toEqual([['missing-decision', 4]]);
    expect(side.asked).toHaveLength(asked);
    side.files.delete(config);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: config, type: FileChangeType.Deleted }],
    });
    expect(await severities(letter)).toEqual([['missing-decision', 1]]);
  });
});

describe('a finding', () => {
  it('is put aside with a reason, stays so while the letter changes, and comes back when its words change', async () => {
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    await putAside(at('a.txt'), 'The cover letter decides it');
    const [edit] = side.applied;
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: at('.imr-ignore.json') },
      { textDocument: { uri: at('.imr-ignore.json'), version: null } },
    ]);
    const text = textOf(edit);
    expect(JSON.parse(text)).toEqual({
      putAside: [
        {
          rule: 'missing-decision',
          letter: 'a.txt',
          reason: 'The cover letter decides it',
          date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          fingerprint: expect.stringMatching(/^v1:[0-9a-f]{32}$/),
        },
      ],
    });
    write('.imr-ignore.json', text);
    await tell('.imr-ignore.json');
    expect(await severities(at('a.txt'))).toEqual([]);

    // A line more at the top, and another wrapping, do not bring it back.
    await client.edit(at('a.txt'), 2, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n\n');
    await client.edit(at('a.txt'), 3, { start: { line: 15, character: 6 }, end: { line: 15, character: 7 } }, '\n');
    expect(await severities(at('a.txt'))).toEqual([]);
    await client.edit(at('a.txt'), 4, { start: { line: 15, character: 0 }, end: { line: 15, character: 3 } }, 'CT');
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
  });

  it('that was put aside is brought back, and everything else in the file stays', async () => {
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    const [argument] = (await actions(at('a.txt'))).find(({ command }) => command?.command === 'imr.putAside')?.command
      ?.arguments ?? [undefined];
    const { fingerprint } = Object.assign({ fingerprint: '' }, argument);
    const entry = (letter: string) =>
      JSON.stringify({ rule: 'missing-decision', letter, reason: 'r', date: '2026-01-02', fingerprint });
    const source = `{\n  // ours\n  "putAside": [\n    ${entry('a.txt')},\n    ${entry('b.txt')}\n  ]\n}\n`;
    write('.imr-ignore.json', source);
    await tell('.imr-ignore.json');
    expect(await severities(at('a.txt'))).toEqual([]);
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'imr.bringBack',
      arguments: [{ uri: at('a.txt'), rule: 'missing-decision', fingerprint }],
    });
    const [edit] = side.applied;
    expect(edit?.documentChanges).toHaveLength(1);
    expect(textOf(edit)).not.toContain('b.txt');
    const ranges = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    expect(ranges.map((each) => ('range' in each ? each.range.start.line : -1))).toEqual([expect.any(Number)]);
  });

  it('has its rule turned down for the team, in the file beside the letter', async () => {
    write('.imr.json', '{\n  // ours\n  "rules": {}\n}\n');
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    expect(
      await client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'imr.setTeamRule',
        arguments: [{ uri: at('a.txt'), rule: 'missing-decision', severity: 'hint' }],
      }),
    ).toEqual({ uri: at('.imr.json') });
    expect(textOf(side.applied[0])).toMatch(/"missing-decision": "hint"/);
    // What is no severity changes nothing.
    expect(
      await client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'imr.setTeamRule',
        arguments: [{ uri: at('a.txt'), rule: 'missing-decision', severity: 'loud' }],
      }),
    ).toBeNull();
    expect(side.applied).toHaveLength(1);
  });

  it('that was put aside leaves an entry that is marked in the open file when it is no longer needed', async () => {
    const entry = {
      rule: 'missing-decision',
      letter: 'a.txt',
      reason: '',
      date: '',
      fingerprint: `v1:${'0'.repeat(32)}`,
    };
    const source = `{\n  "putAside": [\n    ${JSON.stringify(entry)},\n    ${JSON.stringify({ ...entry, letter: 'b.txt' })}\n  ]\n}`;
    write('.imr-ignore.json', source);
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
    expect(side.published.get(at('.imr-ignore.json'))).toBeUndefined();
    await client.open(at('.imr-ignore.json'), source);
    expect(await severities(at('a.txt'))).toEqual([['missing-decision', 1]]);
    await expect
      .poll(() => side.published.get(at('.imr-ignore.json')))
      .toMatchObject([{ severity: 3, range: { start: { line: 2 } }, message: expect.stringContaining('a.txt') }]);
    await client.close(at('.imr-ignore.json'));
    await expect.poll(() => side.published.get(at('.imr-ignore.json'))).toEqual([]);
  });

  it('is put aside without a reason, beside what is in the file already, in a client that cannot create files', async () => {
    write('.imr-ignore.json', '{\n  // ours\n  "putAside": []\n}\n');
    await start({ ...PUSH, workspace: { applyEdit: true } });
    await client.open(at('a.txt'), LETTER);
    await putAside(at('a.txt'));
    expect(side.applied[0]?.documentChanges).toMatchObject([
      { textDocument: { uri: at('.imr-ignore.json') }, edits: [{ range: { start: { line: 2, character: 15 } } }] },
    ]);
  });

  it('is not put aside in a file with mistakes; a message says why', async () => {
    write('.imr-ignore.json', '{ "putAside": [');
    await start(EVERYTHING);
    await client.open(at('a.txt'), LETTER);
    expect(await putAside(at('a.txt'))).toBeNull();
    expect(side.applied).toEqual([]);
    expect(side.messages).toEqual([
      'Nothing was put aside: .imr-ignore.json cannot be changed, because it has mistakes; correct them first.',
    ]);
  });

  it.each([
    ['untitled:Untitled-1', LETTER, null],
    ['untitled:Untitled-1', `Case Number: CM16-0990101\n\n${LETTER}`, 'CM16-0990101'],
    ['untitled:/letters/draft.txt', LETTER, 'draft.txt'],
  ])('is put aside in a letter that was never saved only under a name that stays: %s', async (uri, text, name) => {
    await start(EVERYTHING);
    await client.open(uri, text);
    await putAside(uri, undefined, text === LETTER ? HEADING : { line: HEADING.line + 2, character: 0 });
    expect(side.applied.map((edit) => /"letter": "(.*?)"/.exec(textOf(edit))?.[1])).toEqual(
      name === null ? [] : [name],
    );
    expect(side.messages).toEqual(
      name !== null
        ? []
        : [
            'Nothing was put aside, because this letter has no name yet. Write its case number, or save it; then put the finding aside.',
          ],
    );
  });

  it('is not offered to be put aside to a client that changes no files', async () => {
    await start(PUSH);
    await client.open(at('a.txt'), LETTER);
    expect((await actions(at('a.txt'))).filter(({ command }) => command?.command === 'imr.putAside')).toEqual([]);
  });
});

async function actions(uri: string, heading = HEADING): Promise<readonly CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: heading, end: heading },
    context: { diagnostics: [] },
  });
  return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
}

async function putAside(uri: string, reason?: string, heading = HEADING): Promise<unknown> {
  const action = (await actions(uri, heading)).find(({ command }) => command?.command === 'imr.putAside');
  expect(action?.title).toMatch(/^Put aside “.+”: This issue has no decision.*…$/);
  const [argument]: readonly unknown[] = action?.command?.arguments ?? [];
  expect(argument).toMatchObject({ uri, rule: 'missing-decision' });
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'imr.putAside',
    arguments: [reason === undefined ? argument : Object.assign({ reason }, argument)],
  });
}

function textOf(edit: WorkspaceEdit | undefined): string {
  const texts = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return texts.map((each) => ('newText' in each ? each.newText : '')).join('');
}
