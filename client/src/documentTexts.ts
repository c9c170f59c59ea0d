import { ProgressLocation, type Uri, window, workspace } from 'vscode';
import { type DocumentText, REFUSALS } from '../../server/src/intake/documentText.ts';
import type { DocumentWork } from '../../server/src/intake/documentWork.ts';
import { MOST_BYTES, MOST_BYTES_WORDS } from '../../server/src/intake/letterNames.ts';

/** The text of a PDF or Word file, or why it cannot be had: a sentence that goes on from the file’s name. */
export type Outcome =
  | Extract<DocumentText, { readonly kind: 'text' }>
  | { readonly kind: 'fault'; readonly reason: string };

/** How long a file is read before a message with *Cancel* shows, in milliseconds: most are read by then. */
const patience = 1000;

/** Reads PDF and Word files, wherever VS Code finds them. */
export class DocumentTexts {
  readonly #work: Pick<DocumentWork<never>, 'read'>;

  /** @param work a worker does it */
  constructor(work: Pick<DocumentWork<never>, 'read'>) {
    this.#work = work;
  }

  /** Never fails. Null where the user canceled it. */
  async read(uri: Uri): Promise<Outcome | null> {
    const canceled = new AbortController();
    const read = this.#read(uri, canceled.signal);
    const timer = setTimeout(() => {
      const options = { location: ProgressLocation.Notification, title: `Reading ${nameOf(uri)}`, cancellable: true };
      void window.withProgress(options, (_, token) => {
        token.onCancellationRequested(() => canceled.abort());
        return read;
      });
    }, patience);
    return read.finally(() => clearTimeout(timer));
  }

  /** The same without a word to the user. */
  readQuietly(uri: Uri): Promise<Outcome | null> {
    return this.#read(uri);
  }

  async #read(uri: Uri, canceled?: AbortSignal): Promise<Outcome | null> {
    let bytes: Uint8Array;
    try {
      const { size } = await workspace.fs.stat(uri);
      if (size > MOST_BYTES) return fault(`it is larger than ${MOST_BYTES_WORDS}, and no letter is`);
      bytes = await workspace.fs.readFile(uri);
    } catch {
      return fault('it cannot be read');
    }
    const text = await this.#work.read(bytes, canceled);
    return text?.kind === 'refused' ? fault(REFUSALS[text.why]) : text;
  }
}

const fault = (reason: string): Outcome => ({ kind: 'fault', reason });

/** The last part of an address’s path. */
export const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
