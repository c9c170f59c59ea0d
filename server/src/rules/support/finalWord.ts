import type { Decision, DisputedIssue, FinalDetermination } from '../../determination/model/determination.ts';

/** An issue's decision; null where it has none, or a word that is not a decision. */
export const decisionOf = ({ decision }: DisputedIssue): Decision | null =>
  decision?.kind === 'decided' ? decision.decision : null;

/** The letter's word that follows from its issues' decisions; null while an issue is undecided. */
export function finalWord(decisions: readonly (Decision | null)[]): FinalDetermination | null {
  if (decisions.length === 0 || decisions.includes(null)) return null;
  if (!decisions.includes('overturned')) return 'uphold';
  return decisions.includes('upheld') ? 'partial-overturn' : 'overturn';
}

/** Whether an issue's rationale concludes the opposite of its decision: either may be the wrong one. */
export function isContradicted(issue: DisputedIssue): boolean {
  const concluded = issue.rationale?.conclusion.kind;
  const decided = decisionOf(issue);
  return (
    (decided === 'upheld' && concluded === 'necessary') || (decided === 'overturned' && concluded === 'not-necessary')
  );
}
