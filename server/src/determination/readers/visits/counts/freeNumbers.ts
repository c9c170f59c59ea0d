import type { Reading } from '../../../../language/reading.ts';
import { MONTHS } from '../../../../language/values/date.ts';
import { durations } from '../../../../language/values/duration.ts';
import { type NumberValue, numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';

/** More visits than anyone counts; a year, a code or a page is more. */
const MOST = 400;
/** '3/4 weeks' is a part of one, or a day of the year. */
const FIRST_OF_SHORTHAND = 5;

/** Whether a number is by itself: it is whole, and not a piece of a date, a score, a level, a code or a time. */
export function isFree(reading: Reading, number: NumberValue): boolean {
  const { first, min, max } = number;
  if (!Number.isInteger(min) || !Number.isInteger(max) || max > MOST) return false;
  return beginsFreely(reading, first) && endsFreely(reading, number);
}

function beginsFreely(reading: Reading, first: number): boolean {
  const { tokens } = reading;
  if (reading.endOfClass(first - 1, MONTHS) === first && tokens.isCapitalized(first - 1)) return false;
  if (!tokens.isGlued(first)) return !isLabelled(reading, first);
  const before = tokens.written(first - 1);
  if (tokens.isWord(first - 1)) return reading.endOfClass(first - 1, VISIT_WORDS.cross) === first;
  // '10 visits/8 weeks'
  if (before === '/' && tokens.isWord(first - 2)) return true;
  if (before === '/' && isShorthand(reading, numbers(reading).before(first - 1), first)) return true;
  if (before === '-' || before === '–') return !tokens.isGlued(first - 1) || tokens.isMark(first - 2);
  return !PIECING.has(before);
}

function endsFreely(reading: Reading, number: NumberValue): boolean {
  const { end } = number;
  const { tokens } = reading;
  const after = tokens.written(end);
  if (reading.endOfClass(end, MONTHS) > end && tokens.isCapitalized(end)) return false;
  // '18 and 14 weeks'
  if (reading.is(end, ENGLISH.coordinator) && durations(reading).at(end + 1) !== undefined) return false;
  if (!tokens.isGlued(end)) return !MEASURES.has(after);
  if (tokens.isWord(end)) return true;
  if (after === '/' && isShorthand(reading, number, end + 1)) return true;
  const isFollowed = tokens.isGlued(end + 1) && tokens.isFigures(end + 1);
  return !(isFollowed && JOINING.has(after)) && !MEASURES.has(after);
}

/** The 10 and the 8 of '10/8 weeks', the 3-4 and the 2 of '3-4/2 weeks': so many visits over so many weeks. */
function isShorthand(reading: Reading, visits: NumberValue | undefined, weeks: number): boolean {
  const time = durations(reading).at(weeks);
  if (visits === undefined || time?.unit !== 'week' || time.min === 1) return false;
  return visits.max > FIRST_OF_SHORTHAND || visits.min < visits.max;
}

/** 'Page 12', 'p. 12', 'grade 2'. */
function isLabelled(reading: Reading, first: number): boolean {
  const { tokens } = reading;
  const label = tokens.written(first - 1) === '.' ? first - 2 : first - 1;
  // The p of 's/p 9 visits' names no page.
  if (tokens.isGlued(label) && tokens.written(label - 1) === '/') return false;
  return reading.endOfClass(label, VISIT_WORDS['number label']) === label + 1;
}

const PIECING: ReadonlySet<string> = new Set(['/', '.', '$', '_', '|', ':']);
const JOINING: ReadonlySet<string> = new Set(['/', '.', '-', '–', ':', ',']);
const MEASURES: ReadonlySet<string> = new Set(['%', '°', '|']);
