// The rules, and what they say about their own examples: built from the sources, so that pages need no build before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeDictionaries } from './dictionaries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lists = join(root, 'dist/dictionaries');

/** `RULES`, and `sectionOf`: the part of a rule's page that shows its messages. */
export async function loadRuleMessages() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/core/support/ruleMessages.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { RULES, loadDictionary, saidOf, messagesSection } = await import(url);
  if (!existsSync(join(lists, 'usual-english.list.gz'))) await writeDictionaries(lists);
  const dictionary = await loadDictionary(async (file) => gunzipSync(readFileSync(join(lists, file))).toString('utf8'));
  const examplesOf = (name) => {
    const path = join(root, `test/core/rules/${name}.txt`);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return { RULES, sectionOf: (rule) => messagesSection(saidOf(rule, examplesOf(rule.name), dictionary)) };
}
