/** Where sentences begin and end in folded prose, as far as a number's neighbourhood needs it. */

/**
 * Where the sentence that holds `index` begins. A stop ends one before a capital, with or without a blank
 * ('documented.In'), with or without a closing quotation mark: not in '3.3.9', 'e.g., massage' or 'pg. 607'.
 */
export function startOfSentence(text: string, index: number): number {
  for (let at = index - 1; at > 0; at--) {
    if (isStop(text.charCodeAt(at)) && BEHIND_STOP.test(text.slice(at + 1, at + 5))) return at + 1;
  }
  return 0;
}

/** Where the sentence that holds `index` ends, its stop included. */
export function endOfSentence(text: string, index: number): number {
  for (let at = index; at < text.length; at++) {
    if (isStop(text.charCodeAt(at)) && BEHIND_STOP.test(text.slice(at + 1, at + 5))) return at + 1;
  }
  return text.length;
}

const BEHIND_STOP = /^["'”’)]?(?: ["'“(]?[A-Z]|[A-Z][a-z]|$)/;

/** . ! ? ; */
const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 59;
