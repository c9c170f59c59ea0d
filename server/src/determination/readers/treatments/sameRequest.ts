import type { Passage } from '../../../language/reading.ts';
import { doses } from '../../../language/values/dose.ts';
import { numbers } from '../../../language/values/number.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { CATEGORY_WORDS } from './categoryClasses.ts';
import { treatmentMentions } from './treatments.ts';

/**
 * Keys of what a request asks for: requests that have one in common ask for the same. By its words, whatever their case and
 * their marks; of a drug by its name, its strength and the number of its pieces, too. None of a request without words.
 */
export const keysOfRequest = (treatment: Prose): readonly string[] => passageOf(treatment).get(readKeys);

function readKeys(passage: Passage): readonly string[] {
  return [wordsOf(passage), drugOf(passage)].filter((key) => key !== null);
}

/** Its words, without those that only introduce a treatment ('Associated surgical service:'). */
function wordsOf({ reading, first, end }: Passage): string | null {
  const { tokens } = reading;
  const words: number[] = [];
  const introduction = reading.endOfClass(first, CATEGORY_WORDS['introduces a treatment']);
  for (let at = Math.max(first, introduction); at < end; at++) {
    const isStop = tokens.written(at) === '.' && !tokens.isGlued(at + 1);
    if (!tokens.isMark(at) || (TELLING_MARKS.has(tokens.written(at)) && !isStop)) words.push(tokens.word(at));
  }
  return words.length === 0 ? null : words.join(' ');
}

const TELLING_MARKS: ReadonlySet<string> = new Set(['%', '.', '/', '#']);

/** 'gabapentin 300 mg 90'; null where a name, a strength or a number of pieces is not given, or more than one is. */
function drugOf(passage: Passage): string | null {
  const { reading, first, end } = passage;
  for (const _ of passage.mentions(CATEGORY_WORDS['time of a service'])) return null;
  const names = new Set(
    treatmentMentions(passage).map(({ value }) => (value.category === 'medication' ? value.name : '')),
  );
  const [name, ...otherNames] = names;
  const [dose, ...otherDoses] = doses(reading).between(first, end);
  const [pieces, ...otherPieces] = piecesIn(passage);
  if (!name || dose === undefined || pieces === undefined) return null;
  if (otherNames.length > 0 || otherDoses.length > 0 || otherPieces.length > 0) return null;
  return `${name} ${dose.amounts.join('/')} ${dose.unit} ${pieces}`;
}

/** The numbers of pieces that are given, each once: the 90 of '#90' and '90 capsules', not the one of 'one capsule'. */
function piecesIn(passage: Passage): ReadonlySet<number> {
  const { reading, first, end } = passage;
  const pieces = new Set<number>();
  for (const number of numbers(reading).between(first, end)) {
    const isCounted =
      PIECES_MARKS.has(reading.tokens.written(number.first - 1)) ||
      reading.endOfClass(number.end, CATEGORY_WORDS['drug form']) >= 0;
    if (isCounted && number.max >= LEAST_PIECES) pieces.add(number.max);
  }
  return pieces;
}

const PIECES_MARKS: ReadonlySet<string> = new Set(['#']);
/** Fewer are taken at a time. */
const LEAST_PIECES = 5;
