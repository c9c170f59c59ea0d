import { Vocabulary } from '../../../language/lexicon/vocabulary.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Mention, Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import type { Treatment } from '../../model/treatment.ts';
import {
  DRUG_NAMES,
  type HeadingTreatment,
  NO_TREATMENTS,
  THERAPY_NAMES,
  THERAPY_WORDS,
  TREATMENT_NAMES,
  TREATMENT_WORDS,
} from './vocabulary.ts';

const NAMES = [NO_TREATMENTS, DRUG_NAMES, TREATMENT_NAMES, THERAPY_NAMES];
const NAMES_AND_WORDS = [...NAMES, THERAPY_WORDS, TREATMENT_WORDS];

/** The treatments that a text names, in its order. General words ('therapy', 'unit', 'injection') name none. */
export const findTreatments = (prose: Prose): readonly Found<Treatment>[] => passageOf(prose).once(readTreatments);

/** Whether words name a treatment that others name, too. */
export function nameSameTreatment(words: Prose, others: Prose): boolean {
  const names = findTreatments(others).map(({ value }) => value.name);
  return findTreatments(words).some(({ value }) => names.includes(value.name));
}

const readTreatments = (passage: PlacedPassage): readonly Found<Treatment>[] =>
  treatmentMentions(passage).map(({ value, ...range }) => found(value, passage.span(range)));

export type TreatmentMention = Mention<Treatment>;

/** The same by their tokens. */
export const treatmentMentions = (passage: Passage): readonly TreatmentMention[] => passage.get(readMentions);

const readMentions = (passage: Passage): readonly TreatmentMention[] =>
  [...passage.mentions<Treatment | null>(NAMES)].flatMap(({ value, ...mention }) =>
    value === null ? [] : [{ value, ...mention }],
  );

/** What a heading's words say about its category: names of treatments and general words. */
export const headingMentions = (passage: Passage): readonly Mention<HeadingTreatment>[] =>
  [...passage.mentions<HeadingTreatment | null>(NAMES_AND_WORDS)].flatMap(({ value, ...mention }) =>
    value === null ? [] : [{ value, ...mention }],
  );

/** The words of treatments, from which misspelled ones are made. */
export const TREATMENT_VOCABULARY = new Vocabulary(NAMES_AND_WORDS);
