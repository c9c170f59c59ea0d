/** Names and numbers of persons, by the tokens that they are made of. Positions are of tokens; -1 where there is none. */
import type { Reading } from '../../../language/reading.ts';
import type { Tokens } from '../../../language/tokens.ts';
import { dates } from '../../../language/values/date.ts';
import { here } from '../../../text/pattern.ts';
import given from './givenNames.json' with { type: 'json' };
import { CREDENTIALS, NO_NAMES, NUMBER_SIGNS, PARTICLES, TITLES } from './wordLists.ts';

/** No name has more words. */
const MOST_NAMES = 4;

/** 'Dr. Jane Q. Roe, MD', 'J. Roe', 'Jane Roe', 'Roe, M.D.': more than a capital says that it is a person. */
export function personEnd({ tokens }: Reading, first: number): number {
  const title = TITLES.end(tokens, first);
  const { end, words, initials } = nameEnd(tokens, Math.max(first, title));
  if (words === 0) return -1;
  const credentials = credentialsEnd(tokens, end);
  const isPerson = title > first || words > 1 || initials > 0 || credentials > end;
  return isPerson ? Math.max(end, credentials) : -1;
}

/** One to three words after a title: 'Fictitious' of 'Ms. Fictitious'. */
export function surnamesEnd({ tokens }: Reading, first: number): number {
  const { end, words } = nameEnd(tokens, first);
  return words > 0 ? end : -1;
}

/** 'Doe, Jane', 'DOE': what comes after a label is a name. */
export function labeledNameEnd({ tokens }: Reading, first: number): number {
  const { end, words } = nameEnd(tokens, first);
  if (words === 0) return -1;
  if (tokens.written(end) !== ',') return end;
  const more = nameEnd(tokens, end + 1);
  return more.words > 0 ? more.end : end;
}

const GIVEN_NAMES: ReadonlySet<string> = new Set(given);

/** 'Maria Q. Fictitious': a given name that is known, and a surname. */
export function givenNameEnd({ tokens }: Reading, first: number): number {
  if (!GIVEN_NAMES.has(tokens.written(first))) return -1;
  const { end, words } = nameEnd(tokens, first);
  return words > 1 ? end : -1;
}

function nameEnd(tokens: Tokens, first: number): { end: number; words: number; initials: number } {
  let [end, words, initials] = [first, 0, 0];
  let at = first;
  while (words + initials < MOST_NAMES) {
    const particle = words + initials > 0 && PARTICLES.has(tokens, at) && !tokens.isCapitalized(at) ? at + 1 : at;
    const word = nameWordEnd(tokens, particle);
    const initial = word < 0 && particle === at ? initialEnd(tokens, at) : -1;
    if (word >= 0) {
      words++;
      end = word;
    } else if (initial >= 0) {
      initials++;
    } else if (particle > at && PARTICLES.has(tokens, particle)) {
      at = particle;
      continue;
    } else break;
    at = Math.max(word, initial);
  }
  return { end, words, initials };
}

/** 'Roe', 'Roe-Doe', "O'Roe". */
function nameWordEnd(tokens: Tokens, at: number): number {
  if (!tokens.isWord(at) || !tokens.isCapitalized(at)) return -1;
  const isLetter = tokens.end(at) - tokens.start(at) === 1;
  if (isLetter && !(isJoint(tokens, at + 1) && tokens.isCapitalized(at + 2) && tokens.isGlued(at + 2))) return -1;
  if (NO_NAMES.has(tokens, at) || CREDENTIALS.has(tokens, at)) return -1;
  let end = at + 1;
  while (isJoint(tokens, end) && tokens.isGlued(end + 1) && tokens.isCapitalized(end + 1)) end += 2;
  return end;
}

const isJoint = (tokens: Tokens, at: number): boolean =>
  tokens.isGlued(at) && tokens.isMark(at) && JOINTS.has(tokens.written(at));
const JOINTS: ReadonlySet<string> = new Set(['-', "'", '’']);

/** 'Q.', 'Q'. */
function initialEnd(tokens: Tokens, at: number): number {
  const isLetter = tokens.isWord(at) && tokens.isCapitals(at) && tokens.end(at) - tokens.start(at) === 1;
  if (!isLetter || CREDENTIALS.end(tokens, at) > at) return -1;
  return tokens.written(at + 1) === '.' ? at + 2 : at + 1;
}

/** ', MD, Ph.D.', with the commas. */
export function credentialsEnd(tokens: Tokens, from: number): number {
  let end = from;
  for (let i = 0; i < MOST_NAMES; i++) {
    const at = tokens.written(end) === ',' ? end + 1 : end;
    const next = CREDENTIALS.end(tokens, at);
    if (next <= at || !tokens.isCapitalized(at)) break;
    end = next;
  }
  return end > from ? end : -1;
}

/** Fewer digits are a count; a year, or a longer row of digits, is not a number of a person. */
const LEAST_FIGURES = 4;
const LEAST_LENGTH = 5;
const MOST_LENGTH = 25;

/** 'WC-2016-12345', '00412345', 'A 98765': capitals and figures. */
export function codeEnd(reading: Reading, first: number): number {
  const { tokens } = reading;
  const date = dates(reading).at(first);
  if (date?.kind === 'day' && date.month <= 12 && date.day <= 31) return -1;
  let figures = 0;
  let end = first;
  for (let at = first; at < tokens.count && tokens.end(at) - tokens.start(first) <= MOST_LENGTH; at++) {
    const isPart = at === first || tokens.isGlued(at) || (at === first + 1 && isLetters(tokens, first));
    if (!isPart) break;
    if (tokens.isFigures(at)) figures += tokens.end(at) - tokens.start(at);
    else if (tokens.written(at) === '-' && at > first) continue;
    else if (!tokens.isCapitals(at)) break;
    end = at + 1;
  }
  const length = end > first ? tokens.end(end - 1) - tokens.start(first) : 0;
  return figures >= LEAST_FIGURES && length >= LEAST_LENGTH ? end : -1;
}

/** The 'A' of 'A 98765'. */
const isLetters = (tokens: Tokens, at: number): boolean =>
  tokens.isCapitals(at) &&
  tokens.end(at) - tokens.start(at) <= 3 &&
  !tokens.isGlued(at + 1) &&
  tokens.isFigures(at + 1);

/** Figures, this many: '417'. */
export function numberEnd({ tokens }: Reading, first: number, least: number, most: number): number {
  const length = tokens.isFigures(first) ? tokens.end(first) - tokens.start(first) : 0;
  return length >= least && length <= most ? first + 1 : -1;
}

/** '010-1234'. */
export function localNumberEnd({ tokens }: Reading, first: number): number {
  const lengthAt = (at: number): number => (tokens.isFigures(at) ? tokens.end(at) - tokens.start(at) : 0);
  const second = PARTS.has(tokens.written(first + 1)) ? first + 2 : first + 1;
  return lengthAt(first) === 3 && lengthAt(second) === 4 ? second + 1 : -1;
}
const PARTS: ReadonlySet<string> = new Set(['-', '.']);

/** Letters and figures both: without a word for a number before it, figures alone may be anything. */
export function letteredCodeEnd(reading: Reading, first: number): number {
  const { tokens } = reading;
  const end = codeEnd(reading, first);
  let [letters, figures] = [0, 0];
  for (let at = first; at < end; at++) {
    const length = tokens.end(at) - tokens.start(at);
    if (tokens.isFigures(at)) figures += length;
    else if (tokens.isWord(at)) letters += length;
  }
  return letters > 0 && figures >= LEAST_LENGTH ? end : -1;
}

/** '123456789', '123 45 6789', or what is masked except for its end. With hyphens it is known by itself. */
export function securityNumberEnd({ tokens }: Reading, first: number): number {
  if (first >= tokens.count) return -1;
  const match = SECURITY_NUMBER.at(tokens.text, tokens.start(first));
  return match === null ? -1 : tokens.from(tokens.start(first) + match[0].length);
}
const SECURITY_NUMBER = here(/\d{9}|\d{3} \d{2} \d{4}|[xX*]{3}-?[xX*]{2}-?\d{4}/);

/** 'No.: ', 'number is', 'ID #': what comes before a number that identifies somebody. */
export function numberSignEnd({ tokens }: Reading, first: number): number {
  const sign = NUMBER_SIGNS.end(tokens, first);
  if (sign < 0) return -1;
  const said = SAID.has(tokens.lower(sign)) ? sign + 1 : sign;
  return tokens.written(said) === '#' ? said + 1 : said;
}
const SAID: ReadonlySet<string> = new Set([':', 'is', 'was', '#']);
