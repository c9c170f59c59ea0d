import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { CONSTRUCTIONS } from './all.ts';
import type { Construction } from './constructions.ts';

/** The constructions of a word that decides. */
export interface Anchor {
  readonly rows: readonly Construction[];
  /** The position that all its rows have, where the words themselves show it. */
  readonly only: 'noun' | 'adverb' | null;
}

const onlyPosition = (rows: readonly Construction[]): Anchor['only'] =>
  rows.every(({ as }) => as.includes('noun'))
    ? 'noun'
    : rows.every(({ as }) => as.includes('adverb'))
      ? 'adverb'
      : null;

const ANCHOR_NAMES = [...new Set(CONSTRUCTIONS.map(({ anchor }) => anchor))];

/** The constructions by the class of their word; nouns come first, because 'no support' is not the verb's. */
export const ANCHORS = new ClassMap<Anchor>(
  ANCHOR_NAMES.map((name) => {
    const rows = CONSTRUCTIONS.filter(({ anchor }) => anchor === name);
    return [CONCLUSION_WORDS[name], { rows, only: onlyPosition(rows) }] as const;
  }).sort(([, a], [, b]) => Number(b.only !== null) - Number(a.only !== null)),
);
