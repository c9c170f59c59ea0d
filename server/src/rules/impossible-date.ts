import type { Finding, Rule } from '../checking/rule.ts';
import { asRead, type Determination } from '../determination/model/determination.ts';
import { shortDate } from '../determination/readers/dates/calendar.ts';
import { formerPlaces, opponent, type TimeFault, timeFaults } from './support/chronology.ts';
import { meantDateFix, whyNoDate } from './support/mistypedDate.ts';
import { yearFix } from './support/yearFix.ts';

/** At most this many of the days after a wrong decision date are shown. */
const MOST_RELATED = 5;

const rule: Rule = {
  name: 'impossible-date',
  title: 'A date that does not exist, or is after the decision',
  category: 'time',
  severity: 'error',
  basis: 'Labor Code 4610.6(h)(5): a mistake of fact that the record shows is a ground for appeal.',
  // '99/99/9999' is a template's leftover.
  yieldsTo: ['placeholder'],
  *check(letter) {
    for (const date of letter.dates) {
      // A mistyped date in the header is reported by header-field.
      if (date.day !== null || date.field !== null) continue;
      const { span, issue, flaw } = date;
      const message = whyNoDate(letter.text.prose.within(span).text, flaw);
      // A year such as 3016 used to be reported as a day after the decision.
      const decision = asRead(letter.header.decisionDate);
      const formerly = decision === null ? [] : [{ span, related: [decision.span] }];
      yield { span, issue, message, formerly, fixes: () => meantDateFix(letter, date) };
    }
    for (const fault of timeFaults(letter)) {
      if (fault.kind === 'after-decision') yield afterDecision(letter, fault);
    }
  },
};
export default rule;

function afterDecision(letter: Determination, fault: TimeFault): Finding {
  const { wrong, conflicts } = fault;
  const [{ span, issue }] = wrong.dates;
  const fix = yearFix(letter, fault);
  const common = { span, issue, formerly: formerPlaces(fault), ...(fix === null ? {} : { fixes: [fix] }) };
  if (wrong.role !== 'decision') {
    const decision = conflicts.find(({ kind }) => kind === 'after-decision')?.later ?? wrong;
    return {
      message: `${shortDate(wrong.day)} is after the decision (${shortDate(decision.day)}).`,
      related: [{ span: decision.dates[0].span, message: 'The decision.' }],
      ...common,
    };
  }
  const others = conflicts.map((conflict) => opponent(conflict, wrong));
  const last = others.reduce((a, b) => (b.day > a.day ? b : a));
  return {
    message: `Decision dated ${shortDate(wrong.day)}, before ${others.length} other dates in the letter (up to ${shortDate(last.day)}).`,
    related: others
      .slice(0, MOST_RELATED)
      .map(({ dates: [date], day }) => ({ span: date.span, message: `${shortDate(day)} here.` })),
    ...common,
  };
}
