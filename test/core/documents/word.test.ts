import { describe, expect, it } from 'vitest';
import { p, readText, WORD, wordFile } from './support.ts';

const read = (body: string, parts?: Readonly<Record<string, string>>): Promise<string> =>
  readText(wordFile(body, parts));

const cell = (...paragraphs: readonly string[]): string =>
  `<w:tc>${paragraphs.map((words) => p(words)).join('')}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

describe('the paragraphs of a Word file', () => {
  it('are lines, with a blank one between', async () => {
    expect(await read(p('One.') + p('Two.'))).toBe('One.\n\nTwo.\n');
  });

  it('have blank lines where the writer left paragraphs empty, if that is her way', async () => {
    expect(await read(p('Heading') + p('Lead:') + p('') + p('Text.') + p('') + p('More.'))).toBe(
      'Heading\nLead:\n\nText.\n\nMore.\n',
    );
  });

  it('hold tabs, soft returns, hyphens that do not break, and checkboxes', async () => {
    const runs =
      '<w:r><w:t>Date:</w:t><w:tab/><w:t>today</w:t><w:br/><w:t>L4</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>';
    expect(await read(`<w:p>${runs}</w:p>`)).toBe('Date:\ttoday\nL4\u20115\n');
  });

  it('are in capitals where they are shown so', async () => {
    expect(await read('<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Clinical case summary</w:t></w:r></w:p>')).toBe(
      'CLINICAL CASE SUMMARY\n',
    );
  });

  it('have what was inserted and not what was deleted', async () => {
    const body =
      '<w:p><w:r><w:t>It is </w:t></w:r><w:del w:id="1"><w:r><w:delText>not </w:delText></w:r></w:del>' +
      '<w:ins w:id="2"><w:r><w:t>medically </w:t></w:r></w:ins><w:r><w:t>necessary.</w:t></w:r></w:p>';
    expect(await read(body)).toBe('It is medically necessary.\n');
  });

  it('are followed by their footnotes', async () => {
    const body = `<w:p><w:r><w:t>See the guideline.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>${p('Next.')}`;
    const footnotes = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2">${p('Page 98.')}</w:footnote></w:footnotes>`;
    expect(await read(body, { 'word/footnotes.xml': footnotes })).toBe('See the guideline.\n\nPage 98.\n\nNext.\n');
  });
});

describe('a list in a Word file', () => {
  const level = (format: string): string => `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl>`;
  const lists = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0">${level('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const item = (list: number, words: string): string =>
    p(words, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

  it('has its marks, and no blank lines within', async () => {
    const body = p('Reviewed:') + item(2, 'the application') + item(2, 'the denial') + p('No more.');
    expect(await read(body, { 'word/numbering.xml': lists })).toBe(
      'Reviewed:\n\n• the application\n• the denial\n\nNo more.\n',
    );
  });

  it('counts on after other paragraphs, and again after a heading', async () => {
    const body = item(1, 'First.') + p('Because.') + item(1, 'Second.') + p('DOCUMENTS REVIEWED') + item(1, 'Anew.');
    expect(await read(body, { 'word/numbering.xml': lists })).toBe(
      '1. First.\n\nBecause.\n\n2. Second.\n\nDOCUMENTS REVIEWED\n\n1. Anew.\n',
    );
  });
});

describe('a table in a Word file', () => {
  it('is set in columns where its cells are short', async () => {
    const header = table(
      [cell('Case Number:'), cell('CM17-0990777'), cell(''), cell('')],
      [cell('Priority:'), cell('Standard'), cell('Application', 'Received:'), cell('01/12/2017')],
    );
    expect(await read(header + p('Text.'))).toBe(
      'Case Number:   CM17-0990777\nPriority:      Standard       Application   01/12/2017\n                              Received:\n\nText.\n',
    );
  });

  it('is read cell by cell where they hold paragraphs', async () => {
    const long = 'The guideline recommends nine to ten visits over eight weeks for this condition.';
    expect(await read(table([cell('Rationale:', long), cell(long)]))).toBe(`Rationale:\n${long}\n${long}\n`);
    expect(await read(table([cell('MAXIMUS guideline:'), cell(long)]))).toBe(`MAXIMUS guideline:   ${long}\n`);
  });
});
