import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../server/src/documents/pdf/page.ts';
import { pagesText } from '../../../server/src/documents/pdf/pagesText.ts';
import { piece } from './support.ts';

const textOf = (...pages: readonly (readonly Piece[])[]): string => pagesText(pages.map((pieces) => ({ pieces })));

/** Lines of prose below each other, the first at the height `top`. */
const prose = (lines: readonly string[], top = 100): readonly Piece[] =>
  lines.map((line, i) => piece(line, 72, top + 12 * i));

const SUMMARY = prose([
  'The injured worker is a roofer who fell',
  'from a ladder and twisted the left knee,',
  'which was swollen for several weeks.',
]);

describe('the rows of a page', () => {
  it('have a blank line where they are farther apart than the lines of a paragraph', () => {
    expect(textOf([...SUMMARY, ...prose(['He has had six visits.'], 144)])).toBe(
      'The injured worker is a roofer who fell\nfrom a ladder and twisted the left knee,\nwhich was swollen for several weeks.\n\nHe has had six visits.\n',
    );
  });

  it('have none in a letter with double spacing', () => {
    expect(textOf([piece('One line', 72, 100), piece('and another', 72, 124), piece('and the last.', 72, 148)])).toBe(
      'One line\nand another\nand the last.\n',
    );
  });

  it('are words with single blanks, however wide a justified line is set', () => {
    expect(textOf([piece('The', 72, 100), piece('injured', 94.5, 100), piece('worker', 135, 100)])).toBe(
      'The injured worker\n',
    );
  });

  it('are whole words, where letters are drawn one by one', () => {
    const letters = [...'Upheld'].map((letter, i) => piece(letter, 72 + 5.4 * i, 100, { width: 5 }));
    expect(textOf([...letters, piece('today', 108.5, 100)])).toBe('Upheld today\n');
  });

  it('hold raised and lowered figures', () => {
    const raised = { size: 6, width: 6 };
    expect(textOf([piece('on the 7', 72, 100), piece('th', 112, 96, raised), piece('visit', 121, 100)])).toBe(
      'on the 7th visit\n',
    );
  });

  it('hold words once that were drawn twice to be bold', () => {
    expect(textOf([piece('Upheld', 72, 100), piece('Upheld', 72.4, 100)])).toBe('Upheld\n');
    expect(textOf([piece('had', 72, 100), piece('had', 92, 100)])).toBe('had had\n');
  });

  it('have columns and indents by blanks', () => {
    const header = [piece('Priority:', 72, 76), piece('Standard', 172, 76)];
    const title = piece('CLINICAL CASE SUMMARY', 112, 88);
    expect(
      textOf([...header, title, ...SUMMARY])
        .split('\n')
        .slice(0, 2),
    ).toEqual(['Priority:           Standard', '        CLINICAL CASE SUMMARY']);
  });

  it('hold a label whole that its column has broken, but no value', () => {
    const row = [piece('Application', 72, 100), piece('12/01/2016', 152, 100)];
    expect(textOf([...row, piece('Received:', 72, 112)])).toBe('Application Received:   12/01/2016\n');
    const specialty = [piece('Specialty:', 72, 100), piece('Physical Medicine &', 152, 100)];
    expect(textOf([...specialty, piece('Rehabilitation', 152, 112)])).toBe(
      'Specialty:      Physical Medicine &\n                Rehabilitation\n',
    );
  });
});

describe('a page', () => {
  it('is read from its top to its foot, in whatever order it was drawn', () => {
    const text = textOf(SUMMARY);
    fc.assert(
      fc.property(fc.shuffledSubarray([...SUMMARY], { minLength: SUMMARY.length }), (drawn) => {
        expect(textOf(drawn)).toBe(text);
      }),
    );
  });

  it('that lies on its side, or is askew, reads as one that is upright', () => {
    const text = textOf(SUMMARY);
    const turned = (angle: number): readonly Piece[] =>
      SUMMARY.map((each) => ({
        ...each,
        x: each.x * Math.cos(angle) - each.y * Math.sin(angle),
        y: each.x * Math.sin(angle) + each.y * Math.cos(angle),
        angle,
      }));
    for (const angle of [Math.PI / 2, -Math.PI / 2, Math.PI, 0.02, -0.03]) expect(textOf(turned(angle))).toBe(text);
  });

  it('has no words of a watermark that runs across it', () => {
    expect(textOf([...SUMMARY, piece('DRAFT', 100, 124, { angle: -0.8, size: 60 })])).toBe(textOf(SUMMARY));
  });

  it('is parted from the next by a form feed', () => {
    expect(textOf(SUMMARY, prose(['Therefore, it is not.']))).toContain(
      'for several weeks.\n\fTherefore, it is not.\n',
    );
  });

  it('that is said to be miles wide is not followed', () => {
    expect(textOf([...SUMMARY, piece('far', 1e9, 100)]).length).toBeLessThan(500);
  });
});
