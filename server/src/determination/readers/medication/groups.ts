import type { Reading } from '../../../language/reading.ts';
import type { Item } from './items.ts';

/** Words between two pieces of one order. */
const REACH = 14;
/** Words between a number and the treatment that it leads to: 'sixty of the requested tramadol'. */
const LEADING_REACH = 8;
/** Words between a drug and its share: 'lidocaine 5%', but not 'lidocaine gave 50%'. */
const SHARE_REACH = 3;

/** More are a text gone wrong, and no order. */
const MOST_ITEMS = 60;

/** The items of a sentence by the order that they are of, each list in the order of the text. */
export function groupItems(reading: Reading, items: readonly Item[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let group: Item[] | null = null;
  for (const item of items) {
    if (group === null || !belongs(reading, group, item)) {
      group = [item];
      groups.push(group);
    } else group.push(item);
  }
  return groups.map((each) => each.filter((item) => !isOtherShare(each, item)));
}

function belongs(reading: Reading, group: readonly Item[], item: Item): boolean {
  const last = group.at(-1);
  if (last === undefined) return true;
  if (group.length >= MOST_ITEMS) return false;
  const gap = item.first - last.end;
  if (item.kind === 'treatment') return isSameTreatment(reading, group, item, gap);
  if (gap > REACH) return false;
  if (!('leads' in item) || item.leads === 'no') return true;
  // It is a piece of an order whose treatment comes after it, unless it is close to a treatment before.
  const hasTreatment = group.some(({ kind }) => kind === 'treatment');
  return !hasTreatment ? isLed(group) : item.leads === 'next' && gap <= 0;
}

const isLed = (group: readonly Item[]): boolean => group.some((item) => 'leads' in item && item.leads !== 'no');

function isSameTreatment(
  reading: Reading,
  group: readonly Item[],
  item: Item & { readonly kind: 'treatment' },
  gap: number,
): boolean {
  const known = group.find((each) => each.kind === 'treatment');
  if (known === undefined) return gap <= LEADING_REACH && isLed(group);
  if (known.treatment.name === item.treatment.name) return gap <= 1;
  // 'hydrocodone/APAP', 'Norco (hydrocodone with acetaminophen)'
  const mark = reading.tokens.written(item.first - 1);
  return gap === 1 && group.at(-1)?.kind === 'treatment' && (mark === '/' || mark === '(' || mark === '-');
}

/** A share that is not a drug's: 'tramadol gave 50% relief'. */
function isOtherShare(group: readonly Item[], item: Item): boolean {
  if (item.kind !== 'strength' || item.strength.unit !== '%' || item.leads !== 'no') return false;
  return !group.some(
    ({ kind, end }) =>
      (kind === 'treatment' || kind === 'form' || kind === 'strength') &&
      end <= item.first &&
      item.first - end <= SHARE_REACH,
  );
}
