import { findTreatments } from '../../determination/readers/treatments/treatments.ts';
import { otherNames } from '../../determination/readers/treatments/vocabulary.ts';
import { contains } from '../../text/span.ts';
import { md, NOTHING, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';

/** The most brand names that a card shows. */
const MOST_NAMES = 8;

/** On a drug: its generic name, its class, and the names that it is sold by. */
export const drugCard: CardProvider = ({ text }, offset) => {
  const at = text.prose.indexOf(offset);
  const near = text.prose.slice(Math.max(0, at - REACH), Math.min(text.prose.length, at + REACH));
  const drug = findTreatments(near).find(({ span }) => contains(span, offset));
  if (drug === undefined || drug.value.category !== 'medication') return null;
  const { name, drugClass } = drug.value;
  const written = text.prose.within(drug.span).text;
  const isClass = drugClass === name;
  const title = written.toLowerCase() === name.toLowerCase() ? md`**${written}**` : md`**${written}**: ${name}`;
  const kind = drugClass === null || isClass ? NOTHING : md`Class: ${drugClass}.`;
  const brands = otherNames(name).filter((each) => /^[A-Z]/.test(each) && each.toLowerCase() !== written.toLowerCase());
  const more = brands.length > MOST_NAMES ? ' …' : '';
  const sold =
    brands.length === 0
      ? NOTHING
      : md`Also sold as ${brands.slice(0, MOST_NAMES).join(', ')}${more}${more === '' ? '.' : ''}`;
  if (kind.isEmpty && sold.isEmpty) return null;
  return { span: drug.span, text: paragraphs([title, kind, sold]) };
};

/** No name of a drug is longer, in characters. */
const REACH = 60;
