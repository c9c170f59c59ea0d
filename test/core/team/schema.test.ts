import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { RULES } from '../../../server/src/rules/index.ts';
import { applied } from '../../../server/src/team/fileChange.ts';
import { addEntries } from '../../../server/src/team/putAsideEdits.ts';
import { readTeamConfig, SEVERITY_SETTINGS } from '../../../server/src/team/teamConfig.ts';

const ajv = new Ajv({ strict: false, validateFormats: false });
const schema = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(new URL(`../../../schemas/${name}`, import.meta.url), 'utf8')));
const names = RULES.map(({ name }) => name);

it('the schema of .imr.json takes what the reader takes, and refuses what it refuses', () => {
  const validate = schema('imr.schema.json');
  const agree = (value: unknown): boolean => {
    const taken = readTeamConfig(JSON.stringify(value), names).problems.length === 0;
    expect(validate(value), JSON.stringify(value)).toBe(taken);
    return taken;
  };
  for (const rule of names) {
    for (const severity of SEVERITY_SETTINGS) expect(agree({ rules: { [rule]: severity } })).toBe(true);
  }
  expect(agree({ guidelines: { files: ['a.json'] }, dictionary: { words: ['Norflex'] } })).toBe(true);
  expect(agree({})).toBe(true);
  for (const wrong of [
    { rules: { 'missing-citation': 'default' } },
    { rules: { 'no-such-rule': 'off' } },
    { rules: [] },
    { rule: {} },
    { guidelines: ['a.json'] },
    { guidelines: { file: 'a.json' } },
    { dictionary: { words: 'Norflex' } },
    { dictionary: { words: [7] } },
    [],
  ]) {
    expect(agree(wrong)).toBe(false);
  }
});

it('the schema of .imr-ignore.json takes what is written', () => {
  const entry = {
    rule: 'missing-citation',
    letter: 'a.txt',
    reason: '',
    date: '2026-03-14',
    fingerprint: `v1:${'a'.repeat(32)}`,
  };
  const change = addEntries('', [entry]);
  const written: unknown = JSON.parse(change.kind === 'edits' ? applied('', change.edits) : '');
  const validate = schema('imr-ignore.schema.json');
  expect(validate(written)).toBe(true);
  expect(validate({ putAside: [{ ...entry, fingerprint: 'v9:1' }] })).toBe(false);
});
