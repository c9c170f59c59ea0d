import type { Finding, Rule } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import type { ReviewedItem } from '../determination/model/review.ts';
import { quoted } from './support/quoted.ts';
import { isOfThisReview, issueDeciding, issuesThatMayBeAbout, mayHoldAnything } from './support/reviewedItems.ts';

const rule: Rule = {
  name: 'disputed-items-mismatch',
  title: 'The summary and the issues differ on what was denied',
  category: 'decision',
  severity: 'information',
  basis: 'Labor Code 4610.5(c)(1) and 4610.6(a): only what utilization review denied or modified is reviewed.',
  *check(letter) {
    if (letter.issues.length === 0) return;
    const told = new Set<string>();
    /** Those that no issue decides, grouped by sentence: one finding for each list. */
    const lists = new Map<number, ReviewedItem[]>();
    for (const item of letter.reviewed) {
      const [first] = item.treatments;
      if (first === undefined || told.has(first.name) || !isOfThisReview(letter, item)) continue;
      const finding = authorized(letter, item);
      if (finding !== null) yield finding;
      else if (isUndecided(letter, item)) {
        const list = lists.get(item.sentence.start);
        if (list === undefined) lists.set(item.sentence.start, [item]);
        else list.push(item);
      } else continue;
      told.add(first.name);
    }
    for (const list of lists.values()) yield* undecided(letter, list);
  },
};
export default rule;

/** Denied, and no issue may be about it. */
const isUndecided = (letter: Determination, item: ReviewedItem): boolean =>
  item.value === 'denied' &&
  !hasOtherFate(letter, item) &&
  !letter.issues.some(mayHoldAnything) &&
  issuesThatMayBeAbout(letter, item).length === 0;

function* undecided({ issues }: Determination, [first, ...others]: readonly ReviewedItem[]): Iterable<Finding> {
  if (first === undefined) return;
  yield {
    span: first.span,
    message: `The summary says UR denied ${named([first, ...others])}, but no issue decides ${others.length > 0 ? 'them' : 'it'}.`,
    issue: null,
    related: [
      ...others.map(({ span }) => ({ span, message: 'No issue decides this either.' })),
      ...issues.map(({ request, index }) => ({
        span: request.treatment.range,
        message: `Issue ${index + 1} decides this.`,
      })),
    ],
  };
}

/** As many of the items as a line has room for. */
function named(items: readonly ReviewedItem[]): string {
  const [first = '', second = ''] = items.map(({ words }) => words.text);
  if (items.length === 1) return quoted(first, 36);
  return items.length === 2
    ? `${quoted(first, 18)} and ${quoted(second, 18)}`
    : `${quoted(first, 24)} and ${items.length - 1} more`;
}

/** Authorized as requested, but decided in an issue. */
function authorized(letter: Determination, item: ReviewedItem): Finding | null {
  if (item.value !== 'authorized' || item.isOfPart || hasOtherFate(letter, item)) return null;
  const issue = issueDeciding(letter, item);
  if (issue === null) return null;
  return {
    span: issue.request.treatment.range,
    message: `The summary says UR authorized ${quoted(item.words.text, 26)}, but this issue decides it.`,
    issue: issue.index,
    related: [{ span: item.span, message: 'Authorized here.' }],
  };
}

/** The summary also says something else about the same treatment: it was modified, or authorized later. */
const hasOtherFate = ({ reviewed }: Determination, { value, treatments }: ReviewedItem): boolean =>
  reviewed.some(
    (other) =>
      other.value !== value && other.treatments.some(({ name }) => treatments.some((own) => own.name === name)),
  );
