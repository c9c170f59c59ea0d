import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';

/** The folder of the project, ending in a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The types leave out where the README lies. */
const OPTIONS = { cwd: root, packageManager: PackageManager.None, readmePath: 'dist/README.md' };

/** The files that are packed, as they are called in this folder. */
export const shippedFiles = (): Promise<readonly string[]> => listFiles(OPTIONS);
