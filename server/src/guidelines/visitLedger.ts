import {
  asRead,
  type Determination,
  type DisputedIssue,
  type QuotedLimit,
} from '../determination/model/determination.ts';
import { oncePerLetter } from '../determination/oncePerLetter.ts';
import { findQuantities } from '../determination/readers/shared/quantity.ts';
import { endOfSentence, startOfSentence } from '../determination/readers/shared/sentenceBounds.ts';
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
import { limitQuery, NO_CEILING, POSTSURGICAL } from './limitQuery.ts';

/** A figure that a request is held against. */
export interface LedgerLimit {
  readonly visits: number;
  /** `total`: trial included. `trial`: a first course, of which more needs results. */
  readonly kind: 'total' | 'trial';
  /** `guideline`: from the catalogue. `quoted`: only the rationale says so. */
  readonly basis: 'guideline' | 'quoted';
  /** `information` where nobody has verified the figure. */
  readonly use: 'warning' | 'information';
  /** As a reader is told it: '9-10 visits over 8 weeks (Myalgia and myositis)'. */
  readonly words: string;
  /** The figure alone: '9-10 visits over 8 weeks'; what is quoted, as it is quoted. */
  readonly figure: string;
  /** Where the letter cites or quotes it. */
  readonly span: Span;
}

/** What is asked for, what was had, and what the guideline allows. */
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
}

const TRIAL = /\b(?:trial|initial|first|to (?:produce|see|establish)|prior to|before)\b/i;
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
  const authorizedPart = authorizedPartOf(letter, issue);
  const prior = authorizedPart === null ? priorOf(letter, issue) : null;
  const known = guidelineLimits(letter, issue, guidelines);
  const quoted = (issue.rationale?.quotedLimits ?? []).filter(({ text }) => !NO_CEILING.test(text));
  return {
    requested: { value: visits.total, span: visits.span },
    prior,
    authorizedPart,
    sum: visits.total + (prior?.value ?? 0),
    total:
      known.total ??
      largest(
        quoted.filter(({ text }) => !TRIAL.test(text)),
        'total',
      ),
    trial:
      known.trial ??
      largest(
        quoted.filter(({ text }) => TRIAL.test(text)),
        'trial',
      ),
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
  return prior?.value === 0 && requested.value > trial.visits ? trial : null;
}

/** Whether the rationale says itself that the request is too much. */
export const saysTooMany = ({ rationale }: DisputedIssue): boolean =>
  rationale !== null && SAYS_TOO_MANY.test(rationale.body.text);

const SAYS_TOO_MANY =
  /\bexce(?:ed|ss)|\b(?:more|greater|higher|larger|longer) than\b|\b(?:over|above|beyond|outside)(?: of)? (?:what|the|these|this|those|guideline)|\bin addition to\b|\b(?:not|nor)\b[^.]{0,40} (?:within|supported by|consistent with) (?:the )?(?:guideline|MTUS|ODG|recommend)/i;

/** Therapy after an operation is counted anew: what was had before it does not count. */
function priorOf({ text }: Determination, { heading, request, priorVisits }: DisputedIssue): Found<number> | null {
  if (priorVisits === null || request.kind !== 'whole' || !POSTSURGICAL.test(heading.text)) return priorVisits;
  const at = text.prose.indexOf(priorVisits.span.start);
  return POSTSURGICAL.test(text.prose.text.slice(Math.max(0, at - PRIOR_REACH), at + PRIOR_REACH)) ? priorVisits : null;
}

/** 'modified the request from 12 sessions to 6', 'certified 6 of the 12 visits'. */
const PART_OF_REQUEST =
  /\b(?:modif(?:y|ied|ies|ication)|partial(?:ly)?|in part|of (?:the|these|those|which)|from the requested|reduced)\b/i;
const HAD_BEFORE =
  /\b(?:previous(?:ly)?|prior|earlier|completed|attended|in addition to|has had|have had|had already)\b/i;

const AUTHORIZED = /\b(?:authoriz|approv|certif|grant)/i;
const FURTHER = /\b(?:additional|further|another|more|continu\w+|extend\w*|extension|initial|first|remaining|now)\b/i;

/**
 * What was authorized of the very visits in dispute: of twelve requested six were authorized, which makes twelve and not
 * eighteen. One sentence tells both numbers. Where the remaining portion is in dispute, the heading's story tells it apart.
 */
function authorizedPartOf(
  { text: { prose } }: Determination,
  { heading, request, visits, priorVisits }: DisputedIssue,
): Found<number> | null {
  if (visits?.total == null || priorVisits === null || request.kind !== 'whole') return null;
  if (priorVisits.value === 0 || priorVisits.value > visits.total) return null;
  const from = startOfSentence(prose.text, prose.indexOf(priorVisits.span.start));
  const sentence = prose.text.slice(from, endOfSentence(prose.text, prose.endOf(priorVisits.span)));
  if (HAD_BEFORE.test(sentence)) return null;
  // Six authorized and six requested may be the same six.
  if (priorVisits.value === visits.total) {
    return AUTHORIZED.test(sentence) && !FURTHER.test(sentence) && !FURTHER.test(heading.text) ? priorVisits : null;
  }
  if (!PART_OF_REQUEST.test(sentence)) return null;
  const isTold = findQuantities(sentence).some(({ min, max }) => min === max && max === visits.total);
  return isTold ? priorVisits : null;
}

/** How far from a number of visits the word 'postoperative' may stand, in characters. */
const PRIOR_REACH = 80;

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
