import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LETTER_WITH_FINDINGS as LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

const SARIF_SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

let folder: string;
const write = (name: string, value: string | object): void =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-team-'));
  mkdirSync(join(folder, 'drafts'));
  write('a.txt', LETTER);
  write('drafts/Dr. b #2.txt', LETTER.replace('MRI', 'CT'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const severities = (out: string): readonly unknown[] =>
  [...out.matchAll(/^(.*?):\d+:\d+: (\w+): /gm)].map(([, file, severity]) => [file, severity]);

describe('imr check and a .imr.json', () => {
  it('takes the nearest one upward from each letter', () => {
    write('.imr.json', { rules: { 'missing-decision': 'hint' } });
    write('drafts/.imr.json', { rules: { 'missing-decision': 'off' } });
    const { status, out, err } = imr('check', '.');
    expect(severities(out)).toEqual([['a.txt', 'hint']]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(imr('check', '--fail-on', 'hint', '.').status).toBe(1);
  });

  it('takes the one that the option names, or none', () => {
    write('.imr.json', { rules: { 'missing-decision': 'off' } });
    write('other.json', { rules: { 'missing-decision': 'information' } });
    expect(imr('check', 'a.txt').out).toContain('0 findings');
    expect(severities(imr('check', '--config', 'other.json', 'a.txt').out)).toEqual([['a.txt', 'information']]);
    expect(severities(imr('check', '--no-config', 'a.txt').out)).toEqual([['a.txt', 'error']]);
  });

  it('reports what is wrong in it, once, with its place; the rest counts', () => {
    write('.imr.json', '{\n  "rules": {\n    "mising-decision": "off",\n    "missing-decision": "hint"\n  }\n');
    const { status, out, err } = imr('check', '.');
    expect(status).toBe(0);
    expect(severities(out)).toEqual([
      ['a.txt', 'hint'],
      ['drafts/Dr. b #2.txt', 'hint'],
    ]);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^imr: \.imr\.json:5:3: error: .*closing brace/),
      expect.stringMatching(
        /^imr: \.imr\.json:3:5: warning: There is no rule “mising-decision”\. Did you mean “missing-decision”\?$/,
      ),
    ]);
  });

  it('cannot work without the one that the option names', () => {
    expect(imr('check', '--config', 'absent.json', 'a.txt')).toEqual({
      status: 2,
      out: '',
      err: 'imr: absent.json: there is no such file\n',
    });
  });
});

describe('imr check and a .imr-ignore.json', () => {
  it('puts all aside, reports what is new, and prunes what is not needed any more', () => {
    const baseline = imr('check', '--write-baseline', '--reason', 'As of May', '.');
    expect(baseline).toMatchObject({ status: 0, out: '2 letters checked, 0 findings, 2 put aside\n' });
    expect(baseline.err).toBe('imr: .imr-ignore.json: 2 entries written to it\n');
    const entry = { rule: 'missing-decision', reason: 'As of May', fingerprint: expect.stringMatching(/^v1:/) };
    expect(JSON.parse(read('.imr-ignore.json'))).toMatchObject({
      putAside: [
        { ...entry, letter: 'a.txt' },
        { ...entry, letter: 'Dr. b #2.txt' },
      ],
    });
    expect(read('.imr-ignore.json')).not.toContain('knee');
    expect(imr('check', '.')).toEqual({ status: 0, out: baseline.out, err: '' });
    expect(imr('check', '--no-ignore', '.').out).toContain('2 findings');

    write('a.txt', LETTER.replace('MRI of the left knee', 'MRI of the right knee'));
    const changed = imr('check', 'a.txt');
    expect(changed.status).toBe(1);
    expect(changed.out).toContain('1 letter checked, 1 finding\n');
    expect(changed.err).toMatch(
      /^imr: \.imr-ignore\.json:3: information: missing-decision in a\.txt .*--prune removes the entry\n$/,
    );

    expect(imr('check', '--prune', 'a.txt').err).toBe('imr: .imr-ignore.json: 1 entry removed from it\n');
    expect(JSON.parse(read('.imr-ignore.json'))).toMatchObject({ putAside: [{ letter: 'Dr. b #2.txt' }] });
  });

  it('keeps the entries of letters it did not see and of rules that are off, until the whole folder is checked without them', () => {
    imr('check', '--write-baseline', '.');
    expect(imr('check', '--prune', 'a.txt').err).toBe('');
    write('.imr.json', { rules: { 'missing-decision': 'off' } });
    expect(imr('check', '--prune', '.').err).toBe('');
    expect(JSON.parse(read('.imr-ignore.json')).putAside).toHaveLength(2);
    rmSync(join(folder, 'drafts'), { recursive: true });
    expect(imr('check', '--prune', '.').err).toContain('1 entry removed');
  });

  it('keeps an entry as long as one of several copies of a letter needs it', () => {
    const named = `Case Number: CM16-0999001\n\n${LETTER}`;
    write('a.txt', named);
    write('a-copy.txt', named);
    expect(imr('check', '--write-baseline', 'a.txt', 'a-copy.txt').err).toContain('1 entry written');
    write('a-copy.txt', named.replace('left knee', 'right knee'));
    const { out, err } = imr('check', '--prune', '.');
    expect({ err, aside: out.includes('2 findings, 1 put aside') }).toEqual({ err: '', aside: true });
    write('a.txt', named.replace('left knee', 'right knee'));
    expect(imr('check', '--prune', '.').err).toContain('1 entry removed');
  });

  it('adds to the nearest file though it does not count in this run, and what is in it already once', () => {
    imr('check', '--write-baseline', 'drafts');
    renameSync(join(folder, '.imr-ignore.json'), join(folder, 'drafts', '.imr-ignore.json'));
    const before = read('drafts/.imr-ignore.json');
    expect(imr('check', '--no-ignore', '--write-baseline', 'drafts').status).toBe(0);
    expect(read('drafts/.imr-ignore.json')).toBe(before);
    expect(existsSync(join(folder, '.imr-ignore.json'))).toBe(false);
  });

  it('adds to the nearest file, and leaves one with mistakes as it is', () => {
    write('drafts/.imr-ignore.json', '{ "putAside": [');
    const { status, err } = imr('check', '--write-baseline', 'drafts');
    expect(status).toBe(2);
    expect(err).toContain('drafts/.imr-ignore.json:1:');
    expect(err).toContain('it has mistakes; correct them first. It was not changed');
    expect(read('drafts/.imr-ignore.json')).toBe('{ "putAside": [');
    write('drafts/.imr-ignore.json', '{\n  // ours\n}\n');
    expect(imr('check', '--write-baseline', 'drafts').status).toBe(0);
    expect(read('drafts/.imr-ignore.json')).toContain('// ours');
    expect(imr('check', 'drafts').out).toContain('1 put aside');
  });
});

describe('imr check --format sarif', () => {
  it('is valid SARIF 2.1.0: rules, regions, relative addresses, fingerprints, and what is put aside', () => {
    imr('check', '--write-baseline', 'a.txt');
    const { status, out } = imr('check', '--format', 'sarif', '.', 'absent.txt');
    expect(status).toBe(2);
    const log: Log = JSON.parse(out);
    // Written for an older draft of JSON Schema, whose name Ajv does not know; nothing that it uses has changed since.
    const { $schema: _draft, id: _address, ...schema } = createRequire(import.meta.url)(SARIF_SCHEMA);
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    expect(ajv.validate(schema, log), ajv.errorsText()).toBe(true);
    expect(ajv.validate(schema, { ...log, runs: [{}] })).toBe(false);

    const [run] = log.runs;
    const [aside, shown] = run?.results ?? [];
    expect(run?.results).toHaveLength(2);
    expect(run?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            message: { text: 'This file could not be read: there is no such file or folder.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'absent.txt' } } }],
          },
        ],
      },
    ]);
    expect(run?.tool.driver.rules?.[shown?.ruleIndex ?? -1]).toMatchObject({
      id: 'missing-decision',
      shortDescription: { text: expect.any(String) },
      defaultConfiguration: { level: 'error' },
    });
    expect(shown).toMatchObject({
      ruleId: 'missing-decision',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'drafts/Dr.%20b%20%232.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 14, startColumn: 1, endLine: 14, endColumn: 20 },
          },
        },
      ],
      partialFingerprints: { 'imr/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(shown?.suppressions).toBeUndefined();
    expect(aside?.suppressions).toEqual([{ kind: 'external', status: 'accepted' }]);
    expect(out).not.toContain(folder);
  });
});

describe('imr rules', () => {
  it('lists every rule with the severity it has here', () => {
    write('.imr.json', { rules: { 'missing-decision': 'off' } });
    const { status, out } = imr('rules');
    expect(status).toBe(0);
    expect(out).toMatch(/^missing-decision +off +.* \(usually error\)$/m);
    const rules: unknown = JSON.parse(imr('rules', '--format', 'json', '--no-config').out);
    expect(rules).toContainEqual({
      rule: 'missing-decision',
      severity: 'error',
      default: 'error',
      category: 'structure',
      title: expect.any(String),
    });
  });
});
