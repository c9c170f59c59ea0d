/** Words of the letter as a message shows them: in quotation marks, and cut at a word where they are long. */
export const quoted = (words: string, most = 40): string => `“${shortened(words, most)}”`;

/** At most about this many characters (UTF-16) of a text, with an ellipsis for what is cut off at its end. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, blank > most / 2 ? blank : most - 1).replace(/[ ,;:(]{1,20}$/, '')} …`;
}
