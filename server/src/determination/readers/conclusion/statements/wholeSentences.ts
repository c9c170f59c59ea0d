import type { Passage, TokenRange } from '../../../../language/reading.ts';
import { LONGEST_SENTENCE } from '../../../../language/sentences.ts';

/** The sentences of a rationale; one that a blank line breaks off is joined again. */
export function wholeSentences(passage: Passage): readonly TokenRange[] {
  const { tokens } = passage.reading;
  const sentences: TokenRange[] = [];
  for (const sentence of passage.sentences()) {
    const before = sentences.at(-1);
    const goesOn = tokens.isWord(sentence.first) && !tokens.isCapitalized(sentence.first);
    const isShort = before !== undefined && sentence.end - before.first <= LONGEST_SENTENCE;
    if (isShort && goesOn && !tokens.isMark(before.end - 1)) {
      sentences[sentences.length - 1] = { first: before.first, end: sentence.end };
    } else sentences.push(sentence);
  }
  return sentences;
}
