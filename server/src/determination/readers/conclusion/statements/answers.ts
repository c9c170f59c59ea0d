import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { isQuestion } from '../clauses/scope.ts';
import { type Subject, subjectIn, subjectOf } from '../clauses/subject.ts';
import { ANCHORS } from '../rows/anchors.ts';
import type { Construction, Position, Requirement, Sign } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isSaidByOthers } from './dropped.ts';
import type { Statement } from './statement.ts';

/** What a question asks about: 'Is the scan necessary?' (1), 'Was the denial sound?' (-1); null where of nothing that decides. */
export function askedIn(reading: Reading, sentence: TokenRange): Sign | null {
  if (!isQuestion(reading, sentence)) return null;
  const deed = deedAsked(reading, sentence);
  if (deed !== null) return deed;
  if (!isAuxiliary(reading, sentence.first)) return null;
  let sign: Sign = 1;
  for (let at = sentence.first; at < sentence.end; at++) {
    if (NOT.has(reading.tokens.lower(at))) sign = sign > 0 ? -1 : 1;
    const subject = subjectIn(reading, { first: sentence.first + 1, end: at });
    for (const { value } of ANCHORS.all(reading, at)) {
      const row = value.rows.find((each) => mayBeAsked(each) && (each.subject?.includes(subject.kind) ?? true));
      if (row !== undefined && row.sign !== 0) return row.sign * sign > 0 ? 1 : -1;
    }
  }
  return null;
}

/** 'Should she have it?', 'Who would not scan her?' (1), 'Should it be refused?' (-1) */
function deedAsked(reading: Reading, { first, end }: TokenRange): Sign | null {
  if (!ASKING.has(reading.tokens.lower(first))) return null;
  for (let at = first + 1; at < end; at++) {
    if (DEEDS.has(reading, at) && (reading.formAt(at) & DONE) !== 0) return DEEDS.at(reading, at)?.value ?? null;
  }
  return null;
}

const ASKING: ReadonlySet<string> = new Set(['should', 'must', 'who', 'why']);
const DONE = Form.base | Form.participle;
const DEEDS = new ClassMap<Sign>([
  [CONCLUSION_WORDS.withholds, -1],
  [CONCLUSION_WORDS['holds back'], -1],
  [CONCLUSION_WORDS.grants, 1],
  [CONCLUSION_WORDS['carries out'], 1],
  [CONCLUSION_WORDS.gets, 1],
]);

/** Not 'is it wrong to refuse it?': what follows would have to be read. */
const mayBeAsked = ({ as, needs = [] }: Construction): boolean =>
  as.some((each) => ASKED_AS.has(each)) && needs.every((each) => EASY.has(each));

const ASKED_AS: ReadonlySet<Position> = new Set(['predicate', 'passive', 'noun']);
const EASY: ReadonlySet<Requirement> = new Set(['ends', 'definite', 'duty']);
const NOT: ReadonlySet<string> = new Set(['not', "n't"]);

/** An answer in a word: 'Yes.', 'Hardly.', 'Not on this record.'; null where a clause does not begin with one. */
export function replyIn(reading: Reading, { first, end }: Clause): (TokenRange & { readonly sign: Sign }) | null {
  const reply = REPLIES.at(reading, first);
  if (reply === null || reply.end > end) return null;
  const { tokens } = reading;
  // 'Not on this record.', 'Yes, for six weeks.', not 'No one has said so.'
  const ends = reply.end >= end || tokens.isMark(reply.end) || (reply.value < 0 && IN.has(tokens.written(reply.end)));
  return ends ? { first, end: reply.end, sign: reply.value } : null;
}

/** The last word of a rationale: 'No.', 'So yes.', 'Not on this record.'; 0 where a sentence is more. */
export function lastWordIn(reading: Reading, { first, end }: TokenRange): Sign | 0 {
  const { tokens } = reading;
  const said = LAST.at(reading, first);
  if (said !== null && (said.end >= end || tokens.isMark(said.end))) return said.value;
  // '…, so no.'
  for (let at = Math.max(first + 1, end - LONGEST_TAIL); at < end; at++) {
    const tail = tokens.isMark(at - 1) && TAILS.has(tokens.lower(at)) ? LAST.at(reading, at) : null;
    if (tail !== null && (tail.end >= end || (tokens.isMark(tail.end) && tail.end === end - 1))) return tail.value;
  }
  const isShort = tokens.lower(first) === 'not' && end - first <= LONGEST_LAST;
  return isShort && WITH.has(tokens.lower(first + 1)) && reading.is(first + 2, ENGLISH.demonstrative) ? -1 : 0;
}

/** 'For now', 'In short', 'On balance' before a colon, perhaps after the mark of a list. */
export const isLeadIn = (reading: Reading, first: number, end: number): boolean =>
  reading.endOfClass(reading.tokens.isMark(first) ? first + 1 : first, ENGLISH.degree) === end;

const TAILS: ReadonlySet<string> = new Set(['so', 'not']);
/** In tokens: ', not this time.' */
const LONGEST_TAIL = 5;

const LAST = new ClassMap<Sign>([
  [CONCLUSION_WORDS['conclusion last no'], -1],
  [CONCLUSION_WORDS['conclusion last yes'], 1],
]);

const WITH: ReadonlySet<string> = new Set(['on', 'in', 'at', 'for', 'with', 'by']);
/** In tokens. */
const LONGEST_LAST = 8;

const REPLIES = new ClassMap<Sign>([
  [CONCLUSION_WORDS['no reply'], -1],
  [CONCLUSION_WORDS['yes reply'], 1],
]);

const IN: ReadonlySet<string> = new Set(['on', 'in', 'at', 'for', 'to', 'by', 'yet', 'so']);

/** The sign of what others said before a sentence, which 'I agree' and 'I disagree' answer; 0 where nothing is known of it. */
export function saidBefore(
  reading: Reading,
  said: readonly Statement[],
  { first }: TokenRange,
  before: Subject | null,
): number {
  const last = said.findLast(
    ({ dropped, sentence: { end } }) => isSaidByOthers(dropped) && end >= first - LONGEST_ANSWERED,
  );
  if (last !== undefined) return sideOfSpeaker(reading, last) || last.sign;
  if (before?.kind === 'review' || before?.kind === 'denial') return -1;
  return before?.kind === 'physician' || before?.kind === 'patient' ? 1 : 0;
}

/** 'The carrier holds that his wife could help': what is weakly said is said for the side that says it. */
function sideOfSpeaker(reading: Reading, { strength, clause: { matrix } }: Statement): Sign | 0 {
  if (strength >= 2 || matrix === null) return 0;
  const { kind } = subjectOf(reading, matrix, matrix.verb);
  return kind === 'review' ? -1 : kind === 'physician' ? 1 : 0;
}

/** The sign of what 'I do not', 'I would' and 'I cannot' answer: of what the reviewer or others said last. */
export function answeredBy(
  said: readonly Statement[],
  { first }: TokenRange,
  predicate: number,
  asked: Sign | null,
): number {
  // 'Who would not scan her? I would.'
  if (asked !== null) return asked;
  const last = said.findLast(
    ({ dropped, subject, sentence: { end } }) =>
      (dropped === null || isWished(dropped, subject) || isSaidByOthers(dropped)) && end >= first - LONGEST_ANSWERED,
  );
  if (last === undefined) return 0;
  // 'I wish I could approve it. I cannot.', 'If it were a second course, I would refuse it. It is a first, and I do not.'
  if (isWished(last.dropped, last.subject)) return predicate;
  if (last.dropped === null) return predicate;
  // 'He saw no need. I do.'
  return last.isDenied ? -last.sign : last.sign;
}

const isWished = (dropped: Statement['dropped'], { kind }: Subject): boolean =>
  dropped !== null && HELD.has(dropped) && kind === 'reviewer';

const HELD: ReadonlySet<NonNullable<Statement['dropped']>> = new Set(['possible only', 'under a condition']);

/** In tokens: how long a sentence may be between what others said and the answer to it. */
const LONGEST_ANSWERED = 30;
