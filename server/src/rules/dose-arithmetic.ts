import type { Finding, Rule } from '../checking/rule.ts';
import type { Amount, Order, Take } from '../determination/model/order.ts';
import { isAbout } from './support/orders.ts';

const rule: Rule = {
  name: 'dose-arithmetic',
  title: 'Dose × frequency × days does not equal the number dispensed',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what is decided; the directions beside it say how many are needed.',
  *check({ issues }) {
    for (const issue of issues) {
      const { category, orders, index, rationale } = issue;
      // With several drugs, it is not known whose directions these are.
      const [order, ...others] = orders;
      if (category !== 'medication' || order === undefined || others.length > 0) continue;
      const inHeading = [...check(order, index)];
      yield* inHeading;
      if (rationale === null || inHeading.length > 0) continue;
      // 'As written in the order, 1 tab b.i.d. x 14 days, dispensed #45': all of it in one place.
      for (const told of rationale.orders) if (told.days !== null && isAbout(told, issue)) yield* check(told, index);
    }
  },
};
export default rule;

/** No fix: whether the number or the directions are wrong, only the prescription can say. */
function* check({ quantities, directions, days, needed }: Order, issue: number): Iterable<Finding> {
  const [dispensed, ...others] = quantities.filter(({ value }) => value.measure === 'piece');
  if (directions === null || needed === null || dispensed === undefined || others.length > 0) return;
  const { noun, min, max } = dispensed.value;
  if (min !== max || lastsFor(max, needed.value)) return;
  if (directions.isDoseImplied && isMultiple(max, needed.value.max)) return;
  const takes = directions.takes.map(takeInWords).join(' + ');
  const lasting = days === null ? 'a month' : `${inWords(days.value)} days`;
  const number = noun === null ? `#${max}` : `${max}`;
  yield {
    span: dispensed.span,
    message: `${takes} × ${lasting} is ${inWords(needed.value)}, not ${number}.`,
    issue,
  };
}

/** Pieces are whole: where four and a half are taken, five are needed. */
const lastsFor = (pieces: number, { min, max }: Amount): boolean =>
  pieces >= Math.floor(min) && pieces <= Math.ceil(max);

/** Where no dose is given, it may be two tablets, or a half. */
function isMultiple(pieces: number, needed: number): boolean {
  const times = pieces > needed ? pieces / needed : needed / pieces;
  return Number.isInteger(times) && times <= MOST_TABLETS;
}
const MOST_TABLETS = 4;

/** '1 × 2 a day', '1 every 3 days' */
function takeInWords({ dose, timesADay }: Take): string {
  if (timesADay.max >= 1) return `${inWords(dose)} × ${inWords(timesADay)} a day`;
  return `${inWords(dose)} every ${inWords({ min: 1 / timesADay.max, max: 1 / timesADay.min })} days`;
}

const inWords = ({ min, max }: Amount): string => (min === max ? `${rounded(min)}` : `${rounded(min)}-${rounded(max)}`);
const rounded = (number: number): number => Math.round(number * 100) / 100;
