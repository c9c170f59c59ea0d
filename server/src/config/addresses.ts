/**
 * The address of a file that is written as people write paths: relative to a folder, absolute, with a drive letter, or
 * an address already. Null where it is relative and there is no folder.
 *
 * @param folder address of a folder, ending in '/'
 */
export function addressOf(path: string, folder: string | null): string | null {
  const written = path.trim().replaceAll('\\', '/');
  if (/^[a-z][a-z\d+.-]+:/i.test(written)) return written;
  const root = folder === null ? 'file:///' : (ROOT.exec(folder)?.[0] ?? folder);
  if (/^[a-z]:\//i.test(written)) return `${root}${encoded(written)}`;
  if (written.startsWith('/')) return `${root}${encoded(written.replace(/^\/+/, ''))}`;
  if (folder === null || written === '') return null;
  const parts = folder.slice(root.length).split('/').slice(0, -1);
  for (const part of encoded(written).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${root}${parts.join('/')}`;
}

/** 'file:///', 'vscode-vfs://github/' */
const ROOT = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?\//i;

/** As editors write addresses: the same file must not have two of them. */
const encoded = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
