import type { DisputedIssue, FinalDetermination } from '../determination/model.ts';
import type { Rule } from './support/rule.ts';

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
    const expected = follows(issues);
    if (finalDetermination === null || expected === null || finalDetermination.value === expected) return;
    yield {
      span: finalDetermination.span,
      message: `The letter says ${WORDS[finalDetermination.value]}, but ${tally(issues)}: that is ${WORDS[expected]}.`,
      issue: null,
      related: issues.flatMap(({ decision }) => (decision ? [{ span: decision.span, message: 'Decided here.' }] : [])),
      fixes: [
        {
          title: `Change it to ${WORDS[expected]}`,
          edits: [{ span: finalDetermination.span, newText: WORDS[expected] }],
          kind: 'judgement',
        },
      ],
    };
  },
};
export default rule;

const count = (issues: readonly DisputedIssue[], wanted: string): number =>
  issues.filter(({ decision }) => decision?.kind === 'decided' && decision.decision === wanted).length;

/** Null while an issue is undecided. */
function follows(issues: readonly DisputedIssue[]): FinalDetermination | null {
  const upheld = count(issues, 'upheld');
  const overturned = count(issues, 'overturned');
  if (issues.length === 0 || upheld + overturned < issues.length) return null;
  if (overturned === 0) return 'uphold';
  return upheld === 0 ? 'overturn' : 'partial-overturn';
}

function tally(issues: readonly DisputedIssue[]): string {
  const upheld = count(issues, 'upheld');
  const overturned = count(issues, 'overturned');
  return `${upheld} of ${issues.length} issues ${upheld === 1 ? 'is' : 'are'} upheld and ${overturned} overturned`;
}
