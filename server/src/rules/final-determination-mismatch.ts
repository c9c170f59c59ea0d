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
  title: 'The letter’s final determination does not follow from its issues',
  category: 'decision',
  severity: 'error',
  basis:
    'The form of the letter: all issues upheld is “uphold”, all overturned is “overturn”, some of each is “partial overturn”.',
  *check({ finalDetermination, issues }) {
    const expected = finalWord(issues.map(decisionOf));
    if (finalDetermination === null || expected === null || finalDetermination.value === expected) return;
    yield {
      span: finalDetermination.span,
      message: `The letter says ${WORDS[finalDetermination.value]}, but ${tally(issues)}: that is ${WORDS[expected]}.`,
      issue: null,
      related: issues.flatMap(({ decision }) => (decision ? [{ span: decision.span, message: 'Decided here.' }] : [])),
      // Where a decision is against its own rationale, that decision may be what is wrong.
      fixes: issues.some(isContradicted)
        ? []
        : [
            {
              title: `Change ${WORDS[finalDetermination.value]} to ${WORDS[expected]}, as the issues are decided`,
              edits: [{ span: finalDetermination.span, newText: WORDS[expected] }],
              kind: 'judgement',
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
  return `${upheld} of ${issues.length} issues ${upheld === 1 ? 'is' : 'are'} upheld and ${overturned} overturned`;
}
