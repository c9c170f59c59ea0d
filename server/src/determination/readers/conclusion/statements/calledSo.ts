import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { isPassive } from '../clauses/denials.ts';
import type { Position, Sign } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';

/**
 * What is made of a word by what is said of calling it so: 'To call it necessary would be wrong' (-1), 'To find it necessary is
 * only fair' (1), 'To be found necessary it would have to …' (0: nothing); 1 where a clause does not begin so.
 */
export function calledSo(
  reading: Reading,
  { first, isJudged }: VerbGroup,
  end: number,
  position: Position,
  { first: start, verb, end: last }: Clause,
): Sign | 0 {
  const { tokens } = reading;
  if (!isJudged || first > start + 1 || tokens.lower(first) !== 'to' || verb < end || verb >= last) return 1;
  // 'To hold her weight against her would be unfair' is about something else.
  if (tokens.isMark(end) || !isPassive(position) || AGAINST.has(tokens.lower(end - 1))) return 0;
  let sign = 1;
  let isSaid = false;
  for (let at = verb; at < Math.min(last, verb + FARTHEST); at++) {
    if (reading.is(at, ENGLISH.negation)) sign = -sign;
    const found = SAID.at(reading, at);
    if (found === null) continue;
    if (isSaid) break;
    isSaid = true;
    sign *= found.value;
    at = found.end - 1;
  }
  return isSaid ? (sign > 0 ? 1 : -1) : 0;
}

const AGAINST: ReadonlySet<string> = new Set(['against']);
/** In tokens. */
const FARTHEST = 10;

const SAID = new ClassMap<Sign>([
  [CONCLUSION_WORDS['conclusion strains'], -1],
  [CONCLUSION_WORDS.disapproves, -1],
  [CONCLUSION_WORDS.mistaken, -1],
  [CONCLUSION_WORDS.faulty, -1],
  [CONCLUSION_WORDS.denies, -1],
  [CONCLUSION_WORDS.correct, 1],
  [CONCLUSION_WORDS['conclusion praise'], 1],
]);
