/** What a team's file calls a letter. */
import { asRead, type Determination } from '../determination/model/determination.ts';
import { everywhere } from '../text/pattern.ts';

/** What a letter is called in the file: its case number where it has one or its file is named after it, else its file's name. */
function letterName({ header }: Determination, fileName: string): string {
  return asRead(header.caseNumber)?.value ?? caseNumberIn(fileName) ?? fileName;
}

/** All that entries may call a letter; the name that is written comes first. */
export type LetterNames = readonly [string, ...string[]];

/** Before its case number was typed, or could be read, a letter went by its file's name. */
export function letterNames(letter: Determination, fileName: string): LetterNames {
  const name = letterName(letter, fileName);
  return name === fileName ? [name] : [name, fileName];
}

/**
 * A letter's name as names are compared: “CM 16-0213037”, “CM16–213037” and “cm16-0213037” are one case, and a file keeps
 * its name where a disk has it in other characters that look the same.
 */
export function letterKey(name: string): string {
  const visible = INVISIBLE.replaceIn(name.normalize('NFKC'), '');
  const plain = DASHES.replaceIn(visible, '-').toLowerCase().trim();
  const [, year, number] = CASE_KEY.exec(plain) ?? [];
  return year === undefined || number === undefined ? plain : `cm${year}-${number}`;
}

const INVISIBLE = everywhere(/[\p{Cf}\p{Cc}]/u);
const DASHES = everywhere(/[\p{Pd}\u2212]/u);
const CASE_KEY = /^cm[ \t]{0,9}(\d\d)[ \t]{0,9}-?[ \t]{0,9}(\d{4,9})$/;

/** The case number that a file is named after; null where it is named otherwise. */
export const caseNumberIn = (fileName: string): string | null => CASE_NUMBER.exec(fileName)?.[0] ?? null;

const CASE_NUMBER = /(?<![A-Z\d])CM\d\d-\d{6,8}(?!\d)/;
