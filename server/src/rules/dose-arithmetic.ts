import { NUMBER_WORD, readNumber } from '../determination/numbers.ts';
import type { Prose } from '../text/prose.ts';
import type { Finding, Rule } from './support/rule.ts';

const NUMBER = `(?:\\d{1,2}|${NUMBER_WORD})`;
const DOSE = new RegExp(`\\b(${NUMBER})(?: \\(\\d\\))? (?:tablets?|tabs?|capsules?|caps?|pills?|by mouth|po)\\b`, 'i');
const TIMES = new RegExp(
  `\\b(?:(${NUMBER})(?: \\(\\d\\))? times|(once|twice)|(every)) ?(?:a|per|each)? ?(?:day|daily)\\b`,
  'i',
);
const LATIN = /\b(?:(q\.?d|qhs|at bedtime|nightly|daily)|(b\.?i\.?d)|(t\.?i\.?d)|(q\.?i\.?d))\b\.?/i;
const DAYS = new RegExp(
  `\\b(${NUMBER})(?: \\(\\d{1,2}\\))?[ -](day|week)s?\\b(?! ago)|\\bday supply:? ?(\\d{1,3})\\b`,
  'i',
);
const PIECES = /# ?(\d{1,4})\b/g;
/** The number of tablets is then not fixed. */
const VARIABLE =
  /\bas needed\b|\bprn\b|\d ?(?:-|to|or) ?\d ?(?:tab|cap|pill|time|by|x)|\bone to two\b|\b(?:every|q) ?\d|\brefills?\b/i;

const rule: Rule = {
  name: 'dose-arithmetic',
  title: 'Dose × frequency × days is not the number dispensed',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what is decided; the directions beside it say how many are needed.',
  *check({ issues }) {
    for (const { category, heading, index } of issues) {
      if (category === 'medication') yield* check(heading, index);
    }
  },
};
export default rule;

function* check(heading: Prose, issue: number): Iterable<Finding> {
  const { text } = heading;
  const [pieces, ...others] = text.matchAll(PIECES);
  if (pieces === undefined || others.length > 0 || VARIABLE.test(text)) return;
  const dose = numberOf(DOSE.exec(text)?.[1]);
  const times = timesADay(text);
  const days = daysOf(text);
  const dispensed = Number(pieces[1]);
  if (dose === null || times === null || days === null || dose * times * days === dispensed) return;
  yield {
    span: heading.spanOf(pieces),
    message: `${dose} × ${times} a day × ${days} days is ${dose * times * days}, not #${dispensed}.`,
    issue,
    fixes: [
      {
        title: `Change it to #${dose * times * days}`,
        edits: [{ span: heading.spanOf(pieces), newText: `#${dose * times * days}` }],
        kind: 'judgement',
      },
    ],
  };
}

const numberOf = (words: string | undefined): number | null => (words === undefined ? null : readNumber(words));

function timesADay(text: string): number | null {
  const told = TIMES.exec(text);
  if (told !== null) return told[1] === undefined ? (told[2]?.toLowerCase() === 'twice' ? 2 : 1) : numberOf(told[1]);
  const latin = LATIN.exec(text);
  if (latin === null) return null;
  const which = latin.slice(1).findIndex((group) => group !== undefined);
  return which < 0 ? null : which + 1;
}

function daysOf(text: string): number | null {
  const match = DAYS.exec(text);
  if (match === null) return null;
  if (match[3] !== undefined) return Number(match[3]);
  const count = numberOf(match[1]);
  return count === null ? null : count * (match[2]?.toLowerCase() === 'week' ? 7 : 1);
}
