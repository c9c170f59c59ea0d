import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import { sentencesIn } from '../determination/readers/shared/sentences.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { contains, type Span } from '../text/span.ts';
import { toRange } from './convert.ts';

/** What grows around each position: the word, its sentence, the part, the issue, the section, the letter. */
export function selectionRanges(letter: Determination, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => chain(letter, spansAround(letter, letter.text.lines.offsetAt(position))));
}

/** From the largest to the smallest. */
function spansAround(letter: Determination, offset: number): readonly Span[] {
  const { text, sections, issues } = letter;
  const holds = ({ range }: { readonly range: Span }): boolean => contains(range, offset);
  const section = sections.find(holds);
  const issue = issues.find(holds);
  const part =
    issue && [issue.claimsGuideline, issue.reviewerGuideline, issue.rationale].find((each) => each && holds(each));
  const heading = issue && holds(issue.heading) ? issue.heading : null;
  const prose =
    part && holds(part.body) ? part.body : (heading ?? (section && holds(section.body) ? section.body : text.prose));
  return [
    text.whole,
    section?.range,
    section && holds(section.body) ? section.body.range : undefined,
    issue?.range,
    part?.range,
    part && holds(part.body) ? part.body.range : heading?.range,
    heading === null ? sentenceAt(prose, offset) : undefined,
    wordAt(prose, offset),
  ]
    .filter((span) => span !== undefined)
    .filter((span) => contains(span, offset));
}

function sentenceAt(prose: Prose, offset: number): Span | undefined {
  return sentencesIn(prose)
    .map(({ range }) => range)
    .find((range) => contains(range, offset));
}

const WORD = everywhere(/[\p{L}\p{N}]+(?:['’./-][\p{L}\p{N}]+)*/u);
const LONGEST_WORD = 60;

function wordAt(prose: Prose, offset: number): Span | undefined {
  const index = prose.indexOf(offset);
  const from = Math.max(0, index - LONGEST_WORD);
  for (const match of WORD.in(prose.text.slice(from, index + LONGEST_WORD))) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= index && index <= end) return prose.span(start, end);
  }
  return undefined;
}

/** Each range is the next one's parent; one that is not inside it, or is the same, is left out. */
function chain({ text }: Determination, spans: readonly Span[]): SelectionRange {
  let parent: { readonly span: Span; readonly selection: SelectionRange } | undefined;
  for (const span of spans) {
    if (parent && !liesInside(span, parent.span)) continue;
    parent = { span, selection: { range: toRange(text, span), ...(parent && { parent: parent.selection }) } };
  }
  return parent?.selection ?? { range: toRange(text, text.whole) };
}

const liesInside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
