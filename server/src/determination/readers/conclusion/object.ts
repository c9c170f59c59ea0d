import { ClassMap } from '../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { CONCLUSION_WORDS } from './words.ts';

/** What a verb's object, or what follows 'with', 'for' and 'of', is. */
export type ObjectKind =
  | 'denial'
  | 'review'
  /** 'to deny', 'non-approval', 'not to look'. */
  | 'withholding'
  | 'necessity'
  | 'ground'
  | 'criteria'
  | 'physician'
  | 'patient'
  | 'request'
  | 'none';

/** In tokens. */
const FARTHEST = 12;

const KINDS = new ClassMap<ObjectKind>([
  [CONCLUSION_WORDS.denial, 'denial'],
  [CONCLUSION_WORDS['review party'], 'review'],
  [CONCLUSION_WORDS.withholds, 'withholding'],
  [CONCLUSION_WORDS['medical necessity'], 'necessity'],
  [CONCLUSION_WORDS.criteria, 'criteria'],
  [CONCLUSION_WORDS['guideline party'], 'criteria'],
  [CONCLUSION_WORDS['physician party'], 'physician'],
  [CONCLUSION_WORDS['patient party'], 'patient'],
  [CONCLUSION_WORDS['the request'], 'request'],
  [CONCLUSION_WORDS['approval word'], 'request'],
  [CONCLUSION_WORDS['request word'], 'request'],
  [CONCLUSION_WORDS.grants, 'request'],
  [CONCLUSION_WORDS['good ground'], 'ground'],
]);

/** The first that is found, unless a possessive follows it: 'utilization review's refusal' is a denial. */
export function objectIn(reading: Reading, { first, end }: TokenRange): ObjectKind {
  let possessor: ObjectKind = 'none';
  for (let at = first; at < Math.min(end, first + FARTHEST); at++) {
    const found = KINDS.at(reading, at);
    if (found === null) continue;
    if (reading.tokens.written(found.end) !== "'s" || found.end + 1 >= end) return found.value;
    // 'the carrier's view'
    possessor = found.value;
    at = found.end;
  }
  return possessor;
}

/** 'to deny the scan', 'not to look', 'to withhold it' right after a word: it is rated, not what is asked for. */
export function isRefusingInfinitive(reading: Reading, first: number, end: number): boolean {
  const { tokens } = reading;
  let isDenied = false;
  for (let at = first; at < Math.min(end, first + LONGEST_LEAD); at++) {
    const written = tokens.written(at).toLowerCase();
    if (written === 'not') isDenied = !isDenied;
    else if (written !== 'to' && written !== 'in') continue;
    else {
      const next = tokens.written(at + 1).toLowerCase() === 'not' ? at + 2 : at + 1;
      if (next === at + 2) isDenied = !isDenied;
      return isDenied !== REFUSING.has(reading, next);
    }
  }
  return false;
}

/** In tokens: 'for this patient to'. */
const LONGEST_LEAD = 5;

const REFUSING = new ClassMap<true>([
  [CONCLUSION_WORDS.withholds, true],
  [CONCLUSION_WORDS['holds back'], true],
]);
