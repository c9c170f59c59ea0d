import { oncePerProse } from '../../../text/oncePerProse.ts';
import { passageOf } from '../../language.ts';
import { readDenials } from './denials.ts';
import { readTellings } from './tellings.ts';

/** What a piece of a letter says that there was none of, in order; read when first needed. */
export const denialsIn = oncePerProse((prose) => readDenials(passageOf(prose)));

/** What it says that there was, in order. */
export const tellingsIn = oncePerProse((prose) => readTellings(passageOf(prose)));
