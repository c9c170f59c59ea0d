import type { Finding, Rule } from '../checking/rule.ts';
import type { Decision, Determination, DisputedIssue, Premise } from '../determination/model/determination.ts';
import { contradictsItself, issuesMeant } from './support/dependence.ts';
import { quoted } from './support/quoted.ts';

const WORDS: Readonly<
  Record<Decision, { readonly word: string; readonly premise: Premise['value']; readonly says: string }>
> = {
  overturned: { word: 'Overturned', premise: 'necessary', says: 'is medically necessary' },
  upheld: { word: 'Upheld', premise: 'not-necessary', says: 'is not medically necessary' },
};

const rule: Rule = {
  name: 'dependent-decision',
  title: 'A decision depends on another issue that was decided the other way',
  category: 'decision',
  severity: 'error',
  basis:
    'Labor Code 4610.6(e) and (h)(5): each decision follows from its analysis; a mistake of fact in it is a ground for appeal.',
  silencedBy: ['contradictory-rationale', 'treatment-mismatch'],
  *check(letter) {
    for (const issue of letter.issues) yield* restsOnOther(letter, issue);
  },
};
export default rule;

function* restsOnOther(letter: Determination, issue: DisputedIssue): Iterable<Finding> {
  const { decision, rationale, index } = issue;
  if (decision?.kind !== 'decided' || rationale === null || contradictsItself(issue)) return;
  const { word, premise, says } = WORDS[decision.decision];
  const { premises } = rationale.conclusion;
  for (const each of premises) {
    const meant = each.value === premise ? issuesMeant(letter, issue, each) : [];
    const [first] = meant;
    const isOther = (other: DisputedIssue): boolean =>
      other.decision?.kind === 'decided' && other.decision.decision !== decision.decision && !contradictsItself(other);
    if (first?.decision?.kind !== 'decided' || !meant.every(isOther)) continue;
    // Where the rationale says both, it is not known which of the two it relies on.
    if (premises.some((also) => also.value !== premise && issuesMeant(letter, issue, also).includes(first))) continue;
    yield {
      span: each.span,
      message: `${word} because ${quoted(letter.text.prose.within(each.name).text, 22)} ${says}; issue ${first.index + 1} is ${WORDS[first.decision.decision].word}.`,
      issue: index,
      related: meant.flatMap((other) =>
        other.decision === null
          ? []
          : [{ span: other.decision.span, message: `The decision on issue ${other.index + 1}.` }],
      ),
    };
    return;
  }
}
