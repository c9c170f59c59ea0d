import type { Rule } from '../checking/rule.ts';
import type { Decision, DisputedIssue, FinalDetermination } from '../determination/model/determination.ts';
import { decisionOf, finalWord, isContradicted } from './support/finalWord.ts';

const WORDS: Readonly<Record<FinalDetermination, string>> = {
  uphold: 'UPHOLD',
  overturn: 'OVERTURN',
  'partial-overturn': 'PARTIAL OVERTURN',
};

const rule: Rule = {
  name: 'final-determination-mismatch',
  title: 'The final determination does not match the decisions on the issues',
  category: 'decision',
  severity: 'error',
  basis:
    'The letter’s own form: “uphold” where all issues are upheld, “overturn” where all are overturned, “partial overturn” where both occur.',
  *check({ finalDetermination, issues }) {
    const expected = finalWord(issues.map(decisionOf));
    if (finalDetermination === null || expected === null || finalDetermination.value === expected) return;
    yield {
      span: finalDetermination.span,
      message: `${WORDS[finalDetermination.value]} here; the issues make it ${WORDS[expected]} (${tally(issues)}).`,
      issue: null,
      related: issues.flatMap(({ decision }) => (decision ? [{ span: decision.span, message: 'Decided here.' }] : [])),
      // Where a decision is against its own rationale, that decision may be what is wrong.
      fixes: issues.some(isContradicted)
        ? []
        : [
            {
              title: `Change ${WORDS[finalDetermination.value]} to ${WORDS[expected]}, to match the issues`,
              edits: [{ span: finalDetermination.span, newText: WORDS[expected] }],
              kind: 'judgment',
            },
          ],
    };
  },
};
export default rule;

const count = (issues: readonly DisputedIssue[], wanted: Decision): number =>
  issues.filter((issue) => decisionOf(issue) === wanted).length;

function tally(issues: readonly DisputedIssue[]): string {
  const upheld = count(issues, 'upheld');
  const overturned = count(issues, 'overturned');
  return `${upheld} upheld, ${overturned} overturned`;
}
