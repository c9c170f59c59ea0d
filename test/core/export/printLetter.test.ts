import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import type { Report } from '../../../server/src/checking/rule.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { printLetter } from '../../../server/src/export/printLetter.ts';
import type { PrintedBlock, PrintedLetter, Run } from '../../../server/src/protocol/printedLetter.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { brokenLetters } from '../support/brokenLetters.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../../../samples/${encodeURIComponent(name)}.txt`, import.meta.url), 'utf8');
const SLIPS = sample('1 Shoulder and back (with slips)');

function printed(source: string): PrintedLetter & { readonly reports: readonly Report[]; readonly prose: string } {
  const letter = parseDetermination(source);
  const reports = checkDetermination(letter, RULES, {}, defaultContext());
  return { ...printLetter(letter, reports), reports, prose: letter.text.prose.text };
}

const runsOf = (block: PrintedBlock): readonly Run[] => (block.kind === 'table' ? block.rows.flat(2) : block.runs);
const wordsOf = (block: PrintedBlock): string =>
  block.kind === 'table'
    ? block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')).join(' | ')).join('\n')
    : block.runs.map(({ text }) => text).join('');
const kinds = ({ blocks }: PrintedLetter): readonly string[] =>
  blocks.map((block) => `${block.kind}: ${wordsOf(block)}`);

describe('a letter', () => {
  it('is set as what it is', () => {
    const shown = kinds(printed(SLIPS));
    expect(shown[0]).toBe(
      'table: Case Number: | CM16-0990101\nDate Assigned: | 12/05/2016 | Date of Injury: | 08/19/2016\n' +
        'Decision Date: | 01/03/2017 | UR Denial Date: | 11/21/2016\nPriority: | Standard | Application Received: | 11/30/2016',
    );
    expect(shown.slice(1, 6).map((each) => each.slice(0, 50))).toEqual([
      'section: HOW THE IMR FINAL DETERMINATION WAS MADE',
      'paragraph: MAXIMUS Federal Services sent the compl',
      'paragraph: The Expert Reviewer has the following c',
      'paragraph: State(s) of Licensure: California,Orego',
      'paragraph: Certification(s)/Specialty: Physical Me',
    ]);
    expect(shown.filter((each) => each.startsWith('issue'))).toEqual([
      'issue: Additional physical therapy 2 times a week for 4 weeks (8 sessions) for the left shoulder: Upheld',
      'issue: MRI of the lumbar spine: Upheld',
      'issue: Tramadol 50mg, one tablet twice daily for 30 days #90: Upheld',
    ]);
  });

  it('has its labels in bold, and its issues numbered where it does not number them itself', () => {
    const { blocks } = printed(SLIPS);
    const bold = blocks.flatMap(runsOf).filter(({ isBold }) => isBold);
    expect(bold.map(({ text }) => text)).toContain('Claims Administrator guideline:');
    expect(blocks.flatMap((block) => (block.kind === 'issue' ? [block.isNumbered] : []))).toEqual([true, true, true]);
    const early = printed(sample('8 Letter of 2014 with numbered requests')).blocks;
    expect(early.flatMap((block) => (block.kind === 'issue' ? [[block.isNumbered, wordsOf(block)]] : []))).toEqual([
      [false, '1. The request for an MRI of the right shoulder is medically necessary and appropriate.'],
    ]);
  });

  it('has the dashes that it was written with', () => {
    const text = 'C5–C6, 11‑2‑2016, anti‑inflammatory';
    expect(kinds(printed(SLIPS.replace('ice, and', `${text} and`))).join()).toContain(text);
  });

  it('has no page numbers and running heads, and no sentence is divided where a page ended', () => {
    const head = 'Final Determination Letter for IMR Case Number CM16-0990101 2';
    const paged = SLIPS.replace('diagnoses are\n', `diagnoses are\n\f${head}\n\n`);
    expect(kinds(printed(paged))).toEqual(kinds(printed(SLIPS)));
  });

  it('has the first item of a list at the top of a page apart from the line that announces it', () => {
    const text = 'What was decided, and for which of the treatments that were in dispute and for no other:';
    const list = `${text}\n\f1) A brace is not necessary, for there is none that was of use to her before.\n\nA note.\n`;
    expect(kinds(printed(list))[1]).toMatch(/^item: 1\) A brace/);
    expect(kinds(printed(list.replace('other:', 'other')))).toHaveLength(2);
  });

  it('that was wrapped twice has whole paragraphs', () => {
    const [first = '', second = ''] = kinds(
      printed(SLIPS.replace('slipped on a wet floor', 'slipped\non a wet floor')),
    ).slice(8);
    expect([first, second].map((each) => each.slice(0, 40))).toEqual([
      'paragraph: The injured worker is a 47 ye',
      'section: IMR ISSUES, DECISIONS AND RATIO',
    ]);
  });

  it.each([
    [
      'after a word that links it to the next',
      'Stairs are hard for her, and she went to the\nMidtown clinic about it.',
    ],
    ['after a comma', 'Stairs are hard for her since October 13,\n2016, and sitting is, too.'],
  ])('has no paragraph that ends %s', (_, text) => {
    const line =
      'She has had pain of the left knee for two years and a half, most of all in the night, and she\ncannot rest.';
    expect(kinds(printed(`${line} ${text}\n`))).toHaveLength(1);
  });

  it('is as wide as its sentences, not as a heading that is wider than they are', () => {
    const narrow =
      'Her pain is worse at night. She saw Doctor\nExample about it in May, and it was said\nthat she can rest.\n';
    expect(
      kinds(printed(`A HEADING THAT IS WIDER BY FAR THAN ALL OF THE LINES THAT COME AFTER IT\n\n${narrow}`)),
    ).toHaveLength(2);
  });

  it('is called by its case number at the foot of each page', () => {
    expect(printed(SLIPS).foot).toBe('Final Determination Letter for IMR Case Number CM16-0990101');
    expect(printed('A note.').foot).toBe('Independent Medical Review Final Determination');
  });
});

it('a header that holds more than its fields keeps its lines', () => {
  const cover =
    'MAXIMUS FEDERAL SERVICES, INC.\n\nIMR Case Number:  CM14-0990634   Date of Injury:  03/18/2012\nClaims Number:    XX-18          Priority:        STANDARD\n';
  const [title, table] = kinds(
    printed(
      `${cover}\nHOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS Federal Services sent the complete case file to an expert reviewer.\n`,
    ),
  );
  expect(title).toBe('section: MAXIMUS FEDERAL SERVICES, INC.');
  expect(table).toBe(
    'table: IMR Case Number: | CM14-0990634 | Date of Injury: | 03/18/2012\nClaims Number: | XX-18 | Priority: | STANDARD',
  );
});

describe('findings', () => {
  it('are notes about the words that they mark', () => {
    const { blocks, notes, reports, prose } = printed(SLIPS);
    expect(notes.length).toBeGreaterThan(5);
    const byStart = [...reports].sort((a, b) => a.span.start - b.span.start);
    for (const [i, { rule, message, span }] of byStart.entries()) {
      expect(notes[i]).toMatchObject({ rule: rule.name, message });
      const words = blocks
        .flatMap(runsOf)
        .filter((run) => run.notes.includes(i))
        .map(({ text }) => text)
        .join('');
      expect(SLIPS.slice(span.start, span.end).replace(/\s+/g, ' ')).toBe(words);
      expect(prose).toContain(words);
    }
  });
});

describe('whatever a letter holds', () => {
  it('each of its words is printed once, and each finding has words', () => {
    fc.assert(
      fc.property(brokenLetters, (source) => {
        const { blocks, notes, prose } = printed(source);
        // A label may be pasted into a word: characters are counted. A torn label’s half and the colons are written again.
        const words = (text: string): readonly string[] =>
          [...text.replace(/received|[:;\ufffd\s]/gi, '').replace(/[\u2010-\u2015\u2212]/g, '-')].sort();
        expect(words(blocks.map(wordsOf).join('\n').replaceAll(' | ', ' '))).toEqual(words(prose));
        const marked = new Set(blocks.flatMap(runsOf).flatMap((run) => run.notes));
        if (prose.trim() !== '') expect([...marked].sort((a, b) => a - b)).toEqual(notes.map((_, i) => i));
      }),
      { numRuns: 60 },
    );
  });
});
