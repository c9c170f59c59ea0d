import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A rule's page lies beside the installed command: `docs/rules/` next to the folder of this bundle. */
export function rulePage(rule: string): string {
  return pathToFileURL(join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).href;
}
