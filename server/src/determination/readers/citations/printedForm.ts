import { everywhere } from '../../../text/pattern.ts';
import type { Stretch } from './citationLists.ts';

/** Where the letter's own system prints citations: after the fixed words, which begin at `opening`. */
export interface PrintedPassage extends Stretch {
  readonly kind: 'mtus' | 'free';
  readonly opening: number;
}

/** The fixed words before citations; the group that matched says what follows. */
const OPENING = everywhere(
  /(\bDecisions? (?:is |was )?based (?:up)?on Non-? ?MTUS\b(?: Citations?\b)?[ :]*|\bNon-? ?MTUS (?:Citations?|guidelines?|sources?|guidance)\b(?: cited\b| used\b)?[ :,]*|\bNon-? ?MTUS (?=Official Disability|ODG\b|ACOEM\b)|(?<=[.;] )Decisions? based (?:up)?on (?:the )?(?=Official Disability|ODG\b))|\b(Decisions? based (?:up)?on (?:the )?(?:CA |California )?MTUS\b[ :]*)|(\band Other Medical Treatment Guidelines?\b[ :]*)/i,
);

/** Fixed sentences before a citation: 'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.' */
const FORM =
  /^(?:(?:The )?(?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer) (?:based (?:their|his\/her|its) decision on recommendation|(?:did not|didn't|does not) base\b)[^.]{0,160}|Decisions? (?:is |was )?based (?:up)?on(?: Non-? ?MTUS(?: Citations?)?)?|and Other Medical Treatment Guidelines?)[\s:.]*$/i;

/** Whether a sentence leads to citations and names none. */
export const isForm = (sentence: string): boolean => FORM.test(sentence);

/** The passages of a part, each up to the next; what comes before the first, or in a part without, is in the writer's words. */
export function findPrinted(text: string): readonly PrintedPassage[] {
  const openings = [...OPENING.in(text)];
  return openings.map((match, i) => {
    const [opening, , mtus] = match;
    return {
      kind: mtus === undefined ? 'free' : 'mtus',
      opening: match.index,
      start: match.index + opening.length,
      end: openings[i + 1]?.index ?? text.length,
    };
  });
}
