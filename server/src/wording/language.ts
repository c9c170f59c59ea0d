import { Lexicon } from '../language/lexicon/lexicon.ts';
import type { WordClass } from '../language/lexicon/wordClass.ts';
import { type Passage, Reading } from '../language/reading.ts';
import { oncePerProse } from '../text/oncePerProse.ts';
import type { Prose } from '../text/prose.ts';
import { SHORT_SLIPS } from './spelling/shortWords.ts';

/**
 * The words that the rules about wording look for. They have a lexicon of their own: what is a slip is nothing that a
 * letter says, and readers need not step over it. Whoever adds a class adds it here.
 */
const CLASSES: readonly WordClass<unknown>[] = [SHORT_SLIPS];

let made: Lexicon | null = null;

/** Made when the first letter is checked. */
function lexicon(): Lexicon {
  made ??= new Lexicon(CLASSES);
  return made;
}

const readingOfLetter = oncePerProse((letter) => new Reading(letter, lexicon()));

/** The tokens of a piece of a letter, with the words of slips. */
export const wordingOf = (prose: Prose): Passage => readingOfLetter(prose.whole).passage(prose);
