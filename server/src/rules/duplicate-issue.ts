import type { Rule } from '../checking/rule.ts';
import type { Decision, DisputedIssue } from '../determination/model/determination.ts';
import { tellsApart } from '../determination/readers/shared/cues.ts';
import { keysOfRequest } from '../determination/readers/treatments/sameRequest.ts';
import { haveOtherPace, keyOfVisits } from '../determination/readers/visits/sameVisits.ts';

const rule: Rule = {
  name: 'duplicate-issue',
  title: 'The same treatment is decided twice',
  category: 'decision',
  severity: 'warning',
  basis: 'Labor Code 4610.6(a): each disputed treatment is decided once.',
  *check({ issues }) {
    const seen = new Map<string, DisputedIssue>();
    for (const issue of issues) {
      const ofVisits = keyOfVisits(issue);
      const keys = [...keysOfRequest(issue.request.treatment), ...(ofVisits === null ? [] : [ofVisits])];
      const first = keys
        .map((key) => seen.get(key))
        .find((known) => known !== undefined && !haveOtherPace(known, issue));
      for (const key of keys) if (!seen.has(key)) seen.set(key, issue);
      if (first === undefined) continue;
      const ways = decidedBothWays(first, issue);
      yield {
        span: issue.request.treatment.range,
        message:
          ways === null
            ? `This treatment is already decided as issue ${first.index + 1}.`
            : `${ways[1]} here, ${ways[0]} as issue ${first.index + 1}; neither rationale says why.`,
        issue: issue.index,
        related: [{ span: first.heading.range, message: 'The first decision.' }],
        ...(ways !== null && { severity: 'error' as const }),
      };
    }
  },
};
export default rule;

const WORD: Readonly<Record<Decision, string>> = { upheld: 'Upheld', overturned: 'Overturned' };

/** The two decisions, if they differ and no word in either rationale may explain why; otherwise null. */
function decidedBothWays(first: DisputedIssue, second: DisputedIssue): readonly [string, string] | null {
  if (first.decision?.kind !== 'decided' || second.decision?.kind !== 'decided') return null;
  const [one, other] = [first.decision.decision, second.decision.decision];
  const isExplained = [first, second].some(({ rationale }) => rationale === null || tellsApart(rationale.body));
  return one === other || isExplained ? null : [WORD[one], WORD[other]];
}
