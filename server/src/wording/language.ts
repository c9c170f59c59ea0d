import { stretchesOf } from '../determination/language.ts';
import { Lexicon } from '../language/lexicon/lexicon.ts';
import type { WordClass } from '../language/lexicon/wordClass.ts';
import type { PhraseTable } from '../language/phrases/table.ts';
import type { PlacedPassage } from '../language/placed.ts';
import { NUMBER_WORDS, RANGE_WORDS } from '../language/values/number.ts';
import type { Prose } from '../text/prose.ts';
import { CONFUSION_ROWS } from './confusions/rows.ts';
import { SLOTS } from './confusions/slots.ts';
import { PARTS } from './grammar/parts.ts';
import { GRAMMAR_ROWS, PASSIVES } from './grammar/rows.ts';
import { LEFTOVER_CLASSES, LEFTOVER_ROWS } from './leftovers/leftovers.ts';
import { SHORT_SLIPS } from './spelling/shortWords.ts';

/**
 * The words that the rules about wording look for. They have a lexicon of their own: what is a slip is nothing that a
 * letter says, and readers need not step over it. Whoever adds a class adds it here.
 */
const CLASSES: readonly WordClass<unknown>[] = [SHORT_SLIPS, PASSIVES, NUMBER_WORDS, RANGE_WORDS, ...LEFTOVER_CLASSES];

/** Whoever adds a table adds it here. */
const TABLES: readonly PhraseTable<unknown>[] = [GRAMMAR_ROWS, CONFUSION_ROWS, LEFTOVER_ROWS];

let made: Lexicon | null = null;

/** Made when the first letter is checked. */
function lexicon(): Lexicon {
  if (made === null) {
    const lexicon = new Lexicon(CLASSES);
    PARTS.compile(lexicon);
    SLOTS.compile(lexicon);
    for (const table of TABLES) table.compile(lexicon);
    made = lexicon;
  }
  return made;
}

/** The tokens of a piece of a letter, with the words of slips. */
export const wordingOf = (prose: Prose): PlacedPassage => stretchesOf(prose.whole).passage(prose, lexicon());
