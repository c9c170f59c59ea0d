import { describe, expect, it } from 'vitest';
import { applied } from '../../../server/src/team/fileChange.ts';
import { setRule } from '../../../server/src/team/setRule.ts';
import { readTeamConfig } from '../../../server/src/team/teamConfig.ts';

describe('setRule', () => {
  it.each([
    ['no file yet', ''],
    ['an empty object', '{}'],
    ['other settings', '{\n  // ours\n  "dictionary": { "words": ["acupoint"] }\n}\n'],
    ['other rules', '{ "rules": { "misspelling": "hint" } }'],
    ['the rule, set otherwise', '{ "rules": { "grammar": "hint" } /* theirs */ }'],
    ['Windows line ends', '{\r\n  "rules": {\r\n    "misspelling": "hint"\r\n  }\r\n}\r\n'],
  ])('%s', (_, source) => {
    const change = setRule(source, 'grammar', 'off');
    if (change.kind !== 'edits') throw new Error(`Nothing was set: ${change.kind}`);
    const text = applied(source, change.edits);
    const before = readTeamConfig(source, ['grammar', 'misspelling']);
    const after = readTeamConfig(text, ['grammar', 'misspelling']);
    expect(after).toEqual({ ...before, rules: { ...before.rules, grammar: 'off' }, problems: [] });
    expect(text).toContain(/\/[/*] (?:ours|theirs)/.exec(source)?.[0] ?? '');
    if (source.includes('\r\n')) expect(text).not.toMatch(/(?<!\r)\n/);
  });

  it('changes nothing where the file says so already', () => {
    expect(setRule('{ "rules": { "grammar": "off" } }', 'grammar', 'off')).toEqual({ kind: 'unchanged' });
  });

  it.each(['{ "rules": ', '[]', '{ "rules": [] }', '{ "rules": "off" }'])(
    'touches no file with mistakes: %s',
    (source) => {
      expect(setRule(source, 'grammar', 'off').kind).toBe('refused');
    },
  );
});
