import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterFile } from '../../../server/src/intake/letterFile.ts';
import { isFoundInSearch, isNamedAsLetter } from '../../../server/src/intake/letterNames.ts';
import { CLEAN_LETTER } from '../../support/letters.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A folder is searched for letters', () => {
  it.each([
    'a.txt',
    'B.TXT',
    'c.imr',
    'D.IMR',
    'e.imr.txt',
    'f.text',
    'CM16-0999001',
    '.draft.txt',
    '2016.03/old/g.Txt',
  ])('that may be in %s', (path) => {
    expect(isFoundInSearch(path)).toBe(true);
  });

  it.each([
    'a.txt.bak',
    'a.txt~',
    'a.pdf',
    'a.docx',
    '.imr.json',
    '.imr-ignore.json',
    '.gitignore',
    '.git/description',
    'tools/node_modules/x/LICENSE',
    '',
  ])('that are not in “%s”', (path) => {
    expect(isFoundInSearch(path)).toBe(false);
  });

  it('by the names that the manifest gives to letters', () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(manifest).toMatchObject({
      contributes: {
        languages: expect.arrayContaining([
          expect.objectContaining({ extensions: ['.imr'], filenamePatterns: ['*.imr.txt'] }),
        ]),
      },
    });
    expect(['a.imr', 'A.IMR', 'a.imr.txt', 'a.txt', 'imr.txt', 'a.imr.txt.bak'].filter(isNamedAsLetter)).toEqual([
      'a.imr',
      'A.IMR',
      'a.imr.txt',
    ]);
  });
});

describe('A file is checked', () => {
  it('as a letter by what it says, or by its name', () => {
    expect(letterFile('a.txt', bytes(CLEAN_LETTER))).toEqual({ text: CLEAN_LETTER });
    expect(letterFile('a.imr', bytes('Draft'))).toEqual({ text: 'Draft' });
  });

  it('but not where it is none, which is worth a word where its name promises text', () => {
    expect(letterFile('a.txt', bytes('Minutes of the meeting'))).toEqual({ skipped: 'noLetter' });
    expect(letterFile('a.txt', bytes('%PDF-1.7'))).toEqual({ skipped: 'unreadable' });
    expect(letterFile('imr', bytes('\0\0'))).toEqual({ skipped: 'noLetter' });
  });
});
