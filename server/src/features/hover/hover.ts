import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Determination } from '../../determination/model/determination.ts';
import { contains } from '../../text/span.ts';
import { toRange } from '../convert.ts';
import { NOTHING, paragraphs } from '../markdown.ts';
import { abbreviationCard } from './abbreviationCard.ts';
import { ageCard } from './ageCard.ts';
import type { Card, CardProvider, Known } from './card.ts';
import { citationCard } from './citationCard.ts';
import { dateCard } from './dateCard.ts';
import { decisionCard } from './decisionCard.ts';
import { drugCard } from './drugCard.ts';
import { explanationCard } from './explanation.ts';
import { partCard, sectionCard } from './sectionCard.ts';
import { specialtyCard } from './specialtyCard.ts';
import { visitsCard } from './visitsCard.ts';

/** The most specific first: the first card found is shown. */
const PROVIDERS: readonly CardProvider[] = [
  decisionCard,
  visitsCard,
  citationCard,
  ageCard,
  dateCard,
  drugCard,
  specialtyCard,
  abbreviationCard,
  partCard,
  sectionCard,
];

export function hover(letter: Determination, offset: number, known: Known): Hover | null {
  const card = cardAt(letter, offset, known);
  const explanation = known.explains ? explanationCard(letter, offset) : null;
  const span = card?.span ?? explanation?.span;
  if (span === undefined) return null;
  const text = paragraphs([card?.text ?? NOTHING, explanation?.text ?? NOTHING]);
  return { contents: { kind: MarkupKind.Markdown, value: text.source }, range: toRange(letter.text, span) };
}

function cardAt(letter: Determination, offset: number, known: Known): Card | null {
  for (const provide of PROVIDERS) {
    const card = provide(letter, offset, known);
    if (card !== null && contains(card.span, offset)) return card;
  }
  return null;
}
