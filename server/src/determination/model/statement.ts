import type { Found, Span } from '../../text/span.ts';
import type { Laterality, NamedPart } from './anatomy.ts';
import type { Derivation } from './derivation.ts';
import type { Category } from './treatment.ts';

/** What a statement is about: a treatment, test or drug; a finding of the examination; a complaint; a document. */
export interface Topic {
  readonly kind: TopicKind;
  /** One name for all its names: 'physical therapy', 'spasm', 'any surgery'. */
  readonly name: string;
  /** For a treatment; otherwise null. */
  readonly category: Category | null;
  /** For a drug; otherwise null. A class that is named itself has its own name here. */
  readonly drugClass: string | null;
}

export type TopicKind = 'treatment' | 'finding' | 'complaint' | 'document' | 'fact';

/** What limits a statement: it is about some time, kind, or degree, or about what would serve a purpose, not about all. */
export interface Limit {
  /** `date`: its sentence says on which day. */
  readonly kind: 'time' | 'date' | 'kind' | 'degree' | 'acute' | 'purpose';
  readonly span: Span;
}

/**
 * Words of the letter that say that there was none of something ('denied'), or that there was ('affirmed'): 'no MRI has been
 * done', 'underwent an arthroscopy'. What is only requested, planned or allowed is neither, nor is what others say of it.
 */
export interface Statement extends Found<Topic> {
  readonly polarity: 'denied' | 'affirmed';
  /** Who says that there was none: the worker ('denies numbness'), or the letter itself. */
  readonly speaker: 'letter' | 'worker';
  /** The words of the statement: from what denies or gives to the end of what it is about. */
  readonly words: Span;
  /** The sentence that it is in. */
  readonly sentence: Span;
  readonly parts: readonly NamedPart[];
  readonly sides: readonly Laterality[];
  readonly limits: readonly Limit[];
  readonly derivation: Derivation;
}
