import type { Prose } from '../../../text/prose.ts';
import { oncePerPassage } from '../../language.ts';
import { type Derived, derived } from '../../model/derivation.ts';
import { TOO_MANY_ROWS } from './words/tooManyRows.ts';

/** Where a rationale itself first says that more is requested than is allowed; the value is its words. */
export const readTooMany: (rationale: Prose) => Derived<string> | null = oncePerPassage((passage) => {
  const [match] = TOO_MANY_ROWS.find(passage);
  if (match === undefined) return null;
  const span = passage.span(match);
  const reasons = [{ span, as: 'says that it is too much', row: match.row.id }];
  return derived(passage.reading.tokens.slice(match.first, match.end), span, { reasons, reckoning: null });
});
