/** Stretches of a text in which a full stop or a slash is no mark of punctuation: addresses of the web and of e-mail. */
const ADDRESS = /\S*(?:https?:|www\.|\.(?:com|org|gov|net|edu)\b|@)\S*/gi;

/** Whether `index` stands in a web or e-mail address. */
export function inAddress(text: string, index: number): boolean {
  const start = text.lastIndexOf(' ', index) + 1;
  const space = text.indexOf(' ', index);
  const token = text.slice(start, space < 0 ? text.length : space);
  ADDRESS.lastIndex = 0;
  return ADDRESS.test(token);
}
