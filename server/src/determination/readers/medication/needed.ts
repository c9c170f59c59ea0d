import type { PlacedPassage } from '../../../language/placed.ts';
import { DAYS } from '../../../language/values/duration.ts';
import { type Derived, derived, type Reason } from '../../model/derivation.ts';
import type { Amount, Directions } from '../../model/order.ts';
import type { Days, Item } from './items.ts';
import type { Placed, SortedItems } from './uses.ts';

/**
 * How many pieces the directions take in the days that the order is for. Null where that is not fixed: as needed, with
 * refills, for two lengths of time, of what is measured out.
 */
export function readNeeded(
  passage: PlacedPassage,
  items: readonly Item[],
  { takings, dispensed, period }: SortedItems,
  directions: Directions | null,
): Derived<Amount> | null {
  if (directions === null || directions.isMaximum || directions.varies) return null;
  if (directions.isDoseImplied && !isDoseCertain(items)) return null;
  if (items.some((item) => item.kind === 'refills' && item.amount.max > 0)) return null;
  const counted = [...takings.flatMap(({ dose }) => dose ?? []), ...dispensed];
  if (counted.some(({ noun }) => noun !== null && noun.group !== 'pieces' && noun.group !== 'services')) return null;
  const lasting = items.filter((item): item is Placed<Days> => item.kind === 'days');
  const [days, ...others] = period === null ? lasting.map((each) => each.days) : [DAYS.month];
  if (days === undefined || others.some(({ min, max }) => min !== days.min || max !== days.max)) return null;
  let min = 0;
  let max = 0;
  for (const { dose, timesADay } of directions.takes) {
    min += dose.min * timesADay.min * days.min;
    max += dose.max * timesADay.max * days.max;
  }
  const needed = { min: rounded(min), max: rounded(max) };
  const placed = [...takings.flatMap(({ dose, times }) => [...(dose === null ? [] : [dose]), ...times]), ...lasting];
  const reasons = placed.map((item): Reason => ({ span: passage.span(item), as: NAMES[item.kind], row: null }));
  const reckoning = `${takesInWords(directions)} × ${range(days)} days = ${range(needed)}`;
  return derived(needed, directions.span, { reasons, reckoning });
}

const NAMES = { count: 'what is taken at a time', times: 'how often', days: 'how long' };

/** Where no dose is given, one tablet is taken at a time if the drug comes in tablets. */
const isDoseCertain = (items: readonly Item[]): boolean =>
  items.some((item) => item.kind === 'strength' && item.strength.unit !== '%') &&
  !items.some((item) => item.kind === 'form' && item.noun.group !== 'pieces');

/** '1 × 2 a day', '1 × 1 + 2 × 1 a day' */
export const takesInWords = ({ takes }: Directions): string =>
  `${takes.map(({ dose, timesADay }) => `${range(dose)} × ${range(timesADay)}`).join(' + ')} a day`;

export const range = ({ min, max }: Amount): string =>
  rounded(min) === rounded(max) ? `${rounded(min)}` : `${rounded(min)}-${rounded(max)}`;

const rounded = (number: number): number => Math.round(number * 100) / 100;
