import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { durations } from '../../../../language/values/duration.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { FUNCTION_WORDS } from '../words/functionWords.ts';
import { AGENTS, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';

/** The 'within' of 'within a period of six months' compares nothing. */
export function isOfTime(reading: Reading, at: number, from: number): boolean {
  if (reading.tokens.lower(at) !== 'within') return false;
  for (let next = from; next < from + NOUN_REACH; next++) {
    if (durations(reading).at(next) !== undefined || reading.is(next, VISIT_WORDS['stretch of time'])) return true;
  }
  return false;
}

/**
 * The 'past' of 'nothing past ten visits', 'extended past the first six'; not that of 'her past visits', 'in the past'. And
 * the 'earlier' of 'the eight of the earlier request', which were asked for.
 */
export function isBeyond(reading: Reading, sentence: TokenRange, at: number): boolean {
  const { tokens } = reading;
  const next = reading.mentionAt(at + 1, VISIT_CUES);
  if (next?.value === 'requested' && tokens.lower(at - 1) === 'the' && reading.is(at - 2, ENGLISH.preposition))
    return true;
  if (tokens.lower(at) !== 'past' || at === sentence.first || tokens.isMark(at - 1)) return false;
  const isBeforeNumber = [at + 1, at + 2, at + 3].some((each) => numbers(reading).at(each) !== undefined);
  if (!isBeforeNumber) return false;
  return !FUNCTION_WORDS.has(reading, at - 1) || reading.is(at - 1, VISIT_WORDS['ruling out']);
}

/** The 'request' of 'in the year before the request' is a time; not that of 'before the request for twelve visits'. */
export function isTimeOfRequest(reading: Reading, at: number, end: number): boolean {
  if (!reading.is(at - 1, ENGLISH.article) || reading.is(end, ENGLISH.preposition)) return false;
  return [at - 2, at - 3].some((before) => reading.endOfClass(before, VISIT_WORDS.earlier) === at - 1);
}

/** The 'left' of 'left knee' leaves nothing. */
export function isSide(reading: Reading, sentence: TokenRange, next: number): boolean {
  const isWord = next < sentence.end && reading.tokens.isWord(next);
  return isWord && !reading.is(next, ENGLISH.preposition);
}

/** 'The therapist schedules two visits', 'she tables it': no schedule and no table, but what someone does. */
export function isOfPerson(reading: Reading, at: number): boolean {
  const agent = reading.mentionAt(at - 1, AGENTS)?.value;
  return (agent !== undefined && agent !== 'guideline') || PERSONS.some((each) => reading.is(at - 1, each));
}

/** 'It is against that benchmark that eight must be judged': one named before; not 'that cap of ten', 'this limit, ten'. */
export function refersBack(reading: Reading, at: number, end: number): boolean {
  if (!reading.is(at - 1, ENGLISH.demonstrative)) return false;
  return reading.tokens.isWord(end) && reading.tokens.lower(end) !== 'of';
}

/** The 'treated' of 'tendinitis treated medically is', 'a tear treated without surgery is': a condition, and no visits. */
export function isOfCondition(reading: Reading, at: number, form: number): boolean {
  if ((form & Form.participle) === 0 || reading.is(at - 1, ENGLISH.be) || reading.is(at - 1, ENGLISH.have))
    return false;
  // 'a fracture treated by surgery'
  if (reading.tokens.lower(at) === 'treated' && reading.tokens.isWord(at - 1) && HOW.has(reading.tokens.lower(at + 1)))
    return true;
  for (let next = at + 1; next <= at + NOUN_REACH && reading.tokens.isWord(next); next++)
    if (reading.is(next, ENGLISH.be)) return PRESENT.has(reading.tokens.lower(next));
  return false;
}

/** 'It is not known whether the twelve visits were attended.' */
export function isAskedWhether({ tokens }: Reading, sentence: TokenRange, first: number): boolean {
  for (let at = first - 1; at >= Math.max(sentence.first, first - ASKED_REACH) && tokens.isWord(at); at--)
    if (tokens.lower(at) === 'whether') return true;
  return false;
}

const HOW: ReadonlySet<string> = new Set(['by', 'without', 'surgically', 'medically', 'conservatively']);
const PRESENT: ReadonlySet<string> = new Set(['is', 'are']);
const PERSONS = [ENGLISH.he, ENGLISH.she, ENGLISH.they] as const;
/** In tokens. */
const NOUN_REACH = 4;
const ASKED_REACH = 5;
