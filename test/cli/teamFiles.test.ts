import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LETTER_WITH_FINDINGS as LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const IS_WINDOWS = process.platform === 'win32';

let folder: string;
const write = (name: string, value: string | object): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(
    join(folder, name),
    typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value),
  );
};
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const lettersOf = (name = '.imr-ignore.json'): readonly string[] => {
  const { putAside }: { putAside: { letter: string }[] } = JSON.parse(read(name));
  return putAside.map(({ letter }) => letter).sort();
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'imr-cli-files-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that hangs is a failure. */
function imrIn(cwd: string, ...args: readonly string[]): { status: number | null; out: string; err: string } {
  const options = { cwd: join(folder, cwd), encoding: 'utf8', timeout: 15_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], options);
  return { status, out: stdout, err: stderr };
}
const imr = (...args: readonly string[]) => imrIn('.', ...args);

describe('A file of the team that cannot be read', () => {
  const reasons: readonly (readonly [string, string, () => void])[] = [
    [
      'a pipe',
      'it is not a regular file but a folder, a pipe, a device, or the like',
      () => void execFileSync('mkfifo', [join(folder, '.imr.json')]),
    ],
    [
      'a device',
      'it is not a regular file but a folder, a pipe, a device, or the like',
      () => symlinkSync('/dev/zero', join(folder, '.imr.json')),
    ],
    [
      'a folder',
      'it is not a regular file but a folder, a pipe, a device, or the like',
      () => mkdirSync(join(folder, '.imr.json')),
    ],
    [
      'a link to itself',
      'it is a link that leads back to itself',
      () => symlinkSync('.imr.json', join(folder, '.imr.json')),
    ],
    [
      'in Latin-1',
      'it is not UTF-8 text; save it as UTF-8',
      () => write('.imr.json', Buffer.from([0x7b, 0x7d, 0x2f, 0x2f, 0xe9])),
    ],
    ['too large', 'it is larger than 10 MB', () => write('.imr.json', `{}${' '.repeat(10_000_000)}`)],
  ];

  it.runIf(!IS_WINDOWS).each(reasons)(
    'as it is %s is named in one sentence; the letters are checked',
    (_, reason, make) => {
      make();
      write('drafts/a.txt', LETTER);
      const { status, out, err } = imr('check', 'drafts/a.txt');
      expect({ status, err }).toEqual({ status: 2, err: `imr: .imr.json: ${reason}\n` });
      expect(out).toContain('1 letter checked, 1 finding\n');
    },
  );

  it('is an input that was not read for every command, unless none is to be read', () => {
    mkdirSync(join(folder, '.imr.json'));
    write('a.txt', LETTER);
    const err = 'imr: .imr.json: it is not a regular file but a folder, a pipe, a device, or the like\n';
    for (const command of [['rules'], ['guidelines', 'knee']])
      expect(imr(...command)).toMatchObject({ status: 2, err });
    expect(imr('check', '--no-config', 'a.txt')).toMatchObject({ status: 1, err: '' });
    expect(imr('check', '--config', '.imr.json', 'a.txt')).toEqual({ status: 2, out: '', err });
  });

  it('by its depth is reported at its place; nothing is killed', () => {
    write('a.txt', LETTER);
    write('.imr.json', '['.repeat(5000));
    write('.imr-ignore.json', `{ "putAside": ${'['.repeat(5000)}`);
    const { status, err } = imr('check', '--write-baseline', 'a.txt');
    expect(status).toBe(2);
    expect(err).toContain('.imr.json:1:51: error: Brackets are nested more than 50 deep here. The file is not used.');
    expect(err).toContain('.imr-ignore.json:1:64: error: Brackets are nested');
    expect(err).toContain('.imr-ignore.json: it has mistakes; correct them first. It was not changed');
  });

  it('is never taken for an empty one', () => {
    const bytes = Buffer.from([...Buffer.from('{ "putAside": [] } // caf'), 0xe9]);
    write('.imr-ignore.json', bytes);
    write('a.txt', LETTER);
    const { status, err } = imr('check', '--write-baseline', '--prune', 'a.txt');
    expect({ status, err }).toEqual({
      status: 2,
      err: 'imr: .imr-ignore.json: it is not UTF-8 text; save it as UTF-8\n',
    });
    expect(readFileSync(join(folder, '.imr-ignore.json')).equals(bytes)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['.imr-ignore.json', 'a.txt']);
  });
});

describe('The nearest files of the team', () => {
  const OFF = { rules: { 'missing-decision': 'off' } };

  it('are not sought above the current folder', () => {
    write('.imr.json', OFF);
    write('inner/a.txt', LETTER);
    expect(imrIn('inner', 'check', 'a.txt').out).toContain('1 finding\n');
    expect(imr('check', 'inner/a.txt').out).toContain('0 findings\n');
  });

  it('are sought up to the root of the repository', () => {
    write('.git/HEAD', 'ref: refs/heads/main\n');
    write('.imr.json', OFF);
    write('inner/2016/a.txt', LETTER);
    expect(imrIn('inner', 'check', '2016/a.txt').out).toContain('0 findings\n');
    rmSync(join(folder, '.git'), { recursive: true });
    expect(imrIn('inner', 'check', '2016/a.txt').out).toContain('1 finding\n');
  });

  it('are those of a folder that is named, wherever it lies', () => {
    write('far/letters/2016/a.txt', LETTER);
    write('far/letters/.imr.json', OFF);
    write('far/.imr.json', { rules: { 'missing-decision': 'hint' } });
    mkdirSync(join(folder, 'here'));
    expect(imrIn('here', 'check', '../far/letters').out).toContain('0 findings\n');
    expect(imrIn('here', 'check', '../far/letters/2016/a.txt').out).toContain('error: ');
    expect(imrIn('here', 'check', '../far').out).toContain('0 findings\n');
  });
});

describe('Guideline files that a team names', () => {
  const FACTS = {
    name: 'Ours',
    abbreviations: [{ id: 'own-zq', forms: ['ZQ'], meanings: ['zebra quotient'], source: 'ours', certainty: 'seen' }],
  };

  it('are not read outside the folder, from elsewhere, or when they are not files; each is reported at its place', () => {
    write('secret.json', FACTS);
    write('team/own.json', FACTS);
    symlinkSync('../secret.json', join(folder, 'team', 'link.json'));
    const files = [
      '../secret.json',
      join(folder, 'secret.json'),
      'http://example.org/x',
      'file://host/share/x',
      '\\\\host\\share\\x',
      'link.json',
      'none.json',
    ];
    write('team/.imr.json', { guidelines: { files } });
    const { status, out, err } = imrIn('team', 'guidelines', 'zebra');
    expect({ status, out }).toEqual({ status: 2, out: 'No fact in the catalogue contains all of: zebra\n' });
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(files.length);
    for (const line of lines) expect(line).toMatch(/^imr: \.imr\.json:1:\d+: error: /);
    expect(lines.map((line) => /outside|not on this machine|is a link|no file/.exec(line)?.[0])).toEqual([
      'outside',
      'outside',
      'not on this machine',
      'not on this machine',
      'not on this machine',
      'is a link',
      'no file',
    ]);
    write('team/.imr.json', { guidelines: { files: ['own.json'] } });
    expect(imrIn('team', 'guidelines', 'zebra')).toMatchObject({ status: 0, err: '' });
    // In one repository the root of it is the folder.
    write('.git/HEAD', 'ref: refs/heads/main\n');
    write('team/.imr.json', { guidelines: { files: ['../secret.json', 'link.json'] } });
    expect(imrIn('team', 'guidelines', 'zebra').err).not.toContain('outside');
  });

  it.runIf(!IS_WINDOWS)('do not hold the command up', () => {
    write('a.txt', LETTER);
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    write('.imr.json', { guidelines: { files: ['pipe.json'] } });
    expect(imr('check', 'a.txt')).toMatchObject({
      status: 2,
      err: 'imr: pipe.json: it is not a regular file but a folder, a pipe, a device, or the like\n',
    });
  });
});

describe('imr check --prune', () => {
  const named = (number: string): string => `Case Number: ${number}\n\n${LETTER}`;
  const mended = (letter: string): string => letter.replace('left knee', 'right knee');

  it('keeps entries of letters that could not be read, that failed, or that are no longer letters', () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, LETTER);
    imr('check', '--write-baseline', '.');
    rmSync(join(folder, 'c.txt'));
    write('b.txt', '%PDF-1.7\n');
    const kept = imr('check', '--prune', '.');
    expect(kept.status).toBe(2);
    expect(kept.err).toContain(
      '2 entries are of letters that were not found; none of them is removed, because 1 file could not be read',
    );
    expect(lettersOf()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    write('b.txt', 'A note to the file.\n');
    expect(imr('check', '--prune', '.').err).toContain('1 entry removed');
    expect(lettersOf()).toEqual(['a.txt', 'b.txt']);
    rmSync(join(folder, 'b.txt'));
    expect(imr('check', '--prune', '.').err).toContain('1 entry removed');
    expect(lettersOf()).toEqual(['a.txt']);
  });

  it('does not judge misspellings without the dictionary', () => {
    const { dir, run } = copyOfProgram();
    write('a.txt', LETTER.replace('red flag', 'red flagg'));
    run('check', '--write-baseline', 'a.txt');
    const rules = () =>
      JSON.parse(read('.imr-ignore.json'))
        .putAside.map(({ rule }: { rule: string }) => rule)
        .sort();
    expect(rules()).toEqual(['missing-decision', 'misspelling']);
    rmSync(join(dir, 'dictionaries'), { recursive: true });
    const { status, err } = run('check', '--prune', 'a.txt');
    expect({ status, removed: err.includes('removed') }).toEqual({ status: 2, removed: false });
    expect(rules()).toEqual(['missing-decision', 'misspelling']);
  });

  it('goes by what entries say, whatever came before them in the meantime', () => {
    for (const name of ['a.txt', 'b.txt']) write(name, LETTER);
    imr('check', '--write-baseline', '.');
    write('a.txt', mended(LETTER));
    // Another person puts a finding aside, first in the list, while the letters are checked.
    write(
      'meanwhile.cjs',
      `const fs = require('node:fs');
       const { write } = process.stdout;
       process.stdout.write = function (text, ...rest) {
         const file = fs.readFileSync('.imr-ignore.json', 'utf8');
         if (!file.includes('theirs.txt')) {
           const entry = { rule: 'grammar', letter: 'theirs.txt', reason: '', date: '', fingerprint: 'v1:${'9'.repeat(32)}' };
           fs.writeFileSync('.imr-ignore.json', file.replace('[', '[' + JSON.stringify(entry) + ','));
         }
         return write.call(this, text, ...rest);
       };`,
    );
    const args = ['--require', join(folder, 'meanwhile.cjs'), IMR, 'check', '--prune', 'a.txt', 'b.txt'];
    const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('imr: .imr-ignore.json: 1 entry removed from it\n');
    expect(lettersOf()).toEqual(['b.txt', 'theirs.txt']);
  });

  it('knows a case however its number is written', () => {
    write('a.txt', named('CM16-0999001'));
    imr('check', '--write-baseline', 'a.txt');
    write('.imr-ignore.json', read('.imr-ignore.json').replace('CM16-0999001', 'CM 16\u20130999001'));
    expect(imr('check', '--prune', '.')).toMatchObject({
      status: 0,
      out: '1 letter checked, 0 findings, 1 put aside\n',
      err: '',
    });
    expect(lettersOf()).toEqual(['CM 16\u20130999001']);
  });
});

describe('imr check --write-baseline', () => {
  it.runIf(!IS_WINDOWS)('writes through a link, and not what is protected', () => {
    write('a.txt', LETTER);
    write('shared/team.json', '{}\n');
    symlinkSync('shared/team.json', join(folder, '.imr-ignore.json'));
    expect(imr('check', '--write-baseline', 'a.txt').err).toContain('1 entry written');
    expect(lettersOf('shared/team.json')).toEqual(['a.txt']);
    write('a.txt', LETTER.replace('MRI', 'CT'));
    chmodSync(join(folder, 'shared/team.json'), 0o444);
    const { status, err } = imr('check', '--write-baseline', 'a.txt');
    expect(status).toBe(2);
    expect(err).toContain('imr: .imr-ignore.json: it is write-protected. It was not changed\n');
    expect(lettersOf('shared/team.json')).toEqual(['a.txt']);
  });

  it('loses nothing of others that run at the same time', async () => {
    const letters = Array.from({ length: 5 }, (_, i) => `${i}.txt`);
    for (const letter of letters) write(letter, LETTER);
    const statuses = await Promise.all(
      letters.map(
        (letter) =>
          new Promise((resolve) => {
            spawn(process.execPath, [IMR, 'check', '--write-baseline', letter], { cwd: folder }).on('exit', resolve);
          }),
      ),
    );
    expect(statuses).toEqual(letters.map(() => 0));
    expect(lettersOf()).toEqual(letters);
    expect(readdirSync(folder).sort()).toEqual(['.imr-ignore.json', ...letters]);
  });
});

/** The built command in a folder of its own, whose dictionaries can be taken away. */
function copyOfProgram(): { dir: string; run: typeof imr } {
  const dir = join(folder, '.program');
  mkdirSync(join(dir, 'dictionaries'), { recursive: true });
  const dist = dirname(IMR);
  const dictionaries = readdirSync(join(dist, 'dictionaries')).map((each) => `dictionaries/${each}`);
  for (const file of ['imr.cjs', 'imr-commands.cjs', ...dictionaries]) {
    writeFileSync(join(dir, file), readFileSync(join(dist, file)));
  }
  const run = (...args: readonly string[]) => {
    const options = { cwd: folder, encoding: 'utf8', timeout: 15_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dir, 'imr.cjs'), ...args], options);
    return { status, out: stdout, err: stderr };
  };
  return { dir, run };
}
