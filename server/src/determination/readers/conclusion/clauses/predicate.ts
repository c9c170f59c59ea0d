import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { type VerbGroup, verbGroupBefore } from '../../../../language/verbGroup.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { evidenceBefore } from './ground.ts';
import { denialsOfFront } from './inversion.ts';
import { type Subject, subjectIn } from './subject.ts';

/** A verb group, with what it takes from around it. */
export interface Predicate {
  readonly group: VerbGroup;
  /** 'the visits' of 'I find the visits necessary'; null where there is no such object. */
  readonly object: Subject | null;
  /** 'the scan' of 'Nor is the scan indicated'; null where the subject comes before the verb. */
  readonly inverted: Subject | null;
  /** 'I would have it continued', 'I should like to see it done'. */
  readonly isWished: boolean;
  /** The link is that of an earlier predicate. */
  readonly isShared: boolean;
}

/** An earlier predicate of the clause. */
export interface Earlier extends TokenRange {
  readonly isDenied: boolean;
}

/**
 * The group before a deciding word: its own, that of a predicate before it which it shares ('is premature and not
 * necessary'), or that of a verb of judging ('I find the visits necessary').
 */
export function predicateBefore(
  reading: Reading,
  at: number,
  clause: Clause,
  floor: number,
  earlier: Earlier | null,
): Predicate {
  let group = verbGroupBefore(reading, at, floor);
  const inverted = afterNor(reading, group, clause);
  // 'On neither ground can the scan be supported'
  const isFronted = inverted === null && group.first === clause.verb && reading.is(clause.first, ENGLISH.preposition);
  const late = isFronted ? (denialsOfFront(reading, clause) ?? 0) : 0;
  if (late > 0) group = { ...group, negations: group.negations + late };
  const front = inverted === null ? null : isAfterNor(reading, clause) ? 1 : denialsOfFront(reading, clause);
  // 'At no point do I find it necessary'
  const isFound = front !== null && judgingVerb(reading, Math.min(at, group.first), clause, false) !== null;
  if (inverted !== null && !isFound) return { ...inverted, object: null, isWished: false, isShared: false };
  const common = group.hasLink || group.isFinite ? null : shared(reading, group, clause, earlier);
  if (common !== null) group = common;
  // 'was certified and found to be necessary'
  else if (
    !group.isFinite &&
    earlier !== null &&
    isOfPast(reading, earlier) &&
    joins(reading, earlier.end, group.first)
  )
    group = { ...group, isPast: true };
  const isShared = common !== null;
  const isToBe = group.isInfinitive && group.hasLink && !group.isFinite;
  // 'I uphold the one and reverse the other'
  const isNext =
    group.first === at && (reading.formAt(at) & Form.base) !== 0 && reading.is(at - 1, ENGLISH['clause coordinator']);
  const judging = isNext ? null : judgingVerb(reading, Math.min(at, group.first), clause, isToBe);
  if (judging === null || (group.isFinite && group.hasLink))
    return { group, object: null, inverted: null, isWished: false, isShared };
  const outer = verbGroupBefore(reading, judging.at, clause.first);
  const object = subjectIn(reading, {
    first: Math.max(judging.at + 1, isShared ? 0 : (earlier?.end ?? 0)),
    end: group.first,
  });
  return {
    group: {
      ...group,
      first: outer.first,
      negations:
        group.negations +
        outer.negations +
        (front ?? 0) +
        (outer.first > judging.at - 2 && isWrongTo(reading, judging.at) ? 1 : 0) +
        (isTooLittle(reading, judging.at, clause) ? 1 : 0) +
        (outer.negations === 0 ? denialsOfLeave(reading, judging.at, clause.first) : 0),
      modality: outer.modality === 'none' ? group.modality : outer.modality,
      isPast: outer.isPast,
      isJudged: judging.isCause !== true,
      hasLink: group.hasLink || judging.isCause === true,
    },
    object: object.kind === 'none' ? null : object,
    inverted: null,
    isWished: judging.isWished,
    isShared,
  };
}

/** 'Nor is the scan | indicated': the auxiliary and the denial come before the subject. */
function afterNor(
  reading: Reading,
  group: VerbGroup,
  clause: Clause,
): { readonly group: VerbGroup; readonly inverted: Subject } | null {
  const { first, verb } = clause;
  if (group.first <= verb + 1) return null;
  const isNor = isAfterNor(reading, clause);
  const denials = isNor ? 0 : denialsOfFront(reading, clause);
  if (denials === null) return null;
  const outer = verbGroupBefore(reading, verb + 1, isNor ? first : verb);
  return {
    inverted: subjectIn(reading, { first: verb + 1, end: group.first }),
    group: {
      ...outer,
      end: group.end,
      negations: outer.negations + group.negations + denials,
      hasLink: outer.hasLink || group.hasLink,
      isInfinitive: outer.isInfinitive || group.isInfinitive,
      isJudged: group.isJudged,
      isPerfect: outer.isPerfect || group.isPerfect,
      hasArticle: group.hasArticle,
    },
  };
}

const isAfterNor = ({ tokens }: Reading, { first, verb }: Clause): boolean =>
  verb === first + 1 && NOR.has(tokens.lower(first));

const NOR: ReadonlySet<string> = new Set(['nor', 'neither']);

/** 'It would be wrong to call it unnecessary', 'I would be hard pressed to find it necessary' */
function isWrongTo(reading: Reading, at: number): boolean {
  const to = at - 1;
  if (reading.tokens.written(to) !== 'to') return false;
  if (reading.formAt(to - 1) === 0 && WRONG.has(reading, to - 1)) return true;
  for (let first = to - 1; first >= to - LONGEST_HARD; first--)
    if (reading.endOfClass(first, CONCLUSION_WORDS['conclusion hard']) === to) return true;
  return false;
}

/** How often 'does not let me | call it necessary' and 'is too thin to permit me to | find it so' deny it. */
function denialsOfLeave(reading: Reading, at: number, floor: number): number {
  const { tokens } = reading;
  const me = tokens.lower(at - 1) === 'to' ? at - 2 : at - 1;
  const verb = reading.is(me, ENGLISH["reviewer's I"]) || ONE.has(tokens.lower(me)) ? me - 1 : -1;
  if (verb < floor || !reading.is(verb, CONCLUSION_WORDS['conclusion leads'])) return 0;
  const { negations, isInfinitive, first } = verbGroupBefore(reading, verb, floor);
  const isTooThin = isInfinitive && tokens.hasAny({ first: Math.max(floor, first - LONGEST_TOO), end: first }, TOO);
  return negations + (isTooThin ? 1 : 0);
}

/** 'is not enough to make | the scan necessary' */
const isTooLittle = (reading: Reading, at: number, clause: Clause): boolean =>
  reading.is(at, CONCLUSION_WORDS.makes) &&
  reading.tokens.lower(at - 1) === 'to' &&
  evidenceBefore(reading, at, { first: clause.verb < at ? clause.verb : clause.first, end: at }) === 'lacking';

const ONE: ReadonlySet<string> = new Set(['one', 'anyone', 'us']);
const TOO: ReadonlySet<string> = new Set(['too']);
/** In tokens: 'too thin'. */
const LONGEST_TOO = 2;

/** In tokens: 'hard-pressed'. */
const LONGEST_HARD = 3;

const WRONG = new ClassMap<true>([
  [CONCLUSION_WORDS.denies, true],
  [CONCLUSION_WORDS.disapproves, true],
  [ENGLISH.barely, true],
]);

/** The group of an earlier predicate, where only conjunctions, commas and adverbs are between. */
function shared(reading: Reading, group: VerbGroup, clause: Clause, earlier: Earlier | null): VerbGroup | null {
  // 'not supported as medically necessary'
  if (earlier?.end === group.first && reading.tokens.written(group.first) === 'as') {
    return { ...group, hasLink: true, first: earlier.first, negations: group.negations + (earlier.isDenied ? 1 : 0) };
  }
  if (earlier !== null && earlier.end <= group.first && joins(reading, earlier.end, group.first)) {
    const denied = earlier.isDenied && group.negations === 0 && !reading.is(earlier.end, ENGLISH.contrast);
    return {
      ...group,
      hasLink: true,
      // 'was certified and found necessary'
      isPast: group.isPast || isOfPast(reading, earlier),
      first: earlier.first,
      negations: group.negations + (denied ? 1 : 0),
    };
  }
  // 'is the only safe course, hence necessary'
  const isHence =
    clause.verb < group.first &&
    reading.is(clause.verb, ENGLISH.be) &&
    reading.tokens.written(group.first - 1) === ',' &&
    CONSEQUENT.has(reading.tokens.lower(group.first));
  if (isHence) return { ...group, hasLink: true, isFinite: true };
  const neither = reading.tokens.lower(group.first) === 'nor' ? neitherBefore(reading, group, clause) : null;
  if (neither !== null) return neither;
  const { verb } = clause;
  if (
    verb >= group.first - 2 ||
    !isAuxiliary(reading, verb) ||
    !reading.is(group.first - 1, ENGLISH['clause coordinator'])
  )
    return null;
  let after = verb + 1;
  while (NOT.has(reading.tokens.lower(after))) after++;
  const outer = verbGroupBefore(reading, after, clause.first);
  if (!outer.hasLink) return null;
  const isShared = group.negations === 0 && !reading.is(group.first - 1, ENGLISH.contrast);
  return { ...group, hasLink: true, isFinite: true, negations: group.negations + (isShared ? outer.negations : 0) };
}

const CONSEQUENT: ReadonlySet<string> = new Set('hence thus therefore accordingly consequently'.split(' '));

/** 'is neither safe | nor necessary' */
function neitherBefore(reading: Reading, group: VerbGroup, { first }: Clause): VerbGroup | null {
  for (let at = group.first - 1; at > Math.max(first, group.first - FARTHEST_NEITHER); at--) {
    if (reading.tokens.lower(at) !== 'neither') continue;
    const outer = verbGroupBefore(reading, at, first);
    return outer.hasLink ? { ...outer, end: group.end, negations: outer.negations + group.negations } : null;
  }
  return null;
}

/** In tokens. */
const FARTHEST_NEITHER = 6;

const isOfPast = ({ tokens }: Reading, earlier: Earlier): boolean => tokens.hasAny(earlier, WAS);
const WAS: ReadonlySet<string> = new Set(['was', 'were']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never']);

/** Nothing but conjunctions and commas. */
function joins(reading: Reading, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (reading.tokens.written(at) !== ',' && !reading.is(at, ENGLISH['clause coordinator'])) return false;
  }
  return end > first;
}

interface JudgingVerb {
  readonly at: number;
  readonly isWished: boolean;
  /** What the clause says makes it so: ', making it unnecessary'. */
  readonly isCause?: true;
}

/** In tokens. */
const FARTHEST = 14;

const JUDGING = new ClassMap<'judged' | 'wished' | 'shown'>([
  [ENGLISH.judge, 'judged'],
  [CONCLUSION_WORDS.makes, 'judged'],
  [CONCLUSION_WORDS.wishes, 'wished'],
  [CONCLUSION_WORDS['shows cause'], 'shown'],
]);

/** The verb of judging or wishing in 'I find the visits necessary'; null where there is none. */
function judgingVerb(reading: Reading, at: number, clause: Clause, isToBe: boolean): JudgingVerb | null {
  const { tokens } = reading;
  for (let before = at - 1; before >= Math.max(clause.first, at - FARTHEST); before--) {
    const found = JUDGING.at(reading, before);
    // 'The knee is stable, making the brace unnecessary'
    const isAdded =
      (found?.form ?? 0) === Form.ing &&
      tokens.written(before - 1) === ',' &&
      reading.is(before, CONCLUSION_WORDS.makes);
    if (isAdded) return { at: before, isWished: false, isCause: true };
    if (found === null || (found.form & FINITE) === 0) continue;
    // 'The guideline calls for a diary, appropriate use and …' calls nothing appropriate.
    if (found.value === 'judged' && tokens.lower(before + 1) === 'for') continue;
    if (found.value === 'judged') return { at: before, isWished: false };
    // 'Nothing shows it to be necessary.'
    if (found.value === 'shown') {
      if (isToBe) return { at: before, isWished: false };
      continue;
    }
    // 'has', 'wants' of a patient wish nothing for the treatment.
    const outer = verbGroupBefore(reading, before, clause.first);
    const isOwn = tokens.lower(before) === 'want' && reading.is(before - 1, CONCLUSION_WORDS['reviewer self']);
    if (isOwn || outer.modality === 'would' || outer.modality === 'duty' || outer.isInfinitive)
      return { at: before, isWished: true };
  }
  return null;
}

const FINITE = Form.base | Form.thirdPerson | Form.past;
