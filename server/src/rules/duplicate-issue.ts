import type { Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import { keysOfRequest } from '../determination/readers/treatments/sameRequest.ts';

const rule: Rule = {
  name: 'duplicate-issue',
  title: 'The same treatment is decided twice',
  category: 'decision',
  severity: 'warning',
  basis: 'Labor Code 4610.6(a): each disputed treatment is decided once.',
  *check({ issues }) {
    const seen = new Map<string, DisputedIssue>();
    for (const issue of issues) {
      const keys = keysOfRequest(issue.request.treatment);
      const first = keys.map((key) => seen.get(key)).find((known) => known !== undefined);
      for (const key of keys) if (!seen.has(key)) seen.set(key, issue);
      if (first === undefined) continue;
      yield {
        span: issue.request.treatment.range,
        message: `This treatment is decided twice in the letter; it is issue ${first.index + 1} already.`,
        issue: issue.index,
        related: [{ span: first.heading.range, message: 'It is decided here first.' }],
      };
    }
  },
};
export default rule;
