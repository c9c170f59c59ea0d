import type { Clause } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { type Heading, isCalled, isDefinite, isNamed } from '../about/referent.ts';
import type { Place } from '../clauses/place.ts';
import { isOthers, type Subject, subjectOf } from '../clauses/subject.ts';
import type { Sign } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { answeredBy, lastWordIn, replyIn, saidBefore } from './answers.ts';
import { bareNoIn, type Ellipsis, ellipsisIn, isNoLonger, trailingNot } from './ellipsis.ts';
import type { Predicate } from './lastPredicate.ts';
import type { Statement } from './statement.ts';

/** 'Is it needed? Hardly.' */
export function replyStatement(
  reading: Reading,
  asked: Sign,
  { clause, sentence }: Place,
  topic: TokenRange | null,
): Statement | null {
  const reply = replyIn(reading, clause);
  if (reply === null) return null;
  const sign = asked * reply.sign > 0 ? 1 : -1;
  return answerStatement(reply, sign, reply.sign < 0, { clause, sentence }, topic, 'the answer to a question');
}

/** 'So no.' as the last sentence of a rationale, which ends before a position. */
export function lastWordStatement(
  reading: Reading,
  { clause, sentence }: Pick<Place, 'clause' | 'sentence'>,
  end: number,
): Statement | null {
  if (sentence.end < end || clause.first !== sentence.first) return null;
  const sign = lastWordIn(reading, sentence);
  if (sign === 0) return null;
  return answerStatement(sentence, sign, sign < 0, { clause, sentence }, null, 'the last word');
}

function answerStatement(
  { first, end }: TokenRange,
  sign: Sign,
  isDenied: boolean,
  { clause, sentence }: Pick<Place, 'clause' | 'sentence'>,
  topic: TokenRange | null,
  why: string,
): Statement {
  return {
    first,
    end,
    sign,
    strength: 2,
    clause,
    sentence,
    subject: { first, end: first, kind: 'answer', isDenied: false },
    topic,
    object: { first: end, end: clause.end },
    dropped: null,
    isDenied,
    isPartial: false,
    reach: clause.end,
    construction: null,
    notes: [why, ...(isDenied ? ['denied'] : [])],
  };
}

/** 'Brace:', 'The splint.': a few words, all of them the heading's. */
export function namesOnly({ tokens }: Reading, { first, end }: TokenRange, { words }: Heading): boolean {
  const last = tokens.isMark(end - 1) ? end - 1 : end;
  if (last <= first || last - first > LONGEST_NAME) return false;
  for (let at = first; at < last; at++)
    if (!words.has(tokens.word(at)) && !ARTICLES.has(tokens.lower(at))) return false;
  return true;
}

/** 'One consultation:', 'Two repeats before he is seen:': what the heading names, perhaps a number of it, and then when or for what. */
export function isPartLabel(reading: Reading, { first, end }: TokenRange, { words }: Heading): boolean {
  const { tokens, lexicon } = reading;
  if (tokens.written(end - 1) !== ':' || end - first > LONGEST_LABEL) return false;
  let at = first;
  while (ARTICLES.has(tokens.lower(at))) at++;
  at = numbers(reading).at(at)?.end ?? at;
  const start = at;
  while (at < end - 1 && (words.has(tokens.word(at)) || words.has(lexicon.singular(tokens.word(at))))) at++;
  return at > start && (at === end - 1 || reading.is(at, ENGLISH.preposition));
}

/** In tokens. */
const LONGEST_LABEL = 14;
const LONGEST_NAME = 4;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'these']);

/** 'No repeat.', 'No surgery.' */
export function bareNoStatement(
  reading: Reading,
  heading: Heading,
  { clause, sentence }: Place,
  topic: TokenRange | null,
): Statement | null {
  const { tokens } = reading;
  const denied = bareNoIn(reading, sentence, (at) => heading.words.has(tokens.word(at)));
  if (denied === null) return null;
  return {
    first: clause.first,
    end: denied.end,
    sign: -1,
    strength: 2,
    clause,
    sentence,
    subject: { kind: 'treatment', isDenied: true, ...denied },
    topic,
    object: { first: denied.end, end: denied.end },
    dropped: null,
    isDenied: true,
    isPartial: false,
    reach: denied.end,
    construction: null,
    notes: ['the treatment, denied in a word'],
  };
}

/** What was said before words that leave their predicate out. */
export interface Before {
  readonly said: readonly Statement[];
  /** Of the clause, or of the one before where it has none. */
  readonly subject: Subject;
  /** Of the sentence before. */
  readonly before: Subject | null;
  readonly predicate: Predicate | null;
  /** No clause with a verb of its own has come after the predicate. */
  readonly isOpen: boolean;
  /** None has in the sentences before. */
  readonly isNear: boolean;
  readonly heading: Heading;
  readonly topic: TokenRange | null;
  /** Nothing comes after it. */
  readonly isLast: boolean;
  /** What the sentence before asked about: 'Who would not give it to her?' */
  readonly asked: Sign | null;
}

/** 'So I cannot.': it is the request that is not granted. */
const cannotIn = (reading: Reading, { verb }: Clause, { isDenied }: Ellipsis): number =>
  isDenied && CAN.has(reading.tokens.lower(verb)) ? 1 : 0;

/** What somebody did or would do before 'as I now do': grant it (1) or refuse it (-1); 0 where neither, or it is denied. */
function deedBefore(reading: Reading, { first, end }: TokenRange): Sign | 0 {
  let sign: Sign | 0 = 0;
  for (let at = first; at < end; at++) {
    if (reading.is(at, ENGLISH.negation)) return 0;
    if ((reading.formAt(at) & DONE) === 0) continue;
    if (reading.is(at, CONCLUSION_WORDS.withholds)) sign = -1;
    else if (reading.is(at, CONCLUSION_WORDS.grants)) sign = 1;
  }
  return sign;
}

const DONE = Form.past | Form.participle;

const isAs = ({ tokens }: Reading, { first }: TokenRange): boolean => tokens.lower(first) === 'as';

/** 'He would not have held to the denial had he seen it; I, who have, cannot.' */
const isOfDenial = (reading: Reading, { first }: TokenRange, { first: end }: Clause): boolean =>
  reading.has({ first, end }, CONCLUSION_WORDS.denial);

const CAN: ReadonlySet<string> = new Set(['can', 'ca', 'cannot', 'will', 'wo']);
const isOwnUnderCondition = (last: Statement | undefined): boolean =>
  last?.dropped === 'under a condition' && OWN.has(last.subject.kind);

/** 'I would refuse it', 'the denial would have my support' */
const OWN: ReadonlySet<Subject['kind']> = new Set(['reviewer', 'denial', 'review']);

/** 'It adds nothing, and I would not': beside what speaks against it the reviewer would not do it, either. */
const alsoAgainst = (
  { tokens }: Reading,
  { first }: Clause,
  sentence: TokenRange,
  { isDenied, isAnswer }: Ellipsis,
  said: readonly Statement[],
): boolean => {
  const last = said.at(-1);
  return (
    isDenied &&
    !isAnswer &&
    tokens.lower(first) === 'and' &&
    last !== undefined &&
    last.sentence.first === sentence.first &&
    last.dropped === null &&
    last.sign < 0 &&
    !last.isDenied
  );
};

/** 'I see no reason to deny it, and I do not' */
const alsoFor = (
  reading: Reading,
  { first }: Clause,
  { isDenied, isAnswer }: Ellipsis,
  last: Statement | undefined,
): boolean =>
  isDenied &&
  !isAnswer &&
  reading.tokens.lower(first) === 'and' &&
  last !== undefined &&
  last.sentence.first < first &&
  last.sentence.end > first &&
  last.dropped === null &&
  last.sign > 0 &&
  last.subject.kind === 'reviewer' &&
  reading.has({ first: last.end, end: first }, CONCLUSION_WORDS.withholds);

const isPronoun = (reading: Reading, { first, end }: TokenRange): boolean =>
  end - first === 1 && PRONOUNS.has(reading.tokens.lower(first));

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'this', 'these']);

/** 'The second set is not.', 'neither is the hospital stay': the last predicate again. */
export function ellipsisStatement(
  reading: Reading,
  { clause, sentence, own, matrix, clauses, scope }: Place,
  { said, subject, before, predicate, isOpen, isNear, heading, topic, asked, isLast }: Before,
): Statement | null {
  const short = ellipsisIn(reading, clause, own, subject);
  if (short === null) return null;
  // 'It is not' answers what was said right before; what is in dispute ('the second set is not') may come later.
  const isOfIt =
    (subject.kind === 'reviewer' && !short.isNeither) ||
    subject.kind === 'request' ||
    // 'Right: imaging is not.', 'the balance is not'
    topic !== null ||
    reading.has(subject, CONCLUSION_WORDS['other part']) ||
    isNamed(reading, subject, heading.words) ||
    isCalled(reading, subject, heading);
  // 'Wider boots did not either' is said of what anything was said of before.
  // 'and it no longer is'
  const isNoMore = isNoLonger(reading, clause.verb) && PRONOUNS.has(reading.tokens.lower(subject.first));
  const isThere =
    isPronoun(reading, subject) || own.kind === 'none'
      ? isNear
      : isOpen && (isDefinite(reading, subject) || reading.is(subject.first, ENGLISH.article));
  const mayBeIt = isNoMore || isThere;
  if (!short.isAnswer && !mayBeIt && !isOfIt) return null;
  // 'The injections ought to have been allowed; they were not.'
  if (!short.isAnswer && short.isPast && isPronoun(reading, subject)) return null;
  if (!short.isAnswer && predicate === null && subject.kind !== 'reviewer') return null;
  // 'Were they migraines, I would not stand in the way. They are not.'
  if (!short.isAnswer && subject.kind !== 'reviewer' && isOwnUnderCondition(said.at(-1))) return null;
  // 'Had she taken them for a year …, but she has not.'
  if (!short.isAnswer && subject.kind === 'patient') return null;
  const answered =
    subject.kind === 'reviewer' && !short.isAnswer
      ? answeredBy(said, sentence, predicate?.sign ?? 0, asked) ||
        (isLast && !isOfDenial(reading, sentence, clause) ? cannotIn(reading, clause, short) : 0)
      : null;
  const inner = clauses.slice(0, clauses.indexOf(clause)).some((each) => isOthers(subjectOf(reading, each, each.verb)));
  const base =
    answered ??
    (short.isAnswer
      ? isAs(reading, short)
        ? deedBefore(reading, { first: sentence.first, end: clause.first })
        : saidBefore(reading, said, sentence, before) || (inner ? -1 : 0)
      : (predicate?.sign ?? 0));
  if (base === 0) return null;
  const sign =
    subject.kind === 'reviewer' && alsoAgainst(reading, clause, sentence, short, said)
      ? -1
      : subject.kind === 'reviewer' && alsoFor(reading, clause, short, said.at(-1))
        ? 1
        : base * (short.isDenied ? -1 : 1) * matrix.sign;
  return {
    first: short.first,
    end: short.end,
    sign: sign < 0 ? -1 : 1,
    strength: short.isAnswer ? 3 : Math.max(2, predicate?.strength ?? 2),
    clause,
    sentence,
    subject: short.isAnswer ? { ...subject, kind: 'reviewer' } : subject,
    topic,
    object: { first: short.end, end: clause.end },
    dropped:
      !short.isAnswer && (scope === 'others' || matrix.isOthers || (own.kind === 'none' && isOthers(subject)))
        ? 'said by others'
        : null,
    isDenied: short.isDenied,
    isPartial: false,
    reach: short.end,
    construction: null,
    notes: ['the predicate before', ...(short.isDenied ? ['denied'] : [])],
  };
}

/** 'The left is needed, the right not.' */
export function endingNot(reading: Reading, clause: Clause, last: Statement): Statement | null {
  const not = trailingNot(reading, clause, last.end);
  if (not < 0) return null;
  const subject = { first: last.end + 1, end: not, kind: 'thing' as const, isDenied: false };
  return { ...last, first: subject.first, end: not + 1, sign: last.sign > 0 ? -1 : 1, subject };
}
