import type { Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'missing-citation',
  title: 'The reviewer’s guideline part cites no guideline and no evidence',
  category: 'citations',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(e) and 4610.5(c)(2): the analysis ties its findings to the MTUS or to the next standard that applies.',
  *check({ issues }) {
    for (const { index, reviewerGuideline } of issues) {
      if (reviewerGuideline === null || reviewerGuideline.body.length === 0 || reviewerGuideline.basis === 'citations')
        continue;
      yield {
        span: reviewerGuideline.body.range,
        message:
          reviewerGuideline.basis === 'no-evidence'
            ? 'The reviewer cites no guideline and no evidence for this decision.'
            : 'No guideline and no evidence is named here.',
        issue: index,
      };
    }
  },
};
export default rule;
