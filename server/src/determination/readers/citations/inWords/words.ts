import { classesOf, classOf, WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { CitationSource } from '../../../model/determination.ts';
import vocabulary from '../chapters.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import names from './sources.json' with { type: 'json' };
import data from './words.json' with { type: 'json' };

/** Who cites; with the article where 'the expert reviewer' is one entry elsewhere, which hides the words within it. */
const PEOPLE = classOf('citation person', { nouns: people.people });

/** What citations in prose are recognized by; each class is named for what its words do there. */
export const CITATION_WORDS = { 'citation person': PEOPLE, ...classesOf(data) } as const;

/** Publishers whose guidelines are distinguished. */
export type Publisher = Extract<CitationSource, 'MTUS' | 'ACOEM' | 'ODG' | 'FDA'>;

const PUBLISHERS: readonly Publisher[] = ['MTUS', 'ACOEM', 'ODG', 'FDA'];

/** A publisher's names, and what its guidelines are called together. */
export const PUBLISHER_NAMES = new WordClass<Publisher>('citation publisher', function* () {
  for (const publisher of PUBLISHERS) {
    for (const words of names[publisher]) yield { words, value: publisher, bends: 'fixed' };
  }
});

/** What a chapter's name needs to be distinguished from other words. */
export type ChapterName =
  /** Nothing. */
  | 'plain'
  /** A year, a number, the word 'guideline' or its publisher beside it: 'Chronic Pain', 'Opioids'. */
  | 'needs more';

/** Chapters of the MTUS. */
export const MTUS_CHAPTERS = new WordClass<ChapterName>('citation chapter of the MTUS', function* () {
  const chapters: readonly { name: string; aliases?: readonly string[]; needsYear?: boolean }[] = vocabulary.mtus;
  for (const { name, aliases = [], needsYear = false } of chapters) {
    const value = needsYear ? 'needs more' : 'plain';
    for (const words of new Set([name, ...aliases].flatMap(spellings))) yield { words, value, bends: 'fixed' };
  }
});

/** Chapters of the ODG and of ACOEM, which are parts of the body most often. */
export const OTHER_CHAPTERS = new WordClass<true>('citation chapter of another', function* () {
  const names = new Set([...vocabulary.odg, ...vocabulary.acoem].flatMap(spellings));
  for (const words of names) yield { words, value: true, bends: 'fixed' };
});

export const CITATION_CLASSES: readonly WordClass<unknown>[] = [
  PUBLISHER_NAMES,
  MTUS_CHAPTERS,
  OTHER_CHAPTERS,
  ...Object.values(CITATION_WORDS),
];

/** 'Hand, Wrist, & Forearm', with 'and', with fewer commas or none. The lexicon passes over '&' and hyphens. */
function spellings(name: string): readonly string[] {
  const plain = name.toLowerCase().replaceAll('&', 'and').replaceAll('-', ' ');
  const commas = [plain, plain.replaceAll(', and ', ' and '), plain.replaceAll(',', '')];
  return [...new Set(commas.flatMap((each) => [each, each.replaceAll(' and ', ' & ')]))];
}
