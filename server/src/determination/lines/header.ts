import type { LetterText } from '../../text/letterText.ts';
import type { Prose } from '../../text/prose.ts';
import { found, type Span } from '../../text/span.ts';
import type { CaseHeader, HeaderBlock, HeaderField, HeaderFieldName, Layout, Section } from '../model/determination.ts';
import { datesIn, type PlacedDate, pivotYear } from '../readers/dates/days.ts';
import { findLabels, type Label } from './headerLabels.ts';
import {
  looksLike,
  readCaseNumber,
  readDay,
  readPriority,
  typeOf,
  type ValueContext,
  type ValueReader,
  type ValueType,
} from './headerValues.ts';

const ABSENT = { kind: 'absent' } as const;

export const NO_HEADER: CaseHeader = {
  caseNumber: ABSENT,
  dateAssigned: ABSENT,
  dateOfInjury: ABSENT,
  decisionDate: ABSENT,
  urDenialDate: ABSENT,
  applicationReceived: ABSENT,
  priority: ABSENT,
};

/** In the order in which the table prints them. */
export const FIELD_NAMES = [
  'caseNumber',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'priority',
  'applicationReceived',
] as const satisfies readonly HeaderFieldName[];

/** Every place where a letter prints its case data: the cover page, the table, or both. */
export const readHeaderBlocks = (
  text: LetterText,
  sections: readonly Section[],
  layout: Layout,
): readonly HeaderBlock[] =>
  sections
    .filter(({ kind }) => kind === 'header')
    .slice(0, MOST_BLOCKS)
    .flatMap(({ body }) => readBlock(text, body.slice(0, LONGEST_BLOCK), layout) ?? []);

/** A letter has two at most; other texts may have any number. */
const MOST_BLOCKS = 4;
/** In characters: a cover page has half as many. */
const LONGEST_BLOCK = 8000;

/** Each field as it was read first; where none was read, what became of it first. */
export function mergeBlocks(blocks: readonly HeaderBlock[]): CaseHeader {
  const best = <Name extends HeaderFieldName>(name: Name): CaseHeader[Name] => {
    const fields = blocks.map((block) => block.fields[name]);
    return (
      fields.find(({ kind }) => kind === 'read') ?? fields.find(({ kind }) => kind !== 'absent') ?? NO_HEADER[name]
    );
  };
  return {
    caseNumber: best('caseNumber'),
    dateAssigned: best('dateAssigned'),
    dateOfInjury: best('dateOfInjury'),
    decisionDate: best('decisionDate'),
    urDenialDate: best('urDenialDate'),
    applicationReceived: best('applicationReceived'),
    priority: best('priority'),
  };
}

function readBlock(text: LetterText, body: Prose, layout: Layout): HeaderBlock | null {
  const labels = findLabels(body.text);
  const first = labels[0];
  const last = labels.at(-1);
  if (first === undefined || last === undefined) return null;
  const dates = datesIn(body);
  const slots = pairAll({ text, body, dates }, labels);
  const written = dates.map(({ date }) => date);
  const context = (pivot: number): ValueContext => ({
    text: body.text,
    dates: new Map(dates.map((date) => [date.start, date])),
    layout,
    pivot,
  });
  // The decision's year determines the century of the others.
  const { decisionDate } = fieldsOf(body, slots, context(pivotYear(NO_HEADER, written)));
  const fields = fieldsOf(body, slots, context(pivotYear({ ...NO_HEADER, decisionDate }, written)));
  return {
    form: layout === 'D' && isTable(labels) ? 'table' : 'cover',
    range: body.span(
      first.start,
      slots.reduce((furthest, { end }) => Math.max(furthest, end), last.end),
    ),
    fields,
    misspelledLabels: labels.flatMap(({ meant, start, nameEnd }) =>
      meant === null ? [] : [found(meant, body.span(start, nameEnd))],
    ),
  };
}

/** A cover page has no day of assignment, calls the case number the review's, and says 'Dated' for the decision. */
const isTable = (labels: readonly Label[]): boolean =>
  labels.some(({ inTable }) => inTable === 'alone') || labels.filter(({ inTable }) => inTable === 'mostly').length > 1;

/** A label with the place of its value; `place` says where there is none. Indexes are into the header's text. */
interface Slot {
  readonly label: Label;
  readonly place: 'found' | 'empty' | 'unplaced';
  readonly start: number;
  readonly end: number;
}

function fieldsOf(body: Prose, slots: readonly Slot[], context: ValueContext): CaseHeader {
  const read = <T>(name: HeaderFieldName, reader: ValueReader<T>): HeaderField<T> => {
    const own = slots.filter(({ label }) => label.field === name);
    const slot = own.find(({ place }) => place === 'found') ?? own[0];
    if (slot === undefined) return ABSENT;
    const label = body.span(slot.label.start, slot.label.nameEnd);
    if (slot.place !== 'found') return { kind: slot.place, label };
    const value = reader(context, slot.start, slot.end);
    const span = body.span(slot.start, value.end);
    return value.kind === 'read'
      ? { kind: 'read', label, span, value: value.value }
      : { kind: 'mistyped', label, span, flaw: value.flaw };
  };
  return {
    caseNumber: read('caseNumber', readCaseNumber),
    dateAssigned: read('dateAssigned', readDay),
    dateOfInjury: read('dateOfInjury', readDay),
    decisionDate: read('decisionDate', readDay),
    urDenialDate: read('urDenialDate', readDay),
    applicationReceived: read('applicationReceived', readDay),
    priority: read('priority', readPriority),
  };
}

/**
 * Gives each label its value. Tables read by rows put a value after its label, extractors that read by columns put
 * several labels before as many values; either way a run of labels is followed by the run of its values.
 */
function pairAll(block: Block, labels: readonly Label[]): readonly Slot[] {
  const { body } = block;
  const slots: Slot[] = [];
  let run: Label[] = [];
  for (const [i, label] of labels.entries()) {
    run.push(label);
    const to = labels[i + 1]?.start ?? body.length;
    if (body.slice(label.end, to).length === 0 && labels[i + 1] !== undefined) continue;
    for (const slot of pairRun(block, run, label.end, to)) slots.push(slot);
    run = [];
  }
  return slots;
}

/** The header's text, with the dates in it. */
interface Block {
  readonly text: LetterText;
  readonly body: Prose;
  readonly dates: readonly PlacedDate[];
}

/** A piece of the header's text between labels. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

function pairRun(block: Block, labels: readonly Label[], from: number, to: number): readonly Slot[] {
  const { text, body } = block;
  const empty = (label: Label): Slot => ({ label, place: 'empty', start: from, end: from });
  const last = labels.at(-1);
  const lines = linesIn(text, body, from, to);
  const [first] = lines;
  if (last === undefined || first === undefined) return labels.map(empty);
  if (labels.length === 1) {
    const isValue = isOnLineOf(text, body, last, first) || isShort(body, first);
    return [isValue ? { label: last, place: 'found', ...first } : empty(last)];
  }
  const pieces =
    lines.length === labels.length ? lines : chunksOf(block, { start: first.start, end: lines.at(-1)?.end ?? to });
  // A lone value belongs to the label right before it: the row's first field is empty.
  if (pieces.length === 1 && mayBe(last, body, first)) {
    return labels.map((label) => (label === last ? { label, place: 'found', ...first } : empty(label)));
  }
  if (pieces.length === labels.length && labels.every((label, i) => mayBe(label, body, pieces[i]))) {
    return labels.flatMap((label, i) => placed(label, pieces[i]));
  }
  return byType(body, labels, pieces);
}

const placed = (label: Label, piece: Piece | undefined): readonly Slot[] =>
  piece === undefined ? [] : [{ label, place: 'found', ...piece }];

/** The value may be the label's: it looks like nothing else. */
function mayBe({ field }: Label, body: Prose, piece: Piece | undefined): boolean {
  const type = piece === undefined ? null : looksLike(body.text.slice(piece.start, piece.end));
  return type === null || field === null || type === typeOf(field);
}

/** Where a column has lost a value, those of a type of which none is lost still have their place. */
function byType(body: Prose, labels: readonly Label[], pieces: readonly Piece[]): readonly Slot[] {
  const values = new Map<ValueType, readonly Piece[]>();
  for (const piece of pieces) {
    const type = looksLike(body.text.slice(piece.start, piece.end));
    if (type !== null) values.set(type, [...(values.get(type) ?? []), piece]);
  }
  const ofType = (type: ValueType): readonly Label[] =>
    labels.filter(({ field }) => field !== null && typeOf(field) === type);
  return labels.flatMap((label): readonly Slot[] => {
    if (label.field === null) return [];
    const type = typeOf(label.field);
    const own = values.get(type) ?? [];
    const none = { label, start: label.end, end: label.end };
    if (own.length === 0) return [{ place: 'empty', ...none }];
    if (own.length < ofType(type).length) return [{ place: 'unplaced', ...none }];
    return placed(label, own[ofType(type).indexOf(label)]);
  });
}

/** The lines between two indexes, without blanks at their ends, up to where sentences begin. */
function linesIn({ foldedLines }: LetterText, body: Prose, from: number, to: number): readonly Piece[] {
  const whole = body.slice(from, to);
  if (whole.length === 0) return [];
  const pieces: Piece[] = [];
  for (let number = foldedLines.at(whole.from); number <= foldedLines.at(whole.to - 1); number++) {
    const { start, end } = foldedLines.line(number);
    if (pieces.length > 0 && !isShort(body, { start: start - body.from, end: end - body.from })) break;
    pieces.push({ start: Math.max(start, whole.from) - body.from, end: Math.min(end, whole.to) - body.from });
  }
  return pieces;
}

const isOnLineOf = ({ foldedLines }: LetterText, body: Prose, label: Label, piece: Piece): boolean =>
  foldedLines.at(body.from + label.end - 1) === foldedLines.at(body.from + piece.start);

/** A value that is alone on the line after its label; not the sentence that follows an empty field. */
const isShort = (body: Prose, { start, end }: Piece): boolean => {
  const words = body.text.slice(start, end);
  return looksLike(words) !== null || !words.includes(' ') || /^[\d OolI|/.-]{1,16}$/.test(words);
};

/** Words between blanks; a date has the blanks in it. */
function chunksOf({ body, dates }: Block, { start, end }: Piece): readonly Piece[] {
  const chunks: Piece[] = [];
  for (const match of body.text.slice(start, end).matchAll(/[^ ]+/g)) {
    const at = start + match.index;
    const date = dates.find((each) => each.start <= at && at < each.end);
    const from = date?.start ?? at;
    if (from >= (chunks.at(-1)?.end ?? 0)) chunks.push({ start: from, end: date?.end ?? at + match[0].length });
  }
  return chunks;
}

/** The words of a field's value, or of its label where it has none; null where it is absent. */
export function placeOf(field: HeaderField<unknown>): Span | null {
  if (field.kind === 'absent') return null;
  return field.kind === 'read' || field.kind === 'mistyped' ? field.span : field.label;
}
