import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { extractJson } from '../../../server/src/cli/extractJson.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { documentText } from '../../../server/src/documents/documentText.ts';
import type { Piece } from '../../../server/src/documents/pdf/page.ts';

const fixtures = new URL('fixtures/', import.meta.url);

export const bytesOf = (fixture: string): Uint8Array => readFileSync(new URL(fixture, fixtures));
export const textOf = (fixture: string): string => readFileSync(new URL(fixture, fixtures), 'utf8');

/** The text of a PDF or Word file that can be read. */
export async function readText(bytes: Uint8Array): Promise<string> {
  const read = await documentText(bytes);
  if (read.kind === 'refused') throw new Error(`It was refused: ${read.why}.`);
  return read.text;
}

/** What `imr extract` says of a letter, except for the lines where it says so. */
export function determinationOf(text: string): object {
  return JSON.parse(
    JSON.stringify(extractJson('', parseDetermination(text)), (key, value) => (/line$/i.test(key) ? undefined : value)),
  );
}

/** A Word file with this in its body, and with other parts beside. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="n1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="n2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A paragraph of Word's. */
export const p = (words: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** Words at a place on a page, in a font of ten points whose letters are five wide. */
export function piece(text: string, x: number, y: number, more: Partial<Piece> = {}): Piece {
  return { text, x, y, width: text.length * 5, size: 10, angle: 0, ...more };
}
