import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Amount, Directions, Take } from '../../model/order.ts';
import type { Item, Times } from './items.ts';
import type { Placed, SortedItems } from './uses.ts';
import { ORDER_WORDS } from './words.ts';

const ONE: Amount = { min: 1, max: 1 };

/** How a drug is to be taken, as far as the items of an order say; null where they do not say how often. */
export function readDirections(
  passage: PlacedPassage,
  items: readonly Item[],
  { takings, hasUnread }: SortedItems,
): Directions | null {
  const pieces = takings.flatMap(({ dose, times }): readonly TokenRange[] => [
    ...(dose === null ? [] : [dose]),
    ...times,
  ]);
  const [first] = pieces;
  if (first === undefined || takings.every(({ times }) => times.length === 0)) return null;
  const takes: Take[] = [];
  for (const { dose, times } of takings) {
    const timesADay = timesOf(passage.reading, times);
    if (timesADay !== null) takes.push({ dose: dose?.amount ?? ONE, timesADay });
  }
  const has = (...kinds: readonly Item['kind'][]): boolean => items.some(({ kind }) => kinds.includes(kind));
  return {
    span: passage.span({
      first: Math.min(...pieces.map((each) => each.first)),
      end: Math.max(...pieces.map((each) => each.end)),
    }),
    takes,
    isDoseImplied: takings.some(({ dose }) => dose === null),
    isMaximum: has('asNeeded', 'most'),
    varies: hasUnread || takes.length < takings.length || has('varies'),
  };
}

/**
 * How often in all. 'In the morning and at bedtime' and 'daily and at bedtime' are two times, 'twice daily, morning and
 * night' gives two times again. Null where two differ.
 */
function timesOf(reading: Reading, times: readonly Placed<Times>[]): Amount | null {
  const [first, ...others] = times;
  if (first === undefined) return null;
  const isList = times.every(({ isTimeOfDay }) => isTimeOfDay);
  let total = first.timesADay;
  let end = first.end;
  let isRepeated = false;
  for (const next of others) {
    const joint = jointOf(reading, end, next.first);
    ({ end } = next);
    if ((joint === 'and' && !isRepeated) || (joint === 'comma' && isList)) total = sum(total, next.timesADay);
    else if (next.isTimeOfDay) isRepeated = true;
    else if (!isSame(total, next.timesADay)) return null;
  }
  return total;
}

function jointOf(reading: Reading, first: number, end: number): 'and' | 'comma' | 'none' {
  let joint: 'comma' | 'none' = 'none';
  for (let at = first; at < end; at++) {
    const written = reading.tokens.written(at);
    if (written === '&' || written === '+' || reading.mentionAt(at, ORDER_WORDS)?.value.kind === 'and') return 'and';
    if (written === ',' || written === '/') joint = 'comma';
  }
  return joint;
}

const sum = (a: Amount, b: Amount): Amount => ({ min: a.min + b.min, max: a.max + b.max });

const isSame = (a: Amount, b: Amount): boolean => Math.abs(a.min - b.min) + Math.abs(a.max - b.max) < SMALL;
const SMALL = 0.001;
