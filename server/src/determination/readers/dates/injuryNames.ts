import type { Passage, TokenRange } from '../../../language/reading.ts';
import { DATE_WORDS } from './cues.ts';

/** What names the injury right before a date: 'Date of injury: …', 'DOI …', 'an industrial injury of …'. */
export function injuryNameBefore(
  { reading, first: floor }: Passage,
  { first }: Pick<TokenRange, 'first'>,
): TokenRange | null {
  const { tokens } = reading;
  for (let at = first - 1; at >= Math.max(floor, first - FURTHEST_NAME); at--) {
    for (let begin = at; begin >= Math.max(floor, at - LONGEST_NAME); begin--) {
      if (reading.endOfClass(begin, DATE_WORDS['names the injury']) === at + 1) return { first: begin, end: at + 1 };
    }
    if (!tokens.isMark(at) && reading.endOfClass(at, DATE_WORDS['between the injury and its day']) < 0) return null;
  }
  return null;
}

const FURTHEST_NAME = 7;
const LONGEST_NAME = 4;

/** Whether a sentence also mentions another injury, so that its date may belong to either. */
export function tellsOfAnotherInjury(passage: Passage, at: number): boolean {
  const { reading } = passage;
  const sentence = passage.sentenceAt(at);
  const end = Math.min(sentence.end, at + LONGEST_SENTENCE);
  for (let each = Math.max(sentence.first, at - LONGEST_SENTENCE); each < end; each++) {
    const after = reading.endOfClass(each, DATE_WORDS['of another injury']);
    if (after > each && reading.endOfClass(after, DATE_WORDS['injury or claim']) > after) return true;
  }
  return false;
}

const LONGEST_SENTENCE = 60;

/**
 * Words that mention several injuries or claims: a cumulative one beside a specific, a second, 'dates of injury'. The
 * case may be about any of them.
 */
export function severalInjuriesIn(passage: Passage): TokenRange | null {
  const { reading, end } = passage;
  for (let at = passage.first; at < end; at++) {
    const overTime = reading.endOfClass(at, DATE_WORDS['over time']);
    if (overTime > at) return { first: at, end: overTime };
    let after = reading.endOfClass(at, DATE_WORDS['one of several']);
    if (after < 0) continue;
    while (reading.tokens.written(after) === '-' || reading.endOfClass(after, DATE_WORDS['kind of injury']) > after) {
      after = Math.max(after + 1, reading.endOfClass(after, DATE_WORDS['kind of injury']));
    }
    const injury = reading.endOfClass(after, DATE_WORDS['injury or claim']);
    if (injury > after && injury <= end) return { first: at, end: injury };
  }
  return null;
}
