import { ENGLISH } from '../../../language/lexicon/english.ts';

/** Words that no noun phrase goes on over. */
export const PHRASE_ENDS = [
  ENGLISH.article,
  ENGLISH.preposition,
  ENGLISH.coordinator,
  ENGLISH.subordinator,
  ENGLISH.be,
  ENGLISH.have,
  ENGLISH.do,
  ENGLISH.modal,
  ENGLISH.negation,
  ENGLISH.possessive,
] as const;
