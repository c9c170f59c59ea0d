import type { Match } from '../../../language/phrases/table.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Tokens } from '../../../language/tokens.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import { credentialsEnd } from './names.ts';
import { isForDwelling, isOfOrganization } from './owners.ts';
import { IDENTITY_ROWS, type IdentityKind, type IdentityPlace, type IdentityRole } from './vocabulary.ts';
import { CREDENTIALS, DWELLS, OF_ANOTHER, OFFICERS, OTHER_REVIEWERS, OWN_REVIEWERS, TITLES } from './wordLists.ts';

/** Words that say who somebody is. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly whose: 'worker' | 'reviewer';
  readonly span: Span;
}

/** What says who the reviewer is, which is confidential. */
const OF_REVIEWER: ReadonlySet<IdentityKind> = new Set<IdentityKind>([
  'reviewer name',
  'license number',
  'NPI',
  'signature',
]);

/** What says who the worker or the reviewer is in a piece of a letter, in its order. Whoever treated may be named. */
export const identitiesIn = (prose: Prose, place: IdentityPlace): readonly Identity[] =>
  passageOf(prose).onceOf(identitiesOf, place, place);

function identitiesOf(passage: PlacedPassage, place: IdentityPlace): readonly Identity[] {
  const { reading } = passage;
  const found: (TokenRange & { readonly kind: IdentityKind })[] = [];
  for (const match of IDENTITY_ROWS.find(passage)) {
    const { kind, places } = match.row.role;
    if (!places.includes(place)) continue;
    const last = found.at(-1);
    // 'Dr. Quenby, NPI 1234509876': one thing that says who it is, said twice.
    if (last !== undefined && OF_REVIEWER.has(last.kind) && OF_REVIEWER.has(kind) && isJoined(last, match)) {
      found[found.length - 1] = { ...last, end: match.end };
      continue;
    }
    const range = toldBy(passage, match, place);
    if (range !== null) found.push({ kind, ...range });
  }
  function isJoined({ end }: TokenRange, { first }: TokenRange): boolean {
    return end < first && JOINS.has(reading.tokens.slice(end, first));
  }
  const spelled = found.map(({ kind, ...range }) => identity(kind, passage.span(range)));
  const shaped = place === 'form' ? [] : shapes(passage);
  return [...spelled, ...shaped].sort((a, b) => a.span.start - b.span.start);
}

const JOINS: ReadonlySet<string> = new Set([',', '(', ', (', ';', 'with', ', with']);

const identity = (kind: IdentityKind, span: Span): Identity => ({
  kind,
  whose: OF_REVIEWER.has(kind) ? 'reviewer' : 'worker',
  span,
});

/** The words of a row that identify the worker or the reviewer; null where somebody else is meant, or nobody. */
function toldBy(passage: Passage, match: Match<IdentityRole>, place: IdentityPlace): TokenRange | null {
  const { tokens } = passage.reading;
  const { first, end, row } = match;
  switch (row.role.what) {
    case 'street':
      return street(passage, match);
    case 'box':
      if (isOfOrganization(passage, first) || !isForDwelling(passage, first, place !== 'header')) return null;
      return { first, end: withTown(tokens, end) };
    case 'titled':
      return isTitled(tokens, match) ? { first, end } : null;
    case 'given':
      return isAuthor(tokens, end) ? null : { first, end };
    default:
      if (!OF_REVIEWER.has(row.role.kind)) return { first, end };
      if (isOfOther(passage, match) || (row.role.opens && place === 'text' && !isByItself(passage, match))) return null;
      return { first, end: withStop(tokens, end) };
  }
}

/** So far before and after a name or a number it may say whose it is, in tokens. */
const REACH = 12;

/** 'The treating physician, NPI 1234567890', 'the UR reviewer was Dr. Quenby', 'Ilse Quenby, MD, Medical Director'. */
function isOfOther({ reading, first: from, end: to }: Passage, { first, end, row }: Match<IdentityRole>): boolean {
  const { tokens } = reading;
  for (let at = end; at < Math.min(to, end + REACH); at++) if (OFFICERS.end(tokens, at) > at) return true;
  const isNumber = row.role.kind === 'license number' || row.role.kind === 'NPI';
  // Before a name the word right before it says so; before a number anything in its sentence.
  const start = Math.max(from, reading.startOfSentence(first), first - (isNumber ? REACH : 2));
  for (let at = start; at < first; at++) {
    if (OTHER_REVIEWERS.has(tokens, at) || (isNumber && TITLES.end(tokens, at) > at)) return true;
  }
  return false;
}

/** 'Reviewed by: Dr. Quenby', as a line or a sentence of its own, or 'the expert reviewer, Dr. Quenby'. */
function isByItself({ reading, first: from }: Passage, { first, end }: TokenRange): boolean {
  const { tokens } = reading;
  if (OWN_REVIEWERS.has(tokens, first - 1)) return true;
  const start = Math.max(from, reading.startOfSentence(first));
  if (start !== first && tokens.written(first - 1) !== ':') return false;
  for (let at = first; at < end; at++) if (tokens.written(at) === ':') return true;
  const stop = reading.endOfSentence(first);
  return stop - end <= MOST_AFTER;
}

/** After a signature that is a sentence: its stop, and credentials that are not known. */
const MOST_AFTER = 3;

/** The stop of 'M.D.' belongs to it. */
const withStop = (tokens: Tokens, end: number): number =>
  tokens.written(end) === '.' && tokens.isGlued(end) && CREDENTIALS.end(tokens, end - 3) === end + 1 ? end + 1 : end;

/** '(Mr.) Doe' in mixed case, who is not an author and is not said to be somebody else. */
function isTitled(tokens: Tokens, { first, end }: TokenRange): boolean {
  if (!tokens.isCapitalized(first) || tokens.isCapitals(first) || isAuthor(tokens, end)) return false;
  if (credentialsEnd(tokens, end) > end) return false;
  const before = tokens.written(first - 1) === ',' ? first - 2 : first - 1;
  return !OF_ANOTHER.has(tokens, before);
}

/** 'Ms. Smith et al, 2004'. */
function isAuthor(tokens: Tokens, end: number): boolean {
  const at = tokens.written(end) === ',' ? end + 1 : end;
  if (tokens.written(at) === 'et') return true;
  const year = tokens.written(at) === '(' ? at + 1 : at;
  return tokens.isFigures(year) && tokens.end(year) - tokens.start(year) === 4;
}

/** A number and names before a word for a street: '1200 Elm Grove Street', where somebody lives. */
function street(passage: Passage, { first: at, end }: TokenRange): TokenRange | null {
  const { tokens } = passage.reading;
  let first = at;
  while (first > passage.first && at - first < MOST_STREET && isOfStreet(tokens, first - 1)) first--;
  const number = first - 1;
  const isNumber = number >= passage.first && tokens.isFigures(number) && !tokens.isGlued(number);
  if (first === at || !isNumber || tokens.end(number) - tokens.start(number) > 6) return null;
  const whole = withTown(tokens, end);
  if (isOfOrganization(passage, number)) return null;
  // He fell at 1200 Elm Grove Street: only where somebody lives, or gets letters, says who he is.
  const cue = dwellingBefore(tokens, number);
  if (cue >= 0) return { first: cue, end };
  return isForDwelling(passage, number, whole > end) ? { first: number, end } : null;
}
const MOST_STREET = 5;

const isOfStreet = (tokens: Tokens, at: number): boolean =>
  (tokens.isWord(at) && tokens.isCapitalized(at)) ||
  (tokens.written(at) === '.' && tokens.isGlued(at) && tokens.isCapitals(at - 1)) ||
  // '5th'
  (tokens.isWord(at) && tokens.isGlued(at) && tokens.isFigures(at - 1)) ||
  (tokens.isFigures(at) && tokens.isWord(at + 1) && tokens.isGlued(at + 1));

/** The 'lives at' right before an address; -1 where there is none. */
function dwellingBefore(tokens: Tokens, at: number): number {
  for (let before = at - 1; before >= at - 2; before--) if (DWELLS.has(tokens, before)) return before;
  return -1;
}

/** ', Quarry Bend, CA 93700' belongs to an address; where none follows, its end. */
function withTown(tokens: Tokens, end: number): number {
  for (let at = end; at < end + LONGEST_TOWN && at < tokens.count; at++) {
    const length = tokens.end(at) - tokens.start(at);
    if (tokens.isFigures(at)) return length === 5 && tokens.isCapitals(at - 1) ? at + 1 : end;
    if (tokens.written(at) !== ',' && !tokens.isCapitalized(at)) return end;
  }
  return end;
}
const LONGEST_TOWN = 8;

/** Neither a case number (CM16-0230651) nor a date has three digits, two and four. */
const SECURITY_NUMBER = everywhere(/(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/);
const PHONE = everywhere(/(?<![\w./-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/);
const E_MAIL = everywhere(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/);
/** Phone and social security numbers, in brief. */
const NUMBER = /[-. )]\d\d(?:-|\d[-. ])\d{4}/;

/** What is known by its characters alone. */
function shapes(passage: PlacedPassage): readonly Identity[] {
  const prose = passage.prose(passage);
  const { text } = prose;
  const found: Identity[] = [];
  const look = (kind: IdentityKind, pattern: typeof PHONE): void => {
    for (const { index, 0: words } of pattern.in(text)) {
      const at = passage.from(prose.from + index);
      const isReached = kind !== 'social security number';
      if (isReached && (isOfOrganization(passage, at) || isOwnAddress(words))) continue;
      found.push(identity(kind, prose.span(index, index + words.length)));
    }
  };
  if (NUMBER.test(text)) {
    look('social security number', SECURITY_NUMBER);
    look('phone number', PHONE);
  }
  if (text.includes('@')) look('e-mail address', E_MAIL);
  return found;
}

/** Where the organization and the state are reached: 'imr@maximus.com', 'someone@dir.ca.gov'. */
const isOwnAddress = (words: string): boolean => {
  const host = words.slice(words.indexOf('@') + 1).toLowerCase();
  const labels = host.split('.');
  return host.endsWith('.ca.gov') || host === 'ca.gov' || labels.at(-2) === OWN_HOST;
};
const OWN_HOST = 'maximus';
