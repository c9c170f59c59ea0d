import type { Passage } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { ENGLISH, oncePerPassage, passageOf } from '../../language.ts';
import type { Laterality } from '../../model/anatomy.ts';
import { treatmentMentions } from '../treatments/treatments.ts';
import { bodyMentions } from './bodyMentions.ts';
import { ONE_SIDE_WORDS as WORDS } from './oneSideWords.ts';
import { SIDE_WORDS } from './sideWords.ts';

/**
 * Whether a sentence sets a side apart from another, or is about another time: 'compared with the right', 'the right is
 * normal', 'in 2009 the right shoulder'.
 */
export function isSetApart(sentence: Prose): boolean {
  const passage = passageOf(sentence);
  const { reading } = passage;
  return reading.has(passage, WORDS['one side: set apart']) || dates(reading).hasBetween(passage.first, passage.end);
}

/** Whether a sentence gives a year, or a month of one, and no day: 'in 2012', 'since May 2009'. */
export function givesYear(sentence: Prose): boolean {
  const passage = passageOf(sentence);
  for (const { kind } of dates(passage.reading).between(passage.first, passage.end)) if (kind === 'part') return true;
  return false;
}

/** Whether a sentence denies something: 'the right shoulder has no positive drop arm test'. */
export function isDenying(sentence: Prose): boolean {
  const passage = passageOf(sentence);
  return passage.reading.has(passage, ENGLISH.negation) || passage.reading.has(passage, WORDS['one side: denied']);
}

/** Pairs of words that a sentence says of a part, without its name, its side, and treatments: 'drop arm', 'external rotation'. */
export const pairsSaid = (sentence: Prose): ReadonlySet<string> => passageOf(sentence).get(readPairs);

function readPairs(passage: Passage): ReadonlySet<string> {
  const { tokens } = passage.reading;
  const names = namesIn(passage);
  const pairs = new Set<string>();
  for (let at = passage.first; at + 1 < passage.end && pairs.size < MOST_PAIRS; at++) {
    if (says(passage, names, at) && says(passage, names, at + 1))
      pairs.add(`${tokens.lower(at)} ${tokens.lower(at + 1)}`);
  }
  return pairs;
}

const MOST_PAIRS = 80;
/** In letters. */
const SHORTEST = 3;

function says({ reading }: Passage, names: ReadonlySet<number>, at: number): boolean {
  const { tokens } = reading;
  return (
    tokens.isWord(at) &&
    tokens.end(at) - tokens.start(at) >= SHORTEST &&
    !names.has(at) &&
    !reading.is(at, SIDE_WORDS) &&
    !reading.is(at, WORDS['one side: small'])
  );
}

/** The tokens of treatments, and of parts of the body. */
function namesIn(passage: Passage): ReadonlySet<number> {
  const names = new Set<number>();
  const add = (first: number, end: number): void => {
    for (let at = Math.max(first, passage.first); at < Math.min(end, passage.end); at++) names.add(at);
  };
  for (const { first, end } of bodyMentions(passage).between(passage.first, passage.end)) add(first, end);
  for (const { first, end } of treatmentMentions(passage)) add(first, end);
  return names;
}

/** Sides that are named without their part, each once: 'the right has not been examined', 'for the left, nothing is planned'. */
export const sidesAlone: (prose: Prose) => readonly Laterality[] = oncePerPassage((passage) => {
  const { reading } = passage;
  const sides = new Set<Laterality>();
  for (const { value, first, end } of passage.mentions(SIDE_WORDS)) {
    const isNoun = reading.tokens.isMark(end) || AFTER_NOUN.some((each) => reading.is(end, each));
    if (isNoun && reading.is(first - 1, ENGLISH.article)) sides.add(value.side);
  }
  return [...sides];
});

const AFTER_NOUN = [ENGLISH.be, ENGLISH.have, ENGLISH.modal, ENGLISH.do];

/** 'The joint on the right', 'the right joint': a side without the name of its part. */
export function isOfJoint(prose: Prose, side: Span): boolean {
  const passage = passageOf(prose);
  const { first, end } = passage.rangeOf(side);
  return passage.reading.has({ first: first - NEAR, end: end + 1 }, WORDS['one side: joint']);
}

/** In tokens: 'joint on the right'. */
const NEAR = 3;
