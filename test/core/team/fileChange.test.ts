import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWord } from '../../../server/src/team/addWord.ts';
import { applied, type FileChange } from '../../../server/src/team/fileChange.ts';
import { type PutAside, readPutAside } from '../../../server/src/team/putAside.ts';
import { addEntries, removeEntries } from '../../../server/src/team/putAsideEdits.ts';
import { readTeamConfig } from '../../../server/src/team/teamConfig.ts';

const entry: PutAside = {
  fingerprint: `v1:${'0'.repeat(32)}`,
  rule: 'missing-citation',
  letter: 'CM16-0999001',
  reason: 'The "evidence" is in\nthe summary',
  date: '2026-03-14',
};
const other: PutAside = { ...entry, letter: 'b.txt' };
const third: PutAside = { ...entry, letter: 'c.txt' };

function changed(source: string, change: FileChange): string {
  if (change.kind !== 'edits') throw new Error(`Nothing is changed: ${JSON.stringify(change)}`);
  return applied(source, change.edits);
}

const entriesOf = (source: string): readonly PutAside[] => {
  const { entries, problems } = readPutAside(source);
  expect(problems, source).toEqual([]);
  return entries.map(({ span: _, index: __, ...rest }) => rest);
};

const LAID_OUT = `\uFEFF{\r\n\t// ours\r\n\t"putAside": [\r\n\t\t${JSON.stringify(other)}, // why\r\n\t\t/* until May */ ${JSON.stringify(third)} // the last\r\n\t\t// no more\r\n\t]\r\n}\r\n`;

describe('A .imr-ignore.json', () => {
  it.each([
    ['no file', '', 1],
    ['an empty object', '{}\n', 1],
    ['an empty list', '{\n  "putAside": []\n}\n', 1],
    ['a list that holds a comment', '{ "putAside": [ /* none yet */ ] }', 1],
    ['another part', '{ "$schema": "x" }', 1],
    ['a list on one line', `{ "putAside": [${JSON.stringify(other)}] }`, 2],
    ['a list with a last comma', `{ "putAside": [\n    ${JSON.stringify(other)}, // why\n  ] }`, 2],
    ['comments, tabs, CRLF and a byte order mark', LAID_OUT, 3],
    ['a byte order mark alone', '\uFEFF', 1],
  ])('takes an entry where there is %s', (_, source, count) => {
    const added = changed(source, addEntries(source, [entry]));
    const entries = entriesOf(added);
    expect(entries.at(-1)).toEqual(entry);
    expect(entries).toHaveLength(count);
    expect(added.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'));
    for (const comment of ['// ours', '// why', '// the last', '// no more', '/* none yet */']) {
      expect(added.includes(comment)).toBe(source.includes(comment));
    }
  });

  it('keeps the layout that it has', () => {
    expect(changed(LAID_OUT, addEntries(LAID_OUT, [entry]))).toBe(
      LAID_OUT.replace('} // the last', '}, // the last').replace(
        '// no more',
        `// no more\r\n\t\t{ "rule": "missing-citation", "letter": "CM16-0999001", "reason": "The \\"evidence\\" is in\\nthe summary", "date": "2026-03-14", "fingerprint": "${entry.fingerprint}" }`,
      ),
    );
  });

  it('takes no entry twice, whatever its letter is called', () => {
    const source = changed(
      '',
      addEntries('', [entry, { ...entry, letter: 'CM 16–0999001' }, { ...entry, reason: 'again' }]),
    );
    expect(entriesOf(source)).toHaveLength(1);
    expect(addEntries(source, [{ ...entry, letter: 'cm16-0999001' }])).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['is broken', '{ "putAside": ['],
    ['is a list', '[]'],
    ['has no list', '{ "putAside": {} }'],
    ['has two lists', '{ "putAside": [], "putAside": [] }'],
    ['lost characters', '{ "putAside": [], "$schema": "caf\uFFFD" }'],
    ['is as deep as a well', `{ "putAside": ${'['.repeat(5000)} }`],
  ])('is left as it is where it %s', (_, source) => {
    expect(addEntries(source, [entry]).kind).toBe('refused');
    expect(removeEntries(source, [entry]).kind).toBe('refused');
    if (!source.startsWith('{ "putAside": {')) expect(addWord(source, 'x').kind).toBe('refused');
  });

  it('loses entries by what they say, and keeps the rest', () => {
    expect(changed(LAID_OUT, removeEntries(LAID_OUT, [third]))).toBe(
      LAID_OUT.replace(`${JSON.stringify(third)}`, '').replace('}, // why', '} // why'),
    );
    expect(changed(LAID_OUT, removeEntries(LAID_OUT, [other]))).toBe(LAID_OUT.replace(`${JSON.stringify(other)},`, ''));
    // Someone put it aside again, with another reason.
    expect(removeEntries(LAID_OUT, [{ ...third, reason: 'as it was' }])).toEqual({ kind: 'unchanged' });
    expect(removeEntries('', [third]).kind).toBe('refused');
  });

  it('leaves no empty lines where entries were', () => {
    const source = changed('', addEntries('', [entry, other, third]));
    for (const gone of [[entry], [other], [third], [entry, third], [other, third]]) {
      const left = changed(source, removeEntries(source, gone));
      expect(left).toBe(
        changed(
          '',
          addEntries(
            '',
            [entry, other, third].filter((each) => !gone.includes(each)),
          ),
        ),
      );
    }
  });
});

/** A file as people write it: any blanks, comments and line ends between the parts that JSON asks for. */
const files = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    letters: fc.uniqueArray(fc.constantFrom('a.txt', 'b, [c].txt', 'CM16-0999001', '{"]', '// d'), { maxLength: 5 }),
    gaps: fc.array(fc.constantFrom('', '', ' ', '\t', '\n', '\n    ', ' // note [,\n', ' /* note ] */ ', '\n\n'), {
      minLength: 24,
      maxLength: 24,
    }),
    hasLastComma: fc.boolean(),
  })
  .map(({ mark, lineEnd, letters, gaps, hasLastComma }) => {
    let at = 0;
    const gap = (): string => gaps[at++ % gaps.length] ?? '';
    const entries = letters.map((letter) => ({ ...entry, letter }));
    const items = entries.map((each) => `${gap()}${JSON.stringify(each)}${gap()}`).join(',');
    const last = hasLastComma && items !== '' ? `,${gap()}` : '';
    const text = `${gap()}{${gap()}"putAside"${gap()}:${gap()}[${items}${last}${gap()}]${gap()}}${gap()}`;
    return { source: mark + text.replaceAll('\n', lineEnd), entries };
  });

const notes = (source: string): number => source.split('note').length - 1;

it('any .imr-ignore.json takes entries and loses them; all else in it stays', () => {
  fc.assert(
    fc.property(files, fc.array(fc.nat(4), { maxLength: 5 }), ({ source, entries }, gone) => {
      const added = changed(source, addEntries(source, [third]));
      expect(entriesOf(added)).toEqual([...entries, third]);
      expect(notes(added)).toBe(notes(source));
      expect(entriesOf(changed(added, removeEntries(added, [third])))).toEqual(entries);
      const doomed = entries.filter((_, i) => gone.includes(i));
      const change = removeEntries(source, doomed);
      if (doomed.length === 0) expect(change).toEqual({ kind: 'unchanged' });
      else {
        const left = changed(source, change);
        expect(entriesOf(left)).toEqual(entries.filter((each) => !doomed.includes(each)));
        expect(notes(left)).toBe(notes(source));
        // What was plain JSON still is.
        if (isPlain(source)) expect(isPlain(left)).toBe(true);
      }
      const worded = changed(source, addWord(source, 'neurowidget'));
      expect(readTeamConfig(worded, []).words).toEqual(['neurowidget']);
      expect(notes(worded)).toBe(notes(source));
    }),
    { numRuns: 500 },
  );
});

function isPlain(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

it('ten thousand entries are added and removed in steps that grow with the file', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...entry, letter: `${i}.txt` }));
  const source = changed('', addEntries('', many(10_000)));
  const change = removeEntries(source, many(9_999));
  expect(change).toMatchObject({ kind: 'edits', count: 9_999 });
  expect(entriesOf(changed(source, change))).toHaveLength(1);
});
