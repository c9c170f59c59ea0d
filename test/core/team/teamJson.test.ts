import { describe, expect, it } from 'vitest';
import { layGuidelines, readGuidelines } from '../../../server/src/team/guidelineFile.ts';
import { readPutAside } from '../../../server/src/team/putAside.ts';
import { readTeamConfig } from '../../../server/src/team/teamConfig.ts';
import type { FileProblem } from '../../../server/src/team/teamJson.ts';

const READERS: readonly (readonly [string, (source: string) => readonly FileProblem[]])[] = [
  ['.imr.json', (source) => readTeamConfig(source, ['missing-citation']).problems],
  ['.imr-ignore.json', (source) => readPutAside(source).problems],
  ['guideline file', (source) => layGuidelines([readGuidelines(source)]).problems.flat()],
];

describe.each(READERS)('A %s', (_, problemsOf) => {
  it.each([
    ['brackets', '['.repeat(5000), 50],
    ['a million brackets', '['.repeat(1_000_000), 50],
    ['braces', '{"a":'.repeat(5000), 250],
    ['brackets that are closed', `${'['.repeat(5000)}${']'.repeat(5000)}`, 50],
    ['brackets far inside', `{ "x": [1], "putAside": ${'['.repeat(60)}`, 73],
  ])('of %s is told at its place, and not used', (__, source, start) => {
    expect(problemsOf(source)).toEqual([
      {
        span: { start, end: start + 1 },
        severity: 'error',
        message: 'Brackets are nested more than 50 deep here. The file is not used.',
      },
    ]);
  });

  it('may have brackets in texts and comments', () => {
    const text = `{ "$schema": "${'['.repeat(5000)}" } // ${'{'.repeat(5000)}`;
    expect(problemsOf(text).filter(({ message }) => /brackets/.test(message))).toEqual([]);
  });

  it('of five million characters and more is reported, and not used', () => {
    expect(problemsOf(`{}${' '.repeat(5_000_000)}`)).toMatchObject([
      { message: expect.stringMatching(/more than 5,000,000 char/) },
    ]);
  });

  it('of nothing but mistakes has the first hundred reported, and the others counted', () => {
    const problems = problemsOf('x '.repeat(20_000));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toMatch(/^And \d\d,\d{3} more mistakes after this one\.$/);
    const repeated = problemsOf(`{${'"a": 1,'.repeat(1000)}}`);
    expect(repeated.length).toBeLessThanOrEqual(101);
  });

  it('may begin with a byte order mark', () => {
    const messages = (source: string) => problemsOf(source).map(({ message }) => message);
    expect(messages('\uFEFF{}')).toEqual(messages('{}'));
    expect(messages('\uFEFF')).toEqual(messages(''));
  });
});

it('a guideline file of too many rows is used as far as it goes', () => {
  const limit = (i: number) => ({
    id: `own-${i}`,
    chapter: 'odg-knee',
    condition: 'Invented strain',
    categories: ['physical-therapy'],
    kind: 'total',
    visitsMax: 15,
    source: 'our license',
    certainty: 'seen',
  });
  const source = JSON.stringify({ name: 'Ours', limits: Array.from({ length: 5002 }, (_, i) => limit(i)) });
  const { file, problems } = readGuidelines(source);
  expect(file.limits).toHaveLength(5000);
  expect(problems).toMatchObject([
    { message: '“limits” has more than 5,000 rows. This one and those after it are not used.' },
  ]);
  expect(source.slice(problems[0]?.span.start).startsWith('{"id":"own-5000"')).toBe(true);
});
