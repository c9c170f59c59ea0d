import { type ClassEntry, WordClass } from '../../language/lexicon/wordClass.ts';
import type { Passage, TokenRange } from '../../language/reading.ts';
import words from './data/shortWords.json' with { type: 'json' };

/** What was typed for a short word. */
interface ShortSlip {
  readonly rights: readonly string[];
  /** It is in no word list, so that a team may add it to its own; a longer slip is found by the lists. */
  readonly isUnknown: boolean;
}

/**
 * Slips in the commonest words: too short to be looked up, as most words of two and three letters that no list has are
 * abbreviations. None of these is one that letters write in small letters.
 */
export const SHORT_SLIPS = new WordClass<ShortSlip>('slip in a short word', entries);

function* entries(): Iterable<ClassEntry<ShortSlip>> {
  yield* entriesOf(words.words, true);
  yield* entriesOf(words.obscure, false);
  yield* entriesOf(words.pairs, false);
}

function* entriesOf(
  slips: Readonly<Record<string, readonly string[]>>,
  isUnknown: boolean,
): Iterable<ClassEntry<ShortSlip>> {
  for (const [wrong, rights] of Object.entries(slips))
    yield { words: wrong, value: { rights, isUnknown }, bends: 'fixed' };
}

/** The slips in short words of a passage: in small letters, with blanks around. */
export function* shortSlips(passage: Passage): Iterable<TokenRange & ShortSlip> {
  const { tokens } = passage.reading;
  for (const { first, end, value } of passage.mentions(SHORT_SLIPS)) {
    const isPlain = !tokens.isCapitals(first) && !isGluedBefore(passage, first) && !isGluedAfter(passage, end);
    if (isPlain && isDividedByBlanks(passage, { first, end })) yield { first, end, ...value };
  }
}

/** 'teh-' and 'teh/his' are not words; 'teh.' is. */
const isGluedAfter = ({ reading: { tokens } }: Passage, end: number): boolean =>
  tokens.isGlued(end) && (!tokens.isMark(end) || !CLOSING.has(tokens.written(end)));

const isGluedBefore = ({ reading: { tokens } }: Passage, first: number): boolean =>
  tokens.isGlued(first) && !OPENING.has(tokens.written(first - 1));

const OPENING: ReadonlySet<string> = new Set(['(', '"', '“']);
const CLOSING: ReadonlySet<string> = new Set(['.', ',', ';', ':', ')', '?']);

function isDividedByBlanks({ reading: { tokens } }: Passage, { first, end }: TokenRange): boolean {
  for (let at = first + 1; at < end; at++) {
    if (!tokens.isWord(at) || tokens.isGlued(at) || tokens.isCapitalized(at)) return false;
  }
  return true;
}
