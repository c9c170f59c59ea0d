import type { PrintedBlock, PrintedFile, PrintedLetter, PrintedNote, Run } from '../../protocol/printedLetter.ts';

/** Letters as a page of HTML that prints well: their findings are in the margin, beside the paragraphs that they are about. */
export function htmlPage({ title, letters }: PrintedFile): string {
  const isNoted = letters.some(({ notes }) => notes.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}${letters.map(({ foot }, i) => pageStyle(foot, i)).join('')}</style>
</head>
<body${isNoted ? ' class="noted"' : ''}>
${letters.map((letter, i) => letterOf(letter, pageName(i), isNoted)).join('\n')}
</body>
</html>
`;
}

/** Each letter has pages of its own, with its own foot. */
const pageName = (position: number): string => `letter${position + 1}`;
const pageStyle = (foot: string, position: number): string =>
  `\n@page ${pageName(position)} { @bottom-left { content: ${cssString(foot)}; font: 9pt serif } }\n.${pageName(position)} { page: ${pageName(position)} }`;

/** @param isNoted the page has a margin, be there a note of this letter or none */
function letterOf({ blocks, notes }: PrintedLetter, page: string, isNoted: boolean): string {
  const shown = new Set<number>();
  const rows = blocks.map((block) => {
    const mine = runsOf(block)
      .flatMap((run) => run.notes)
      .filter((note) => !shown.has(note) && shown.add(note));
    const words = blockOf(block);
    if (!isNoted) return words;
    const margin = mine.map((note) => noteOf(notes[note], note)).join('');
    return `<div class="row"><div>${words}</div><aside>${margin}</aside></div>`;
  });
  return `<article class="${page}">\n${rows.join('\n')}\n</article>`;
}

function blockOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${runs(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'section':
      return `<h1>${runs(block.runs)}</h1>`;
    case 'issue':
      return `<h2${block.isNumbered ? ' class="numbered"' : ''}>${runs(block.runs)}</h2>`;
    case 'item':
      return `<p class="item">${runs(block.runs)}</p>`;
    case 'paragraph':
      return `<p>${runs(block.runs)}</p>`;
  }
}

function runs(all: readonly Run[]): string {
  return all
    .map(({ text, isBold, notes }) => {
      const words = isBold ? `<b>${escaped(text)}</b>` : escaped(text);
      return notes.length === 0
        ? words
        : `<mark data-notes="${notes.map((note) => note + 1).join(' ')}">${words}</mark>`;
    })
    .join('');
}

const noteOf = (note: PrintedNote | undefined, position: number): string =>
  note === undefined
    ? ''
    : `<p class="${note.severity}"><b>${position + 1}. ${escaped(note.severity)}</b> ${escaped(note.message)} <i>${escaped(note.rule)}</i></p>`;

const runsOf = (block: PrintedBlock): readonly Run[] => (block.kind === 'table' ? block.rows.flat(2) : block.runs);

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const cssString = (text: string): string =>
  `"${text.replace(/[^\w .,-]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

const STYLE = `
@page { size: letter; margin: 1in; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt serif } }
body { font: 11.5pt/1.35 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; max-width: 6.5in; margin: 1in auto; padding: 0 1em }
article { counter-reset: issue }
article + article { break-before: page; margin-top: 4em; border-top: 1px solid #999; padding-top: 2em }
body.noted { max-width: 9.4in }
.row { display: grid; grid-template-columns: minmax(0, 6.3in) minmax(0, 1fr); column-gap: 1.5em }
.row > div > :first-child { margin-top: 0 }
h1 { font-size: 12pt; text-align: center; margin: 1.4em 0 .7em; break-after: avoid }
h2 { font-size: 11.5pt; margin: 1.2em 0 .6em; break-after: avoid; break-inside: avoid }
h2.numbered { counter-increment: issue; padding-left: 1.6em; text-indent: -1.6em }
h2.numbered::before { content: counter(issue) "."; display: inline-block; width: 1.6em; text-indent: 0 }
p { margin: 0 0 .65em; orphans: 2; widows: 2 }
p.item { margin: 0 0 .25em 1.9em; text-indent: -.9em }
table { border-collapse: collapse; margin-bottom: 1.2em }
td { padding: .1em 1.5em .1em 0; vertical-align: top; white-space: nowrap }
mark { background: #fff3bf; color: inherit; -webkit-print-color-adjust: exact; print-color-adjust: exact }
mark::after { content: attr(data-notes); font-size: 70%; vertical-align: super; line-height: 0; padding-left: .1em }
aside { font: 9pt/1.3 "Helvetica Neue", Arial, "Liberation Sans", sans-serif }
aside p { border-left: 3px solid #999; margin: 0 0 .6em; padding-left: .6em; break-inside: avoid }
aside p.error { border-color: #c92a2a }
aside p.warning { border-color: #e67700 }
aside b { text-transform: capitalize }
aside i { color: #555; display: block }
@media print { article + article { margin-top: 0; border: 0; padding: 0 } body, body.noted { max-width: none; margin: 0; padding: 0 } body.noted .row { grid-template-columns: minmax(0, 1fr) 1.9in } body.noted { font-size: 10.5pt } body.noted td { padding-right: .7em } }
`.trim();
