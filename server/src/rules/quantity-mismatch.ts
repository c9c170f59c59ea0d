import type { DisputedIssue } from '../determination/model.ts';
import { readSentences } from '../determination/sentenceList.ts';
import { findVisitCounts, type VisitCount } from '../determination/visitCounts.ts';
import { readRole } from '../determination/visitRole.ts';
import type { Prose } from '../text/prose.ts';
import { type Found, found, type Span } from '../text/span.ts';
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'quantity-mismatch',
  title: 'The conclusion speaks of another number than the heading',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what was asked for and what is decided.',
  *check({ issues }) {
    for (const issue of issues) {
      const sentences = concludingSentences(issue);
      yield* compareVisits(issue, sentences);
      yield* comparePieces(issue, sentences);
    }
  },
};
export default rule;

/** A conclusion may speak of the original request as such. */
const OF_THE_ORIGINAL = /\boriginal/i;

/** 'The additional two sessions is not necessary' concludes as well, if not in the words of the law. */
const CONCLUDES = /\bnecess(?:ary|ity)\b/i;

function concludingSentences({ rationale }: DisputedIssue): readonly Prose[] {
  if (rationale === null) return [];
  return readSentences(rationale.body.text)
    .map(({ start, end }) => rationale.body.slice(start, end))
    .filter(({ text }) => CONCLUDES.test(text) && !OF_THE_ORIGINAL.test(text));
}

function* compareVisits({ index, visits, priorVisits }: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  if (visits?.total == null) return;
  for (const sentence of sentences) {
    const [count, ...others] = findVisitCounts(sentence);
    if (count?.stated == null || others.length > 0 || !isOfRequest(sentence, count)) continue;
    const { min, max } = count.stated.value;
    if (min !== max || max === visits.total || max === priorVisits?.value) continue;
    yield finding(index, found(max, count.stated.span), found(visits.total, visits.span), 'visits');
  }
}

function isOfRequest(sentence: Prose, count: VisitCount): boolean {
  const { role } = readRole(sentence.text, count);
  return role === 'requested' || role === 'unknown';
}

const PIECES = /# ?(\d{1,4})\b/g;

function* comparePieces({ index, heading, request }: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  const asked = [...heading.text.matchAll(PIECES)];
  const own = onlyPieces(request.treatment);
  if (own === null) return;
  for (const sentence of sentences) {
    const told = onlyPieces(sentence);
    if (told === null || asked.some(([, number]) => Number(number) === told.value)) continue;
    yield finding(index, told, own, 'pieces');
  }
}

function onlyPieces(prose: Prose): Found<number> | null {
  const [match, ...others] = prose.text.matchAll(PIECES);
  return match === undefined || others.length > 0 ? null : found(Number(match[1]), prose.spanOf(match));
}

function finding(issue: number, told: Found<number>, own: Found<number>, unit: 'visits' | 'pieces'): Finding {
  const show = (value: number): string => (unit === 'visits' ? `${value} visits` : `#${value}`);
  const heading: Span = own.span;
  return {
    span: told.span,
    message: `The conclusion speaks of ${show(told.value)}, but ${show(own.value)} are in dispute.`,
    issue,
    related: [{ span: heading, message: `${show(own.value)} in the heading.` }],
  };
}
