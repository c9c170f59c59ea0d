/**
 * A word with the capitals that another is written with: 'LEFT' → 'RIGHT', 'Left' → 'Right', 'left' → 'right'. A single
 * capital ('A') is the first letter of a sentence.
 */
export function writtenLike(written: string, word: string): string {
  const letters = written.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  return /^[^\p{L}]*\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
