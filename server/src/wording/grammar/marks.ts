import { wordSet } from '../wordSet.ts';
import { afterJoining, beforeObject } from './commas.ts';
import type { Find } from './find.ts';
import { PARTS, Part } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

const STOPS = wordSet('. ,');

/** 'painful..', 'pain,, and', 'rest ,', 'rest,.': one mark is enough, and it is put right after its word. */
function mark(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const written = tokens.written(at);
  if (at === 0) return null;
  if (!tokens.isGlued(at)) return spaced(sentence, at, written);
  const next = tokens.isGlued(at + 1) ? tokens.written(at + 1) : '';
  if (!STOPS.has(next)) return written === '.' ? lowerStart(sentence, at) : null;
  // An ellipsis; 'etc.,' and 'Inc.,' are right.
  const isOne = isAfterWord(sentence, at) && !STOPS.has(tokens.written(at + 2));
  if (!isOne || (written === '.' && next === ',')) return null;
  return {
    first: at,
    end: at + 2,
    message: `“${written}${next}”: one mark is enough.`,
    rights: written === next ? [written] : ['.', ','],
  };
}

const isAfterWord = (sentence: Sentence, at: number): boolean => {
  const { tokens } = sentence.reading;
  return tokens.isGlued(at) && (tokens.isWord(at - 1) || tokens.isFigures(at - 1) || tokens.written(at - 1) === ')');
};

/** 'It is old..': a token of its own, and so are the three of an ellipsis. */
const twoStops = (sentence: Sentence, at: number): WordingSlip | null =>
  isAfterWord(sentence, at) ? { first: at, end: at + 1, message: '“..”: one mark is enough.', rights: ['.'] } : null;

/** 'The brace is old .' A figure may begin with a point, and so may what is left out. */
function spaced(sentence: Sentence, at: number, written: string): WordingSlip | null {
  const { tokens } = sentence.reading;
  if (!tokens.isWord(at - 1) || tokens.isCapitals(at - 1)) return null;
  if (tokens.isGlued(at + 1) && (written === '.' || !tokens.isWord(at + 1))) return null;
  if (STOPS.has(tokens.written(at + 1)) || STOPS.has(tokens.written(at - 2))) return null;
  const word = tokens.written(at - 1);
  return {
    first: at - 1,
    end: at + 1,
    message: `Remove the space before the ${written === '.' ? 'period' : 'comma'}.`,
    rights: [`${word}${written}`],
  };
}

/** In letters of five and more; what is shorter may be an abbreviation. */
const LEAST_BEFORE = 5;
const OPENERS = wordSet(
  'the this these there he she it they his her an however therefore patient treatment physical medical in on according although since if as for at we',
);

/** 'It was old. the brace is new': a word that begins a sentence, in small letters. */
function lowerStart(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const before = at - 1;
  const next = at + 1;
  if (next >= tokens.count || tokens.isGlued(next) || tokens.isCapitalized(next) || !tokens.isWord(next)) return null;
  const word = tokens.written(next);
  const isPlain =
    tokens.isWord(before) &&
    !tokens.isCapitalized(before) &&
    !tokens.isGlued(before) &&
    tokens.end(before) - tokens.start(before) >= LEAST_BEFORE &&
    sentence.may(before, ~Part.guessed);
  if (!(isPlain || isAfterScore(sentence, before)) || tokens.isGlued(next + 1) || !mayBegin(sentence, next, word))
    return null;
  return {
    first: next,
    end: next + 1,
    message: `“${word}” begins a sentence: use a capital, or remove the period before it.`,
    rights: [word.charAt(0).toUpperCase() + word.slice(1)],
  };
}

/** 'rated 6/10. swelling' */
function isAfterScore(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence.reading;
  return tokens.isFigures(at) && tokens.isGlued(at) && tokens.written(at - 1) === '/';
}

/** A word that is known, or one of those that begin many sentences. */
const mayBegin = (sentence: Sentence, at: number, word: string): boolean =>
  OPENERS.has(word) || (word.length >= LEAST_AFTER && (PARTS.at(sentence.reading, at) & ~Part.guessed) !== 0);

const LEAST_AFTER = 4;

/** What is looked for at which marks. */
export const MARKS: readonly (readonly [string, Find])[] = [
  ['.', mark],
  [',', mark],
  [',', afterJoining],
  [',', beforeObject],
  ['..', twoStops],
];
