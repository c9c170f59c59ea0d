import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { letterOverview } from '../../../server/src/features/letterOverview.ts';
import { letterText } from './support.ts';

const ISSUE = (heading: string): string => `${heading}

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: There is no red flag. The request is not medically necessary.
`;

describe('what a letter comes to', () => {
  const source = letterText({ issues: [ISSUE('MRI of the knee: Upheld'), ISSUE('A brace: Overturned')].join('\n') });
  const overview = letterOverview(parseDetermination(source));

  it('is its form, its decisions, and its issues in their order', () => {
    expect(overview).toMatchObject({
      form: 'Letter since 2014',
      decisions: '1 upheld, 1 overturned',
      issues: [
        { treatment: 'MRI of the knee', decision: 'Upheld', isComplete: true },
        { treatment: 'A brace', decision: 'Overturned', isComplete: true },
      ],
    });
    const lines = source.split('\n');
    expect(overview?.issues.map(({ heading }) => lines[heading.start.line])).toEqual([
      'MRI of the knee: Upheld',
      'A brace: Overturned',
    ]);
  });

  it('has a place for another issue after the last words of the last', () => {
    const end = overview?.issuesEnd;
    expect(source.split('\n')[end?.line ?? 0]?.slice(0, end?.character)).toBe(ISSUE('').trim().split('\n').at(-1));
  });

  it('has a place for the first issue where there is none', () => {
    const empty = letterOverview(parseDetermination(letterText({ issues: '' })));
    expect(empty).toMatchObject({ issues: [], decisions: '', issuesEnd: expect.anything() });
  });

  it('knows an issue that is only begun', () => {
    const begun = letterText({ issues: `${ISSUE('MRI of the knee: Upheld')}\nA brace: Overturned\n` });
    expect(letterOverview(parseDetermination(begun))?.issues.map(({ isComplete }) => isComplete)).toEqual([
      true,
      false,
    ]);
  });

  it('is nothing of a text that is no letter', () => {
    expect(letterOverview(parseDetermination('Buy milk.'))).toBeNull();
  });
});
