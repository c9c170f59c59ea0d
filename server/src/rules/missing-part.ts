import type { DisputedIssue, Part } from '../determination/model.ts';
import type { Rule } from './support/rule.ts';

const PARTS: readonly (readonly [(issue: DisputedIssue) => Part | null, string])[] = [
  [({ claimsGuideline }) => claimsGuideline, 'Claims Administrator guideline:'],
  [({ reviewerGuideline }) => reviewerGuideline, 'MAXIMUS guideline:'],
  [({ rationale }) => rationale, 'Decision rationale:'],
];

const rule: Rule = {
  name: 'missing-part',
  title: 'An issue lacks one of its three parts',
  category: 'structure',
  severity: 'error',
  basis: 'Labor Code 4610.6(e): each analysis cites the standards and findings that it rests on.',
  *check({ layout, issues }) {
    if (layout !== 'D') return;
    for (const issue of issues) {
      const span = issue.heading.length > 0 ? issue.heading.range : issue.range;
      for (const [partOf, label] of PARTS) {
        const part = partOf(issue);
        if (part === null) yield { span, message: `This issue has no “${label}”.`, issue: issue.index };
        else if (part.body.length === 0)
          yield { span: part.label, message: `Nothing stands behind “${label}”`, issue: issue.index };
      }
    }
  },
};
export default rule;
