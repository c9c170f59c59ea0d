import type { FormerPlace } from '../../checking/rule.ts';
import {
  asRead,
  type DateRole,
  type Determination,
  type IsoDate,
  type LetterDate,
} from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { daysBetween } from '../../determination/readers/dates/calendar.ts';
import { sentenceAround } from '../../determination/readers/shared/sentences.ts';
import { unheldEvent } from '../../determination/readers/statements/held.ts';
import { contains } from '../../text/span.ts';
import { requestsAfterDenial } from './lateRequests.ts';

/*
 * The order of a case's days, and which day is wrong where it is broken. The days of a letter are the events of a small
 * problem of constraints: an injury comes first, then visits, the request for authorization, the denial, the application,
 * the assignment and the decision; and what is said twice agrees. Every broken constraint is a conflict of two
 * events. One wrong day makes many conflicts, and is one fault: the event whose removal restores the order. Where two
 * events conflict with each other alone, either may be wrong, and the two are one fault.
 */

/** A date that names a day. */
type DayDate = LetterDate & { readonly day: IsoDate };

/** A day on which something happened, with every place that gives it; a header's field comes first. */
export interface DatedEvent {
  readonly role: DateRole;
  readonly day: IsoDate;
  readonly dates: readonly [DayDate, ...DayDate[]];
}

export interface Conflict {
  readonly kind: 'after-decision' | 'disagreement' | 'order';
  /** What should have come first; of two statements the header's. */
  readonly earlier: DatedEvent;
  readonly later: DatedEvent;
  /** What is called wrong where only this conflict shows it. */
  readonly suspect: DatedEvent;
}

/** A day that is wrong, or that is one of two of which one is. */
export interface TimeFault {
  readonly kind: Conflict['kind'];
  readonly wrong: DatedEvent;
  readonly conflicts: readonly [Conflict, ...Conflict[]];
}

interface Judged {
  readonly faults: readonly TimeFault[];
  /** Those of the wrong days that are in the header. */
  readonly filed: ReadonlySet<IsoDate>;
}

/** The wrong days of a letter, each once. */
export const timeFaults = (letter: Determination): readonly TimeFault[] => judged(letter).faults;

/** A day in the header that is one of the letter's wrong days, so that nothing else is concluded from it. */
export const isWrongDay = (letter: Determination, told: IsoDate): boolean => judged(letter).filed.has(told);

const judged = oncePerLetter((letter): Judged => {
  const events = new Events(letter);
  const faults = componentsOf(conflictsIn(letter, events)).flatMap((component) => faultsOf(component, events));
  // A header's field comes first among an event's dates.
  const filed = faults.filter(({ wrong }) => wrong.dates[0].field !== null).map(({ wrong }) => wrong.day);
  return { faults, filed: new Set(filed) };
});

/**
 * How each conflict of a fault was marked when every conflict was a finding of its own: at each place of the day that
 * seemed wrong, with the other day.
 */
export function formerPlaces({ conflicts }: TimeFault): readonly FormerPlace[] {
  const places = conflicts.flatMap((conflict) => {
    const other = opponent(conflict, conflict.suspect).dates[0].span;
    return conflict.suspect.dates.map(({ span, issue }): FormerPlace => ({ span, issue, related: [other] }));
  });
  return places.slice(0, MOST_FORMER);
}

const MOST_FORMER = 20;

/** The other side of a conflict. */
export const opponent = ({ earlier, later }: Conflict, event: DatedEvent): DatedEvent =>
  event === earlier ? later : earlier;

/** The letter's events, and those that the order depends on. */
class Events {
  readonly all: readonly DatedEvent[];
  readonly decision: DatedEvent | null;
  readonly denial: DatedEvent | null;
  readonly application: DatedEvent | null;
  readonly assignment: DatedEvent | null;
  /** By the header and by the summary: two where they disagree. */
  readonly injuries: readonly DatedEvent[];

  constructor({ dates, header, patient }: Determination) {
    const groups = new Map<string, [DayDate, ...DayDate[]]>();
    // An event that must be the injury is one, whatever words call it.
    const told = patient.dateOfInjury;
    const roleOf = (date: DayDate): DateRole => (date.span.start === told?.span.start ? 'injury' : date.role);
    for (const date of dates.filter(hasDay).sort((a, b) => Number(b.field !== null) - Number(a.field !== null))) {
      const key = keyOf(roleOf(date), date.day);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [date]);
      else group.push(date);
    }
    const events = new Map(
      [...groups].map(([key, group]): [string, DatedEvent] => {
        const [first] = group;
        return [key, { role: roleOf(first), day: first.day, dates: group }];
      }),
    );
    const of = (role: DateRole, day: IsoDate | undefined): DatedEvent | null =>
      (day === undefined ? undefined : events.get(keyOf(role, day))) ?? null;
    this.all = [...events.values()];
    this.decision = of('decision', asRead(header.decisionDate)?.value);
    this.denial = of('denial', asRead(header.urDenialDate)?.value);
    this.application = of('application', asRead(header.applicationReceived)?.value);
    this.assignment = of('assignment', asRead(header.dateAssigned)?.value);
    const injuries = [asRead(header.dateOfInjury)?.value, patient.dateOfInjury?.value].map((day) => of('injury', day));
    const [filed, inSummary] = injuries;
    // Where cover page and table differ, the summary agrees with one of them.
    const isFiled = inSummary?.dates.some(({ field }) => field === 'dateOfInjury') === true;
    const isEvent = told?.told === 'event' && filed != null && inSummary != null && !isSlip(filed.day, inSummary.day);
    const both = isFiled ? [inSummary] : isEvent ? [filed] : [filed, inSummary];
    this.injuries = [...new Set(both)].filter((event) => event != null);
  }

  /** The header's steps before the decision, in their order. */
  get steps(): readonly DatedEvent[] {
    return [this.denial, this.application, this.assignment].filter((event) => event !== null);
  }
}

const keyOf = (role: DateRole, day: IsoDate): string => `${role} ${day}`;
const hasDay = (date: LetterDate): date is DayDate => date.day !== null;

function conflictsIn(letter: Determination, events: Events): readonly Conflict[] {
  return [
    ...afterDecision(events),
    ...beforeInjury(events),
    ...stepsOutOfOrder(events),
    ...disagreements(letter, events),
    ...requestsAfterDenial(letter, events),
    ...leavesBeforeVisit(letter, events),
  ].filter(({ kind, earlier, later }) => kind !== 'order' || (isHeld(letter, earlier) && isHeld(letter, later)));
}

/** According to one of its places, it happened, and to the worker; a leave is ordered. */
const isHeld = ({ text }: Determination, { dates, role }: DatedEvent): boolean =>
  role === 'leave' ||
  dates.some(({ field, span }) => {
    const unheld = field === null ? unheldEvent(text.prose, span) : null;
    // 'Denied the request on 1/9': what is denied is what happened.
    return unheld === null || (role === 'denial' && unheld === 'denied');
  });

/** What has happened before the letter is written. */
const PAST: ReadonlySet<DateRole> = new Set<DateRole>([
  'injury',
  'visit',
  'study',
  'request-for-authorization',
  'denial',
  'approval',
  'assignment',
  'application',
]);
/** An appointment or a planned operation lies ahead, but not by years. */
const AHEAD_DAYS = 2 * 365;

function* afterDecision({ all, decision }: Events): Iterable<Conflict> {
  if (decision === null) return;
  for (const event of all) {
    if (event.role === 'decision' || event.role === 'guideline') continue;
    const ahead = daysBetween(decision.day, event.day);
    if (ahead <= 0 || (!PAST.has(event.role) && ahead <= AHEAD_DAYS)) continue;
    yield { kind: 'after-decision', earlier: event, later: decision, suspect: event };
  }
}

const AFTER_INJURY: ReadonlySet<DateRole> = new Set<DateRole>([
  'visit',
  'request-for-authorization',
  'denial',
  'approval',
]);

function* beforeInjury({ all, injuries, steps }: Events): Iterable<Conflict> {
  for (const event of all) {
    if (!AFTER_INJURY.has(event.role) && !steps.includes(event)) continue;
    const broken = injuries.filter(({ day }) => event.day < day);
    if (broken.length === 0) continue;
    // A visit before the injury is not a slip where the letter mentions an earlier one.
    if (event.dates.every(({ field, isOfEarlier }) => field === null && isOfEarlier)) continue;
    for (const injury of broken) yield { kind: 'order', earlier: injury, later: event, suspect: event };
  }
}

function* stepsOutOfOrder({ all, steps, denial, application }: Events): Iterable<Conflict> {
  for (const [i, later] of steps.entries()) {
    for (const earlier of steps.slice(0, i)) {
      if (later.day < earlier.day) yield { kind: 'order', earlier, later, suspect: later };
    }
  }
  // The sentences of the notice date them again.
  for (const later of all) {
    if (steps.includes(later) || (later.role !== 'application' && later.role !== 'assignment')) continue;
    const earlier = [denial, ...(later.role === 'assignment' ? [application] : [])];
    for (const step of earlier) {
      if (step !== null && later.day < step.day) yield { kind: 'order', earlier: step, later, suspect: later };
    }
  }
}

/** Where header and summary give different dates: the injury, and the denial. */
function* disagreements(letter: Determination, events: Events): Iterable<Conflict> {
  const [filed, told] = events.injuries;
  if (filed !== undefined && told !== undefined && isTwice(letter, filed, told)) {
    yield { kind: 'disagreement', earlier: filed, later: told, suspect: told };
  }
  const review = reviewInSummary(letter, events);
  if (events.denial !== null && review !== null) {
    yield { kind: 'disagreement', earlier: events.denial, later: review, suspect: review };
  }
}

/** An accident that is not called the injury counts as it where its day is the header's, or one digit off. */
const isTwice = (letter: Determination, filed: DatedEvent, told: DatedEvent): boolean =>
  isSlip(filed.day, told.day) || (letter.patient.dateOfInjury?.told === 'injury' && !mentionsSeveral(letter, filed));

/** One digit differs: another injury would hardly be on such a day. */
const isSlip = (a: IsoDate, b: IsoDate): boolean => [...a].filter((figure, i) => figure !== b[i]).length === 1;

/** A case may be about one of several: a specific and a cumulative injury, a period of continuous trauma, another claim. */
function mentionsSeveral({ sections, patient }: Determination, filed: DatedEvent): boolean {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary');
  if (summary === undefined) return false;
  return patient.severalInjuries !== null || filed.dates.some(({ span }) => contains(summary.range, span.start));
}

/**
 * The denial as the summary dates it, where it never gives the header's day: an earlier review may be mentioned as well.
 * Days after the decision are wrong by themselves.
 */
function reviewInSummary({ sections, text }: Determination, { all, denial, decision }: Events): DatedEvent | null {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary');
  if (summary === undefined) return null;
  const told = all
    .filter(({ role, day }) => role === 'denial' && (decision === null || day <= decision.day))
    .flatMap((event) => {
      const last = event.dates.findLast(({ span }) => contains(summary.range, span.start));
      return last === undefined ? [] : [{ event, last }];
    })
    .sort((a, b) => a.last.span.start - b.last.span.start);
  if (told.some(({ event }) => event === denial || event.dates.some(({ field }) => field === 'urDenialDate')))
    return null;
  const latest = told.at(-1);
  if (latest === undefined) return null;
  const sentence = sentenceAround(text, latest.last.span).range;
  // 'Denied a first request on 11/1/2016 and this one on 12/12/2016'
  const isBeside = all.some(
    ({ day, dates }) => day === denial?.day && dates.some(({ span }) => contains(sentence, span.start)),
  );
  return isBeside ? null : latest.event;
}

/** No visit orders a leave that ended before it: the visit that the summary mentions last before the leave. */
function* leavesBeforeVisit({ dates, sections }: Determination, { all }: Events): Iterable<Conflict> {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary');
  if (summary === undefined) return;
  for (const leave of all) {
    const { span } = leave.dates[0];
    if (leave.role !== 'leave' || !contains(summary.range, span.start)) continue;
    const visit = dates.findLast((date) => date.role === 'visit' && date.span.end <= span.start);
    const event = all.find(({ role, day }) => role === 'visit' && day === visit?.day);
    if (event !== undefined && leave.day < event.day)
      yield { kind: 'order', earlier: event, later: leave, suspect: leave };
  }
}

/** Conflicts that are connected by the events they share. */
function componentsOf(conflicts: readonly Conflict[]): readonly (readonly Conflict[])[] {
  const components = new Map<DatedEvent, Conflict[]>();
  for (const conflict of conflicts) {
    const first = components.get(conflict.earlier) ?? [];
    const second = components.get(conflict.later) ?? [];
    const [small, large] =
      first === second ? [[], first] : first.length < second.length ? [first, second] : [second, first];
    for (const each of [...small, conflict]) {
      large.push(each);
      const { earlier, later } = each;
      components.set(earlier, large);
      components.set(later, large);
    }
  }
  return [...new Set(components.values())];
}

/** Which events of a component are wrong: as few as restore the order. */
function faultsOf(component: readonly Conflict[], events: Events): readonly TimeFault[] {
  const [first] = component;
  if (first === undefined) return [];
  const own = conflictsByEvent(component);
  if (own.size === 2) return [faultOf(first.suspect, [first, ...component.slice(1)])];
  const opponents = new Map([...own].map(([event, conflicts]) => [event, opponentsOf(event, conflicts)]));
  const [hub = first.suspect] = [...opponents].reduce((a, b) => (b[1].size > a[1].size ? b : a));
  const against = opponents.get(hub) ?? new Set();
  const wrong = isCredible(hub, against, events) ? against : new Set([hub]);
  const rest = component.filter(({ earlier, later }) => !wrong.has(earlier) && !wrong.has(later));
  const faults = [...wrong].flatMap((event) => {
    const [one, ...more] = own.get(event) ?? [];
    return one === undefined ? [] : [faultOf(event, [one, ...more])];
  });
  return [...faults, ...componentsOf(rest).flatMap((each) => faultsOf(each, events))];
}

const KINDS: readonly Conflict['kind'][] = ['after-decision', 'disagreement', 'order'];

const faultOf = (wrong: DatedEvent, conflicts: TimeFault['conflicts']): TimeFault => ({
  kind: KINDS.find((kind) => conflicts.some((conflict) => conflict.kind === kind)) ?? 'order',
  wrong,
  conflicts,
});

function conflictsByEvent(component: readonly Conflict[]): ReadonlyMap<DatedEvent, readonly Conflict[]> {
  const own = new Map<DatedEvent, Conflict[]>();
  for (const conflict of component) {
    for (const event of [conflict.earlier, conflict.later]) {
      const conflicts = own.get(event);
      if (conflicts === undefined) own.set(event, [conflict]);
      else conflicts.push(conflict);
    }
  }
  return own;
}

const opponentsOf = (event: DatedEvent, conflicts: readonly Conflict[]): ReadonlySet<DatedEvent> =>
  new Set(conflicts.map((conflict) => opponent(conflict, event)));

/** A decision comes this soon after the steps before it, in days. */
const SOON = 366;

/** The event agrees with more of the letter than it conflicts with: those that it conflicts with are wrong one by one. */
function isCredible(
  event: DatedEvent,
  against: ReadonlySet<DatedEvent>,
  { all, decision, injuries, steps }: Events,
): boolean {
  if (event === decision) {
    if (steps.length > 0) {
      return (
        steps.every((step) => step.day <= event.day) && steps.some((step) => daysBetween(step.day, event.day) <= SOON)
      );
    }
    return all.filter(({ role, day }) => PAST.has(role) && day <= event.day).length > against.size;
  }
  if (injuries.length === 1 && injuries[0] === event) {
    return all.filter(({ role, day }) => AFTER_INJURY.has(role) && day >= event.day).length >= against.size;
  }
  return false;
}
