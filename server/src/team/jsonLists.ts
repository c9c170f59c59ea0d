/** Adds to and removes from a list in a team's file that `readRoot` found without mistakes. */
import { createScanner, type Node } from 'jsonc-parser';
import { type FileEdit, lineEndOf } from './fileChange.ts';
import { withoutMark } from './teamJson.ts';

/** Adds items to the end of a list, laid out as the list is: on its one line, or each on a line of its own. */
export function appendTo(source: string, list: Node, items: readonly string[]): readonly FileEdit[] {
  const last = list.children?.at(-1);
  const bracket = list.offset + list.length - 1;
  const inside = source.slice(list.offset + 1, bracket);
  // After what follows the last item, too: a comment that is about that item.
  const end = list.offset + 1 + inside.trimEnd().length;
  const tail = source.slice(end, bracket);
  let addition: FileEdit;
  if (last !== undefined && !LINE_END.test(inside)) {
    addition = { span: { start: end, end }, newText: items.map((item) => ` ${item}`).join(',') };
  } else {
    const lineEnd = lineEndOf(source);
    const outside = indentAt(source, list.offset);
    const indent = last === undefined ? `${outside}  ` : indentAt(source, last.offset);
    const lines = items.map((item) => lineEnd + indent + item).join(',');
    addition = LINE_END.test(tail)
      ? { span: { start: end, end }, newText: lines }
      : { span: { start: end, end: bracket }, newText: lines + lineEnd + outside };
  }
  if (last === undefined || commaAfter(source)(last) !== null) return [addition];
  const after = last.offset + last.length;
  if (after === end) return [{ ...addition, newText: `,${addition.newText}` }];
  return [{ span: { start: after, end: after }, newText: ',' }, addition];
}

/** Removes the items that are named by their indexes. Comments stay, whatever they are about. */
export function removeFrom(source: string, list: Node, indexes: ReadonlySet<number>): readonly FileEdit[] {
  const commaOf = commaAfter(source);
  const items = (list.children ?? []).map((item, index) => ({
    start: item.offset,
    end: item.offset + item.length,
    comma: commaOf(item),
    isKept: !indexes.has(index),
  }));
  const edits = items.flatMap(({ start, end, comma, isKept }): readonly FileEdit[] => {
    if (isKept) return [];
    if (comma === null || comma === end) return [withItsLine(source, start, comma === null ? end : comma + 1)];
    // Between the two is a comment.
    return [
      { span: { start, end }, newText: '' },
      { span: { start: comma, end: comma + 1 }, newText: '' },
    ];
  });
  // The list ends without a comma, as it did.
  const comma = items.at(-1)?.comma === null ? items.findLast(({ isKept }) => isKept)?.comma : null;
  if (comma != null) edits.push({ span: { start: comma, end: comma + 1 }, newText: '' });
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** Takes out a stretch, and its whole line where nothing else is on it. */
function withItsLine(source: string, from: number, to: number): FileEdit {
  let start = from;
  while (isBlank(source.charAt(start - 1))) start--;
  let end = to;
  while (isBlank(source.charAt(end))) end++;
  const startsLine = start === 0 || LINE_END.test(source.charAt(start - 1));
  const lineEnd = LINE_END.exec(source.slice(end, end + 2));
  if (!startsLine || lineEnd?.index !== 0) return { span: { start: from, end: to }, newText: '' };
  return { span: { start, end: end + lineEnd[0].length }, newText: '' };
}

const LINE_END = /\r\n|\n|\r/;
const isBlank = (character: string): boolean => character === ' ' || character === '\t';

/** Answers the offset of the comma after an item; null where the list ends without one. */
function commaAfter(source: string): (item: Node) => number | null {
  const scanner = createScanner(withoutMark(source), true);
  return ({ offset, length }) => {
    scanner.setPosition(offset + length);
    scanner.scan();
    const at = scanner.getTokenOffset();
    return source.charAt(at) === ',' ? at : null;
  };
}

/** The blanks that the line of an offset begins with. */
function indentAt(source: string, offset: number): string {
  let start = offset;
  while (start > 0 && !LINE_END.test(source.charAt(start - 1))) start--;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}
