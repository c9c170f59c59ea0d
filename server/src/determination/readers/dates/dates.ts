import type { Passage } from '../../../language/reading.ts';
import { type DateValue, dates, type MistypedDate, type WrittenDay } from '../../../language/values/date.ts';
import type { LetterText } from '../../../text/letterText.ts';
import { contains, type Span } from '../../../text/span.ts';
import { SpanIndex } from '../../../text/spanIndex.ts';
import { stretchesIn } from '../../language.ts';
import { FIELD_NAMES } from '../../lines/header.ts';
import type {
  CaseHeader,
  DateRole,
  DisputedIssue,
  HeaderBlock,
  HeaderFieldName,
  LetterDate,
  NamedDay,
  Section,
} from '../../model/determination.ts';
import { DATE_WORDS } from './cues.ts';
import { rolesOf, type ToldRole } from './dateRoles.ts';
import { dayOf, isDay, pivotYear } from './days.ts';
import { injuryNameBefore, tellsOfAnotherInjury } from './injuryNames.ts';

/** What was read of a letter before its dates are. */
export interface ReadSoFar {
  readonly sections: readonly Section[];
  readonly header: CaseHeader;
  readonly headerBlocks: readonly HeaderBlock[];
  readonly issues: readonly DisputedIssue[];
}

/** Every date of the letter with its role: by its label in the header, by its place in a guideline part, else by the words around it. */
export function readDates(
  { prose }: LetterText,
  { sections, header, headerBlocks, issues }: ReadSoFar,
): readonly LetterDate[] {
  const stretches = stretchesIn(prose).map((passage) => ({
    passage,
    written: dates(passage.reading).all.filter(isDay),
  }));
  const pivot = pivotYear(
    header,
    stretches.flatMap(({ written }) => written),
  );
  const slots = new SpanIndex(slotsOf(headerBlocks).map((slot) => [slot.span, slot] as const));
  const pieces = new SpanIndex(issues.flatMap(piecesOf));
  const headers = new SpanIndex(
    sections.filter(({ kind }) => kind === 'header').map(({ range }) => [range, true] as const),
  );
  return stretches.flatMap(({ passage, written }) => {
    const placed = written.map((date) => {
      const span = passage.span(date);
      return { date, span, slot: slots.at(span.start), issue: pieces.at(span.start) };
    });
    const known = new Map(
      placed.map(({ date, span, slot, issue }) => [date, slot ? FIELD_ROLES[slot.field] : roleByPlace(span, issue)]),
    );
    const told = rolesOf(passage, written, (date) => known.get(date) ?? null);
    return placed.map(({ date, span, slot, issue }, i) => {
      const { role, by }: ToldRole = told[i] ?? { role: 'other', by: null };
      const inHeader = slot === undefined && headers.at(span.start) === true;
      return {
        span,
        role: inHeader ? headerRole(role) : role,
        isNamed: slot === undefined && isNamed(passage, date, role),
        isOfEarlier: slot === undefined && tellsOfEarlier(passage, date),
        derivation: { reasons: by === null ? [] : [{ span: passage.span(by), as: role, row: null }], reckoning: null },
        issue: issue?.index ?? null,
        field: slot?.field ?? null,
        ...(slot?.wrong ?? (slot === undefined ? dayInProse(date, pivot) : dayOf(date, pivot))),
      };
    });
  });
}

/** Words right before it name the injury, and no other injury is mentioned. */
const isNamed = (passage: Passage, date: DateValue, role: DateRole): boolean =>
  role === 'injury' && injuryNameBefore(passage, date) !== null && !tellsOfAnotherInjury(passage, date.first);

/** Its sentence has a word of what was before: 'seen for a prior injury on …'. */
function tellsOfEarlier({ reading }: Passage, { first, end }: DateValue): boolean {
  const from = Math.max(reading.startOfSentence(first), first - LONGEST_SENTENCE);
  const to = Math.min(reading.endOfSentence(first), end + LONGEST_SENTENCE);
  return reading.has({ first: from, end: to }, DATE_WORDS['earlier time']);
}

const LONGEST_SENTENCE = 60;

/** '23/10/2016' names no day by the order of the header's fields, and but one in the order of other countries. */
function dayInProse(date: WrittenDay | MistypedDate, pivot: number): NamedDay {
  const isDayFirst = date.kind === 'day' && date.month > 12 && date.day <= 12;
  return dayOf(isDayFirst ? { ...date, month: date.day, day: date.month } : date, pivot);
}

/** The place of a header field's value. */
interface Slot {
  readonly field: HeaderFieldName;
  readonly span: Span;
  /** Set where the whole slot is not a date, whatever a part of it would be. */
  readonly wrong: NamedDay | null;
}

const FIELD_ROLES: Readonly<Record<HeaderFieldName, DateRole>> = {
  caseNumber: 'other',
  dateAssigned: 'assignment',
  dateOfInjury: 'injury',
  decisionDate: 'decision',
  urDenialDate: 'denial',
  applicationReceived: 'application',
  priority: 'other',
};

function slotsOf(blocks: readonly HeaderBlock[]): readonly Slot[] {
  return blocks.flatMap(({ fields }) =>
    FIELD_NAMES.flatMap((name): readonly Slot[] => {
      const field = fields[name];
      if (field.kind === 'read') return [{ field: name, span: field.span, wrong: null }];
      if (field.kind !== 'mistyped') return [];
      const flaw = field.flaw === 'no-such-day' ? 'no-such-day' : 'mistyped';
      return [{ field: name, span: field.span, wrong: { day: null, flaw } }];
    }),
  );
}

/** In a header, no date is a visit's. */
const headerRole = (told: DateRole): DateRole => (told === 'visit' || told === 'study' ? 'other' : told);

/** In layout A the summary is between an issue's heading and its rationale, so its pieces count and not its range. */
function piecesOf(issue: DisputedIssue): readonly (readonly [Span, DisputedIssue])[] {
  const parts = [issue.claimsGuideline, issue.reviewerGuideline, issue.rationale].filter((part) => part !== null);
  return [issue.heading, ...parts].map(({ range }) => [range, issue] as const);
}

/** Dates in a guideline part are those of editions and web pages. */
function roleByPlace({ start }: Span, issue: DisputedIssue | undefined): DateRole | null {
  const parts = [issue?.claimsGuideline, issue?.reviewerGuideline];
  return parts.some((part) => part && contains(part.range, start)) ? 'guideline' : null;
}
