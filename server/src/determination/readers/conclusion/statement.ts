import type { Stretch } from '../citations/citationLists.ts';
import type { Sense } from '../shared/governingWords.ts';

/** A clause that says whether a treatment is medically necessary. Indexes are into the rationale's text. */
export interface Statement extends Stretch {
  /** `unclear`: it says so in words whose sense is not understood ('it can hardly be said that …'). */
  readonly kind: 'necessary' | 'not-necessary' | 'partly' | 'unclear';
  readonly sentence: Stretch;
  /** The words it is said of, as far as they can be told. */
  readonly subject: string;
  /** 'As the surgery is not medically necessary, …': a reason for the conclusion, no conclusion. */
  readonly subordinate: boolean;
}

/** A statement that gives no reason for another. */
export const mainStatement = (
  kind: Statement['kind'],
  start: number,
  end: number,
  sentence: Stretch,
  subject: string,
): Statement => ({ kind, start, end, sentence, subject, subordinate: false });

/** How far the words of one statement are looked for; longer sentences are prose that lost its stops. */
export const REACH = 700;

export const around = (sentence: Stretch, start: number, end: number): Stretch => ({
  start: Math.max(sentence.start, start - REACH),
  end: Math.min(sentence.end, end + REACH),
});

/** Of two denials nothing is certain but that they are two. */
export function composed(sense: Sense, denials: number): Statement['kind'] {
  if (sense === 'obscure' || denials > 1 || (denials === 1 && sense === 'denied')) return 'unclear';
  return denials === 1 || sense === 'denied' ? 'not-necessary' : 'necessary';
}

export const BEGINS_SUBORDINATE =
  /^(?:because|as(?! such| noted| above| a result)|since|given|although|though|even though|while|whereas|despite)\b/i;
