import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { htmlPage } from '../../../server/src/documents/write/html.ts';
import { wordFile } from '../../../server/src/documents/write/word.ts';
import type { PrintedFile, PrintedLetter, Run } from '../../../server/src/protocol/printedLetter.ts';
import { readText } from '../documents/support.ts';
import { textOfHtml } from './support.ts';

const run = (text: string, more: Partial<Run> = {}): Run => ({ text, isBold: false, notes: [], ...more });

const LETTER: PrintedLetter = {
  foot: 'Final Determination Letter for IMR Case Number CM17-0990777',
  blocks: [
    { kind: 'table', rows: [[[run('Case Number:', { isBold: true })], [run('CM17-0990777')]]] },
    { kind: 'section', runs: [run('CLINICAL CASE SUMMARY')] },
    {
      kind: 'issue',
      isNumbered: true,
      runs: [run('Brace for the '), run('left', { notes: [0] }), run(' knee: Upheld')],
    },
    { kind: 'issue', isNumbered: false, runs: [run('2) Cane: Upheld')] },
    { kind: 'paragraph', runs: [run('The rule of “<b>&nbsp;”', { notes: [1] })] },
    { kind: 'paragraph', runs: [run('goes on here', { notes: [1, 2] }), run('.')] },
    { kind: 'item', runs: [run('• 5 visits')] },
  ],
  notes: [
    { severity: 'error', rule: 'laterality-mismatch', message: 'It is the right one: <i>right</i>.' },
    { severity: 'warning', rule: 'grammar', message: 'Two paragraphs.' },
    { severity: 'hint', rule: 'misspelling', message: 'One.' },
  ],
};
const PLAIN: PrintedLetter = {
  ...LETTER,
  notes: [],
  blocks: [{ kind: 'paragraph', runs: [run('Nothing.')] }],
};

const fileOf = (...letters: readonly PrintedLetter[]): PrintedFile => ({ title: 'Final Determinations', letters });

async function partsOf(...letters: readonly PrintedLetter[]): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await wordFile(fileOf(...letters)));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a Word file', () => {
  it('has headings, and numbers the issues that have no number', async () => {
    const { 'word/document.xml': document = '' } = await partsOf(LETTER);
    const paragraphs = document.match(/<w:p>.*?<\/w:p>/g) ?? [];
    const styled = (words: string): string => paragraphs.find((each) => each.includes(words)) ?? '';
    expect(styled('CLINICAL')).toContain('<w:pStyle w:val="Heading1"/>');
    expect(styled('Brace')).toContain('<w:pStyle w:val="Heading2"/>');
    expect(styled('Brace')).toContain('<w:numPr>');
    expect(styled('Cane')).toContain('<w:pStyle w:val="Heading2"/>');
    expect(styled('Cane')).not.toContain('<w:numPr>');
  });

  it('counts its pages at their feet, beside the case number', async () => {
    const parts = await partsOf(LETTER);
    const foot = parts['word/footer1.xml'] ?? '';
    expect(foot.replace(/<[^>]*>/g, '')).toMatch(
      /^Final Determination Letter for IMR Case Number CM17-0990777\tPage PAGE of NUMPAGES$/,
    );
    expect(parts['word/document.xml']).toContain('<w:footerReference w:type="default"');
  });

  it('has a comment for each finding, around its words, over paragraphs too', async () => {
    const { 'word/document.xml': document = '', 'word/comments.xml': comments = '' } = await partsOf(LETTER);
    expect(comments.match(/<w:comment /g)).toHaveLength(3);
    expect(comments.replace(/<[^>]*>/g, '')).toContain('It is the right one: &lt;i&gt;right&lt;/i&gt;.');
    const around = (id: number): string =>
      (
        new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`).exec(document)?.[1] ??
        ''
      )
        .replace(/<\/w:p>/g, '¶')
        .replace(/<[^>]*>/g, '');
    expect([0, 1, 2].map(around)).toEqual(['left', 'The rule of “&lt;b&gt;&amp;nbsp;”¶goes on here', 'goes on here']);
    expect(document.match(/<w:commentReference /g)).toHaveLength(3);
    expect((await partsOf(PLAIN))['word/comments.xml']).toBeUndefined();
  });

  it('says nothing of who made it but the program', async () => {
    const { 'docProps/core.xml': core = '' } = await partsOf(LETTER);
    expect(core).toContain('<dc:creator>IMR Determinations</dc:creator>');
    expect(core).not.toContain('Un-named');
  });

  it('is read back as it was written, without its comments and feet', async () => {
    expect(await readText(await wordFile(fileOf(LETTER)))).toBe(
      'Case Number:   CM17-0990777\n\nCLINICAL CASE SUMMARY\n\nBrace for the left knee: Upheld\n\n2) Cane: Upheld\n\nThe rule of “<b>&nbsp;”\n\ngoes on here.\n\n• 5 visits\n',
    );
  });
});

describe('a page of HTML', () => {
  const page = htmlPage(fileOf(LETTER));

  it('shows what is written, and runs nothing', () => {
    expect(textOfHtml(page)).toContain('The rule of “<b>&nbsp;”');
    expect(page).not.toMatch(/<script|<i>right|\bon\w+=|https?:/);
    expect(page).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  });

  it('has each finding once, in the margin of the first paragraph that it is about', () => {
    const rows = page.split('<div class="row">').slice(1);
    const notes = rows.map((row) => [...row.matchAll(/<b>(\d)\. \w+<\/b> (.*?) <i>/g)].map(([, number]) => number));
    expect(notes).toEqual([[], [], ['1'], [], ['2'], ['3'], []]);
    expect(page).toContain('<mark data-notes="2 3">goes on here</mark>');
    expect(htmlPage(fileOf(PLAIN))).not.toMatch(/<aside|<mark|class="row"/);
  });

  it('prints the case number and the page at its foot', () => {
    expect(page).toMatch(/@bottom-left \{ content: "Final Determination Letter for IMR Case Number CM17-0990777"/);
    expect(htmlPage(fileOf({ ...LETTER, foot: '"} </style>' }))).toContain(
      'content: "\\22 \\7d  \\3c \\2f style\\3e "',
    );
  });
});

describe('a file of several letters', () => {
  const SECOND: PrintedLetter = { ...LETTER, foot: 'Case Number CM17-0990778' };

  it('has a foot for each in Word, numbers each one’s issues from 1 on, and its comments through', async () => {
    const parts = await partsOf(LETTER, SECOND);
    const feet = ['word/footer1.xml', 'word/footer2.xml'].map((name) => (parts[name] ?? '').replace(/<[^>]*>/g, ''));
    expect(feet.map((foot) => /CM17-\d+/.exec(foot)?.[0]).sort()).toEqual(['CM17-0990777', 'CM17-0990778']);
    const document = parts['word/document.xml'] ?? '';
    expect(document.match(/<w:sectPr/g)).toHaveLength(2);
    const numbers = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(2);
    const comments = [...document.matchAll(/<w:commentReference w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(comments).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('begins each on a page of its own in HTML, with its own foot', () => {
    const page = htmlPage(fileOf(LETTER, { ...SECOND, notes: [], blocks: PLAIN.blocks }));
    expect(page.match(/<article class="letter[12]">/g)).toHaveLength(2);
    expect(page).toMatch(/@page letter2 \{ @bottom-left \{ content: "Case Number CM17-0990778"/);
    expect(page).toContain('article + article { break-before: page');
  });
});
