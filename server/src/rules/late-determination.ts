import type { Rule } from '../checking/rule.ts';
import { asRead } from '../determination/model/determination.ts';
import { addDays, daysBetween, shortDate } from '../determination/readers/dates/calendar.ts';
import { nextBusinessDay } from '../guidelines/businessDays.ts';
import { isWrongDay } from './support/chronology.ts';

/** Labor Code 4610.6(d): 30 days from the receipt of the request and the supporting documents. */
const REVIEW_DAYS = 30;
/** 8 CCR 9792.10.5: the claims administrator has 15 days after the notice of assignment to send the documents. */
const DOCUMENT_DAYS = 15;

const rule: Rule = {
  name: 'late-determination',
  title: 'Decided later than the law allows',
  category: 'time',
  severity: 'information',
  basis:
    'Labor Code 4610.6(d): the review is completed within 30 days of receiving the request and the documents, which may come 15 days after the assignment (8 CCR 9792.10.5).',
  *check(letter) {
    const dateAssigned = asRead(letter.header.dateAssigned);
    const decisionDate = asRead(letter.header.decisionDate);
    if (dateAssigned === null || decisionDate === null) return;
    // A wrong date does not make a letter late.
    if (isWrongDay(letter, dateAssigned.value) || isWrongDay(letter, decisionDate.value)) return;
    const lastDay = nextBusinessDay(addDays(dateAssigned.value, DOCUMENT_DAYS + REVIEW_DAYS));
    if (decisionDate.value <= lastDay) return;
    const days = daysBetween(dateAssigned.value, decisionDate.value);
    yield {
      span: decisionDate.span,
      message: `Decided ${days} days after assignment; due by ${shortDate(lastDay)} at the latest. Still valid.`,
      issue: null,
      related: [
        {
          span: dateAssigned.span,
          message: `Assigned here: ${DOCUMENT_DAYS} days for the documents and ${REVIEW_DAYS} for the review end on ${shortDate(lastDay)}.`,
        },
      ],
    };
  },
};
export default rule;
