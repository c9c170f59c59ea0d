import type { Element } from './element.ts';
import { ListNumbers } from './listNumbers.ts';
import { type Cell, tableLines } from './tableLines.ts';

/** The pieces of a document, one below the other. */
interface Block {
  /** The items of a list, and the rows of a table, are together without blank lines. */
  readonly kind: 'paragraph' | 'item' | 'row' | 'empty';
  readonly text: string;
}

/**
 * A Word document as text: a line for each paragraph, a soft return or a row of a table, and blank lines where the
 * writer left a paragraph empty or, if the writer does not, between any two paragraphs.
 * @param noteOf gives the note that a reference leads to; it is put after the paragraph that refers to it
 */
export function blocksText(document: Element, noteOf: (reference: Element) => Element | null): string {
  const blocks = new BlockReader(noteOf).read(document.children);
  const empty = blocks.filter(({ kind }) => kind === 'empty').length;
  const isSpaced = empty >= LEAST_EMPTY * (blocks.length - empty);
  let text = '';
  for (const [i, { kind, text: lines }] of blocks.entries()) {
    const before = blocks[i - 1];
    if (before !== undefined) text += standTogether(before, { kind }, isSpaced) ? '\n' : '\n\n';
    text += lines;
  }
  return `${text.replace(/\n{4,}/g, '\n\n\n').trim()}\n`;
}

function standTogether(a: Pick<Block, 'kind'>, b: Pick<Block, 'kind'>, isSpaced: boolean): boolean {
  const isAtTable = (a.kind === 'row') !== (b.kind === 'row') && a.kind !== 'empty' && b.kind !== 'empty';
  return (isSpaced && !isAtTable) || (a.kind === b.kind && a.kind !== 'paragraph');
}

/** Of the other paragraphs: one empty one for every fourth is a way to part them. */
const LEAST_EMPTY = 0.25;

class BlockReader {
  readonly #noteOf: (reference: Element) => Element | null;
  readonly #numbers = new ListNumbers();
  /** Notes of the paragraph that is being read. */
  #notes: Element[] = [];

  constructor(noteOf: (reference: Element) => Element | null) {
    this.#noteOf = noteOf;
  }

  read(elements: readonly Element[]): readonly Block[] {
    return elements.flatMap((element) => {
      const blocks = this.#block(element);
      const notes = this.#notes;
      this.#notes = [];
      return [...blocks, ...notes.flatMap(({ children }) => this.read(children))];
    });
  }

  #block(element: Element): readonly Block[] {
    if (element.type === 'table') return this.#table(element);
    if (element.type !== 'paragraph') return this.read(element.children);
    const words = this.#inline(element.children, false);
    const text = words.split('\n').map(withoutBlanksAfter).join('\n');
    if (text.trim() === '') return [{ kind: 'empty', text: '' }];
    const mark = this.#numbers.markOf(element, text);
    return [{ kind: mark === '' ? 'paragraph' : 'item', text: mark + text }];
  }

  #inline(elements: readonly Element[], isUpperCase: boolean): string {
    return elements
      .map((element) => {
        switch (element.type) {
          case 'text':
            return isUpperCase ? element.value.toUpperCase() : element.value;
          case 'tab':
            return '\t';
          case 'break':
            return element.breakType === 'page' ? '\n\f' : '\n';
          case 'checkbox':
            return element.isChecked ? '☒' : '☐';
          case 'noteReference':
            this.#keepNote(element);
            return '';
          // What is in a box within a paragraph.
          case 'paragraph':
            return `\n${this.#inline(element.children, isUpperCase)}\n`;
          default:
            return this.#inline(element.children, isUpperCase || element.isAllCaps);
        }
      })
      .join('');
  }

  #keepNote(reference: Element): void {
    const note = this.#noteOf(reference);
    if (note !== null) this.#notes.push(note);
  }

  #table(table: Element): readonly Block[] {
    const rows = table.children.map((row): readonly Cell[] =>
      row.children.map((cell) =>
        this.read(cell.children)
          .map(({ text }) => text)
          .filter((text) => text !== ''),
      ),
    );
    return tableLines(rows).map((text) => ({ kind: 'row', text }));
  }
}

/** A line without the blanks at its end; a page break and a blank that does not break are kept. */
function withoutBlanksAfter(line: string): string {
  let end = line.length;
  while (end > 0 && BLANK.test(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

const BLANK = /[^\S\f\u00a0]/;
