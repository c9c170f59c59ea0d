// @ts-check
// Makes the PDF and Word files that test/core/documents reads, of the invented letters there. `npm run documents`
// It needs LibreOffice (soffice) and poppler (pdftotext); the tests read what is committed and need neither.
import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { letters } from '../test/core/documents/fixtures/letters.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { runScript } from './vscode/setup.mjs';

/** @typedef {import('../test/core/documents/fixtures/letters.mjs').Letter} Letter */

const run = promisify(execFile);
const fixtures = fileURLToPath(new URL('../test/core/documents/fixtures', import.meta.url));

runScript(async () => {
  const scratch = await mkdtemp(path.join(tmpdir(), 'imr-documents-'));
  const browser = await launchBrowser();
  /** @param {string} source @param {string} to @param {string} name */
  const convert = async (source, to, name) => {
    await run('soffice', [
      `-env:UserInstallation=file://${scratch}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      scratch,
      source,
    ]);
    const made = path.join(scratch, `${path.basename(source, path.extname(source))}${path.extname(name)}`);
    await rename(made, path.join(fixtures, name));
  };
  /** @param {string} name */
  const witness = (name) =>
    run('pdftotext', ['-layout', path.join(fixtures, `${name}.pdf`), path.join(fixtures, `${name}.pdftotext.txt`)]);

  try {
    const page = await browser.newPage();
    for (const letter of letters) {
      const { name } = letter;
      await writeFile(path.join(fixtures, `${name}.txt`), asText(letter));
      const source = path.join(scratch, `${name}.fodt`);
      await writeFile(source, asOpenDocument(letter));
      await convert(source, 'pdf', `${name}.libreoffice.pdf`);
      await convert(source, 'docx', `${name}.docx`);
      await page.setContent(asHtml(letter));
      await page.pdf({ path: path.join(fixtures, `${name}.chromium.pdf`), ...printed(letter) });
      await witness(`${name}.libreoffice`);
      await witness(`${name}.chromium`);
    }
    const [letter] = letters;
    if (letter !== undefined) {
      const source = path.join(scratch, 'locked.fodt');
      await writeFile(source, asOpenDocument(letter));
      const locked = {
        EncryptFile: { type: 'boolean', value: 'true' },
        DocumentOpenPassword: { type: 'string', value: 'locked' },
      };
      await convert(source, `pdf:writer_pdf_Export:${JSON.stringify(locked)}`, 'locked.pdf');
      await page.setViewportSize({ width: 400, height: 500 });
      await page.setContent(asHtml(letter));
      const picture = (await page.screenshot({ type: 'jpeg', quality: 20 })).toString('base64');
      await page.setContent(`<img src="data:image/jpeg;base64,${picture}">`);
      await page.pdf({ path: path.join(fixtures, 'scanned.pdf'), format: 'Letter' });
    }
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
});

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} text @param {(bold: string) => string} bold */
const marked = (text, bold) => escaped(text).replaceAll(/\*\*(.*?)\*\*/gs, (_, words) => bold(words));

/** As letters are saved: lines of ninety characters, the header in columns. @param {Letter} letter */
function asText({ header, blocks }) {
  const rows = header.map(([a = '', b = '', c = '', d = '']) =>
    `${a.padEnd(22)}${b.padEnd(32)}${c.padEnd(23)}${d}`.trimEnd(),
  );
  const paragraphs = blocks.map((block) => {
    if ('heading' in block) return block.heading;
    if ('items' in block) return block.items.map((item) => wrapped(`• ${item}`)).join('\n');
    if ('text' in block) return block.text.replaceAll('**', '').split('\n').map(wrapped).join('\n');
    return '';
  });
  return `${rows.join('\n')}\n\n${paragraphs.join('\n\n')}\n`;
}

/** @param {string} line */
const wrapped = (line) => line.replaceAll(/(?=.{91})(.{1,90}) /g, '$1\n');

/** @param {Letter} letter */
function asHtml({ font, size, header, blocks }) {
  const cells = header.map(
    (row) => `<tr>${row.map((cell, i) => `<td>${i % 2 ? cell : `<b>${cell}</b>`}</td>`).join('')}</tr>`,
  );
  const body = blocks.map((block) => {
    if ('heading' in block) return `<h2>${escaped(block.heading)}</h2>`;
    if ('items' in block) return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    if ('text' in block) return `<p>${marked(block.text, (bold) => `<b>${bold}</b>`).replaceAll('\n', '<br>')}</p>`;
    return '<p>&nbsp;</p>';
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Letter</title><style>
    body { font: ${size}pt '${font}'; line-height: 1.25; }
    h2 { font-size: ${size + 1}pt; text-align: center; }
    td { padding-right: 2em; width: 9em; vertical-align: top; }
    p { margin: 0.7em 0; }
  </style><table>${cells.join('')}</table>${body.join('\n')}</html>`;
}

/** @param {Letter} letter */
function printed({ runningHead, footer }) {
  const style = 'style="font-size: 9px; width: 100%; margin: 0 70px"';
  return {
    format: 'Letter',
    margin: { top: '1in', bottom: '1in', left: '1in', right: '1in' },
    displayHeaderFooter: true,
    headerTemplate: runningHead ? `<div ${style}>${runningHead} <span class="pageNumber"></span></div>` : '<div></div>',
    footerTemplate: footer
      ? `<div ${style}>${footer} <span class="pageNumber"></span> of <span class="totalPages"></span></div>`
      : '<div></div>',
  };
}

/** Flat OpenDocument text: what LibreOffice writes PDF and Word of. @param {Letter} letter */
function asOpenDocument({ font, size, runningHead, footer, header, blocks, emptyParagraphs }) {
  const number = '<text:page-number text:select-page="current">1</text:page-number>';
  const total = '<text:page-count>1</text:page-count>';
  const cell = (/** @type {string} */ text, /** @type {number} */ i) =>
    `<table:table-cell><text:p text:style-name="Cell">${i % 2 ? text : `<text:span text:style-name="B">${text}</text:span>`}</text:p></table:table-cell>`;
  const rows = header.map(
    (row) => `<table:table-row>${[0, 1, 2, 3].map((i) => cell(row[i] ?? '', i)).join('')}</table:table-row>`,
  );
  const inline = (/** @type {string} */ text) =>
    marked(text, (bold) => `<text:span text:style-name="B">${bold}</text:span>`).replaceAll('\n', '<text:line-break/>');
  const empty = emptyParagraphs ? '<text:p text:style-name="Tight"/>' : '';
  const style = emptyParagraphs ? 'Tight' : 'Body';
  const body = blocks.map((block) => {
    if ('heading' in block)
      return `<text:h text:style-name="Head" text:outline-level="1">${block.heading}</text:h>${empty}`;
    if ('items' in block)
      return `<text:list text:style-name="L">${block.items.map((item) => `<text:list-item><text:p text:style-name="Tight">${inline(item)}</text:p></text:list-item>`).join('')}</text:list>${empty}`;
    return 'text' in block ? `<text:p text:style-name="${style}">${inline(block.text)}</text:p>${empty}` : empty;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="${size}pt" fo:language="en" fo:country="US"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.11in" fo:orphans="2" fo:widows="2"/></style:style>
<style:style style:name="Tight" style:family="paragraph"/>
<style:style style:name="Cell" style:family="paragraph"/>
<style:style style:name="Head" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:text-align="center" fo:margin-top="0.16in" fo:margin-bottom="0.08in" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.25in" text:min-label-width="0.2in"/></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Col1" style:family="table-column"><style:table-column-properties style:column-width="1.5in"/></style:style>
<style:style style:name="Col2" style:family="table-column"><style:table-column-properties style:column-width="2.0in"/></style:style>
<style:style style:name="Col3" style:family="table-column"><style:table-column-properties style:column-width="1.3in"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin-top="1in" fo:margin-bottom="1in" fo:margin-left="1in" fo:margin-right="1in"/>
<style:header-style><style:header-footer-properties fo:min-height="0.3in" fo:margin-bottom="0.2in"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.3in" fo:margin-top="0.2in"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
${runningHead ? `<style:header><text:p text:style-name="Tight">${runningHead}<text:tab/>${number}</text:p></style:header>` : ''}
${footer ? `<style:footer><text:p text:style-name="Tight">${footer} ${number} of ${total}</text:p></style:footer>` : ''}
</style:master-page></office:master-styles>
<office:body><office:text>
<table:table><table:table-column table:style-name="Col1"/><table:table-column table:style-name="Col2"/><table:table-column table:style-name="Col3"/><table:table-column table:style-name="Col1"/>${rows.join('')}</table:table>
${body.join('\n')}
</office:text></office:body></office:document>`;
}
