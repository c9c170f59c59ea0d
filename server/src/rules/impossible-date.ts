import { daysBetween, longDate } from '../determination/calendar.ts';
import type { DateRole, Determination, LetterDate } from '../determination/model.ts';
import type { Finding, Rule } from './support/rule.ts';
import { yearFix } from './support/yearFix.ts';

/** What has happened before the letter is written. */
const PAST: ReadonlySet<DateRole> = new Set<DateRole>([
  'injury',
  'visit',
  'study',
  'request-for-authorization',
  'denial',
  'assignment',
  'application',
]);
/** An appointment or a planned operation lies ahead, but not by years. */
const AHEAD_DAYS = 2 * 365;

const rule: Rule = {
  name: 'impossible-date',
  title: 'A day that does not exist or had not come yet',
  category: 'time',
  severity: 'error',
  basis: 'Labor Code 4610.6(h)(5): a mistake of fact that the record shows is a ground of appeal.',
  // '99/99/9999' is a template's leftover.
  yieldsTo: ['placeholder'],
  *check(letter) {
    for (const date of letter.dates) {
      const message = wrong(letter, date);
      if (message !== null) yield finding(letter, date, message);
    }
  },
};
export default rule;

function wrong({ header: { decisionDate } }: Determination, { day, role }: LetterDate): string | null {
  if (day === null) return 'There is no such day in the calendar.';
  if (decisionDate === null || role === 'decision' || role === 'guideline') return null;
  const ahead = daysBetween(decisionDate.value, day);
  if (ahead <= 0 || (!PAST.has(role) && ahead <= AHEAD_DAYS)) return null;
  return `${longDate(day)} lies after the decision of ${longDate(decisionDate.value)}.`;
}

function finding({ text, header: { decisionDate } }: Determination, date: LetterDate, message: string): Finding {
  const { day, span, issue } = date;
  if (day === null || decisionDate === null) return { span, message, issue };
  const fix = yearFix(text, date, (moved) => moved <= decisionDate.value);
  return {
    span,
    message,
    issue,
    related: [{ span: decisionDate.span, message: 'The decision.' }],
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}
