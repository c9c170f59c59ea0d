/**
 * The address of a file that is written as people write paths: relative to a folder, absolute, with a drive letter, as a
 * share (`\\host\share`), or an address already. Null where it is relative and there is no folder.
 *
 * @param folder address of a folder, ending in '/'
 */
export function addressOf(path: string, folder: string | null): string | null {
  const written = path.trim().replaceAll('\\', '/');
  if (/^[a-z][a-z\d+.-]+:/i.test(written)) return normalized(written);
  if (/^\/\/[^/]/.test(written)) return normalized(`file:${encoded(written)}`);
  const root = folder === null ? 'file:///' : (ROOT.exec(folder)?.[0] ?? folder);
  if (/^[a-z]:\//i.test(written)) return normalized(`${root}${encoded(written)}`);
  if (written.startsWith('/')) return normalized(`${root}${encoded(written.replace(/^\/+/, ''))}`);
  if (folder === null || written === '') return null;
  const parts = folder.slice(root.length).split('/').slice(0, -1);
  for (const part of encoded(written).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${root}${parts.join('/')}`;
}

/** Whether an address is that of a folder or lies in it, however both are written. False where one of them cannot be read. */
export function liesIn(address: string, folder: string): boolean {
  const inner = read(address);
  const outer = read(folder);
  if (inner === null || outer === null || !isSameHost(address, folder)) return false;
  return outer.parts.length <= inner.parts.length && outer.parts.every((part, i) => part === inner.parts[i]);
}

/** Whether two addresses are of one file system: of this machine, of one share, of one remote repository. */
export function isSameHost(a: string, b: string): boolean {
  const [first, second] = [read(a), read(b)];
  return first !== null && second !== null && first.scheme === second.scheme && first.host === second.host;
}

/** Whether an address is of a file on this machine. */
export const isLocal = (address: string): boolean => isSameHost(address, 'file:///');

interface Address {
  /** What comes before the path, as it is written. */
  readonly prefix: string;
  readonly scheme: string;
  readonly host: string;
  /** In plain characters, without '.' and '..'. */
  readonly parts: readonly string[];
}

/** Null for what is no address of a file. */
function read(address: string): Address | null {
  const [, prefix = '', scheme = '', host = '', path] = ADDRESS.exec(address) ?? [];
  if (path === undefined) return null;
  try {
    const parts: string[] = [];
    // What a disk takes for a divider divides, however it is written: '%2F', '%5C'.
    for (const part of decodeURIComponent(path).split(/[/\\]/)) {
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(/^[A-Z]:$/.test(part) ? part.toLowerCase() : part);
    }
    return { prefix, scheme: scheme.toLowerCase(), host: host.toLowerCase().replace(/^localhost$/, ''), parts };
  } catch {
    return null;
  }
}

const ADDRESS = /^(([a-z][a-z\d+.-]+):(?:\/\/([^/?#]*))?)(\/[^?#]*)/i;

/** With '.' and '..' resolved. What is no address of a file stays as it is. */
function normalized(address: string): string {
  const parsed = read(address);
  if (parsed === null) return address;
  const prefix = parsed.scheme === 'file' ? `file://${parsed.host}` : parsed.prefix;
  return `${prefix}/${encoded(parsed.parts.join('/'))}`;
}

/** 'file:///', 'vscode-vfs://github/' */
const ROOT = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?\//i;

/** As editors write addresses: the same file must not have two of them. */
const encoded = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
        /[!'()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
