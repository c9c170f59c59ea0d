import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary, isFiniteAt } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import type { Heading } from '../about/referent.ts';
import type { Outcome, Position } from '../rows/constructions.ts';
import { endsPhrase } from '../rows/requirements.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { INDEFINITE, type Subject } from './subject.ts';

interface Word {
  readonly at: number;
  readonly end: number;
  /** Bits of `Form`; 0 where it is no verb. */
  readonly form: number;
  readonly group: VerbGroup;
  readonly isWished: boolean;
  readonly isShared: boolean;
  readonly clause: Clause;
  /** The subject that is in the clause itself. */
  readonly own: Subject;
}

/** The place of a deciding word in its clause; null where it does not decide there: 'the appropriate dose', 'to deny'. */
function positionOf(reading: Reading, word: Word): Position | null {
  const { end, form, group, clause } = word;
  if (form === 0) {
    // 'The criteria are there set out'
    if (reading.tokens.lower(word.at) === 'there' && !endsPhrase(reading, end, clause)) return null;
    // What is not the first choice may be the second.
    if (group.negations > 0 && reading.tokens.lower(word.at) === 'first') return null;
    // 'showed nothing dangerous'
    if (PRONOMINAL.has(reading.tokens.lower(word.at - 1)) && word.at - 1 > clause.first) return null;
    // 'is not just reasonable'
    const isJust = reading.tokens.lower(word.at) === 'just' && reading.tokens.lower(word.at - 1) === 'not';
    if (isJust && reading.tokens.isWord(end)) return null;
    if (isReasonableAs(reading, word)) return null;
    if (group.isInfinitive && !group.isFinite && !group.isJudged) return null;
    if (isOfOtherNoun(reading, word)) return null;
    if (group.hasLink || group.isJudged) return 'predicate';
    // 'UR denied it, calling it no longer appropriate' is what they say.
    if (isCalled(reading, word)) return null;
    // 'names no date of service' is no note: it has a verb; nor do 'No diary of use.' and 'a year of use' rate anything.
    const isAttribute =
      reading.tokens.lower(word.at) === 'of' && word.own.kind !== 'reviewer' && !isFirst(reading, clause, word.at);
    // 'The answer: no.'
    const isSubject = reading.tokens.written(word.at) === 'The';
    const ends = endsPhrase(reading, end, clause) || isSetOffFormula(reading, word);
    return !isAttribute && !isSubject && isNote(reading, word) && ends ? 'predicate' : null;
  }
  const isAfterTo = reading.tokens.written(word.at - 1) === 'to' && (form & Form.base) !== 0;
  if (isAfterTo && !group.isFinite && (form & Form.base) !== 0 && group.isInfinitive) return 'infinitive';
  if ((form & Form.participle) !== 0 && !isAfterTo) return participle(reading, word);
  if ((form & Form.ing) !== 0 || group.hasArticle) return null;
  // 'These rails prevent falls'
  if ((form & Form.thirdPerson) !== 0 && isObjectOf(reading, word.at)) return null;
  // 'I have no quarrel with it'
  if (group.first === word.at && reading.tokens.lower(word.at - 1) === 'no') return null;
  // 'I looked for support'
  if (group.first === word.at && FOR.has(reading.tokens.lower(word.at - 1))) return null;
  // 'In its favor: …'
  if (reading.is(word.at - 1, ENGLISH.possessive)) return null;
  const { tokens } = reading;
  if ((form & Form.base) !== 0 && isNextCommand(reading, clause, word.at, group)) return 'command';
  if (word.own.kind !== 'none' || group.isInfinitive || (form & Form.base) === 0) return 'active';
  if (tokens.written(group.first - 1) === ')') return null;
  // 'Support for the scan is wanting.'
  if (clause.verb >= end && clause.verb < clause.end && isAuxiliary(reading, clause.verb)) return null;
  const isCommand = isFirst(reading, clause, group.first);
  return isCommand && !group.isPast && !group.isPerfect ? 'command' : 'active';
}

/** After a plural and a verb of its own: 'rails prevent | falls'. */
const isObjectOf = (reading: Reading, at: number): boolean =>
  (reading.formAt(at - 1) & Form.base) !== 0 &&
  !reading.is(at - 1, CONCLUSION_WORDS['request word']) &&
  !reading.is(at - 1, CONCLUSION_WORDS['the request']) &&
  reading.tokens.lower(at - 2).endsWith('s') &&
  reading.tokens.isWord(at - 2) &&
  reading.formAt(at - 2) === 0;

const PRONOMINAL: ReadonlySet<string> = new Set(['nothing', 'something', 'anything', 'everything']);

const FOR: ReadonlySet<string> = new Set(['for', 'of']);

/** 'Yes, medically necessary beside her exercises.' */
const isSetOffFormula = (reading: Reading, { at, group, clause }: Word): boolean =>
  reading.is(at, CONCLUSION_WORDS['medically necessary']) &&
  (group.first === clause.first || reading.tokens.isMark(group.first - 1));

/** 'Reasonable as it may sound, …' */
const isReasonableAs = ({ tokens }: Reading, { at, end, clause }: Word): boolean =>
  at === clause.first && CONCEDING.has(tokens.lower(end)) && IT.has(tokens.lower(end + 1));

const CONCEDING: ReadonlySet<string> = new Set(['as', 'though']);
const IT: ReadonlySet<string> = new Set(['it', 'they', 'this', 'that', 'the']);

/** 'calling it', 'finding the gel' right before. */
function isCalled(reading: Reading, { at, clause }: Word): boolean {
  for (let before = at - 1; before > Math.max(clause.first, at - FARTHEST_CALL); before--) {
    if ((reading.formAt(before) & Form.ing) !== 0) return true;
  }
  return false;
}

/** In tokens. */
const FARTHEST_CALL = 6;

/** 'is approved', 'Approved.', 'Fusion not supported.'; 'they approved it' is active. */
function participle(reading: Reading, word: Word): Position | null {
  const { end, form, group, isWished, clause, own, at } = word;
  // 'Granted, the drug does help'
  if (at === clause.first && reading.tokens.written(end) === ',' && hasVerbAfter(reading, end)) return null;
  // 'Not to be continued.'
  const isNotToBe = group.isInfinitive && group.negations > 0 && isFirst(reading, clause, group.first);
  if (isNotToBe && group.hasLink && endsNote(reading, end, clause)) return 'passive';
  if (group.isInfinitive && !group.isFinite && !group.isJudged) return null;
  if (group.hasArticle || isBetweenCommas(reading, word)) return null;
  if (group.hasLink || isWished || (group.isJudged && !group.isPerfect)) return 'passive';
  const before = reading.tokens.lower(group.first - 1);
  if (reading.is(group.first - 1, CONCLUSION_WORDS['guideline party'])) return null;
  if (group.first > clause.first && PRONOUNS.has(before)) return 'active';
  if ((form & Form.base) !== 0 && own.kind === 'none' && isFirst(reading, clause, group.first)) return 'command';
  if (isNote(reading, word, at) && endsNote(reading, end, clause)) return 'passive';
  return (form & Form.past) !== 0 && own.kind !== 'none' && (group.isPerfect || group.isPast) ? 'active' : null;
}

/** 'Biofeedback, refused in the same letter, is': it only describes. */
function isBetweenCommas({ tokens }: Reading, { end, group, clause }: Word): boolean {
  if (group.hasLink || tokens.written(group.first - 1) !== ',' || clause.verb >= clause.end) return false;
  return clause.verb > end && tokens.written(clause.verb - 1) === ',';
}

/** In tokens. */
const FARTHEST_VERB = 10;

function hasVerbAfter(reading: Reading, comma: number): boolean {
  for (let at = comma + 1; at < comma + FARTHEST_VERB && !ENDS.has(reading.tokens.written(at)); at++)
    if (isFiniteAt(reading, at)) return true;
  return false;
}

const ENDS: ReadonlySet<string> = new Set(['.', ';', ':']);

const PRONOUNS: ReadonlySet<string> = new Set(['i', 'we', 'he', 'she', 'they', 'you']);

/** 'Certified as requested.' ends, 'allowed only as a patch' does not. */
const endsNote = (reading: Reading, end: number, clause: Clause): boolean =>
  endsPhrase(reading, end, clause) && (reading.is(end, ENGLISH.degree) || !reading.is(end, ENGLISH.subordinator));

/** A short clause without a finite verb, as notes are written. In tokens. */
const LONGEST_NOTE = 14;

function isNote(reading: Reading, { clause, at: start, end }: Word, but = -1): boolean {
  const { tokens } = reading;
  for (let at = clause.first; at < clause.end; at++) {
    if (at > clause.first + LONGEST_NOTE) return false;
    if (at > but && tokens.written(at) === ',') return true;
    // The 'must' of 'a must' is none.
    if ((at < start || at >= end) && isAuxiliary(reading, at)) return false;
  }
  return true;
}

const LEADS = new ClassMap<true>([
  [ENGLISH.degree, true],
  [ENGLISH.contrast, true],
  [ENGLISH['clause coordinator'], true],
]);

/** 'Certify six, deny ten.', 'On lisinopril, approve.': after a comma of what has no other verb. */
const isNextCommand = (reading: Reading, clause: Clause, at: number, { first }: VerbGroup): boolean =>
  // 'not appropriate, do not approve'
  (first < at && clause.verb === first && reading.is(first, ENGLISH.do) && reading.tokens.written(first - 1) === ',') ||
  isNextBareCommand(reading, clause, at, first);

const isNextBareCommand = (reading: Reading, clause: Clause, at: number, first: number): boolean =>
  first === at &&
  (clause.verb >= clause.end || (COMMANDS.has(reading, at) && reading.tokens.written(at + 1) === '.')) &&
  reading.tokens.written(at - 1) === ',' &&
  (COMMANDS.has(reading, clause.first) || reading.tokens.written(at + 1) === '.');

const COMMANDS = new ClassMap<true>([
  [CONCLUSION_WORDS.grants, true],
  [CONCLUSION_WORDS.withholds, true],
  [CONCLUSION_WORDS['carries out'], true],
]);

/** Whether the clause begins here, but for adverbs and conjunctions. */
function isFirst(reading: Reading, { first }: Clause, at: number): boolean {
  for (let before = first; before < at; before++) {
    if (!reading.tokens.isMark(before) && !LEADS.has(reading, before)) return false;
  }
  return true;
}

const NOUNS = new ClassMap<true>([
  [CONCLUSION_WORDS['request word'], true],
  [CONCLUSION_WORDS['the request'], true],
  [CONCLUSION_WORDS.step, true],
]);

/** 'It is a sound rule': the predicate is the rule's, not the treatment's. */
const isOfOtherNoun = (reading: Reading, { group, isShared, end, clause }: Word): boolean =>
  (group.hasArticle || isShared) &&
  end < clause.end &&
  !endsPhrase(reading, end, clause) &&
  (!NOUNS.has(reading, end) || (isShared && reading.tokens.written(end) === 'one'));

/** 'I cannot endorse it as necessary': the verb before says it. */
export function isAfterAs({ tokens }: Reading, at: number, { first }: VerbGroup): boolean {
  if (tokens.written(first) === 'as' || tokens.written(at - 1) === 'as') return true;
  // 'is recommended as a first-line option'
  return INDEFINITE.has(tokens.lower(at - 1)) && tokens.written(at - 2) === 'as';
}

/** 'With the brace approved above, …': the clause says something else. */
export function isGivenBefore({ tokens }: Reading, { first, verb, end }: Clause, at: number): boolean {
  const opens = tokens.lower(first);
  return (opens === 'with' || opens === 'given') && (verb >= end || verb >= at);
}

/** 'should not lightly be done', 'is not to be done in haste': it may well be done. */
export function isRash(reading: Reading, { first, negations }: VerbGroup, end: number): boolean {
  if (negations === 0) return false;
  return reading.has({ first, end: end + LONGEST_RASH }, CONCLUSION_WORDS['conclusion rashly']);
}

/** In tokens: 'in haste'. */
const LONGEST_RASH = 2;

/** 'MD': two capitals that are no word of deciding. */
export const isAbbreviation = ({ tokens }: Reading, at: number): boolean =>
  tokens.isCapitals(at) &&
  tokens.end(at) - tokens.start(at) === 2 && // 'in MN' is a state.
  (!SPOKEN.has(tokens.written(at)) || STATED.has(tokens.lower(at - 1)));

const STATED: ReadonlySet<string> = new Set(['in', 'from']);
const SPOKEN: ReadonlySet<string> = new Set(['OK', 'MN']);

/** ', which is denied': a decision of now, in a clause that only adds to another. */
export const isAdded = (
  reading: Reading,
  { kind, first, verb, end }: Clause,
  row: Outcome,
  group: VerbGroup,
): boolean =>
  kind === 'relative' &&
  reading.tokens.lower(first) === 'which' &&
  reading.tokens.written(first - 1) === ',' &&
  // ', which makes the brace unnecessary'
  ((row.isDecision === true && row.sign < 0) ||
    (verb === first + 1 &&
      reading.is(verb, CONCLUSION_WORDS.makes) &&
      STOPS.has(reading.tokens.written(end - 1)) &&
      !reading.tokens.hasAny({ first, end }, COMMA))) &&
  !group.isPast &&
  !group.isPerfect;

const STOPS: ReadonlySet<string> = new Set(['.', ';']);
const COMMA: ReadonlySet<string> = new Set([',']);

/** 'outside what the guideline foresees' */
export const isWhat = ({ tokens }: Reading, { first }: Clause): boolean => tokens.lower(first) === 'what';

/**
 * The same of a clause after one with a subject: 'He is weak and cannot use crutches' orders nothing, nor does 'The surgeon
 * saw him and would approve it'.
 */
export function positionAfter(reading: Reading, word: Word, before: Subject | null, heading: Heading): Position | null {
  const position = positionOf(reading, word);
  if (position === 'command' && heading.words.has(reading.tokens.word(word.at)) && isOfNote(reading, word)) return null;
  if (position !== 'command' || before === null || !word.group.isFinite) return position;
  const goesOn = reading.is(word.clause.first, ENGLISH['clause coordinator']);
  return goesOn && (DOERS.has(before.kind) || word.group.modality === 'ability') ? 'active' : position;
}

const DOERS: ReadonlySet<Subject['kind']> = new Set([
  'patient',
  'physician',
  'review',
  'guideline',
  'thing',
  'treatment',
]);

const PERSONS: ReadonlySet<string> = new Set(['him', 'her', 'it', 'them']);

/** 'Support purposeless.' where a lumbar support is asked for: the word names it, and nothing is ordered. */
const isOfNote = ({ tokens }: Reading, { at, end, clause }: Word): boolean =>
  // 'Test him.'
  !PERSONS.has(tokens.lower(end)) &&
  at === clause.first &&
  end < clause.end &&
  tokens.isWord(end) &&
  end + 1 < clause.end &&
  tokens.isMark(end + 1);
