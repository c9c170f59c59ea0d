import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: Readonly<Record<string, unknown>> };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[];
    }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const settings = new Map(manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));

it('a folder that is not trusted names no files by its own settings', () => {
  expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
    supported: 'limited',
    description: expect.any(String),
    restrictedConfigurations: ['imr.guidelines.files'],
  });
});

it('the user’s own words, which may be names from letters, stay on the machine', () => {
  expect(settings.get('imr.dictionary.userWords')).toMatchObject({ scope: 'application', ignoreSync: true });
});

const { commands, menus, keybindings, walkthroughs } = manifest.contributes;

it('every command is found by F1 under the same name', () => {
  expect(commands.filter(({ category }) => category !== 'IMR')).toEqual([]);
});

it('a key does something in letters only', () => {
  expect(keybindings.filter(({ when }) => !when?.includes('editorLangId == imr-determination'))).toEqual([]);
});

it('menus, keys and the walkthrough name commands that there are', () => {
  const known = new Set(commands.map(({ command }) => command));
  const linked = walkthroughs
    .flatMap(({ steps }) => steps)
    .flatMap(({ description }) => [...description.matchAll(/command:(imr\.\w+)/g)].map(([, command]) => command ?? ''));
  const named = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
  expect([...linked, ...named].filter((command) => command.startsWith('imr.') && !known.has(command))).toEqual([]);
});

it('the walkthrough has three steps, whose pages are there', () => {
  const steps = walkthroughs.flatMap(({ steps }) => steps);
  expect(steps).toHaveLength(3);
  for (const { media } of steps) expect(existsSync(new URL(`../../${media.markdown}`, import.meta.url))).toBe(true);
});

describe('a setting is found by the words that a person would search', () => {
  /**
   * As the Settings editor of VS Code searches: each word is looked for in the name that it makes of the key, in the
   * values, or in the description. `keywords` count in newer versions only.
   */
  const found = (phrase: string, { withKeywords = false } = {}): string[] => {
    const words = phrase.toLowerCase().split(' ');
    return [...settings].flatMap(([key, { markdownDescription, keywords }]) => {
      const label = key.replaceAll(/[-._]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
      const places = [label, `${markdownDescription} ${withKeywords ? keywords : ''}`];
      return places.some((place) => words.every((word) => place.toLowerCase().includes(word))) ? [key] : [];
    });
  };

  it.each([
    ['left right', ['laterality-mismatch']],
    ['wrong side', ['laterality-mismatch']],
    ['spelling', ['misspelling']],
    ['visits', ['visit-arithmetic', 'visits-exceed-guideline', 'statutory-visit-cap', 'limit-misquoted']],
    ['too many visits', ['visits-exceed-guideline']],
    ['dates', ['date-order', 'impossible-date']],
    ['wrong date', ['date-of-injury-mismatch', 'utilization-review-date-mismatch']],
    ['date of injury', ['date-of-injury-mismatch']],
    ['late', ['late-determination']],
    ['age', ['age-mismatch']],
    ['he she', ['sex-mismatch']],
    ['pronoun', ['sex-mismatch']],
    ['upheld overturned', ['decision-contradicts-rationale', 'missing-decision']],
    ['medically necessary', ['contradictory-rationale', 'missing-conclusion']],
    ['copy paste', ['treatment-mismatch']],
    ['body part', ['treatment-mismatch', 'citation-mismatch']],
    ['case number', ['foreign-page']],
    ['missing guideline', ['missing-citation']],
    ['page number', ['citation-without-location']],
    ['outdated guideline', ['superseded-guideline']],
    ['quotation marks', ['unbalanced-quotation']],
    ['repeated words', ['repeated-text']],
    ['template', ['placeholder']],
    ['privacy', ['personal-information']],
    ['grammar', ['grammar']],
    ['dose', ['dose-arithmetic']],
    ['specialty', ['reviewer-specialty', 'reviewer-qualifications']],
  ])('%s', (phrase, rules) => {
    expect(found(phrase)).toEqual(expect.arrayContaining(rules.map((rule) => `imr.rules.${rule}`)));
  });

  it.each([
    ['typo', ['imr.rules.misspelling', 'imr.rules.wrong-word']],
    ['spell check', ['imr.rules.misspelling', 'imr.dictionary.userWords']],
    ['gender', ['imr.rules.sex-mismatch']],
    ['deadline', ['imr.rules.late-determination']],
    ['double word', ['imr.rules.repeated-text']],
    ['social security', ['imr.rules.personal-information']],
    ['highlight', ['imr.colors.decisions', 'imr.colors.headings']],
    ['tooltip', ['imr.hover.explain']],
    ['debug', ['imr.trace.server']],
  ])('%s, where VS Code searches keywords', (phrase, keys) => {
    expect(found(phrase, { withKeywords: true })).toEqual(expect.arrayContaining(keys));
  });
});

it('a setting begins with what it is about, in bold, and a rule says its usual severity', () => {
  for (const [key, { markdownDescription }] of settings) {
    expect(markdownDescription, key).toMatch(/^\*\*[^*]{3,}\*\*/);
    if (key.startsWith('imr.rules.'))
      expect(markdownDescription, key).toMatch(/ Usually \*(error|warning|information|hint)\*\./);
  }
});

it('no two settings have the same name', () => {
  const names = [...settings.values()].map(
    ({ markdownDescription }) => /^\*\*(.+?)\*\*/.exec(String(markdownDescription))?.[1],
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

it('settings come in groups: what everyone changes first, then the rules, and troubleshooting last', () => {
  const groups = [...manifest.contributes.configuration].sort((a, b) => a.order - b.order).map(({ title }) => title);
  expect(groups.slice(0, 3)).toEqual(['Opening Letters', 'What Letters Show', 'Your Words, Guidelines, and Name']);
  expect(groups.slice(3, -1).filter((title) => !title.startsWith('Rules: '))).toEqual([]);
  expect(groups.at(-1)).toBe('Troubleshooting');
});
