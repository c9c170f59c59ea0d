import { classOf } from '../../../language/lexicon/wordClass.ts';

/** The words in which the law asks for the conclusion. */
export const NECESSITY_WORDS = classOf('necessity', {
  nouns: ['necessity'],
  words: ['necessary', 'unnecessary', 'necessitated'],
});
