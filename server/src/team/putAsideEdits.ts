/** Adds to and removes from a `.imr-ignore.json`, and leaves all else in it as it is. */
import type { Node } from 'jsonc-parser';
import { DAMAGED, type FileChange, type FileEdit, isDamaged, lineEndOf, MISTAKEN, refused } from './fileChange.ts';
import { appendTo, removeFrom } from './jsonLists.ts';
import { letterKey } from './letterNames.ts';
import { LIST, type PutAside, readPutAside } from './putAside.ts';
import { MARK, membersOf, Problems, readRoot } from './teamJson.ts';

/** The change that adds entries to a file's text (empty where there is no file yet). What it holds already is not added again. */
export function addEntries(source: string, entries: readonly PutAside[]): FileChange {
  if (isDamaged(source)) return refused(DAMAGED);
  const lines = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
  if (source.trim() === '') {
    if (lines.length === 0) return { kind: 'unchanged' };
    const list = lines.map((entry) => `    ${entryJson(entry)}`).join(',\n');
    const start = source.startsWith(MARK) ? MARK.length : 0;
    const newText = `{\n  "${LIST}": [\n${list}\n  ]\n}\n`;
    return { kind: 'edits', edits: [{ span: { start, end: source.length }, newText }], count: lines.length };
  }
  const node = listNode(source);
  if (node === null) return refused(MISTAKEN);
  const present = new Set(readPutAside(source).entries.map(keyOf));
  const added = lines.filter((entry) => !present.has(keyOf(entry)));
  if (added.length === 0) return { kind: 'unchanged' };
  const items = added.map(entryJson);
  const edits = node.array === null ? [newList(source, node.root, items)] : appendTo(source, node.array, items);
  return { kind: 'edits', edits, count: added.length };
}

function newList(source: string, root: Node, items: readonly string[]): FileEdit {
  const lineEnd = lineEndOf(source);
  const list = items.map((item) => `    ${item}`).join(`,${lineEnd}`);
  const [comma, tail] = (root.children?.length ?? 0) > 0 ? [',', ''] : ['', lineEnd];
  const at = root.offset + 1;
  const newText = `${lineEnd}  "${LIST}": [${lineEnd}${list}${lineEnd}  ]${comma}${tail}`;
  return { span: { start: at, end: at }, newText };
}

/**
 * The change that takes entries out of a file's text. They are known by all that they say, not by where they are: what
 * someone else put aside again in the meantime stays.
 */
export function removeEntries(source: string, entries: readonly PutAside[]): FileChange {
  if (isDamaged(source)) return refused(DAMAGED);
  const node = listNode(source);
  if (node === null) return refused(MISTAKEN);
  const doomed = new Set(entries.map(entryJson));
  const indexes = new Set(
    readPutAside(source).entries.flatMap((entry) => (doomed.has(entryJson(entry)) ? [entry.index] : [])),
  );
  if (node.array === null || indexes.size === 0) return { kind: 'unchanged' };
  return { kind: 'edits', edits: removeFrom(source, node.array, indexes), count: indexes.size };
}

/** What one entry is: the same finding put aside for another reason, or on another day, is the same entry. */
const keyOf = ({ rule, letter, fingerprint: print }: PutAside): string => [rule, letterKey(letter), print].join('\n');

/** One line for each entry, so that two people's additions merge. */
function entryJson({ fingerprint: print, rule, letter, reason, date, by }: PutAside): string {
  const who = by === undefined || by === '' ? {} : { by };
  const members = Object.entries({ rule, letter, reason, date, ...who, fingerprint: print });
  return `{ ${members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')} }`;
}

/** The list's node in a file without mistakes; `array` is null where the file has no list yet. */
function listNode(source: string): { readonly root: Node; readonly array: Node | null } | null {
  const problems = new Problems();
  const root = readRoot(source, problems);
  if (root === null) return null;
  const list = membersOf(root, 'The file', problems).find(({ name }) => name === LIST)?.value;
  if (problems.count > 0) return null;
  if (list === undefined) return { root, array: null };
  return list.type === 'array' ? { root, array: list } : null;
}
