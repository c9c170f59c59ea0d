import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { Passage, TokenRange } from '../../../language/reading.ts';
import { levels } from './levels.ts';
import { SIDE_WORDS } from './sideWords.ts';

/** Whether two parts are mentioned together: 'neck, right hand and head'. */
export function areListed(passage: Passage, first: TokenRange, second: TokenRange): boolean {
  const at = pastJoint(passage, first.end);
  return at > first.end && pastDetermination(passage, at) === second.first;
}

/** The position after ',', '/', 'and', ', and'; the same one where none of them is there. */
export function pastJoint({ reading }: Passage, from: number): number {
  const { tokens } = reading;
  const at = LIST_MARKS.has(tokens.written(from)) ? from + 1 : from;
  return reading.endOfClass(at, ENGLISH.coordinator) === at + 1 || tokens.written(at) === '&' ? at + 1 : at;
}

const LIST_MARKS: ReadonlySet<string> = new Set([',', '/', '&']);

/** The position after 'the', 'his', 'both', 'the left'. */
export function pastDetermination({ reading }: Passage, from: number): number {
  let at = from;
  for (let i = 0; i < MOST_DETERMINERS; i++) {
    // The L of 'L4-5' is no 'left'.
    if (levels(reading).at(at) !== undefined) return at;
    const end = Math.max(
      reading.endOfClass(at, ENGLISH.article),
      reading.endOfClass(at, ENGLISH.possessive),
      reading.endOfClass(at, ENGLISH.demonstrative),
      reading.endOfClass(at, SIDE_WORDS),
    );
    if (end < 0) return at;
    at = end;
  }
  return at;
}

const MOST_DETERMINERS = 3;
