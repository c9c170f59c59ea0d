import type { Mention } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { readingOf } from '../../language.ts';

/** A mention by its place in a prose's text, for readers that still look at that. */
export interface TextMention<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

export function textMentions<T>(prose: Prose, mentions: readonly Mention<T>[]): readonly TextMention<T>[] {
  const { tokens } = readingOf(prose);
  return mentions.map(({ value, first, end }) => ({
    value,
    start: tokens.start(first) - prose.from,
    end: tokens.end(end - 1) - prose.from,
  }));
}
