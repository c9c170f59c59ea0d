import {
  asRead,
  type Determination,
  type DisputedIssue,
  type PriorVisits,
  type QuotedLimit,
} from '../determination/model/determination.ts';
import { oncePerLetter } from '../determination/oncePerLetter.ts';
import type { Found, Span } from '../text/span.ts';
import {
  type ApplicableLimit,
  applicableWords,
  ceilingOf,
  certaintyOf,
  type GuidelineCatalogue,
  limitFigure,
  trialOf,
} from './catalogue.ts';
import { usable } from './facts.ts';
import { limitQuery } from './limitQuery.ts';

/** A figure that a request is compared with. */
export interface LedgerLimit {
  readonly visits: number;
  /** `total`: trial included. `trial`: a first course, of which more needs results. */
  readonly kind: 'total' | 'trial';
  /** `guideline`: from the catalogue. `quoted`: only the rationale says so. */
  readonly basis: 'guideline' | 'quoted';
  /** `information` where nobody has verified the figure. */
  readonly use: 'warning' | 'information';
  /** As a reader is shown it: '9-10 visits over 8 weeks (Myalgia and myositis)'. */
  readonly words: string;
  /** The figure alone: '9-10 visits over 8 weeks'; what is quoted, as it is quoted. */
  readonly figure: string;
  /** Where the letter cites or quotes it. */
  readonly span: Span;
}

/** What is requested, what was had, and what the guideline allows. */
export interface VisitLedger {
  readonly requested: Found<number>;
  readonly prior: Found<number> | null;
  /** A part of the visits in dispute that was authorized: not added to them. */
  readonly authorizedPart: Found<number> | null;
  /** Requested and prior together. */
  readonly sum: number;
  /** The most that may apply; null where none is known. */
  readonly total: LedgerLimit | null;
  readonly trial: LedgerLimit | null;
  /** The rationale quotes a figure for all visits and none for a first course. */
  readonly goesByTotal: boolean;
}

/** By issue, and for the facts that it was asked with last. */
const ledgersOf = oncePerLetter(
  () => new Map<DisputedIssue, { readonly guidelines: GuidelineCatalogue; readonly ledger: VisitLedger | null }>(),
);

/** The ledger of an issue; null where no number of visits is in dispute. Rules, lens and cards ask for the same one. */
export function visitLedger(
  letter: Determination,
  issue: DisputedIssue,
  guidelines: GuidelineCatalogue,
): VisitLedger | null {
  const kept = ledgersOf(letter);
  const known = kept.get(issue);
  if (known?.guidelines === guidelines) return known.ledger;
  const ledger = readLedger(letter, issue, guidelines);
  kept.set(issue, { guidelines, ledger });
  return ledger;
}

function readLedger(letter: Determination, issue: DisputedIssue, guidelines: GuidelineCatalogue): VisitLedger | null {
  const { visits } = issue;
  if (visits?.total == null) return null;
  const had = countingVisits(issue);
  const authorizedPart = had?.isPartOfRequest === true ? had : null;
  const prior = authorizedPart === null ? had : null;
  const known = guidelineLimits(letter, issue, guidelines);
  const quoted = issue.rationale?.quotedLimits ?? [];
  return {
    requested: { value: visits.total, span: visits.span },
    prior,
    authorizedPart,
    sum: visits.total + (prior?.value ?? 0),
    total: known.total ?? largest(quoted, 'total'),
    trial: known.trial ?? largest(quoted, 'trial'),
    goesByTotal: largest(quoted, 'total') !== null && largest(quoted, 'trial') === null,
  };
}

/**
 * The limit that an issue's visits exceed; null where they exceed none. The total counts first. A trial counts where
 * nothing was had before, or where an upheld request is denied for it.
 */
export function exceededLimit(issue: DisputedIssue, ledger: VisitLedger): LedgerLimit | null {
  const { requested, prior, sum, total, trial } = ledger;
  if (total !== null && sum > total.visits) return total;
  if (trial === null || sum <= trial.visits) return null;
  const { decision } = issue;
  const isUpheld = decision?.kind === 'decided' && decision.decision === 'upheld';
  if (isUpheld && (total === null || saysTooMany(issue))) return trial;
  // A rationale that relies on a figure for all visits is not compared with a trial that it does not mention.
  return !ledger.goesByTotal && prior?.value === 0 && requested.value > trial.visits ? trial : null;
}

/** Whether the rationale says itself that the request is too much. */
export const saysTooMany = ({ rationale }: DisputedIssue): boolean => rationale !== null && rationale.tooMany !== null;

/** Therapy after an operation is counted from zero: visits before it do not count. */
function countingVisits({ request, priorVisits, afterSurgery }: DisputedIssue): PriorVisits | null {
  if (priorVisits === null || request.kind !== 'whole' || afterSurgery?.value !== 'heading') return priorVisits;
  return priorVisits.isAfterSurgery ? priorVisits : null;
}

/** The most that the cited guidelines allow: where several are cited, the one that allows most. */
function guidelineLimits(
  letter: Determination,
  issue: DisputedIssue,
  guidelines: GuidelineCatalogue,
): { readonly total: LedgerLimit | null; readonly trial: LedgerLimit | null } {
  const day = asRead(letter.header.decisionDate)?.value ?? null;
  const query = limitQuery(letter, issue);
  let total: LedgerLimit | null = null;
  let trial: LedgerLimit | null = null;
  for (const citation of issue.reviewerGuideline?.citations ?? []) {
    const limits = guidelines.limitsFor(query, guidelines.resolve(citation, day), day);
    total = larger(total, fromCatalogue(ceilingOf(limits), 'total', citation.span));
    trial = larger(trial, fromCatalogue(trialOf(limits), 'trial', citation.span));
  }
  return { total, trial };
}

function fromCatalogue(applicable: ApplicableLimit | null, kind: LedgerLimit['kind'], span: Span): LedgerLimit | null {
  if (applicable?.limit.visitsMax == null) return null;
  const use = usable(certaintyOf(applicable.limit, 'visits'));
  if (use !== 'warning' && use !== 'information') return null;
  return {
    visits: applicable.limit.visitsMax,
    kind,
    basis: 'guideline',
    use,
    words: applicableWords(applicable),
    figure: limitFigure(applicable.limit),
    span,
  };
}

function largest(quoted: readonly QuotedLimit[], kind: LedgerLimit['kind']): LedgerLimit | null {
  return quoted
    .filter((each) => each.kind === kind)
    .map(
      ({ visitsMax: visits, text: words, span }): LedgerLimit => ({
        visits,
        kind,
        basis: 'quoted',
        use: 'warning',
        words,
        figure: words,
        span,
      }),
    )
    .reduce<LedgerLimit | null>(larger, null);
}

const larger = (a: LedgerLimit | null, b: LedgerLimit | null): LedgerLimit | null =>
  a === null || (b !== null && b.visits > a.visits) ? b : a;
