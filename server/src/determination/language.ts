import { ENGLISH } from '../language/lexicon/english.ts';
import { Lexicon } from '../language/lexicon/lexicon.ts';
import type { WordClass } from '../language/lexicon/wordClass.ts';
import type { PhraseTable } from '../language/phrases/table.ts';
import type { PlacedPassage } from '../language/placed.ts';
import { Stretches } from '../language/stretches.ts';
import { VALUE_CLASSES } from '../language/values/classes.ts';
import { LetterText } from '../text/letterText.ts';
import { oncePerProse } from '../text/oncePerProse.ts';
import type { Prose } from '../text/prose.ts';
import { ONE_SIDE_CLASSES } from './readers/anatomy/oneSideWords.ts';
import { ANATOMY } from './readers/anatomy/vocabulary.ts';
import { CITATION_CLASSES } from './readers/citations/inWords/words.ts';
import { NOTHING_CLASSES, NOTHING_ROWS } from './readers/citations/nothing/vocabulary.ts';
import { SILENT_AFTER, SILENT_BEFORE, STATE_GUIDELINES } from './readers/citations/silenceRows.ts';
import { SILENCE_CLASSES } from './readers/citations/silenceWords.ts';
import { IDIOM_ROWS } from './readers/conclusion/rows/idioms.ts';
import { OWN_CLAUSE_CLASSES } from './readers/conclusion/words/ownClauseWords.ts';
import { TURNED_CLASSES } from './readers/conclusion/words/turnedWords.ts';
import { CONCLUSION_WORDS } from './readers/conclusion/words/words.ts';
import { DATE_ROLE_CLASSES } from './readers/dates/cues.ts';
import { IDENTITY_CLASSES, IDENTITY_ROWS } from './readers/identity/vocabulary.ts';
import { LEAD_IN_CLASSES, LEAD_INS } from './readers/leadIns/vocabulary.ts';
import { ORDER_CLASSES } from './readers/medication/words.ts';
import { MISSING_CLASSES } from './readers/missing/vocabulary.ts';
import { PATIENT_CLASSES } from './readers/patient/people.ts';
import { PREMISE_CLASSES, PREMISE_ROWS } from './readers/premises/vocabulary.ts';
import { BREAKS, REMOVAL_CLASSES } from './readers/removals/vocabulary.ts';
import { REVIEW_CLASSES } from './readers/reviewed/vocabulary.ts';
import { CUE_CLASSES } from './readers/shared/cueWords.ts';
import { FINDING_ROWS } from './readers/statements/findingRows.ts';
import { HELD_CLASSES } from './readers/statements/heldWords.ts';
import { STATEMENT_CLASSES } from './readers/statements/words.ts';
import { DECIDED_AFTER, DECIDED_BEFORE } from './readers/treatments/decidedRows.ts';
import { TREATMENTS } from './readers/treatments/vocabulary.ts';
import { LEDGER_CLASSES } from './readers/visits/words/ledgerWords.ts';
import { NONE_ROWS } from './readers/visits/words/noneRows.ts';
import { SUM_ROWS } from './readers/visits/words/sumRows.ts';
import { TOO_MANY_ROWS } from './readers/visits/words/tooManyRows.ts';
import { VISIT_CLASSES } from './readers/visits/words/vocabulary.ts';

export { ENGLISH };

/** All that readers know by name. Whoever adds a class adds it here. */
const CLASSES: readonly WordClass<unknown>[] = [
  ...Object.values(ENGLISH),
  ...VALUE_CLASSES,
  ...ANATOMY,
  ...TREATMENTS,
  ...CUE_CLASSES,
  ...DATE_ROLE_CLASSES,
  ...PATIENT_CLASSES,
  ...ORDER_CLASSES,
  ...PREMISE_CLASSES,
  ...IDENTITY_CLASSES,
  ...LEAD_IN_CLASSES,
  ...REMOVAL_CLASSES,
  ...REVIEW_CLASSES,
  ...MISSING_CLASSES,
  ...Object.values(CONCLUSION_WORDS),
  ...OWN_CLAUSE_CLASSES,
  ...TURNED_CLASSES,
  ...SILENCE_CLASSES,
  ...VISIT_CLASSES,
  ...LEDGER_CLASSES,
  ...CITATION_CLASSES,
  ...NOTHING_CLASSES,
  ...ONE_SIDE_CLASSES,
  ...STATEMENT_CLASSES,
  ...HELD_CLASSES,
];

/** All phrases that readers look for. Whoever adds a table adds it here. */
const TABLES: readonly PhraseTable<unknown>[] = [
  SILENT_AFTER,
  SILENT_BEFORE,
  STATE_GUIDELINES,
  BREAKS,
  DECIDED_AFTER,
  DECIDED_BEFORE,
  FINDING_ROWS,
  IDENTITY_ROWS,
  IDIOM_ROWS,
  LEAD_INS,
  NONE_ROWS,
  NOTHING_ROWS,
  PREMISE_ROWS,
  SUM_ROWS,
  TOO_MANY_ROWS,
];

let made: Lexicon | null = null;

/** The words of letters; made when the first letter is read. */
function lexicon(): Lexicon {
  if (made === null) {
    const lexicon = new Lexicon(CLASSES);
    for (const table of TABLES) table.compile(lexicon);
    made = lexicon;
  }
  return made;
}

/** What a letter is divided into to be read. */
export const stretchesOf: (letter: Prose) => Stretches = oncePerProse((letter) => new Stretches(letter));

/** The tokens of a piece of a letter. */
export const passageOf = (prose: Prose): PlacedPassage => stretchesOf(prose.whole).passage(prose, lexicon());

/**
 * A reader of a piece of a letter that depends on its tokens and what is around them in their stretch alone: it reads each
 * piece once, and in a letter's next version only what has changed.
 */
export const oncePerPassage =
  <T>(read: (passage: PlacedPassage) => T): ((prose: Prose) => T) =>
  (prose) =>
    passageOf(prose).once(read);

/** The tokens of the stretch that a piece of a letter lies in. */
export const stretchOf = (prose: Prose): PlacedPassage => passageOf(prose).stretch.all;

/** The tokens of all stretches of a letter, in order. */
export const stretchesIn = (letter: Prose): readonly PlacedPassage[] => stretchesOf(letter).all(lexicon());

/** The tokens of words that are not a letter's: of a guideline's section. */
export const passageOfWords = (words: string): PlacedPassage => passageOf(new LetterText(words).prose);
