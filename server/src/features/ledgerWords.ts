/** The ledger of visits in words: the same on the lens above an issue and in the hover on a count. */
import type { DisputedIssue } from '../determination/model/determination.ts';
import { exceededLimit, type LedgerLimit, type VisitLedger } from '../guidelines/visitLedger.ts';

/**
 * '8 requested + 12 had = 20 · guideline: 9-10 visits over 8 weeks · 10 over'. Null where the letter says no more than
 * the number requested, which the heading says itself.
 */
export function ledgerLine(issue: DisputedIssue, ledger: VisitLedger): string | null {
  const limit = comparedLimit(issue, ledger);
  if (limit === null && (ledger.prior?.value ?? 0) === 0) return null;
  const figures = limit === null ? [] : [`${limitName(limit)}: ${limitFigureWords(limit)}`];
  return [sumWords(ledger), ...figures, standing(issue, ledger)].filter((part) => part !== '').join(' · ');
}

/** The limit that the visits exceed; where they exceed none, the one they are compared with: the trial, for a first course. */
export function comparedLimit(issue: DisputedIssue, ledger: VisitLedger): LedgerLimit | null {
  const { prior, sum, total, trial } = ledger;
  const isFirstCourse = prior?.value === 0 && trial !== null && sum <= trial.visits;
  return exceededLimit(issue, ledger) ?? (isFirstCourse ? trial : (total ?? trial));
}

/** '10 over', 'within'; empty where neither is known. */
export function standing(issue: DisputedIssue, ledger: VisitLedger): string {
  const exceeded = exceededLimit(issue, ledger);
  if (exceeded !== null) return `${ledger.sum - exceeded.visits} over`;
  const limit = comparedLimit(issue, ledger);
  return limit !== null && ledger.sum <= limit.visits ? 'within' : '';
}

/** Whose figure it is. */
function limitName({ basis, use }: LedgerLimit): string {
  if (basis === 'quoted') return 'quoted in the rationale';
  return use === 'information' ? 'guideline (figure not verified)' : 'guideline';
}

/** 'trial of 6 visits over 2 weeks' */
export function limitFigureWords({ kind, basis, figure }: LedgerLimit): string {
  return kind === 'trial' && basis === 'guideline' ? `trial of ${figure}` : figure;
}

function sumWords({ requested, prior, sum }: VisitLedger): string {
  if (prior === null) return `${requested.value} requested`;
  if (prior.value === 0) return `${requested.value} requested, none had before`;
  return `${requested.value} requested + ${prior.value} had = ${sum}`;
}
