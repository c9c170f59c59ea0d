/** The words of a list that are divided by single blanks, as a set. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
