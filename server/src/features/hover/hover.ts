import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Determination } from '../../determination/model/determination.ts';
import { contains } from '../../text/span.ts';
import { toRange } from '../convert.ts';
import { abbreviationCard } from './abbreviationCard.ts';
import type { CardProvider, Known } from './card.ts';
import { citationCard } from './citationCard.ts';
import { decisionCard } from './decisionCard.ts';
import { sectionCard } from './sectionCard.ts';
import { visitsCard } from './visitsCard.ts';

/** The most special first: the first card found is shown. */
const PROVIDERS: readonly CardProvider[] = [decisionCard, visitsCard, citationCard, abbreviationCard, sectionCard];

export function hover(letter: Determination, offset: number, known: Known): Hover | null {
  for (const provide of PROVIDERS) {
    const card = provide(letter, offset, known);
    if (card !== null && contains(card.span, offset)) {
      return {
        contents: { kind: MarkupKind.Markdown, value: card.text.source },
        range: toRange(letter.text, card.span),
      };
    }
  }
  return null;
}
