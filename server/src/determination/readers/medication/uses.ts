import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Count, Item, Times } from './items.ts';

export type Placed<T> = T & TokenRange;

/** The items of an order, sorted by what they do in it. */
export interface SortedItems {
  /** What is taken at a time, each with how often. The first has no dose where only that is given. */
  readonly takings: readonly Taking[];
  /** What is handed out: '#60', 'two tubes'. */
  readonly dispensed: readonly Placed<Count>[];
  /** The month of '#60 per month'. */
  readonly period: Placed<Times> | null;
  /** A number counts something, and nobody can say what. */
  readonly hasUnread: boolean;
}

interface Taking {
  readonly dose: Placed<Count> | null;
  readonly times: readonly Placed<Times>[];
}

export function sortItems(reading: Reading, items: readonly Item[]): SortedItems {
  const takings: { dose: Placed<Count> | null; times: Placed<Times>[] }[] = [];
  const dispensed: Placed<Count>[] = [];
  let period: Placed<Times> | null = null;
  let hasUnread = false;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'number') hasUnread = true;
    else if (item.kind === 'count') {
      if (isDose(reading, items, i, item)) takings.push({ dose: item, times: [] });
      else if (item.isMarked || item.noun !== null || item.leads !== 'no') dispensed.push(item);
      else hasUnread = true;
    } else if (item.kind === 'times') {
      if (item.unit === 'month' && dispensed.length > 0) period = item;
      else if (takings.length > 0) takings.at(-1)?.times.push(item);
      else takings.push({ dose: null, times: [item] });
    }
  }
  return { takings, dispensed, period, hasUnread };
}

/** More is not taken at a time; after a comma, less: 'two tablets, twice daily'. */
const LARGEST_DOSE = 10;
const LARGEST_DOSE_BEFORE_COMMA = 4;
/** Words between a dose and how often it is taken. */
const LONGEST_GAP = 6;
/** Words between 'take' and the dose. */
const TAKE_GAP = 2;

/** Whether a count is what is taken at a time: how often is what follows, or 'take' is before. */
function isDose(reading: Reading, items: readonly Item[], at: number, count: Placed<Count>): boolean {
  if (count.isMarked || count.amount.max > LARGEST_DOSE || count.noun?.group === 'containers') return false;
  const before = items[at - 1];
  if (before?.kind === 'take' && count.first - before.end <= TAKE_GAP) return true;
  let isRouted = false;
  let end = count.end;
  for (const next of items.slice(at + 1)) {
    if (next.first - end > LONGEST_GAP) break;
    switch (next.kind) {
      case 'times':
        return isRouted || count.amount.max <= LARGEST_DOSE_BEFORE_COMMA || !hasComma(reading, count.end, next.first);
      case 'asNeeded':
        // 'One tablet at the first sign, nine tablets': the other number is what is dispensed.
        return items.some((each) => each.kind === 'count' && each !== count && each.amount.max > count.amount.max);
      case 'route':
        isRouted = true;
        break;
      case 'take':
      case 'form':
      case 'most':
        break;
      default:
        return isRouted && count.noun === null;
    }
    ({ end } = next);
  }
  return isRouted && count.noun === null;
}

function hasComma({ tokens }: Reading, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (tokens.written(at) === ',') return true;
  return false;
}
