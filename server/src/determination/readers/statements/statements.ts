import { oncePerPassage } from '../../language.ts';
import { readAffirmations } from './affirmations.ts';
import { readDenials } from './denials.ts';

/** What a piece of a letter says that there was none of, in order; read when first needed. */
export const denialsIn = oncePerPassage(readDenials);

/** What it says that there was, in order. */
export const affirmationsIn = oncePerPassage(readAffirmations);
