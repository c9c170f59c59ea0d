import { describe, expect, it } from 'vitest';
import { isLocal, liesIn } from '../../../server/src/team/addresses.ts';
import { followPaths, type Namer } from '../../../server/src/team/guidelinePaths.ts';

const ROOT = 'file:///work/team%20a/';
const TEAM: Namer = { kind: 'team', folder: `${ROOT}2016/`, root: ROOT, isTrusted: true };
const USER: Namer = { kind: 'user', folder: ROOT, isTrusted: true };

/** Links by the address they are at. Other addresses are what they are. */
async function follow(path: string, namer: Namer = TEAM, links: Readonly<Record<string, string | null>> = {}) {
  const [file] = await followPaths([path], namer, async (uri) => (uri in links ? (links[uri] ?? null) : uri));
  if (file === undefined) throw new Error('an answer is expected');
  return file.address === null ? { refusal: file.refusal } : file.address;
}

describe('A path in a team’s file', () => {
  it.each([
    ['facts.json', `${ROOT}2016/facts.json`],
    ['../shared/Our facts.json', `${ROOT}shared/Our%20facts.json`],
    ['..\\shared\\facts.json', `${ROOT}shared/facts.json`],
    ['/work/team a/facts.json', `${ROOT}facts.json`],
    ['file:///work/team%20a/facts.json', `${ROOT}facts.json`],
    ['file:///work/team%20a/2016/../facts.json', `${ROOT}facts.json`],
    ['../2016/../x/../facts.json', `${ROOT}facts.json`],
  ])('is followed in the folder that the file is for: %s', async (path, address) => {
    expect(await follow(path)).toBe(address);
  });

  it.each([
    '../../facts.json',
    '../../team/facts.json',
    '../../../../../../etc/passwd',
    '/etc/passwd',
    '/work/team a/../passwd',
    '/work/team',
    'file:///etc/passwd',
    'file:/etc/passwd',
    'file:///work/team%20a/../../etc/passwd',
    'file:///work/team%20a/%2e%2e/%2E%2E/etc/passwd',
    'file:///work/team%20a/..%2f..%2fetc%2fpasswd',
    'file:///work/team%20a/x\\..\\..\\..\\etc',
    'file:///work/team%20a/x%5c..%5c..%5c..%5cetc',
    'C:\\Windows\\win.ini',
    'FILE:///etc/passwd',
    'file://localhost/etc/passwd',
  ])('is not followed out of it: %s', async (path) => {
    expect(await follow(path)).toEqual({
      refusal: expect.stringMatching(/^“.*” is outside “team a”, the folder/),
    });
  });

  it.each([
    'http://example.org/facts.json',
    'HTTPS://example.org/facts.json',
    'file://server/share/facts.json',
    '\\\\server\\share\\facts.json',
    '//server/share/facts.json',
    '\\\\?\\C:\\facts.json',
    '\\\\.\\pipe\\facts',
    'ftp://example.org/x',
    'vscode-remote://ssh-remote+host/facts.json',
    'data:application/json,{}',
    'untitled:x',
  ])('is not followed to another machine: %s', async (path) => {
    expect(await follow(path)).toEqual({ refusal: expect.stringMatching(/is not on this machine/) });
  });

  it('names nothing where it is no path', async () => {
    expect(await follow('  ')).toEqual({ refusal: 'There is no file “  ”. Its guideline facts are not used.' });
    for (const odd of [
      '\uD800.json',
      '%',
      '%zz/%',
      'file:///%',
      '\0',
      'a\nb',
      '..',
      '.',
      '/',
      '\\',
      ':',
      '://',
      'file:',
      'file://',
    ]) {
      expect(await follow(odd).then(() => 'answered')).toBe('answered');
    }
  });

  it('is not followed by a link out of the folder, in any part of it', async () => {
    const links = { [`${ROOT}2016/facts.json`]: 'file:///etc/passwd' };
    expect(await follow('facts.json', TEAM, links)).toEqual({
      refusal: expect.stringMatching(/is a link to a place outside “team a”/),
    });
    // The folder itself may be reached by a link, and there may be no such file.
    const moved = { [ROOT]: 'file:///disk2/team/', [`${ROOT}2016/facts.json`]: 'file:///disk2/team/2016/facts.json' };
    expect(await follow('facts.json', TEAM, moved)).toBe(`${ROOT}2016/facts.json`);
    expect(await follow('facts.json', TEAM, { [`${ROOT}2016/facts.json`]: null })).toBe(`${ROOT}2016/facts.json`);
  });

  it('is not followed at all in a folder that is not trusted', async () => {
    const refusal = expect.stringMatching(/is not read in Restricted Mode\. Trust the folder/);
    expect(await follow('facts.json', { ...TEAM, isTrusted: false })).toEqual({ refusal });
  });

  it('stays on its own share or remote repository', async () => {
    const share: Namer = {
      kind: 'team',
      folder: 'file://server/letters/',
      root: 'file://server/letters/',
      isTrusted: true,
    };
    expect(await follow('facts.json', share)).toBe('file://server/letters/facts.json');
    expect(await follow('\\\\server\\letters\\facts.json', share)).toBe('file://server/letters/facts.json');
    expect(await follow('\\\\server\\other\\facts.json', share)).toEqual({ refusal: expect.stringMatching(/outside/) });
    expect(await follow('file:///etc/passwd', share)).toEqual({
      refusal: expect.stringMatching(/not on this machine/),
    });
    const remote: Namer = {
      kind: 'team',
      folder: 'vscode-vfs://github/o/r/',
      root: 'vscode-vfs://github/o/r/',
      isTrusted: true,
    };
    expect(await follow('x/facts.json', remote)).toBe('vscode-vfs://github/o/r/x/facts.json');
    expect(await follow('../s/facts.json', remote)).toEqual({ refusal: expect.stringMatching(/outside/) });
    expect(await follow('vscode-vfs://azurerepos/o/r/facts.json', remote)).toEqual({
      refusal: expect.stringMatching(/not on this machine/),
    });
  });
});

describe('A path in the user’s own settings', () => {
  it('may name any file of the machine', async () => {
    expect(await follow('/data/odg.json', USER)).toBe('file:///data/odg.json');
    expect(await follow('file:///data/odg.json', { ...USER, folder: null })).toBe('file:///data/odg.json');
    expect(await follow('facts.json', USER)).toBe(`${ROOT}facts.json`);
    const remote: Namer = { kind: 'user', folder: 'vscode-vfs://github/o/r/', isTrusted: true };
    expect(await follow('file:///data/odg.json', remote)).toBe('file:///data/odg.json');
  });

  it('leads to no other machine', async () => {
    for (const path of ['http://example.org/x', '\\\\server\\share\\x', 'file://server/x']) {
      expect(await follow(path, USER)).toEqual({ refusal: expect.stringMatching(/not on this machine/) });
    }
  });

  it('is not followed into a folder that is not trusted', async () => {
    const refusal = expect.stringMatching(/Restricted Mode/);
    expect(await follow('facts.json', { ...USER, isTrusted: false })).toEqual({ refusal });
    expect(await follow('/work/team a/facts.json', { ...USER, isTrusted: false })).toEqual({ refusal });
    expect(await follow('/data/odg.json', { ...USER, isTrusted: false })).toBe('file:///data/odg.json');
  });
});

it('no more files are followed than a list has', async () => {
  const files = await followPaths(
    Array.from({ length: 5000 }, (_, i) => `${i}.json`),
    TEAM,
    async (uri) => uri,
  );
  expect(files.filter(({ address }) => address !== null)).toHaveLength(100);
  expect(files.at(-1)).toMatchObject({ address: null, refusal: expect.stringMatching(/at most 100/) });
});

it('addresses are compared by what they mean', () => {
  expect(liesIn('file:///a/b/c', 'file:///a/b/')).toBe(true);
  expect(liesIn('file:///a/b', 'file:///a/b/')).toBe(true);
  expect(liesIn('file:///a/bc', 'file:///a/b/')).toBe(false);
  expect(liesIn('file:///C:/a', 'file:///c%3A/')).toBe(true);
  expect(isLocal('file:///a')).toBe(true);
  expect(isLocal('file://localhost/a')).toBe(true);
  expect(isLocal('file://host/a')).toBe(false);
});
