import type { Rule } from '../checking/rule.ts';
import type { DateRole } from '../determination/model/determination.ts';
import { shortDate } from '../determination/readers/dates/calendar.ts';
import {
  type Conflict,
  type DatedEvent,
  formerPlaces,
  opponent,
  type TimeFault,
  timeFaults,
} from './support/chronology.ts';
import { yearFix } from './support/yearFix.ts';

const rule: Rule = {
  name: 'date-order',
  title: 'Two dates in an impossible order',
  category: 'time',
  severity: 'warning',
  basis: 'An injury comes first, then visits, the request for authorization, the denial, and the decision.',
  *check(letter) {
    for (const fault of timeFaults(letter)) {
      if (fault.kind !== 'order') continue;
      const { wrong } = fault;
      const [{ span, issue }] = wrong.dates;
      const fix = yearFix(letter, fault);
      const { message, others } = tell(fault);
      yield {
        span,
        message,
        issue,
        related: others.map((event) => ({ span: event.dates[0].span, message: nameOf(event) })),
        formerly: formerPlaces(fault),
        ...(fix === null ? {} : { fixes: [fix] }),
      };
    }
  },
};
export default rule;

interface Told {
  readonly message: string;
  readonly others: readonly DatedEvent[];
}

const MOST_RELATED = 5;

/** The steps of a case in their order: how each begins a message, and how it ends one. */
const STEPS: ReadonlyMap<DateRole, readonly [string, string]> = new Map<DateRole, readonly [string, string]>([
  ['injury', ['Injury dated', 'the injury of']],
  ['visit', ['Treated', 'the visit of']],
  ['request-for-authorization', ['Authorization requested', 'the request for authorization of']],
  ['denial', ['UR denial dated', 'the UR denial of']],
  ['leave', ['Off work until', 'the leave until']],
  ['application', ['Application received', 'the application of']],
  ['assignment', ['Case assigned', 'the assignment of']],
]);
const rankOf = ({ role }: DatedEvent): number => [...STEPS.keys()].indexOf(role);

function tell({ wrong, conflicts }: TimeFault): Told {
  const day = shortDate(wrong.day);
  if (wrong.role === 'injury' && conflicts.length > 1) {
    return {
      message: `Injury dated ${day}, after ${conflicts.length} dates of treatment or review.`,
      others: conflicts.slice(0, MOST_RELATED).map((conflict) => opponent(conflict, wrong)),
    };
  }
  const distance = (conflict: Conflict): number => Math.abs(rankOf(opponent(conflict, wrong)) - rankOf(wrong));
  const nearest = conflicts.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { message: messageFor(nearest, wrong), others: [opponent(nearest, wrong)] };
}

function messageFor(conflict: Conflict, wrong: DatedEvent): string {
  const other = opponent(conflict, wrong);
  const day = shortDate(wrong.day);
  const otherDay = shortDate(other.day);
  if (OF_REQUEST.has(wrong.role) && other.role === 'denial') {
    return `Authorization requested ${day}, after the UR denial of ${otherDay}.`;
  }
  if (other.role === 'injury' && OF_INJURY.has(wrong.role)) {
    return `${day} is before the date of injury, ${otherDay}.`;
  }
  const order = wrong === conflict.later ? 'before' : 'after';
  const [step = 'Dated'] = STEPS.get(wrong.role) ?? [];
  const [, otherStep = 'this date,'] = STEPS.get(other.role) ?? [];
  return `${step} ${day}, ${order} ${otherStep} ${otherDay}.`;
}

/** A visit that is held against a denial is the one at which the treatment was requested. */
const OF_REQUEST: ReadonlySet<DateRole> = new Set<DateRole>(['visit', 'request-for-authorization']);

/** What treats the injury, or decides about that. */
const OF_INJURY: ReadonlySet<DateRole> = new Set<DateRole>([
  'visit',
  'request-for-authorization',
  'denial',
  'approval',
]);

const isFiled = ({ dates: [{ field }] }: DatedEvent): boolean => field !== null;

const NAMES: Readonly<Partial<Record<DateRole, string>>> = {
  injury: 'The date of injury.',
  denial: 'The utilization review.',
  application: 'The application.',
  assignment: 'The assignment.',
  'request-for-authorization': 'The request for authorization.',
};

function nameOf(event: DatedEvent): string {
  if (event.role === 'denial' && isFiled(event)) return 'The header’s UR Denial Date.';
  return NAMES[event.role] ?? 'This date.';
}
