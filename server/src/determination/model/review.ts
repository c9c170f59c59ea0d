import type { Prose } from '../../text/prose.ts';
import type { Span } from '../../text/span.ts';
import type { BodyPart } from './anatomy.ts';
import type { Derived } from './derivation.ts';
import type { Category, Treatment } from './treatment.ts';

/** What utilization review did with a request. */
export type ReviewFate = 'denied' | 'authorized' | 'modified';

/** A treatment about which the summary says what utilization review did. The span is that of its words. */
export interface ReviewedItem extends Derived<ReviewFate> {
  readonly words: Prose;
  readonly category: Category;
  /** Those that its words name; at least one. */
  readonly treatments: readonly Treatment[];
  readonly bodyParts: readonly BodyPart[];
  /** It may be a part of what was requested: it has a number, or its sentence mentions parts. */
  readonly isOfPart: boolean;
  /** The sentence that gives it. */
  readonly sentence: Span;
}
