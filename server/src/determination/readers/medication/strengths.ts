import type { Dose, DoseUnit } from '../../../language/values/dose.ts';
import { isTimeUnit } from '../../../language/values/duration.ts';
import { timesADay } from '../../../language/values/frequency.ts';
import { type NumberValue, numbers } from '../../../language/values/number.ts';
import type { CountedNoun } from './items.ts';
import type { Scan } from './scan.ts';

/** A dose in an order is a drug's strength, or what a tube or a bottle holds. */
export function readDose(scan: Scan, dose: Dose): number {
  const { first, end, amounts, unit, per } = dose;
  // Liquids are measured out by whoever takes them: what that makes in a month cannot be said.
  const isTaken = scan.isTaken(end) || scan.isTakeBefore(first);
  if (isTaken && (unit === 'ml' || unit === 'oz')) {
    scan.add(first, end, { kind: 'varies' });
    return end;
  }
  const leads = scan.leads(end);
  const content = isTaken ? null : contentOf(dose);
  if (content !== null) {
    const amount = { min: Math.min(...amounts), max: Math.max(...amounts) };
    scan.add(first, end, { kind: 'count', amount, noun: content, per: null, isMarked: true, leads });
    return end;
  }
  const weight = MILLIGRAMS[unit];
  const strength = {
    amounts: amounts.map((each) => each * (weight ?? 1)),
    unit: weight === undefined ? unit : 'mg',
    written: scan.reading.tokens.slice(first, end),
  };
  // '100 mcg/hr' is a patch's strength, '60 mg a day' and '5 mg every 6 hours' say how often it is taken.
  if (per === null || !isTimeUnit(per.unit) || (per.unit === 'hour' && per.amount === 1)) {
    const of = per === null ? null : per.amount === 1 ? per.unit : `${per.amount} ${per.unit}`;
    scan.add(first, end, { kind: 'strength', strength: { per: of, ...strength }, leads });
    return end;
  }
  const rate = { timesMin: 1, timesMax: 1, everyMin: per.amount, everyMax: per.amount, unit: per.unit };
  scan.add(first, end, { kind: 'strength', strength: { per: null, ...strength }, leads });
  scan.add(end, end, { kind: 'times', timesADay: timesADay(rate), unit: per.unit, isTimeOfDay: false });
  return end;
}

const MILLIGRAMS: Partial<Readonly<Record<DoseUnit, number>>> = { mcg: 1 / 1000, mg: 1, g: 1000 };

/** Grams of a cream; less is a tablet's strength. */
const LEAST_CONTENT = 5;

function contentOf({ amounts, unit, per }: Dose): CountedNoun | null {
  const [amount = 0] = amounts;
  if (per !== null) return null;
  if (unit === 'ml' || unit === 'oz') return { name: unit, group: 'volume' };
  if (unit === 'unit') return { name: unit, group: 'things' };
  return unit === 'g' && amount >= LEAST_CONTENT ? { name: unit, group: 'weight' } : null;
}

/** The '10/325' of 'Norco 10/325': what a tablet of two drugs has of each, without the unit. */
export function readCombination(scan: Scan, { first, end, min, max }: NumberValue): number | null {
  const drug = scan.items.at(-1);
  if ((drug?.kind !== 'treatment' && drug?.kind !== 'form') || first - drug.end > 1) return null;
  const amounts = min === max ? [min] : [min, max];
  let last = end;
  for (let next = amountAfter(scan, last); next !== undefined; next = amountAfter(scan, last)) {
    amounts.push(next.max);
    last = next.end;
  }
  const [least = 0, second = 0] = amounts;
  if (second < LEAST_SECOND || second < least) return null;
  const written = scan.reading.tokens.slice(first, last);
  scan.add(first, last, { kind: 'strength', strength: { amounts, unit: 'mg', per: null, written }, leads: 'no' });
  return last;
}

/** No day, no score and no level: of acetaminophen, ibuprofen or aspirin a tablet has more. */
const LEAST_SECOND = 100;

function amountAfter(scan: Scan, at: number): NumberValue | undefined {
  const mark = scan.written(at);
  return mark === '/' || mark === '-' ? numbers(scan.reading).at(at + 1) : undefined;
}
