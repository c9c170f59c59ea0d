import type { Passage } from '../../../language/reading.ts';
import { type Value, Values } from '../../../language/values/value.ts';
import type { Topic } from '../../model/statement.ts';
import { treatmentMentions } from '../treatments/treatments.ts';
import { FINDING_ROWS } from './findingRows.ts';
import { TOPIC_NAMES, topicNamed } from './topicNames.ts';

/** Words that name what a statement may be about. Positions are of tokens. */
export interface TopicMention extends Value {
  readonly topic: Topic;
  /** The row that reads it; null where it is a name. */
  readonly row: string | null;
}

/** The topics that a passage names, in order: of what overlaps the longer, of equals a document, then a treatment. */
export const topicsIn = (passage: Passage): Values<TopicMention> => passage.get(readTopics);

function readTopics(passage: Passage): Values<TopicMention> {
  const all: TopicMention[] = treatmentMentions(passage).map(({ value, first, end }) => ({
    first,
    end,
    topic: { kind: 'treatment', name: value.name, category: value.category, drugClass: value.drugClass },
    row: null,
  }));
  for (const { value, first, end } of passage.mentions(TOPIC_NAMES)) all.push({ first, end, topic: value, row: null });
  for (const { first, end, row } of FINDING_ROWS.find(passage)) {
    all.push({ first, end, topic: topicNamed(row.role), row: row.id });
  }
  // 'RFA' is a form before it is an ablation.
  all.sort((a, b) => a.first - b.first || b.end - a.end || rank(a) - rank(b));
  const kept: TopicMention[] = [];
  let last = -1;
  for (const mention of all) {
    if (mention.first < last) continue;
    kept.push(mention);
    last = mention.end;
  }
  return new Values(kept);
}

const rank = ({ topic }: TopicMention): number => (topic.kind === 'document' ? 0 : topic.kind === 'treatment' ? 1 : 2);
