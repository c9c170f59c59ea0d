import type { Prose } from '../../../text/prose.ts';
import { oncePerPassage } from '../../language.ts';
import { CUE_WORDS } from '../shared/cueWords.ts';

/** The sentences that say in words of necessity what the reviewer, or somebody else, thinks of something. */
export const necessitySentences: (prose: Prose) => readonly Prose[] = oncePerPassage((passage) => {
  const sentences: Prose[] = [];
  for (const sentence of passage.sentences()) {
    const [mention] = passage.mentions(CUE_WORDS['tells of necessity'], sentence);
    if (mention !== undefined) sentences.push(passage.prose(sentence));
  }
  return sentences;
});
