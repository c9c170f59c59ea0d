import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { PrintedBlock, PrintedFile, PrintedLetter, PrintedNote, Run } from '../../protocol/printedLetter.ts';

/** Letters as a Word file: their headings are headings, their issues are numbered, their findings are comments. */
export async function wordFile({ title, letters }: PrintedFile): Promise<Uint8Array> {
  const notes = letters.flatMap((letter) => letter.notes);
  const document = new Document({
    title,
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    description: '',
    styles: STYLES,
    numbering: {
      config: [{ reference: ISSUES, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', ...NUMBER }] }],
    },
    comments: { children: notes.map(commentOf) },
    // Each begins a page, and has a foot of its own.
    sections: letters.map((letter, position) => ({
      properties: { page: { size: LETTER_PAPER, margin: MARGINS } },
      footers: { default: new Footer({ children: [footOf(letter)] }) },
      children: blocksOf(letter, position, notesBefore(letters, position)),
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const notesBefore = (letters: readonly PrintedLetter[], position: number): number =>
  letters.slice(0, position).reduce((sum, { notes }) => sum + notes.length, 0);

/**
 * @param position of the letter in the file: its issues are numbered from 1 on
 * @param firstComment the number of its first comment in the file
 */
function blocksOf(letter: PrintedLetter, position: number, firstComment: number): readonly (Paragraph | Table)[] {
  const comments = new Comments(letter, firstComment);
  const numbering = { reference: ISSUES, level: 0, instance: position };
  return letter.blocks.map((block, i) =>
    blockOf(block, comments, { numbering, isAfterTable: letter.blocks[i - 1]?.kind === 'table' }),
  );
}

const PROGRAM = 'IMR Determinations';
const ISSUES = 'issues';

/** Twentieths of a point: an inch is 1440. */
const INCH = 1440;
const LETTER_PAPER = { width: 8.5 * INCH, height: 11 * INCH };
const MARGINS = { top: INCH, right: INCH, bottom: INCH, left: INCH };
const LINE_WIDTH = LETTER_PAPER.width - 2 * INCH;
const NUMBER = { alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 360 } } } };

/** Font sizes are half points. */
const STYLES = {
  default: {
    document: { run: { font: 'Times New Roman', size: 23 }, paragraph: { spacing: { after: 140, line: 264 } } },
    heading1: {
      run: { bold: true, size: 24, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 280, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { bold: true, size: 23, color: '000000' },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
};

interface BlockPlace extends Required<Pick<IParagraphOptions, 'numbering'>> {
  /** A table keeps no distance of its own. */
  readonly isAfterTable: boolean;
}

function blockOf(block: PrintedBlock, comments: Comments, { numbering, isAfterTable }: BlockPlace): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block.rows, comments);
  const children = comments.runs(block.runs);
  switch (block.kind) {
    case 'section':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
    case 'issue':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children, ...(block.isNumbered && { numbering }) });
    case 'item':
      return new Paragraph({ children, indent: { left: 540, hanging: 220 }, spacing: { after: 60 } });
    case 'paragraph':
      return new Paragraph({ children, widowControl: true, ...(isAfterTable && { spacing: { before: 200 } }) });
  }
}

/** The widths of two labels with their values. */
const FIELDS: readonly number[] = [1.6, 1.6, 1.75, 1.55].map((inches) => inches * INCH);

function tableOf(rows: readonly (readonly (readonly Run[])[])[], comments: Comments): Table {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const columnWidths = columns === FIELDS.length ? FIELDS : Array.from({ length: columns }, () => LINE_WIDTH / columns);
  return new Table({
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 80 },
    borders: TableBorders.NONE,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: columns }, (_, column) => {
            const children = comments.runs(row[column] ?? []);
            const width = { size: columnWidths[column] ?? 0, type: WidthType.DXA };
            return new TableCell({ width, children: [new Paragraph({ children, spacing: { after: 40 } })] });
          }),
        }),
    ),
  });
}

/** In the words in which a mailed letter’s pages are headed, so that a reader of the printed letter recognizes the row as the page’s. */
function footOf({ foot }: PrintedLetter): Paragraph {
  const pages = ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: LINE_WIDTH }],
    children: [new TextRun({ children: [foot, ...pages], size: 18 })],
  });
}

function commentOf({ severity, rule, message }: PrintedNote, id: number) {
  const children = [
    new Paragraph({ children: [new TextRun({ text: `${capital(severity)}: `, bold: true }), new TextRun(message)] }),
    new Paragraph({ children: [new TextRun({ text: rule, italics: true })] }),
  ];
  return { id, author: PROGRAM, initials: 'IMR', children };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Puts the marks of comments around the words that they are about, which may go on from one paragraph into another. */
class Comments {
  /** By position of the note: how many runs about it are still to come. */
  readonly #left: number[];
  readonly #begun = new Set<number>();
  readonly #first: number;

  /** @param first the number of the letter's first comment in the file */
  constructor({ blocks, notes }: PrintedLetter, first: number) {
    this.#first = first;
    this.#left = notes.map(() => 0);
    for (const run of blocks.flatMap(runsOf)) for (const note of run.notes) this.#left[note] = this.#leftOf(note) + 1;
  }

  runs(runs: readonly Run[]): ParagraphChild[] {
    return runs.flatMap(({ text, isBold, notes }) => {
      const starts = notes.filter((note) => !this.#begun.has(note));
      for (const note of notes) {
        this.#begun.add(note);
        this.#left[note] = this.#leftOf(note) - 1;
      }
      const ends = notes.filter((note) => this.#leftOf(note) === 0);
      return [
        ...starts.map((note) => new CommentRangeStart(this.#first + note)),
        new TextRun({ text, ...(isBold && { bold: true }) }),
        ...ends.flatMap((note) => [
          new CommentRangeEnd(this.#first + note),
          new TextRun({ children: [new CommentReference(this.#first + note)] }),
        ]),
      ];
    });
  }

  #leftOf(note: number): number {
    return this.#left[note] ?? 0;
  }
}

const runsOf = (block: PrintedBlock): readonly Run[] => (block.kind === 'table' ? block.rows.flat(2) : block.runs);
