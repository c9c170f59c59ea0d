import type { Fix, Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';

type PartName = 'claimsGuideline' | 'reviewerGuideline' | 'rationale';

/** In the order of the letter. */
const LABELS: readonly (readonly [PartName, string])[] = [
  ['claimsGuideline', 'Claims Administrator guideline:'],
  ['reviewerGuideline', 'MAXIMUS guideline:'],
  ['rationale', 'Decision rationale:'],
];

const rule: Rule = {
  name: 'missing-part',
  title: 'An issue is missing one of its three parts',
  category: 'structure',
  severity: 'error',
  basis: 'Labor Code 4610.6(e): each analysis cites the standards and findings that support it.',
  *check({ layout, issues, text }) {
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
            fixes: labelFix(text, issue, name, label),
          };
        } else if (part.body.length === 0 && name !== 'reviewerGuideline') {
          // missing-citation reports an empty part of the reviewer’s.
          yield { span: part.label, message: `“${label}” is empty.`, issue: issue.index };
        }
      }
    }
  },
};
export default rule;

/**
 * Before the paragraph that is missing its label: the last one of the part before it in the letter. Where that part has
 * only one paragraph, the part itself must be written, and a label alone would not improve the letter.
 */
function labelFix({ foldedLines }: LetterText, issue: DisputedIssue, name: PartName, label: string): readonly Fix[] {
  const earlier = LABELS[LABELS.findIndex(([each]) => each === name) - 1]?.[0];
  const body = (earlier && issue[earlier])?.body;
  if (body === undefined || body.length === 0) return [];
  const first = foldedLines.at(body.from);
  for (let line = foldedLines.at(body.to - 1); line > first; line--) {
    if (!foldedLines.hasGapBefore(line)) continue;
    const at = foldedLines.line(line).start - body.from;
    const edits = [{ span: body.span(at, at), newText: `${label} ` }];
    return [{ title: `Insert “${label}” before “${opening(body.text.slice(at))}”`, edits, kind: 'judgment' }];
  }
  return [];
}

/** The first few words of a paragraph. */
const opening = (text: string): string => /^(?:\S+ ?){1,4}/.exec(text.slice(0, 60))?.[0].trimEnd() ?? text;
