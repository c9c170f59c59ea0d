import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: Readonly<Record<string, unknown>> };
  readonly contributes: {
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
