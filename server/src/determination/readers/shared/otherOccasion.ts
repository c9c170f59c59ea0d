import { clauseAt } from '../../../language/clauses.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { TokenRange } from '../../../language/reading.ts';
import { type DateValue, dates } from '../../../language/values/date.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { stretchOf } from '../../language.ts';
import type { IsoDate } from '../../model/determination.ts';
import { isoDate } from '../dates/calendar.ts';
import { CUE_WORDS } from './cueWords.ts';

/** In tokens: 'the previous request for', 'eight visits of physical therapy that were asked for in May of 2009'. */
const BEFORE = 8;
const AFTER = 12;
/** In tokens: 'On May 4, 2014,'. */
const LONGEST_LEAD = 7;
/** In tokens: 'the injury of', 'hurt on'. */
const NEAR_INJURY = 3;

/**
 * Whether a number is said of another time than the request’s, or of a sum: 'the eight visits of 2009', 'the previous
 * request for six', 'twelve in all'. What is asked for now is compared with neither.
 * @param since the first day on which the request may have been made; null where it is not known
 */
export function isOfOtherOccasion(letter: Prose, number: Span, since: IsoDate | null): boolean {
  const passage = stretchOf(letter.within(number));
  const { reading } = passage;
  const { first, end } = passage.rangeOf(number);
  const clause = clauseOf(passage, first);
  const near = { first: Math.max(clause.first, first - BEFORE), end: Math.min(clause.end, end + AFTER) };
  return (
    reading.has(near, CUE_WORDS['tells of another occasion']) ||
    reading.has(near, CUE_WORDS['tells of a sum']) ||
    isDatedBefore(passage, { first: withLead(passage, clause.first), end: near.end }, since)
  );
}

/** The clause of a number, and the relative clause after it: 'eight visits, | which were asked for in May'. */
function clauseOf(passage: PlacedPassage, at: number): TokenRange {
  const clause = clauseAt(passage, at);
  if (clause === undefined) return passage.sentenceAt(at);
  const next = clause.end < passage.end ? clauseAt(passage, clause.end) : undefined;
  return next?.kind === 'relative' ? { first: clause.first, end: next.end } : clause;
}

/** 'In May 2014, | utilization review denied …' */
function withLead({ reading }: PlacedPassage, first: number): number {
  const start = reading.startOfSentence(first);
  return first - start <= LONGEST_LEAD ? start : first;
}

/** The words around a number that may say what it is of, in its sentence: its clause, and somewhat more after it. */
export function clauseAround(letter: Prose, number: Span): Prose {
  const passage = stretchOf(letter.within(number));
  const { first, end } = passage.rangeOf(number);
  const clause = clauseOf(passage, first);
  const last = Math.min(passage.reading.endOfSentence(first), end + AFTER);
  return passage.prose({ first: clause.first, end: Math.max(clause.end, last) });
}

/** 'In 2009', 'of 5-4-2009'; not where it dates the injury. */
function isDatedBefore({ reading }: PlacedPassage, near: TokenRange, since: IsoDate | null): boolean {
  for (const date of dates(reading).between(near.first, near.end)) {
    const last = lastDayOf(date);
    if (last === null || (since !== null && last >= since)) continue;
    const before = { first: Math.max(near.first, date.first - NEAR_INJURY), end: date.first };
    if (!reading.has(before, CUE_WORDS['dates an injury'])) return true;
  }
  return false;
}

/** The last day that a date may mean; null where it means none. */
function lastDayOf(date: DateValue): IsoDate | null {
  if (date.kind === 'mistyped') return null;
  const year = date.year < 100 ? date.year + 2000 : date.year;
  // A month's 28th is near enough.
  return date.kind === 'day' ? isoDate(year, date.month, date.day) : isoDate(year, date.month ?? 12, 28);
}
