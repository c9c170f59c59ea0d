import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language.ts';
import { VISIT_WORDS } from './vocabulary.ts';

/** Words that no noun phrase goes on with. */
export const FUNCTION_WORDS = new ClassMap<true>(
  [
    ENGLISH.preposition,
    ENGLISH.coordinator,
    ENGLISH.subordinator,
    ENGLISH.article,
    ENGLISH.be,
    ENGLISH.have,
    ENGLISH.do,
    ENGLISH.modal,
    ENGLISH.negation,
    ENGLISH.demonstrative,
    ENGLISH.possessive,
    ENGLISH.he,
    ENGLISH.she,
    ENGLISH.they,
    VISIT_WORDS.shorthand,
  ].map((each) => [each, true]),
);
