import { oncePerProse } from '../../../text/oncePerProse.ts';
import { passageOf } from '../../language.ts';
import { readAffirmations } from './affirmations.ts';
import { readDenials } from './denials.ts';

/** What a piece of a letter says that there was none of, in order; read when first needed. */
export const denialsIn = oncePerProse((prose) => readDenials(passageOf(prose)));

/** What it says that there was, in order. */
export const affirmationsIn = oncePerProse((prose) => readAffirmations(passageOf(prose)));
