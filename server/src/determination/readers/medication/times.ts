import { type Duration, daysOf, durations, type TimeUnit, unitAt } from '../../../language/values/duration.ts';
import { type Frequency, frequencies, timesADay } from '../../../language/values/frequency.ts';
import { type NumberValue, numbers } from '../../../language/values/number.ts';
import type { Amount } from '../../model/order.ts';
import type { Scan } from './scan.ts';

/** The hour of 'at 8 am', 'at 7:30 in the morning'; null where a number is none. */
export function readHour(scan: Scan, { first }: NumberValue): number | null {
  const end = scan.endOfHour(first - 1);
  if (end < 0) return null;
  scan.add(first, end, { kind: 'times', timesADay: ONE, unit: 'day', isTimeOfDay: true });
  return end;
}

export function readFrequency(scan: Scan, frequency: Frequency): number {
  const { first, end, unit } = frequency;
  scan.add(first, end, { kind: 'times', timesADay: timesADay(frequency), unit, isTimeOfDay: false });
  return end;
}

/** 'q 8 h', 'q4-6', 'q day': without a unit these are hours. */
export function readEvery(scan: Scan, first: number, end: number): number {
  const every = intervalAt(scan, end);
  if (every === null) return end;
  const { min, max, unit } = every;
  const times = timesADay({ timesMin: 1, timesMax: 1, everyMin: min, everyMax: max, unit });
  scan.add(first, every.end, { kind: 'times', timesADay: times, unit, isTimeOfDay: false });
  return every.end;
}

type Interval = Amount & { readonly unit: TimeUnit; readonly end: number };

function intervalAt({ reading }: Scan, at: number): Interval | null {
  const duration = durations(reading).at(at);
  if (duration !== undefined) return duration;
  const number = numbers(reading).at(at);
  if (number !== undefined) return { unit: 'hour', ...number };
  const unit = unitAt(reading, at);
  return unit === null ? null : { ...ONE, ...unit };
}

const ONE: Amount = { min: 1, max: 1 };

/** How long a prescription or a rental lasts; of 'four hours a day' the hours. */
export function readDuration(scan: Scan, duration: Duration): number {
  const { first, end, min, max, unit } = duration;
  const rate = frequencies(scan.reading).at(end);
  if (rate !== undefined && rate.timesMax === 1 && rate.everyMax === 1) {
    const noun = { name: unit, group: 'time' } as const;
    scan.add(first, rate.end, {
      kind: 'count',
      amount: { min, max },
      noun,
      per: rate.unit,
      isMarked: true,
      leads: 'no',
    });
    return rate.end;
  }
  if (unit === 'hour' || unit === 'minute') {
    scan.add(first, end, { kind: 'number' });
    return end;
  }
  const supply = supplyAfter(scan, end);
  const last = supply ?? end;
  const isSupply = supply !== null || isSupplyBefore(scan, first);
  scan.add(first, last, { kind: 'days', days: daysOf(duration), isSupply, leads: scan.leads(last) });
  return last;
}

/** 'Rental 30 days', 'rental of the unit for 30 days' */
function isSupplyBefore(scan: Scan, first: number): boolean {
  for (let at = first - 1; at >= first - LONGEST_BEFORE && !scan.reading.tokens.isMark(at); at--) {
    if (scan.is(at, 'supply')) return true;
  }
  return false;
}
const LONGEST_BEFORE = 8;

/** The position after the 'supply' of '30 days' supply', '30-day home trial', 'thirty days of rental'. */
function supplyAfter(scan: Scan, end: number): number | null {
  for (let at = end; at <= end + 2; at++) {
    const last = scan.endOf(at, 'supply');
    if (last >= 0) return last;
    if (scan.reading.tokens.isFigures(at) || scan.written(at) === ',') return null;
  }
  return null;
}

/** 'A month's supply', 'a week supply', 'day supply: 10'. Null where a token begins none. */
export function readSupply(scan: Scan, at: number): number | null {
  const isArticle = scan.isArticle(at);
  const unit = unitAt(scan.reading, isArticle ? at + 1 : at);
  if (unit === null) return null;
  const end = scan.endOf(
    scan.reading.tokens.isPossessive(unit.end) ? unit.end + 1 : scan.pastMarks(unit.end),
    'supply',
  );
  if (end < 0) return null;
  const number: NumberValue | undefined = isArticle
    ? { first: at, end, ...ONE }
    : numbers(scan.reading).at(scan.pastMarks(end));
  if (number === undefined) return null;
  const days = daysOf({ unit: unit.unit, ...number });
  scan.add(at, number.end, { kind: 'days', days, isSupply: true, leads: scan.leads(number.end) });
  return number.end;
}
