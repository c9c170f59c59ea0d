import type { Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf, passageOfWords } from '../../language.ts';
import { CATEGORY_WORDS } from './categoryClasses.ts';
import { headingMentions } from './treatments.ts';

/** The classes of the drugs that a text names ('opioid' for Norco), each as often as it is named. */
export const drugClassesIn = (prose: Prose): readonly string[] => classesIn(passageOf(prose));

/**
 * The classes of drugs that a guideline's section is about: by its name, and by what else it is called. Null where the name
 * gives no class, or mentions one for another reason ('opioid-induced').
 */
export function drugClassesOfSection(name: string, terms: readonly string[]): readonly string[] | null {
  const passage = passageOfWords(name);
  for (const _ of passage.mentions(CATEGORY_WORDS['of any drug'])) return null;
  if (classesIn(passage).length === 0) return null;
  return classesIn(passageOfWords([name, ...terms].join('; ')));
}

const classesIn = (passage: Passage): readonly string[] =>
  headingMentions(passage).flatMap(({ value }) => (value.category === 'medication' ? (value.drugClass ?? []) : []));
