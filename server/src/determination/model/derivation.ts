import type { Found, Span } from '../../text/span.ts';

/** Words of the letter that a value was read from, and what they were read as. */
export interface Reason {
  readonly span: Span;
  /** What the words are in plain English: 'attended', 'visits a week', 'the age of the worker'. */
  readonly as: string;
  /** The id of the row or construction that reads them; null where a reader does so by itself. */
  readonly row: string | null;
}

/**
 * Why a value is what it is: the words, the rows, and the arithmetic. `imr extract --explain` prints it and a card shows it
 * where the user wishes; nothing else depends on it.
 */
export interface Derivation {
  /** In the order in which they count. */
  readonly reasons: readonly Reason[];
  /** '2 a week × 6 weeks = 12', '12 + 6 = 18'; null where nothing was computed. */
  readonly reckoning: string | null;
}

/** A value with the words that it was read from and the reasons for it. */
export interface Derived<T> extends Found<T> {
  readonly derivation: Derivation;
}

export const derived = <T>(value: T, span: Span, derivation: Derivation): Derived<T> => ({ value, span, derivation });

/** A derivation of one reason. */
export const readAs = (span: Span, as: string, row: string | null = null): Derivation => ({
  reasons: [{ span, as, row }],
  reckoning: null,
});
