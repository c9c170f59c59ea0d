import type { Rule } from '../checking/rule.ts';
import { shortDate } from '../determination/readers/dates/calendar.ts';
import { timeFaults } from './support/chronology.ts';
import { yearFix } from './support/yearFix.ts';

const rule: Rule = {
  name: 'utilization-review-date-mismatch',
  title: 'Two different dates for the utilization review denial',
  category: 'time',
  severity: 'warning',
  basis: '8 CCR 9792.10.4: the application and its determination are about one utilization review decision.',
  *check(letter) {
    for (const fault of timeFaults(letter)) {
      const { kind, wrong, conflicts } = fault;
      const conflict = conflicts.find((each) => each.kind === 'disagreement');
      if (kind !== 'disagreement' || wrong.role !== 'denial' || conflict === undefined) continue;
      const { earlier: filed, later: told } = conflict;
      const fix = conflicts.length > 1 ? yearFix(letter, fault) : null;
      const [{ span }] = wrong.dates;
      yield {
        span,
        issue: null,
        ...(wrong === told
          ? {
              message: `UR denial: ${shortDate(told.day)} here, ${shortDate(filed.day)} in the header.`,
              related: [{ span: filed.dates[0].span, message: 'The header’s UR Denial Date.' }],
            }
          : {
              message: `UR denial: ${shortDate(filed.day)} here, ${shortDate(told.day)} in the summary, which fits the other dates.`,
              related: [{ span: told.dates[0].span, message: 'The date in the summary.' }],
              formerly: [{ span: told.dates[0].span, related: [filed.dates[0].span] }],
            }),
        ...(fix === null ? {} : { fixes: [fix] }),
      };
    }
  },
};
export default rule;
