import { numbers } from '../../../language/values/number.ts';
import type { Amount } from '../../model/order.ts';
import type { Scan } from './scan.ts';

/** 'Two refills', 'no refills', '3 additional refills': the number is before. Null where it is one of something else. */
export function readRefills(scan: Scan, first: number, end: number, { min, max }: Amount): number | null {
  // 'Additional' makes directions vary, but not a number of refills.
  const at = Math.max(end, scan.endOf(end, 'varies'));
  const last = scan.endOf(scan.pastAdjectives(at), 'refill');
  if (last < 0) return null;
  scan.add(first, last, { kind: 'refills', amount: { min, max } });
  return last;
}

/** 'Refills: 2', 'refill x 2', 'RF none'. Of 'with refills' nobody knows how many. */
export function readRefillWord(scan: Scan, first: number, end: number): number {
  const at = scan.pastMarks(end);
  const number = numbers(scan.reading).at(at);
  const last = number?.end ?? scan.endOf(at, 'none');
  if (last >= 0) {
    const { min, max } = number ?? NONE;
    scan.add(first, last, { kind: 'refills', amount: { min, max } });
    return last;
  }
  // 'A refill of tramadol' is the request itself.
  if (scan.leads(end) === 'no') scan.add(first, end, { kind: 'varies' });
  return end;
}

const NONE: Amount = { min: 0, max: 0 };
