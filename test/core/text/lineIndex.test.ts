import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';

/** The library that applies the client's changes: both must mean the same by a position. */
const document = (text: string): TextDocument => TextDocument.create('file:///a.txt', 'imr-determination', 1, text);

describe('lines', () => {
  it('end where the protocol says, and a place beyond one is its end', () => {
    const lines = new LineIndex('ab\r\nc\rd\n');
    expect([0, 1, 2, 3, 4].map((line) => lines.offsetAt({ line, character: 99 }))).toEqual([2, 5, 7, 8, 8]);
    expect(lines.offsetAt({ line: 2 ** 31, character: 0 })).toBe(8);
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
  });

  it('are those of the document that the client edits', () => {
    const texts = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', '\f', '\u2028', '\u0085'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(15), fc.nat(15), (pieces, line, character) => {
        const text = pieces.join('');
        expect(new LineIndex(text).offsetAt({ line, character })).toBe(document(text).offsetAt({ line, character }));
      }),
      { numRuns: 500 },
    );
  });
});
