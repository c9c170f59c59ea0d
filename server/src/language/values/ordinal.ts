import type { Reading } from '../reading.ts';
import { ORDINAL_ENDINGS, ORDINALS } from './date.ts';
import { type Value, Values } from './value.ts';

/** A place in a row: 'third' is 3, '12th' is 12. */
export interface OrdinalValue extends Value {
  readonly place: number;
}

export const ordinals = (reading: Reading): Values<OrdinalValue> => reading.get(readOrdinals);

function readOrdinals(reading: Reading): Values<OrdinalValue> {
  const all: OrdinalValue[] = [];
  const { tokens } = reading;
  const letter = reading.all;
  for (const { first, end, value } of letter.mentions(ORDINALS)) all.push({ first, end, place: value });
  for (const { first, end } of letter.mentions(ORDINAL_ENDINGS)) {
    const place = tokens.figures(first - 1);
    if (tokens.isGlued(first) && place > 0) all.push({ first: first - 1, end, place });
  }
  return new Values(all.sort((a, b) => a.first - b.first));
}
