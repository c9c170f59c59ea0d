import type { Report } from '../../checking/rule.ts';
import type { Determination } from '../../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import type { Span } from '../../text/span.ts';
import type { Markdown } from '../markdown.ts';

/** What a card says, and the words that it explains. */
export interface Card {
  readonly span: Span;
  readonly text: Markdown;
}

/** What is known beside the letter itself. A card computes nothing of this. */
export interface Known {
  readonly guidelines: GuidelineCatalogue;
  /** What has been found in the letter so far. */
  readonly reports: readonly Report[];
  /** The letter's address: numbers of lines are links to them. Without it they are words. */
  readonly uri?: string;
  /** Cards end with how the words were read. */
  readonly explains: boolean;
}

/** Looks at one kind of words; null where `offset` (UTF-16, in the original) is not on any of them. */
export type CardProvider = (letter: Determination, offset: number, known: Known) => Card | null;
