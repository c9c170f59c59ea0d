import {
  asRead,
  type DateRole,
  type Determination,
  type HeaderFieldName,
  type IsoDate,
  type LetterDate,
} from '../../determination/model/determination.ts';
import { daysBetween, longDate, weekdayOf } from '../../determination/readers/dates/calendar.ts';
import { contains } from '../../text/span.ts';
import { bullets, md, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';

/** On a date: what it is the date of, and how far it is from the dates of the case. */
export const dateCard: CardProvider = (letter, offset) => {
  const date = letter.dates.find(({ span }) => contains(span, offset));
  if (date === undefined) return null;
  if (date.day === null) {
    const words = letter.text.prose.within(date.span).text;
    const why = date.flaw === 'no-such-day' ? 'This date does not exist.' : 'This looks like a date but is not one.';
    return { span: date.span, text: md`**${words}**: ${why}` };
  }
  const { day } = date;
  const what = nameOf(date);
  const title = md`**${WEEKDAYS[weekdayOf(day)] ?? ''}, ${longDate(day)}**${what === '' ? '' : `: ${what}`}`;
  const distances = landmarks(letter)
    .filter(({ field, day: other }) => field !== date.field && other !== day)
    .map(({ name, day: other }) => md`${distance(daysBetween(other, day))} ${name}`);
  return { span: date.span, text: paragraphs([title, bullets(distances)]) };
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const FIELDS: Readonly<Record<HeaderFieldName, string>> = {
  caseNumber: '',
  dateAssigned: 'the case was assigned',
  dateOfInjury: 'the injury',
  decisionDate: 'the decision',
  urDenialDate: 'the denial by utilization review',
  applicationReceived: 'the application was received',
  priority: '',
};

const ROLES: Readonly<Record<DateRole, string>> = {
  injury: 'the injury',
  visit: 'a visit',
  study: 'a study',
  surgery: 'an operation',
  'request-for-authorization': 'the request for authorization',
  denial: 'a denial',
  approval: 'an approval',
  leave: 'the end of a leave from work',
  decision: 'the decision',
  assignment: 'the case was assigned',
  application: 'the application was received',
  guideline: 'a guideline’s own date',
  other: '',
};

const nameOf = ({ field, role }: LetterDate): string => (field === null ? ROLES[role] : FIELDS[field]);

interface Landmark {
  readonly field: HeaderFieldName;
  readonly name: string;
  readonly day: IsoDate;
}

/** The dates of a case that the letter gives, in their usual order. */
function landmarks({ header, patient }: Determination): readonly Landmark[] {
  const of = (field: HeaderFieldName, name: string, day: IsoDate | null | undefined): readonly Landmark[] =>
    day == null ? [] : [{ field, name, day }];
  return [
    ...of('dateOfInjury', 'the injury', asRead(header.dateOfInjury)?.value ?? patient.dateOfInjury?.value),
    ...of('urDenialDate', 'the denial', asRead(header.urDenialDate)?.value),
    ...of('dateAssigned', 'the assignment', asRead(header.dateAssigned)?.value),
    ...of('decisionDate', 'the decision', asRead(header.decisionDate)?.value),
  ];
}

/** '31 days after'; for a longer time, also about how many years. */
function distance(days: number): string {
  const count = Math.abs(days);
  const years = count >= 2 * DAYS_OF_YEAR ? ` (about ${Math.round(count / DAYS_OF_YEAR)} years)` : '';
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'day' : 'days'}${years} ${days < 0 ? 'before' : 'after'}`;
}

const DAYS_OF_YEAR = 365.25;
