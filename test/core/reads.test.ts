import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { oncePerLetter } from '../../server/src/determination/oncePerLetter.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { LetterText } from '../../server/src/text/letterText.ts';
import { oncePerProse } from '../../server/src/text/oncePerProse.ts';
import { letter } from './fixtures/letters.ts';

describe('what is read of a letter', () => {
  it('is read once for each piece, when it is first needed', () => {
    const asked: string[] = [];
    const lengthOf = oncePerProse(({ text }) => {
      asked.push(text);
      return text.length;
    });
    const { prose } = new LetterText('Twelve visits were had.');
    const piece = prose.slice(0, 6);
    expect(asked).toEqual([]);
    expect([lengthOf(prose), lengthOf(piece), lengthOf(prose), lengthOf(piece)]).toEqual([23, 6, 23, 6]);
    expect(asked).toEqual(['Twelve visits were had.', 'Twelve']);
  });

  it('is kept apart by what was asked, and by letter', () => {
    const first = oncePerProse(({ text }) => text.split(' ')[0] ?? null);
    const last = oncePerProse(({ text }) => text.split(' ').at(-1) ?? null);
    const [one, other] = ['six visits', 'two injections'].map((text) => new LetterText(text).prose);
    expect([one, other].flatMap((prose) => (prose ? [first(prose), last(prose)] : []))).toEqual([
      'six',
      'visits',
      'two',
      'injections',
    ]);
  });

  it('is also kept where there is nothing', () => {
    let times = 0;
    const nothing = oncePerProse(() => {
      times++;
      return null;
    });
    const { prose } = new LetterText('words');
    expect([nothing(prose), nothing(prose), times]).toEqual([null, null, 1]);
  });

  it('is not taken for what another reading of the same text says', () => {
    const countIssues = oncePerLetter(({ issues }) => issues.length);
    const read = parseDetermination(letter('d3-multi'));
    expect(countIssues(read)).toBeGreaterThan(0);
    expect(countIssues({ ...read, issues: [] })).toBe(0);
  });
});

describe('nothing of a letter is kept elsewhere', () => {
  const root = fileURLToPath(new URL('../../server/src/', import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, source: readFileSync(root + file, 'utf8') }));
  const filesWith = (pattern: RegExp): readonly string[] =>
    sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file);

  it('only these have a table of what may go, and what it is about outlives letters', () => {
    expect(filesWith(/\bnew Weak(?:Map|Set)\b/).toSorted()).toEqual([
      // A catalogue's, of the citations that it was asked about.
      'guidelines/resolver.ts',
      // Of the sections of a catalogue.
      'rules/citation-mismatch.ts',
      // Of a dictionary.
      'rules/misspelling.ts',
    ]);
  });

  it('no module has a table that fills up', () => {
    expect(
      filesWith(/^(?:export )?(?:const|let) (?![^\n]*\bReadonly(?:Map|Set)<)[^\n]*\bnew (?:Map|Set)(?:<[^\n]*>)?\(\)/m),
    ).toEqual([]);
  });
});
