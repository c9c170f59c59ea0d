import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Determination } from '../../determination/model.ts';
import type { GuidelineCatalogue } from '../../guidelines/catalogue.ts';
import { contains, type Span } from '../../text/span.ts';
import { toRange } from '../convert.ts';
import { abbreviationCard } from './abbreviationCard.ts';
import { citationCard } from './citationCard.ts';
import { decisionCard } from './decisionCard.ts';
import { sectionCard } from './sectionCard.ts';
import { visitsCard } from './visitsCard.ts';

/** What a card says, and the words that it explains. */
export interface Card {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** Looks at one kind of words; null where `offset` (UTF-16, in the original) is on none of them. */
export type CardProvider = (letter: Determination, offset: number, guidelines: GuidelineCatalogue) => Card | null;

/** The most special first: the first card found is shown. */
const PROVIDERS: readonly CardProvider[] = [decisionCard, visitsCard, citationCard, abbreviationCard, sectionCard];

export function hover(letter: Determination, offset: number, guidelines: GuidelineCatalogue): Hover | null {
  for (const provide of PROVIDERS) {
    const card = provide(letter, offset, guidelines);
    if (card !== null && contains(card.span, offset)) {
      return { contents: { kind: MarkupKind.Markdown, value: card.text }, range: toRange(letter.text, card.span) };
    }
  }
  return null;
}
