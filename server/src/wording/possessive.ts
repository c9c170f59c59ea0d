/** A word without its possessive ending: 'Kneezlex’s' and 'workers'' are of 'Kneezlex' and 'workers'. */
export const withoutPossessive = (word: string): string => word.replace(/(?<=\p{L})['’]s?$/u, '');
