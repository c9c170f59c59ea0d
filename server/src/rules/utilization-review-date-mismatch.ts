import { longDate } from '../determination/calendar.ts';
import type { Determination, LetterDate } from '../determination/model.ts';
import { contains } from '../text/span.ts';
import type { Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'utilization-review-date-mismatch',
  title: 'The summary gives the denial another date than the header',
  category: 'time',
  severity: 'warning',
  basis: '8 CCR 9792.10.4: the application and its determination are about one utilization review decision.',
  *check(letter) {
    const { urDenialDate } = letter.header;
    const told = denialsInSummary(letter);
    if (urDenialDate === null || told.length === 0) return;
    // An earlier review may be told of as well: one date that agrees is enough.
    if (told.some(({ day }) => day === urDenialDate.value)) return;
    const date = told.at(-1);
    if (date?.day == null) return;
    yield {
      span: date.span,
      message: `The utilization review is dated ${longDate(date.day)} here, but the header’s UR Denial Date is ${longDate(urDenialDate.value)}.`,
      issue: null,
      related: [{ span: urDenialDate.span, message: 'The header’s UR Denial Date.' }],
    };
  },
};
export default rule;

/** Without those that had not come yet when the letter was written: they are wrong in themselves. */
function denialsInSummary({ sections, dates, header: { decisionDate } }: Determination): readonly LetterDate[] {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary');
  if (summary === undefined) return [];
  return dates.filter(
    ({ role, day, span }) =>
      role === 'denial' &&
      day !== null &&
      (decisionDate === null || day <= decisionDate.value) &&
      contains(summary.range, span.start),
  );
}
