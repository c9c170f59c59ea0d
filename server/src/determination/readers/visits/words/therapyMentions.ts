import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { Values } from '../../../../language/values/value.ts';
import type { Category } from '../../../model/determination.ts';
import { NO_TREATMENTS, THERAPY_NAMES, THERAPY_WORDS, TREATMENT_NAMES } from '../../treatments/vocabulary.ts';
import { THERAPY_COLLOQUIAL } from './vocabulary.ts';

/** A therapy, or another service that is had in sessions, as words name it. */
export interface TherapyMention extends TokenRange {
  /** `any therapy`: 'therapy', 'the therapist' may be of several kinds, and so may `any program`. */
  readonly category: Category | 'any therapy' | 'any program';
  /** One name for all its names; null where there is only a general word. */
  readonly name: string | null;
  readonly isProvider: boolean;
}

/** Also counted in sessions, but not the sessions of a therapy. */
const ALSO_COUNTED: ReadonlySet<Category> = new Set<Category>(['injection', 'home-care', 'consultation', 'other']);

/** The therapy that begins at a token: the longest name, of equal ones the colloquial. */
export function therapyAt(reading: Reading, at: number): TherapyMention | null {
  const end = THERAPY_CLASSES.at(reading, at)?.end ?? -1;
  if (end < 0 || reading.endOfClass(at, NO_TREATMENTS) > end) return null;
  const colloquial = reading.mentionAt(at, THERAPY_COLLOQUIAL);
  if (colloquial?.end === end) {
    const { category, name, isProvider } = colloquial.value;
    return category === 'not counted' ? null : { first: at, end, category, name, isProvider };
  }
  const named = reading.mentionAt(at, THERAPY_NAMES) ?? otherAt(reading, at);
  if (named?.end === end) {
    const { category, name } = named.value;
    return { first: at, end, category, name, isProvider: false };
  }
  const general = reading.mentionAt(at, THERAPY_WORDS)?.value.category;
  // Exercise and modalities are a part of many things.
  if (general === undefined || general === 'physical-therapy') return null;
  return { first: at, end, category: general, name: null, isProvider: false };
}

const THERAPY_CLASSES = new ClassMap<true>(
  [THERAPY_COLLOQUIAL, THERAPY_NAMES, THERAPY_WORDS, TREATMENT_NAMES].map((each) => [each, true]),
);

function otherAt(reading: Reading, at: number) {
  const other = reading.mentionAt(at, TREATMENT_NAMES);
  return other !== null && ALSO_COUNTED.has(other.value.category) ? other : null;
}

/** Whether it is counted in visits that a guideline limits: an injection, a nurse and a physician are not. */
export const isCountedInVisits = ({ category }: TherapyMention): boolean =>
  category === 'any therapy' || category === 'any program' || !ALSO_COUNTED.has(category);

/** The therapies that a letter names, in order. */
export const therapyMentions = (reading: Reading): Values<TherapyMention> => reading.get(readTherapies);

function readTherapies(reading: Reading): Values<TherapyMention> {
  const all: TherapyMention[] = [];
  const { count } = reading.tokens;
  const places = THERAPY_CLASSES.places(reading);
  for (let at = places.next(0, count); at < count; ) {
    const therapy = therapyAt(reading, at);
    if (therapy !== null) all.push(therapy);
    at = places.next(therapy?.end ?? at + 1, count);
  }
  return new Values(all);
}

/** What is had in days, in a program. */
export const PROGRAMS: ReadonlySet<string> = new Set(['work-hardening', 'functional-restoration']);
