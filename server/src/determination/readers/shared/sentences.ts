import type { TokenRange } from '../../../language/reading.ts';
import type { LetterText } from '../../../text/letterText.ts';
import { oncePerProse } from '../../../text/oncePerProse.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { passageOf, readingOf } from '../../language.ts';

/** The sentences of a piece of a letter, in order. */
export const sentencesIn: (prose: Prose) => readonly Prose[] = oncePerProse((prose) =>
  Array.from(passageOf(prose).sentences(), (sentence) => wordsOf(prose, sentence)),
);

/** No sentence is looked at further than this to either side, in characters: work stays linear in texts without full stops. */
const REACH = 400;

/** The sentence in which `span` is. */
export function sentenceAround({ prose }: LetterText, span: Span): Prose {
  const reading = readingOf(prose);
  const { tokens } = reading;
  const start = prose.indexOf(span.start);
  const end = Math.max(start + 1, prose.indexOf(span.end));
  const first = reading.startOfSentence(tokens.from(start + 1) - 1);
  const last = reading.endOfSentence(tokens.from(end) - 1);
  return prose.slice(Math.max(tokens.start(first), start - REACH), Math.min(tokens.end(last - 1), end + REACH));
}

function wordsOf(prose: Prose, { first, end }: TokenRange): Prose {
  const { tokens } = readingOf(prose);
  return prose.slice(tokens.start(first) - prose.from, tokens.end(end - 1) - prose.from);
}
