import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { denialsOfFront } from './inversion.ts';

/** A stated ground, and what it is a ground for: 'no reason to refuse'. */
export interface Ground {
  readonly negations: number;
  /** -1 where it is one for withholding. */
  readonly complement: number;
  /** The position after its complement. */
  readonly end: number;
}

/** In tokens. */
const FARTHEST = 9;

/** The ground that a noun names; null where it is none for or against the treatment. */
export function groundAt(reading: Reading, at: number, end: number, clause: Clause): Ground | null {
  const { tokens } = reading;
  const determiner = determinerBefore(reading, at, clause) ?? soughtInVain(reading, at, end, clause);
  if (determiner === null) return null;
  // 'no reason to conclude that …' is the matrix of what follows.
  for (let next = end; next < end + 4; next++)
    if (tokens.lower(next) === 'that' && !isOfThat(reading, next)) return null;
  // 'no reason to do otherwise' is one for what others did.
  if (tokens.hasAny({ first: end, end: end + 4 }, OTHERWISE)) return null;
  let { negations } = determiner;
  // 'a lack of any clear reason'
  for (let before = determiner.first - 1; before >= Math.max(clause.first, determiner.first - 3); before--) {
    // 'No deficiency, no basis.'
    if (tokens.written(before) === ',') break;
    if (reading.is(before, CONCLUSION_WORDS['too little'])) {
      negations++;
      break;
    }
  }
  for (let before = clause.verb; before < determiner.first; before++) {
    if (NOT.has(tokens.lower(before)) || FAILS.has(reading, before)) negations++;
  }
  const front = denialsOfFront(reading, clause);
  // 'At no point do I find it necessary'
  if (front !== null && at < clause.verb) return null;
  negations += front ?? 0;
  if (negations === 0 && !determiner.isAmple && !determiner.isPerceived) return null;
  const complement = complementAfter(reading, end, reading.endOfSentence(at));
  if (complement.sign === 0 && end < clause.end && !endsHere(reading, end)) return null;
  // 'It has a good reason to ache'
  const isOwn =
    negations === 0 && tokens.written(end) === 'to' && reading.has({ first: clause.verb, end: at }, ENGLISH.have);
  if (isOwn && complement.sign === 0) return null;
  return { negations, complement: complement.sign < 0 ? -1 : 1, end: complement.end };
}

/** 'in the view that', 'with that' */
const isOfThat = (reading: Reading, at: number): boolean =>
  reading.is(at - 2, ENGLISH.article) || reading.is(at - 1, ENGLISH.preposition);

interface Determiner {
  readonly first: number;
  readonly negations: number;
  /** 'every reason', 'ample support'. */
  readonly isAmple: boolean;
  /** 'I see the need', 'I cannot see the point'. */
  readonly isPerceived: boolean;
}

/** 'I looked for a reason to approve it, and found none' says that there is none. */
function soughtInVain(reading: Reading, at: number, end: number, { first }: Clause): Determiner | null {
  const start = Math.max(first, at - NEAR_SELF);
  if (!reading.has({ first: start, end: at }, CONCLUSION_WORDS['conclusion searches'])) return null;
  const last = Math.min(reading.endOfSentence(at), end + FARTHEST_EVIDENCE);
  if (!reading.tokens.hasAny({ first: end, end: last }, IN_VAIN)) return null;
  return { first: at, negations: 1, isAmple: false, isPerceived: false };
}

const IN_VAIN: ReadonlySet<string> = new Set(['none', 'vain', 'not', "n't", 'nothing', 'nowhere']);

/** The determiner before a noun, over adjectives. */
function determinerBefore(reading: Reading, at: number, clause: Clause): Determiner | null {
  const { tokens } = reading;
  const floor = clause.first;
  let isAmple = false;
  for (let before = at - 1; before >= Math.max(floor, at - 4); before--) {
    const written = tokens.lower(before);
    if (NO.has(written) || SCANT.has(reading, before))
      return { first: before, negations: 1, isAmple, isPerceived: false };
    if (written === 'any') return { first: before, negations: 0, isAmple, isPerceived: false };
    // 'there is justification'
    if (before === at - 1 && reading.is(before, ENGLISH.be) && tokens.lower(before - 1) === 'there')
      return { first: at, negations: 0, isAmple: true, isPerceived: false };
    if (isPerceived(reading, before, clause)) return { first: before, negations: 0, isAmple, isPerceived: true };
    isAmple ||= reading.is(before, CONCLUSION_WORDS['ground for it']);
    const ends =
      !tokens.isWord(before) || reading.is(before, ENGLISH.article) || reading.is(before, ENGLISH.preposition);
    if (ends) return isAmple ? { first: before + 1, negations: 0, isAmple, isPerceived: false } : null;
  }
  return isAmple ? { first: Math.max(floor, at - 4), negations: 0, isAmple, isPerceived: false } : null;
}

/** 'I see the need', 'I do not find medical necessity': after a verb of seeing of the reviewer's, with or without an article. */
function isPerceived(reading: Reading, at: number, { first, kind }: Clause): boolean {
  // Not 'find fault'
  const isBare = reading.is(at + 1, CONCLUSION_WORDS['good ground']);
  const verb = reading.is(at, ENGLISH.article) ? at - 1 : isBare ? at : -1;
  if (kind === 'relative' || !reading.is(verb, CONCLUSION_WORDS.perceives)) return false;
  for (let before = verb - 1; before >= Math.max(first, verb - NEAR_SELF); before--) {
    if (reading.is(before, CONCLUSION_WORDS['reviewer self'])) return true;
  }
  return false;
}

/** In tokens. */
const NEAR_SELF = 6;

const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'cannot', 'unable']);

const FAILS = new ClassMap<true>([
  [ENGLISH.barely, true],
  [CONCLUSION_WORDS.misses, true],
]);

/** 'insufficient justification', 'hardly any reason' */
const SCANT = new ClassMap<true>([[CONCLUSION_WORDS['too little'], true]]);

const NO: ReadonlySet<string> = new Set(['no', 'little', 'without', 'neither', 'nor', 'scant']);

interface Complement {
  /** -1: for withholding it; 1: for granting it; 0: not known. */
  readonly sign: number;
  /** The position after the first word that states it. */
  readonly end: number;
}

const COMPLEMENTS = new ClassMap<1 | -1>([
  [CONCLUSION_WORDS.overturns, 1],
  [CONCLUSION_WORDS.corrects, 1],
  [CONCLUSION_WORDS.upholds, -1],
  [CONCLUSION_WORDS.denial, -1],
  [CONCLUSION_WORDS['holds back'], -1],
  [CONCLUSION_WORDS.withholds, -1],
  [CONCLUSION_WORDS.grants, 1],
  [CONCLUSION_WORDS.changes, -1],
  [CONCLUSION_WORDS['carries out'], 1],
  [CONCLUSION_WORDS['goes ahead'], 1],
  [CONCLUSION_WORDS['the request'], 1],
  [CONCLUSION_WORDS['approval word'], 1],
  [CONCLUSION_WORDS['request word'], 1],
  [CONCLUSION_WORDS['other part'], 1],
  [CONCLUSION_WORDS['more of it'], 1],
]);

function complementAfter(reading: Reading, end: number, last: number): Complement {
  const { tokens } = reading;
  // 'no ground on which its use could be refused'
  const refused =
    tokens.written(end + 1) === 'which' ? refusedIn(reading, end + 2, Math.min(end + FARTHEST, last)) : -1;
  if (refused >= 0) return { sign: -1, end: refused };
  let noun: Complement | null = null;
  // 'no reason not to scan him'
  let turned = 1;
  for (let next = end; next < Math.min(end + FARTHEST, last); next++) {
    const found = COMPLEMENTS.at(reading, next);
    // 'no basis for anything but approval'
    if (tokens.written(next) === 'anything' && BUT.has(tokens.written(next + 1))) turned = -1;
    if (isTurnedDown(reading, next)) return { sign: -1, end: next + TURNED_DOWN };
    if (isKeptFrom(reading, next, last)) return { sign: -1, end: next + 1 };
    // 'to make him wait'
    if (MAKES.has(tokens.lower(next)) && PATIENTS.has(tokens.lower(next + 1))) return { sign: -1, end: next + 2 };
    if (tokens.written(next) === 'not') turned = -1;
    if (noun !== null && found !== null && (found.form === 0 || found.value > 0)) continue;
    // 'no ground upon which the scan might be refused'
    if (found !== null && found.form === 0 && found.value > 0 && noun === null) {
      noun = { sign: found.value * turned, end: found.end };
      continue;
    }
    // 'I am asked to uphold it. I see no ground to do so.'
    if (tokens.lower(next) === 'do' && tokens.lower(next + 1) === 'so')
      return { sign: (deedBefore(reading, end) || 1) * turned, end: next + 2 };
    // What is said about a verb is not said about its object: 'to disturb the denial'.
    if (found !== null)
      return { sign: found.value * turned, end: found.form === 0 ? found.end : endOfPhrase(reading, found.end, last) };
    if (STOPS.has(reading.tokens.written(next))) break;
  }
  return noun ?? { sign: 0, end };
}

/** What 'to do so' is, by the infinitive before it; 0 where none is near. */
function deedBefore(reading: Reading, at: number): 1 | -1 | 0 {
  for (let before = at - 1; before > Math.max(0, at - FARTHEST_EVIDENCE); before--) {
    const found = reading.tokens.lower(before - 1) === 'to' ? COMPLEMENTS.at(reading, before) : null;
    if (found !== null && found.form !== 0) return found.value;
  }
  return 0;
}

const OTHERWISE: ReadonlySet<string> = new Set(['otherwise', 'differently']);

/** The position after 'refused' in 'its use could be refused'; -1 where nothing is withheld. */
function refusedIn(reading: Reading, first: number, end: number): number {
  for (let at = first; at < end; at++)
    if ((reading.formAt(at) & Form.participle) !== 0 && WITHHELD.has(reading, at)) return at + 1;
  return -1;
}

const WITHHELD = new ClassMap<true>([
  [CONCLUSION_WORDS.withholds, true],
  [CONCLUSION_WORDS['holds back'], true],
]);

/** 'to keep the visits from her' */
function isKeptFrom({ tokens }: Reading, at: number, last: number): boolean {
  if (!KEEPS.has(tokens.lower(at))) return false;
  for (let next = at + 1; next < Math.min(last, at + FARTHEST_FROM); next++)
    if (tokens.written(next) === 'from') return true;
  return false;
}

const KEEPS: ReadonlySet<string> = new Set(['keep', 'take', 'exclude']);
/** In tokens. */
const FARTHEST_FROM = 6;

const MAKES: ReadonlySet<string> = new Set(['make', 'keep']);
const PATIENTS: ReadonlySet<string> = new Set(['him', 'her', 'them']);

const BUT: ReadonlySet<string> = new Set(['but', 'except']);

/** 'to turn this down', 'to send it back' */
const isTurnedDown = ({ tokens }: Reading, at: number): boolean =>
  TURNS.has(tokens.lower(at)) && PARTICLES.has(tokens.lower(at + TURNED_DOWN - 1));

/** In tokens. */
const TURNED_DOWN = 3;
const TURNS: ReadonlySet<string> = new Set(['turn', 'send', 'strike', 'throw']);
const PARTICLES: ReadonlySet<string> = new Set(['down', 'away', 'back', 'out']);

const STOPS: ReadonlySet<string> = new Set(['.', ';', ':', ',']);

function endOfPhrase(reading: Reading, at: number, last: number): number {
  let end = at;
  while (end < last && !reading.tokens.isMark(end) && !reading.is(end, ENGLISH['clause coordinator'])) end++;
  return end;
}

/** What is before 'to support the request': too little for it, or enough. */
export function evidenceBefore(reading: Reading, at: number, { first }: TokenRange): 'lacking' | 'ample' | 'none told' {
  for (let before = at - 1; before >= Math.max(first, at - FARTHEST_EVIDENCE); before--) {
    if (reading.is(before, CONCLUSION_WORDS.insufficient)) return 'lacking';
    // 'not enough', 'far from convincing'
    if (reading.is(before, CONCLUSION_WORDS.ample)) return isDeniedHere(reading, before) ? 'lacking' : 'ample';
  }
  return 'none told';
}

function isDeniedHere(reading: Reading, at: number): boolean {
  for (let before = at - 1; before >= at - FARTHEST_NOT; before--) {
    if (reading.is(before, ENGLISH.negation)) return reading.endOfClass(before, ENGLISH['no denial']) <= before;
    if (reading.endOfClass(before, ENGLISH.barely) > before) return true;
    if (!reading.tokens.isWord(before) || reading.formAt(before) !== 0) return false;
  }
  return false;
}

/** In tokens: 'not a very strong'. */
const FARTHEST_NOT = 3;

/** In tokens. */
const FARTHEST_EVIDENCE = 30;

/** The 'for' of 'case for' is a word of it. */
const endsHere = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, ENGLISH.preposition) ||
  reading.tokens.isMark(at) ||
  reading.is(at, ENGLISH.degree) ||
  reading.is(at, ENGLISH.preposition) ||
  reading.is(at, ENGLISH.coordinator);
