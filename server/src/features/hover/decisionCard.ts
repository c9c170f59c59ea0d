import type { ConclusionKind, Decision, DisputedIssue } from '../../determination/model.ts';
import { contains } from '../../text/span.ts';
import type { CardProvider } from './card.ts';

const MEANINGS: Readonly<Record<Decision, string>> = {
  upheld:
    '**Upheld**: the denial stands. The treatment is *not* medically necessary, and the claims administrator need not authorize it.',
  overturned:
    '**Overturned**: the denial falls. The treatment *is* medically necessary and is to be authorized (8 CCR 9792.10.7).',
};

const CONCLUSIONS: Readonly<Record<ConclusionKind, string>> = {
  necessary: 'The rationale concludes: medically necessary.',
  'not-necessary': 'The rationale concludes: not medically necessary.',
  partly: 'The rationale concludes: medically necessary in part.',
  contradictory: 'The rationale says both: medically necessary and not.',
  none: 'The rationale does not say whether the treatment is medically necessary.',
  unclear: 'The rationale concludes in words that are not understood here.',
};

export const decisionCard: CardProvider = ({ issues }, offset) => {
  const issue = issues.find(({ decision }) => decision !== null && contains(decision.span, offset));
  if (issue?.decision == null) return null;
  const { decision } = issue;
  const meaning =
    decision.kind === 'decided'
      ? MEANINGS[decision.decision]
      : `**${decision.word}** decides nothing at the level of an issue: it is either Upheld or Overturned.`;
  return { span: decision.span, text: [meaning, conclusionOf(issue)].filter((line) => line !== '').join('\n\n') };
};

function conclusionOf({ rationale }: DisputedIssue): string {
  return rationale === null ? '' : CONCLUSIONS[rationale.conclusion.kind];
}
