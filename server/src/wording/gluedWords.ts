import type { PlacedPassage } from '../language/placed.ts';
import type { Reading } from '../language/reading.ts';
import { PARTS } from './grammar/parts.ts';
import { wordSet } from './wordSet.ts';

/** Words that begin sentences: after a single letter or a number, only they show where a sentence ends. */
const OPENERS = wordSet(
  'the this there these those therefore in on at as a an he she it his her they however according physical treatment medication medications current objective subjective examination patient injured request per based given no prior utilization mtus odg since if when while although additionally furthermore for with by to after pain documentation guidelines',
);
const SHORT_OPENERS = wordSet('in on at as he it no an by to if mr ms dr');
/** Small words that go on after a bracket, a figure or a comma. */
const SMALL = wordSet('and of for to the with was is in on or from at by were are has have as that which per');
const AFTER_FIGURES = wordSet('and the with for to was is from then in on he she this there');
const BEFORE_FIGURES = wordSet('and the with for to was is from on of at or than by in');
const AFTER_COMMA = wordSet('the and with for to which he she a in on but who it as is was no or of at by so if an');
/** Begin a sentence right after a word: no brand's second word does. */
const INNER_OPENERS = wordSet('the this there these however therefore according she they');
/** 'visit(s)', 'bod(ies)': endings in brackets. */
const ENDINGS = wordSet('s es ies n ing ed al y d r');
/** Abbreviations that a word may be run together with: 'TENSunit'. */
const ABBREVIATIONS = wordSet('TENS MRI EMG NCV NCS ESI UDS MTUS ODG ACOEM DME NSAID EKG PT OT CT ROM TPI');

/** The indexes, in the letter's folded text, at which a blank is missing; in order. */
export function* gluedPlaces(passage: PlacedPassage): Iterable<number> {
  const { reading, first, end } = passage;
  const { tokens } = reading;
  for (let at = first; at < end; at++) {
    if (tokens.isGlued(at) && at > first && isMissing(reading, at)) yield passage.indexOf(at);
    const inner = tokens.isWord(at) ? insideWord(reading, at) : 0;
    if (inner > 0) yield passage.indexOf(at) + inner;
  }
}

/** Whether a blank is missing before a token that follows another without one. */
function isMissing(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (tokens.isMark(at)) return tokens.written(at) === '(' && isBeforeBracket(reading, at);
  const mark = tokens.isMark(at - 1) ? tokens.written(at - 1) : '';
  const word = tokens.lower(at);
  if (mark === '') return isBesideFigures(reading, at, word);
  if (!tokens.isWord(at) || tokens.isPossessive(at)) return false;
  const before = at - 2;
  if (mark === ')') return isAfterBracket(reading, at, word);
  if (mark === ',' || mark === ';') return tokens.isGlued(at - 1) && isAfterComma(reading, at, before, word);
  if (mark === ':') return tokens.isGlued(at - 1) && smallAtEnd(reading, before) >= 3 && isTitleCase(reading, at);
  return isAfterStop(reading, at, word);
}

/** 'documented.In', '2016.The', 'stable."The', 'pain.MRI', 'vitamin D.The'. */
function isAfterStop(reading: Reading, at: number, word: string): boolean {
  const { tokens } = reading;
  let stop = at - 1;
  if (CLOSING.has(tokens.written(stop)) && tokens.isGlued(stop)) stop--;
  if (!STOPS.has(tokens.written(stop)) || !tokens.isGlued(stop)) return false;
  let before = stop - 1;
  const isClosed = CLOSING.has(tokens.written(before)) && tokens.isGlued(before);
  const closing = isClosed ? tokens.written(before) : '';
  if (isClosed) before--;
  const isNumeric = tokens.isFigures(before) || NUMERIC.has(tokens.written(before));
  const small = smallAtEnd(reading, before);
  const isEnd =
    small >= 2 ||
    (isClosed && small >= 1) ||
    isNumeric ||
    (closing === '' && isLongCapitals(reading, before)) ||
    NUMERIC.has(closing);
  if (isEnd && isSentenceStart(reading, at, word)) return true;
  if (small >= 3 && !isClosed && stop === at - 1) {
    const length = tokens.end(at) - tokens.start(at);
    if (tokens.isCapitals(at) && length >= 2 && length <= 5)
      return !(tokens.isGlued(at + 1) && ADDRESS_MARKS.has(tokens.written(at + 1)));
    // 'documented.the'
    return (
      tokens.written(stop) === '.' && !tokens.isCapitalized(at) && INNER_OPENERS.has(word) && !tokens.isGlued(at + 1)
    );
  }
  const isLetter =
    tokens.isWord(before) && tokens.end(before) - tokens.start(before) === 1 && stop === at - 1 && !isClosed;
  if (!isLetter || tokens.isGlued(before) || !tokens.isCapitalized(at)) return false;
  return word !== 'a' && word !== 'as' && OPENERS.has(word);
}

const STOPS = wordSet('. ! ?');
const CLOSING = wordSet('" ” ’ ) ]');
const NUMERIC = wordSet('% ° ) ]');
const ADDRESS_MARKS = wordSet('. @ /');

/** 'The', 'In', 'A dose', 'X-ray': as a sentence begins. */
function isSentenceStart(reading: Reading, at: number, word: string): boolean {
  const { tokens } = reading;
  if (!tokens.isCapitalized(at)) return false;
  if (isTitleCase(reading, at) || SHORT_OPENERS.has(word)) return true;
  if (tokens.end(at) - tokens.start(at) > 1) return false;
  if (word === 'a' && !tokens.isGlued(at + 1)) return true;
  const hasHyphen = tokens.written(at + 1) === '-' && tokens.isGlued(at + 1) && tokens.isGlued(at + 2);
  return hasHyphen && tokens.isWord(at + 2) && tokens.end(at + 2) - tokens.start(at + 2) >= 3;
}

/** A capital and two small letters or more. */
function isTitleCase({ tokens }: Reading, at: number): boolean {
  const written = tokens.written(at);
  const rest = written.slice(1, 3);
  return tokens.isWord(at) && tokens.isCapitalized(at) && rest.length === 2 && rest === rest.toLowerCase();
}

/** How many small letters a word ends with; more than three make no difference. */
function smallAtEnd({ tokens }: Reading, at: number): number {
  if (!tokens.isWord(at)) return 0;
  const written = tokens.written(at).slice(-3);
  let count = 0;
  for (let i = written.length - 1; i >= 0; i--, count++) {
    const letter = written.charAt(i);
    if (letter !== letter.toLowerCase() || letter === letter.toUpperCase()) return count;
  }
  return count;
}

const isLongCapitals = ({ tokens }: Reading, at: number): boolean =>
  tokens.isCapitals(at) && tokens.end(at) - tokens.start(at) >= 2;

/** 'pain,stiffness', '2009,revision', 'rest,as'. */
function isAfterComma(reading: Reading, at: number, before: number, word: string): boolean {
  const { tokens } = reading;
  const isLong = word.length >= 3 && smallAtEnd(reading, at) >= 2;
  if (smallAtEnd(reading, before) >= 2) return isLong || AFTER_COMMA.has(word);
  if (!tokens.isFigures(before) || tokens.isCapitalized(at)) return false;
  return AFTER_COMMA.has(word) || (isLong && PARTS.at(reading, at) !== 0);
}

/** 'Electromyography(EMG)', 'therapy(12', 'MRI(magnetic', 'MRI(9/2/14)'. */
function isBeforeBracket(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const before = at - 1;
  const content = tokens.written(at + 1);
  if (!tokens.isWord(before) || tokens.isGlued(before)) return false;
  if (tokens.written(at + 2) === ')' && ENDINGS.has(content.toLowerCase())) return false;
  const isWord = tokens.isWord(at + 1) && content.length >= 3;
  if (smallAtEnd(reading, before) >= 1 && tokens.end(before) - tokens.start(before) >= 2)
    return isWord || tokens.isFigures(at + 1);
  if (!isLongCapitals(reading, before)) return false;
  const isDay = tokens.isFigures(at + 1) && DATE_MARKS.has(tokens.written(at + 2));
  return isDay || (isWord && content.length >= 4 && content === content.toLowerCase());
}

const DATE_MARKS = wordSet('/ -');

/** '(EMG)of', '(EMG)The'; not '(non)steroidal'. */
function isAfterBracket(reading: Reading, at: number, word: string): boolean {
  const { tokens } = reading;
  const inside = at - 2;
  const isFilled = tokens.isWord(inside) || tokens.isFigures(inside) || tokens.written(inside) === '%';
  return (
    isFilled && tokens.isGlued(at - 1) && ((SMALL.has(word) && !tokens.isCapitalized(at)) || isTitleCase(reading, at))
  );
}

/** '2016In', 'and4/10', 'on3/2/2014', '0to', '6weeks'. */
function isBesideFigures(reading: Reading, at: number, word: string): boolean {
  const { tokens } = reading;
  if (tokens.isFigures(at)) {
    const before = tokens.written(at - 1);
    return tokens.isWord(at - 1) && !tokens.isGlued(at - 1) && BEFORE_FIGURES.has(before);
  }
  if (!tokens.isWord(at) || !tokens.isFigures(at - 1)) return false;
  if (tokens.isGlued(at + 1) && tokens.isFigures(at + 1)) return false;
  if (COUNTED.has(word)) return !tokens.isGlued(at - 1) || tokens.written(at - 2) === '(';
  const isYear = tokens.end(at - 1) - tokens.start(at - 1) === 4;
  // '3/4/2015revealed'
  if (isYear && word.length >= LEAST_AFTER_YEAR && !tokens.isCapitalized(at) && PARTS.at(reading, at) !== 0)
    return true;
  return AFTER_FIGURES.has(word) && (!tokens.isCapitalized(at) || isYear) && (isYear || !INCHES.has(word));
}

const LEAST_AFTER_YEAR = 4;

/** What figures count, in words and not in units of two letters: '6weeks', '75inches'. */
const COUNTED = wordSet(
  'weeks visits sessions months tablets capsules degrees minutes hours times inches pounds days years views levels refills treatments injections patches week month year hour minute session visit tablet',
);
/** '5in' is a length. */
const INCHES = wordSet('in on he she this there');

/** 'patientHowever', 'TENSunit': how far inside a word the second one begins; 0 where there is only one. */
function insideWord(reading: Reading, at: number): number {
  const { tokens } = reading;
  const written = tokens.written(at);
  if (written.length < LEAST_TWO || tokens.isCapitals(at)) return 0;
  for (let i = 2; i < written.length - 2; i++) {
    const letter = written.charAt(i);
    const isCapital = letter !== letter.toLowerCase();
    const wasCapital = written.charAt(i - 1) !== written.charAt(i - 1).toLowerCase();
    if (isCapital && !wasCapital && i >= 3) return INNER_OPENERS.has(written.slice(i).toLowerCase()) ? i : 0;
    if (!isCapital && wasCapital)
      return ABBREVIATIONS.has(written.slice(0, i)) && i >= 3 && written.length - i >= 4 ? i : 0;
  }
  return 0;
}

const LEAST_TWO = 6;
