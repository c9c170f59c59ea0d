import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

export const ROOT_SCOPE = 'text.imr-determination';

/** The grammar as VS Code sees it: the same engine (vscode-textmate on Oniguruma), the file that is shipped. */
export async function loadRegistry(): Promise<{ registry: Registry; grammar: IGrammar }> {
  await loadOniguruma();
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(GRAMMAR_TEXT, 'imr-determination.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar(ROOT_SCOPE);
  if (grammar === null) throw new Error(`no grammar for ${ROOT_SCOPE}`);
  return { registry, grammar };
}

export type ScopedToken = {
  readonly text: string;
  /** UTF-16 column in the line. */
  readonly start: number;
  /** From the outermost scope inward, without the letter's root scope and without the common suffix. */
  readonly scopes: readonly string[];
};

/** The tokens of each line; `text` may use any line ends. */
export function tokenize(grammar: IGrammar, text: string): readonly (readonly ScopedToken[])[] {
  let state: StateStack = INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      start: startIndex,
      scopes: scopes.filter((scope) => scope !== ROOT_SCOPE).map((scope) => scope.replace(/\.imr-determination$/, '')),
    }));
  });
}

export const GRAMMAR_TEXT = readFileSync(
  new URL('../../syntaxes/imr-determination.tmLanguage.json', import.meta.url),
  'utf8',
);

let oniguruma: Promise<void> | undefined;

function loadOniguruma(): Promise<void> {
  oniguruma ??= loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  return oniguruma;
}
