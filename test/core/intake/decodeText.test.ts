import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../server/src/intake/decodeText.ts';
import { CLEAN_LETTER } from '../../support/letters.ts';

const TEXT = CLEAN_LETTER.replace('no red flag', 'no “red flag” – naïve café, 3 × 2 µg…');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('Bytes become the text that an editor shows', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 little-endian with a mark', utf16le(`\uFEFF${TEXT}`), 'utf-16le'],
    ['UTF-16 big-endian with a mark', utf16be(`\uFEFF${TEXT}`), 'utf-16be'],
    ['UTF-16 little-endian without a mark', utf16le(TEXT), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16be(TEXT), 'utf-16be'],
  ])('in %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: TEXT, encoding });
  });

  it('in Windows-1252, where they are no UTF-8', () => {
    const bytes = latin('\x93na\xefve\x94 \x96 caf\xe9 \x85 3 \xd7 2 \xb5g \x80');
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: '“naïve” – café … 3 × 2 µg €', encoding: 'windows-1252' });
  });

  it('in UTF-8 that one byte has damaged, or that was cut', () => {
    const damaged = new Uint8Array([...utf8('“no” – '), 0xe9, ...utf8(' “yes”')]);
    expect(decodeText(damaged)).toMatchObject({ text: '“no” – \uFFFD “yes”', encoding: 'utf-8' });
    expect(decodeText(utf8('“no” “yes”').subarray(0, -1))).toMatchObject({
      text: '“no” “yes\uFFFD',
      encoding: 'utf-8',
    });
  });

  it('where there are none', () => {
    expect(decodeText(new Uint8Array())).toEqual({ kind: 'text', text: '', encoding: 'utf-8' });
  });

  it('with any characters, whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const whole = `A letter. ${text.replace(/[\0-\x07\x0e-\x1f\x7f-\x9f]/g, '')}`;
        expect(decodeText(utf8(whole))).toMatchObject({ text: whole });
        expect(decodeText(utf16be(`\uFEFF${whole}`))).toMatchObject({ text: whole });
      }),
    );
    // Longer than what is turned into characters at a time.
    const long = TEXT.repeat(60);
    expect(decodeText(utf16le(long))).toMatchObject({ text: long });
    expect(decodeText(latin('caf\xe9 '.repeat(9000)))).toMatchObject({ text: 'café '.repeat(9000) });
  });
});

it('Marks that an extraction leaves between all words make no text binary', () => {
  const marked = TEXT.replaceAll(' ', ' \u0001');
  expect(decodeText(utf8(marked))).toMatchObject({ kind: 'text', text: marked });
});

describe('What is no text says what it is', () => {
  it.each([
    ['a PDF', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'), 'pdf'],
    ['a Word document', latin('PK\x03\x04\x14\x00\x06\x00'), 'word'],
    ['an old Word document', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'word'],
    ['rich text', latin('{\\rtf1\\ansi HOW THE IMR'), 'rtf'],
    ['zeros', new Uint8Array(5000), 'binary'],
    ['every byte in turn', Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256), 'binary'],
    ['noise without zeros', Uint8Array.from({ length: 20_000 }, (_, i) => 1 + ((i * 7919) % 255)), 'binary'],
    ['UTF-32', new Uint8Array(Buffer.from([...TEXT].flatMap((c) => [c.charCodeAt(0) & 0xff, 0, 0, 0]))), 'binary'],
  ])('as with %s', (_, bytes, format) => {
    expect(decodeText(bytes)).toEqual({ kind: 'other', format });
  });

  it('whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(['text', 'other']).toContain(decodeText(bytes).kind);
      }),
    );
  });
});
