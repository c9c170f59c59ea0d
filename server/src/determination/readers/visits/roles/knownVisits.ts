import type { Reading } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { Count } from '../counts/counts.ts';
import { type CueKind, VISIT_CUES } from '../words/vocabulary.ts';
import type { Cue } from './cues.ts';

/**
 * Whether a number that a guideline seems to give is the one in dispute, which the sentence takes as known: 'the twelve
 * visits are not supported by ODG', 'the MTUS supports the current eight visits', 'per ODG, he must justify these twelve'.
 * @param between the price of what is between the number and the word that shows its role
 */
export function isKnown(reading: Reading, cue: Cue, count: Count, between: number): boolean {
  const { first, end, weeks, stated, form } = count;
  if (form === 'ordinal' || weeks !== null || stated === null || stated.min !== stated.max) return false;
  // 'At 18 visits, this would be twice …'
  if (reading.tokens.lower(first - 1) === 'at' && reading.is(end + 1, ENGLISH.demonstrative)) return cue.first > end;
  const determiner = determinerOf(reading, first);
  if (determiner === null || cue.role !== 'guideline') return false;
  if (cue.end > first) return GIVING.has(cue.kind) && reading.is(end, ENGLISH.be);
  const verb = reading.mentionAt(determiner - 1, VISIT_CUES)?.value;
  if (verb !== undefined && GIVING.has(verb)) return isLast(reading, end);
  return RULES.has(cue.kind) && between > FAR;
}

/** The 'the' of 'the twelve', 'the current twelve', the 'these' of 'these twelve'; not 'half of the twelve'. */
function determinerOf(reading: Reading, first: number): number | null {
  const at = reading.tokens.lower(first - 1) === 'current' ? first - 2 : first - 1;
  if (reading.tokens.lower(at - 1) === 'of') return null;
  return reading.tokens.lower(at) === 'the' || reading.is(at, ENGLISH.demonstrative) ? at : null;
}

const isLast = ({ tokens }: Reading, end: number): boolean => tokens.isMark(end) || !tokens.isWord(end);

const RULES: ReadonlySet<Cue['kind']> = new Set<CueKind>(['guideline', 'book']);
const GIVING: ReadonlySet<Cue['kind']> = new Set<CueKind>(['recommended', 'allowed', 'given']);
/** As the price of what lies between. */
const FAR = 3;
