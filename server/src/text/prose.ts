import type { Folded } from './fold.ts';
import type { ParagraphBreak } from './lineSpacing.ts';
import { lastAtOrBelow } from './offsetMap.ts';
import { Reads } from './reads.ts';
import { after, makeSpan, type Span } from './span.ts';

/** Several blanks in a line, of which the clean text has one. */
export interface WideBlank {
  /** Index of that one in the clean text. */
  readonly index: number;
  /** All of them. */
  readonly span: Span;
}

/**
 * A stretch of a letter's clean text that knows where each of its characters is in the original.
 * Indexes are into `text`; spans are offsets in the original. All are UTF-16.
 */
export class Prose {
  readonly #folded: Folded;
  readonly #from: number;
  readonly #to: number;
  /** An empty prose that was cut off the end of another: it is right after that one's last character. */
  readonly #isAtEnd: boolean;
  readonly #whole: Prose | null;
  #text: string | undefined;
  #reads: Reads | undefined;

  /** `from` and `to` are indexes into the folded text of the whole letter. */
  constructor(folded: Folded, from: number, to: number, isAtEnd = false, whole: Prose | null = null) {
    this.#whole = whole;
    this.#folded = folded;
    this.#from = from;
    this.#to = Math.max(from, to);
    this.#isAtEnd = isAtEnd;
  }

  /** Words divided by single spaces: no line ends, no page breaks, no runs of blanks. */
  get text(): string {
    this.#text ??= this.#folded.text.slice(this.#from, this.#to);
    return this.#text;
  }

  /** What has been read of it: most pieces are asked nothing. */
  get reads(): Reads {
    this.#reads ??= new Reads();
    return this.#reads;
  }

  /** The whole letter. */
  get whole(): Prose {
    return this.#whole ?? this;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  /** Index of this prose's first character in the folded text of the whole letter. */
  get from(): number {
    return this.#from;
  }

  get to(): number {
    return this.#to;
  }

  /** Where this prose is in the original. An empty one that was cut out of another is in that or at one of its ends. */
  get range(): Span {
    if (this.length > 0 || !this.#isAtEnd) return this.span(0, this.length);
    return after(this.span(-1, 0));
  }

  /** Where `text.slice(start, end)` is in the original. An empty slice is the empty span before `start`. */
  span(start: number, end: number): Span {
    const { map } = this.#folded;
    const first = map.startOf(this.#from + start);
    return makeSpan(first, end > start ? map.endOf(this.#from + end - 1) : first);
  }

  /** The span of a regular expression's match. */
  spanOf(match: RegExpExecArray | RegExpMatchArray): Span {
    const start = match.index ?? 0;
    return this.span(start, start + match[0].length);
  }

  /** The part between two indexes, without blanks at its ends. */
  slice(start: number, end: number = this.length): Prose {
    let from = Math.min(this.#to, this.#from + Math.max(0, start));
    let to = Math.min(this.#to, this.#from + end);
    const { text } = this.#folded;
    while (from < to && text.charCodeAt(from) === 32) from++;
    while (to > from && text.charCodeAt(to - 1) === 32) to--;
    const isAtEnd = to <= from && (this.length === 0 ? this.#isAtEnd : from === this.#to);
    return new Prose(this.#folded, from, to, isAtEnd, this.whole);
  }

  /**
   * The part between two indexes of the whole letter's folded text, without blanks at its ends. It lies in this prose,
   * whatever the indexes are.
   */
  clip(from: number, to: number): Prose {
    const start = this.#inside(from);
    return this.slice(start, Math.max(start, this.#inside(to)));
  }

  /** The words of a span of the original, as far as they are of this prose. */
  within(span: Span): Prose {
    return this.slice(this.indexOf(span.start), this.endOf(span));
  }

  /**
   * How much further on in its original another prose of the same words is, in UTF-16 code units; null where what the words
   * were made of is not the same: they are divided by other blanks, line ends, or pages.
   */
  distanceTo(other: Prose): number | null {
    if (this.text !== other.text) return null;
    return this.#folded.map.distanceTo(other.#folded.map, this.#from, other.#from, this.length);
  }

  /** The same part of another letter, in which its words are so many characters further on. For `Move`. */
  movedTo(letter: Prose, by: number): Prose {
    return new Prose(letter.#folded, this.#from + by, this.#to + by, this.#isAtEnd, letter.whole);
  }

  /** The places between two indexes at which a paragraph ends or may end. Their indexes are into `text`. */
  *paragraphBreaks(after: number, before = this.length): Iterable<ParagraphBreak> {
    const { paragraphBreaks } = this.#folded;
    const from = this.#from + after;
    const to = Math.min(this.#to, this.#from + before);
    for (let i = lastIndexAtOrBelow(paragraphBreaks, from); i < paragraphBreaks.length; i++) {
      const each = paragraphBreaks[i];
      if (each === undefined || each.index >= to) return;
      if (each.index > from) yield { ...each, index: each.index - this.#from };
    }
  }

  /** The places where at least `least` blanks are between two words of one line. */
  *wideBlanks(least: number): Iterable<WideBlank> {
    const { wideBlanks, map } = this.#folded;
    for (let i = lastAtOrBelow(wideBlanks, this.#from); i < wideBlanks.length; i++) {
      const at = wideBlanks[i] ?? this.#to;
      if (at >= this.#to) return;
      const span = makeSpan(map.startOf(at), map.startOf(at + 1));
      if (at >= this.#from && span.end - span.start >= least) yield { index: at - this.#from, span };
    }
  }

  /** The index in `text` of an offset of the original (the nearest one where the offset was folded away). */
  indexOf(offset: number): number {
    return this.#inside(this.#folded.map.indexAt(offset));
  }

  /** The index in `text` after the last character of a span of the original, without the blanks that follow it. */
  endOf({ end }: Span): number {
    return this.#inside(this.#folded.map.indexAfter(end));
  }

  #inside(index: number): number {
    return Math.max(0, Math.min(index - this.#from, this.length));
  }
}

/** Position of the last break that is not after `index`; 0 where all are. */
function lastIndexAtOrBelow(breaks: readonly ParagraphBreak[], index: number): number {
  let low = 0;
  let high = breaks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((breaks[middle]?.index ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
