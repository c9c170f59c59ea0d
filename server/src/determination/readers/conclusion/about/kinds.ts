import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { Category, Treatment } from '../../../model/treatment.ts';
import { THERAPY_CATEGORIES, THERAPY_WORDS, TREATMENT_WORDS } from '../../treatments/vocabulary.ts';
import { treatmentsIn } from './otherTreatment.ts';

/** The kinds of treatments, as a word for such a kind names each of them: 'the imaging' of an MRI, 'the drug' of Norco. */
export const kindsOf = (treatments: readonly { readonly category: Category }[]): readonly string[] =>
  treatments.map(({ category }) => `~ ${GROUPS.get(category) ?? category}`);

/** The kinds that words name: by a word for it ('the scan', 'the therapy'), or by a name ('the opioid'). */
export function kindsIn(reading: Reading, { first, end }: TokenRange): readonly string[] {
  const found: Pick<Treatment, 'category'>[] = [...treatmentsIn(reading, { first, end })];
  for (let at = first; at < end; at++)
    if (KINDS.has(reading, at)) found.push(...CLASSES.flatMap((each) => reading.mentionAt(at, each)?.value ?? []));
  return kindsOf(found);
}

const CLASSES = [THERAPY_WORDS, TREATMENT_WORDS] as const;
const KINDS = new ClassMap<true>(CLASSES.map((each) => [each, true]));

/** 'The study' may be an MRI or a conduction study, 'the visits' those of any therapy. */
const GROUPS: ReadonlyMap<Category, string> = new Map<Category, string>([
  ...THERAPY_CATEGORIES.map((each) => [each, 'therapy'] as const),
  ['imaging', 'study'],
  ['diagnostic-test', 'study'],
]);
