import { isTherapy } from '../determination/readers/treatments/therapies.ts';
import type { IssueEntry } from './letterEntry.ts';

/**
 * How alike two issues are, from 0 (another treatment) to 1. The same treatment is one of the same kind, and of the same
 * name where both name one: an MRI is not a CT scan, an opioid is like another opioid. Then the part of the body counts,
 * then the guideline, then the words and the number of visits.
 */
export function likeness(asked: IssueEntry, other: IssueEntry): number {
  const treatment = treatmentLikeness(asked, other);
  if (treatment === 0) return 0;
  const score =
    WEIGHTS.treatment * treatment +
    WEIGHTS.part * partLikeness(asked, other) +
    WEIGHTS.guideline * share(asked.guidelines, other.guidelines) +
    WEIGHTS.words * share(wordsOf(asked.treatment), wordsOf(other.treatment)) +
    WEIGHTS.visits * visitLikeness(asked.visits, other.visits);
  return score / TOTAL;
}

const WEIGHTS = { treatment: 8, part: 5, guideline: 3, words: 2, visits: 1 } as const;
const TOTAL = Object.values(WEIGHTS).reduce((sum, each) => sum + each, 0);

/** Drugs of one class are alike, but not the same. */
const SAME_CLASS = 0.5;
/** One of the two names no treatment of its own. */
const SAME_KIND = 0.4;
/** What no vocabulary knows is compared by its words. */
const ALIKE_IN_WORDS = 0.5;

function treatmentLikeness(asked: IssueEntry, other: IssueEntry): number {
  if (asked.category !== other.category) return 0;
  const names = share(asked.names, other.names);
  if (names > 0) return (1 + names) / 2;
  if (share(asked.drugClasses, other.drugClasses) > 0) return SAME_CLASS;
  if (asked.names.length > 0 && other.names.length > 0) return 0;
  // A drug or a thing without a name does not show which one it is.
  if (!isNamedByKind(asked.category)) {
    const words = share(wordsOf(asked.treatment), wordsOf(other.treatment));
    return words >= ALIKE_IN_WORDS ? words : 0;
  }
  return asked.names.length === other.names.length ? 1 : SAME_KIND;
}

/** Kinds of which one request is like another, whatever its words. */
const isNamedByKind = (category: IssueEntry['category']): boolean => isTherapy(category) || category === 'home-care';

/** A drug is of no part of the body. */
const partLikeness = (asked: IssueEntry, other: IssueEntry): number =>
  asked.bodyParts.length === 0 && other.bodyParts.length === 0 ? 1 : share(asked.bodyParts, other.bodyParts);

function visitLikeness(asked: number | null, other: number | null): number {
  if (asked === null || other === null) return asked === other ? 1 : 0;
  const most = Math.max(asked, other);
  return most === 0 ? 1 : Math.min(asked, other) / most;
}

/** How much of both is in both, from 0 to 1. */
function share<T>(a: readonly T[], b: readonly T[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const other = new Set(b);
  const common = a.filter((each) => other.has(each)).length;
  return common / (a.length + b.length - common);
}

/** Each word once, in lower case; figures say how much, not what. */
const wordsOf = (treatment: string): readonly string[] =>
  [...new Set(treatment.toLowerCase().split(NO_WORD))].filter((word) => word.length > 2);

const NO_WORD = /[^a-z]+/;
