import { everywhere, here } from '../../../text/pattern.ts';
/** Quantities in prose: a number, or a range, that stands free; not a piece of a date, a dose, a level or a decimal. */
import { NUMBER, NUMBER_WORD, readNumber } from './numbers.ts';

/** Both ends included; `min` equals `max` where one number is told. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** `start` and `end` are indexes into the text it was read from. */
export interface Quantity extends Range {
  readonly start: number;
  readonly end: number;
}

/** 'Eight (8)', '12 (twelve)': the same number told twice. */
const REPEATED = String.raw`(?: ?\((?:\d{1,3}|${NUMBER_WORD})\))?`;
/** '2-3', '2 to 3', 'six- to eight-week', 'between 2 and 3' is not known. */
const THROUGH = '(?: ?[-–—] ?|-? (?:to|or|through) )';

/** '12+ sessions' are 12 at least, 'QTY: 12.00' is how forms print 12. */
const MORE = String.raw`(?:(?<=\d)(?:\+(?= )|\.00?(?!\d)))?`;

const QUANTITY = everywhere(
  // The first characters alone pass over most places: 'x6' and 'xsix' are numbers, the 'ten' of 'often' is none.
  new RegExp(
    `(?=\\d|(?<![a-wyz\\d_])[tefsnohw])(?:(${NUMBER})${MORE}${REPEATED}(?:${THROUGH}(${NUMBER})${REPEATED})?|weekly)`,
    'i',
  ),
);

/** What makes a number a dose, a size, a share or a grade. */
const MEASURE = here(
  / ?(?:mg|mcg|ml|cc|cm|mm|kg|gm|grams?|g|%|percent|tesla|°|degrees?|views?|levels?|out of|units?|hours?|hrs?|minutes?|mins?|years?|yrs?)(?![A-Za-z])/i,
);

/** All quantities in the text, in order. 'weekly' counts as one (a week). */
export function findQuantities(text: string): readonly Quantity[] {
  const quantities: Quantity[] = [];
  let end = 0;
  for (let match = QUANTITY.first(text); match !== null; match = QUANTITY.first(text, end)) {
    const [words, first, second] = match;
    const start = match.index;
    end = start + words.length;
    const min = first === undefined ? 1 : readNumber(first);
    const last = second === undefined ? min : readNumber(second);
    if (min === null || last === null) continue;
    // 'from 12 to 6 visits' is no range.
    const falls = last < min && first !== undefined;
    if (falls) end = start + first.length;
    if (beginsFreely(text, start) && endsFreely(text, end))
      quantities.push({ min, max: falls ? min : last, start, end });
  }
  return quantities;
}

/** Calendar months as weeks: 26 weeks are 6 months, 4 weeks are one. */
export const weeksOfMonths = ({ min, max }: Range): Range => ({ min: inWeeks(min), max: inWeeks(max) });

const inWeeks = (months: number): number => Math.round((months * 52) / 12);

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\d$/.test(character);
const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);
const isCross = (character: string | undefined): boolean => character === 'x' || character === 'X' || character === '×';

function beginsFreely(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined || before === ' ' || before === '#') return true;
  const beyond = text[start - 2];
  if (isCross(before)) return beyond === undefined || beyond === ' ' || beyond === '(' || isDigit(beyond);
  if (before === '.' || before === '$' || before === '/' || before === '_' || before === '|' || isWord(before))
    return false;
  return (
    before === '(' ||
    before === '"' ||
    before === "'" ||
    !isWord(beyond) ||
    (before !== '-' && before !== '–' && !isDigit(beyond))
  );
}

function endsFreely(text: string, end: number): boolean {
  const after = text[end];
  const beyond = text[end + 1];
  if (after === undefined) return true;
  if (isCross(after))
    return beyond === undefined || /[\s/\d]/.test(beyond) || /^w(?:ee)?k/i.test(text.slice(end + 1, end + 5));
  if (after === '/') return /^ ?(?:w(?:ee)?k|mo)/i.test(text.slice(end + 1, end + 6));
  if (after === '|') return false;
  if (/[-–.,:]/.test(after)) return !isDigit(beyond);
  if (isWord(after)) return /^w(?:ee)?ks?\b/i.test(text.slice(end, end + 6));
  return !MEASURE.matchesAt(text, end);
}
