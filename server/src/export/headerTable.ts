import { FIELD_NAMES } from '../determination/lines/header.ts';
import type { CaseHeader, HeaderBlock, HeaderFieldName } from '../determination/model/determination.ts';
import type { Run } from '../protocol/printedLetter.ts';
import type { LetterText } from '../text/letterText.ts';
import type { RunMaker } from './runs.ts';

type Cell = readonly Run[];

/**
 * The header as a table: labels beside their values, two fields in a row, where everything in it is a field. Else
 * its lines as they are, divided where they are.
 */
export function headerTable(block: HeaderBlock, text: LetterText, runs: RunMaker): Cell[][] {
  const fields = FIELD_NAMES.flatMap((name) => fieldOf(name, block.fields, text));
  fields.sort((a, b) => a.label.from - b.label.from);
  return holdsOnly(fields, block, text) ? tableOf(fields, runs) : linesOf(block, text, runs);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Field {
  readonly name: HeaderFieldName;
  readonly label: Stretch;
  readonly value: Stretch | null;
}

function fieldOf(name: HeaderFieldName, fields: CaseHeader, { prose }: LetterText): readonly Field[] {
  const field = fields[name];
  if (field.kind === 'absent') return [];
  const indexes = (span: typeof field.label): Stretch => ({ from: prose.indexOf(span.start), to: prose.endOf(span) });
  const value = field.kind === 'read' || field.kind === 'mistyped' ? indexes(field.span) : null;
  return [{ name, label: indexes(field.label), value }];
}

/** Nothing is left of the block’s words when the fields are taken away. */
function holdsOnly(fields: readonly Field[], { range }: HeaderBlock, text: LetterText): boolean {
  const { prose, foldedLines } = text;
  const from = foldedLines.line(foldedLines.at(prose.indexOf(range.start))).start;
  const to = foldedLines.line(foldedLines.at(prose.endOf(range) - 1)).end;
  const stretches = fields.flatMap(({ label, value }) => (value === null ? [label] : [label, value]));
  let rest = '';
  let at = from;
  for (const { from: start, to: end } of [...stretches].sort((a, b) => a.from - b.from)) {
    // One that is read twice, or comes before the block, is not all in here.
    if (start < at || end > to) return false;
    rest += prose.text.slice(at, start);
    at = end;
  }
  rest += prose.text.slice(at, to);
  // 'Application Received:' may be torn by its value.
  return /^[\s:;]*(?:Received[\s:;]*)?$/i.test(rest);
}

function tableOf(fields: readonly Field[], runs: RunMaker): Cell[][] {
  const cells = fields.map(({ name, label, value }): [Cell, Cell] => [
    labelled(name, runs.between(label.from, label.to)),
    value === null ? [] : runs.between(value.from, value.to),
  ]);
  const isFirstAlone = fields[0]?.name === 'caseNumber' && fields.length % 2 === 1;
  const rows: Cell[][] = isFirstAlone ? [cells.shift() ?? []] : [];
  for (let i = 0; i < cells.length; i += 2) rows.push(cells.slice(i, i + 2).flat());
  return rows;
}

function labelled(name: HeaderFieldName, label: Cell): Cell {
  const isTorn = name === 'applicationReceived' && !label.some(({ text }) => /received/i.test(text));
  const last = label.at(-1);
  if (last === undefined) return [];
  const whole = [...label.slice(0, -1), { ...last, text: `${last.text}${isTorn ? ' Received' : ''}:` }];
  return whole.map((run) => ({ ...run, isBold: true }));
}

/** In characters: what divides two columns. */
const WIDE = 2;

function linesOf({ range }: HeaderBlock, text: LetterText, runs: RunMaker): Cell[][] {
  const { prose, foldedLines } = text;
  const first = foldedLines.at(prose.indexOf(range.start));
  const last = foldedLines.at(Math.max(0, prose.endOf(range) - 1));
  const blanks = [...prose.wideBlanks(WIDE)].map(({ index }) => index);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const { start, end } = foldedLines.line(first + i);
    const cuts = [start, ...blanks.filter((index) => index > start && index < end), end];
    return cuts.slice(1).map((cut, column) => runs.between(cuts[column] ?? start, cut));
  });
}
