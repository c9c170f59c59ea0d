import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Determination } from '../determination/model.ts';
import { parseDetermination } from '../determination/parse.ts';

/** The determination of every open letter, read once a version. */
export class Letters {
  readonly #cache = new Map<string, { readonly version: number; readonly determination: Determination }>();

  of(document: TextDocument): Determination {
    const cached = this.#cache.get(document.uri);
    if (cached?.version === document.version) return cached.determination;
    const determination = parseDetermination(document.getText());
    this.#cache.set(document.uri, { version: document.version, determination });
    return determination;
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }
}
