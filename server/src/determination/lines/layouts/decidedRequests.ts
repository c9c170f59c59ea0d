import type { LetterText } from '../../../text/letterText.ts';
import { type Everywhere, everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type IssuePieces, type LabelPlace, partOf } from '../../issue.ts';
import type { DecisionWord, Part } from '../../model/determination.ts';

/**
 * The sentences in which letters of 2013 and 2014 decide ('the request for X is not medically necessary and appropriate')
 * and name what they rely on ('The Claims Administrator based its decision on …').
 */

/** A request with its decision. Indexes are into the folded text of the whole letter. */
export interface DecidedRequest {
  /** Of the number, if there is one; otherwise, of the sentence. */
  readonly start: number;
  readonly end: number;
  /** The item's number; null where it has none. */
  readonly number: number | null;
  readonly request: Prose;
  readonly decision: DecisionWord;
}

/** 'notmedically': extractors lose the blank after a bold 'not'. */
const NECESSITY = /\b(?:is|are|was|were) ?(?<not>not ?)?medically necessary(?: and appropriate| or appropriate)?/i;
/** No request is longer than this. */
const REACH = 900;

/**
 * The decided requests in `region` whose sentence `opening` matches up to 'the request for'; its group `number` is the
 * item's. An opening is at the start of a line.
 */
export function findDecidedRequests(text: LetterText, region: Prose, opening: Everywhere): readonly DecidedRequest[] {
  const decided: DecidedRequest[] = [];
  for (const match of opening.in(region.text)) {
    const start = region.from + match.index;
    const from = start + match[0].length;
    if (!text.foldedLines.isLineStart(start) || from < (decided.at(-1)?.end ?? 0)) continue;
    const words = text.prose.text.slice(from, Math.min(region.to, from + REACH));
    const necessity = NECESSITY.exec(words);
    if (necessity === null) continue;
    const place = { start: from + necessity.index, end: from + necessity.index + necessity[0].length };
    const number = match.groups?.['number'];
    decided.push({
      start,
      end: place.end,
      number: number === undefined ? null : Number(number),
      request: text.prose.slice(from, place.start),
      decision: {
        kind: 'decided',
        decision: necessity.groups?.['not'] === undefined ? 'overturned' : 'upheld',
        span: text.prose.span(place.start, place.end),
      },
    });
  }
  return decided;
}

type Kind = 'claimsGuideline' | 'reviewerGuideline' | 'rationale';

const REVIEWER = "The (?:Physician|Expert|Medical|Professional) Reviewer(?:['’]s)?";
const LABEL = everywhere(
  new RegExp(
    '(?<claimsGuideline>The Claims Administrator (?:based (?:its|their|his\\/her) decision on|(?=did not )))' +
      `|(?<reviewerGuideline>${REVIEWER} (?:based (?:his\\/her|its|their) decision on|(?=did not (?:cite|base|rely|name|list|use|apply|consult|give|state|refer)\\b|(?:cited|named|gave|consulted|relied (?:up)?on) no\\b))` +
      '|Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make (?:His\\/Her|Its|Their) Decision ?:?)' +
      `|(?<rationale>${REVIEWER} decision rational(?:e)? ?:|Rationale for the Decision ?:)`,
    'i',
  ),
);
const KINDS: readonly Kind[] = ['claimsGuideline', 'reviewerGuideline', 'rationale'];

/** The parts of an item. A label's later and nearer form wins; a rationale holds no labels. */
export function readParts(item: Prose): Pick<IssuePieces, 'claimsGuideline' | 'reviewerGuideline' | 'rationale'> {
  const labels: Partial<Record<Kind, LabelPlace>> = {};
  const start = item.from;
  for (const match of LABEL.in(item.text)) {
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined);
    if (kind === undefined || labels.rationale !== undefined) continue;
    labels[kind] = { start: start + match.index, end: start + match.index + match[0].length };
  }
  const starts = Object.values(labels).map((label) => label.start);
  const part = (kind: Kind): Part | null => {
    const label = labels[kind];
    return label === undefined
      ? null
      : partOf(item, label, Math.min(item.to, ...starts.filter((each) => each > label.start)));
  };
  return {
    claimsGuideline: part('claimsGuideline'),
    reviewerGuideline: part('reviewerGuideline'),
    rationale: part('rationale'),
  };
}
