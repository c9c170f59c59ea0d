import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type RequestType,
  ResponseError,
} from 'vscode-languageserver';

/**
 * Registers the server's answers. One that fails is a line in the log with the kind of the fault, and an error for the
 * client; the server goes on. One that the client no longer wants is not computed.
 */
export class Answers {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  to<P, R, E>(type: RequestType<P, R, E>, answer: (params: P, token: CancellationToken) => R | Promise<R>): void {
    this.#connection.onRequest<unknown, unknown>(type.method, async (params: P, token: CancellationToken) => {
      if (token.isCancellationRequested) throw cancelled();
      try {
        return await answer(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.#note(`The request ${type.method}`, error);
        throw new ResponseError(ErrorCodes.InternalError, 'The server could not answer. See its log for the reason.');
      }
    });
  }

  /** Begins work that no request waits for, and sees it through. */
  see(what: string, work: () => Promise<unknown>): void {
    try {
      work().catch((error: unknown) => this.#note(what, error));
    } catch (error) {
      this.#note(what, error);
    }
  }

  /** An error's message is left out: it may hold words of a letter. */
  #note(what: string, error: unknown): void {
    const { console } = this.#connection;
    try {
      if (error instanceof ResponseError) console.warn(`${what}: the client refused.`);
      else console.error(`${what} failed (${error instanceof Error ? error.name : typeof error}).`);
    } catch {
      // The client is gone.
    }
  }
}

export const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
