import { classesOf } from '../../../../language/lexicon/wordClass.ts';
import data from './conclusionWords.json' with { type: 'json' };

/** The classes of words that conclusions are made of; each names a role, none an outcome. */
export const CONCLUSION_WORDS = classesOf(data);
