import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Determination, DisputedIssue } from '../determination/model/determination.ts';

/**
 * The lines of each issue's heading but the last, which the grammar colours by itself: it sees the decision behind it.
 */
export function semanticTokens({ text, issues }: Determination): SemanticTokens {
  const data: number[] = [];
  let previous = 0;
  for (const issue of issues) {
    for (const { line, start, length } of headingLines(text, issue)) {
      data.push(line - previous, start, length, 0, 0);
      previous = line;
    }
  }
  return { data };
}

interface LineOfHeading {
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

function headingLines({ lines, source }: Determination['text'], { heading, decision }: DisputedIssue): LineOfHeading[] {
  if (decision === null || heading.length === 0) return [];
  const { start, end } = heading.range;
  const lastLine = lines.lineAt(decision.span.start);
  const found: LineOfHeading[] = [];
  for (let line = lines.lineAt(start); line < lastLine; line++) {
    const from = Math.max(start, lines.offsetAt({ line, character: 0 }));
    const to = Math.min(end, lines.offsetAt({ line: line + 1, character: 0 }));
    const words = source.slice(from, to);
    const length = words.trim().length;
    if (length === 0) continue;
    const indent = words.length - words.trimStart().length;
    found.push({ line, start: lines.positionAt(from + indent).character, length });
  }
  return found;
}
