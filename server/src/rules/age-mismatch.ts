import type { Prose } from '../text/prose.ts';
import type { Finding, Rule } from './support/rule.ts';

/** An age that is plainly the worker's: the person stands right behind it, or right before ('the patient is a 43-year-old who'). */
const AGE_OF_WORKER =
  /(?<age>\d{2})(?<![\d/.-]\d\d)[ -]{0,2}(?:years?|yrs?)[ -]{0,2}(?:old|of age)(?:,? (?:[a-z-]{1,20} ){0,3}?(?:male|female|man|woman|gentleman|lady|worker|patient|applicant|claimant|employee)\b|(?<=\b(?:worker|patient|applicant|claimant|employee|he|she) (?:is|was) (?:an? )?(?:now |currently )?\d{2}[ -]{0,2}(?:years?|yrs?)[ -]{0,2}(?:old|of age)))/gi;

const rule: Rule = {
  name: 'age-mismatch',
  title: 'The worker has two ages',
  category: 'person',
  severity: 'warning',
  basis: 'Another age is the mark of a passage taken from another letter.',
  *check({ patient: { age }, sections, issues }) {
    if (age === null) return;
    const wrong = function* (prose: Prose, issue: number | null): Iterable<Finding> {
      for (const match of prose.text.matchAll(AGE_OF_WORKER)) {
        const told = Number(match.groups?.['age']);
        // A birthday may lie between the report and the review.
        if (Math.abs(told - age.value) <= 1) continue;
        const span = prose.span(match.index, match.index + 2);
        yield {
          span,
          message: `The worker is ${told} years old here and ${age.value} in the summary.`,
          issue,
          related: [{ span: age.span, message: 'The age in the summary.' }],
          fixes: [
            {
              title: `Change ${told} to ${age.value}`,
              edits: [{ span, newText: String(age.value) }],
              kind: 'judgement',
            },
          ],
        };
      }
    };
    const summary = sections.find(({ kind }) => kind === 'clinical-summary');
    if (summary !== undefined) yield* wrong(summary.body, null);
    for (const { rationale, index } of issues) if (rationale !== null) yield* wrong(rationale.body, index);
  },
};
export default rule;
