import type { Finding, Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'missing-decision',
  title: 'An issue has no decision (Upheld or Overturned)',
  category: 'structure',
  severity: 'error',
  basis: 'Labor Code 4610.6(e): each analysis states whether the disputed service is medically necessary.',
  *check({ layout, issues }) {
    if (layout !== 'D') return;
    for (const issue of issues) {
      if (issue.decision?.kind !== 'decided') yield finding(issue);
    }
  },
};
export default rule;

function finding({
  index,
  heading,
  decision,
  range,
  claimsGuideline,
  reviewerGuideline,
  rationale,
}: DisputedIssue): Finding {
  if (decision?.kind === 'unusual') {
    return {
      span: decision.span,
      message: `${quoted(decision.word)} is not a decision: use Upheld or Overturned.`,
      issue: index,
    };
  }
  const firstLabel = (claimsGuideline ?? reviewerGuideline ?? rationale)?.label;
  return {
    span: heading.length > 0 ? heading.range : (firstLabel ?? range),
    message:
      heading.length > 0
        ? 'This issue has no decision: add “: Upheld” or “: Overturned” after its heading.'
        : 'These parts have no heading: the disputed treatment and its decision are missing.',
    issue: index,
  };
}
