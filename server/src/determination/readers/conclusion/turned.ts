import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import type { Statement } from './statements/statement.ts';
import { TURNED_WORDS } from './words/turnedWords.ts';
import { CONCLUSION_WORDS } from './words/words.ts';

/** How a statement that concedes something about the denial as it was goes on. */
export type Turn = 'none' | 'goes on' | 'turned round';

const PAST: ReadonlySet<string> = new Set(['was', 'were', 'had', 'seemed', 'looked']);

/** In tokens: a turn comes in the same sentence or the next. */
const LONGEST_TURN = 60;
const LONGEST_OBJECT = 6;

/**
 * Whether a statement grants that the denial was right when it was made, and what comes next turns: 'The denial was fair;
 * the new report changes that', 'I do not fault the denial. The later note …'. By itself 'The denial was fair' is the
 * reviewer's judgment of it.
 */
export function turnAfter(passage: Passage, statement: Statement): Turn {
  const { reading } = passage;
  if (!isOfDenialThen(reading, statement)) return 'none';
  const { sentence, clause } = statement;
  const next = sentence.end < passage.end ? passage.sentenceAt(sentence.end) : sentence;
  const after = { first: statement.end, end: Math.min(next.end, statement.end + LONGEST_TURN) };
  if (has(reading, after, TURNED_WORDS['turned: round'])) return 'turned round';
  const isThen = reading.has({ first: clause.first, end: sentence.end }, TURNED_WORDS['turned: then']);
  return isThen || has(reading, after, TURNED_WORDS['turned: now']) ? 'goes on' : 'none';
}

/** 'The denial was fair', 'I do not fault the denial' */
function isOfDenialThen(reading: Reading, { subject, object, isDenied, ...words }: Statement): boolean {
  if (subject.kind === 'denial') return reading.tokens.hasAny(words, PAST);
  const near = { first: object.first, end: Math.min(object.end, object.first + LONGEST_OBJECT) };
  return subject.kind === 'reviewer' && isDenied && reading.has(near, CONCLUSION_WORDS.denial);
}

/** Whether one of some words is there and not denied: 'nothing new changes that'. */
function has(reading: Reading, { first, end }: TokenRange, words: WordClass): boolean {
  for (let at = first; at < end; at++)
    if (reading.is(at, words) && !reading.has({ first: at - DENIES, end: at }, ENGLISH.negation)) return true;
  return false;
}

/** In tokens: 'no note of a later day'. */
const DENIES = 4;
