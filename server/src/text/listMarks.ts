/** What a list puts before its items and that is not a word of theirs. Indexes are into folded text. */

/** Marks that nothing but a list has at a line's beginning. */
const BULLET = '[•●▪◦‣⁃∙■□▫◾◆◇❖➢➤►▸▶→✓✔·§]';
/** Marks that a sentence may have there too: dashes, an asterisk, what Wingdings draws as arrows and ticks. */
const MARK = '[-*–—~>Øü]|o(?= [A-Z\\d(])|#(?= [A-Z])';
/** '1.', '2)', '(a)', 'iv.'. Not 'L.' for 'left'. */
const NUMBER = '\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)](?! \\d)|\\([A-Z]\\)|[A-Z]\\)';
const LIST_MARK = new RegExp(`^(?:(?:${BULLET} ?|(?:${MARK}|${NUMBER}) )(?=\\S)){1,2}`);
const LONGEST = 16;

const STARTS_WITH_BULLET = new RegExp(`^${BULLET}`);

/** The length of the marks that an item begins with, with the blanks after them; 0 where it has none. */
export const listMarkLength = (text: string, at = 0): number =>
  LIST_MARK.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0;

/** Whether an item begins with a mark that only lists have. */
export const hasBullet = (text: string, at = 0): boolean => STARTS_WITH_BULLET.test(text.charAt(at));
