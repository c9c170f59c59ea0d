/**
 * A stretch of the original letter: UTF-16 offsets, `start` included, `end` excluded.
 * Only `text/` makes one, so that no index of clean text can pass for an offset of the letter: a `Prose` gives the span of
 * its words, and a fix that was made of anything else does not compile.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Never there at run time. */
  readonly [made]: true;
}

declare const made: unique symbol;

/** A value together with the words of the letter it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

export const found = <T>(value: T, span: Span): Found<T> => ({ value, span });

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

/** `inner` lies in `outer`, or is the same. */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** They share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => makeSpan(Math.min(a.start, b.start), Math.max(a.end, b.end));

/** What of `inner` lies in `outer`; empty, at the nearer end of `outer`, where nothing does. */
export function clip(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return makeSpan(start, Math.max(start, Math.min(inner.end, outer.end)));
}

/** The empty span before the first character of `span`. */
export const before = ({ start }: Span): Span => makeSpan(start, start);

/** The empty span after the last character of `span`: where a fix adds words. */
export const after = ({ end }: Span): Span => makeSpan(end, end);

/** The stretches into which ascending offsets divide a span. */
export function splitAt(whole: Span, offsets: readonly number[]): readonly Span[] {
  const starts = [whole.start, ...offsets];
  return starts.map((start, i) => makeSpan(start, starts[i + 1] ?? whole.end));
}

/** Offsets of the original. For `text/` alone: the linter refuses the name anywhere else. */
export function makeSpan(start: number, end: number): Span {
  return new LetterSpan(start, end);
}

/** All spans are of this class, so that they are known from other pairs of numbers. For `text/` alone. */
export class LetterSpan implements Span {
  readonly start: number;
  readonly end: number;
  declare readonly [made]: true;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }
}

/** The same span of words that are so many characters further on. For `text/` alone. */
export const moved = ({ start, end }: Span, by: number): Span => makeSpan(start + by, end + by);
