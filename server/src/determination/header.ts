import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import { dayOf, findDates, pivotYear, type WrittenDate } from './dateForms.ts';
import type { CaseHeader, IsoDate } from './model.ts';

export const NO_HEADER: CaseHeader = {
  caseNumber: null,
  dateAssigned: null,
  dateOfInjury: null,
  decisionDate: null,
  urDenialDate: null,
  applicationReceived: null,
  priority: null,
};

/** Reads the header table, or the labels of a cover page, in whatever order an extractor left labels and values. */
export function readHeader(header: Prose): CaseHeader {
  const dates = findDates(header.text);
  const fields = pairFields(header.text, dates);
  const caseNumber = fields.get('caseNumber');
  const priority = fields.get('priority');
  const partial = {
    ...NO_HEADER,
    decisionDate: dayField(header, fields.get('decisionDate'), pivotYear(NO_HEADER, dates)),
  };
  const pivot = pivotYear(partial, dates);
  const day = (field: DateField): Found<IsoDate> | null => dayField(header, fields.get(field), pivot);
  return {
    caseNumber:
      caseNumber === undefined
        ? null
        : found(header.text.slice(caseNumber.start, caseNumber.end), header.span(caseNumber.start, caseNumber.end)),
    dateAssigned: day('dateAssigned'),
    dateOfInjury: day('dateOfInjury'),
    decisionDate: day('decisionDate'),
    urDenialDate: day('urDenialDate'),
    applicationReceived: day('applicationReceived'),
    priority:
      priority === undefined
        ? null
        : found(
            /^e/i.test(header.text.slice(priority.start)) ? 'expedited' : 'standard',
            header.span(priority.start, priority.end),
          ),
  };
}

type DateField = 'dateAssigned' | 'dateOfInjury' | 'decisionDate' | 'urDenialDate' | 'applicationReceived';
type Field = DateField | 'caseNumber' | 'priority';

interface Label {
  readonly kind: 'label';
  /** Null for a label whose value is not read, such as the claim number's. */
  readonly field: Field | null;
  readonly start: number;
  readonly end: number;
}

interface Value {
  readonly kind: 'value';
  readonly type: 'date' | 'caseNumber' | 'priority';
  readonly start: number;
  readonly end: number;
  readonly date: WrittenDate | null;
}

/** Labels of the table and of cover pages. 'Application Received:' is one label that extractors tear apart. */
const LABELS: readonly (readonly [Field | null, string])[] = [
  ['caseNumber', '(?:IMR |MAXIMUS )?Case Number ?:'],
  ['dateAssigned', 'Date Assigned ?:'],
  ['dateOfInjury', 'Date of Injury ?:'],
  ['urDenialDate', 'UR Denial Date ?:|Date of UR (?:Decision|Denial) ?:'],
  ['decisionDate', 'Decision Date ?:|\\bDated ?:'],
  ['applicationReceived', '(?:IMR )?Application(?: Received ?:|(?= \\d))|\\bReceived ?:'],
  ['priority', 'Priority ?:'],
  [null, "(?:Employee|Provider|Claims Administrator|Representative)(?:'s)?(?: Name)? ?:|Claims? Numbers? ?:"],
];
const VALUES =
  '(?<priority>\\b(?:Standard|Expedited)\\b)|(?<caseNumber>\\b(?:IMR )?(?:[A-Z]{2} ?)?\\d{2}-\\d{5,10}(?![\\d-]))';
const TOKEN = new RegExp(`${LABELS.map(([, pattern]) => `(${pattern})`).join('|')}|${VALUES}`, 'gi');

/**
 * Gives each label its value. Tables read by rows put a value behind its label, extractors that read by columns put
 * several labels before as many values; either way a run of labels is followed by the run of its values.
 */
function pairFields(text: string, dates: readonly WrittenDate[]): ReadonlyMap<Field, Value> {
  const fields = new Map<Field, Value>();
  let labels: Field[] = [];
  let values: Value[] = [];
  let lastEnd = 0;
  const settle = (): void => {
    pairRun(labels, values, fields);
    labels = [];
    values = [];
  };
  for (const token of tokensOf(text, dates)) {
    const isAdjacent = !/[^\s:]/.test(text.slice(lastEnd, token.start));
    if (!isAdjacent) settle();
    if (token.kind === 'label') {
      // 'Application 12/01/2016 Received:' closes its own label.
      const closes = token.field === 'applicationReceived' && /^R/i.test(text.slice(token.start, token.end));
      if (!(closes && isAdjacent && (labels.includes('applicationReceived') || fields.has('applicationReceived')))) {
        if (values.length > 0) settle();
        if (token.field !== null) labels.push(token.field);
      }
    } else if (labels.length > 0) {
      values.push(token);
    }
    lastEnd = token.end;
  }
  settle();
  return fields;
}

function pairRun(labels: readonly Field[], values: readonly Value[], fields: Map<Field, Value>): void {
  // Fewer values than labels: the table has an empty field, and a lone value belongs to the label right before it.
  const open = values.length === 1 ? labels.slice(-1) : [...labels];
  for (const value of values) {
    const candidates = open.filter((field) => typeOf(field) === value.type);
    if (candidates.length > 1 && values.length < labels.length) continue;
    const [field] = candidates;
    if (field === undefined) continue;
    open.splice(open.indexOf(field), 1);
    if (!fields.has(field)) fields.set(field, value);
  }
}

const typeOf = (field: Field): Value['type'] => (field === 'caseNumber' || field === 'priority' ? field : 'date');

function tokensOf(text: string, dates: readonly WrittenDate[]): readonly (Label | Value)[] {
  const tokens: (Label | Value)[] = dates.map((date) => ({
    kind: 'value',
    type: 'date',
    start: date.start,
    end: date.end,
    date,
  }));
  for (const match of text.matchAll(TOKEN)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const label = match.slice(1, LABELS.length + 1).findIndex((group) => group !== undefined);
    if (label >= 0) tokens.push({ kind: 'label', field: LABELS[label]?.[0] ?? null, ...place });
    else {
      const type = match.groups?.['priority'] === undefined ? 'caseNumber' : 'priority';
      tokens.push({ kind: 'value', type, date: null, ...place });
    }
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function dayField(header: Prose, value: Value | undefined, pivot: number): Found<IsoDate> | null {
  if (value === undefined || value.date === null) return null;
  const day = dayOf(value.date, pivot);
  return day === null ? null : found(day, header.span(value.start, value.end));
}
