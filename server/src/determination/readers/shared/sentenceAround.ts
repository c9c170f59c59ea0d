import type { LetterText } from '../../../text/letterText.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { endOfSentence, startOfSentence } from './sentenceBounds.ts';

/** No sentence is looked at further than this, in characters: work stays linear in texts without full stops. */
const REACH = 400;

/** The sentence in which `span` stands. */
export function sentenceAround({ prose }: LetterText, { start, end }: Span): Prose {
  const at = prose.indexOf(start);
  const floor = Math.max(0, at - REACH);
  const window = prose.text.slice(floor, prose.indexOf(end) + REACH);
  return prose.slice(
    floor + startOfSentence(window, at - floor),
    floor + endOfSentence(window, prose.indexOf(end) - floor),
  );
}
