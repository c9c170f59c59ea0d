import { type ClassEntry, WordClass } from '../lexicon/wordClass.ts';
import type { Reading } from '../reading.ts';
import { type TimeUnit, unitAt } from './duration.ts';
import { type NumberValue, numbers } from './number.ts';
import { type Value, Values } from './value.ts';

export type DoseUnit = 'mcg' | 'mg' | 'g' | 'ml' | 'oz' | '%' | 'unit' | 'meq';

/** An amount of a substance: '500 mg', '7.5/325mg', '5%', '50mg/ml', '100 mcg/hr'. */
export interface Dose extends Value {
  /** In `unit`. '7.5/325 mg' has two, and so has '10-20 mg': which of the two it is, the drug says. */
  readonly amounts: readonly number[];
  readonly unit: DoseUnit;
  /** The 5 ml of '10 mg per 5 ml', the hour of '100 mcg/hr'. */
  readonly per: { readonly amount: number; readonly unit: DoseUnit | TimeUnit } | null;
}

function* doseUnits(): Iterable<ClassEntry<DoseUnit>> {
  const units: Readonly<Record<DoseUnit, string>> = {
    mcg: 'mcg,microgram,ug,µg,μg',
    mg: 'mg,milligram,mgm',
    g: 'g,gm,gram,gramme',
    ml: 'ml,milliliter,millilitre,cc',
    oz: 'oz,ounce,fl oz,fluid ounce',
    '%': '%,percent,per cent',
    unit: 'unit,iu,international unit',
    meq: 'meq,milliequivalent',
  };
  for (const unit of DOSE_UNITS) {
    for (const words of units[unit].split(',')) yield { words, value: unit, bends: 'noun' };
  }
}

const DOSE_UNITS: readonly DoseUnit[] = ['mcg', 'mg', 'g', 'ml', 'oz', '%', 'unit', 'meq'];

const DOSE_UNIT_WORDS = new WordClass<DoseUnit>('unit of a dose', doseUnits);

/** What is between a dose and that of which it is one. */
const DOSE_JOINTS = new WordClass('dose joint', function* () {
  for (const words of ['per', 'a', 'an', 'each', 'every']) yield { words, value: true, bends: 'fixed' };
});

export const DOSE_CLASSES: readonly WordClass<unknown>[] = [DOSE_UNIT_WORDS, DOSE_JOINTS];

/** Amounts of a substance. Whether one is a drug's strength, a day's dose or a tube's content is for others to say. */
export const doses = (reading: Reading): Values<Dose> => reading.get(readDoses);

function readDoses(reading: Reading): Values<Dose> {
  const all: Dose[] = [];
  let end = 0;
  for (const number of numbers(reading).all) {
    const dose = number.first < end ? null : doseAt(reading, number);
    if (dose === null) continue;
    all.push(dose);
    ({ end } = dose);
  }
  return new Values(all);
}

function doseAt(reading: Reading, number: NumberValue): Dose | null {
  const amounts = number.min === number.max ? [number.min] : [number.min, number.max];
  let { end } = number;
  for (
    let next = nextAmount(reading, end);
    next !== undefined && amounts.length < MOST;
    next = nextAmount(reading, end)
  ) {
    amounts.push(...(next.min === next.max ? [next.min] : [next.min, next.max]));
    ({ end } = next);
  }
  const unit = doseUnitAt(reading, end);
  if (unit === null) return null;
  ({ end } = unit);
  // '5 mg/325 mg'
  for (
    let next = nextAmount(reading, end);
    next !== undefined && amounts.length < MOST;
    next = nextAmount(reading, end)
  ) {
    const again = doseUnitAt(reading, next.end);
    if (again?.unit !== unit.unit) break;
    amounts.push(next.min);
    ({ end } = again);
  }
  const per = perAt(reading, end);
  return { first: number.first, end: per?.end ?? end, amounts, unit: unit.unit, per: per?.per ?? null };
}

/** More substances than any tablet has. */
const MOST = 4;

/** The 325 of '7.5/325' and of '50-325'. */
function nextAmount(reading: Reading, at: number): NumberValue | undefined {
  const { tokens } = reading;
  const mark = tokens.written(at);
  return mark === '/' || mark === '-' || mark === '–' ? numbers(reading).at(at + 1) : undefined;
}

/** 'mg', '-mg', '%': the unit of a dose that is at a token, if after a stroke. */
function doseUnitAt(reading: Reading, at: number): { readonly unit: DoseUnit; readonly end: number } | null {
  const { tokens } = reading;
  const from = tokens.written(at) === '-' ? at + 1 : at;
  const mention = reading.mentionAt(from, DOSE_UNIT_WORDS);
  // '25G' is a needle's gauge.
  if (mention === null || (tokens.end(from) - tokens.start(from) === 1 && tokens.isCapitals(from))) return null;
  return { unit: mention.value, end: mention.end };
}

interface PerValue {
  readonly per: Dose['per'];
  readonly end: number;
}

/** '/ml', 'per 5 ml', 'an hour'. */
function perAt(reading: Reading, at: number): PerValue | null {
  const isStroke = reading.tokens.written(at) === '/';
  const from = isStroke ? at + 1 : reading.endOfClass(at, DOSE_JOINTS);
  if (from < 0) return null;
  const number = numbers(reading).at(from);
  const amount = number?.max ?? 1;
  const unit = doseUnitAt(reading, number?.end ?? from) ?? unitAt(reading, number?.end ?? from);
  return unit === null ? null : { per: { amount, unit: unit.unit }, end: unit.end };
}
