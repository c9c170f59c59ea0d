/** A web or e-mail address, in which a full stop or a slash is no mark of punctuation. */
const ADDRESS = /https?:|www\.|\.(?:com|org|gov|net|edu)\b|@/i;
/** The same, and the path of a file: what is in it is not a word of English. */
const ADDRESS_OR_PATH = /[@\\_]|:\/\/|\bwww\.|\.(?:com|org|gov|net|edu|html?|pdf)\b/i;
/** No address is looked at further than this from a place in it, in characters. */
const REACH = 150;

/** Whether `index` is in a web or e-mail address. */
export const inAddress = (text: string, index: number): boolean => ADDRESS.test(chunkAt(text, index, index));

/** Whether the word between two indexes is in an address, or in the path of a file. */
export const isInAddressOrPath = (text: string, start: number, end: number): boolean =>
  ADDRESS_OR_PATH.test(chunkAt(text, start, end));

/** What is around the characters from `start` to `end` up to the next blanks. */
function chunkAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(start, end + REACH);
  const blank = after.indexOf(' ', end - start);
  return before.slice(before.lastIndexOf(' ') + 1) + (blank < 0 ? after : after.slice(0, blank));
}

/** The address of a whole site: 'www.fda.gov', 'https://example.org/'. */
const SITE = /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]{1,60}(?:\.[a-z]{2,10}){1,2}\/?$/i;

/** Whether words are a web address that names no page. */
export const isWholeSite = (words: string): boolean => SITE.test(words);
