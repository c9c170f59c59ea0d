import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';

const folded = (source: string): string => new LetterText(source).prose.text;

describe('folding', () => {
  it.each([
    ['line ends and runs of blanks', 'one  two\t three \n\n four\r\nfive', 'one two three four five'],
    ['a page break in a sentence', 'was\n\fapproved', 'was approved'],
    ['non-breaking and thin spaces', 'one\u00a0two\u2009three', 'one two three'],
    ['a soft hyphen', 'elec\u00adtro', 'electro'],
    ['a byte order mark', '\ufeffCase', 'Case'],
    ['a word cut at its hyphen', 'anti-\ninflammatory', 'anti-inflammatory'],
    ['a word cut in a double-spaced letter', 'post- \n\ninjection', 'post-injection'],
    ['a date cut at a hyphen', 'on 11-30-\n2016', 'on 11-30-2016'],
    ['a score', '7-\n8/10', '7-8/10'],
    ['a suspended hyphen', 'six-\nto eight-week', 'six- to eight-week'],
    ['a dash at a line’s end', 'pain -\nworse', 'pain - worse'],
    ['a word cut at its hyphen over a page number', 'one post-\n\n   3\n\fsurgical', 'one post-surgical'],
    ['a running head', 'one\nFinal Determination Letter for IMR Case Number CM14-0012345    3\ntwo', 'one two'],
    [
      'a sentence about a running head',
      'Final Determination Letter for IMR Case Number CM14-0012345 was sent',
      'Final Determination Letter for IMR Case Number CM14-0012345 was sent',
    ],
    ['nothing', '', ''],
    ['only blanks', ' \n\f ', ''],
  ])('%s', (_, source, expected) => {
    expect(folded(source)).toBe(expected);
  });

  it('maps every character back to what it was read from, in the order of the letter', () => {
    const unit = fc.constantFrom(
      ...'ab-Z9.:( \t\r\n\f\u00a0\u00ad\ufb01\u200e\u2011\u2028\uf0b7',
      'â€™',
      'Â\u00a0',
      '\ufffd',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (source) => {
        const { prose } = new LetterText(source);
        let before = 0;
        for (let i = 0; i < prose.length; i++) {
          const { start, end } = prose.span(i, i + 1);
          const written = source.slice(start, end);
          expect(start >= before && end > start, `${i}: ${start}..${end}`).toBe(true);
          if (/[A-Za-z0-9.:(]/.test(written)) expect(written).toBe(prose.text[i]);
          const isFirst = i === 0 || prose.span(i - 1, i).start < start;
          if (isFirst && prose.text[i] !== ' ') expect(prose.indexOf(start)).toBe(i);
          expect(prose.endOf(prose.span(i, i + 1))).toBeGreaterThan(i);
          before = start;
        }
      }),
    );
  });

  it('never leaves two blanks in a row, nor one at an end', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'a- \n\f\u00ad') });
    fc.assert(fc.property(anyText, (source) => !/ {2}|^ | $/.test(folded(source))));
  });
});

describe('prose', () => {
  it('spans wrapped words from their first to their last character in the original', () => {
    const source = 'MRI of the\n\n  right shoulder';
    const { prose } = new LetterText(source);
    const start = prose.text.indexOf('the right');
    const span = prose.span(start, start + 'the right'.length);
    expect(source.slice(span.start, span.end)).toBe('the\n\n  right');
  });

  it('slices without blanks at the ends, and keeps the way back', () => {
    const source = 'a:  b \n c.';
    const { prose } = new LetterText(source);
    const part = prose.slice(2);
    expect(part.text).toBe('b c.');
    expect(source.slice(part.range.start, part.range.end)).toBe('b \n c.');
  });
});

describe('lines', () => {
  it('counts LF, CRLF and CR as LSP does, and no form feed', () => {
    const { lines } = new LetterText('a\nb\r\nc\rd\fe');
    expect(lines.lineCount).toBe(4);
    expect([0, 2, 5, 7, 9].map((offset) => lines.positionAt(offset))).toEqual([
      { line: 0, character: 0 },
      { line: 1, character: 0 },
      { line: 2, character: 0 },
      { line: 3, character: 0 },
      { line: 3, character: 2 },
    ]);
  });

  it('turns offsets into positions and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab\r\n') }), fc.nat(50), (source, offset) => {
        const { lines } = new LetterText(source);
        const inside = Math.min(offset, source.length);
        // The protocol has no place between the two characters of one line end.
        const isInLineEnd = source[inside - 1] === '\r' && source[inside] === '\n';
        expect(lines.offsetAt(lines.positionAt(inside))).toBe(isInLineEnd ? inside - 1 : inside);
      }),
    );
  });

  it('takes the nearest end for a position outside the text', () => {
    const { lines } = new LetterText('ab\ncd');
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(5);
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  });
});
