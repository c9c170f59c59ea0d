import { classesOf, type WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { ValuesByFirst } from '../../../../language/phrases/matcher.ts';
import { PhraseTable } from '../../../../language/phrases/table.ts';
import type { Reading } from '../../../../language/reading.ts';
import rows from './rows.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

export const NOTHING_WORDS = classesOf(words);

export const NOTHING_CLASSES: readonly WordClass<unknown>[] = Object.values(NOTHING_WORDS);

/** Where in a clause a phrase must be: it is all of it, begins it or a part of it, or may be anywhere. */
export type Place = 'whole' | 'clause' | 'anywhere';

const placeOf = (where: string): Place => (where === 'whole' || where === 'clause' ? where : 'anywhere');

/** Phrases that say that nothing was cited, by where they must be. */
export const NOTHING_ROWS = new PhraseTable<Place>(
  rows.map(({ where, ...row }) => ({ ...row, role: placeOf(where) })),
  { source: (reading) => ({ at: (first) => sourceAt(reading, first) }) satisfies ValuesByFirst },
);

const MOST_KINDS = 3;
const MOST_SOURCES = 4;

/**
 * 'Published medical literature', 'guideline, article or any other authority', 'guideline and no study': what may be cited,
 * without an article.
 */
export function sourceAt(
  reading: Reading,
  first: number,
): { readonly first: number; readonly end: number } | undefined {
  let end = endOfSource(reading, first);
  if (end < 0) return undefined;
  for (let count = 1; count < MOST_SOURCES; count++) {
    const next = endOfSource(reading, afterJoint(reading, end));
    if (next < 0) break;
    end = next;
  }
  return { first, end };
}

/** The position after a comma, an 'or', an 'other', and a 'no' or an article; -1 where nothing joins. */
function afterJoint(reading: Reading, at: number): number {
  const comma = reading.tokens.written(at) === ',' ? at + 1 : at;
  const joint = Math.max(comma, reading.endOfClass(comma, NOTHING_WORDS['citing or']));
  if (joint === at) return -1;
  const other = joint > comma ? Math.max(joint, reading.endOfClass(joint, NOTHING_WORDS['citing other'])) : joint;
  return AGAIN.reduce((end, wordClass) => Math.max(end, reading.endOfClass(end, wordClass)), other);
}

/** 'Without a guideline or without a study', 'no guideline and no study', 'neither a guideline nor a study'. */
const AGAIN = [NOTHING_WORDS['citing without'], NOTHING_WORDS['citing no'], NOTHING_WORDS['citing any']];

/** A chapter or a book, too, is no source where it is denied. */
const SOURCES = [NOTHING_WORDS['citing source'], NOTHING_WORDS['citing place']];

function endOfSource(reading: Reading, first: number): number {
  let at = first;
  for (let kinds = 0; kinds < MOST_KINDS; kinds++) {
    at = Math.max(at, reading.endOfClass(at, NOTHING_WORDS['citing kind']));
  }
  const end = first < 0 ? -1 : Math.max(...SOURCES.map((each) => reading.endOfClass(at, each)));
  return end < 0 ? -1 : Math.max(end, reading.endOfClass(end, NOTHING_WORDS['citing whatever']));
}
