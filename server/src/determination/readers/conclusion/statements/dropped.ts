import type { Clause } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { MONTHS } from '../../../../language/values/date.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import type { Matrix } from '../clauses/matrix.ts';
import { holdsNow } from '../clauses/scope.ts';
import { isOthers, isReviewParty, type Subject, subjectIn } from '../clauses/subject.ts';
import type { Outcome } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';

/** Why what is said is not a conclusion of the reviewer's. */
export type Dropped =
  | 'quoted'
  | 'said by others'
  | 'under a condition'
  | 'of the past'
  | 'possible only'
  | 'asked'
  | 'of what is described'
  /** 'With the surgery approved, …' */
  | 'in passing'
  /** What is said of it comes after it. */
  | 'not understood';

export const isSaidByOthers = (dropped: Dropped | null): boolean =>
  dropped === 'said by others' || dropped === 'quoted';

interface Said {
  readonly row: Outcome;
  readonly group: VerbGroup;
  /** Who says it, or what it is said of. */
  readonly subject: Subject;
  readonly clause: Clause;
  readonly clauses: readonly Clause[];
  readonly matrix: Matrix;
  /** 'no evidence that supports it' */
  readonly isOfEvidence: boolean;
  /** 'There is none for the other, which is denied' */
  readonly isAdded: boolean;
  /** 'Prior therapy' */
  readonly isEarlier: boolean;
  /** Its sentence says what utilization review did, or when: 'In June it was found necessary'. */
  readonly isTold: boolean;
  /** Its sentence begins with a time: 'In July it was a fair choice'. */
  readonly isOfThen: boolean;
  /** 'found unnecessary by utilization review' */
  readonly isByOthers: boolean;
  /** 'may be allowed for two days only', or of the request itself 'may be certified' */
  readonly isLimited: boolean;
  /** 'Until a brace has been tried, it is not needed': it is not. */
  readonly isUntil: boolean;
}

/** 'It should have been approved.' */
const IS_OWN_WILL: ReadonlySet<VerbGroup['modality']> = new Set(['duty', 'would']);

/** What was so of something earlier: 'Prior therapy', and in a note also 'Prior request denied.' */
export function isOfEarlier(reading: Reading, subject: Subject, group: VerbGroup): boolean {
  if (DECIDED.has(subject.kind)) return false;
  // 'The first request was properly refused.'
  if (subject.kind === 'request' && group.isFinite) return group.isPast && isFirst(reading, subject);
  return isEarlier(reading, subject) || (group.isPast && isFirst(reading, subject));
}

/** 'The first study was a waste.' */
const isFirst = (reading: Reading, { first, end }: TokenRange): boolean => {
  for (let at = first; at < end; at++)
    if (FIRST.has(reading.tokens.lower(at))) return !reading.tokens.isFigures(at + 1);
  return false;
};

const FIRST: ReadonlySet<string> = new Set(['first', 'initial']);

const DECIDED: ReadonlySet<Subject['kind']> = new Set(['denial', 'review']);

/** Why it is not a conclusion; null where it is one. */
export function droppedAs(
  reading: Reading,
  {
    row,
    group,
    subject,
    clause,
    clauses,
    matrix,
    isOfEvidence,
    isAdded,
    isEarlier,
    isUntil,
    isTold,
    isOfThen,
    isByOthers,
    isLimited,
  }: Said,
): Dropped | null {
  if (matrix.isUnread) return 'not understood';
  if (row.isOthers === true || matrix.isOthers || isByOthers || group.isHearsay) return 'said by others';
  if (group.isJudged && isOthers(subject) && row.takesOthers !== true) return 'said by others';
  if (clause.kind === 'condition' || matrix.isConditional) return 'under a condition';
  if (clause.kind === 'relative' && !isOfEvidence && !isAdded) return 'of what is described';
  if (matrix.isAsked) return 'asked';
  // 'One month certified in 2014'
  if (isTold && !group.isFinite && row.isOthersInPast === true && !group.isInfinitive) return 'of the past';
  if (group.isGoingOn || (isTold && group.isPast && group.isJudged) || (isOfThen && group.isPast)) return 'of the past';
  // 'Earlier request certified.'
  if (isEarlier && (group.isPast || group.isPerfect || !group.isFinite)) return 'of the past';
  const isPast = group.isPast && !group.isJudged && group.modality === 'none';
  const isPerfect = group.isPerfect && !group.isJudged && row.isDecision === true && !IS_OWN_WILL.has(group.modality);
  if (row.isOthersInPast === true && !matrix.isReviewers && (isPast || isPerfect || isAlready(reading, clause)))
    return 'of the past';
  if (
    group.modality === 'chance' &&
    // 'I fail to see how it could be called so'
    matrix.sign > 0 &&
    group.negations === 0 &&
    !subject.isDenied &&
    row.isPermission !== true &&
    !isLimited
  )
    return 'possible only';
  // 'A short program would have been reasonable' is said of what was not asked for, or of then.
  if (group.modality === 'would' && group.isPerfect && subject.kind !== 'reviewer') return 'of the past';
  const isConditional = clauses.some((each) => each !== clause && each.kind === 'condition');
  if (group.modality === 'would' && isConditional && subject.kind !== 'reviewer') return 'under a condition';
  // 'I was inclined to approve it until'
  const isThen = group.isPast || group.isPerfect;
  if (isThen && group.negations === 0 && reading.has(group, CONCLUSION_WORDS['conclusion inclined']))
    return 'of the past';
  // 'I would agree if there were weakness'
  if (group.modality === 'would' && clauses.some((each) => each !== clause && isUnreal(reading, each)))
    return 'under a condition';
  // 'If the films show it, the scan is needed.'
  const isAfterCondition =
    (clause.kind === 'main' || clause.kind === 'reason') && isUnderCondition(reading, clause, clauses);
  const [opening] = clauses;
  const isSoNow = isUntil || (opening !== undefined && holdsNow(reading, opening));
  return isAfterCondition && !isSoNow ? 'under a condition' : null;
}

/** 'Six more are already certified' */
function isAlready({ tokens }: Reading, { verb, end }: Clause): boolean {
  for (let at = verb; at < Math.min(end, verb + LONGEST_GROUP); at++) if (tokens.lower(at) === ALREADY) return true;
  return false;
}

const ALREADY = 'already';
/** In tokens: 'have been duly certified already'. */
const LONGEST_GROUP = 5;

/** 'if there were weakness', 'had he fallen'; not 'if it is all the same' */
function isUnreal({ tokens }: Reading, { kind, first, verb, end }: Clause): boolean {
  if (kind !== 'condition' || verb >= end) return false;
  return PAST.has(tokens.lower(first)) || (tokens.lower(first) === 'if' && PAST.has(tokens.lower(verb)));
}

const PAST: ReadonlySet<string> = new Set(['were', 'had', 'did']);

/**
 * 'found unnecessary by utilization review', 'considered necessary, if at all, by the surgeon': the agent after what is
 * said. 'rightly denied by utilization review' is the reviewer's word on it.
 */
export function isByOthers(
  reading: Reading,
  first: number,
  clause: Clause,
  { isJudged }: VerbGroup,
  { isOthersInPast }: Outcome,
): boolean {
  const { tokens } = reading;
  // 'defended by few, and condemned by most'
  const isBySome = tokens.written(first) === 'by' && SOME.has(tokens.lower(first + 1));
  if (isBySome && (!tokens.isWord(first + 2) || reading.is(first + 2, ENGLISH.coordinator))) return true;
  if (!isJudged && isOthersInPast !== true) return false;
  for (let at = first; at < Math.min(clause.end, first + FARTHEST_AGENT); at++) {
    if (tokens.written(at) === 'by') return isOthers(subjectIn(reading, { first: at + 1, end: clause.end }));
    if ((reading.formAt(at) & Form.participle) !== 0) return false;
  }
  return false;
}

const SOME: ReadonlySet<string> = new Set(['few', 'some', 'most', 'many', 'others']);

/** In tokens. */
const FARTHEST_AGENT = 8;

/**
 * 'If the films show it, the scan is needed.' Not after 'Whether it is fatal need not detain us', nor after a semicolon:
 * what follows is said anyway.
 */
function isUnderCondition({ tokens }: Reading, { first }: Clause, [opening]: readonly Clause[]): boolean {
  if (opening === undefined || opening.kind !== 'condition' || opening.first === first) return false;
  return tokens.lower(opening.first) !== 'whether' && tokens.written(first - 1) !== ';';
}

/** 'for two days only': as much is granted, and no more; not 'only if the films show it'. */
export function isLimitedTo(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < Math.min(end, first + FARTHEST_LIMIT); at++) {
    const only = reading.endOfClass(at, ENGLISH.only);
    const isLast = only > at && (only >= end || reading.tokens.isMark(only));
    if (isLast && numbers(reading).hasBetween(first, at)) return true;
  }
  return false;
}

/** In tokens. */
const FARTHEST_LIMIT = 10;

/** 'Prior therapy' */
export function isEarlier(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++)
    if (reading.is(at, CONCLUSION_WORDS['earlier word'])) {
      // 'The last three, not approved.'
      const isOfNumber = reading.tokens.lower(at) === 'last' && numbers(reading).at(at + 1) !== undefined;
      if (!isOfNumber) return true;
    }
  return false;
}

/**
 * What was decided of something else: 'I have just found more of it necessary', 'the visits that I have found necessary
 * above'.
 */
export function isRecalled(
  reading: Reading,
  { first, end, kind }: Clause,
  at: number,
  { kind: subject, first: start, end: stop }: Subject,
): boolean {
  for (let before = at - 1; before > Math.max(first, at - FARTHEST_SELF); before--) {
    if (!reading.is(before, CONCLUSION_WORDS['reviewer self']) || !reading.is(before + 1, ENGLISH.have)) continue;
    if (RELATIVES.has(reading.tokens.lower(before - 1))) return kind !== 'content' || before - 1 > first;
    const isOfAnother = subject !== 'request' && stop - start > 1;
    return isOfAnother && reading.has({ first: before, end }, CONCLUSION_WORDS['recalling word']);
  }
  return false;
}

/** 'The operation has been found necessary under the item above': in another issue. */
export function isDecidedAbove(
  { tokens }: Reading,
  { isJudged, isPast, isPerfect }: VerbGroup,
  end: number,
  clause: Clause,
  { kind }: Subject,
): boolean {
  if (kind === 'request' || !isJudged || !(isPast || isPerfect)) return false;
  for (let at = end; at < Math.min(clause.end, end + FARTHEST_ABOVE); at++)
    if (
      ABOVE.has(tokens.lower(at)) &&
      (at + 1 >= clause.end || tokens.isMark(at + 1) || ISSUES.has(tokens.lower(at + 1)))
    )
      return true;
  return false;
}

/** In tokens: 'under the first item above'. */
const FARTHEST_ABOVE = 6;
const ABOVE: ReadonlySet<string> = new Set(['above', 'elsewhere', 'separately', 'preceding', 'previous']);
const ISSUES: ReadonlySet<string> = new Set(['and', 'but', 'so', 'issue', 'item', 'decision', 'request', 'section']);

/** In tokens. */
const FARTHEST_SELF = 10;
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which']);

/** 'In June, …', '… by utilization review, …' before a token: what is said about the past. */
export function tellsOfPast(reading: Reading, { first }: TokenRange, at: number): boolean {
  const { tokens } = reading;
  if (IN.has(tokens.written(first)) && isMonth(reading, first + 1)) return true;
  for (let before = first; before < at - 1; before++) {
    if (tokens.written(before) === 'by' && isReviewParty(reading, before + 1)) return true;
  }
  return false;
}

/** 'In July', 'In 2013', 'At that time': what is said of a time that is named first, in the past tense, is said of then. */
export function opensThen(reading: Reading, { first }: TokenRange): boolean {
  const { tokens } = reading;
  const start = tokens.isMark(first) ? first + 1 : first;
  if (reading.is(start, CONCLUSION_WORDS['then word']) || tokens.lower(start) === 'when') return true;
  const at = tokens.lower(start) === 'back' ? start + 1 : start;
  return tokens.lower(at) === 'in' && (isMonth(reading, at + 1) || isYear(tokens.figures(at + 1)));
}

/** '(was proper) at the time' */
export function endsThen(reading: Reading, first: number, { end: last }: Clause, { kind }: Subject): boolean {
  if (kind !== 'thing' && kind !== 'treatment') return false;
  const end = reading.endOfClass(first, CONCLUSION_WORDS['then word']);
  return end > first && (end >= last || reading.tokens.isMark(end) || reading.is(end, ENGLISH['clause coordinator']));
}

const isYear = (figures: number): boolean => figures >= FIRST_YEAR && figures < FIRST_YEAR + 200;
const FIRST_YEAR = 1900;

/** 'March', 'Sept'; not the 'may' of 'may be' or of 'May it be asked' */
export const isMonth = (reading: Reading, at: number): boolean =>
  reading.is(at, MONTHS) &&
  reading.tokens.isCapitalized(at) &&
  !reading.tokens.isCapitals(at) &&
  (reading.tokens.lower(at) !== 'may' || !isModal(reading, at));

/** A 'May' that begins what is said, before a word. */
const isModal = ({ tokens }: Reading, at: number): boolean => tokens.isMark(at - 1) && tokens.isWord(at + 1);

const IN: ReadonlySet<string> = new Set(['In', 'On', 'Last']);
