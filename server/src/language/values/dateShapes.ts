import { here } from '../../text/pattern.ts';

/*
 * Figures that are nearly a date and none: a year of three or five figures (11/5/20116), a letter that a scanner read for
 * a figure (09/06/20l6), a separator lost or doubled (11/052016, 09//06/2016). What a date might be meant is not guessed.
 * Certain forms only: strengths (5/10/325), levels (L3-4-5), telephone, claim and social security numbers are none.
 */

/** Figures, and the letters that scanners take for them. */
const GROUP = '[0-9OoQlI|SBZ]{1,6}';
const NEARLY = here(new RegExp(`(${GROUP})(//?|[-.])(${GROUP})(?:(//?|[-.])(${GROUP}))?`));
/** Tested only on the matches, because a search with lookaround takes several times as long. */
const GOES_BEFORE = /[\w|.,$#/]/;
const GOES_ON = /^(?:[\w|/]|\.\d|-[A-Za-z])/;
/** '11/05/20 16,' */
const CUT_YEAR = here(/\d{1,2}[/-]\d{1,2}[/-](?:19|20) \d\d(?=[,.;:)]|$)/);
const CLOSE_BEFORE = /[\d./-]/;
/** What follows a month's name in 'November l8, 20116'. */
const BY_NAME = here(/([0-9OolI|]{1,2})([a-z]{2}(?=[ ,]))?(,? ?)([0-9OolI|SB]{3,6})(?![\w|]|\.\d)/);

/** What is left of a year from 2000 to 2029, or of the last century's nineties on, when one figure is lost: '217', '016', '201', '199'. */
const YEAR_CUT_SHORT = /^(?:[02][012]\d|19\d)$/;
const YEAR_WITH_MORE = /^[012]\d{4,5}$/;
/** '20116', '20016', '22016': a year from 2000 to 2029 with a figure doubled. */
const YEAR_WITH_ONE_MORE = /^(?:220[0-2]\d|200[0-2]\d|20([0-2])\1\d|20[0-2](\d)\2)$/;
const FOUR_FIGURES_MORE = /^(?:19|20|22)\d{3,4}$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Figures that are nearly a date: where they end, and whether they are one only where a word announces a date. */
export interface NearDate {
  readonly end: number;
  readonly needsWord: boolean;
}

/** Whether `code` may begin figures in which a scanner took a figure for a letter. */
export const mayBeFigure = (written: string): boolean => /^[OoQlI|SBZ]{1,6}$/.test(written);

/** What is nearly a date at an index of `text`. */
export function nearDateAt(text: string, start: number): NearDate | null {
  const before = text.charAt(start - 1);
  if (!CLOSE_BEFORE.test(before)) {
    const end = CUT_YEAR.endAt(text, start);
    if (end >= 0) return { end, needsWord: false };
  }
  if (GOES_BEFORE.test(before)) return null;
  const match = NEARLY.at(text, start);
  if (match === null) return null;
  const [words, first = '', one = '', second = '', two, third] = match;
  const end = start + words.length;
  if (GOES_ON.test(text.slice(end, end + 2))) return null;
  // A row of figures with hyphens goes on: no date, as dates of a range have slashes.
  if ((before === '-' || text[end] === '-') && (one === '-' || two === '-')) return null;
  const isMeant = (isAnnounced: boolean): boolean =>
    third === undefined || two === undefined
      ? one === '/' && lacksSeparator(first, second, isAnnounced)
      : isNearly([first, second, third], [one, two], isAnnounced);
  if (isMeant(false)) return { end, needsWord: false };
  return isMeant(true) ? { end, needsWord: true } : null;
}

/** What is nearly the day and the year after a month's name. */
export function nearDayAndYearAt(text: string, start: number): NearDate | null {
  const match = BY_NAME.at(text, start);
  if (match === null) return null;
  const [words, day = '', , comma = '', year = ''] = match;
  const end = start + words.length;
  return isNearlyByName(day, year, comma.startsWith(','), text.charAt(end)) ? { end, needsWord: false } : null;
}

const isYear = (year: string): boolean => YEAR.test(year);
const isPlausible = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const isFigures = (group: string): boolean => /^\d+$/.test(group);

/** The figure that a scanner took for a letter. */
const FIGURE_FOR: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
};
/** Letters that scanners read for figures put right: 'l2' is '12'. */
export const asFigures = (words: string): string => words.replace(/[OoQlI|ZSB]/g, (letter) => FIGURE_FOR[letter] ?? '');

function isNearly(
  groups: readonly [string, string, string],
  [one, two]: readonly [string, string],
  isAnnounced: boolean,
): boolean {
  const [first, second, third] = groups;
  const hasSlashes = one.startsWith('/');
  if (one.charAt(0) !== two.charAt(0)) {
    // '11/05-2016'; '7-8/2016' are two months.
    const isPair = first.length === 2 && second.length === 2;
    return (
      `${one}${two}` === '/-' && (isPair || isAnnounced) && isYear(third) && isPlausible(Number(first), Number(second))
    );
  }
  if (!groups.every(isFigures)) return hasLetters(groups, hasSlashes || isAnnounced);
  const month = Number(first);
  const day = Number(second);
  const years = third.length;
  if (first.length <= 2 && second.length <= 2) {
    if (!isPlausible(month, day)) return false;
    if (years === 2 || (years === 4 && isYear(third))) return one.length + two.length > 2;
    if (one === '.') return YEAR_WITH_ONE_MORE.test(third);
    if (years === 4) return hasSlashes || isAnnounced;
    if (hasSlashes) return YEAR_CUT_SHORT.test(third) || YEAR_WITH_MORE.test(third);
    return (
      YEAR_WITH_ONE_MORE.test(third) || (isAnnounced && (YEAR_CUT_SHORT.test(third) || FOUR_FIGURES_MORE.test(third)))
    );
  }
  if (!hasSlashes || years !== 4 || !isYear(third)) return false;
  const hasMonthMore = first.length === 3 && /^[01]/.test(first) && second.length <= 2 && isPlausible(1, day);
  const hasDayMore = second.length === 3 && /^[0-3]/.test(second) && first.length <= 2 && isPlausible(month, 1);
  return hasMonthMore || hasDayMore;
}

/** '09/06/20l6', '1O/l2/2O16': with its letters put right it is a date, and most of it is figures. */
function hasLetters(groups: readonly [string, string, string], isMeant: boolean): boolean {
  const [first, second, third] = groups;
  if (first.length > 2 || second.length > 2) return false;
  if (!isPlausible(Number(asFigures(first)), Number(asFigures(second)))) return false;
  const written = groups.join('').replace(/\D/g, '').length;
  // A group of letters alone is a figure only where it looks like nothing else: 'l/5/2016', not 'S/5/2016'.
  if (groups.some((group) => !/\d/.test(group) && /[SBZQ]/.test(group))) return false;
  if (third.length === 4) return isYear(asFigures(third)) && written >= 4 && /\d/.test(first + second);
  if (third.length === 3) return isMeant && YEAR_CUT_SHORT.test(asFigures(third)) && written >= 3;
  return third.length === 2 && isMeant && written >= 3 && !/[SBZQ]/.test(groups.join(''));
}

/** '11/052016', '1105/2016'. */
function lacksSeparator(first: string, second: string, isAnnounced: boolean): boolean {
  const last = /^(\d{1,2})((?:19|20)\d\d)$/.exec(second);
  if (/^\d{1,2}$/.test(first) && last?.[1] !== undefined) {
    return isPlausible(Number(first), Number(last[1])) && (second.length === 6 || isAnnounced);
  }
  const run = /^(\d{1,2})(\d\d)$/.exec(first);
  return isAnnounced && isYear(second) && run !== null && isPlausible(Number(run[1]), Number(run[2]));
}

/** 'November 18, 20116', 'November l8, 2016'. */
function isNearlyByName(day: string, year: string, hasComma: boolean, next: string): boolean {
  if (!isPlausible(1, Number(asFigures(day))) || !/\d/.test(day + year)) return false;
  if (isFigures(day) && isFigures(year)) {
    if (year.length === 4) return !isYear(year);
    if (!hasComma) return false;
    return YEAR_WITH_MORE.test(year) || (YEAR_CUT_SHORT.test(year) && (next === '' || /[,.;)]/.test(next)));
  }
  return isYear(asFigures(year)) && year.replace(/\D/g, '').length >= 2;
}
