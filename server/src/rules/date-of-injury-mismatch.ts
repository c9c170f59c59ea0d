import { longDate } from '../determination/calendar.ts';
import type { Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'date-of-injury-mismatch',
  title: 'The summary gives another date of injury than the header',
  category: 'person',
  severity: 'warning',
  basis: '8 CCR 9792.10.4(a): a determination is about one injury, named by its date.',
  *check({ header, patient }) {
    if (header.dateOfInjury === null || patient.dateOfInjury === null) return;
    if (header.dateOfInjury.value === patient.dateOfInjury.value) return;
    yield {
      span: patient.dateOfInjury.span,
      message: `The injury is dated ${longDate(patient.dateOfInjury.value)} here, but the header says ${longDate(header.dateOfInjury.value)}.`,
      issue: null,
      related: [{ span: header.dateOfInjury.span, message: 'The header’s Date of Injury.' }],
    };
  },
};
export default rule;
