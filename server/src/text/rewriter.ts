import { OffsetMap } from './offsetMap.ts';

/** A text after a change, and the way back; `map` is null where nothing was changed. */
export interface Rewritten {
  readonly text: string;
  readonly map: OffsetMap | null;
}

/** Changes places of a text from its beginning to its end, and keeps what is between them. */
export class Rewriter {
  readonly #source: string;
  readonly #map = new OffsetMap();
  readonly #pieces: string[] = [];
  /** The end of what is written already. */
  #done = 0;
  /** The last character written. */
  #last = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** The character that comes before `offset`, after the changes; empty at the beginning. */
  before(offset: number): string {
    return offset > this.#done ? this.#source.charAt(offset - 1) : this.#last;
  }

  /** Writes `text` in place of the characters from `start` to `end`; what comes before them and is not written yet is kept. */
  write(text: string, start: number, end: number): void {
    if (start > this.#done) {
      this.#map.copy(this.#done, start - this.#done);
      this.#add(this.#source.slice(this.#done, start));
    }
    this.#done = end;
    if (text === '') return;
    if (text.length === 1 && end - start === 1) this.#map.copy(start, 1);
    else this.#map.replace(start, end - start, text.length);
    this.#add(text);
  }

  finish(): Rewritten {
    if (this.#done === 0) return { text: this.#source, map: null };
    const end = this.#source.length;
    this.write('', end, end);
    return { text: this.#pieces.join(''), map: this.#map };
  }

  #add(text: string): void {
    this.#pieces.push(text);
    this.#last = text.charAt(text.length - 1);
  }
}
