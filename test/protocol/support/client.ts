import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = fileURLToPath(new URL('../../../dist/imr-language-server.cjs', import.meta.url));

/** What a modern editor says of itself; `PUSH` is one that cannot pull. */
export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};
export const PUSH: ClientCapabilities = { textDocument: {} };

/** The built server as a process, and a connection to it over stdio on which nothing was said yet. */
export function start(): {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Ends it; the exit code says whether it was shut down as the protocol asks. */
  readonly stop: () => Promise<number | null>;
} {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  connection.listen();
  return {
    process: child,
    connection,
    async stop() {
      // It may have been shut down already.
      await connection.sendRequest(ShutdownRequest.type).catch(() => undefined);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
}

/** A client that speaks to the built server over stdio, as any editor does. */
export class Client {
  readonly process: ChildProcess;
  readonly #stop: () => Promise<number | null>;
  readonly connection: ProtocolConnection;
  readonly initializeResult: InitializeResult;
  /** All that the server wrote on standard error. */
  errors = '';

  private constructor({ process, connection, stop }: ReturnType<typeof start>, initializeResult: InitializeResult) {
    this.process = process;
    this.connection = connection;
    this.#stop = stop;
    this.initializeResult = initializeResult;
    process.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  static async start(
    capabilities: ClientCapabilities,
    prepare: (connection: ProtocolConnection) => void = () => {},
    params: Partial<InitializeParams> = {},
  ): Promise<Client> {
    const started = start();
    const { connection } = started;
    prepare(connection);
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new Client(started, result);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'imr-determination', version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  edit(uri: string, version: number, range: Range, text: string): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Sends a request and takes it back at once. */
  cancelledRequest(method: string, params: object): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest<unknown>(method, params, source.token);
    source.cancel();
    return answer;
  }

  /** Shuts the server down as the protocol asks; the exit code says whether it went well. */
  stop(): Promise<number | null> {
    return this.#stop();
  }
}
