import type { Passage, TokenRange } from '../../../../language/reading.ts';

/** The sentences of a rationale; one that a blank line breaks off is joined again. */
export function wholeSentences(passage: Passage): readonly TokenRange[] {
  const { tokens } = passage.reading;
  const sentences: TokenRange[] = [];
  for (const sentence of passage.sentences()) {
    const before = sentences.at(-1);
    const goesOn = tokens.isWord(sentence.first) && !tokens.isCapitalized(sentence.first);
    if (before !== undefined && goesOn && !tokens.isMark(before.end - 1)) {
      sentences[sentences.length - 1] = { first: before.first, end: sentence.end };
    } else sentences.push(sentence);
  }
  return sentences;
}
