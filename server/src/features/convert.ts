import type { Range } from 'vscode-languageserver-types';
import type { LetterText } from '../text/letterText.ts';
import type { Span } from '../text/span.ts';

/** A span as LSP counts: 0-based lines and UTF-16 characters. */
export function toRange({ lines }: LetterText, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
