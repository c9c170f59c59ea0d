import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ErrorCodes,
  LogMessageNotification,
  LSPErrorCodes,
  type ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol/node';
import { LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL, start } from './support/client.ts';

const URI = 'file:///letters/invented.txt';
const textDocument = { uri: URI };
const position = { line: 13, character: 2 };
const range = { start: position, end: position };

/** What the server says it can do, and the request for it with its parameters. */
const PROVIDERS: Readonly<Partial<Record<keyof ServerCapabilities, readonly [method: string, params: object]>>> = {
  documentSymbolProvider: ['textDocument/documentSymbol', { textDocument }],
  foldingRangeProvider: ['textDocument/foldingRange', { textDocument }],
  hoverProvider: ['textDocument/hover', { textDocument, position }],
  definitionProvider: ['textDocument/definition', { textDocument, position }],
  referencesProvider: ['textDocument/references', { textDocument, position }],
  documentHighlightProvider: ['textDocument/documentHighlight', { textDocument, position }],
  completionProvider: ['textDocument/completion', { textDocument, position }],
  codeLensProvider: ['textDocument/codeLens', { textDocument }],
  inlayHintProvider: ['textDocument/inlayHint', { textDocument, range }],
  selectionRangeProvider: ['textDocument/selectionRange', { textDocument, positions: [position] }],
  documentLinkProvider: ['textDocument/documentLink', { textDocument }],
  semanticTokensProvider: ['textDocument/semanticTokens/full', { textDocument }],
  codeActionProvider: ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
  diagnosticProvider: ['textDocument/diagnostic', { textDocument }],
  workspaceSymbolProvider: ['workspace/symbol', { query: 'mri' }],
  executeCommandProvider: ['workspace/executeCommand', { command: 'imr.checkLetters', arguments: [[]] }],
};
const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ...Object.values(PROVIDERS),
  ['workspace/executeCommand', { command: 'imr.putAside', arguments: [{ uri: URI, fingerprint: '1:a', rule: 'b' }] }],
  ['workspace/executeCommand', { command: 'imr.addWord', arguments: [{ uri: URI, word: 'c' }] }],
  ['imr/guidelineCatalogue', { uri: null }],
  ['workspace/executeCommand', { command: 'imr.bringBack', arguments: [{ uri: URI, fingerprint: '1:a', rule: 'b' }] }],
  [
    'workspace/executeCommand',
    { command: 'imr.setTeamRule', arguments: [{ uri: URI, rule: 'grammar', severity: 'off' }] },
  ],
  ['imr/rewrap', { uri: URI, position }],
  ['imr/cleanText', { text: 'a' }],
  ['imr/letterOverview', { uri: URI }],
  ['imr/letterSummary', { uri: URI }],
  ['imr/putAsideList', { files: [URI] }],
  ['imr/letterCalled', { name: 'CM16-0999001' }],
  ['imr/workspaceReport', { documents: 0 }],
  ['imr/reportAs', { format: 'html' }],
  ['imr/precedents', { uri: URI, line: 3 }],
  ['imr/printedLetter', { uri: URI, withFindings: true }],
];
/** What is a document, a place, a list, a text to nobody. */
const NONSENSE: readonly unknown[] = [
  42,
  'x',
  true,
  [],
  [[]],
  {},
  null,
  { uri: 7 },
  { line: 'a', character: -1 },
  [null],
];

/** The parameters with one member, at any depth, of another kind or absent. */
function* spoilt(params: object): Generator<unknown> {
  for (const [name, value] of Object.entries(params)) {
    const { [name]: _, ...without } = { ...params } as Record<string, unknown>;
    yield without;
    for (const nonsense of NONSENSE) {
      if (kindOf(nonsense) !== kindOf(value)) yield { ...params, [name]: nonsense };
    }
    if (typeof value === 'object' && value !== null) {
      for (const each of spoilt(value)) {
        yield {
          ...params,
          [name]: Array.isArray(value) && kindOf(each) === 'object' ? Object.values(each as object) : each,
        };
      }
    }
  }
}
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

const answered = (method: string, params: unknown): Promise<unknown> => client.connection.sendRequest(method, params);

let client: Client;
let log: string[];

async function refusal(method: string, params: unknown): Promise<ResponseError<unknown> | null> {
  try {
    await answered(method, params);
    return null;
  } catch (error) {
    return error as ResponseError<unknown>;
  }
}

/** One server for many requests: none may leave anything for the next. */
async function begin(): Promise<void> {
  log = [];
  client = await Client.start(PULL, (connection) =>
    connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message)),
  );
  await client.open(URI, LETTER_WITH_FINDINGS);
}

async function end(): Promise<void> {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
}

describe('a request', () => {
  beforeAll(begin);
  afterAll(async () => {
    await end();
    // No request is a fault, whatever it holds.
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('is known here, whatever the server says it can do', () => {
    const others = ['positionEncoding', 'textDocumentSync', 'workspace'];
    const said = Object.keys(client.initializeResult.capabilities).filter((name) => !others.includes(name));
    expect(said.toSorted()).toEqual(Object.keys(PROVIDERS).toSorted());
  });

  it.each(REQUESTS)('%s is answered where its parameters are right: %j', async (method, params) => {
    expect(await refusal(method, params)).toBeNull();
  });

  it.each(REQUESTS)('%s without them is refused, with a sentence', async (method) => {
    for (const params of [undefined, [], [[]]]) {
      const refused = await refusal(method, params);
      if (method === 'imr/guidelineCatalogue' && params === undefined) continue;
      expect(refused?.code, JSON.stringify(params)).toBe(ErrorCodes.InvalidParams);
      expect(refused?.message).toMatch(/^(?:The parameters|“[\w.[\]]+”) must be an? .*\.$/);
    }
  });

  it.each(REQUESTS)(
    '%s is refused with a sentence where a parameter is none, and never fails: %j',
    async (method, params) => {
      const answers = await Promise.all(
        [...spoilt(params)].map(async (each) => ({ each, refused: await refusal(method, each) })),
      );
      const refusals = answers.filter(({ refused }) => refused !== null);
      for (const { each, refused } of refusals) {
        expect(refused?.code, JSON.stringify(each)).toBe(ErrorCodes.InvalidParams);
        expect(refused?.message).toMatch(
          /^(?:The parameters|“[\w.[\]]+”) must be an? .*\.$|^There is no such command\.$/,
        );
      }
      expect(refusals.length).toBeGreaterThan(5);
    },
  );

  it.each(REQUESTS)('%s about a document that is not open has an empty answer', async (method, params) => {
    if (!('textDocument' in params)) return;
    for (const uri of ['file:///letters/other.txt', 'untitled:x', 'no address at all', '']) {
      const answer = await answered(method, { ...params, textDocument: { uri } });
      if (method === 'textDocument/diagnostic') expect(answer).toEqual({ kind: 'full', items: [] });
      else expect(answer ?? []).toEqual([]);
    }
  });

  it.each(REQUESTS)('%s takes a place outside the document for the nearest in it', async (method, params) => {
    if (!('textDocument' in params)) return;
    for (const outside of [
      { line: 0, character: 2_147_483_647 },
      { line: 2_147_483_647, character: 0 },
      { line: 9_000_000_000, character: 9_000_000_000 },
    ]) {
      const at = JSON.parse(JSON.stringify(params).replaceAll(JSON.stringify(position), JSON.stringify(outside)));
      expect(await refusal(method, at)).toBeNull();
    }
  });

  it('that nobody knows is ignored', async () => {
    expect(await refusal('textDocument/rename', { textDocument, position, newName: 'x' })).toMatchObject({
      code: ErrorCodes.MethodNotFound,
      message: 'The server has no answer to textDocument/rename.',
    });
    expect((await refusal('workspace/executeCommand', { command: 'imr.nothing' }))?.message).toBe(
      'There is no such command.',
    );
  });
});

describe('a notification', () => {
  beforeAll(begin);
  afterAll(end);
  it.each<[string, unknown]>([
    ['textDocument/didOpen', { textDocument: { uri: URI, text: 'Mrs. Roe’s knee' } }],
    ['textDocument/didOpen', undefined],
    [
      'textDocument/didChange',
      { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: null, text: 'Roe' }] },
    ],
    ['textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range, text: 7 }] }],
    ['textDocument/didChange', { textDocument: { uri: URI }, contentChanges: [{ text: 'Mrs. Roe' }] }],
    ['textDocument/didClose', { textDocument: 'Roe' }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'Roe' }] }],
    ['workspace/didRenameFiles', { files: [{ oldUri: 'Roe' }] }],
    ['workspace/didDeleteFiles', {}],
    ['$/setTrace', null],
  ])(
    '%s that is malformed is left out, with a line in the log that tells nothing of it: %j',
    async (method, params) => {
      const before = await found();
      log.length = 0;
      await client.connection.sendNotification(method, params);
      expect(await found()).toEqual(before);
      expect(log).toEqual([
        expect.stringMatching(
          new RegExp(
            `^The notification ${method.replace('$', '\\$')} was ignored\\. (?:The parameters|“[^”]+”) must be `,
          ),
        ),
      ]);
      expect(log.join()).not.toContain('Roe');
    },
  );
});

/** Without the mark of what applies, which changes when the dictionary comes. */
async function found(): Promise<unknown> {
  const report = await client.pull(URI);
  return report.kind === 'full' ? report.items : null;
}

describe('a client', () => {
  it.each([
    null,
    [],
    5,
    {},
    { capabilities: null },
    { capabilities: 'all' },
    { capabilities: { workspace: 7 } },
    { capabilities: {}, workspaceFolders: [null] },
  ])('that initializes with %j gets an error, and may do it again', async (params) => {
    const { connection, stop } = start();
    await expect(connection.sendRequest('initialize', params)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
    });
    await expect(
      connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
    ).resolves.toBeDefined();
    expect(await stop()).toBe(0);
  });

  it('is heard when it has initialized, once, and until it shuts the server down', async () => {
    const { connection, stop } = start();
    for (const [method, params] of REQUESTS) {
      await expect(connection.sendRequest(method, params)).rejects.toMatchObject({
        code: ErrorCodes.ServerNotInitialized,
      });
    }
    const lost = { uri: URI, languageId: 'imr-determination', version: 1, text: LETTER_WITH_FINDINGS };
    await connection.sendNotification('textDocument/didOpen', { textDocument: lost });
    const hello = { processId: null, rootUri: null, capabilities: PULL };
    await connection.sendRequest('initialize', hello);
    await expect(connection.sendRequest('initialize', hello)).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
    expect(await connection.sendRequest('textDocument/documentSymbol', { textDocument })).toEqual([]);
    await connection.sendRequest('shutdown');
    for (const [method, params] of [...REQUESTS, ['initialize', hello] as const, ['shutdown', undefined] as const]) {
      await expect(connection.sendRequest(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    }
    expect(await stop()).toBe(0);
  });

  it('that cancels has no answer to wait for', async () => {
    client = await Client.start(PULL);
    await client.open(URI, LETTER_WITH_FINDINGS);
    await client.connection.sendNotification('$/cancelRequest', {});
    await client.connection.sendNotification('$/cancelRequest', undefined);
    const cancelled = client.cancelledRequest('textDocument/diagnostic', { textDocument });
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await client.stop()).toBe(0);
    expect(client.errors).toBe('');
  });
});
