/** A web or e-mail address, in which a full stop or a slash is no mark of punctuation. */
const ADDRESS = /https?:|www\.|\.(?:com|org|gov|net|edu)\b|@/i;
/** No address is looked at further than this from a place in it, in characters. */
const REACH = 150;

/** Whether `index` stands in a web or e-mail address. */
export function inAddress(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - REACH), index);
  const behind = text.slice(index, index + REACH);
  const space = behind.indexOf(' ');
  return ADDRESS.test(before.slice(before.lastIndexOf(' ') + 1) + (space < 0 ? behind : behind.slice(0, space)));
}
