import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { type Token as AcornToken, tokenizer } from 'acorn';
import { buildSync, transformSync } from 'esbuild';

/** A regular expression of the program. */
export interface Pattern {
  /** The file that it is in, from `server/src` on; what the core makes when it starts has none. */
  readonly file: string | null;
  readonly source: string;
  readonly flags: string;
  /** Whether it is the argument of a method that uses it up: `text.replace(/ /g, '')`. */
  readonly usedUp: boolean;
}

const root = fileURLToPath(new URL('../../../server/src/', import.meta.url));
/** What never changes; it makes its patterns again for each call. */
const FROZEN: ReadonlySet<string> = new Set(['team/fingerprintV1.ts']);
/** Folders that know a host, and cannot run without one; and the worker that reads documents with other people's libraries. */
const HOSTS = /^(?:cli|documents|host|server)\//;
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !FROZEN.has(file));

/** A token with what it says: acorn gives that, and does not declare it. */
interface Token {
  readonly type: AcornToken['type'];
  readonly value?: unknown;
}

/** Methods of strings after which a pattern is as it was before. */
const USE_UP: ReadonlySet<unknown> = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split']);

/** Every regular expression that is written out in `server/src`. */
export const writtenPatterns = (): readonly Pattern[] => sources.flatMap(patternsIn);

function tokensOf(file: string): readonly Token[] {
  const { code } = transformSync(readFileSync(root + file, 'utf8'), { loader: 'ts', target: 'esnext' });
  return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })];
}

function patternsIn(file: string): readonly Pattern[] {
  const tokens = tokensOf(file);
  return tokens.flatMap(({ type, value }, i) => {
    if (type.label !== 'regexp' || !isRegExpToken(value)) return [];
    const usedUp = tokens[i - 1]?.type.label === '(' && USE_UP.has(tokens[i - 2]?.value);
    return [{ file, source: value.pattern, flags: value.flags, usedUp }];
  });
}

const isRegExpToken = (value: unknown): value is { pattern: string; flags: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;

/** The words that regular expressions of `file` hold, written out or put together: three letters or more, in lower case. */
export function wordsInPatterns(file: string): readonly string[] {
  const tokens = tokensOf(file);
  const pieces = tokens.flatMap(({ type, value }, i) => {
    if (type.label === 'regexp' && isRegExpToken(value)) return [value.pattern];
    if (typeof value !== 'string' || !/^(?:string|template)$/.test(type.label)) return [];
    return isPieceOfPattern(value) || isRaw(tokens, i) || isInCallOfRegExp(tokens, i) ? [value] : [];
  });
  return [...new Set(pieces.flatMap((piece) => bareWords(piece)))];
}

/** Without what is escaped, the names of groups and what is in classes. */
const bareWords = (piece: string): readonly string[] =>
  piece
    .replace(/\\p\{[^}]*\}|\\k?<[^>]*>|\(\?<[a-zA-Z]+>/g, ' ')
    .replace(/\\\\?[a-zA-Z]/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .match(/[a-z]{3,}/g) ?? [];

const isPieceOfPattern = (value: string): boolean => /\(\?[:=!<]|\\\\?b|[a-z]\|[a-z]/.test(value);

const isRaw = (tokens: readonly Token[], i: number): boolean => {
  let at = i;
  while (at > 0 && tokens[at]?.type.label !== '`') at--;
  return tokens[at - 1]?.value === 'raw';
};

const isInCallOfRegExp = (tokens: readonly Token[], i: number): boolean => {
  let depth = 0;
  for (let at = i - 1; at > Math.max(0, i - 200); at--) {
    const { label } = tokens[at]?.type ?? { label: '' };
    if (/^[)\]}]$/.test(label)) depth++;
    else if (/^[([{]$|^\$\{$/.test(label) && --depth < 0 && label === '(') {
      if (tokens[at - 1]?.value === 'RegExp') return true;
      depth = 0;
    } else if (label === ';') return false;
  }
  return false;
};

/** All files but those of the frozen fingerprints, from `server/src` on. */
export const sourceFiles = (): readonly string[] => sources;

/** Files in which `new RegExp(…)` gets the flag `g` or `y`. */
export const filesThatMakeStateful = (): readonly string[] =>
  sources.filter((file) => {
    const tokens = tokensOf(file);
    return tokens.some(({ value }, i) => value === 'RegExp' && /[gy]/.test(flagsOfCall(tokens, i + 1)));
  });

/** What is written of the last argument of the call whose bracket opens at `open`; nothing where it is a variable. */
function flagsOfCall(tokens: readonly Token[], open: number): string {
  if (tokens[open]?.type.label !== '(') return '';
  let depth = 0;
  let lastArgument = '';
  for (const { type, value } of tokens.slice(open)) {
    if (/^[([{]$|^\$\{$/.test(type.label)) depth++;
    else if (/^[)\]}]$/.test(type.label) && --depth === 0) return lastArgument;
    else if (type.label === ',' && depth === 1) lastArgument = ' ';
    else if (lastArgument !== '' && /^(?:string|template)$/.test(type.label)) lastArgument += value;
  }
  return '';
}

/** Every regular expression that the core puts together when it starts. */
export function madePatterns(): readonly Pattern[] {
  const core = sources.filter((file) => !HOSTS.test(file)).map((file) => `import '${root}${file}';`);
  const { outputFiles } = buildSync({
    stdin: { contents: core.join('\n'), resolveDir: root },
    bundle: true,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const made: Pattern[] = [];
  const note = ({ source, flags }: RegExp): number => made.push({ file: null, source, flags, usedUp: false });
  const context = createContext({ note, TextEncoder });
  new Script(
    `globalThis.RegExp = new Proxy(RegExp, {
       construct(target, args, self) { const made = Reflect.construct(target, args, self); note(made); return made; },
     });`,
  ).runInContext(context);
  new Script(outputFiles[0]?.text ?? '').runInContext(context);
  return made;
}
