import type { Rule } from '../checking/rule.ts';
import { visitLedger } from '../guidelines/visitLedger.ts';

const rule: Rule = {
  name: 'statutory-visit-cap',
  title: 'More than 24 visits of one therapy for an injury',
  category: 'visits',
  severity: 'information',
  basis:
    'Labor Code 4604.5(c)(1): no more than 24 chiropractic, 24 occupational therapy, and 24 physical therapy visits for an industrial injury, except for postsurgical care and what the employer authorizes in writing.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const cap = guidelines.statutoryCap(issue.category);
      const ledger = cap && visitLedger(letter, issue, guidelines);
      if (!cap || !ledger || ledger.sum <= cap.visitsMax || issue.afterSurgery !== null) continue;
      const { requested, prior, sum } = ledger;
      yield {
        span: requested.span,
        message: `${sum} visits${prior === null ? '' : ` (${requested.value} requested + ${prior.value} before)`}; ${cap.visitsMax} are allowed unless authorized in writing.`,
        issue: issue.index,
        related: prior === null ? [] : [{ span: prior.span, message: `${prior.value} had or authorized before.` }],
      };
    }
  },
};
export default rule;
