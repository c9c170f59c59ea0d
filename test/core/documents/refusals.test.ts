import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../server/src/documents/documentText.ts';
import { type DocumentText, missingPages, REFUSALS } from '../../../server/src/intake/documentText.ts';
import { bytesOf, p, wordFile } from './support.ts';

/** A PDF with these pages: what they draw, and what they need for it. */
function pdfFile(...pages: readonly { readonly content: string; readonly resources?: string }[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + 2 * i} 0 R`).join(' ')}] >>`,
    ...pages.flatMap(({ content, resources = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${4 + 2 * i} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> ${resources} >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return strToU8(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`);
}

const words = (text: string) => ({ content: `BT /F 12 Tf 72 700 Td (${text}) Tj ET` });
const picture = { content: 'q 100 0 0 100 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q' };

const refused = (why: string): DocumentText => ({ kind: 'refused', why }) as DocumentText;

describe('a PDF', () => {
  it('that a scanner made is refused as such', async () => {
    expect(await documentText(bytesOf('scanned.pdf'))).toEqual(refused('scan'));
  });

  it('with a password is refused as such', async () => {
    expect(await documentText(bytesOf('locked.pdf'))).toEqual(refused('password'));
  });

  it('with empty pages is', async () => {
    expect(await documentText(pdfFile({ content: '' }))).toEqual(refused('empty'));
  });

  it('of too many pages is', async () => {
    expect(await documentText(pdfFile(...Array.from({ length: 501 }, () => words('x'))))).toEqual(refused('too-long'));
  });

  it('that is cut off or no PDF is damaged', async () => {
    expect(await documentText(strToU8('%PDF-1.7\nnothing'))).toEqual(refused('damaged'));
    expect(await documentText(bytesOf('therapy.libreoffice.pdf').subarray(0, 900))).toEqual(refused('damaged'));
  });

  it('of which a page is a picture is read, and names that page', async () => {
    const read = await documentText(pdfFile(words('Case'), picture, words('Decision'), { content: '' }, picture));
    expect(read).toEqual({ kind: 'text', text: 'Case\n\f\n\fDecision\n', pictures: [2, 5] });
  });

  it('may have a line before its own beginning', async () => {
    const bytes = pdfFile(words('Case'));
    expect(await documentText(Uint8Array.from([...strToU8('\r\n'), ...bytes]))).toMatchObject({ text: 'Case\n' });
  });
});

describe('a Word file', () => {
  it('without words is refused', async () => {
    expect(await documentText(wordFile(p('  ')))).toEqual(refused('empty'));
  });

  it('of before 2007, or with a password, is refused as such', async () => {
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    expect(await documentText(Uint8Array.from([...old, ...strToU8('WordDocument')]))).toEqual(refused('old-word'));
    const locked = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]);
    expect(await documentText(Uint8Array.from([...old, 0, 1, 2, ...locked]))).toEqual(refused('password'));
  });

  it('that is another packed file is no Word document', async () => {
    expect(await documentText(zipSync({ 'letter.txt': strToU8('Case') }))).toEqual(refused('not-word'));
    const sheet = {
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8('<x/>'),
      'xl/a.xml': strToU8(''),
    };
    expect(await documentText(zipSync(sheet))).toEqual(refused('not-word'));
  });

  it('that unpacks to more than any letter is too long, and is not unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await documentText(bomb)).toEqual(refused('too-long'));
  });

  it('that says it unpacks to less than it does is not followed', async () => {
    const honest = zipSync({ 'word/document.xml': new Uint8Array(1_000_000) }, { level: 9 });
    const lying = Uint8Array.from(honest);
    const view = new DataView(lying.buffer);
    // The size as the directory at the end of the file has it.
    for (let at = 0; at + 4 <= lying.length; at++)
      if (view.getUint32(at, true) === 1_000_000) view.setUint32(at, 10, true);
    expect(await documentText(lying)).toMatchObject({ kind: 'refused' });
  });
});

it('whatever a file holds, there is an answer', async () => {
  const whole = [bytesOf('numbered.docx'), pdfFile(words('Case'), picture)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.nat(),
      async (file, changes, cut) => {
        const bytes = Uint8Array.from(file);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const read = await documentText(bytes.subarray(0, cut % 5 === 0 ? cut % bytes.length : bytes.length));
        expect(read.kind === 'text' || read.why in REFUSALS).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

it('the pages that are missing are named', () => {
  expect(missingPages({ pictures: [] })).toBe('');
  expect(missingPages({ pictures: [3] })).toBe('page 3 is a picture without text, and missing here');
  expect(missingPages({ pictures: [1, 2] })).toBe('pages 1, 2 are pictures without text, and missing here');
  expect(missingPages({ pictures: Array.from({ length: 12 }, (_, i) => i + 1) })).toBe(
    'pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more are pictures without text, and missing here',
  );
});
