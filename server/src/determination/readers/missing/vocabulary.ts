import { classesOf, entriesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import topics from './topics.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** What a rationale may call missing, in the words in which a reader is shown it. */
export type MissingTopic = keyof typeof topics;

/** Words by which a rationale says that something is there or is not: 'documentation', 'shown', 'insufficient'. */
export const MISSING_WORDS = classesOf(words);

/** The things that may be missing, each by its names. */
export const MISSING_TOPICS = new WordClass<MissingTopic>('missing: topic', function* () {
  for (const topic in topics) if (isTopic(topic)) yield* entriesOf(topics[topic], topic);
});

const isTopic = (name: string): name is MissingTopic => Object.hasOwn(topics, name);

export const MISSING_CLASSES: readonly WordClass<unknown>[] = [...Object.values(MISSING_WORDS), MISSING_TOPICS];
