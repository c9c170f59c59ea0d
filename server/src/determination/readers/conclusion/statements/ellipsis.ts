import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { Subject, SubjectKind } from '../clauses/subject.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';

/** A predicate that is not said again: 'the second set is not', 'so do I'. */
export interface Ellipsis extends TokenRange {
  readonly isDenied: boolean;
  /** It answers what somebody said, rather than what was said of a thing. */
  readonly isAnswer: boolean;
  /** 'they were not' */
  readonly isPast: boolean;
  /** 'nor do I' */
  readonly isNeither: boolean;
}

const KINDS: ReadonlySet<string> = new Set(['kind', 'sort']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'cannot']);
const STOPS: ReadonlySet<string> = new Set(['.', ';', ':']);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'did', 'had']);
const NEITHER: ReadonlySet<string> = new Set(['neither', 'nor']);
const ELLIPTIC: ReadonlySet<SubjectKind> = new Set([
  'request',
  'treatment',
  'thing',
  'none',
  'patient',
  'record',
  'reviewer',
  'necessity',
  'ground',
  'criteria',
]);

/** The predicate that a clause leaves out; null where it has its own. */
export function ellipsisIn(reading: Reading, clause: Clause, own: Subject, subject: Subject): Ellipsis | null {
  const { tokens } = reading;
  const { first, verb, end } = clause;
  if (clause.kind === 'condition' || clause.kind === 'relative' || clause.kind === 'aside') return null;
  if (verb >= end || !isAuxiliary(reading, verb)) return null;
  // 'in most cases it is'
  if (reading.has({ first, end: verb }, ENGLISH.usually)) return null;
  const opening = tokens.lower(first) === 'and' ? first + 1 : first;
  const opens = tokens.lower(opening);
  if (opens === 'so' && verb === opening + 1 && tokens.written(verb + 1) === 'I')
    return { first: opening, end: verb + 2, isDenied: false, isAnswer: true, isPast: false, isNeither: false };
  // 'as I now do', 'as do I'
  if (opens === 'as' && isOwnDeed(reading, opening + 1, end))
    return { first: opening, end, isDenied: false, isAnswer: true, isPast: false, isNeither: false };
  // 'and so is support for it'
  if (opens === 'so' && verb === opening + 1)
    return { first: opening, end: verb + 1, isDenied: false, isAnswer: false, isPast: false, isNeither: false };
  // 'There is none for the other.'
  if (opens === 'there' && tokens.lower(verb + 1) === 'none')
    return { first: verb, end: verb + 2, isDenied: true, isAnswer: false, isPast: false, isNeither: false };
  let after = verb + 1;
  let negations = tokens.lower(verb) === 'cannot' || isNoLonger(reading, verb) ? 1 : 0;
  while (after < end && NOT.has(tokens.lower(after))) {
    negations++;
    after++;
  }
  const so = negations > 0 ? endOfSo(reading, after, end) : after;
  // 'I do not find it so at the other level'
  const isFoundSo = so > after && reading.is(so, ENGLISH.preposition);
  after = so;
  // 'He calls it safe and sound. It is neither.'
  if (tokens.lower(after) === 'neither' && tokens.isMark(after + 1)) {
    negations++;
    after++;
  }
  // 'It is nothing of the kind.'
  if (tokens.lower(after) === 'nothing' && tokens.lower(after + 1) === 'of' && KINDS.has(tokens.lower(after + 3))) {
    negations++;
    after += 4;
  }
  // 'UR calls it premature. It is anything but.'
  if (tokens.lower(after) === 'anything' && tokens.lower(after + 1) === 'but' && tokens.isMark(after + 2)) {
    negations++;
    after += 2;
  }
  const isNeither = NEITHER.has(opens) || NEITHER.has(tokens.lower(opening + 1));
  if (after < end && !endsEllipsis(reading, after) && !isNeither && !isFoundSo) return null;
  // 'is not long-term use'
  if (tokens.written(after + 1) === '-') return null;
  // 'and neither can be left alone' has its own predicate.
  if (isNeither && (reading.is(after, ENGLISH.be) || reading.formAt(after) !== 0)) return null;
  // 'Nor was the note, which …, among the papers' goes on.
  if (isNeither && !STOPS.has(tokens.written(end - 1))) return null;
  if (negations === 0 && !isNeither && own.kind === 'none') return null;
  // 'Neither is so.' says what is true.
  if (tokens.written(after) === 'so') return null;
  // '; so it was,' grants what is past.
  if (opens === 'so' && PAST.has(tokens.lower(verb))) return null;
  // 'He thought it unneeded because the spasm had gone. It had not.'
  if (tokens.lower(verb) === 'had') return null;
  // 'It is.' says again what was said.
  const isAgain = negations === 0 && !isNeither;
  // 'as it is,'
  if (isAgain && opens === 'as') return null;
  const start = own.kind === 'reviewer' ? Math.max(own.first, verb - 2) : first;
  // 'It is | whether more should be granted' goes on.
  if (isAgain && (end - start > LONGEST_AGAIN || !tokens.isMark(after))) return null;
  if (!ELLIPTIC.has(subject.kind)) return null;
  const isPast = PAST.has(tokens.lower(verb));
  return { first: verb, end: after, isDenied: negations % 2 === 1 || isNeither, isAnswer: false, isPast, isNeither };
}

/** The position after 'find it so', 'so find', 'think so', 'call it that'; else the token itself. */
function endOfSo(reading: Reading, at: number, end: number): number {
  const { tokens } = reading;
  if (tokens.lower(at) === 'so' && reading.is(at + 1, ENGLISH.judge)) return at + 2;
  if (!reading.is(at, ENGLISH.judge)) return at;
  const isOfIt = OF_IT.has(tokens.lower(at + 1));
  const so = isOfIt ? at + 2 : at + 1;
  const isThat = isOfIt && tokens.lower(so) === 'that' && (so + 1 >= end || tokens.isMark(so + 1));
  return tokens.lower(so) === 'so' || isThat ? so + 1 : at;
}

const OF_IT: ReadonlySet<string> = new Set(['it', 'this', 'them', 'these']);
/** 'I do', 'do I', 'I now do', 'I do now', and nothing more. */
function isOwnDeed({ tokens }: Reading, first: number, end: number): boolean {
  const last = tokens.isMark(end - 1) ? end - 1 : end;
  if (last - first < 2 || last - first > LONGEST_DEED) return false;
  for (let at = first; at < last; at++) if (!OWN_DEED.has(tokens.lower(at))) return false;
  return tokens.hasAny({ first, end: last }, SELF) && tokens.hasAny({ first, end: last }, DOING);
}

/** In tokens: 'I do now, too'. */
const LONGEST_DEED = 4;
const SELF: ReadonlySet<string> = new Set(['i']);
const DOING: ReadonlySet<string> = new Set(['do', 'must', 'would', 'will']);
const OWN_DEED: ReadonlySet<string> = new Set([...SELF, ...DOING, 'now', 'too', 'here', 'also']);

/** 'It no longer is.' */
export const isNoLonger = ({ tokens }: Reading, verb: number): boolean =>
  tokens.lower(verb - 1) === 'longer' && tokens.lower(verb - 2) === 'no';

/** 'So is the brace.': what follows is no predicate. */
export const isSo = (reading: Reading, { first, verb }: Clause): boolean => {
  const { tokens } = reading;
  const opening = tokens.lower(first) === 'and' ? first + 1 : first;
  return tokens.lower(opening) === 'so' && verb === opening + 1 && isAuxiliary(reading, verb);
};

/** The position of the 'not' of ', right not.'; -1 where a clause does not end so. */
export function trailingNot(reading: Reading, { first, end }: Clause, after: number): number {
  const { tokens } = reading;
  const last = tokens.isMark(end - 1) ? end - 2 : end - 1;
  const isShort = last - after >= 2 && last - after <= LONGEST_NO + 1;
  return isShort && tokens.written(last) === 'not' && tokens.written(after) === ',' && after >= first ? last : -1;
}

const LATER: ReadonlySet<string> = new Set('at until before after beyond thereafter now here yet'.split(' '));

const ENDERS = new ClassMap<true>([
  [ENGLISH.coordinator, true],
  [ENGLISH.subordinator, true],
  [ENGLISH.degree, true],
  [CONCLUSION_WORDS['other part'], true],
]);

/** What may follow 'it is not' where nothing else is denied: 'not, because …', 'not at this time'; not 'not in excess'. */
function endsEllipsis(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (tokens.isMark(at) || ENDERS.has(reading, at)) return true;
  // 'not at this time', not 'not at liberty'
  return LATER.has(tokens.lower(at)) && (tokens.lower(at) !== 'at' || TIMES.has(tokens.lower(at + 1)));
}

const TIMES: ReadonlySet<string> = new Set('this that present all any'.split(' '));

/** In tokens. */
const LONGEST_AGAIN = 8;
const LONGEST_NO = 4;

/** The thing that 'No repeat.' and 'No surgery.' deny; null where a sentence is longer, or denies a finding. */
export function bareNoIn(reading: Reading, sentence: TokenRange, names: (at: number) => boolean): TokenRange | null {
  const { tokens } = reading;
  const end = tokens.written(sentence.end - 1) === '.' ? sentence.end - 1 : sentence.end;
  const length = end - sentence.first;
  if (tokens.written(sentence.first) !== 'No' || length < 2 || length > LONGEST_NO) return null;
  // 'No diary of use.', 'No earlier therapy.'
  if (reading.is(end - 2, ENGLISH.preposition) || reading.is(sentence.first + 1, CONCLUSION_WORDS['earlier word']))
    return null;
  const isOfIt = names(end - 1) || reading.is(end - 1, CONCLUSION_WORDS['request word']);
  return isOfIt ? { first: sentence.first + 1, end } : null;
}
