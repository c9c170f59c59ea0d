import { type Explanation, explanationsAt } from '../../determination/explanations.ts';
import type { Determination } from '../../determination/model/determination.ts';
import type { LetterText } from '../../text/letterText.ts';
import { bullets, type Markdown, md, NOTHING, paragraphs } from '../markdown.ts';
import type { Card } from './card.ts';

/** How the words at an offset (UTF-16, in the original) were read: the end of a card, or a card by itself. */
export function explanationCard(letter: Determination, offset: number): Card | null {
  const explanations = explanationsAt(letter, offset);
  const [first] = explanations;
  if (first === undefined) return null;
  return { span: first.span, text: paragraphs(explanations.map((each) => explanationText(letter.text, each))) };
}

/** '**Read as** visits had before: 18', and why. */
function explanationText(text: LetterText, { what, value, derivation }: Explanation): Markdown {
  const reasons = derivation.reasons.map(({ span, as, row }) => {
    const words = md`“${text.written(span)}” (line ${text.lineNumber(span.start)}): ${as}`;
    return row === null ? words : md`${words} *(${row})*`;
  });
  const reckoning = derivation.reckoning === null ? NOTHING : md`${derivation.reckoning}`;
  return paragraphs([md`**Read as** ${what}: ${value}`, bullets(reasons), reckoning]);
}
