import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { passages } from '../../lines/passages.ts';
import { derived } from '../../model/derivation.ts';
import type { Determination, Removal } from '../../model/determination.ts';
import { BREAKS, NAME_WORDS } from './vocabulary.ts';

/** Where something was taken out of a letter's prose, passage by passage. */
export function readRemovals(letter: Determination): readonly Removal[] {
  return passages(letter).flatMap(({ prose, issue }) => removedFrom(prose, issue));
}

const removedFrom = (prose: Prose, issue: number | null): readonly Removal[] =>
  passageOf(prose).onceOf(removedIn, issue, `${issue}`);

function removedIn(passage: PlacedPassage, issue: number | null): readonly Removal[] {
  const blanks = [...blanksIn(passage)];
  const removals: Removal[] = [];
  const inRows = new Set<TokenRange>();
  let next = 0;
  for (const { first, end, row, captures } of BREAKS.find(passage)) {
    // What the name belongs to is looked for as well, but not marked: the note of 'a note by , dated 5/1'.
    const from = captures['mark']?.first ?? first;
    while ((blanks[next]?.end ?? end) <= from) next++;
    const blank = blanks[next];
    if (blank !== undefined && blank.first < end) inRows.add(blank);
    removals.push(removal(passage, { first: from, end }, row.role, row.id, issue));
  }
  for (const blank of blanks) {
    if (!inRows.has(blank)) removals.push(removal(passage, blank, 'name', null, issue));
  }
  return removals;
}

function removal(
  passage: PlacedPassage,
  range: TokenRange,
  what: Removal['what'],
  row: string | null,
  issue: number | null,
): Removal {
  const span = passage.span(range);
  const reasons = [{ span, as: `a sentence that lacks ${what === 'name' ? 'a name' : 'an amount'}`, row }];
  const words = passage.reading.tokens.slice(range.first, range.end);
  return { what, issue, ...derived(words, span, { reasons, reckoning: null }) };
}

/** Two blanks may be a slip, if what follows can follow; so many are none. */
const CERTAIN = 5;
const LEAST = 2;

/** Rows of blanks where a name was, with the word before and the word after. */
function* blanksIn(passage: PlacedPassage): Iterable<TokenRange> {
  const { reading } = passage;
  const prose = passage.prose(passage);
  for (const { index, span } of prose.wideBlanks(LEAST)) {
    const next = passage.from(prose.from + index);
    const isBreak = span.end - span.start >= CERTAIN ? goesOn(reading, next) : cannotFollow(reading, next);
    const first = isBreak ? waiting(reading, next) : -1;
    if (first >= 0) yield { first, end: next + 1 };
  }
}

/** Position of the 'by', 'from' or 'Dr.' before a token, after which a name must follow; -1 where there is none. */
function waiting(reading: Reading, next: number): number {
  const isStop = reading.tokens.written(next - 1) === '.';
  const title = isStop ? next - 2 : next - 1;
  const isTitle = reading.endOfClass(title, NAME_WORDS['name title']) >= 0;
  if (isTitle || (isStop && reading.endOfClass(title, NAME_WORDS['title of a woman']) >= 0)) return title;
  return reading.endOfClass(next - 1, NAME_WORDS['word that a blank follows']) >= 0 ? next - 1 : -1;
}

const goesOn = ({ tokens }: Reading, at: number): boolean =>
  tokens.isMark(at) || (tokens.isWord(at) && !tokens.isCapitalized(at));

/** A stop, a verb, another preposition: no name and no noun. */
const cannotFollow = (reading: Reading, at: number): boolean =>
  reading.tokens.written(at) === '.' || CANNOT_FOLLOW.some((each) => reading.endOfClass(at, each) >= 0);

const CANNOT_FOLLOW = [NAME_WORDS['closing mark'], NAME_WORDS['verb of a name'], NAME_WORDS['no agent']];
