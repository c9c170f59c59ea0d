import { Form } from '../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { DATE_WORDS } from './cues.ts';

/**
 * The words before a date that order someone to stay off work until then: 'is to remain off work until'. What was so until
 * a day ('was off work until') may be said at any later visit.
 * @param first the date's first token
 * @param floor where its sentence begins
 */
export function leaveBefore(reading: Reading, first: number, floor: number): TokenRange | null {
  if (!reading.is(first - 1, DATE_WORDS['until a date'])) return null;
  const from = Math.max(floor, first - LONGEST);
  for (let at = first - 2; at >= from; at--) {
    if (!reading.is(at, DATE_WORDS['off work'])) continue;
    for (let verb = at - 1; verb >= from; verb--)
      if (isOrdered(reading, verb, floor)) return { first: verb, end: first };
  }
  return null;
}

/** In tokens. */
const LONGEST = 16;

/** 'To remain', 'should stay'; 'Remain' at the beginning, or after a colon. */
function isOrdered(reading: Reading, verb: number, floor: number): boolean {
  const { tokens } = reading;
  const isBare = tokens.lower(verb) === 'be' || (reading.formAt(verb) & Form.base) !== 0;
  if (!isBare || !reading.is(verb, DATE_WORDS['stays so'])) return false;
  return verb === floor || tokens.written(verb - 1) === ':' || ORDERING.has(tokens.lower(verb - 1));
}

const ORDERING: ReadonlySet<string> = new Set(['to', 'should', 'will', 'must', 'shall']);
