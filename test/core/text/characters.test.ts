import { describe, expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';

const folded = (source: string): string => new LetterText(source).prose.text;

describe('characters that programs put in for others', () => {
  it.each([
    [
      'hyphens of any kind between figures',
      '9\u20106\u20112016 9\u20126\u20132016 9\u20146\u20152016 9\u22126',
      '9-6-2016 9-6-2016 9-6-2016 9-6',
    ],
    [
      'hyphens of any kind in words',
      'self\u2010directed, non\u2011certified, post\u2013op',
      'self-directed, non-certified, post-op',
    ],
    ['dashes with blanks around them', 'Low Back \u2013 Lumbar \u2014 chronic', 'Low Back - Lumbar - chronic'],
    ['a dash that divides two clauses', 'pain\u2014which', 'pain\u2014which'],
    ['the hyphen that Word keeps from breaking', 'CM16\u001e0990102, 9\u001e6\u001e2016', 'CM16-0990102, 9-6-2016'],
    [
      'soft hyphens',
      'elec\u00adtro, elec\u001ftro, elec\u00ad\ntro, 9\u00ad6\u00ad2016',
      'electro, electro, electro, 9-6-2016',
    ],
    ['marks of direction', '\u202aOverturned\u202c\u200e \u2066yes\u2069\u061c', 'Overturned yes'],
    ['joiners and marks that forbid a break', 'medi\u200bcally\u2060 neces\u200dsary\ufeff', 'medically necessary'],
    ['variation selectors and control characters', 'Uph\ufe0feld\u0007 \u{e0101}now\u0090', 'Upheld now'],
    [
      'ligatures',
      'certi\ufb01ed, a\ufb03liation, o\ufb00, in\ufb02amed, e\ufb04uent, \ufb06ated, po\ufb05, \u017ftate',
      'certified, affiliation, off, inflamed, effluent, stated, post, state',
    ],
    ['letters of full width', '\uff23\uff2d\uff11\uff16\uff0d\uff10', 'CM16-0'],
    ['bullets of symbol fonts', '\uf0b7 Norco\n\uf0a7\tMotrin', '• Norco • Motrin'],
    ['what a symbol font draws beside a figure', '90\uf0b0', '90°'],
    ['slashes of fractions', 'took 1\u20442 tablet', 'took 1/2 tablet'],
    ['wide blanks', 'one\u2003two\u3000three\u202ffour\u1680five', 'one two three four five'],
  ])('%s', (_, source, expected) => {
    expect(folded(source)).toBe(expected);
  });

  it.each([
    ['a soft return', '\u000b'],
    ['the control for a next line', '\u0085'],
    ['the separator of lines', '\u2028'],
    ['the separator of paragraphs', '\u2029'],
  ])('%s ends a line of the letter, and none of the editor', (_, mark) => {
    const { foldedLines, lines } = new LetterText(`one${mark}two${mark}${mark}three`);
    expect([0, 1, 2].map((line) => foldedLines.text(line))).toEqual(['one', 'two', 'three']);
    expect([1, 2].map((line) => foldedLines.line(line).lineEndsBefore)).toEqual([1, 2]);
    expect(lines.lineCount).toBe(1);
  });

  it('gives a span that covers the whole of a ligature', () => {
    const { prose } = new LetterText('a certi\ufb01ed list');
    expect(prose.text).toBe('a certified list');
    expect(prose.span(6, 8)).toEqual({ start: 6, end: 8 });
    expect(prose.span(7, 8)).toEqual({ start: 7, end: 8 });
    expect(prose.span(8, 9)).toEqual({ start: 7, end: 8 });
    expect(prose.within(prose.span(2, 11)).text).toBe('certified');
  });
});

describe('UTF-8 that was read as Windows-1252', () => {
  it.each([
    ['an apostrophe', 'the worker\u00e2\u20ac\u2122s knee', 'the worker’s knee', 1],
    [
      'quotation marks',
      '\u00e2\u20ac\u0153mild\u00e2\u20ac\u009d or \u00e2\u20ac\u0153worse\u00e2\u20ac',
      '“mild” or “worse”',
      4,
    ],
    ['non-breaking blanks', 'knee:\u00c2\u00a0Upheld. Then\u00c2 the end\u00c2', 'knee: Upheld. Then the end', 3],
    ['a dash between figures', '9\u00e2\u20ac\u201c10', '9-10', 1],
    [
      'signs',
      '\u00c2\u00a7 9792, 4\u00c2\u00bd, 90\u00c2\u00b0, Lyrica\u00c2\u00ae, caf\u00c3\u00a9',
      '§ 9792, 4½, 90°, Lyrica®, café',
      5,
    ],
    ['a ligature and a byte order mark', '\u00ef\u00bb\u00bfcerti\u00ef\u00ac\u0081ed', 'certified', 2],
    ['bytes that a program kept', 'worker\u00e2\u0080\u0099s', 'worker’s', 1],
    ['what was read wrong twice', 'worker\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s', 'worker’s', 1],
    [
      'lost characters',
      'worker\ufffds 9\ufffd10 visits.\ufffdThen \ufffdmild\ufffd certi\ufffded',
      'worker’s 9-10 visits. Then mild certi\ufffded',
      6,
    ],
    ['letters that are what they are', 'café, Ångström, 2×6, “é”, Señor', 'café, Ångström, 2×6, “é”, Señor', 0],
  ])('%s', (_, source, expected, mistakes) => {
    const { prose, garbled } = new LetterText(source);
    expect(prose.text).toBe(expected);
    expect(garbled).toHaveLength(mistakes);
  });

  it('keeps the way back', () => {
    const source = 'the worker\u00e2\u20ac\u2122s \ufb01rst knee';
    const { prose } = new LetterText(source);
    const span = prose.span(4, 12);
    expect(source.slice(span.start, span.end)).toBe('worker\u00e2\u20ac\u2122s');
    const after = prose.span(13, 18);
    expect([prose.text.slice(13, 18), source.slice(after.start, after.end)]).toEqual(['first', '\ufb01rst']);
  });
});
