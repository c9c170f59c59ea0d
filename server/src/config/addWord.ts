/** Adds a word to the dictionary of a team's `.imr.json`. */
import { modify } from 'jsonc-parser';
import type { FileEdit } from './putAside.ts';
import { elementsOf, membersOf, Problems, readRoot } from './teamJson.ts';

const PATH = ['dictionary', 'words'];
const FORMATTING = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/**
 * The edit that adds a word to a file's text (empty where there is no file yet). Null where the file cannot be changed
 * safely, and `present` where it has the word already.
 */
export function addWord(source: string, word: string): FileEdit | 'present' | null {
  const text = source.trim() === '' ? '{}\n' : source;
  const words = wordsIn(text);
  if (words === null) return null;
  if (words.includes(word)) return 'present';
  const edits =
    words.length === 0
      ? modify(text, PATH, [word], FORMATTING)
      : modify(text, [...PATH, -1], word, { ...FORMATTING, isArrayInsertion: true });
  const [edit] = edits;
  if (edit === undefined || edits.length > 1) return null;
  const { offset, length, content } = edit;
  if (text === source) return { span: { start: offset, end: offset + length }, newText: content };
  return {
    span: { start: 0, end: source.length },
    newText: text.slice(0, offset) + content + text.slice(offset + length),
  };
}

/** The words of a file without mistakes, else null. */
function wordsIn(source: string): readonly unknown[] | null {
  const problems = new Problems();
  const root = readRoot(source, problems);
  const dictionary =
    root === null ? undefined : membersOf(root, '', problems).find(({ name }) => name === PATH[0])?.value;
  const list =
    dictionary === undefined
      ? undefined
      : membersOf(dictionary, '', problems).find(({ name }) => name === PATH[1])?.value;
  const words = list === undefined ? [] : elementsOf(list, '', problems).map(({ value }): unknown => value);
  return root === null || problems.all.length > 0 ? null : words;
}
