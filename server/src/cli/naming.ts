import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rulePage } from '../host/rulePages.ts';
import type { Naming } from '../report/writer.ts';

/** Paths relative to the current folder, where a code host looks for files; the whole address for files elsewhere. */
export const NAMING: Naming = {
  artifact(file) {
    const path = below(file);
    if (path === null) return { uri: pathToFileURL(resolve(file)).href };
    return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  },
  path: (file) => below(file) ?? resolve(file),
  rulePage,
};

/** The path from the current folder; null where the file is not in it. */
function below(file: string): string | null {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith('..') || resolve(path) === path ? null : path.split(sep).join('/');
}
