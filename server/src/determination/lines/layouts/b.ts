import type { LetterText } from '../../../text/letterText.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type IssuePieces, type IssueReader, readIssue } from '../../issue.ts';
import { type DecidedRequest, findDecidedRequests, readParts } from './decidedRequests.ts';

/**
 * Layout B (2013): '1) MAXIMUS Federal Services, Inc. has determined the request for X is not medically necessary and
 * appropriate.' on the cover and again in the body; further down '1) Regarding the request for X:' with what it is based on.
 */
export const readIssuesOfB: IssueReader = (text, sections, summary) => {
  // No sentence goes on under the next heading, and no discussion under the next determination.
  const headings = sections.map(({ heading }) => text.prose.indexOf(heading.start));
  const items = findDecidedRequests(text, text.prose, DETERMINATION).filter(
    ({ start, end }) => firstAfter(headings, start) >= end,
  );
  const discussions = findDiscussions(
    text,
    items.map(({ start }) => start),
  );
  const taken = new Set<Discussion>();
  return withoutRepetitions(items, text).map((item, i) => {
    const discussion = discussionOf(item, i, discussions, taken);
    if (discussion !== null) taken.add(discussion);
    return readIssue(piecesOf(text, item, discussion), summary, i);
  });
};

const DETERMINATION = everywhere(
  /(?:(?<number>\d{1,2}) ?[.)] ?)?MAXIMUS Federal Services,? ?(?:Inc\.? )?has determined (?:that )?the requests? for /i,
);
/** What follows the last rationale. */
const CLOSING = /\bEffect of the Decision ?:|\bDisclaimer ?: MAXIMUS/i;

/**
 * Body and cover give the same determinations. What the body gives counts (it comes later); the cover adds what the body
 * lacks. They are matched by their numbers, or by their words where there are none, and come in the order of their numbers:
 * the first that the cover gives may be the second.
 */
function withoutRepetitions(items: readonly DecidedRequest[], { prose }: LetterText): readonly DecidedRequest[] {
  const bodyStart = prose.text.search(/INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE/i);
  const body = items.filter(({ start }) => start > bodyStart);
  const keyOf = ({ number, request }: DecidedRequest): string =>
    number === null ? request.text.toLowerCase().replace(/\W/g, '') : String(number);
  const unique = new Map<string, DecidedRequest>();
  for (const item of [...items.filter(({ start }) => start <= bodyStart), ...body]) unique.set(keyOf(item), item);
  const found = [...unique.values()];
  const areNumbered = found.every(({ number }) => number !== null);
  return areNumbered ? found.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) : found;
}

/** The one with the item's number, otherwise the one in its place; each belongs to one item. */
function discussionOf(
  { number }: DecidedRequest,
  position: number,
  discussions: readonly Discussion[],
  taken: ReadonlySet<Discussion>,
): Discussion | null {
  const discussion = discussions.find((each) => each.number === number) ?? discussions[position];
  return discussion === undefined || taken.has(discussion) ? null : discussion;
}

/** An item's discussion in the body. */
interface Discussion {
  readonly number: number;
  readonly heading: Prose;
  readonly whole: Prose;
}

const REGARDING = everywhere(/(?<number>\d{1,2}) ?[.)] ?Regarding the requests? for (?<request>[^:]{1,600}?) ?:/i);

function findDiscussions(text: LetterText, determinations: readonly number[]): readonly Discussion[] {
  const { prose, foldedLines } = text;
  const matches = [...REGARDING.in(prose.text)].filter(({ index }) => foldedLines.isLineStart(index));
  return matches.map((match, i) => {
    const { number = '', request = '' } = match.groups ?? {};
    const headingEnd = match.index + match[0].lastIndexOf(request) + request.length;
    const next = Math.min(matches[i + 1]?.index ?? prose.length, firstAfter(determinations, match.index));
    const closing = prose.text.slice(match.index, next).search(CLOSING);
    const whole = prose.clip(match.index, closing < 0 ? next : match.index + closing);
    return { number: Number(number), heading: whole.clip(headingEnd - request.length, headingEnd), whole };
  });
}

/** The first of ascending indexes that is above `index`; infinite where none is. */
function firstAfter(ascending: readonly number[], index: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? Number.POSITIVE_INFINITY;
}

function piecesOf(text: LetterText, item: DecidedRequest, discussion: Discussion | null): IssuePieces {
  const { decision, request } = item;
  if (discussion === null) {
    const range = text.prose.slice(item.start, item.end).range;
    return { range, heading: request, decision, claimsGuideline: null, reviewerGuideline: null, rationale: null };
  }
  const { heading, whole } = discussion;
  return { range: whole.range, heading, decision, ...readParts(whole) };
}
