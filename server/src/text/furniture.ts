/** Running heads that mailed copies carry on every page: no part of the letter's prose. */
const BLANK = '[ \\t\\u00a0]';
const WORDS = 'Final Determination Letter for IMR Case Number'.replaceAll(' ', `${BLANK}{1,4}`);
const RUNNING_HEAD = new RegExp(
  `(?:${BLANK}|\\f){0,200}${WORDS}${BLANK}{1,4}C?M?\\d{2}-\\d{4,9}${BLANK}{0,80}\\d{0,4}${BLANK}{0,80}(?=[\\r\\n\\f]|$)`,
  'y',
);
const FIRST_LETTER = new RegExp(`(?:${BLANK}|\\f){0,200}F`, 'y');

/** The offset behind the running head that begins at `offset` (a line's start), or -1 where there is none. */
export function furnitureEnd(source: string, offset: number): number {
  FIRST_LETTER.lastIndex = offset;
  if (!FIRST_LETTER.test(source)) return -1;
  RUNNING_HEAD.lastIndex = offset;
  return RUNNING_HEAD.test(source) ? RUNNING_HEAD.lastIndex : -1;
}
