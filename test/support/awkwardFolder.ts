import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from './letters.ts';

const TYPOGRAPHIC = LETTER_WITH_FINDINGS.replace('no red flag', 'no “red flag” – naïve');
const inWindows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96'), 'latin1');
const titleCase = (text: string): string =>
  text.replace(/^[A-Z][A-Z, ]+$/gm, (line) => line.toLowerCase().replace(/\b[a-z]/g, (each) => each.toUpperCase()));

/** Letters as people have them: by path, what a file holds. Each has a finding but the clean ones. */
const LETTERS: Readonly<Record<string, string | Buffer>> = {
  'clean.txt': CLEAN_LETTER,
  'B.TXT': LETTER_WITH_FINDINGS,
  'C.IMR': LETTER_WITH_FINDINGS,
  'by name.imr.txt': LETTER_WITH_FINDINGS,
  'plain.text': LETTER_WITH_FINDINGS,
  'CM16-0999001': LETTER_WITH_FINDINGS,
  '.draft.txt': LETTER_WITH_FINDINGS,
  '2016.03/deep/Dr. b #2.txt': LETTER_WITH_FINDINGS,
  '.hidden/letter.txt': LETTER_WITH_FINDINGS,
  'mac.txt': LETTER_WITH_FINDINGS.replaceAll('\n', '\r'),
  'dos.txt': LETTER_WITH_FINDINGS.replaceAll('\n', '\r\n'),
  'marked.txt': `\uFEFF${LETTER_WITH_FINDINGS}`,
  'utf16.txt': Buffer.from(`\uFEFF${TYPOGRAPHIC}`, 'utf16le'),
  'utf16be.txt': Buffer.from(`\uFEFF${TYPOGRAPHIC}`, 'utf16le').swap16(),
  'utf16 unmarked.txt': Buffer.from(LETTER_WITH_FINDINGS, 'utf16le'),
  'windows.txt': inWindows1252(TYPOGRAPHIC),
  'title case.txt': titleCase(LETTER_WITH_FINDINGS),
};

/** Files that may be letters by their names and are none. */
const OTHERS: Readonly<Record<string, string | Buffer>> = {
  'empty.txt': '',
  'empty.imr': '',
  'minutes.txt': 'Minutes of the meeting.\n',
  'mail.txt': `From: A. Alder\nTo: Q. Quince\nSubject: a letter\n\n${LETTER_WITH_FINDINGS}`,
  README: 'How to file letters.\n',
  program: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]),
};

/** Files that promise text and are none. */
const UNREADABLE: Readonly<Record<string, string | Buffer>> = {
  'scan.txt': '%PDF-1.7\n',
  'noise.txt': Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
  'large.txt': Buffer.alloc(10_000_001, 0x20),
};

/** Files that are not looked into. */
const NEVER_LOOKED_INTO: Readonly<Record<string, string>> = {
  'B.TXT.bak': LETTER_WITH_FINDINGS,
  'clean.txt~': CLEAN_LETTER,
  'letter.pdf': '%PDF-1.7\n',
  '.gitignore': '*.bak\n',
  '.git/description': LETTER_WITH_FINDINGS,
  'tools/node_modules/x/LICENSE': LETTER_WITH_FINDINGS,
};

export const AWKWARD = {
  letters: Object.keys(LETTERS),
  others: Object.keys(OTHERS),
  unreadable: Object.keys(UNREADABLE),
  /** What is skipped without a look, but hidden files. */
  passedOver: ['B.TXT.bak', 'clean.txt~', 'letter.pdf'],
};

/** Fills a folder with letters as people have them, and with what lies beside them. */
export function fillAwkwardFolder(folder: string): void {
  for (const [name, content] of Object.entries({ ...LETTERS, ...OTHERS, ...UNREADABLE, ...NEVER_LOOKED_INTO })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Windows has no such files. */
export const HAS_PIPES = process.platform !== 'win32';

export const makePipe = (path: string): void => void execFileSync('mkfifo', [path]);
