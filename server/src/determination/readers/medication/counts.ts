import type { Mention } from '../../../language/reading.ts';
import { doses } from '../../../language/values/dose.ts';
import { durations } from '../../../language/values/duration.ts';
import { type NumberValue, numbers } from '../../../language/values/number.ts';
import type { Amount } from '../../model/order.ts';
import type { CountedNoun, Leading } from './items.ts';
import type { Scan } from './scan.ts';
import type { OrderWord } from './words.ts';

const HALF: Amount = { min: 0.5, max: 0.5 };
const ONE: Amount = { min: 1, max: 1 };

/** A number that is no dose, no duration and no rate: what it counts, if it counts something. */
export function readCount(scan: Scan, number: NumberValue): number {
  const { first, end } = number;
  const broken = brokenNumber(scan, number);
  return broken === null
    ? count(scan, first, end, number, isMarked(scan, number))
    : count(scan, first, broken.end, broken);
}

function count(scan: Scan, first: number, end: number, { min, max }: Amount, marked = false): number {
  const amount = { min, max };
  const noun = scan.nounAfter(end);
  if (noun !== null) {
    const last = noun.isDirect ? noun.end : end;
    const leads = noun.isDirect ? scan.leads(noun.end) : scan.leads(end);
    add(scan, first, last, amount, { noun: noun.noun, isMarked: marked, leads });
    return noun.isDirect && noun.noun.group === 'containers' ? (contents(scan, first, last, amount) ?? last) : last;
  }
  const counted = scan.endOf(scan.pastAdjectives(end), 'countedAfter');
  const leads = scan.leads(counted < 0 ? end : counted);
  if (counted >= 0) {
    add(scan, first, counted, amount, { noun: null, isMarked: true, leads });
    return counted;
  }
  if (marked || leads !== 'no' || scan.isTaken(end) || scan.isTakeBefore(first)) {
    add(scan, first, end, amount, { noun: null, isMarked: marked, leads });
  } else scan.add(first, end, { kind: 'number' });
  return end;
}

/** The '30' of '2 boxes of 30', which are sixty; null where no number of pieces follows. */
function contents(scan: Scan, first: number, at: number, { min, max }: Amount): number | null {
  const of = scan.endOf(at, 'of');
  const number = of < 0 ? undefined : numbers(scan.reading).at(of);
  if (number === undefined || isMeasured(scan, number.first)) return null;
  const noun = scan.nounAfter(number.end);
  if (noun !== null && noun.noun.group !== 'pieces') return null;
  const end = noun?.isDirect === true ? noun.end : number.end;
  const amount = { min: min * number.min, max: max * number.max };
  add(scan, first, end, amount, { noun: noun?.noun ?? null, isMarked: true, leads: scan.leads(end) });
  return end;
}

interface Counting {
  readonly noun: CountedNoun | null;
  readonly isMarked: boolean;
  readonly leads: Leading;
}

const add = (scan: Scan, first: number, end: number, amount: Amount, counting: Counting): void =>
  scan.add(first, end, { kind: 'count', amount, per: null, ...counting });

/** '#60', 'qty: 60', 'quantity of sixty': the number after a mark that ends before a token. */
export function readMarked(scan: Scan, first: number, end: number): number {
  const number = numbers(scan.reading).at(scan.pastMarks(end));
  if (number === undefined || isMeasured(scan, number.first)) return end;
  // 'Tylenol #3' and 'claim #12' name something.
  if (scan.is(first - 1, 'labelled')) {
    scan.add(first, number.end, { kind: 'name' });
    return number.end;
  }
  const noun = scan.nounAfter(number.end);
  const last = noun?.isDirect === true ? noun.end : number.end;
  const amount = { min: number.min, max: number.max };
  add(scan, first, number.end, amount, { noun: noun?.noun ?? null, isMarked: true, leads: scan.leads(last) });
  return last;
}

const isMeasured = ({ reading }: Scan, at: number): boolean =>
  doses(reading).at(at) !== undefined || durations(reading).at(at) !== undefined;

/** 'x 60', '(60)' after a strength, the 60 of '10/325 60': dispensed, though nothing names it. */
function isMarked(scan: Scan, { first, end, min, max }: NumberValue): boolean {
  const before = scan.items.at(-1);
  // 'x 60', but '2 x 6' are twelve of something.
  if (scan.is(first - 1, 'cross')) return before?.kind !== 'number' || before.end < first - 1;
  if (before === undefined || min !== max || !Number.isInteger(min)) return false;
  const { kind } = before;
  if (scan.written(first - 1) === '(') {
    const isOfOrder = kind === 'strength' || kind === 'form' || kind === 'treatment' || kind === 'count';
    return isOfOrder && scan.written(end) === ')' && before.end === first - 1;
  }
  const isAfterComma = scan.written(first - 1) === ',';
  // The last words of a heading: '…, one twice daily with food, sixty'.
  if (scan.isHeading && isAfterComma && min >= LEAST_BARE && end >= scan.end) return true;
  const isNext = before.end === first || (before.end === first - 1 && isAfterComma);
  const isAfterDrug = kind === 'strength' || kind === 'form' || kind === 'name';
  return isNext && isAfterDrug && min >= LEAST_BARE && endsPhrase(scan, end);
}

/** Fewer are taken at a time. */
const LEAST_BARE = 5;

const endsPhrase = (scan: Scan, at: number): boolean =>
  at >= scan.end || (scan.reading.tokens.isMark(at) && scan.written(at) !== '/');

/** 'Half a tablet' */
export const readHalf = (scan: Scan, { first, end }: Mention<OrderWord>): number => count(scan, first, end, HALF);

/** 'A tablet twice a day': one. Null where a token begins no such thing. */
export function readArticle(scan: Scan, at: number): number | null {
  const noun = scan.isArticle(at) ? scan.nounAfter(at + 1) : null;
  if (noun?.noun.group !== 'pieces' || !noun.isDirect) return null;
  if (!scan.isTaken(noun.end) && !scan.isTakeBefore(at)) return null;
  add(scan, at, noun.end, ONE, { noun: noun.noun, isMarked: false, leads: 'no' });
  return noun.end;
}

type Ending = Amount & { readonly end: number };

/** '1/2 tablet', '1 1/2 tablets', 'one and a half tablets': the number with its fraction; null where it has none. */
function brokenNumber(scan: Scan, { first, end, min, max }: NumberValue): Ending | null {
  if (min !== max) return null;
  const share = shareAt(scan, first);
  if (share !== null) return share;
  const half = scan.endOf(end + 1, 'half');
  const more = half >= 0 && scan.reading.tokens.isWord(end) ? { end: half, ...HALF } : shareAt(scan, end);
  return more === null ? null : { min: min + more.min, max: max + more.max, end: more.end };
}

/** The '1/2' of '1/2 tablet', but not that of '1/2/2017'. */
function shareAt(scan: Scan, at: number): Ending | null {
  const over = numbers(scan.reading).at(at);
  if (over === undefined || scan.written(over.end) !== '/') return null;
  const under = numbers(scan.reading).at(over.end + 1);
  if (under === undefined || under.max > LARGEST_SHARE || over.max >= under.min) return null;
  if (scan.nounAfter(under.end)?.noun.group !== 'pieces' && !scan.isTaken(under.end)) return null;
  const share = over.min / under.min;
  return { min: share, max: share, end: under.end };
}

const LARGEST_SHARE = 4;
