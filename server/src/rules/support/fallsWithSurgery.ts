import type { Determination, DisputedIssue } from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';

/**
 * Whether an item was denied because the surgery that it goes with was: a surgery is Upheld in the same letter, and the
 * item's rationale says that an operation is not needed.
 */
export function fallsWithSurgery(letter: Determination, issue: DisputedIssue): boolean {
  const premises = isUpheld(issue) ? (issue.rationale?.conclusion.premises ?? []) : [];
  return (
    premises.some(({ value, called }) => value === 'not-necessary' && called === 'operation') &&
    upheldSurgeries(letter).some((surgery) => surgery !== issue)
  );
}

const upheldSurgeries = oncePerLetter(({ issues }) =>
  issues.filter((issue) => issue.category === 'surgery' && isUpheld(issue)),
);

const isUpheld = ({ decision }: DisputedIssue): boolean =>
  decision?.kind === 'decided' && decision.decision === 'upheld';
