import { everywhere } from '../text/pattern.ts';

/**
 * Words of a letter, of a file or of a path as they may be shown on one line of plain text: without what steers a
 * terminal or turns the direction of writing, with line ends as blanks, and every half of a surrogate pair that is
 * alone as U+FFFD.
 */
export const plain = (text: string): string =>
  LONE_SURROGATES.replaceIn(UNSEEN.replaceIn(BREAKS.replaceIn(text, ' '), ''), '\u{FFFD}');

const BREAKS = everywhere(/[\t\n\v\f\r\u0085\u2028\u2029]+/);
/** Control characters and invisible ones: those that set a direction or join or divide nothing that is seen. */
const UNSEEN = everywhere(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/u);
const LONE_SURROGATES = everywhere(/\p{Cs}/u);
