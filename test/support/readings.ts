import { passageOf } from '../../server/src/determination/language.ts';
import { ENGLISH } from '../../server/src/language/lexicon/english.ts';
import { Lexicon } from '../../server/src/language/lexicon/lexicon.ts';
import type { PhraseTable } from '../../server/src/language/phrases/table.ts';
import type { Passage } from '../../server/src/language/reading.ts';
import { readingOf } from '../../server/src/language/stretches.ts';
import { VALUE_CLASSES } from '../../server/src/language/values/classes.ts';
import { LetterText } from '../../server/src/text/letterText.ts';

/** The tokens of a text by itself, with the lexicon of letters. */
export const passageOfText = (text: string): Passage => passageOf(new LetterText(text).prose);

/** The tokens of a text as they are written. */
export const tokensOf = (text: string): readonly string[] => {
  const { reading, first, end } = passageOfText(text);
  return Array.from({ length: end - first }, (_, i) => reading.tokens.written(first + i));
};

/** The sentences of a text as they are written. */
export const sentencesOf = (text: string): readonly string[] => {
  const passage = passageOfText(text);
  return Array.from(passage.sentences(), ({ first, end }) => passage.reading.tokens.slice(first, end));
};

/** Reads texts with a lexicon of English alone, and with one table. */
export function readerWith(table: PhraseTable<unknown>): (text: string) => Passage {
  const lexicon = new Lexicon([...Object.values(ENGLISH), ...VALUE_CLASSES]);
  table.compile(lexicon);
  return (text) => readingOf(new LetterText(text).prose, lexicon).all;
}
