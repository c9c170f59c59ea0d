import { afterEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentSymbolRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL, PUSH } from './support/client.ts';

const LONG = 'file:///letters/long.txt';
const SHORT = 'file:///letters/short.txt';
const REFRESHED: ClientCapabilities = { ...PULL, workspace: { diagnostics: { refreshSupport: true } } };

/** One issue after the other, the last one without its decision; more than is done in one go. */
const [OPENING = '', ISSUE = ''] = CLEAN_LETTER.split(/(?=MRI of the left knee: Upheld)/);
const LONG_LETTER = `${OPENING}${`${ISSUE}\n`.repeat(800)}${ISSUE.replace(': Upheld', '').replace('is no', 'is is no')}`;
const AT_HEADING = at(LONG_LETTER.lastIndexOf('MRI of the left knee'));

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
});

describe('a long letter', () => {
  it('lets everything else be answered while it is checked', async () => {
    client = await Client.start(PULL);
    const order: string[] = [];
    const done = (name: string) => () => order.push(name);
    await client.open(LONG, LONG_LETTER);
    await client.open(SHORT, LETTER_WITH_FINDINGS);
    const findings = client.pull(LONG);
    const others = [
      client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: LONG } }).then(done('outline')),
      client.pull(SHORT).then(done('short')),
    ];
    await client.edit(SHORT, 2, START, 'A word. ');
    others.push(client.pull(SHORT).then(done('edited')));
    await Promise.all([findings.then(done('long')), ...others]);
    expect(order.at(-1)).toBe('long');
    expect(order).toHaveLength(4);
    expect(rules(await findings)).toEqual(expect.arrayContaining(['missing-decision', 'repeated-text']));
  });

  it('shows first what it lacks, and the rest when it is there, to a client that can be asked to pull again', async () => {
    let refreshed = (): void => {};
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    client = await Client.start(REFRESHED, (connection) =>
      connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed()),
    );
    await client.open(LONG, LONG_LETTER);
    const first = await client.pull(LONG);
    expect(rules(first)).toContain('missing-decision');
    expect(rules(first)).not.toContain('repeated-text');
    await refresh;
    const whole = await client.pull(LONG, first.resultId);
    expect(rules(whole)).toEqual(expect.arrayContaining(['missing-decision', 'repeated-text']));
    expect(await client.pull(LONG, whole.resultId)).toMatchObject({ kind: 'unchanged' });
  });

  it('has quick fixes for what has been found, before all has', async () => {
    client = await Client.start({ ...PULL, workspace: { applyEdit: true } });
    await client.open(LONG, LONG_LETTER);
    const order: string[] = [];
    const findings = client.pull(LONG).then(() => order.push('findings'));
    const asked = client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: LONG },
      range: AT_HEADING,
      context: { diagnostics: [] },
    });
    await Promise.all([findings, asked.then(() => order.push('fixes'))]);
    expect(order).toEqual(['fixes', 'findings']);
    const titles = ((await asked) ?? []).map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringMatching(/^Put aside “.+”: This issue has no decision.*…$/));
  });

  it('is repaired whole where all is to be repaired', async () => {
    client = await Client.start(PULL);
    await client.open(LONG, LONG_LETTER);
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: LONG },
      range: AT_HEADING,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    const [all] = (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
    expect(all?.title).toBe('Make 1 safe repair');
  });

  it('is answered as it is when the answer comes, however much was typed meanwhile', async () => {
    client = await Client.start(PULL);
    await client.open(LONG, LONG_LETTER);
    const asked = [client.pull(LONG)];
    for (let version = 2; version < 12; version++) {
      await client.edit(LONG, version, START, 'x');
      asked.push(client.pull(LONG));
    }
    const reports = await Promise.all(asked);
    // What applies to it may change meanwhile, when the dictionary comes; the text is the last one.
    const texts = reports.map(({ resultId = '' }) => resultId.split(':')[1]);
    expect(new Set(texts).size).toBe(1);
    const { resultId = '' } = await client.pull(LONG);
    expect(resultId.split(':')[1]).toBe(texts[0]);
  });

  it('is pushed in the same way: first what it lacks, then the whole, each with its version', async () => {
    const published: (readonly [version: number | undefined, rules: readonly unknown[]])[] = [];
    client = await Client.start(PUSH, (connection) => listen(connection, published));
    await client.open(LONG, LONG_LETTER);
    await expect.poll(() => published.length).toBeGreaterThan(1);
    expect(published[0]).toEqual([1, ['missing-decision']]);
    expect(published[1]).toEqual([1, expect.arrayContaining(['missing-decision', 'repeated-text'])]);
    await client.close(LONG);
    await expect.poll(() => published.at(-1)).toEqual([undefined, []]);
  });

  it('that is longer than any is not read, and says so', async () => {
    client = await Client.start(PULL);
    await client.open(LONG, LETTER_WITH_FINDINGS + ' '.repeat(10_000_001));
    expect(await client.pull(LONG)).toMatchObject({
      items: [{ severity: 3, message: 'This document is longer than 10 MB, and no letter is. It is not checked.' }],
    });
    const end = { start: { line: 13, character: 20 }, end: { line: 9_000, character: 0 } };
    await client.edit(
      LONG,
      2,
      end,
      LETTER_WITH_FINDINGS.slice(LETTER_WITH_FINDINGS.indexOf('MRI of the left knee') + 20),
    );
    expect(rules(await client.pull(LONG))).toEqual(['missing-decision']);
  });

  it('that is closed while it is checked has no findings', async () => {
    client = await Client.start(PULL);
    await client.open(LONG, LONG_LETTER);
    const asked = client.pull(LONG);
    await client.close(LONG);
    expect(await asked).toEqual({ kind: 'full', items: [] });
  });
});

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function at(offset: number): Range {
  const before = LONG_LETTER.slice(0, offset).split('\n');
  const place = { line: before.length - 1, character: (before.at(-1) ?? '').length };
  return { start: place, end: place };
}

function rules(report: DocumentDiagnosticReport): readonly unknown[] {
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

function listen(
  connection: ProtocolConnection,
  published: (readonly [version: number | undefined, rules: readonly unknown[]])[],
): void {
  connection.onNotification(PublishDiagnosticsNotification.type, ({ version, diagnostics }) => {
    published.push([version, diagnostics.map(({ code }) => code)]);
  });
}
