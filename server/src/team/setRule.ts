/** Sets a rule's severity in a team's `.imr.json`. */
import type { SeveritySetting } from '../checking/check.ts';
import { DAMAGED, type FileChange, isDamaged, MISTAKEN, refused } from './fileChange.ts';
import { setMember } from './jsonMembers.ts';
import { MARK, membersOf, Problems, readRoot } from './teamJson.ts';

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
  return setMember(source, ['rules', rule], severity);
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
