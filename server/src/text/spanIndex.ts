import type { Span } from './span.ts';

interface Entry<T> {
  readonly span: Span;
  readonly value: T;
  /** Its place in the order in which it was given. */
  readonly rank: number;
  /** The furthest end of this span and of all that begin before it. */
  readonly furthest: number;
}

/** Finds which of many spans holds an offset, without looking at each of them: a letter may have ten thousand dates and issues. */
export class SpanIndex<T> {
  /** By their starts. */
  readonly #entries: readonly Entry<T>[];

  /** @param spans each with the value that it stands for; they may overlap */
  constructor(spans: Iterable<readonly [Span, T]>) {
    const sorted = Array.from(spans, ([span, value], rank) => ({ span, value, rank }));
    sorted.sort((a, b) => a.span.start - b.span.start);
    let furthest = Number.NEGATIVE_INFINITY;
    this.#entries = sorted.map((entry) => {
      furthest = Math.max(furthest, entry.span.end);
      return { furthest, ...entry };
    });
  }

  /** The value of the span that holds `offset`, its ends included; if there are several, the one that was given first. */
  at(offset: number): T | undefined {
    let first: Entry<T> | undefined;
    for (let i = this.#lastFrom(offset); i >= 0; i--) {
      const entry = this.#entries[i];
      if (entry === undefined || entry.furthest < offset) break;
      if (entry.span.end >= offset && (first === undefined || entry.rank < first.rank)) first = entry;
    }
    return first?.value;
  }

  /** Position of the last span that does not begin after `offset`; -1 where all do. */
  #lastFrom(offset: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.span.start ?? offset) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
