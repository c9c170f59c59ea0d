import type { Rule } from '../checking/rule.ts';

const rule: Rule = {
  name: 'age-mismatch',
  title: 'Two different ages for the worker',
  category: 'person',
  severity: 'warning',
  basis: 'A different age often comes from text that was copied from another letter.',
  *check({ patient: { age }, workerMentions, text }) {
    if (age === null) return;
    for (const { kind, value, span, issue } of workerMentions) {
      // A birthday may lie between the report and the review.
      if (kind !== 'age' || Math.abs(value - age.value) <= 1) continue;
      const isInFigures = /^\d+$/.test(text.prose.within(span).text);
      yield {
        span,
        message: `Age ${value} here, ${age.value} in the summary.`,
        issue,
        related: [{ span: age.span, message: 'The age in the summary.' }],
        ...(isInFigures
          ? {
              fixes: [
                {
                  title: `Change ${value} to ${age.value}, the age in the summary`,
                  edits: [{ span, newText: String(age.value) }],
                  kind: 'judgment',
                },
              ],
            }
          : {}),
      };
    }
  },
};
export default rule;
