import type { DisputedIssue, Part } from '../determination/model.ts';
import { after } from '../text/span.ts';
import type { Fix, Rule } from './support/rule.ts';

type PartName = 'claimsGuideline' | 'reviewerGuideline' | 'rationale';

/** In the order of the letter. */
const LABELS: readonly (readonly [PartName, string])[] = [
  ['claimsGuideline', 'Claims Administrator guideline:'],
  ['reviewerGuideline', 'MAXIMUS guideline:'],
  ['rationale', 'Decision rationale:'],
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
      for (const [name, label] of LABELS) {
        const part = issue[name];
        if (part === null) {
          yield {
            span,
            message: `This issue has no “${label}”.`,
            issue: issue.index,
            fixes: [insertLabel(issue, name, label)],
          };
        } else if (part.body.length === 0 && name !== 'reviewerGuideline') {
          // Of the reviewer’s guideline missing-citation says that it is empty.
          yield { span: part.label, message: `Nothing stands behind “${label}”`, issue: issue.index };
        }
      }
    }
  },
};
export default rule;

/** Behind the part that comes before it in the letter, else behind the heading. */
function insertLabel(issue: DisputedIssue, name: PartName, label: string): Fix {
  const earlier = LABELS.slice(
    0,
    LABELS.findIndex(([each]) => each === name),
  ).map(([each]): Part | null => issue[each]);
  const before = earlier.findLast((part) => part !== null)?.range ?? issue.decision?.span ?? issue.heading.range;
  return {
    title: `Insert “${label}”`,
    edits: [{ span: after(before), newText: `\n\n${label} ` }],
    kind: 'judgement',
  };
}
