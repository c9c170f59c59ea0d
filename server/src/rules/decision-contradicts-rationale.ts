import type { Rule } from '../checking/rule.ts';
import type { ConclusionKind, Decision, Determination } from '../determination/model/determination.ts';
import { decisionOf, finalWord } from './support/finalWord.ts';

/** What each decision must conclude, in the letter's words. */
const DEMANDS: Readonly<
  Record<Decision, { readonly opposite: ConclusionKind; readonly other: string; readonly says: string }>
> = {
  upheld: { opposite: 'necessary', other: 'Overturned', says: 'is medically necessary' },
  overturned: { opposite: 'not-necessary', other: 'Upheld', says: 'is not medically necessary' },
};

const rule: Rule = {
  name: 'decision-contradicts-rationale',
  title: 'The decision contradicts the rationale',
  category: 'decision',
  severity: 'error',
  basis: 'Labor Code 4610.6(e) and (g): the decision follows from its analysis and is binding.',
  *check(letter) {
    for (const { index, decision, rationale, sharesParts } of letter.issues) {
      if (decision?.kind !== 'decided' || rationale === null) continue;
      const { opposite, other, says } = DEMANDS[decision.decision];
      if (rationale.conclusion.kind !== opposite || (sharesParts && !allConclude(letter, opposite))) continue;
      const word = decision.decision === 'upheld' ? 'Upheld' : 'Overturned';
      yield {
        span: decision.span,
        message: `${word}, but the rationale concludes that the treatment ${says}.`,
        issue: index,
        related: rationale.conclusion.statements.map(({ span }) => ({ span, message: 'The conclusion.' })),
        fixes: isBorneOut(letter, index, decision.decision)
          ? [
              {
                title: `Change ${word} to ${other}, to match the rationale and the final determination`,
                edits: [{ span: decision.span, newText: other }],
                kind: 'judgment',
              },
            ]
          : [],
      };
    }
  },
};
export default rule;

/** A list has one decision for all of its items, though they may fare differently. */
const allConclude = ({ issues }: Determination, kind: ConclusionKind): boolean =>
  issues.every(({ rationale }) => rationale?.conclusion.kind === kind);

/**
 * Either the decision or the rationale is wrong, and only the reviewer knows which. But where the final determination
 * follows from the other decision and not from this one, the decision is the one that is wrong.
 */
function isBorneOut({ finalDetermination, issues }: Determination, index: number, decided: Decision): boolean {
  const other: Decision = decided === 'upheld' ? 'overturned' : 'upheld';
  const changed = issues.map((issue) => (issue.index === index ? other : decisionOf(issue)));
  return (
    finalDetermination !== null &&
    finalWord(changed) === finalDetermination.value &&
    finalWord(issues.map(decisionOf)) !== finalDetermination.value
  );
}
