import { daysBetween, longDate } from '../determination/calendar.ts';
import { asRead } from '../determination/model.ts';
import { isWrongDay } from './support/chronology.ts';
import type { Rule } from './support/rule.ts';

/** Labor Code 4610.6(d): a standard review is complete within 30 days of receiving the documents; three working days, and five for formulary disputes, when expedited. */
const STANDARD_DAYS = 30;

const rule: Rule = {
  name: 'late-determination',
  title: 'More than 30 days from assignment to decision',
  category: 'time',
  severity: 'information',
  basis: 'Labor Code 4610.6(d): the review is completed within 30 days of receiving the request and the documents.',
  *check(letter) {
    const dateAssigned = asRead(letter.header.dateAssigned);
    const decisionDate = asRead(letter.header.decisionDate);
    if (dateAssigned === null || decisionDate === null) return;
    // A wrong day makes no late letter.
    if (isWrongDay(letter, dateAssigned.value) || isWrongDay(letter, decisionDate.value)) return;
    const days = daysBetween(dateAssigned.value, decisionDate.value);
    if (days <= STANDARD_DAYS) return;
    yield {
      span: decisionDate.span,
      message: `Decided ${days} days after the assignment on ${longDate(dateAssigned.value)}; the law allows ${STANDARD_DAYS} days from the receipt of the documents, which may have come later.`,
      issue: null,
      related: [{ span: dateAssigned.span, message: 'The case was assigned on this day.' }],
    };
  },
};
export default rule;
