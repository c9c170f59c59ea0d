import { expect, it } from 'vitest';
import { fileName, foldersUpwards, isTeamFile, TeamFiles } from '../../../server/src/config/teamFiles.ts';

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

it('takes the nearest file of each kind, and reads a file once', async () => {
  const files = new Map([
    ['file:///team/.imr.json', '{ "rules": { "missing-citation": "off" } }'],
    ['file:///team/.imr-ignore.json', '{ "putAside": [] }'],
    ['file:///team/2016/.imr.json', '{ "rules": { "missing-citation": "hint" } }'],
  ]);
  const team = new TeamFiles((uri) => Promise.resolve(files.get(uri) ?? null), ['missing-citation']);
  const deep = await team.rulesFor('file:///team/2016/07/a.txt');
  expect(deep.config).toMatchObject({
    uri: 'file:///team/2016/.imr.json',
    file: { rules: { 'missing-citation': 'hint' } },
  });
  expect(deep.putAside?.uri).toBe('file:///team/.imr-ignore.json');
  const other = await team.rulesFor('file:///team/b.txt');
  expect(other.config?.file.rules).toEqual({ 'missing-citation': 'off' });
  expect(other.putAside).toBe(deep.putAside);
  expect(await team.rulesFor('untitled:Untitled-1')).toEqual({ config: null, putAside: null });
});
