import type { Determination, DisputedIssue, HeaderBlock, Section } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import { listMarkLength } from '../text/listMarks.ts';
import type { Span } from '../text/span.ts';

/** What is set in a way of its own. Indexes are into the letter’s folded text; `to` is after its last character. */
export type Stretch =
  | { readonly kind: 'header'; readonly from: number; readonly to: number; readonly block: HeaderBlock }
  | { readonly kind: 'section'; readonly from: number; readonly to: number }
  | { readonly kind: 'issue'; readonly from: number; readonly to: number; readonly isNumbered: boolean }
  /** A paragraph begins with a label, which is bold. */
  | { readonly kind: 'label'; readonly from: number; readonly to: number };

/** The stretches of a letter, in its order; none overlaps another. */
export function structureOf(letter: Determination): readonly Stretch[] {
  const { text, headerBlocks, sections, issues } = letter;
  const all: readonly Stretch[] = [
    ...headerBlocks.map((block) => headerStretch(text, block)),
    ...sections.flatMap((section) => sectionStretch(text, section)),
    ...issues.flatMap((issue) => issueStretches(letter, issue)),
  ];
  const apart: Stretch[] = [];
  for (const stretch of [...all].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (stretch.to > stretch.from && stretch.from >= (apart.at(-1)?.to ?? 0)) apart.push(stretch);
  }
  return apart;
}

/** Whole lines: what is beside a field is of the table, too. */
function headerStretch(text: LetterText, block: HeaderBlock): Stretch {
  const { from, to } = indexes(text, block.range);
  return { kind: 'header', from: lineStart(text, from), to: lineEnd(text, to), block };
}

function sectionStretch(text: LetterText, { kind, heading }: Section): readonly Stretch[] {
  // Its heading is its first line, which is a field.
  if (kind === 'header') return [];
  const { from, to } = indexes(text, heading);
  const fillsLine = text.foldedLines.isLineEnd(to);
  return [{ kind: fillsLine ? 'section' : 'label', from: fillsLine ? lineStart(text, from) : from, to }];
}

function issueStretches({ text, layout }: Determination, issue: DisputedIssue): readonly Stretch[] {
  const parts = [issue.claimsGuideline, issue.reviewerGuideline, issue.rationale].flatMap((part) =>
    part === null ? [] : [part],
  );
  const labels = parts.map(({ label }): Stretch => ({ kind: 'label', ...withColon(text, indexes(text, label)) }));
  const { from, to: headingEnd } = issue.heading;
  if (issue.heading.length === 0) return labels;
  const decision = issue.decision === null ? null : indexes(text, issue.decision.span);
  const isBeside = decision !== null && decision.from >= headingEnd && decision.from < headingEnd + FAR;
  const decided = isBeside ? decision.to : headingEnd;
  const first = Math.min(...labels.map((label) => label.from).filter((label) => label >= decided), text.prose.length);
  // Early letters decide in a sentence, and it is the heading.
  const end = layout === 'D' ? lineEnd(text, decided) : sentenceEnd(text, decided);
  const start = lineStart(text, from);
  const isNumbered = layout === 'D' && listMarkLength(text.prose.text, start) === 0;
  return [{ kind: 'issue', from: start, to: Math.min(end, first), isNumbered }, ...labels];
}

function indexes({ prose }: LetterText, span: Span): { readonly from: number; readonly to: number } {
  return { from: prose.indexOf(span.start), to: prose.endOf(span) };
}

function withColon({ prose: { text } }: LetterText, { from, to }: { from: number; to: number }) {
  const [colon] = /^ ?[:;]/.exec(text.slice(to, to + 2)) ?? [''];
  return { from, to: to + colon.length };
}

const lineStart = ({ foldedLines }: LetterText, index: number): number => foldedLines.line(foldedLines.at(index)).start;
const lineEnd = ({ foldedLines }: LetterText, index: number): number =>
  foldedLines.line(foldedLines.at(Math.max(0, index - 1))).end;

/** In characters: a decision farther away is not part of the heading. The earliest letters decide in a heading of their own. */
const FAR = 60;
/** In characters: what comes after a decision in its sentence, 'and appropriate'. */
const LONGEST_END = 120;

function sentenceEnd({ prose: { text } }: LetterText, index: number): number {
  const end = text.slice(index, index + LONGEST_END).search(/[.](?: |$)/);
  return end < 0 ? index : index + end + 1;
}
