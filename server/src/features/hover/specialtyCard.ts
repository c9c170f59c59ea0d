import { contains } from '../../text/span.ts';
import { md, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';
import specialties from './specialties.json' with { type: 'json' };

const MEANINGS: ReadonlyMap<string, string> = new Map(
  specialties.flatMap(({ names, meaning }) => names.map((name) => [keyOf(name), meaning] as const)),
);

/** On a specialty of the reviewer's: what it is about. */
export const specialtyCard: CardProvider = ({ reviewer }, offset) => {
  const specialty = reviewer.specialties.find(({ span }) => contains(span, offset));
  const meaning = specialty && MEANINGS.get(keyOf(specialty.value));
  if (specialty === undefined || meaning === undefined) return null;
  const law = md`The letter describes the reviewer’s qualifications, never the name (Labor Code 4610.6(f)).`;
  return { span: specialty.span, text: paragraphs([md`**${specialty.value}**: ${meaning}.`, law]) };
};

/** However it is joined: 'Physical Medicine & Rehabilitation', 'Physical Medicine and Rehabilitation'. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '');
}
