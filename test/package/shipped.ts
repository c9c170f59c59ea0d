import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';

/** The folder of the project, ending in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The types leave out where the README lies. */
const OPTIONS = { cwd: root, packageManager: PackageManager.None, readmePath: 'dist/README.md' };

let listed: Promise<readonly string[]> | null = null;

/** The files that are packed, as they are called in this folder. Listing them walks all that lies in it, so it is done once. */
export function shippedFiles(): Promise<readonly string[]> {
  listed ??= listFiles(OPTIONS);
  return listed;
}
