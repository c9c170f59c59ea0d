import { BEGINS_PHRASE, isAuxiliary, isFiniteAt, TAKES_CONTENT } from './finiteVerbs.ts';
import { ENGLISH } from './lexicon/english.ts';
import type { Reading, TokenRange } from './reading.ts';

/**
 * Where the verb of the main clause is after 'The brace that the surgeon wants', 'The visits which she asked for'; -1
 * where 'that' or 'which' at a token does not begin such a clause, or where that clause ends is not clear.
 */
export function mainVerbAfter(reading: Reading, that: number, sentence: TokenRange): number {
  if (!RELATIVES.has(reading.tokens.lower(that)) || !isAfterSubject(reading, that, sentence)) return -1;
  const head = headOfSubject(reading, that + 1);
  if (head < 0) return -1;
  const [first, second] = verbsAfter(reading, head, sentence);
  if (first === undefined) return -1;
  // 'that she has had is'
  if (first === head + 1) return second ?? -1;
  // 'that the surgeon says is needed'
  return reading.is(first - 1, ENGLISH.say) || reading.is(first - 1, ENGLISH.judge) ? -1 : first;
}

const RELATIVES: ReadonlySet<string> = new Set(['that', 'which']);

/** Of 'that' after a noun: 'The brace that', not 'The view that', 'He said that', or 'in that'. */
function isAfterSubject(reading: Reading, that: number, { first }: TokenRange): boolean {
  const { tokens } = reading;
  const noun = that - 1;
  if (noun <= first || that - first > LONGEST_SUBJECT || !BEGINS_PHRASE.has(reading, first)) return false;
  if (!tokens.isWord(noun) || TAKES_CONTENT.has(reading, noun) || reading.is(noun, ENGLISH.preposition)) return false;
  for (let at = first; at < that; at++) if (isFiniteAt(reading, at) || tokens.isMark(at)) return false;
  return true;
}

/** The first word that may be the last of the clause's subject: of 'she', 'the surgeon', 'UR'; -1 where none is. */
function headOfSubject(reading: Reading, at: number): number {
  const head = BEGINS_PHRASE.has(reading, at) ? at + 1 : at;
  return reading.tokens.isWord(head) && !isFiniteAt(reading, head) ? head : -1;
}

/** The finite auxiliaries up to a mark, or to what begins another clause; two at most. */
function verbsAfter(reading: Reading, head: number, { end }: TokenRange): readonly number[] {
  const verbs: number[] = [];
  for (let at = head + 1; at < Math.min(end, head + LONGEST_CLAUSE) && verbs.length < 2; at++) {
    if (!reading.tokens.isWord(at) || reading.is(at, ENGLISH.relative)) break;
    if (reading.is(at, ENGLISH['clause coordinator']) || reading.is(at, ENGLISH.subordinator)) break;
    if (isAuxiliary(reading, at) && isFiniteAt(reading, at) && reading.tokens.written(at - 1) !== 'to') verbs.push(at);
  }
  return verbs;
}

/** In tokens. */
const LONGEST_SUBJECT = 8;
const LONGEST_CLAUSE = 12;
