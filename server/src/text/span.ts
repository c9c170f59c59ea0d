/** A stretch of the original letter: UTF-16 offsets, `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the words of the letter it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

export const found = <T>(value: T, span: Span): Found<T> => ({ value, span });

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
