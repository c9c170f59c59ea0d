import type { Finding, FormerPlace, Rule, Severity } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import {
  exceededLimit,
  type LedgerLimit,
  saysTooMany,
  type VisitLedger,
  visitLedger,
} from '../guidelines/visitLedger.ts';

const rule: Rule = {
  name: 'visits-exceed-guideline',
  title: 'More visits than the guideline allows',
  category: 'visits',
  severity: 'warning',
  basis:
    'Labor Code 4610.5(c)(2): the MTUS applies first; more visits than it recommends need reasons that the rationale gives.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      // Without the part that cites, the rationale's own words are all there is to hold the request against.
      if (letter.layout === 'D' && issue.reviewerGuideline === null) continue;
      const ledger = visitLedger(letter, issue, guidelines);
      const limit = ledger && exceededLimit(issue, ledger);
      if (ledger && limit) yield finding(issue, ledger, limit);
    }
  },
};
export default rule;

function finding(issue: DisputedIssue, ledger: VisitLedger, limit: LedgerLimit): Finding {
  const { requested, prior, sum } = ledger;
  const had = prior !== null && prior.value > 0;
  const count = had
    ? `${requested.value} requested + ${prior.value} already had or authorized = ${sum}`
    : `${requested.value} requested`;
  const figure =
    limit.basis === 'quoted' ? `“${limit.words}” that the rationale quotes` : `${limit.words} of the cited guideline`;
  const unverified = limit.use === 'information' ? ' This figure of the guideline has not been verified.' : '';
  return {
    span: requested.span,
    message: `${count}, over the ${figure}.${unverified}`,
    issue: issue.index,
    severity: severityOf(issue, limit),
    related: [
      ...(had ? [{ span: prior.span, message: `${prior.value} already had or authorized.` }] : []),
      {
        span: limit.span,
        message: limit.basis === 'quoted' ? 'The figure is quoted here.' : 'The guideline is cited here.',
      },
    ],
    formerly: formerPlaces(issue, ledger, limit),
  };
}

/** Which of the figures that are cited and quoted counts, and what was had before, is read better with time. */
function formerPlaces(
  { reviewerGuideline, rationale }: DisputedIssue,
  { requested, prior, authorizedPart }: VisitLedger,
  limit: LedgerLimit,
): readonly FormerPlace[] {
  const figures = [limit, ...(reviewerGuideline?.citations ?? []), ...(rationale?.quotedLimits ?? [])];
  const counts = [prior, authorizedPart].flatMap((had) => had ?? []);
  return figures
    .slice(0, MOST_FIGURES)
    .flatMap(({ span }) => [...counts.map((had) => [had.span, span]), [span]])
    .map((related) => ({ span: requested.span, related }));
}

const MOST_FIGURES = 10;

function severityOf(issue: DisputedIssue, { use }: LedgerLimit): Severity {
  const upheld = issue.decision?.kind === 'decided' && issue.decision.decision === 'upheld';
  return upheld && saysTooMany(issue) ? 'information' : use;
}
