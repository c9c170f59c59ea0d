import type { Finding, Rule } from '../checking/rule.ts';
import { asRead, type IsoDate } from '../determination/model/determination.ts';
import { shortDate } from '../determination/readers/dates/calendar.ts';
import type { Found, Span } from '../text/span.ts';
import { timeFaults } from './support/chronology.ts';
import { yearFix } from './support/yearFix.ts';

const rule: Rule = {
  name: 'date-of-injury-mismatch',
  title: 'Two different dates of injury',
  category: 'person',
  severity: 'warning',
  basis: '8 CCR 9792.10.4(a): a determination is about one injury, identified by its date.',
  *check(letter) {
    const { header, patient, dates } = letter;
    const faults = timeFaults(letter);
    for (const fault of faults) {
      const { kind, wrong, conflicts } = fault;
      const conflict = conflicts.find((each) => each.kind === 'disagreement');
      if (kind !== 'disagreement' || wrong.role !== 'injury' || conflict === undefined) continue;
      const isFiled = wrong === conflict.earlier;
      const other = isFiled ? conflict.later : conflict.earlier;
      const fix = conflicts.length > 1 ? yearFix(letter, fault) : null;
      yield {
        ...(isFiled ? { formerly: [{ span: other.dates[0].span, related: [wrong.dates[0].span] }] } : {}),
        ...finding(
          wrong.dates[0].span,
          wrong.day,
          { value: other.day, span: other.dates[0].span },
          isFiled ? 'summary' : 'header',
        ),
        ...(fix === null ? {} : { fixes: [fix] }),
      };
    }
    const filed = asRead(header.dateOfInjury);
    const told = patient.dateOfInjury;
    if (filed !== null && told !== null && filed.value !== told.value) return;
    const injury = filed ?? told;
    if (injury === null) return;
    for (const { role, day, span, issue, isNamed } of dates) {
      if (role !== 'injury' || !isNamed || day === null || issue === null || day === injury.value) continue;
      if (faults.some(({ wrong }) => wrong.role === 'injury' && (wrong.day === day || wrong.day === injury.value)))
        continue;
      yield { ...finding(span, day, injury, filed === null ? 'summary' : 'header'), issue };
    }
  },
};
export default rule;

const finding = (
  span: Span,
  day: IsoDate,
  { value, span: at }: Found<IsoDate>,
  says: 'header' | 'summary',
): Finding => ({
  span,
  message: `Injury: ${shortDate(day)} here, ${shortDate(value)} in the ${says}.`,
  issue: null,
  related: [{ span: at, message: says === 'header' ? 'The header’s Date of Injury.' : 'The date in the summary.' }],
});
