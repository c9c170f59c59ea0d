/** Changes of a team's files as edits, so that all else in them stays: comments, line ends, the order, a byte order mark. */
import type { JsonSpan } from './teamJson.ts';

/** A change of a file: `span` of its old text becomes `newText`. */
export interface FileEdit {
  readonly span: JsonSpan;
  readonly newText: string;
}

/** What is to be done with a file. */
export type FileChange =
  /** Ascending; they do not overlap. `count` of what they add or remove. */
  | { readonly kind: 'edits'; readonly edits: readonly FileEdit[]; readonly count: number }
  /** It says so already. */
  | { readonly kind: 'unchanged' }
  /** It is left as it is; `reason` continues “name: ”. */
  | { readonly kind: 'refused'; readonly reason: string };

export const refused = (reason: string): FileChange => ({ kind: 'refused', reason });

export function applied(source: string, edits: readonly FileEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    pieces.push(source.slice(at, span.start), newText);
    at = span.end;
  }
  return pieces.join('') + source.slice(at);
}

/** The file's own line end; LF where it has none. */
export const lineEndOf = (source: string): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';

/**
 * Why a file's text is not written back, whatever it says. A character in it could not be read: an editor or a program
 * took the file for UTF-8 when it was not, and writing it would lose the character for good.
 */
export const isDamaged = (source: string): boolean => source.includes('\uFFFD');

export const DAMAGED = 'it holds characters that could not be read (�); save it as UTF-8 first';
export const MISTAKEN = 'it has mistakes; correct them first';
