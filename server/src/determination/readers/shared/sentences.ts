import type { LetterText } from '../../../text/letterText.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { oncePerPassage, passageOf } from '../../language.ts';

/** The sentences of a piece of a letter, in order. */
export const sentencesIn: (prose: Prose) => readonly Prose[] = oncePerPassage((passage) =>
  Array.from(passage.sentences(), (sentence) => passage.prose(sentence)),
);

/** No sentence is looked at further than this to either side, in characters: work stays linear in texts without full stops. */
const REACH = 400;

/** The sentence in which `span` is. */
export function sentenceAround({ prose }: LetterText, span: Span): Prose {
  const words = prose.within(span);
  const passage = passageOf(words);
  const { reading, first, end } = passage;
  const sentence = passage.prose({
    first: reading.startOfSentence(first),
    end: reading.endOfSentence(Math.max(first, end - 1)),
  });
  return prose.slice(Math.max(sentence.from, words.from - REACH), Math.min(sentence.to, words.to + REACH));
}
