import type { LetterText } from '../../text/letterText.ts';
import { everywhere } from '../../text/pattern.ts';
import type { Prose } from '../../text/prose.ts';
import { type IssuePieces, type IssueReader, readIssue } from '../issue.ts';
import { type DecidedRequest, findDecidedRequests, readParts } from './decidedRequests.ts';

/**
 * Layout B (2013): '1) MAXIMUS Federal Services, Inc. has determined the request for X is not medically necessary and
 * appropriate.' on the cover and again in the body; further down '1) Regarding the request for X:' with what it rests on.
 */
export const readIssuesOfB: IssueReader = (text, _sections, summary) => {
  const discussions = findDiscussions(text);
  return withoutRepetitions(findDecidedRequests(text, text.prose, DETERMINATION), text).map((item, i) => {
    const discussion = discussions.find((each) => each.number === item.number) ?? discussions[i];
    return readIssue(piecesOf(text, item, discussion ?? null), summary, i);
  });
};

const DETERMINATION = everywhere(
  /(?:(?<number>\d{1,2}) ?[.)] ?)?MAXIMUS Federal Services,? ?(?:Inc\.? )?has determined (?:that )?the requests? for /i,
);
/** What follows the last rationale. */
const CLOSING = /\bEffect of the Decision ?:|\bDisclaimer ?: MAXIMUS/i;

/**
 * Body and cover tell the same determinations. What the body tells counts (it comes later); the cover adds what the body
 * lacks. They are told apart by their numbers, or by their words where there are none.
 */
function withoutRepetitions(items: readonly DecidedRequest[], { prose }: LetterText): readonly DecidedRequest[] {
  const bodyStart = prose.text.search(/INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE/i);
  const body = items.filter(({ start }) => start > bodyStart);
  const keyOf = ({ number, request }: DecidedRequest): string =>
    number === null ? request.text.toLowerCase().replace(/\W/g, '') : String(number);
  const unique = new Map<string, DecidedRequest>();
  for (const item of [...items.filter(({ start }) => start <= bodyStart), ...body]) unique.set(keyOf(item), item);
  return [...unique.values()];
}

/** An item's discussion in the body. Indexes are into the folded text of the whole letter. */
interface Discussion {
  readonly number: number;
  readonly heading: Prose;
  readonly start: number;
  readonly end: number;
}

const REGARDING = everywhere(/(?<number>\d{1,2}) ?[.)] ?Regarding the requests? for (?<request>[^:]{1,600}?) ?:/i);

function findDiscussions(text: LetterText): readonly Discussion[] {
  const { prose, foldedLines } = text;
  const matches = [...REGARDING.in(prose.text)].filter(({ index }) => foldedLines.isLineStart(index));
  return matches.map((match, i) => {
    const { number = '', request = '' } = match.groups ?? {};
    const headingEnd = match.index + match[0].lastIndexOf(request) + request.length;
    const next = matches[i + 1]?.index ?? prose.length;
    const closing = prose.text.slice(match.index, next).search(CLOSING);
    return {
      number: Number(number),
      heading: prose.slice(headingEnd - request.length, headingEnd),
      start: match.index,
      end: closing < 0 ? next : match.index + closing,
    };
  });
}

function piecesOf(text: LetterText, item: DecidedRequest, discussion: Discussion | null): IssuePieces {
  const { decision, request } = item;
  if (discussion === null) {
    const range = text.prose.slice(item.start, item.end).range;
    return { range, heading: request, decision, claimsGuideline: null, reviewerGuideline: null, rationale: null };
  }
  const { heading, start, end } = discussion;
  return {
    range: text.prose.slice(start, end).range,
    heading,
    decision,
    ...readParts(text, start, end),
  };
}
