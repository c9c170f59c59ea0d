import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordList } from '../../../../server/src/wording/spelling/wordList.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'D', 'é'), minLength: 1, maxLength: 6 });

describe('WordList', () => {
  it('reads a word a line, whatever the line ends, without comments and empty lines', () => {
    const list = new WordList('# a comment\r\nankle\r\n\r\nhip\r\n');
    expect(list.size).toBe(2);
    expect(['ankle', 'hip', '', '# a comment', 'hi', 'hips'].filter((each) => list.has(each))).toEqual([
      'ankle',
      'hip',
    ]);
  });

  it.each(['hip\nankle\nknee', 'ankle\nhip\nknee\n', ''])('needs no order: %j', (source) => {
    const list = new WordList(source);
    for (const each of source.split('\n')) expect(list.has(each)).toBe(each !== '');
    expect(list.has('elbow')).toBe(false);
  });

  it('holds the words it was given and no others', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, (words, other) => {
        const list = new WordList(words.join('\n'));
        expect(words.every((each) => list.has(each))).toBe(true);
        expect(list.has(other)).toBe(words.includes(other));
      }),
    );
  });

  it.each([
    ['a letter left out', 'tendernes'],
    ['a letter put in', 'tenderrness'],
    ['a letter changed', 'tendermess'],
    ['two letters swapped', 'tendenress'],
    ['another case', 'TENDERNES'],
  ])('finds a word by %s', (_, written) => {
    expect(new WordList('tenderer\ntenderness\ntendon').near(written, 1)).toEqual([
      { word: 'tenderness', distance: 1 },
    ]);
  });

  it('finds exactly the words that are near', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, fc.integer({ min: 0, max: 2 }), (words, written, most) => {
        const near = new WordList(words.join('\n')).near(written, most);
        const expected = [...new Set(words)]
          .map((each) => ({ word: each, distance: slips(each.toLowerCase(), written.toLowerCase()) }))
          .filter(({ distance }) => distance <= most);
        expect([...near].sort(byWord)).toEqual(expected.sort(byWord));
      }),
    );
  });
});

const byWord = (a: { word: string }, b: { word: string }): number => (a.word < b.word ? -1 : 1);

/** Letters left out, put in, changed, and neighbors swapped: counted the plain way. */
function slips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)]);
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= b.length; j++) (table[0] ?? [])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (table[i] ?? [])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped);
    }
  }
  return at(a.length, b.length);
}
