import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { isNamed } from '../about/referent.ts';
import type { Sign } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';

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
  /** 'me': whom something persuades. */
  | 'reviewer'
  | 'none';

/** In tokens. */
const FARTHEST = 12;
const NEAR = 5;

const KINDS = new ClassMap<ObjectKind>([
  [ENGLISH["reviewer's I"], 'reviewer'],
  [CONCLUSION_WORDS.denial, 'denial'],
  [CONCLUSION_WORDS['review party'], 'review'],
  [CONCLUSION_WORDS.withholds, 'withholding'],
  [CONCLUSION_WORDS['medical necessity'], 'necessity'],
  [CONCLUSION_WORDS.criteria, 'criteria'],
  [CONCLUSION_WORDS['guideline party'], 'criteria'],
  [CONCLUSION_WORDS['physician party'], 'physician'],
  [CONCLUSION_WORDS['patient party'], 'patient'],
  [ENGLISH.he, 'patient'],
  [ENGLISH.she, 'patient'],
  [CONCLUSION_WORDS['the request'], 'request'],
  [CONCLUSION_WORDS['approval word'], 'request'],
  [CONCLUSION_WORDS['request word'], 'request'],
  [CONCLUSION_WORDS['operation word'], 'request'],
  [CONCLUSION_WORDS.grants, 'request'],
  [CONCLUSION_WORDS['good ground'], 'ground'],
]);

/**
 * The first that is found, unless a possessive follows it: 'utilization review's refusal' is a denial. What the heading
 * names is what is requested.
 */
export function objectIn(reading: Reading, { first, end }: TokenRange, heading: ReadonlySet<number>): ObjectKind {
  let possessor: ObjectKind = 'none';
  for (let at = first; at < Math.min(end, first + FARTHEST); at++) {
    // 'with not approving it'
    if (reading.tokens.lower(at) === 'not' && GRANTING.has(reading, at + 1)) return 'withholding';
    const found = KINDS.at(reading, at);
    // 'all twelve', 'the full six'
    if (found === null && isOfAll(reading, at) && numbers(reading).at(at + 1) !== undefined) return 'request';
    if (found === null) {
      if (isNamed(reading, { first: at, end: at + 1 }, heading)) return 'request';
      continue;
    }
    // 'the reasons given for the denial'
    const isOfDenial =
      found.value === 'ground' &&
      reading.has({ first: found.end, end: Math.min(end, found.end + NEAR) }, CONCLUSION_WORDS.denial);
    if (isOfDenial) return 'denial';
    if (reading.tokens.written(found.end) !== "'s" || found.end + 1 >= end) return found.value;
    // 'the carrier's view'
    possessor = found.value;
    at = found.end;
  }
  return possessor;
}

/** 'meets no criteria', 'satisfies none of them', 'would allow not one visit'; not 'allows no more than six'. */
export function isObjectDenied(reading: Reading, first: number, end: number): boolean {
  const { tokens } = reading;
  const at = reading.is(first, ENGLISH.degree) && !DENYING.has(tokens.lower(first)) ? first + 1 : first;
  if (at >= end || reading.is(at, ENGLISH['no denial'])) return false;
  if (DENYING.has(tokens.lower(at))) return true;
  return tokens.lower(at) === 'not' && ONE.has(tokens.lower(at + 1));
}

const DENYING: ReadonlySet<string> = new Set(['no', 'none', 'nothing', 'neither']);
const ONE: ReadonlySet<string> = new Set(['one', 'a', 'any', 'even']);

/** 'none', 'all of them', 'each', and nothing more. */
export function isNoneOrAll(reading: Reading, first: number, end: number): boolean {
  const { tokens } = reading;
  if (!COUNTED.has(tokens.lower(first))) return false;
  const last = tokens.lower(first) === 'every' && tokens.lower(first + 1) === 'one' ? first + 2 : first + 1;
  if (last >= end || tokens.isMark(last)) return true;
  return tokens.written(last) === 'of' && THEM.has(tokens.lower(last + 1));
}

const COUNTED: ReadonlySet<string> = new Set(['none', 'nothing', 'neither', 'all', 'each', 'every', 'both']);
const THEM: ReadonlySet<string> = new Set(['them', 'these', 'those', 'it', 'this']);
/** 'all', 'the full', 'the first' before a number */
const isOfAll = (reading: Reading, at: number): boolean =>
  ALL.has(reading.tokens.lower(at)) || reading.is(at, CONCLUSION_WORDS['first part']);

const ALL: ReadonlySet<string> = new Set(['all', 'these', 'those', 'full', 'the']);

/**
 * What follows a rating: 'to deny the scan', 'not to look', 'to see it turned down' (-1), 'to order it' (1). It is rated,
 * not what is requested. 0 where nothing of the kind follows.
 */
export function complementSign(reading: Reading, first: number, end: number): Sign | 0 {
  const { tokens } = reading;
  let sign: Sign = 1;
  let leads = false;
  for (let at = first; at < Math.min(end, first + LONGEST_COMPLEMENT); at++) {
    const written = tokens.lower(at);
    // 'not appropriate and ought not to be given'
    const isOther = reading.is(at, ENGLISH['clause coordinator']) && reading.is(at + 1, ENGLISH['like modal']);
    const isNext = isOther || at >= first + LONGEST_LEAD;
    if (tokens.isMark(at) || (!leads && isNext)) break;
    const turned: Sign = sign > 0 ? -1 : 1;
    if (written === 'not' || written === 'without') sign = turned;
    else if (written === 'to' || written === 'in') leads = true;
    else if (leads && (REFUSING.has(reading, at) || isSentHome(reading, at))) return turned;
    else if (leads && GRANTING.has(reading, at)) return sign;
  }
  // 'not to look'
  return leads && sign < 0 ? sign : 0;
}

/** 'to send him home' */
const isSentHome = ({ tokens }: Reading, at: number): boolean =>
  tokens.lower(at) === 'send' && (tokens.written(at + 2) === 'home' || tokens.written(at + 3) === 'home');

/** In tokens: 'for this patient to'. */
const LONGEST_LEAD = 5;
const LONGEST_COMPLEMENT = 14;

export const REFUSING = new ClassMap<true>([
  [CONCLUSION_WORDS.withholds, true],
  [CONCLUSION_WORDS['holds back'], true],
  [CONCLUSION_WORDS['does without'], true],
]);

const GRANTING = new ClassMap<true>([
  [CONCLUSION_WORDS.grants, true],
  [CONCLUSION_WORDS['carries out'], true],
  [CONCLUSION_WORDS['goes ahead'], true],
  [CONCLUSION_WORDS.recommends, true],
]);
