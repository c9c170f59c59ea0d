import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { filesThatMakeStateful, madePatterns, type Pattern, writtenPatterns } from './support/patterns.ts';

const written = writtenPatterns();
const made = madePatterns();
const show = ({ file, source, flags }: Pattern): string => `${file ?? 'made'}: /${source}/${flags}`;

describe('no pattern keeps a state between two questions', () => {
  it('as none that is written out goes on where it stopped', () => {
    const stateful = written.filter(({ flags, usedUp }) => /[gy]/.test(flags) && !usedUp);
    expect(stateful.map(show)).toEqual([]);
  });

  it('and none is made so but where that is kept inside', () => {
    expect(filesThatMakeStateful()).toEqual(['text/pattern.ts']);
  });
});

/** Without what is escaped and what is in classes. */
const bare = (source: string): string => source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');

it('no pattern that is asked about one place looks at all that follows', () => {
  // A reader that asks at every comma of a row of commas would look at the rest of the row each time.
  const endless = made.filter(({ source, flags }) => flags.includes('y') && /[*+]|\{\d+,\}/.test(bare(source)));
  expect(endless.map(show)).toEqual([]);
});

describe('no pattern takes longer than its text', () => {
  it('whatever it is', () => {
    const all = new Map([...written, ...made].map((pattern) => [show({ ...pattern, file: null }), pattern]));
    const slow = [...all.values()].filter(({ source, flags }) => {
      const { reports } = analyse({ source, flags: flags.replace('y', '') }, { assumeRejectingSuffix: false });
      return reports.length > 0;
    });
    expect(slow.map(show)).toEqual([]);
  });
});
