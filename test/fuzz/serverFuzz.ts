import { type ChildProcess, spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeActionTriggerKind,
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  type FullDocumentDiagnosticReport,
  type LogMessageParams,
  LSPErrorCodes,
  MessageType,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { applied, hugePaste, randomEdit, type Shapes } from './edits.ts';
import { Random } from './random.ts';

export interface FuzzOptions {
  /** The path of the built server. */
  readonly server: string;
  readonly mode: 'pull' | 'push';
  readonly seed: number;
  readonly shapes: Shapes;
  /** It ends after this many edits … */
  readonly edits: number;
  /** … or when this says so. */
  readonly isOver?: () => boolean;
  /** A paste of a million characters once in this many edits; 0: never. */
  readonly pasteOnceIn: number;
  /** Text, outline and findings are compared with a fresh server's after this many edits. */
  readonly compareEvery: number;
  readonly progress?: (summary: FuzzSummary) => void;
}

export interface FuzzSummary {
  edits: number;
  requests: number;
  pastes: number;
  comparisons: number;
  /** The server ended, or did not answer. */
  readonly crashes: string[];
  /** Requests that were answered by an error, and lines of the log about one, each once. */
  readonly faults: Map<string, number>;
  /** What differed from a fresh server. */
  readonly desyncs: string[];
  /** The longest wait for an answer, in milliseconds, by request; while a document was of usual size, and at any time. */
  readonly slowest: Map<string, { usual: number; any: number }>;
}

const FOLDER = 'file:///nowhere/that/exists';
/** As long as no document has more, it is of usual size, in UTF-16 code units. */
const USUAL = 100_000;
/** Nothing takes so long, in milliseconds: the server hangs. */
const PATIENCE = 120_000;

/** Edits documents at random on the built server, asks it at random, and holds it against a fresh one. */
export async function fuzzServer(options: FuzzOptions): Promise<FuzzSummary> {
  const summary: FuzzSummary = {
    edits: 0,
    requests: 0,
    pastes: 0,
    comparisons: 0,
    crashes: [],
    faults: new Map(),
    desyncs: [],
    slowest: new Map(),
  };
  const random = new Random(options.seed);
  const documents = someDocuments(options.shapes);
  const server = await FuzzedServer.start(options, summary, random);
  try {
    for (const document of documents) await server.open(document);
    let compareAt = options.compareEvery;
    while (summary.edits < options.edits && options.isOver?.() !== true) {
      await editSome(server, documents, random, options, summary);
      await server.ask(random, random.oneOf(documents) ?? documents[0]);
      if (summary.edits >= compareAt && summary.edits < options.edits) {
        compareAt += options.compareEvery;
        await compare(server, documents, options, summary);
        options.progress?.(summary);
      }
    }
    await compare(server, documents, options, summary);
    await server.stop();
  } catch (error) {
    summary.crashes.push(`after ${summary.edits} edits: ${error instanceof Error ? error.message : String(error)}`);
    server.kill();
  }
  return summary;
}

interface Document {
  readonly uri: string;
  readonly isLetter: boolean;
  text: string;
  version: number;
}

/** Three letters, and the files beside them. */
function someDocuments({ letters }: Shapes): [Document, ...Document[]] {
  const letter = (i: number): Document => ({
    uri: `${FOLDER}/letter%20${i}.txt`,
    isLetter: true,
    text: letters[i % letters.length] ?? '',
    version: 1,
  });
  const beside = (name: string, value: object): Document => ({
    uri: `${FOLDER}/${name}`,
    isLetter: false,
    text: JSON.stringify(value, null, 2),
    version: 1,
  });
  return [
    letter(0),
    letter(1),
    letter(2),
    beside('.imr.json', {
      rules: { grammar: 'hint', 'missing-space': 'off' },
      dictionary: { words: ['tendernes'] },
      guidelines: { files: ['ours.imr-guidelines.json'] },
    }),
    beside('.imr-ignore.json', {
      putAside: [{ rule: 'grammar', letter: 'CM17-0990001', fingerprint: 'v1:x', reason: '', date: '2024-01-01' }],
    }),
    beside('ours.imr-guidelines.json', { name: 'Ours', limits: [] }),
  ];
}

async function editSome(
  server: FuzzedServer,
  documents: readonly [Document, ...Document[]],
  random: Random,
  { shapes, pasteOnceIn }: FuzzOptions,
  summary: FuzzSummary,
): Promise<void> {
  const document = random.onceIn(12) ? (random.oneOf(documents) ?? documents[0]) : documents[random.below(3)];
  if (document === undefined) return;
  const changes: object[] = [];
  for (let left = random.onceIn(5) ? random.between(2, 4) : 1; left > 0; left--) {
    const isPaste = pasteOnceIn > 0 && random.onceIn(pasteOnceIn);
    if (isPaste) summary.pastes++;
    const edit = isPaste ? hugePaste(random, document.text, shapes) : randomEdit(random, document.text, shapes);
    const range = { start: positionAt(document.text, edit.start), end: positionAt(document.text, edit.end) };
    document.text = applied(document.text, edit);
    // Some clients send the whole text now and then.
    changes.push(random.onceIn(25) ? { text: document.text } : { range, text: edit.newText });
    summary.edits++;
  }
  document.version++;
  if (random.onceIn(60)) await server.reopen(document);
  else await server.change(document, changes);
}

/** The outline, the folds, the findings and what is said about many places, here and on a server that saw nothing but the text as it is. */
async function compare(
  server: FuzzedServer,
  documents: readonly [Document, ...Document[]],
  options: FuzzOptions,
  summary: FuzzSummary,
): Promise<void> {
  summary.comparisons++;
  const fresh = await FuzzedServer.start(options, summary, null);
  for (const document of documents) await fresh.open({ ...document });
  for (const document of documents) {
    if (!document.isLetter) continue;
    for (const [what, method, params] of readings(document)) {
      const [here, there] = await Promise.all([server.request(method, params), fresh.request(method, params)]);
      if (JSON.stringify(here) !== JSON.stringify(there)) {
        summary.desyncs.push(`${what} of ${document.uri} after ${summary.edits} edits`);
      }
    }
    await compareFindings(server, fresh, document, summary);
  }
  await fresh.stop();
}

/** The dictionary comes late, and what is long in two parts: what stays different is. */
async function compareFindings(
  server: FuzzedServer,
  fresh: FuzzedServer,
  document: Document,
  summary: FuzzSummary,
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const [here, there] = await Promise.all([server.findings(document), fresh.findings(document)]);
    if (here !== null && JSON.stringify(here) === JSON.stringify(there)) return;
    if (Date.now() > deadline) {
      const difference = `here ${rulesOf(here ?? [])}, there ${rulesOf(there ?? [])}`;
      summary.desyncs.push(`findings of ${document.uri} after ${summary.edits} edits: ${difference}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const rulesOf = (findings: readonly Diagnostic[]): string =>
  findings.map(({ code, range: { start } }) => `${String(code)}@${start.line}:${start.character}`).join(' ');

function* readings({ uri, text }: Document): Generator<readonly [what: string, method: string, params: object]> {
  const textDocument = { uri };
  yield ['outline', 'textDocument/documentSymbol', { textDocument }];
  yield ['folds', 'textDocument/foldingRange', { textDocument }];
  yield ['links', 'textDocument/documentLink', { textDocument }];
  yield ['lenses', 'textDocument/codeLens', { textDocument }];
  // The words and sentences at places all over the letter: two texts that differ anywhere near differ here.
  const step = Math.max(1, Math.floor(text.length / 100));
  const positions = Array.from({ length: 101 }, (_, i) => positionAt(text, Math.min(text.length, i * step)));
  yield ['text', 'textDocument/selectionRange', { textDocument, positions }];
}

/** Counted apart from the server's own way: LF, CRLF and CR end lines. */
function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  return { line, character: offset - start };
}

const REQUESTS_OF_THE_SERVER = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/workDoneProgress/create',
  'workspace/codeLens/refresh',
  'workspace/diagnostic/refresh',
  'workspace/inlayHint/refresh',
];

const isFullReport = (report: unknown): report is FullDocumentDiagnosticReport =>
  typeof report === 'object' && report !== null && 'kind' in report && report.kind === 'full';

class FuzzedServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #summary: FuzzSummary;
  readonly #mode: FuzzOptions['mode'];
  readonly #published = new Map<
    string,
    { readonly version: number | undefined; readonly findings: readonly Diagnostic[] }
  >();
  readonly #sizes = new Map<string, number>();
  readonly #ended: Promise<never>;
  readonly #pending = new Set<Promise<unknown>>();
  #isStopping = false;

  private constructor(
    process: ChildProcess,
    connection: ProtocolConnection,
    summary: FuzzSummary,
    mode: FuzzOptions['mode'],
  ) {
    this.#process = process;
    this.#connection = connection;
    this.#summary = summary;
    this.#mode = mode;
    this.#ended = new Promise((_, reject) => {
      process.once('exit', (code, signal) => {
        if (!this.#isStopping) reject(new Error(`the server ended (${code ?? signal})`));
      });
    });
    this.#ended.catch(() => undefined);
  }

  /** @param moody answers some of the server's own requests with nonsense; null: answers all */
  static async start(
    { server: path, mode }: FuzzOptions,
    summary: FuzzSummary,
    moody: Random | null,
  ): Promise<FuzzedServer> {
    const child = spawn(process.execPath, [path, '--stdio'], { stdio: 'pipe' });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
      note(summary, `standard error: ${errors.slice(0, 300)}`);
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new FuzzedServer(child, connection, summary, mode);
    server.#listen(moody);
    connection.listen();
    const capabilities: ClientCapabilities = {
      workspace: {
        applyEdit: true,
        configuration: true,
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
      window: { workDoneProgress: true },
      textDocument: mode === 'pull' ? { diagnostic: {} } : {},
    };
    const folders = [{ uri: FOLDER, name: 'letters' }];
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders,
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  #listen(moody: Random | null): void {
    const answer = (right: unknown) => (): unknown => {
      if (moody?.onceIn(20) !== true) return right;
      return moody.onceIn(2) ? moody.oneOf([null, 7, 'x', [], {}]) : new ResponseError(ErrorCodes.InternalError, 'No.');
    };
    const { onRequest, onNotification } = this.#connection;
    // What applies must not depend on the client's moods, or a fresh server would find other things.
    onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => null));
    onRequest('workspace/workspaceFolders', answer([{ uri: FOLDER, name: 'letters' }]));
    onRequest('workspace/applyEdit', answer({ applied: false }));
    for (const method of REQUESTS_OF_THE_SERVER) onRequest(method, answer(null));
    onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
      this.#published.set(uri, { version, findings: diagnostics });
    });
    onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      if (type === MessageType.Error) note(this.#summary, message);
    });
  }

  async open({ uri, text, version, isLetter }: Document): Promise<void> {
    this.#sizes.set(uri, text.length);
    const languageId = isLetter ? 'imr-determination' : 'jsonc';
    await this.#tell('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  async reopen(document: Document): Promise<void> {
    await this.#tell('textDocument/didClose', { textDocument: { uri: document.uri } });
    await this.open(document);
  }

  async change({ uri, version, text }: Document, contentChanges: readonly object[]): Promise<void> {
    this.#sizes.set(uri, text.length);
    await this.#tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** One random request: most are waited for, some are not, some are taken back. */
  async ask(random: Random, document: Document): Promise<void> {
    const [method, params] = randomRequest(random, document);
    if (method === 'textDocument/diagnostic' && this.#mode === 'push') return;
    const asked = this.request(method, params, random.onceIn(15));
    if (!random.onceIn(6)) await asked;
    else {
      this.#pending.add(asked);
      if (this.#pending.size > 20) await this.#settle();
    }
  }

  async #settle(): Promise<void> {
    await Promise.all(this.#pending);
    this.#pending.clear();
  }

  /** An error that is a fault of the server's is noted; the answer is null then. */
  async request(method: string, params: object, isCancelled = false): Promise<unknown> {
    this.#summary.requests++;
    const begun = performance.now();
    let patience: ReturnType<typeof setTimeout> | undefined;
    try {
      const source = new CancellationTokenSource();
      const answer = this.#connection.sendRequest<unknown>(method, params, source.token);
      if (isCancelled) source.cancel();
      const hung = new Promise<never>((_, reject) => {
        patience = setTimeout(() => reject(new Error(`no answer to ${method} in ${PATIENCE / 1000} s`)), PATIENCE);
      });
      return await Promise.race([answer, this.#ended, hung]);
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      if (error.code !== LSPErrorCodes.RequestCancelled)
        note(this.#summary, `${method}: ${error.code} ${error.message}`);
      return null;
    } finally {
      clearTimeout(patience);
      this.#time(method, performance.now() - begun);
    }
  }

  /** What is found in a letter as it is now; null where the server has not said so yet. */
  async findings({ uri, version }: Document): Promise<readonly Diagnostic[] | null> {
    await this.#settle();
    if (this.#mode === 'push') {
      const published = this.#published.get(uri);
      return published?.version === version ? published.findings : null;
    }
    const report = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return isFullReport(report) && report.resultId?.endsWith(':some') !== true ? report.items : null;
  }

  async stop(): Promise<void> {
    await this.#settle();
    await this.request('shutdown', {});
    this.#isStopping = true;
    const exited = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendNotification('exit');
    const code = await exited;
    this.#connection.dispose();
    if (code !== 0) throw new Error(`the server ended with ${code}`);
  }

  kill(): void {
    this.#isStopping = true;
    this.#process.kill();
    this.#connection.dispose();
  }

  async #tell(method: string, params: object): Promise<void> {
    await Promise.race([this.#connection.sendNotification(method, params), this.#ended]);
  }

  #time(method: string, took: number): void {
    const slowest = this.#summary.slowest.get(method) ?? { usual: 0, any: 0 };
    slowest.any = Math.max(slowest.any, took);
    if (Math.max(...this.#sizes.values(), 0) <= USUAL) slowest.usual = Math.max(slowest.usual, took);
    this.#summary.slowest.set(method, slowest);
  }
}

function note({ faults }: FuzzSummary, fault: string): void {
  faults.set(fault, (faults.get(fault) ?? 0) + 1);
}

/** Most places lie in the document, some far outside. */
function randomPosition(random: Random, { text }: Document): Position {
  if (random.onceIn(20)) return { line: random.below(2 ** 31), character: random.below(2 ** 31) };
  return positionAt(text, random.below(Math.min(text.length, 60_000) + 1));
}

function randomRequest(random: Random, document: Document): readonly [method: string, params: object] {
  const textDocument = { uri: random.onceIn(40) ? `${FOLDER}/unknown.txt` : document.uri };
  const position = randomPosition(random, document);
  const other = randomPosition(random, document);
  const isBefore =
    position.line < other.line || (position.line === other.line && position.character <= other.character);
  const range = isBefore ? { start: position, end: other } : { start: other, end: position };
  const at = { start: position, end: position };
  const triggerKind = CodeActionTriggerKind.Automatic;
  return random.oneOf<readonly [string, object]>([
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/completion', { textDocument, position }],
    ['textDocument/completion', { textDocument, position, context: { triggerKind: 2, triggerCharacter: ' ' } }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/selectionRange', { textDocument, positions: [position, other] }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/codeAction', { textDocument, range: at, context: { diagnostics: [], triggerKind } }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source.fixAll'] } }],
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/diagnostic', { textDocument, previousResultId: '0:1' }],
    ['imr/printedLetter', { uri: textDocument.uri, withFindings: random.onceIn(2) }],
    ['imr/guidelineCatalogue', { uri: random.onceIn(2) ? null : textDocument.uri }],
    [
      'workspace/executeCommand',
      { command: 'imr.putAside', arguments: [{ uri: textDocument.uri, fingerprint: 'v1:x', rule: 'grammar' }] },
    ],
    ['workspace/executeCommand', { command: 'imr.addWord', arguments: [{ uri: textDocument.uri, word: 'word' }] }],
    ['workspace/executeCommand', { command: 'imr.checkLetters', arguments: [[`${FOLDER}/gone.txt`, document.uri]] }],
  ]);
}
