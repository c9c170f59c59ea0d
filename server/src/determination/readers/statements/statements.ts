import { oncePerProse } from '../../../text/oncePerProse.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { oncePerPassage } from '../../language.ts';
import { readAffirmations } from './affirmations.ts';
import { readDenials } from './denials.ts';

/** What a piece of a letter says that there was none of, in order; read when first needed. */
export const denialsIn = oncePerPassage(readDenials);

/** What it says that there was, in order. */
export const affirmationsIn = oncePerPassage(readAffirmations);

/** Whether what a span names is said there not to have been: 'No x-rays were taken', 'none of the scans was sent'. */
export const isDeniedAt = (prose: Prose, { start }: Span): boolean => deniedPlaces(prose).has(start);

const deniedPlaces = oncePerProse(
  (prose): ReadonlySet<number> => new Set(denialsIn(prose).map(({ span }) => span.start)),
);
