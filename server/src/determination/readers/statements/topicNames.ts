import { type ClassData, entriesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Topic, TopicKind } from '../../model/statement.ts';
import type { Category } from '../../model/treatment.ts';
import topics from './topics.json' with { type: 'json' };

interface TopicData extends ClassData {
  readonly kind: TopicKind;
  readonly category?: Category;
}

/** The data file's kinds are checked by its test. */
const DATA: Readonly<Record<string, unknown>> = topics;

const isTopicData = (data: unknown): data is TopicData => typeof data === 'object' && data !== null && 'kind' in data;

/** What statements are about besides named treatments and drugs: groups of treatments, findings, complaints, documents. */
export const TOPIC_NAMES = new WordClass<Topic>('statement topic', function* () {
  for (const [name, data] of Object.entries(DATA)) if (isTopicData(data)) yield* entriesOf(data, topicOf(name, data));
});

const topicOf = (name: string, { kind, category = undefined }: TopicData): Topic => ({
  kind,
  name,
  category: category ?? null,
  drugClass: null,
});

/** A finding that rows read, by what they call it. */
export const topicNamed = (name: string): Topic => {
  const data = DATA[name];
  return isTopicData(data) ? topicOf(name, data) : { kind: 'finding', name, category: null, drugClass: null };
};
