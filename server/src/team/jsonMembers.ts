/** Sets a member in a JSON file of a team, so that all else in it stays as it is written. */
import { type Edit, modify } from 'jsonc-parser';
import { type FileChange, lineEndOf } from './fileChange.ts';
import { withoutMark } from './teamJson.ts';

/** @param path the names of the members that lead to it, from the root; those that are not there are added */
export function setMember(source: string, path: readonly string[], value: unknown): FileChange {
  const edits = changes(source, path, value).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
  return { kind: 'edits', edits, count: 1 };
}

function changes(source: string, path: readonly string[], value: unknown): readonly Edit[] {
  const json = withoutMark(source);
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: lineEndOf(source) };
  try {
    return modify(json, [...path], value, { formattingOptions });
  } catch {
    // The library fails where it would write a line that is indented by some 200 blanks.
    return modify(json, [...path], value, {});
  }
}
