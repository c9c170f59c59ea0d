import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { IMR, Workplace } from '../support/program.ts';

/** An error, a warning and two pieces of information. */
const LETTER = LETTER_WITH_FINDINGS.replace('There is no red flag.', 'There is is no red flag. She has a MRI.').replace(
  'a 51 year old male',
  'a 51 year old male, an 8 year old male',
);

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  place.write('clean.txt', CLEAN_LETTER);
  place.write('a.txt', LETTER);
});
afterAll(() => place.remove());

const rulesIn = (out: string): readonly (string | undefined)[] =>
  [...out.matchAll(/: (\w+): .* \[([\w-]+)\]$/gm)].map(([, severity, rule]) => `${severity} ${rule}`);

/** Several runs, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

describe('imr check --rule and --severity', SLOW, () => {
  it('choose what is reported, and only that makes the exit status', () => {
    const all = rulesIn(place.imr('check', 'a.txt').out);
    expect(all).toContain('error missing-decision');
    expect(all).toContain('information repeated-text');
    expect(all).toContain('information grammar');

    const one = place.imr('check', '--rule', 'repeated-text', 'a.txt');
    expect([one.status, rulesIn(one.out)]).toEqual([1, ['information repeated-text']]);
    const two = place.imr('check', '--rule', 'repeated-text,grammar', '--rule', 'missing-decision', 'a.txt');
    expect(new Set(rulesIn(two.out))).toEqual(
      new Set(['information repeated-text', 'information grammar', 'error missing-decision']),
    );
    const none = place.imr('check', '--rule', 'date-order', 'a.txt');
    expect(none).toMatchObject({ status: 0, out: '1 letter checked, 0 findings\n' });
    const grave = place.imr('check', '--severity', 'error', 'a.txt');
    expect([grave.status, rulesIn(grave.out)]).toEqual([1, all.filter((each) => each?.startsWith('error'))]);
  });

  it('know a rule that is mistyped', () => {
    expect(place.imr('check', '--rule', 'missing-desicion', 'a.txt')).toEqual({
      status: 2,
      out: '',
      err: 'error: there is no rule “missing-desicion”. Did you mean “missing-decision”?\n',
    });
  });
});

describe('imr check --max-warnings', () => {
  it.each([
    ['error', ['--max-warnings', '5'], 1],
    ['warning', [], 1],
    ['warning', ['--max-warnings', '0'], 1],
    ['warning', ['--max-warnings', '1'], 0],
    ['warning', ['--max-warnings', '1', '--fail-on', 'warning'], 0],
    ['information', ['--max-warnings', '0'], 0],
    ['information', ['--max-warnings', '0', '--fail-on', 'information'], 1],
    ['information', ['--max-warnings', '-1'], 2],
  ])('of one finding, here %s, with %j ends with %i', (severity, args, status) => {
    const config = place.write(`${severity}.json`, `{ "rules": { "missing-decision": "${severity}" } }`);
    expect(place.imr('check', '--config', config, ...args, '--rule', 'missing-decision', 'a.txt').status).toBe(status);
  });
});

describe('A letter on standard input', SLOW, () => {
  it('is checked by the name that it is given, by the files of the team that apply there', () => {
    const check = (...args: readonly string[]) => place.run(process.execPath, [IMR, 'check', ...args], LETTER);
    const { status, out } = check('-', '--rule', 'missing-decision');
    expect(status).toBe(1);
    expect(out).toMatch(/^<stdin>:14:1: error: .*\n1 letter checked, 1 finding\n$/);
    place.write('.imr.json', '{ "rules": { "missing-decision": "hint" } }');
    expect(check('-', '--rule', 'missing-decision', '--stdin-filename', 'drafts/b.txt').out).toMatch(
      /^drafts\/b\.txt:14:1: hint: /,
    );
    place.write('.imr.json', '{}');
    const files: unknown = JSON.parse(check('--format', 'json', 'clean.txt', '-', '-', 'a.txt').out);
    expect(files).toMatchObject([{ file: 'clean.txt' }, { file: '<stdin>' }, { file: 'a.txt' }]);
  });

  it('is read as a file is', () => {
    const utf16 = Buffer.from(`\uFEFF${CLEAN_LETTER}`, 'utf16le');
    expect(place.run(process.execPath, [IMR, 'extract', '-'], utf16).out).toContain('1. MRI of the left knee: Upheld');
    expect(place.run(process.execPath, [IMR, 'check', '-'], 'Minutes of the meeting.')).toMatchObject({
      status: 0,
      err: 'imr: <stdin>: it is not an IMR final determination letter of a known form\n',
    });
  });
});

describe('Every command', SLOW, () => {
  it.each(['check', 'report', 'extract', 'baseline', 'text', 'export', 'explain', 'rules', 'guidelines'])(
    'answers --help and --version: imr %s',
    (command) => {
      expect(place.imr(command, '--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
      const { status, out } = place.imr(command, '--help');
      expect([status, out.split('\n')[0]]).toEqual([0, expect.stringMatching(`^Usage: imr ${command} `)]);
    },
  );

  it('is named by imr --help', () => {
    const { out } = place.imr('--help');
    for (const command of [
      'check',
      'report',
      'extract',
      'baseline',
      'text',
      'export',
      'explain',
      'rules',
      'guidelines',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
  });

  it('and the language server answer --help and --version', () => {
    const server = IMR.replace('imr.cjs', 'imr-language-server.cjs');
    expect(place.run(process.execPath, [server, '--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
    expect(place.run(process.execPath, [server, '--help']).out).toMatch(/^Usage: imr-language-server /);
  });
});

describe('imr explain', () => {
  it('prints a rule’s page, plainly and no wider than a terminal', () => {
    const { status, out } = place.imr('explain', 'header-field');
    expect(status).toBe(0);
    expect(out).toMatch(/^header-field\n============\n\nA header field is missing/);
    expect(out).toContain('\nWHAT TO DO\n\n');
    expect(out).toContain('\n- a label with nothing after it;\n');
    expect(out).not.toMatch(/\*\*|`|^#/m);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('knows a rule that is mistyped', () => {
    expect(place.imr('explain', 'header-feild')).toEqual({
      status: 2,
      out: '',
      err: 'imr: there is no rule “header-feild”. Did you mean “header-field”?\n',
    });
  });
});

describe('imr baseline', SLOW, () => {
  it('puts aside what is found, for a reason, and ends with 0', () => {
    expect(place.imr('baseline', '--rule', 'missing-decision', '--reason', 'As of May', 'a.txt')).toEqual({
      status: 0,
      out: expect.stringMatching(/^1 letter checked, 0 findings, 1 put aside\n$/),
      err: 'imr: .imr-ignore.json: 1 entry written to it\n',
    });
    expect(place.imr('check', '--rule', 'missing-decision', 'a.txt').status).toBe(0);
    expect(place.imr('check', '--rule', 'missing-decision', '--no-ignore', 'a.txt').status).toBe(1);
    expect(place.imr('check', '--rule', 'grammar', 'a.txt').status).toBe(1);
  });

  it('wants a reason that says something', () => {
    expect(place.imr('baseline', '--reason', '  ', 'a.txt')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--reason must say why'),
    });
  });
});
