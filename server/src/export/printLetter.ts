import type { Report } from '../checking/rule.ts';
import { asRead, type Determination } from '../determination/model/determination.ts';
import type { PrintedBlock, PrintedFile, PrintedLetter, Run } from '../protocol/printedLetter.ts';
import { headerTable } from './headerTable.ts';
import { ParagraphStarts } from './paragraphs.ts';
import { RunMaker } from './runs.ts';
import { type Stretch, structureOf } from './structure.ts';

/** What one file is made of: the letters of a text, each laid out again. */
export function printFile(letters: readonly PrintedLetter[]): PrintedFile {
  const feet = new Set(letters.map(({ foot }) => foot));
  const [only = TITLE, ...others] = feet;
  return { title: others.length === 0 ? only : TITLES, letters };
}

/**
 * A letter laid out again: all its words in their order, with its headings, issues, and paragraphs as what they are, and without
 * what its pages brought along. Total: a text that is not a letter becomes paragraphs.
 * @param reports the findings to print as notes; none for the letter alone
 */
export function printLetter(letter: Determination, reports: readonly Report[] = []): PrintedLetter {
  const notes = [...reports].sort((a, b) => a.span.start - b.span.start);
  const caseNumber = asRead(letter.header.caseNumber)?.value;
  const title = caseNumber === undefined ? TITLE : `Final Determination Letter for IMR Case Number ${caseNumber}`;
  return {
    foot: title,
    blocks: blocksOf(letter, notes),
    notes: notes.map(({ severity, rule, message }) => ({ severity, rule: rule.name, message })),
  };
}

const TITLE = 'Independent Medical Review Final Determination';
const TITLES = 'Independent Medical Review Final Determinations';

function blocksOf(letter: Determination, notes: readonly Report[]): readonly PrintedBlock[] {
  const { text } = letter;
  const structure = structureOf(letter);
  const labels = structure.filter(({ kind }) => kind === 'label');
  // 'MAXIMUS guideline:' is bold; 'The Physician Reviewer based his/her decision on' is the beginning of a sentence.
  const bold = labels.filter(({ to }) => text.prose.text[to - 1] === ':');
  const runs = new RunMaker(text, bold, notes);
  const starts = new ParagraphStarts(text, labels);
  const blocks: PrintedBlock[] = [];
  let at = 0;
  const flow = (end: number): void => {
    while (at < end) {
      const next = Math.min(starts.after(at), end);
      const words = runs.between(at, next);
      if (words.length > 0)
        blocks.push({ kind: starts.isItem(at) ? 'item' : isTitle(words) ? 'section' : 'paragraph', runs: words });
      at = next;
    }
  };
  for (const stretch of structure) {
    if (stretch.kind === 'label') continue;
    flow(stretch.from);
    blocks.push(blockOf(stretch, letter, runs));
    at = stretch.to;
  }
  flow(text.prose.length);
  return blocks;
}

/** 'MAXIMUS FEDERAL SERVICES, INC.', 'INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION': what a cover page has above its text. */
function isTitle(runs: readonly Run[]): boolean {
  const words = runs.map(({ text }) => text).join('');
  return words.length < LONGEST_TITLE && !/[a-z\d]/.test(words) && /[A-Z]{4}/.test(words);
}

const LONGEST_TITLE = 100;

function blockOf(
  stretch: Exclude<Stretch, { readonly kind: 'label' }>,
  { text }: Determination,
  runs: RunMaker,
): PrintedBlock {
  switch (stretch.kind) {
    case 'header':
      return { kind: 'table', rows: headerTable(stretch.block, text, runs) };
    case 'section':
      return { kind: 'section', runs: runs.between(stretch.from, stretch.to) };
    case 'issue':
      return { kind: 'issue', isNumbered: stretch.isNumbered, runs: runs.between(stretch.from, stretch.to) };
  }
}
