import type { Reading } from '../../../language/reading.ts';

/**
 * Whether a token is the month of May, and not the verb: 'in April and May she had six visits', 'May 3'.
 * @param sentence the first token of its sentence, which has a capital in any case
 */
export function isMonthOfMay({ tokens }: Reading, at: number, sentence: number): boolean {
  if (!tokens.isCapitalized(at) || tokens.lower(at) !== 'may') return false;
  return at > sentence || tokens.isFigures(at + 1);
}
