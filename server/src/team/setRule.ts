/** Sets a rule's severity in a team's `.imr.json`. */
import { modify } from 'jsonc-parser';
import type { SeveritySetting } from '../checking/check.ts';
import { DAMAGED, type FileChange, isDamaged, lineEndOf, MISTAKEN, refused } from './fileChange.ts';
import { MARK, membersOf, Problems, readRoot, withoutMark } from './teamJson.ts';

/** The change of a file's text (empty where there is no file yet). */
export function setRule(source: string, rule: string, severity: SeveritySetting): FileChange {
  if (isDamaged(source)) return refused(DAMAGED);
  if (source.trim() === '') {
    const newText = `${JSON.stringify({ rules: { [rule]: severity } }, null, 2)}\n`;
    const start = source.startsWith(MARK) ? MARK.length : 0;
    return { kind: 'edits', edits: [{ span: { start, end: source.length }, newText }], count: 1 };
  }
  const present = severityIn(source, rule);
  if (present.isMistaken) return refused(MISTAKEN);
  if (present.value === severity) return { kind: 'unchanged' };
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: lineEndOf(source) };
  const edits = modify(withoutMark(source), ['rules', rule], severity, { formattingOptions }).map(
    ({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }),
  );
  return { kind: 'edits', edits, count: 1 };
}

/** What a file says of a rule now; mistaken where the file, or what it says of rules, cannot be read. */
function severityIn(source: string, rule: string): { readonly isMistaken: boolean; readonly value?: unknown } {
  const problems = new Problems();
  const root = readRoot(source, problems);
  if (root === null) return { isMistaken: true };
  const rules = membersOf(root, '', problems).find(({ name }) => name === 'rules')?.value ?? null;
  const setting = rules && membersOf(rules, '', problems).find(({ name }) => name === rule)?.value;
  return { isMistaken: problems.count > 0, value: setting?.value };
}
