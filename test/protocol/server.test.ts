import { afterEach, expect, it } from 'vitest';
import {
  type Diagnostic,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER as LETTER } from '../support/letters.ts';
import { Client, PULL, PUSH } from './support/client.ts';

const URI = 'file:///letters/invented.txt';
const DECISION_LINE = LETTER.split('\n').findIndex((line) => line.endsWith('Upheld'));
const HEADING = 'MRI of the left knee';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
});

it('pulls diagnostics: none for a clean letter, unchanged while nothing changes, an error when the decision is lost', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER);
  const clean = await client.pull(URI);
  expect(clean).toMatchObject({ kind: 'full', items: [] });
  expect(await client.pull(URI, resultId(clean))).toMatchObject({ kind: 'unchanged' });
  await loseDecision(2);
  const broken = await client.pull(URI, resultId(clean));
  expect(items(broken)).toMatchObject([
    {
      code: 'missing-decision',
      source: 'imr',
      severity: 1,
      range: { start: { line: DECISION_LINE, character: 0 }, end: { line: DECISION_LINE, character: HEADING.length } },
      codeDescription: { href: expect.stringMatching(/docs\/rules\/missing-decision\.md$/) },
    },
  ]);
});

it('pushes diagnostics with the version to a client that cannot pull, and clears them on close', async () => {
  const published: { version?: number; diagnostics: readonly Diagnostic[] }[] = [];
  let arrived = (): void => {};
  client = await Client.start(PUSH, (connection) =>
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      published.push(params);
      arrived();
    }),
  );
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      arrived = resolve;
    });
  expect(client.initializeResult.capabilities.diagnosticProvider).toBeUndefined();
  let waiting = next();
  await client.open(URI, LETTER);
  await waiting;
  waiting = next();
  await loseDecision(2);
  await waiting;
  waiting = next();
  await client.close(URI);
  await waiting;
  expect(published.map(({ version, diagnostics }) => [version, diagnostics.map(({ code }) => code)])).toEqual([
    [1, []],
    [2, ['missing-decision']],
    [undefined, []],
  ]);
});

it('asks the client for severities, and takes only what it knows', async () => {
  client = await Client.start({ ...PULL, workspace: { configuration: true } }, (connection) => {
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest('workspace/configuration', () => [{ 'missing-decision': 'hint', 'missing-part': 7 }]);
  });
  await client.open(URI, LETTER);
  await loseDecision(2);
  expect(items(await client.pull(URI))).toMatchObject([{ code: 'missing-decision', severity: 4 }]);
});

it('outlines sections, issues and parts', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER);
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
  expect(symbols).toMatchObject([
    { name: 'How the determination was made', children: [] },
    { name: 'Clinical case summary', children: [] },
    {
      name: 'Issues, decisions and rationales',
      detail: '1 issue',
      children: [
        {
          name: `${HEADING} — Upheld`,
          detail: '',
          children: [
            { name: 'Claims administrator’s guideline' },
            { name: 'Reviewer’s guideline' },
            { name: 'Rationale' },
          ],
        },
      ],
    },
  ]);
});

it('folds and explains', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER);
  const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: URI } });
  expect(folds).toContainEqual(expect.objectContaining({ startLine: DECISION_LINE }));
  const position = { line: DECISION_LINE, character: HEADING.length + 3 };
  const card = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position });
  expect(JSON.stringify(card)).toContain('the denial is confirmed');
});

it('says nothing about a text that is not a letter', async () => {
  client = await Client.start(PULL);
  await client.open(URI, 'Minutes of the meeting of 4 May.\n\nNobody came.\n');
  expect(items(await client.pull(URI))).toEqual([]);
  expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })).toEqual([]);
});

function loseDecision(version: number): Promise<void> {
  const start = { line: DECISION_LINE, character: HEADING.length };
  const end = { line: DECISION_LINE, character: HEADING.length + ': Upheld'.length };
  return client.edit(URI, version, { start, end }, '');
}

function items(report: Awaited<ReturnType<Client['pull']>>): readonly Diagnostic[] {
  return report.kind === 'full' ? report.items : [];
}

function resultId(report: Awaited<ReturnType<Client['pull']>>): string {
  return report.resultId ?? '';
}
