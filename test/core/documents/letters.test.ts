import { describe, expect, it } from 'vitest';
import { bytesOf, determinationOf, readText, textOf } from './support.ts';

const LETTERS = ['therapy', 'medications', 'numbered'];
const PRINTS = ['libreoffice', 'chromium'];

/** As words, so that what a line and a column are does not count. */
const words = (text: string): readonly string[] =>
  text
    .replace(/[\u2010\u2011]/g, '-')
    .split(/\s+/)
    .filter((word) => word !== '');

describe.each(LETTERS)('the letter “%s”', (letter) => {
  const determination = determinationOf(textOf(`${letter}.txt`));

  it('is one', () => {
    expect(determination).toMatchObject({
      case: { caseNumber: expect.stringMatching(/^CM\d\d-099/), urDenialDate: expect.any(String) },
      patient: { age: expect.any(Number), sex: expect.any(String) },
    });
  });

  it.each(PRINTS)('says the same as the PDF that %s printed', async (printer) => {
    expect(determinationOf(await readText(bytesOf(`${letter}.${printer}.pdf`)))).toEqual(determination);
  });

  it('says the same as the Word file', async () => {
    expect(determinationOf(await readText(bytesOf(`${letter}.docx`)))).toEqual(determination);
  });

  it.each(PRINTS)('has the words that pdftotext reads in the PDF of %s, in its order', async (printer) => {
    const ours = words(await readText(bytesOf(`${letter}.${printer}.pdf`)));
    const witness = words(textOf(`${letter}.${printer}.pdftotext.txt`));
    expect([...ours].sort()).toEqual([...witness].sort());
    // In the header a label of two lines is whole here, and torn by its value there.
    const inBody = (all: readonly string[]): readonly string[] => all.slice(all.indexOf('DETERMINATION'));
    expect(inBody(ours)).toEqual(inBody(witness));
  });

  it.each(PRINTS)('has the page breaks of the PDF of %s', async (printer) => {
    const text = await readText(bytesOf(`${letter}.${printer}.pdf`));
    // pdftotext ends the last page with one, too.
    const witness = textOf(`${letter}.${printer}.pdftotext.txt`).replace(/\f$/, '');
    const openings = (all: string): readonly (string | undefined)[] => all.split('\f').map((page) => words(page)[0]);
    expect(openings(text)).toEqual(openings(witness));
    expect(openings(text).length).toBeGreaterThan(1);
  });
});

it('the header of a PDF keeps its columns, its labels whole', async () => {
  const text = await readText(bytesOf('therapy.libreoffice.pdf'));
  expect(text.split('\n').slice(0, 6)).toEqual([
    'Case Number:           CM16-0990412',
    'Date Assigned:         12/09/2016                    Date of Injury:    07/21/2016',
    'Decision Date:         01/11/2017                    UR Denial Date:    11/23/2016',
    'Priority:              Standard                      Application Received:   12/01/2016',
    '',
    '                 HOW THE IMR FINAL DETERMINATION WAS MADE',
  ]);
});

it('ligatures are letters, and paragraphs are parted by a blank line', async () => {
  const text = await readText(bytesOf('therapy.libreoffice.pdf'));
  for (const word of ['office files', 'fibromyalgia', 'fluoroscopically', 'insufficient', 'affected', 'baclofen']) {
    expect(text.replaceAll('\n', ' ')).toContain(word);
  }
  expect(text).toContain('denied both requests, as functional benefit had not been confirmed.\n\n');
});

it('soft returns, non-breaking hyphens, lists and tables of a Word file are what they look like', async () => {
  const text = await readText(bytesOf('medications.docx'));
  expect(text).toContain('\nCyclobenzaprine 7.5mg, one tablet at bedtime,\n#30 with 2 refills: Upheld\n\n');
  expect(text).toContain('\n• ibuprofen, stopped for gastritis\n• a lumbar support');
  expect(text).toContain('\nDate Assigned:   01/20/2017     Date of Injury:         10/03/2016\n');
  expect(await readText(bytesOf('therapy.docx'))).toContain('a 52\u2011year\u2011old female');
});
