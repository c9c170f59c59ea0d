import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { Treatment } from '../../../model/treatment.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { DRUG_NAMES, THERAPY_NAMES, TREATMENT_NAMES } from '../../treatments/vocabulary.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Heading } from './referent.ts';

const NAMES = [DRUG_NAMES, THERAPY_NAMES, TREATMENT_NAMES] as const;
const NAMED = new ClassMap<true>(NAMES.map((each) => [each, true]));

/** The words name a treatment by its name, and it is of another category than those that the heading names. */
export function isOtherTreatment(reading: Reading, range: TokenRange, heading: Heading): boolean {
  const own = treatmentsIn(reading, range);
  if (own.length === 0) return isOperation(reading, range, heading);
  for (let at = range.first; at < range.end; at++) {
    const { tokens } = reading;
    const isName = tokens.end(at) - tokens.start(at) > 3 || tokens.isCapitals(at);
    if (heading.words.has(tokens.word(at)) && isName && !reading.is(at, BODY_PART_NAMES)) return false;
  }
  const asked = heading.treatments;
  return asked.length > 0 && own.every((one) => asked.every((other) => isAnother(one, other)));
}

/** Of another category; or a drug that is neither the other nor of the class that the other names. */
function isAnother(one: Treatment, other: Treatment): boolean {
  if (one.category !== other.category) return true;
  if (one.category !== 'medication' || one.name === other.name) return false;
  return one.drugClass !== other.name && other.drugClass !== one.name;
}

/** 'The operation' where none is in dispute. */
const isOperation = (reading: Reading, range: TokenRange, { treatments, isOfSurgery }: Heading): boolean =>
  !isOfSurgery && treatments.length > 0 && reading.has(headOf(reading, range), CONCLUSION_WORDS['operation word']);

/** Without what a preposition adds: 'use in the week after the operation' is no operation. */
function headOf(reading: Reading, { first, end }: TokenRange): TokenRange {
  let stop = first;
  while (stop < end && !reading.is(stop, ENGLISH.preposition)) stop++;
  return { first, end: stop };
}

/** The treatments that are named in a range. */
export function treatmentsIn(reading: Reading, { first, end }: TokenRange): readonly Treatment[] {
  const found: Treatment[] = [];
  for (let at = first; at < end; at++) found.push(...treatmentsAt(reading, at));
  return found;
}

/** The treatments whose names begin at a token. */
export function treatmentsAt(reading: Reading, at: number): readonly Treatment[] {
  if (!NAMED.has(reading, at)) return NONE;
  return NAMES.flatMap((each) => reading.mentionAt(at, each)?.value ?? []);
}

const NONE: readonly Treatment[] = [];
