import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { numbers } from '../../../language/values/number.ts';
import { ordinals } from '../../../language/values/ordinal.ts';
import { PREMISE_WORDS, type PremiseRole } from './vocabulary.ts';

/** A disputed item that is named by its number in the letter, from 1. */
export interface Numbered extends TokenRange {
  readonly number: number;
}

/** More issues than any letter has: 'item 9792' is no issue. */
const MOST_ISSUES = 60;

/** 'Item 1', 'request #2', 'the first request', 'issue no. 3' at a token; null where nothing is named so. */
export function numberedAt(reading: Reading, at: number, limit: number): Numbered | null {
  const first = reading.is(at, ENGLISH.article) ? at + 1 : at;
  const place = ordinals(reading).at(first);
  if (place !== undefined) {
    const end = reading.endOfClass(place.end, PREMISE_WORDS['premise numbered']);
    return end > place.end && end <= limit ? { first: at, end, number: place.place } : null;
  }
  let next = reading.endOfClass(first, PREMISE_WORDS['premise numbered']);
  if (next < 0) return null;
  while (next < limit && SIGNS.has(reading.tokens.lower(next))) next++;
  const number = numbers(reading).at(next);
  if (number === undefined || number.end > limit || number.min !== number.max || !Number.isInteger(number.max))
    return null;
  // 'Item 4 of the criteria'
  if (reading.tokens.lower(number.end) === 'of') return null;
  return number.max >= 1 && number.max <= MOST_ISSUES ? { first: at, end: number.end, number: number.max } : null;
}

/** Where a passage says in plain words what became of an item by its number: 'the first request falls', 'item 2 stands'. */
export function* fatesIn(
  passage: Passage,
): Iterable<{ readonly item: Numbered; readonly end: number; readonly role: PremiseRole }> {
  const { reading } = passage;
  for (const noun of passage.mentions(PREMISE_WORDS['premise numbered'])) {
    const place = ordinals(reading).at(noun.first - 1);
    const item = numberedAt(reading, place?.end === noun.first ? place.first : noun.first, passage.end);
    if (item === null) continue;
    const falls = reading.endOfClass(item.end, PREMISE_WORDS['premise falls']);
    const stands = reading.endOfClass(item.end, PREMISE_WORDS['premise stands']);
    if (falls > 0) yield { item, end: falls, role: 'not-necessary' };
    else if (stands > 0 || isGrantedUnder(reading, item))
      yield { item, end: Math.max(stands, item.end), role: 'necessary' };
  }
}

/** 'As it will be under item 1', 'allowed under the first item' */
function isGrantedUnder(reading: Reading, { first }: Numbered): boolean {
  const { tokens } = reading;
  const under = reading.is(first - 1, ENGLISH.article) ? first - 2 : first - 1;
  if (tokens.lower(under) !== 'under') return false;
  const isToBe = tokens.lower(under - 1) === 'be' && tokens.lower(under - 2) === 'will';
  return isToBe || (reading.is(under - 1, PREMISE_WORDS['premise granted']) && reading.is(under - 2, ENGLISH.be));
}

/** 'No. 2', '#2' */
const SIGNS: ReadonlySet<string> = new Set(['#', 'no', '.']);
