import type { ConclusionKind, Decision, DisputedIssue } from '../../determination/model/determination.ts';
import { contains } from '../../text/span.ts';
import { type Markdown, md, NOTHING, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';

const MEANINGS: Readonly<Record<Decision, Markdown>> = {
  upheld: md`**Upheld**: the denial is confirmed. The treatment is *not* medically necessary, and the claims administrator need not authorize it.`,
  overturned: md`**Overturned**: the denial is reversed. The treatment *is* medically necessary and is to be authorized (8 CCR 9792.10.7).`,
};

const CONCLUSIONS: Readonly<Record<ConclusionKind, Markdown>> = {
  necessary: md`The rationale concludes: medically necessary.`,
  'not-necessary': md`The rationale concludes: not medically necessary.`,
  partly: md`The rationale concludes: medically necessary in part.`,
  contradictory: md`The rationale says both: medically necessary and not.`,
  none: md`The rationale does not say whether the treatment is medically necessary.`,
  unclear: md`The rationale concludes in words that are not understood here.`,
};

export const decisionCard: CardProvider = ({ issues }, offset) => {
  const issue = issues.find(({ decision }) => decision !== null && contains(decision.span, offset));
  if (issue?.decision == null) return null;
  const { decision } = issue;
  const meaning =
    decision.kind === 'decided'
      ? MEANINGS[decision.decision]
      : md`**${decision.word}** is not a decision on an issue, which is either Upheld or Overturned.`;
  return { span: decision.span, text: paragraphs([meaning, conclusionOf(issue)]) };
};

function conclusionOf({ rationale }: DisputedIssue): Markdown {
  return rationale === null ? NOTHING : CONCLUSIONS[rationale.conclusion.kind];
}
