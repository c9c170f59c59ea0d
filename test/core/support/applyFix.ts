import type { Fix } from '../../../server/src/checking/rule.ts';

/** A letter with fixes carried out, as an editor does it. */
export function applyFix(source: string, ...fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end), source);
}
