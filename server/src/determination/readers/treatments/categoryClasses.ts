import { classesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Category } from '../../model/determination.ts';
import data from './categoryWords.json' with { type: 'json' };

/** Words around the names of treatments, by what they say of them. */
export const CATEGORY_WORDS = classesOf(data.words);

/** Who gives a treatment that nothing else names: 'six sessions with a psychologist'. */
export const AGENTS = new WordClass<Category>('agent', function* () {
  for (const category of ['physical-therapy', 'occupational-therapy', 'massage', 'psychotherapy'] as const) {
    for (const words of data.agents[category]) yield { words, value: category, bends: 'noun' };
  }
});

export const CATEGORY_CLASSES: readonly WordClass<unknown>[] = [...Object.values(CATEGORY_WORDS), AGENTS];
