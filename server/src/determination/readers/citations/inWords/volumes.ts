import { type Found, found } from '../../../../text/span.ts';
import type { PagesMark, Scanner } from './scanner.ts';

/** A volume of a journal, with its pages if it gives them: '2014;22(3):112-118', '35:e12-e19'. */
export interface Volume {
  readonly end: number;
  readonly pages: PagesMark | null;
}

/** The volume that begins at a token, or at the semicolon after a year; null where none does. */
export function volumeAt(scanner: Scanner, at: number, limit: number): Volume | null {
  const isAfterYear = scanner.written(at) === ';' && endsInYear(scanner, at);
  const start = isAfterYear ? at + 1 : at;
  const { tokens } = scanner;
  let end = start;
  if (tokens.isFigures(end)) end++;
  const issue = scanner.written(end) === '(' && tokens.figures(end + 1) >= 0 ? scanner.endOfBracket(end, limit) : end;
  if (end === start && issue === end) return null;
  const hasIssue = issue > end;
  end = issue;
  if (scanner.written(end) !== ':') return isAfterYear ? { end, pages: null } : null;
  const pages = pagesFrom(scanner, end + 1, limit);
  // '7:30' is none; '35:12-19' and '35(2):12' are.
  if (pages === null) return isAfterYear || hasIssue ? { end: endOfGlued(scanner, end + 1, limit), pages: null } : null;
  if (!isAfterYear && !hasIssue && pages.end - pages.first < SHORTEST_RANGE) return null;
  return { end: pages.end, pages };
}

/** '2014;', '2014 Mar;', '2014 Mar 7;'. */
function endsInYear(scanner: Scanner, at: number): boolean {
  for (let t = at - 1; t >= at - 3; t--) if (scanner.isYear(t)) return true;
  return false;
}

/** '112-118', 'e12-e19', '551': pages without a label; null where none are. */
export function pagesFrom(scanner: Scanner, at: number, limit: number): PagesMark | null {
  const first = endOfPage(scanner, at);
  if (first === at || first > limit) return null;
  const isRange = scanner.written(first) === '-' || scanner.written(first) === '–';
  const last = isRange ? endOfPage(scanner, first + 1) : first;
  const end = last > first + 1 ? last : first;
  const { start, end: stop } = scanner.stretch({ first: at, end });
  const page: Found<string> = found(
    scanner.prose.text.slice(start, stop).replaceAll('–', '-').replaceAll(' ', ''),
    scanner.prose.span(start, stop),
  );
  return { first: at, end, list: { start, end: stop, pages: [page], pagesInDocument: null } };
}

/** '112', 'e12': figures with a letter at most. */
function endOfPage({ tokens }: Scanner, at: number): number {
  const hasLetter = tokens.isWord(at) && tokens.end(at) - tokens.start(at) === 1 && tokens.isGlued(at + 1);
  const figures = hasLetter ? at + 1 : at;
  return tokens.isFigures(figures) ? figures + 1 : at;
}

/** 'CD004016': the number of an article. */
function endOfGlued({ tokens }: Scanner, at: number, limit: number): number {
  let end = at;
  while (end < limit && (end === at || tokens.isGlued(end)) && !tokens.isMark(end)) end++;
  return end;
}

/** Tokens of '12-19'. */
const SHORTEST_RANGE = 3;
