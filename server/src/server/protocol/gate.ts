import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type NotificationMessage,
  type RequestMessage,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';
import { NOTIFICATIONS, REQUESTS } from './params.ts';

/**
 * What comes in passes here first: a handler sees only requests that are allowed now and whose parameters are what the protocol
 * says. A request that is not is answered with the protocol’s own error and a sentence; a notification that is not is
 * left out, and the log says why, without what it held.
 */
export interface Gate {
  /** An option of the connection. */
  readonly messageStrategy: MessageStrategy;
  /**
   * Begins to answer what is turned away, on the connection that was made with `messageStrategy`.
   * @param prepare what is done once, when a client that has initialized says the next thing: till it is done, all waits here
   */
  attend(connection: Connection, prepare: () => Promise<void>): void;
}

export function createGate(): Gate {
  let stage: Stage = 'before';
  let log = (_sentence: string): void => {};
  let prepare = (): Promise<void> => Promise.resolve();
  /** What waits for the preparation, in its order; null when that is done. */
  let waiting: (() => void)[] | null = [];

  function admitted(request: RequestMessage): RequestMessage {
    const refusal = refusalOf(request, stage);
    if (refusal !== null) return { ...request, method: TurnedAwayRequest.method, params: refusal };
    if (request.method === 'initialize') stage = 'open';
    if (request.method === 'shutdown') stage = 'after';
    return request;
  }

  function isAdmitted({ method, params }: NotificationMessage): boolean {
    if (method === 'exit') return true;
    const check = NOTIFICATIONS.get(method);
    if (stage !== 'open' || check === undefined) return false;
    const wrong = check(params, '');
    if (wrong !== null) log(`The notification ${method} was ignored. ${wrong}`);
    return wrong === null;
  }

  function admit(message: Message, next: (message: Message) => void): void {
    if (Message.isRequest(message)) next(admitted(message));
    // What is no message at all would be logged with all that it holds.
    else if (Message.isNotification(message) ? isAdmitted(message) : Message.isResponse(message)) next(message);
  }

  function letIn(): void {
    const all = waiting ?? [];
    waiting = null;
    for (const each of all) each();
  }

  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (stage === 'before' || waiting === null) return admit(message, next);
        waiting.push(() => admit(message, next));
        if (waiting.length === 1) {
          prepare()
            .catch((error: unknown) => log(`The server could not be prepared (${faultOf(error)}).`))
            .then(letIn);
        }
      },
    },
    attend(connection, beforeTheRest) {
      prepare = beforeTheRest;
      log = (sentence) => connection.console.warn(sentence);
      connection.onRequest(TurnedAwayRequest, ({ code, sentence }) => new ResponseError(code, sentence));
    },
  };
}

/** Its kind only: a message may hold words of a letter. */
const faultOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** How far the client has come: it initializes once, and nothing is due before it or after it has shut the server down. */
type Stage = 'before' | 'open' | 'after';

interface Refusal {
  readonly code: number;
  readonly sentence: string;
}

/** In the place of a request that is turned away; only the server itself makes one. */
const TurnedAwayRequest = new RequestType<Refusal, never, void>('imr/turnedAway');

function refusalOf({ method, params }: RequestMessage, stage: Stage): Refusal | null {
  const isFirst = method === 'initialize';
  if (stage === 'after') return { code: ErrorCodes.InvalidRequest, sentence: 'The server has been shut down.' };
  if (stage === 'before' && !isFirst) {
    return { code: ErrorCodes.ServerNotInitialized, sentence: 'The server has not been initialized yet.' };
  }
  if (stage === 'open' && isFirst) {
    return { code: ErrorCodes.InvalidRequest, sentence: 'The server has been initialized already.' };
  }
  const check = REQUESTS.get(method);
  if (check === undefined) {
    return { code: ErrorCodes.MethodNotFound, sentence: `The server has no answer to ${method}.` };
  }
  const wrong = check(params, '');
  return wrong === null ? null : { code: ErrorCodes.InvalidParams, sentence: wrong };
}
