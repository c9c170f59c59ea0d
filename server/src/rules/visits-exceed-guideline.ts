import type { Finding, FormerPlace, Rule, Severity } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import {
  exceededLimit,
  type LedgerLimit,
  saysTooMany,
  type VisitLedger,
  visitLedger,
} from '../guidelines/visitLedger.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'visits-exceed-guideline',
  title: 'More visits than the guideline allows',
  category: 'visits',
  severity: 'warning',
  basis:
    'Labor Code 4610.5(c)(2): the MTUS applies first; more visits than it recommends need reasons, given in the rationale.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      // Without the part that cites, only the rationale's own words can be compared with the request.
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
    ? `${sum} visits (${requested.value} requested + ${prior.value} before)`
    : `${requested.value} visits requested`;
  return {
    span: requested.span,
    message: `${count}; ${allowed(limit, 62 - count.length)}.`,
    issue: issue.index,
    severity: severityOf(issue, limit),
    related: [
      ...(had ? [{ span: prior.span, message: `${prior.value} had or authorized before.` }] : []),
      {
        span: limit.span,
        message: limit.basis === 'quoted' ? 'Quoted here.' : `Cited here: ${limit.words}.`,
      },
    ],
    formerly: formerPlaces(issue, ledger, limit),
  };
}

/** What the guideline allows, for the line of the Problems panel; the related place has its condition. A quotation is cut at `most` characters. */
function allowed({ basis, kind, use, figure }: LedgerLimit, most: number): string {
  if (basis === 'quoted') return `the rationale quotes ${quoted(figure, most)}`;
  if (use === 'information') return `guideline${kind === 'trial' ? '’s trial' : ''}: ${figure} (unverified)`;
  return kind === 'trial' ? `the cited guideline’s trial is ${figure}` : `the cited guideline allows ${figure}`;
}

/** Later versions may choose among cited and quoted figures, and read earlier visits, differently. */
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
