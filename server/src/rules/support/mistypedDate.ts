import type { Fix } from '../../checking/rule.ts';
import {
  asRead,
  type DateRole,
  type Determination,
  type HeaderFieldName,
  type IsoDate,
} from '../../determination/model/determination.ts';
import { MONTHS } from '../../determination/readers/dates/calendar.ts';
import { datesIn, dayOf } from '../../determination/readers/dates/days.ts';
import { asFigures } from '../../language/values/dateShapes.ts';
import { LetterText } from '../../text/letterText.ts';
import type { Span } from '../../text/span.ts';

/** Figures that should be a date, and where they are. */
export interface NoDate {
  readonly span: Span;
  readonly flaw: 'no-such-day' | 'mistyped';
  readonly role: DateRole;
  readonly field: HeaderFieldName | null;
}

/** Why the words are not a date: '“11/5/20116” is not a date: its year has 5 digits.' */
export function whyNoDate(words: string, flaw: NoDate['flaw']): string {
  if (flaw === 'no-such-day') return `“${words}” does not exist${daysOfMonth(words)}.`;
  const letter = /(?<=[\dOolI|SBZ/-])[OoQlI|SBZ]|[OoQlI|SBZ](?=[\d/-])/.exec(words)?.[0];
  if (letter !== undefined) return `“${words}” has “${letter}” in place of a digit.`;
  const year = /\d{1,20}$/.exec(words)?.[0] ?? '';
  if (/^\d+\D+\d+\D+\d+$/.test(words) && year.length !== 4)
    return `“${words}” is not a date: its year has ${year.length} ${year.length === 1 ? 'digit' : 'digits'}.`;
  if (/^\d{4}$/.test(year) && !/^(?:19|20)/.test(year)) return `“${words}” cannot be right: its year is ${year}.`;
  return `“${words}” is not a valid date.`;
}

function daysOfMonth(words: string): string {
  const [date] = datesIn(new LetterText(`on ${words}`).prose).map((placed) => placed.date);
  if (date?.kind !== 'day') return '';
  const name = MONTHS[date.month - 1];
  if (name === undefined) return `: there is no month ${date.month}`;
  if (date.month === 2 && date.day === 29) return `: February ${date.year} has 28 days`;
  const days = date.month === 2 ? 'at most 29' : [4, 6, 9, 11].includes(date.month) ? '30' : '31';
  return `: ${name} has ${days} days`;
}

/**
 * The date that was meant, where only one that differs by a typing error fits the letter's other dates. Only a
 * date that does not exist is changed, because then no other words can be wrong.
 */
export function meantDateFix(letter: Determination, wrong: NoDate): readonly Fix[] {
  const window = windowOf(letter, wrong);
  if (window === null || wrong.flaw === 'no-such-day') return [];
  const words = letter.text.prose.within(wrong.span).text;
  const meant = new Map<IsoDate, string>();
  for (const written of variantsOf(words)) {
    const [found, ...more] = datesIn(new LetterText(written).prose);
    if (found === undefined || more.length > 0 || found.start > 0 || found.end < written.length) continue;
    const { date } = found;
    if (date.kind === 'mistyped' || date.year < 100) continue;
    const { day } = dayOf(date, date.year);
    if (day !== null && window.first <= day && day <= window.last && !meant.has(day)) meant.set(day, written);
  }
  const [only, ...others] = meant.values();
  if (only === undefined || others.length > 0) return [];
  return [{ title: `Change “${words}” to “${only}”`, edits: [{ span: wrong.span, newText: only }], kind: 'judgment' }];
}

/** The words with letters as figures, with a character taken away, with a figure or a separator put in. */
function* variantsOf(words: string): Iterable<string> {
  const figures = asFigures(words);
  if (figures !== words) {
    yield figures;
    return;
  }
  for (let i = 0; i < words.length; i++) yield words.slice(0, i) + words.slice(i + 1);
  for (let i = 1; i <= words.length; i++) {
    for (const added of '0123456789/-') yield words.slice(0, i) + added + words.slice(i);
  }
}

interface Window {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The steps of a case in their order. */
const STEPS = ['dateOfInjury', 'urDenialDate', 'applicationReceived', 'dateAssigned', 'decisionDate'] as const;
const LATEST: IsoDate = '9999-12-31';

/** The days between which the date must be, by the letter's other dates; null where that would be a guess. */
function windowOf({ header, patient, dates }: Determination, { role, field }: NoDate): Window | null {
  const injury = asRead(header.dateOfInjury) ?? patient.dateOfInjury;
  const decision = asRead(header.decisionDate);
  // What is said twice must agree.
  if (role === 'injury') return injury && { first: injury.value, last: injury.value };
  if (role === 'denial') {
    const told =
      asRead(header.urDenialDate)?.value ?? dates.findLast((each) => each.role === 'denial' && each.day !== null)?.day;
    return told == null ? null : { first: told, last: told };
  }
  const [step] = STEPS.flatMap((name, i) => (name === field ? [i] : []));
  if (step !== undefined) {
    const readDays = (names: readonly (typeof STEPS)[number][]): readonly IsoDate[] =>
      names.flatMap((name) => asRead(header[name])?.value ?? []);
    const first = [...readDays(STEPS.slice(0, step))].sort().at(-1);
    const last = [...readDays(STEPS.slice(step + 1))].sort()[0];
    return first === undefined || (last === undefined && field !== 'decisionDate')
      ? null
      : { first, last: last ?? LATEST };
  }
  if (injury === null || decision === null || role === 'guideline') return null;
  return { first: injury.value, last: decision.value };
}
