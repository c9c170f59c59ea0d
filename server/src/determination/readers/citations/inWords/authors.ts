import type { TokenRange } from '../../../../language/reading.ts';
import { TREATMENTS } from '../../treatments/vocabulary.ts';
import type { Scanner } from './scanner.ts';

/** Authors before a title: 'Ames J, Bell DR, et al.', 'Ames J.', 'Ames and colleagues'. */
export interface Authors extends TokenRange {
  /** Two and more are given, or 'et al.': no other words look like that. */
  readonly areMany: boolean;
}

/** The authors that begin at a token; null where none do. */
export function authorsAt(scanner: Scanner, at: number): Authors | null {
  let end = endOfAuthor(scanner, at);
  if (end === at) return colleaguesAt(scanner, at);
  let count = 1;
  for (let i = 0; i < MOST_AUTHORS; i++) {
    const others = endOfOthers(scanner, end);
    if (others > end) return { first: at, end: others, areMany: true };
    const next = afterJoint(scanner, end);
    const nextEnd = next > end ? endOfAuthor(scanner, next) : next;
    if (nextEnd === next) break;
    end = nextEnd;
    count++;
  }
  if (count > 1) return { first: at, end, areMany: true };
  return isAlone(scanner, at, end) ? { first: at, end, areMany: false } : null;
}

/** A single author is recognized by the context: no list before it, and a mark after it: 'Bell DR. Splints'. */
function isAlone(scanner: Scanner, first: number, end: number): boolean {
  const before = scanner.written(first - 1);
  const mark = scanner.written(end);
  return (mark === ',' || mark === '.') && before !== ',' && before !== ';' && before !== 'and';
}

/** 'Ames and colleagues', 'Ames, et al.'. */
function colleaguesAt(scanner: Scanner, at: number): Authors | null {
  if (!isSurname(scanner, at)) return null;
  const end = endOfOthers(scanner, at + 1);
  return end > at + 1 ? { first: at, end, areMany: true } : null;
}

/** ', et al.' after an author. */
function endOfOthers(scanner: Scanner, at: number): number {
  const from = scanner.written(at) === ',' ? at + 1 : at;
  const end = scanner.skip(from, 'citation authors');
  return end > from ? end : at;
}

/** ', ' or ', and ' between two authors. */
function afterJoint(scanner: Scanner, at: number): number {
  const mark = scanner.written(at);
  const from = mark === ',' ? at + 1 : at;
  return scanner.skip(from, 'citation joins');
}

/** 'Ames J', 'Bell-Ray DR', 'Cole J.M.'. */
function endOfAuthor(scanner: Scanner, at: number): number {
  const { tokens } = scanner;
  if (!isSurname(scanner, at)) return at;
  const isDouble = scanner.written(at + 1) === '-' && tokens.isCapitalized(at + 2);
  let end = isDouble ? at + 3 : at + 1;
  const initials = end;
  while (isInitials(scanner, end) && end < initials + MOST_INITIALS) {
    const goesOn = scanner.written(end + 1) === '.' && tokens.isGlued(end + 1) && isInitials(scanner, end + 2);
    end += goesOn ? 2 : 1;
    if (!goesOn) return end;
  }
  return at;
}

function isSurname(scanner: Scanner, at: number): boolean {
  const { tokens } = scanner;
  if (scanner.is(at, 'citation begins no title')) return false;
  return (
    tokens.isWord(at) && tokens.isCapitalized(at) && !tokens.isCapitals(at) && tokens.end(at) - tokens.start(at) > 1
  );
}

/** 'J', 'DR'; not the 'PT' of 'Knee PT'. */
function isInitials(scanner: Scanner, at: number): boolean {
  const { tokens } = scanner;
  if (!tokens.isWord(at) || !tokens.isCapitals(at) || tokens.end(at) - tokens.start(at) > LONGEST_INITIALS)
    return false;
  return !TREATMENTS.some((each) => scanner.endOfClass(at, each) > at);
}

/** Of a list that is printed whole. */
const MOST_AUTHORS = 20;
const MOST_INITIALS = 5;
const LONGEST_INITIALS = 2;

/** A sentence begins with a journal and its volume: 'Circulation 2014;130:278-333'. */
export function beginsWithVolume(scanner: Scanner, { first, end }: TokenRange): boolean {
  for (let at = first; at < Math.min(end, first + LONGEST_JOURNAL); at++) {
    if (scanner.isYear(at)) return at > first && scanner.written(at + 1) === ';';
    if (!scanner.tokens.isCapitalized(at) && scanner.written(at) !== '.') return false;
  }
  return false;
}

/** In tokens: 'Phys Med Rehabil Clin N Am.' and the like. */
const LONGEST_JOURNAL = 10;

/** Authors whose work goes on beyond the sentence: their full stops end none of the writer's. Its year has not come. */
export function hasOpenAuthors(scanner: Scanner, { first, end }: TokenRange): boolean {
  let isOpen = false;
  for (let at = first; at < end; at++) {
    if (isOpen && scanner.isYear(at)) isOpen = false;
    const authors = scanner.tokens.isCapitalized(at) ? authorsAt(scanner, at) : null;
    if (authors === null) continue;
    isOpen = true;
    at = authors.end - 1;
  }
  return isOpen;
}
