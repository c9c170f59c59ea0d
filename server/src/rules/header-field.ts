import type { Finding, Fix, Rule } from '../checking/rule.ts';
import { FIELD_NAMES, placeOf } from '../determination/lines/header.ts';
import type { Determination, HeaderBlock, HeaderField, HeaderFieldName } from '../determination/model/determination.ts';
import type { Found, Span } from '../text/span.ts';
import { isWrongDay } from './support/chronology.ts';
import { meantCaseNumber } from './support/meantCaseNumber.ts';
import { meantDateFix, whyNoDate } from './support/mistypedDate.ts';
import { quoted, shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'header-field',
  title: 'A header field is missing, empty, or mistyped',
  category: 'structure',
  severity: 'warning',
  basis:
    'The header identifies the case and its dates; with a mistake there, nobody can find, file, or check the letter.',
  *check(letter) {
    const [cover, ...tables] = letter.headerBlocks;
    for (const table of tables) yield* disagreements(letter, cover, table);
    for (const block of letter.headerBlocks) {
      yield* lostValues(block);
      for (const name of FIELD_NAMES) {
        const finding = findingOf(letter, block, name);
        if (finding !== null) yield { issue: null, ...finding };
      }
      yield* misspelledLabels(letter, block);
    }
  },
};
export default rule;

type Wrong = Omit<Finding, 'issue'>;

/** As the letter prints them. */
const LABELS: Readonly<Record<HeaderFieldName, string>> = {
  caseNumber: 'Case Number',
  dateAssigned: 'Date Assigned',
  dateOfInjury: 'Date of Injury',
  decisionDate: 'Decision Date',
  urDenialDate: 'UR Denial Date',
  priority: 'Priority',
  applicationReceived: 'Application Received',
};

function findingOf(letter: Determination, block: HeaderBlock, name: HeaderFieldName): Wrong | null {
  const field = block.fields[name];
  switch (field.kind) {
    case 'absent':
      return isPrinted(block, name) ? absent(block, name) : null;
    case 'empty':
      return { span: field.label, message: `“${wordsOf(letter, field.label)}” is empty.` };
    case 'mistyped':
      return mistyped(letter, name, field);
    case 'unplaced':
    case 'read':
      return null;
  }
}

/** The table prints every field; of cover pages, which differ, all that were seen have these. */
const ON_COVERS: ReadonlySet<HeaderFieldName> = new Set<HeaderFieldName>([
  'caseNumber',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'applicationReceived',
]);
/** A block with fewer fields than these is a line or two that someone kept, not the whole header. */
const LEAST_FIELDS = 3;

function isPrinted({ form, fields }: HeaderBlock, name: HeaderFieldName): boolean {
  const printed = FIELD_NAMES.filter((each) => form === 'table' || ON_COVERS.has(each));
  return printed.includes(name) && printed.filter((each) => fields[each].kind !== 'absent').length >= LEAST_FIELDS;
}

/** Marked where it belongs: at the field before it, or at the first. */
function absent({ fields, range }: HeaderBlock, name: HeaderFieldName): Wrong {
  const present = (names: readonly HeaderFieldName[]): readonly HeaderField<unknown>[] =>
    names.map((each) => fields[each]).filter(({ kind }) => kind !== 'absent');
  const at = FIELD_NAMES.indexOf(name);
  const before = present(FIELD_NAMES.slice(0, at)).at(-1);
  const neighbor = before ?? present(FIELD_NAMES.slice(at + 1))[0];
  const span = neighbor === undefined || neighbor.kind === 'absent' ? range : neighbor.label;
  const place = before === undefined ? 'before' : 'after';
  return { span, message: `“${LABELS[name]}:” is missing; it belongs ${place} this field.` };
}

type Mistyped = HeaderField<never> & { readonly kind: 'mistyped' };

function mistyped(letter: Determination, name: HeaderFieldName, { span, label, flaw }: Mistyped): Wrong {
  const words = wordsOf(letter, span);
  if (flaw === 'leftover') {
    return { span, message: `“${wordsOf(letter, label)}” was not filled in: ${quoted(words)}.` };
  }
  switch (name) {
    case 'caseNumber':
      return {
        span,
        message: `Case number ${quoted(words, 20)} should be CM, 2 digits, a hyphen, and 7 digits.`,
        fixes: () => meantCaseNumber(letter, words).map((meant) => change(span, words, meant)),
      };
    case 'priority':
      return { span, message: `${quoted(words)} is not a priority: use Standard or Expedited.` };
    default: {
      const date = {
        span,
        flaw: flaw === 'form' ? 'mistyped' : flaw,
        role: name === 'dateOfInjury' ? 'injury' : name === 'urDenialDate' ? 'denial' : 'other',
        field: name,
      } as const;
      const formerly = [{ rule: 'impossible-date', span }];
      return { span, message: whyNoDate(words, date.flaw), formerly, fixes: () => meantDateFix(letter, date) };
    }
  }
}

/** Where cover page and table differ. Not compared: the letter's own date, and the case number, which `foreign-page` reports. */
function* disagreements(letter: Determination, cover: HeaderBlock | undefined, table: HeaderBlock): Iterable<Finding> {
  for (const name of ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'priority'] as const) {
    const first = cover?.fields[name];
    const second = table.fields[name];
    if (first?.kind !== 'read' || second.kind !== 'read' || first.value === second.value) continue;
    // A day that fits no other is reported as such.
    const days = [first.value, second.value].filter((value) => value !== 'standard' && value !== 'expedited');
    if (days.some((day) => isWrongDay(letter, day))) continue;
    yield {
      span: second.span,
      message: `${LABELS[name]}: ${wordsOf(letter, second.span)} here, ${wordsOf(letter, first.span)} on the cover page.`,
      issue: null,
      related: [{ span: first.span, message: `The “${LABELS[name]}” on the cover page.` }],
    };
  }
}

/** A table that was extracted column by column and has fewer values than labels. */
function* lostValues({ fields }: HeaderBlock): Iterable<Finding> {
  const unplaced = FIELD_NAMES.filter((name) => fields[name].kind === 'unplaced');
  const [first] = unplaced;
  const span = first === undefined ? null : placeOf(fields[first]);
  if (span === null) return;
  const names = unplaced.map((name) => `“${LABELS[name]}”`).join(', ');
  yield { span, message: `Fewer values than fields: one of ${shortened(names, 48)} is empty.`, issue: null };
}

function* misspelledLabels(
  letter: Determination,
  { fields, misspelledLabels: labels }: HeaderBlock,
): Iterable<Finding> {
  for (const { value: meant, span } of labels) {
    // One finding for each field.
    if (!isRead(fields, span)) continue;
    const words = wordsOf(letter, span);
    yield {
      span,
      message: `“${words}” should be “${meant}”.`,
      issue: null,
      fixes: [change(span, words, meant)],
    };
  }
}

const isRead = (fields: HeaderBlock['fields'], label: Found<string>['span']): boolean =>
  FIELD_NAMES.some((name) => {
    const field = fields[name];
    return field.kind === 'read' && field.label.start === label.start;
  });

const wordsOf = ({ text }: Determination, span: Span): string => text.prose.within(span).text;

const change = (span: Span, words: string, newText: string): Fix => ({
  title: `Change “${words}” to “${newText}”`,
  edits: [{ span, newText }],
  kind: 'judgment',
});
