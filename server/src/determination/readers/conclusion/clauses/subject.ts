import type { Clause } from '../../../../language/clauses.ts';
import { BEGINS_PHRASE, isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { startOfSubject } from './startOfSubject.ts';

/** Who or what a clause is about. */
export type SubjectKind =
  | 'reviewer'
  | 'review'
  | 'physician'
  | 'patient'
  | 'guideline'
  | 'denial'
  | 'necessity'
  | 'criteria'
  | 'ground'
  | 'request'
  /** 'it', 'this', 'the therapy'. */
  | 'treatment'
  | 'answer'
  /** 'the notes', 'the findings' */
  | 'record'
  /** 'there', 'it' before a clause of content. */
  | 'expletive'
  /** A noun that no class has: most often the treatment. */
  | 'thing'
  | 'none';

export interface Subject extends TokenRange {
  readonly kind: SubjectKind;
  /** 'no visit', 'none of them', 'nothing', 'neither'. */
  readonly isDenied: boolean;
}

/** What may be the head of a subject. */
const HEADS = new ClassMap<SubjectKind>([
  [CONCLUSION_WORDS.denial, 'denial'],
  [CONCLUSION_WORDS['review party'], 'review'],
  [CONCLUSION_WORDS['reviewer self'], 'reviewer'],
  [CONCLUSION_WORDS['physician party'], 'physician'],
  [CONCLUSION_WORDS['patient party'], 'patient'],
  [ENGLISH.he, 'patient'],
  [ENGLISH.she, 'patient'],
  [CONCLUSION_WORDS['medical necessity'], 'necessity'],
  [CONCLUSION_WORDS.answer, 'answer'],
  [CONCLUSION_WORDS.criteria, 'criteria'],
  [CONCLUSION_WORDS['guideline party'], 'guideline'],
  [CONCLUSION_WORDS['case word'], 'ground'],
  [CONCLUSION_WORDS['good ground'], 'ground'],
  [CONCLUSION_WORDS['the request'], 'request'],
  [CONCLUSION_WORDS['approval word'], 'request'],
  [CONCLUSION_WORDS['record noun'], 'record'],
  [CONCLUSION_WORDS['request word'], 'treatment'],
  [CONCLUSION_WORDS['operation word'], 'treatment'],
]);

const DENYING: ReadonlySet<string> = new Set([
  'no',
  'none',
  'neither',
  'nothing',
  'nobody',
  'little',
  'few',
  'not',
  'lack',
  'absence',
  'nowhere',
  'never',
]);

/** The subject of a clause: of one that an aside broke off, the one before the aside. */
export function subjectOf(reading: Reading, clause: Clause, end: number): Subject {
  const first = isNote(reading, clause, end) ? startOfNote(reading, clause.first, end) : clause.first;
  const own = subjectIn(reading, { first, end });
  const { resumes } = clause;
  if (resumes === null) return own;
  // 'It is the second brace | that is not needed.'
  if (resumes.verb < resumes.end) return subjectIn(reading, { first: resumes.verb + 1, end: resumes.end });
  if (isNominal(reading, clause.first)) return own;
  const isThat = reading.tokens.lower(resumes.first) === 'that';
  const before = subjectIn(reading, { first: isThat ? resumes.first + 1 : resumes.first, end: resumes.end });
  return before.kind === 'none' ? own : before;
}

/** It has no finite verb: 'No assistant needed.' */
const isNote = (reading: Reading, clause: Clause, end: number): boolean =>
  clause.verb >= clause.end ||
  (clause.verb >= end &&
    (reading.formAt(clause.verb) & Form.participle) !== 0 &&
    !isAuxiliary(reading, clause.verb) &&
    (clause.verb + 1 >= clause.end || reading.tokens.isMark(clause.verb + 1)));

/** 'A short case, no assistant needed.': of what has no verb the last piece is the subject. */
function startOfNote(reading: Reading, first: number, end: number): number {
  const { tokens } = reading;
  // 'The reviewer, a surgeon, denied'
  if (DETERMINERS.has(reading, first)) return first;
  // Of 'No spasm, no weakness, non-cert' neither piece is.
  const isApart = tokens.written(end - 1) === ',';
  // 'Night pain, cert', 'Allow four, deny six'
  if (isApart && (DENYING.has(tokens.lower(first)) || WITHHOLDING_OR_GRANTING.has(reading, first))) return end;
  for (let at = end - 2; at > first; at--)
    if (tokens.written(at) === ',' && tokens.isWord(at + 1)) return isApart ? end : at + 1;
  return first;
}

/** 'the visits', not 'for the neck' or 'is'. */
const isNominal = (reading: Reading, at: number): boolean => DETERMINERS.has(reading, at);

/** The subject among the tokens of a clause before its verb group. */
export function subjectIn(reading: Reading, { first, end }: TokenRange): Subject {
  const { tokens } = reading;
  const start = startOfSubject(reading, first, end);
  // 'since the operation goes ahead they are'
  if (end - start > 2 && IT_OR_THEY.has(tokens.lower(end - 1)) && isAfterOther(reading, end - 2))
    return { first: end - 1, end, kind: 'treatment', isDenied: false };
  // 'A purchase of it I cannot support'
  if (isFronted(reading, start, end)) return { first: end - 1, end, kind: 'reviewer', isDenied: false };
  // 'not appropriate, | do not approve'
  if (isDeniedRating(reading, start, end)) return { first: end, end, kind: 'none', isDenied: false };
  // 'Delaying the scan' is a denial of it.
  if (isWithholding(reading, start)) return { first: start, end, kind: 'denial', isDenied: false };
  // 'The foot is flat | and sore and should have it'
  if (end - first > 1 && isCoordinated(reading, first) && isCoordinated(reading, end - 1))
    return { first: end, end, kind: 'none', isDenied: false };
  // 'What the surgeon asks for'
  if (tokens.lower(start) === 'what' && reading.has({ first: start, end }, CONCLUSION_WORDS.seeks))
    return { first: start, end, kind: 'request', isDenied: false };
  let isDenied = false;
  let isOfReview = false;
  let kind: SubjectKind = 'none';
  for (let at = start; at < end; at++) {
    const written = tokens.lower(at);
    // 'With no sign of a tear' denies nothing of what it leads to.
    if (kind === 'none' && DENYING.has(written) && at < start + 3 && !isAfterPreposition(reading, at, start))
      isDenied = true;
    // 'two of the three criteria'
    if (kind === 'none' && tokens.written(at + 1) === 'of' && isQuantity(reading, at)) {
      at++;
      continue;
    }
    // 'Every one of them'
    if (kind === 'none' && written === 'every' && tokens.written(at + 1) === 'one') continue;
    // 'The shot she got'
    if (kind !== 'none' && isPronoun(reading, at)) break;
    const head = HEADS.at(reading, at);
    if (head !== null && head.end <= end && !isBriefOne(reading, at, end)) {
      // 'The reasons for refusing it'
      if (head.value === 'ground' && isOfWithholding(reading, head.end, end))
        return { first: start, end, kind: 'denial', isDenied };
      // 'the reviewer for the carrier'
      if (head.value === 'reviewer' && isOfCarrier(reading, head.end))
        return { first: start, end, kind: 'review', isDenied };
      // 'the reviewer before me'
      if (head.value === 'reviewer' && reading.is(head.end - 1, CONCLUSION_WORDS['review party']))
        return { first: start, end, kind: 'review', isDenied };
      at = head.end - 1;
      // 'The support hose'
      if (head.value === 'ground' && isOfNoun(reading, head.end, end)) {
        kind = 'thing';
        continue;
      }
      // 'the case for an operation'
      if (head.value === 'ground' && reading.is(at, ENGLISH.preposition))
        return { first: start, end, kind: 'ground', isDenied };
      // 'nothing before this reviewer'
      const isOfPlace = isDenied && head.value === 'reviewer' && reading.is(head.first - 1, ENGLISH.preposition);
      if (isOfPlace) return { first: start, end, kind: 'thing', isDenied };
      // 'the patient's request', 'utilization review's refusal'
      if (!isPossessive(reading, head.end, end)) kind = isOfRequest(reading, head) ? 'request' : head.value;
      else {
        isOfReview ||= head.value === 'review';
        at = head.end;
      }
      continue;
    }
    if (written === 'there' && kind === 'none') return { first: start, end, kind: 'expletive', isDenied };
    // 'Every criterion that the MTUS sets'
    if (kind !== 'none' && (isStop(reading, at, written) || (kind === 'criteria' && written === 'that'))) break;
    // '12 are denied'
    if (kind === 'none' && tokens.isFigures(at) && at === end - 1) kind = 'thing';
    if (kind === 'none' && tokens.isWord(at) && !DENYING.has(written) && !FUNCTION_WORDS.has(reading, at))
      kind = 'thing';
  }
  // 'the carrier's doctor', 'the insurer's own reviewer'
  if (isOfReview && PERSONS.has(kind)) kind = 'review';
  return { first: start, end, kind: isOfRequested(reading, start, end, kind) ? 'request' : kind, isDenied };
}

/** A noun follows. */
const isOfNoun = (reading: Reading, at: number, end: number): boolean =>
  at < end &&
  reading.tokens.isWord(at) &&
  reading.formAt(at) === 0 &&
  !FUNCTION_WORDS.has(reading, at) &&
  !reading.is(at - 1, ENGLISH.preposition);

/** A noun phrase before an 'I' is what the verb takes; not in 'To support it I would', 'nothing that I' or 'as I'. */
const isFronted = (reading: Reading, start: number, end: number): boolean =>
  end - start > 1 &&
  I_OR_WE.has(reading.tokens.written(end - 1)) &&
  reading.tokens.lower(start) !== 'to' &&
  !NO_NOUNS.has(reading, end - 2) &&
  reading.tokens.lower(end - 2) !== 'that';

const I_OR_WE: ReadonlySet<string> = new Set(['I', 'we']);

const NO_NOUNS = new ClassMap<true>([
  [ENGLISH.relative, true],
  [ENGLISH.subordinator, true],
  [ENGLISH.coordinator, true],
]);

/** 'not appropriate,', 'Not medically necessary for the use': what is said of something, and no subject. */
const isDeniedRating = (reading: Reading, start: number, end: number): boolean =>
  reading.tokens.lower(start) === 'not' &&
  end - start > 1 &&
  (reading.tokens.written(end - 1) === ',' || RATING.has(reading, start + 1));

const RATING = new ClassMap<true>([
  [CONCLUSION_WORDS['medically necessary'], true],
  [CONCLUSION_WORDS.necessary, true],
]);

const isPronoun = (reading: Reading, at: number): boolean =>
  PERSONAL.has(reading.tokens.lower(at)) && !reading.is(at - 1, ENGLISH.coordinator) && reading.tokens.isWord(at - 1);

const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'they', 'i', 'we']);

/** 'A brief supply' is nobody's brief. */
const isBriefOne = (reading: Reading, at: number, end: number): boolean =>
  reading.tokens.lower(at) === BRIEF && at + 1 < end && reading.tokens.isWord(at + 1) && !STOPS.has(reading, at + 1);
const BRIEF = 'brief';

const isCoordinated = (reading: Reading, at: number): boolean => reading.is(at, ENGLISH['clause coordinator']);

const isOfCarrier = (reading: Reading, at: number): boolean =>
  OF.has(reading.tokens.lower(at)) && isReviewParty(reading, at + 1);

/** 'utilization review', 'the carrier' */
export const isReviewParty = (reading: Reading, at: number): boolean =>
  reading.is(reading.is(at, ENGLISH.article) ? at + 1 : at, CONCLUSION_WORDS['review party']);

const OF: ReadonlySet<string> = new Set(['for', 'of', 'at', 'from']);

const isQuantity = (reading: Reading, at: number): boolean =>
  QUANTITIES.has(reading.tokens.lower(at)) || numbers(reading).at(at) !== undefined;

const QUANTITIES: ReadonlySet<string> = new Set('some most many all each part several both any much'.split(' '));

/** 'for refusing it', 'to withhold the scan' */
function isOfWithholding(reading: Reading, first: number, end: number): boolean {
  for (let at = first; at < Math.min(end, first + FARTHEST_OF); at++) if (WITHHOLDING.has(reading, at)) return true;
  return false;
}

/** In tokens. */
const FARTHEST_OF = 4;

/** 'Delaying the scan', 'To refuse it' */
function isWithholding(reading: Reading, start: number): boolean {
  const isTo = reading.tokens.lower(start) === 'to';
  const at = isTo ? start + 1 : start;
  // 'To do less', 'Doing nothing'
  if (reading.is(at, ENGLISH.do) && LESS.has(reading.tokens.lower(at + 1))) return true;
  return WITHHOLDING.has(reading, at) && (reading.formAt(at) & (isTo ? Form.base : Form.ing)) !== 0;
}

const LESS: ReadonlySet<string> = new Set(['nothing', 'less', 'otherwise']);

const WITHHOLDING_OR_GRANTING = new ClassMap<true>([
  [CONCLUSION_WORDS.grants, true],
  [CONCLUSION_WORDS.withholds, true],
]);

const WITHHOLDING = new ClassMap<true>([
  [CONCLUSION_WORDS.denial, true],
  [CONCLUSION_WORDS['holds back'], true],
  [CONCLUSION_WORDS.withholds, true],
]);

const isAfterPreposition = (reading: Reading, at: number, start: number): boolean =>
  at > start && reading.is(at - 1, ENGLISH.preposition);

/** 'the requested brace', 'the visits requested' */
function isOfRequested(reading: Reading, first: number, end: number, kind: SubjectKind): boolean {
  if (kind !== 'treatment' && kind !== 'thing') return false;
  for (let at = first; at < end; at++) if (reading.tokens.lower(at) === 'requested') return true;
  return false;
}

/** What follows a preposition, a comma or a relative is no head: 'the request of the surgeon', 'the request, made in May,'. */
const isStop = (reading: Reading, at: number, written: string): boolean =>
  written === ',' || written === '(' || STOPS.has(reading, at);

const STOPS = new ClassMap<true>([
  [ENGLISH.preposition, true],
  [ENGLISH.relative, true],
]);

/** 'the decision for an MRI' is the request for it. */
const isOfRequest = (reading: Reading, head: TokenRange): boolean =>
  reading.is(head.first, CONCLUSION_WORDS['decision word']) && reading.tokens.lower(head.end) === 'for';

function isPossessive(reading: Reading, at: number, end: number): boolean {
  const written = reading.tokens.written(at);
  return (written === "'s" || written === "'") && at + 1 < end;
}

/** Articles of one of many. */
export const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an']);

export const DETERMINERS = BEGINS_PHRASE;

const FUNCTION_WORDS = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.demonstrative, true],
  [ENGLISH.possessive, true],
  [ENGLISH.preposition, true],
  [ENGLISH.coordinator, true],
]);

/** Neither 'of it' nor 'refusing it'. */
const isAfterOther = (reading: Reading, at: number): boolean =>
  !reading.is(at, ENGLISH.preposition) && reading.formAt(at) === 0;

const IT_OR_THEY: ReadonlySet<string> = new Set(['it', 'they']);

const PERSONS: ReadonlySet<SubjectKind> = new Set(['physician', 'reviewer', 'thing', 'answer']);

/** Whoever is not the reviewer, and says what he says. */
export const isOthers = ({ kind }: Subject): boolean => OTHERS.has(kind);
const OTHERS: ReadonlySet<SubjectKind> = new Set(['review', 'physician', 'patient', 'guideline']);
