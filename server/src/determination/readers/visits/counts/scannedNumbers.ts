import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { PlacedPassage } from '../../../../language/placed.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { TIME_UNIT_WORDS } from '../../../../language/values/duration.ts';
import type { Prose } from '../../../../text/prose.ts';
import type { Span } from '../../../../text/span.ts';
import { passageOf } from '../../../language.ts';
import { FUNCTION_WORDS } from '../words/functionWords.ts';
import { VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';

/**
 * A number in which a scanner read a letter for a figure: 'l2 sessions', '1O visits', '#6O'. Only where it counts
 * something, so that levels (L5, C5-6), gases (O2), codes (I10) and strengths are left alone. The number is not guessed:
 * it is read as none.
 */
export interface ScannedNumber {
  readonly span: Span;
  readonly words: string;
  /** The letter that stands for a figure. */
  readonly letter: string;
}

/** A figure or two, and a letter that looks like one. Capitals that begin a level, a gas or a code are none: 'L5', 'O2'. */
const MIXED = /^(?:[l|]\d{1,2}|I\d|\d{1,2}[lIO|o]|\d[lIO|o]\d|\d[Oo]{2}|[lI]O)$/;
const LETTER = /[lIO|o]/;
/** Most texts hold nothing of the kind, and are done with. */
const ANY = /\d[lIO|o]|[lI|]\d|[lI]O/;
const LONGEST = 3;
const MOST_MODIFIERS = 4;

/** Numbers with a letter in them, in the order of the text. */
export const findScannedNumbers = (prose: Prose): readonly ScannedNumber[] => scannedNumbersIn(passageOf(prose));

/** The same in a passage. */
export const scannedNumbersIn = (passage: PlacedPassage): readonly ScannedNumber[] => passage.once(readNumbers);

const readNumbers = (passage: PlacedPassage): readonly ScannedNumber[] =>
  ANY.test(passage.prose(passage).text) ? [...numbersIn(passage)] : [];

function* numbersIn(passage: PlacedPassage): Iterable<ScannedNumber> {
  const { reading } = passage;
  for (let at = passage.first; at < passage.end; ) {
    const run = runAt(passage, at);
    const words = reading.tokens.slice(run.first, run.end);
    const letter = MIXED.test(words) ? LETTER.exec(words)?.[0] : undefined;
    if (letter !== undefined && countsSomething(passage, run)) yield { span: passage.span(run), words, letter };
    at = run.end;
  }
}

/** Tokens without a blank or a joint between them: of '8-l0' the l0, of '#6O' the 6O. */
function runAt({ reading: { tokens }, end: limit }: Passage, first: number): TokenRange {
  let end = first + 1;
  if (isPiece(tokens.written(first))) {
    while (end < limit && tokens.isGlued(end) && isPiece(tokens.written(end))) end++;
  }
  return { first, end };
}

const isPiece = (written: string): boolean => written.length <= LONGEST && PIECE.test(written);
const PIECE = /^(?:\d+|[lIOo]+|\|)$/;

function countsSomething(passage: Passage, { first, end }: TokenRange): boolean {
  const { reading } = passage;
  const { tokens } = reading;
  const before = tokens.written(first - 1);
  const isJoined = tokens.isGlued(first) && first > passage.first;
  const isMarked =
    before === '#' || (reading.endOfClass(first - 1, VISIT_WORDS.cross) === first && !isWordAt(reading, end));
  if (isMarked && !(tokens.isGlued(end) && !tokens.isMark(end))) return true;
  if (isJoined && !JOINTS.has(before)) return false;
  const last = rangeEnd(reading, end);
  return (!tokens.isGlued(last) || tokens.written(last) === '-') && leadsToUnit(passage, last);
}

/** 'l2-15', '8 to 1O': the end of a range. */
function rangeEnd({ tokens }: Reading, end: number): number {
  const joint = tokens.written(end);
  const isRange = (joint === '-' || joint === 'to') && isPiece(tokens.written(end + 1));
  if (!isRange) return end;
  let at = end + 2;
  while (tokens.isGlued(at) && isPiece(tokens.written(at))) at++;
  return at;
}

/** 'sessions', 'additional PT visits', 'weeks', 'refills' */
function leadsToUnit({ reading, end }: Passage, from: number): boolean {
  for (let at = from, words = 0; at < end && words <= MOST_MODIFIERS; at++) {
    if (UNITS.has(reading, at)) return true;
    if (reading.tokens.written(at) === '-') continue;
    if (!reading.tokens.isWord(at) || FUNCTION_WORDS.has(reading, at)) return false;
    words++;
  }
  return false;
}

const isWordAt = ({ tokens }: Reading, at: number): boolean => tokens.isWord(at);

const UNITS = new ClassMap<true>(
  [VISIT_UNITS, TIME_UNIT_WORDS, VISIT_WORDS['counted thing']].map((each) => [each, true]),
);
const JOINTS: ReadonlySet<string> = new Set(['-', '(', '"', "'", 'x', '×']);
