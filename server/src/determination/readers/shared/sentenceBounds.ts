import { isAbbreviated } from './sentences.ts';

/** Where sentences begin and end in folded prose, as far as a number's neighbourhood needs it. */

/**
 * Where the sentence that holds `index` begins. A stop ends one before a capital, with or without a blank
 * ('documented.In'), with or without a closing quotation mark: not in '3.3.9', 'e.g., massage' or 'pg. 607'.
 */
export function startOfSentence(text: string, index: number): number {
  const floor = Math.max(0, index - LONGEST_SENTENCE);
  for (let at = index - 1; at > floor; at--) {
    if (endsSentence(text, at)) return at + 1;
  }
  return floor;
}

/** Where the sentence that holds `index` ends, its stop included. */
export function endOfSentence(text: string, index: number): number {
  const ceiling = Math.min(text.length, index + LONGEST_SENTENCE);
  for (let at = index; at < ceiling; at++) {
    if (endsSentence(text, at)) return at + 1;
  }
  return ceiling;
}

/** In characters, to either side: keeps a text without stops from being read over and over. */
const LONGEST_SENTENCE = 600;
const BEHIND_STOP = /^["'”’)]?(?: ["'“(]?[A-Z]|[A-Z][a-z]|$)/;

const endsSentence = (text: string, at: number): boolean =>
  isStop(text.charCodeAt(at)) && BEHIND_STOP.test(text.slice(at + 1, at + 5)) && !isAbbreviated(text, at);

/** . ! ? ; */
const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 59;
