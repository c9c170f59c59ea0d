import type { Clause } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Passage, type Reading, type TokenRange } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Statement } from './statement.ts';

/**
 * What is conceded in passing is less than a conclusion: 'Admittedly, it helps', 'it is useful, to be fair', 'I grant that
 * it is useful', 'Of course it helps, but …'.
 */
export function isConceded(reading: Reading, clause: Clause, sentence: TokenRange): boolean {
  if (clause.matrix !== null && concedes(reading, clause.matrix)) return true;
  if (isUnderConcession(reading, clause.first, sentence)) return true;
  for (let at = clause.first; at < clause.end; at++) {
    const end = reading.endOfClass(at, CONCLUSION_WORDS['conceding word']);
    if (end > at && isAside(reading, { first: at, end }, clause)) return true;
    if (reading.is(at, CONCLUSION_WORDS['asserting word']) && isContrasted(reading, clause, sentence)) return true;
  }
  return isLeading(reading, clause.first, sentence) || isTrailing(reading, clause.end, sentence);
}

/**
 * 'Granted, the gel is costly, and it is not needed for a hip': all that follows is conceded, up to a word of contrast or a
 * stop.
 */
function isUnderConcession(reading: Reading, first: number, { first: start, end }: TokenRange): boolean {
  const conceded = new Passage(reading, start, end).get(concededIn);
  return first >= conceded.first && first < conceded.end;
}

/** The tokens of a sentence that are conceded as a whole; read once, as each statement of the sentence asks. */
function concededIn({ reading, first: start, end }: Passage): TokenRange {
  const first = endOfConcession(reading, startOf(reading, { first: start, end }));
  if (first < 0) return NOTHING;
  let stop = first;
  while (stop < end && !reading.is(stop, ENGLISH.contrast) && reading.tokens.written(stop) !== ';') stop++;
  return { first, end: stop };
}

const NOTHING: TokenRange = { first: 0, end: 0 };

/** The position after the words that concede a whole sentence: 'Granted,', 'It is true that'; -1 where it does not begin so. */
function endOfConcession(reading: Reading, start: number): number {
  const { tokens } = reading;
  const end = reading.endOfClass(start, CONCLUSION_WORDS['conceding word']);
  if (end > start) return tokens.written(end) === ',' ? end + 1 : -1;
  if (tokens.lower(start) !== 'it') return -1;
  for (let at = start + 1; at < start + LONGEST_MATRIX; at++) {
    if (reading.is(at, ENGLISH.negation)) return -1;
    if (reading.is(at, CONCLUSION_WORDS.concedes)) return at + 1;
  }
  return -1;
}

/** In tokens: 'It must readily be admitted'. */
const LONGEST_MATRIX = 6;

/** 'Granted, | the brace helps' */
function isLeading(reading: Reading, first: number, sentence: TokenRange): boolean {
  const end = reading.endOfClass(startOf(reading, sentence), CONCLUSION_WORDS['conceding word']);
  return end > sentence.first && end === first - 1 && reading.tokens.written(end) === ',';
}

/** 'true', 'granted' and 'to be fair' are also predicates: they concede only where marks or the sentence's ends set them off. */
function isAside(reading: Reading, { first, end }: TokenRange, clause: TokenRange): boolean {
  const { tokens } = reading;
  if (!isPredicative(reading, { first, end })) return true;
  const isAfterMark = first > clause.first && SETTING_OFF.has(tokens.written(first - 1));
  if (tokens.written(end) === ',') return isAfterMark || first === startOf(reading, clause);
  return isAfterMark && endsThere(reading, end);
}

const isPredicative = ({ tokens }: Reading, words: TokenRange): boolean => tokens.hasAny(words, PREDICATES);

const PREDICATES: ReadonlySet<string> = new Set(['true', 'granted', 'fair', 'sure']);
const SETTING_OFF: ReadonlySet<string> = new Set([',', ';', '—', '–', '(']);
const ENDING: ReadonlySet<string> = new Set(['.', ';', ')', '—', '–']);

const endsThere = ({ tokens }: Reading, at: number): boolean => ENDING.has(tokens.written(at));

/** After 'and' or 'but'. */
const startOf = (reading: Reading, { first }: TokenRange): number =>
  reading.is(first, ENGLISH['clause coordinator']) ? first + 1 : first;

/** 'It is true that', 'I grant that', 'it must be admitted that'; not 'it is not true that'. */
function concedes(reading: Reading, matrix: TokenRange): boolean {
  const isDenied = reading.has(matrix, ENGLISH.negation);
  // 'It is not disputed that it can help'
  return isDenied ? reading.has(matrix, CONCLUSION_WORDS.disputes) : reading.has(matrix, CONCLUSION_WORDS.concedes);
}

/** The words after a clause concede it: '; granted.', '— true.' */
function isTrailing(reading: Reading, at: number, { end: limit }: TokenRange): boolean {
  if (at >= limit || !SETTING_OFF.has(reading.tokens.written(at - 1))) return false;
  const end = reading.endOfClass(at, CONCLUSION_WORDS['conceding word']);
  return end > at && endsThere(reading, end);
}

/** 'Certainly it helps, but …', 'Of course it helps. However, …' */
function isContrasted(reading: Reading, clause: TokenRange, sentence: TokenRange): boolean {
  if (reading.is(sentence.end, ENGLISH.contrast)) return true;
  for (let at = clause.first + 1; at < sentence.end; at++) if (reading.is(at, ENGLISH.contrast)) return true;
  return false;
}

/** Whether 'granted' or the like at a token is no decision but concedes what is said in its sentence: '; granted.' */
export function isConcession(reading: Reading, at: number, sentence: TokenRange, said: readonly Statement[]): boolean {
  const { tokens } = reading;
  const conceded = reading.endOfClass(at, CONCLUSION_WORDS['conceding word']);
  // 'Okay, this is a man of fifty'
  const end =
    conceded < 0 && at === sentence.first ? reading.endOfClass(at, CONCLUSION_WORDS['opening word']) : conceded;
  if (end <= at) return false;
  if (at > sentence.first)
    return isSaidIn(sentence, said.at(-1)) && SETTING_OFF.has(tokens.written(at - 1)) && endsThere(reading, end);
  // 'Granted, the brace helps'; not 'Granted, as the criteria are met', 'Granted, with a note that …'
  const next = end + 1;
  return tokens.written(end) === ',' && !reading.is(next, ENGLISH.subordinator) && !QUALIFYING.has(tokens.lower(next));
}

/** Something is concluded before in the sentence. */
const isSaidIn = ({ first }: TokenRange, last: Statement | undefined): boolean =>
  last !== undefined && last.dropped === null && last.sentence.first === first;

const QUALIFYING: ReadonlySet<string> = new Set(['with', 'for', 'per', 'limited', 'subject']);
