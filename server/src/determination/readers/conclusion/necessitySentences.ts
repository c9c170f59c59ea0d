import { oncePerProse } from '../../../text/oncePerProse.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { NECESSITY_WORDS } from './necessityWords.ts';

/** The sentences that say in words of necessity what the reviewer, or somebody else, thinks of something. */
export const necessitySentences: (prose: Prose) => readonly Prose[] = oncePerProse((prose) => {
  const passage = passageOf(prose);
  const sentences: Prose[] = [];
  for (const sentence of passage.sentences()) {
    const [mention] = passage.mentions(NECESSITY_WORDS, sentence);
    if (mention !== undefined) sentences.push(prose.within(passage.reading.span(sentence)));
  }
  return sentences;
});
