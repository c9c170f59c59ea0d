import type { Mention, Passage, TokenRange } from '../../../language/reading.ts';
import { doses } from '../../../language/values/dose.ts';
import { durations } from '../../../language/values/duration.ts';
import { frequencies } from '../../../language/values/frequency.ts';
import { type NumberValue, numbers } from '../../../language/values/number.ts';
import type { Treatment } from '../../model/treatment.ts';
import { levels } from '../anatomy/levels.ts';
import { readArticle, readCount, readHalf, readMarked } from './counts.ts';
import type { Item } from './items.ts';
import { readRefills, readRefillWord } from './refills.ts';
import { Scan, type Treatments } from './scan.ts';
import { readCombination, readDose } from './strengths.ts';
import { readDuration, readEvery, readFrequency, readHour, readSupply } from './times.ts';
import type { OrderWord } from './words.ts';

/** The pieces of orders among some tokens, in order. */
export function readItems(
  passage: Passage,
  range: TokenRange,
  treatments: Treatments,
  isHeading: boolean,
): readonly Item[] {
  const scan = new Scan(passage, range, treatments, isHeading);
  for (let at = range.first; at < range.end; ) at = Math.max(at + 1, itemAt(scan, at));
  return scan.items;
}

/** Adds what begins at a token, if anything does; gives the position after it. */
function itemAt(scan: Scan, at: number): number {
  // 'Bilateral L5 blocks' are not five.
  const level = levels(scan.reading).at(at);
  if (level !== undefined) return level.end;
  const word = scan.wordAt(at);
  const treatment = scan.treatmentAt(at);
  // The XR of 'tramadol XR' is no X-ray.
  const isOfDrug = word?.value.kind === 'between' && scan.items.at(-1)?.end === at;
  if (treatment !== undefined && !isOfDrug) return readTreatment(scan, treatment);
  if (word?.value.kind === 'half') return readHalf(scan, word);
  const number = numbers(scan.reading).at(at);
  if (number !== undefined) return readNumber(scan, number);
  if (scan.written(at) === '#') return readMarked(scan, at, at + 1);
  const frequency = frequencies(scan.reading).at(at);
  if (frequency !== undefined && frequency.end >= (word?.end ?? 0)) return readFrequency(scan, frequency);
  if (word !== null) return readWord(scan, word);
  return readSupply(scan, at) ?? readArticle(scan, at) ?? at + 1;
}

function readTreatment(scan: Scan, { value, first, end }: Mention<Treatment>): number {
  scan.add(first, end, { kind: 'treatment', treatment: value });
  // 'Lidoderm patch'
  const last = scan.wordAt(end - 1)?.value;
  if (last?.kind === 'noun') scan.add(end - 1, end, { kind: 'form', noun: last });
  return end;
}

function readNumber(scan: Scan, number: NumberValue): number {
  const { reading } = scan;
  const dose = doses(reading).at(number.first);
  if (dose !== undefined) return readDose(scan, dose);
  const frequency = frequencies(reading).at(number.first);
  if (frequency !== undefined) return readFrequency(scan, frequency);
  const duration = durations(reading).at(number.first);
  if (duration !== undefined) return readDuration(scan, duration);
  return (
    readHour(scan, number) ??
    readRefills(scan, number.first, number.end, number) ??
    readCombination(scan, number) ??
    readCount(scan, number)
  );
}

function readWord(scan: Scan, { value, first, end }: Mention<OrderWord>): number {
  switch (value.kind) {
    case 'noun':
      scan.add(first, end, { kind: 'form', noun: value });
      return end;
    case 'quantity':
      return readMarked(scan, first, end);
    case 'timesADay':
    case 'timeOfDay': {
      const times = value.kind === 'timesADay' ? value.times : 1;
      const timesADay = { min: times, max: times };
      scan.add(first, end, { kind: 'times', timesADay, unit: 'day', isTimeOfDay: value.kind === 'timeOfDay' });
      return end;
    }
    case 'every':
      return readEvery(scan, first, end);
    case 'refill':
      return readRefillWord(scan, first, end);
    case 'none':
      return readRefills(scan, first, end, { min: 0, max: 0 }) ?? end;
    case 'asNeeded':
    case 'most':
    case 'varies':
    case 'route':
    case 'take':
      scan.add(first, end, { kind: value.kind });
      return end;
    default:
      return end;
  }
}
