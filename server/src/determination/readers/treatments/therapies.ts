/** The services that are counted in visits, and the words that name them. */

import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { Category } from '../../model/determination.ts';
import { headingMentions } from './treatments.ts';
import { THERAPY_CATEGORIES } from './vocabulary.ts';

/** Categories that are counted in visits. */
export const THERAPIES: ReadonlySet<Category> = new Set<Category>(THERAPY_CATEGORIES);

/** Counted in sessions too: a number of these is none of a therapy's. */
const ALSO_COUNTED: ReadonlySet<Category> = new Set<Category>(['injection', 'home-care', 'consultation', 'other']);

/** '24 post-op visits' are a therapy's. */
const POSTOPERATIVE: ReadonlySet<string> = new Set([
  'post-op visit',
  'post op visit',
  'postoperative visit',
  'post operative visit',
]);

export const isTherapy = (category: Category): boolean => THERAPIES.has(category);

/** What the words name that is counted in visits, nearest to their beginning or to their end; null where they name nothing of the kind. */
export function namedTherapy(words: Prose, nearest: 'beginning' | 'end'): Category | null {
  // Of the others only what is called by its name: 'visit' and 'treatment' alone stand for the therapy.
  const counted = headingMentions(passageOf(words)).filter(
    ({ value: { category, name } }) =>
      isTherapy(category) || (name !== null && ALSO_COUNTED.has(category) && !POSTOPERATIVE.has(name)),
  );
  return counted.at(nearest === 'beginning' ? 0 : -1)?.value.category ?? null;
}
