import type { Determination } from '../../determination/model.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import type { Span } from '../../text/span.ts';

/** What a card says, and the words that it explains. */
export interface Card {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** Looks at one kind of words; null where `offset` (UTF-16, in the original) is on none of them. */
export type CardProvider = (letter: Determination, offset: number, guidelines: GuidelineCatalogue) => Card | null;
