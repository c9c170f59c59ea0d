import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetermination, parseLetters } from '../../../server/src/determination/parse.ts';
import { rewrap } from '../../../server/src/features/rewrap.ts';
import { letterText } from './support.ts';

const RATIONALE = `Decision rationale: The MTUS allows a short course of treatment where there is objective progress, and it
asks for
a note of it. In this case the notes tell of none, and the treat-
ment was well borne. The worker walks with a pre- and post-operative brace, as she did a year ago when she was first seen.
The request is not medically necessary.`;

const letterWith = (rationale: string): string =>
  letterText({
    issues: `Physical therapy 12 visits for the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

${rationale}
`,
  });

function rewrapped(source: string, at: string): string | null {
  const letter = parseDetermination(source);
  const edit = rewrap(letter, source.indexOf(at));
  if (edit === null) return null;
  const { lines } = letter.text;
  return (
    source.slice(0, lines.offsetAt(edit.range.start)) + edit.newText + source.slice(lines.offsetAt(edit.range.end))
  );
}

describe('a paragraph', () => {
  const source = letterWith(RATIONALE);
  const after = rewrapped(source, 'asks for');

  it('is rewrapped, with its label, from its first word to its last', () => {
    const lines = (after ?? '')
      .slice((after ?? '').indexOf('Decision rationale'))
      .trim()
      .split('\n');
    expect(lines[0]).toMatch(/^Decision rationale: The MTUS allows/);
    for (const [i, line] of lines.slice(0, -1).entries()) {
      expect(line.length).toBeLessThanOrEqual(120);
      const [next = ''] = (lines[i + 1] ?? '').split(' ');
      expect(line.length + 1 + next.length).toBeGreaterThan(88);
    }
  });

  it('keeps every word, and has the one whole that a line’s end had cut', () => {
    const words = (text: string): readonly string[] => text.split(/\s+/);
    expect(words(after ?? '')).toEqual(words(source.replace('treat-\nment', 'treatment')));
    expect(after).toContain('pre- and post-operative');
  });

  it('that is set already is left alone', () => {
    expect(rewrapped(after ?? '', 'asks for')).toBeNull();
  });

  it.each(['Case Number', 'CLINICAL', 'Physical therapy 12 visits'])('“%s” is none', (words) => {
    expect(rewrapped(source, words)).toBeNull();
  });

  it('with items of a list is left alone', () => {
    const list =
      'Decision rationale: The criteria are\n1) a note\n2) progress\nThe request is not medically necessary.';
    expect(rewrapped(letterWith(list), 'The criteria')).toBeNull();
  });
});

it('whatever its words are, they stay', () => {
  const word = fc.constantFrom(
    'a',
    'the',
    'pain',
    'x-ray',
    'L4-5',
    '10/2/2016',
    '(see',
    'note).',
    'naïve',
    '“so”',
    '12',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n')), { minLength: 1, maxLength: 60 }),
      (pieces) => {
        const source = letterWith(
          `Decision rationale: It ${pieces.flat().join('')} is. It is not medically necessary.`,
        );
        const after = rewrapped(source, 'rationale: It');
        return after === null || after.split(/\s+/).join(' ') === source.split(/\s+/).join(' ');
      },
    ),
    { numRuns: 40 },
  );
});

it('is rewrapped in each of several letters, and no other', () => {
  const second = letterWith(RATIONALE);
  const source = `${letterText({ issues: 'MRI of the neck: Upheld\n\nDecision rationale: It is not medically necessary.\n' })}\n${second}`;
  const [, letter] = parseLetters(source);
  if (letter === undefined) throw new Error('There are two.');
  const edit = rewrap(letter, source.indexOf('asks for\n'));
  expect(edit?.newText).toContain('asks for a note of it.');
  expect(edit?.range.start.line).toBeGreaterThan(source.split('\n').length - second.split('\n').length);
});
