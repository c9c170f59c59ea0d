import { describe, expect, it } from 'vitest';
import { readTeamConfig, resolveSeverities } from '../../../server/src/team/teamConfig.ts';

const RULES = ['missing-citation', 'missing-decision'];

describe('a .imr.json', () => {
  it('gives severities, further guidelines and words; comments and a last comma are welcome', () => {
    const source = `{
      // agreed in May
      "$schema": "./x.json",
      "rules": { "missing-citation": "hint", "missing-decision": "off", },
      "guidelines": { "files": ["facts/2027.json"] },
      "dictionary": { "words": ["Norflex", "Zanaflex"] },
    }`;
    const config = readTeamConfig(source, RULES);
    expect(config).toMatchObject({
      rules: { 'missing-citation': 'hint', 'missing-decision': 'off' },
      guidelineFiles: [{ value: 'facts/2027.json' }],
      words: ['Norflex', 'Zanaflex'],
      problems: [],
    });
    const [file] = config.guidelineFiles;
    expect(source.slice(file?.span.start, file?.span.end)).toBe('"facts/2027.json"');
  });

  it.each<[string, string, string, RegExp]>([
    [
      'an unknown rule',
      '{ "rules": { "missing-citaton": "off", "missing-decision": "off" } }',
      '"missing-citaton"',
      /no rule “missing-citaton”\. Did you mean “missing-citation”/,
    ],
    [
      'a rule unlike any',
      '{ "rules": { "spelling": "off", "missing-decision": "off" } }',
      '"spelling"',
      /no rule “spelling”\.$/,
    ],
    [
      'a wrong severity',
      '{ "rules": { "missing-citation": "warn", "missing-decision": "off" } }',
      '"warn"',
      /“off”, “hint”, “information”, “warning” or “error”/,
    ],
    [
      'a severity that is no text',
      '{ "rules": { "missing-citation": [2], "missing-decision": "off" } }',
      '[2]',
      /“off”/,
    ],
    ['an unknown part', '{ "rule": {}, "rules": { "missing-decision": "off" } }', '"rule"', /“rule” is not known here/],
    [
      'a rule named twice',
      '{ "rules": { "missing-decision": "hint", "missing-decision": "off" } }',
      '"missing-decision"',
      /second time/,
    ],
    [
      'words that are no list',
      '{ "dictionary": { "words": "Norflex" }, "rules": { "missing-decision": "off" } }',
      '"Norflex"',
      /must be a list/,
    ],
    [
      'a word that is no text',
      '{ "dictionary": { "words": [3] }, "rules": { "missing-decision": "off" } }',
      '3',
      /quotation marks/,
    ],
    [
      'guidelines that are no object',
      '{ "guidelines": "a.json", "rules": { "missing-decision": "off" } }',
      '"a.json"',
      /object in braces/,
    ],
    [
      'a missing comma',
      '{ "rules": { "missing-citation": "hint" "missing-decision": "off" } }',
      '"missing-decision"',
      /comma is missing/,
    ],
    ['a missing end', '{ "rules": { "missing-decision": "off" }', '}', /closing brace/],
  ])('tells %s at its place, and the rest counts', (_, source, words, message) => {
    const { rules, problems } = readTeamConfig(source, RULES);
    expect(rules).toMatchObject({ 'missing-decision': 'off' });
    expect(problems).toEqual([
      { span: expect.anything(), severity: expect.anything(), message: expect.stringMatching(message) },
    ]);
    const [problem] = problems;
    expect(source.slice(problem?.span.start, problem?.span.end)).toBe(words);
  });

  it('may be empty, and any text at all gives settings', () => {
    expect(readTeamConfig('  \n', RULES)).toMatchObject({ rules: {}, problems: [] });
    for (const source of ['[]', '7', 'off', '{', '{"rules":', '{"rules": null}', '\u0000', '{"rules":{"a"']) {
      const { rules, problems } = readTeamConfig(source, RULES);
      expect(rules).toEqual({});
      expect(problems, source).not.toEqual([]);
      for (const { span } of problems) expect(span.start < span.end && span.end <= source.length, source).toBe(true);
    }
  });
});

describe('the severities of a letter', () => {
  it('are the user’s, and over them the team’s', () => {
    const team = readTeamConfig('{ "rules": { "missing-citation": "off" } }', RULES);
    const user = { 'missing-citation': 'error', 'missing-decision': 'hint' } as const;
    expect(resolveSeverities(user, team)).toEqual({ 'missing-citation': 'off', 'missing-decision': 'hint' });
    expect(resolveSeverities(user, null)).toEqual(user);
  });
});
