import { NUMBER_WORD, readNumber } from '../../determination/readers/shared/numbers.ts';
import { type Everywhere, everywhere } from '../../text/pattern.ts';

/** How a drug is to be taken: so much at a time, so many times a day, for so many days. */
export interface Directions {
  readonly dose: number;
  readonly timesADay: number;
  readonly days: number;
}

/**
 * Reads the directions of a prescription without its number of pieces. Null unless they are one dose, one frequency and
 * one duration, and no other number and no word that makes them vary is left: a titration, an alternative or a range
 * cannot be multiplied.
 */
export function readDirections(prescription: string): Directions | null {
  if (VARIES.test(prescription)) return null;
  const days = take(STRENGTH.replaceIn(prescription, ' '), DAYS, readDays);
  const times = days && take(days.rest, FREQUENCY, readTimes);
  const dose = times && take(times.rest, DOSE, readDose);
  if (!dose || ANY_NUMBER.test(dose.rest)) return null;
  return { dose: dose.value, timesADay: times.value, days: days.value };
}

/** What makes the number of pieces not fixed. */
const VARIES =
  /\b(?:needed|prn|refills?|then|taper|tapers|tapering|tapered|titrat\w*|increas\w*|decreas\w*|reduc\w*|wean\w*|or|if|may|up to|maximum|max|alternat\w*|every other|except|weekly|per week|a week|first|initial|loading|followed|thereafter|after|hours? apart|split|divided|remaining|additional|unless|until|to effect|tolerated|as directed|week-?(?:days?|ends?)|work-?days?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\d ?(?:-|–|to) ?\d ?(?:tab|cap|pill|patch|time|x\b|day|week)/i;

/** '10/325mg', '1.3%', '500 mg', '75 mcg/hr', '5 mg/ml'. */
const STRENGTH = everywhere(
  /\d[\d,.]{0,11}(?:[-/]\d[\d,.]{0,11}){0,3}[ -]?(?:mg|mcg|g|gm|gms|grams?|ml|cc|%|percent|units?|iu|meq)(?:\/[a-z]+)?(?![a-z])/i,
);

const N = `(?:\\d{1,3}|${NUMBER_WORD})`;
/** 'one (1)' says its number twice. */
const TWICE = '(?: \\(\\d{1,3}\\))?';
const HALF = '(?:half|1/2|½|one[- ]half|0?\\.50?)';

const DAYS = everywhere(
  new RegExp(
    `(?:\\b(?:for|x|times|over|during)\\.? ?)?(?<![\\d./-])\\b(?<count>${N})${TWICE}[ -](?<unit>day|week)s?\\b(?! ago)(?:[ -]supply)?|\\bday supply:? ?(?<supply>\\d{1,3})\\b`,
    'i',
  ),
);

/** Longer forms come first: 'three times daily' is not 'daily'. */
const TIME_OF_DAY =
  '(?:at bedtime|at night|at noon|nightly|qhs|q\\.?h\\.?s\\.?|q ?am|q ?pm|(?:in the|each|every) (?:morning|evening|afternoon)|(?:each|every) night|with (?:breakfast|lunch|dinner))';
const FREQUENCY = everywhere(
  new RegExp(
    [
      `\\b(?<times>${N})${TWICE} ?(?:x|times)(?: ?(?:a|per|each|/))? ?(?:day|daily)\\b`,
      `\\bx ?(?<cross>\\d{1,2})(?: ?(?:a|per|each|/))? ?(?:day|daily)\\b`,
      `\\b(?<word>once|twice|thrice)(?: (?:a|per|each|every))? ?(?:day|daily)\\b(?: ${TIME_OF_DAY})?`,
      '\\b(?:every|q\\.?) ?(?<hours>4|6|8|12|24|four|six|eight|twelve) ?(?:hours?|hrs?|h)\\b\\.?',
      `\\b(?:(?:every|each|per) day|daily|q\\.?d\\.?|o\\.?d\\.?)(?![a-z])(?: ${TIME_OF_DAY})?`,
      '\\b(?<bid>b\\.?i\\.?d)\\b\\.?',
      '\\b(?<tid>t\\.?i\\.?d)\\b\\.?',
      '\\b(?<qid>q\\.?i\\.?d)\\b\\.?',
      `\\b${TIME_OF_DAY}(?![a-z])`,
    ].join('|'),
    'i',
  ),
);

const UNIT =
  '(?:(?:oral |extended[- ]release |ER )?(?:tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|lozenges?|suppositor(?:y|ies))|applied|by mouth|p\\.?o\\.?|orally)';
const DOSE = everywhere(
  new RegExp(
    [
      `(?<![\\d./-])\\b(?<whole>${N})${TWICE}(?<decimal>\\.\\d{1,2})?(?:(?: and (?:a |one[- ]|1/)?(?:half|2)| ½))? ${UNIT}(?![a-z])`,
      `(?<![\\d./-])(?<half>${HALF})(?: of)?(?: an?)? ${UNIT}(?![a-z])`,
    ].join('|'),
    'i',
  ),
);

const ANY_NUMBER = new RegExp(`\\d|½|\\b(?:half|${NUMBER_WORD})\\b`, 'i');

interface Taken {
  readonly value: number;
  /** The text without the words that were read. */
  readonly rest: string;
}

/** The one place where a pattern matches; null where it matches nowhere, at several places, or words that make no number. */
function take(text: string, pattern: Everywhere, read: (match: RegExpMatchArray) => number | null): Taken | null {
  const [match, ...others] = pattern.in(text);
  if (match === undefined || others.length > 0) return null;
  const value = read(match);
  const end = match.index + match[0].length;
  return value === null ? null : { value, rest: `${text.slice(0, match.index)} ; ${text.slice(end)}` };
}

function readDays({ groups = {} }: RegExpMatchArray): number | null {
  const { count, unit, supply } = groups;
  if (supply !== undefined) return Number(supply);
  const number = readNumber(count ?? '');
  return number === null ? null : number * (unit?.toLowerCase() === 'week' ? 7 : 1);
}

function readTimes({ groups = {} }: RegExpMatchArray): number | null {
  const { times, cross, word, hours, bid, tid, qid } = groups;
  const said = times ?? cross ?? word;
  if (said !== undefined) return readNumber(said);
  if (hours !== undefined) {
    const apart = readNumber(hours);
    return apart === null ? null : 24 / apart;
  }
  if (bid !== undefined) return 2;
  if (tid !== undefined) return 3;
  return qid === undefined ? 1 : 4;
}

function readDose({ 0: words, groups = {} }: RegExpMatchArray): number | null {
  const { whole, decimal, half } = groups;
  if (half !== undefined) return 0.5;
  const number = readNumber(whole ?? '');
  if (number === null) return null;
  if (decimal !== undefined) return number + Number(decimal);
  return / and | ½/.test(words) ? number + 0.5 : number;
}
