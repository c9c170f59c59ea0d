import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Determination, Part } from '../determination/model/determination.ts';
import type { Span } from '../text/span.ts';

/** Sections, issues and their parts fold. A heading of several lines keeps its first line only. */
export function foldingRanges({ text, sections, issues }: Determination): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = ({ start, end }: Span): void => {
    const startLine = text.lines.lineAt(start);
    const endLine = text.lines.lineAt(Math.max(start, end - 1));
    if (endLine > startLine) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Region });
  };
  for (const { range } of sections) add(range);
  for (const { range, claimsGuideline, reviewerGuideline, rationale } of issues) {
    add(range);
    for (const part of [claimsGuideline, reviewerGuideline, rationale] satisfies (Part | null)[])
      if (part) add(part.range);
  }
  return ranges;
}
