import type { Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';

const rule: Rule = {
  name: 'duplicate-issue',
  title: 'The same treatment is decided twice',
  category: 'decision',
  severity: 'warning',
  basis: 'Labor Code 4610.6(a): each disputed treatment is decided once.',
  *check({ issues }) {
    const seen = new Map<string, DisputedIssue>();
    for (const issue of issues) {
      const words = normalise(issue.request.treatment.text);
      if (words === '') continue;
      const first = seen.get(words);
      if (first === undefined) {
        seen.set(words, issue);
        continue;
      }
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

/** Case, punctuation and the words that only introduce a treatment make no other treatment. */
function normalise(treatment: string): string {
  return treatment
    .toLowerCase()
    .replace(/^(?:associated surgical services?|associated medications?) ?:? ?/, '')
    .replace(/(\d) (?=m?c?g\b|ml\b)/g, '$1')
    .replace(/[^\p{L}\p{N}%./#]+/gu, ' ')
    .replace(/\. |\.$/g, ' ')
    .trim();
}
