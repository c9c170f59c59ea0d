import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

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
