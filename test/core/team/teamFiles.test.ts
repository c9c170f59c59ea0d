import { describe, expect, it } from 'vitest';
import { ABSENT, type FileText, unreadable } from '../../../server/src/intake/fileText.ts';
import { fileName, foldersUpwards, isTeamFile, type ReadText, TeamFiles } from '../../../server/src/team/teamFiles.ts';
import { TeamScope } from '../../../server/src/team/teamScope.ts';

it('looks in a letter’s folder and in those above it, up to the root', () => {
  expect(foldersUpwards('file:///c%3A/letters/2016/a.txt')).toEqual([
    'file:///c%3A/letters/2016/',
    'file:///c%3A/letters/',
    'file:///c%3A/',
    'file:///',
  ]);
  expect(foldersUpwards('vscode-vfs://github/team/letters/a.txt?ref=main/x')).toEqual([
    'vscode-vfs://github/team/letters/',
    'vscode-vfs://github/team/',
    'vscode-vfs://github/',
  ]);
  expect(foldersUpwards('memfs:/a.txt')).toEqual(['memfs:/']);
  expect(foldersUpwards('untitled:Untitled-1')).toEqual([]);
});

it('knows a team’s files by their names', () => {
  expect(fileName('file:///letters/Dr%20A.txt?x#y')).toBe('Dr A.txt');
  expect(fileName('file:///letters/100%.txt')).toBe('100%.txt');
  expect(isTeamFile('file:///a/.imr.json')).toBe(true);
  expect(isTeamFile('file:///a/.imr-ignore.json')).toBe(true);
  expect(isTeamFile('file:///a/x.imr.json')).toBe(false);
});

const CONFIG = 'file:///work/team/.imr.json';

/** A disk with files, and what it says of those that cannot be read. */
const reader =
  (files: Readonly<Record<string, string | FileText>>): ReadText =>
  async (uri) => {
    const file = files[uri];
    return typeof file === 'string' ? { kind: 'text', text: file } : (file ?? ABSENT);
  };

it('takes the nearest file of each kind, and reads a file once', async () => {
  const read = reader({
    [CONFIG]: '{ "rules": { "missing-citation": "off" } }',
    'file:///work/team/.imr-ignore.json': '{ "putAside": [] }',
    'file:///work/team/2016/.imr.json': '{ "rules": { "missing-citation": "hint" } }',
  });
  const team = new TeamFiles(read, async () => 'file:///work/team/', ['missing-citation']);
  const deep = await team.rulesFor('file:///work/team/2016/07/a.txt');
  expect(deep.config).toMatchObject({
    uri: 'file:///work/team/2016/.imr.json',
    file: { rules: { 'missing-citation': 'hint' } },
  });
  expect(deep.putAside?.uri).toBe('file:///work/team/.imr-ignore.json');
  const other = await team.rulesFor('file:///work/team/b.txt');
  expect(other.config?.file.rules).toEqual({ 'missing-citation': 'off' });
  expect(other.putAside).toBe(deep.putAside);
});

it('goes no farther up than it may, and nowhere for a document that lies nowhere', async () => {
  const read = reader({ [CONFIG]: '{}', 'file:///work/.imr.json': '{}', 'file:///.imr.json': '{}' });
  const upTo = (root: string | null) => new TeamFiles(read, async () => root, []);
  const letter = 'file:///work/team/2016/a.txt';
  expect((await upTo('file:///work/team/2016/').rulesFor(letter)).config).toBeNull();
  expect((await upTo('file:///work/team/').rulesFor(letter)).config?.uri).toBe(CONFIG);
  expect(await upTo(null).rulesFor('untitled:Untitled-1')).toEqual({ config: null, putAside: null, unreadable: [] });
});

it('names a file that cannot be read; no other one takes its place', async () => {
  const reason = 'you have no permission to read it';
  const read = reader({ [CONFIG]: unreadable(reason), 'file:///work/.imr.json': '{}' });
  const team = new TeamFiles(read, async () => 'file:///work/', []);
  const unread = [expect.objectContaining({ uri: CONFIG, reason })];
  expect(await team.rulesFor('file:///work/team/a.txt')).toEqual({ config: null, putAside: null, unreadable: unread });
});

describe('a team’s files count', () => {
  const LETTER = 'file:///home/kim/work/team/2016/a.txt';
  const root = (
    folders: readonly string[],
    {
      files = {},
      isTrusted = true,
      letter = LETTER,
    }: { files?: Record<string, string | FileText>; isTrusted?: boolean; letter?: string } = {},
  ) => new TeamScope(reader(files), () => ({ folders, home: 'file:///home/kim/', isTrusted })).rootOf(letter);
  const repository = (folder: string) => ({ [`${folder}.git/HEAD`]: 'ref: refs/heads/main\n' });

  it('in the opened folder that holds the letter, the outermost of several', async () => {
    expect(await root(['file:///home/kim/work/team/'])).toBe('file:///home/kim/work/team/');
    const nested = ['file:///home/kim/work/team/2016/', 'file:///home/kim/work/', 'file:///home/kim/other/'];
    expect(await root(nested)).toBe('file:///home/kim/work/');
    expect(await root(['file:///home/kim/work/te/'])).toBe('file:///home/kim/work/team/2016/');
  });

  it('in the letter’s own folder where none is opened', async () => {
    expect(await root([])).toBe('file:///home/kim/work/team/2016/');
  });

  it('in its repository, so that the editor and the command line agree', async () => {
    const files = repository('file:///home/kim/work/');
    expect(await root([], { files })).toBe('file:///home/kim/work/');
    expect(await root(['file:///home/kim/work/team/'], { files })).toBe('file:///home/kim/work/');
    const worktree = { 'file:///home/kim/work/team/.git': 'gitdir: /home/kim/main/.git/worktrees/team\n', ...files };
    expect(await root([], { files: worktree })).toBe('file:///home/kim/work/team/');
    expect(await root(['file:///home/kim/work/'], { files: worktree })).toBe('file:///home/kim/work/');
  });

  it('never above a folder that is not trusted', async () => {
    const files = repository('file:///home/kim/work/');
    expect(await root(['file:///home/kim/work/team/'], { files, isTrusted: false })).toBe(
      'file:///home/kim/work/team/',
    );
  });

  it('never in a repository that is the user’s home or holds it, nor where that is unknown', async () => {
    for (const folder of ['file:///home/kim/', 'file:///home/', 'file:///']) {
      expect(await root([], { files: repository(folder) })).toBe('file:///home/kim/work/team/2016/');
    }
    const closed = {
      'file:///home/kim/work/.git/HEAD': unreadable('no'),
      'file:///home/kim/work/.git': unreadable('no'),
    };
    expect(await root([], { files: closed })).toBe('file:///home/kim/work/team/2016/');
    // A home that was opened is opened.
    expect(await root(['file:///home/kim/'])).toBe('file:///home/kim/');
  });

  it('however an editor writes an address', async () => {
    const letter = 'file:///c%3A/Users/kim/Letters%20(new)/a.txt';
    expect(await root(['file:///C:/Users/kim/Letters%20%28new%29/'], { letter })).toBe(
      'file:///c%3A/Users/kim/Letters%20(new)/',
    );
  });

  it('on other file systems, too', async () => {
    expect(await root(['vscode-vfs://github/o/r/'], { letter: 'vscode-vfs://github/o/r/x/a.txt' })).toBe(
      'vscode-vfs://github/o/r/',
    );
    expect(await root([], { letter: 'untitled:Untitled-1' })).toBeNull();
  });
});
