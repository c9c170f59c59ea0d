/**
 * A fixture is a letter, or a piece of one, with its scopes marked in place:
 *
 *     Physical therapy x 6: Upheld
 *     ^^^^^^^^^^^^^^^^^^^^ entity.name.function.issue
 *                      ^^^ variable.other.constant.quantity
 *                           ^^^^^^ markup.deleted.upheld
 *
 * The carets are in the columns of the line above. Whatever has no caret under it is plain text, and must be.
 */
export type MarkedLine = {
  /** Zero-based line in the fixture's file. */
  readonly line: number;
  readonly text: string;
  readonly marks: readonly Mark[];
};

export type Mark = { readonly start: number; readonly end: number; readonly scope: string };

const MARK_LINE = /^(\s*\^[\s^]*)\s(\S+)$/;

export function parseMarkedFixture(fixture: string): readonly MarkedLine[] {
  const lines: { line: number; text: string; marks: Mark[] }[] = [];
  for (const [line, text] of fixture.split('\n').entries()) {
    const marked = MARK_LINE.exec(text);
    const above = lines.at(-1);
    if (marked === null || above === undefined) lines.push({ line, text, marks: [] });
    else above.marks.push(...caretRuns(marked[1] ?? '', marked[2] ?? ''));
  }
  return lines;
}

function caretRuns(carets: string, scope: string): readonly Mark[] {
  return [...carets.matchAll(/\^+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length, scope }));
}
