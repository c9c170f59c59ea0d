import { describe, expect, it } from 'vitest';
import { addWord } from '../../../server/src/team/addWord.ts';
import { applied } from '../../../server/src/team/fileChange.ts';
import { readTeamConfig } from '../../../server/src/team/teamConfig.ts';

function added(source: string, word: string): string {
  const change = addWord(source, word);
  if (change.kind !== 'edits') throw new Error(`Nothing was added: ${change.kind}`);
  return applied(source, change.edits);
}

describe('addWord', () => {
  it.each([
    ['no file yet', ''],
    ['an empty object', '{}'],
    ['other settings', '{\n  // ours\n  "rules": { "grammar": "off" }\n}\n'],
    ['a dictionary without words', '{ "dictionary": {} }'],
    ['an empty list', '{ "dictionary": { "words": [] } }'],
    // The library that edits JSON fails at so many blanks.
    ['a line of 197 blanks', `${' '.repeat(197)}{"rules":{}}`],
    ['a line of 198 blanks', `${' '.repeat(198)}{"rules":{}}`],
    ['a list', '{\n  "dictionary": {\n    "words": [\n      "acupoint" // theirs\n    ]\n  }\n}\n'],
    ['a list on one line, with a comma at its end', '{ "dictionary": { "words": ["acupoint",] } }'],
  ])('%s', (_, source) => {
    const before = readTeamConfig(source, ['grammar']);
    const after = readTeamConfig(added(source, 'neurowidget'), ['grammar']);
    expect(after).toEqual({ ...before, words: [...before.words, 'neurowidget'], problems: [] });
    expect(added(source, 'neurowidget')).toContain(/\/\/.*/.exec(source)?.[0] ?? '');
  });

  it('adds no word twice', () => {
    expect(addWord('{ "dictionary": { "words": ["neurowidget"] } }', 'neurowidget')).toEqual({ kind: 'unchanged' });
  });

  it.each(['{ "dictionary": ', '[]', '{ "dictionary": [] }', '{ "dictionary": { "words": "all" } }'])(
    'touches no file with mistakes: %s',
    (source) => {
      expect(addWord(source, 'neurowidget').kind).toBe('refused');
    },
  );
});
