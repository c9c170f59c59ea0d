import { longDate } from '../determination/calendar.ts';
import type { IsoDate } from '../determination/model.ts';
import type { Found, Span } from '../text/span.ts';
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'date-of-injury-mismatch',
  title: 'The summary gives another date of injury than the header',
  category: 'person',
  severity: 'warning',
  basis: '8 CCR 9792.10.4(a): a determination is about one injury, named by its date.',
  *check({ header, patient, dates, text }) {
    const filed = header.dateOfInjury;
    const told = patient.dateOfInjury;
    if (filed !== null && told !== null && filed.value !== told.value) {
      yield finding(told.span, told.value, filed, 'the header says');
      return;
    }
    const injury = filed ?? told;
    if (injury === null) return;
    for (const { role, day, span, issue } of dates) {
      if (role !== 'injury' || day === null || issue === null || day === injury.value) continue;
      const at = text.prose.indexOf(span.start);
      if (THE_INJURY.test(text.prose.text.slice(Math.max(0, at - REACH), at))) {
        yield { ...finding(span, day, injury, filed === null ? 'the summary says' : 'the header says'), issue };
      }
    }
  },
};
export default rule;

/** Words right before a day that make it the one of this injury, not of an earlier one. */
const THE_INJURY =
  /\b(?:dates? of (?:injury|loss)|DOI|(?:work|work[- ]related|industrial|occupational) injury)(?: (?:is|was|of|on|dated|sustained on|that occurred on)|:)? \(?$/i;
const REACH = 60;

const finding = (span: Span, day: IsoDate, { value, span: at }: Found<IsoDate>, says: string): Finding => ({
  span,
  message: `The injury is dated ${longDate(day)} here, but ${says} ${longDate(value)}.`,
  issue: null,
  related: [
    { span: at, message: says === 'the header says' ? 'The header’s Date of Injury.' : 'The date in the summary.' },
  ],
});
