import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { Conclusion, DisputedIssue, Layout, Rationale, Section } from '../determination/model/determination.ts';
import { everywhere } from '../text/pattern.ts';
import { after, type Span } from '../text/span.ts';
import { decisionOf } from './support/finalWord.ts';
import { isSection } from './support/ownSection.ts';

/** The last sentence of a text, from after the full stop before it. */
const LAST_SENTENCE = everywhere(/(?:^|[.?!]["'”’)]? )(?=[A-Z"“(])/);

const rule: Rule = {
  name: 'missing-conclusion',
  title: 'The rationale does not say whether the treatment is medically necessary',
  category: 'decision',
  severity: 'warning',
  basis: 'Labor Code 4610.6(e): each analysis states whether the disputed service is medically necessary.',
  *check({ layout, sections, issues }) {
    for (const issue of issues) {
      const { rationale, index } = issue;
      if (rationale === null) continue;
      if (rationale.conclusion.kind !== 'none') {
        yield* withoutNecessity(issue, rationale);
        continue;
      }
      if (rationale.body.length > 0) {
        yield {
          span: lastSentence(rationale),
          message: 'The rationale ends without saying whether the treatment is medically necessary.',
          issue: index,
          ...fixesOf(addConclusion(issue, rationale)),
        };
      } else if (!isReportedEmpty(layout, sections, rationale)) {
        const message = 'The rationale is empty: it does not say whether the treatment is medically necessary.';
        yield { span: rationale.label, message, issue: index };
      }
    }
  },
};
export default rule;

const fixesOf = (fix: Fix | null): { readonly fixes?: readonly Fix[] } => (fix === null ? {} : { fixes: [fix] });

/** A conclusion in other words: clear, but not what the law asks each analysis to say. */
function* withoutNecessity(issue: DisputedIssue, rationale: Rationale): Iterable<Finding> {
  const { kind, statements } = rationale.conclusion;
  const last = statements.at(-1);
  if (!IS_UNDERSTOOD.has(kind) || last === undefined || rationale.necessitySentences.length > 0) return;
  yield {
    span: last.sentence,
    severity: 'information',
    message: 'The conclusion does not say whether the treatment is medically necessary.',
    issue: issue.index,
    ...fixesOf(DECISION_OF[kind] === decisionOf(issue) ? addConclusion(issue, rationale) : null),
  };
}

const IS_UNDERSTOOD: ReadonlySet<string> = new Set<Conclusion['kind']>(['necessary', 'not-necessary', 'partly']);
const DECISION_OF: Partial<Record<string, string>> = { necessary: 'overturned', 'not-necessary': 'upheld' };

/** By missing-part, or by empty-section. */
const isReportedEmpty = (layout: Layout, sections: readonly Section[], rationale: Rationale): boolean =>
  layout === 'D' || isSection(rationale, sections);

function lastSentence({ body }: Rationale): Span {
  let start = 0;
  for (const match of LAST_SENTENCE.in(body.text)) start = match.index + match[0].length;
  return body.slice(start).range;
}

function addConclusion({ decision }: DisputedIssue, { body }: Rationale): Fix | null {
  if (decision?.kind !== 'decided') return null;
  const sentence = `Therefore, the request is ${decision.decision === 'upheld' ? 'not ' : ''}medically necessary.`;
  return {
    title: `Add “${sentence}”`,
    edits: [{ span: after(body.range), newText: ` ${sentence}` }],
    kind: 'judgment',
  };
}
