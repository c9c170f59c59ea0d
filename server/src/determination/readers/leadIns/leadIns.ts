import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Tokens } from '../../../language/tokens.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { LEAD_IN_WORDS, LEAD_INS } from './vocabulary.ts';

/** In tokens: what is longer says something. */
const LONGEST = 100;

/**
 * Whether a piece of a letter says nothing but that something follows: it is empty, or has only sentences that lead in to
 * what is not there ('The following documents were reviewed:'), and what is left of a list without items.
 */
export function saysNothing(prose: Prose): boolean {
  const passage = passageOf(prose);
  if (passage.end - passage.first > LONGEST) return false;
  for (const { first, end } of passage.sentences()) {
    const last = lastSaid(passage.reading.tokens, { first, end });
    if (last >= first && !leadsIn(passage, { first, end: last + 1 })) return false;
  }
  return true;
}

/** It ends with its only colon, or with a word after which nothing is named: 'were reviewed and considered', 'set forth below'. */
function leadsIn(passage: Passage, range: TokenRange): boolean {
  const { reading } = passage;
  const { tokens } = reading;
  const [match] = LEAD_INS.find(passage, range);
  if (match === undefined) return false;
  for (let at = range.first; at < range.end; at++) if (tokens.written(at) === ':') return at === range.end - 1;
  return reading.is(
    range.end - 1,
    LEAD_IN_WORDS[match.row.role === 'summary' ? 'lead-in summary end' : 'lead-in papers end'],
  );
}

/** The last token that says something, or a colon; not a full stop, nor the bullets and numbers of a list without items. */
function lastSaid(tokens: Tokens, { first, end }: TokenRange): number {
  let at = end - 1;
  while (at >= first && isEmptyItem(tokens, at)) at--;
  return at;
}

const isEmptyItem = (tokens: Tokens, at: number): boolean =>
  (tokens.isMark(at) && tokens.written(at) !== ':') ||
  (tokens.isFigures(at) && tokens.figures(at) < 100 && tokens.isGlued(at + 1) && tokens.isMark(at + 1));
