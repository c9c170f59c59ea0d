import type { Rule } from '../checking/rule.ts';
import type { ConcludingStatement, DisputedIssue } from '../determination/model/determination.ts';

const SAYS: Readonly<Record<ConcludingStatement['kind'], string>> = {
  necessary: 'supports the treatment',
  'not-necessary': 'rejects the treatment',
  partly: 'supports part of the treatment',
};

const rule: Rule = {
  name: 'contradictory-rationale',
  title: 'The rationale reaches opposite conclusions',
  category: 'decision',
  severity: 'error',
  basis: 'Labor Code 4610.6(e) and (h)(5): a plainly erroneous finding is a ground for appeal.',
  *check({ issues }) {
    for (const issue of issues) {
      const { rationale, index } = issue;
      if (rationale?.conclusion.kind !== 'contradictory') continue;
      const odd = oddOneOut(issue, rationale.conclusion.statements);
      if (odd === undefined) continue;
      const others = rationale.conclusion.statements.filter(({ kind }) => kind !== odd.kind);
      yield {
        span: odd.span,
        message: `The rationale ${SAYS[odd.kind]} here but ${others[0] ? SAYS[others[0].kind] : 'says otherwise'} elsewhere.`,
        issue: index,
        related: others.map(({ span, kind }) => ({ span, message: `It ${SAYS[kind]} here.` })),
      };
    }
  },
};
export default rule;

/** The statement that disagrees with the decision; where there is no decision, the first. */
function oddOneOut(
  { decision }: DisputedIssue,
  statements: readonly ConcludingStatement[],
): ConcludingStatement | undefined {
  if (decision?.kind !== 'decided') return statements[0];
  const wanted = decision.decision === 'upheld' ? 'not-necessary' : 'necessary';
  return statements.find(({ kind }) => kind !== wanted) ?? statements[0];
}
