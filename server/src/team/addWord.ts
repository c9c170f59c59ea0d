/** Adds a word to the dictionary of a team's `.imr.json`. */
import type { Node } from 'jsonc-parser';
import { DAMAGED, type FileChange, isDamaged, MISTAKEN, refused } from './fileChange.ts';
import { appendTo } from './jsonLists.ts';
import { setMember } from './jsonMembers.ts';
import { elementsOf, MARK, membersOf, Problems, readRoot } from './teamJson.ts';

const PATH = ['dictionary', 'words'];

/** The change that adds a word to a file's text (empty where there is no file yet). */
export function addWord(source: string, word: string): FileChange {
  if (isDamaged(source)) return refused(DAMAGED);
  if (source.trim() === '') {
    const newText = `${JSON.stringify({ dictionary: { words: [word] } }, null, 2)}\n`;
    const start = source.startsWith(MARK) ? MARK.length : 0;
    return { kind: 'edits', edits: [{ span: { start, end: source.length }, newText }], count: 1 };
  }
  const found = wordsIn(source);
  if (found === null) return refused(MISTAKEN);
  if (found.words.includes(word)) return { kind: 'unchanged' };
  if (found.list !== null) {
    return { kind: 'edits', edits: appendTo(source, found.list, [JSON.stringify(word)]), count: 1 };
  }
  return setMember(source, PATH, [word]);
}

/** The words of a file without mistakes and their list, if there is one; else null. */
function wordsIn(source: string): { readonly words: readonly unknown[]; readonly list: Node | null } | null {
  const problems = new Problems();
  const root = readRoot(source, problems);
  if (root === null) return null;
  const memberOf = (node: Node, name: string | undefined): Node | null =>
    membersOf(node, '', problems).find((member) => member.name === name)?.value ?? null;
  const dictionary = memberOf(root, PATH[0]);
  const list = dictionary && memberOf(dictionary, PATH[1]);
  const words = list === null ? [] : elementsOf(list, '', problems).map(({ value }): unknown => value);
  return problems.count > 0 ? null : { words, list };
}
