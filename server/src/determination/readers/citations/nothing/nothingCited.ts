import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import type { Tokens } from '../../../../language/tokens.ts';
import type { Prose } from '../../../../text/prose.ts';
import { passageOf } from '../../../language.ts';
import { sentencesIn } from '../../shared/sentences.ts';
import { PUBLISHER_NAMES } from '../inWords/words.ts';
import { NOTHING_ROWS, NOTHING_WORDS, sourceAt } from './vocabulary.ts';

/** A clause with neither word is not tried: it names no own judgment, and denies nothing. */
const MAY_SAY_SO = [NOTHING_WORDS['citing denies'], NOTHING_WORDS['citing judgment']];
/** In tokens: no clause that says so is longer. */
const LONGEST = 60;
/** In tokens, the colon too. */
const LONGEST_LABEL = 8;

/**
 * Whether a clause of a guideline part says in so many words that nothing was cited ('None consulted.', 'The reviewer
 * did not rely on any guideline.'). False where it names a source after all ('No guideline other than the MTUS …'), gives
 * a reason ('Because no guideline was cited …') or denies twice.
 */
export function saysNothingCited(clause: Prose): boolean {
  const passage = passageOf(clause);
  const { reading } = passage;
  if (!MAY_SAY_SO.some((each) => reading.has(passage, each))) return false;
  const range = withoutLabel(passage, withoutMarks(reading.tokens, passage));
  if (range.end - range.first > LONGEST) return false;
  const said = NOTHING_ROWS.find(passage, range).filter(
    ({ row, first }) =>
      row.role === 'anywhere' || first === range.first || (row.role === 'clause' && beginsPart(reading.tokens, first)),
  );
  if (leavesSome(passage, range, said)) return false;
  // Whatever else is denied turns it round, or is another matter.
  const isOfSaid = ({ first }: TokenRange): boolean => said.some((each) => denialIn(passage, each) === first);
  for (const denial of passage.mentions(NOTHING_WORDS['citing denies'], range))
    if (!isOfSaid(denial) && !isListed(reading, denial)) return false;
  return said.some(
    (match) =>
      !namesOther(passage, { first: range.first, end: match.first }) &&
      !namesOther(passage, { first: match.end, end: range.end }),
  );
}

/** Where the first denial of a range begins; -1 where there is none. */
function denialIn(passage: Passage, range: TokenRange): number {
  for (const { first } of passage.mentions(NOTHING_WORDS['citing denies'], range)) return first;
  return -1;
}

/** 'And no study', 'and on no study', ', no article', 'and without a source' go on with a list of sources. */
function isListed(reading: Reading, { first, end }: TokenRange): boolean {
  const { tokens } = reading;
  const any = Math.max(end, reading.endOfClass(end, NOTHING_WORDS['citing any']));
  const from = RESTING_ON.has(tokens.lower(first - 1)) ? first - 1 : first;
  return (beginsPart(tokens, from) || tokens.lower(from - 1) === 'or') && sourceAt(reading, any) !== undefined;
}

const RESTING_ON: ReadonlySet<string> = new Set(['on', 'upon']);

/** Whether all that a guideline part says in this way is of utilization review: 'The claims administrator names no source.' */
export function isOfReviewAlone(part: Prose): boolean {
  const said = sentencesIn(part).filter(saysNothingCited);
  return said.length > 0 && said.every(namesReview);
}

function namesReview(sentence: Prose): boolean {
  const passage = passageOf(sentence);
  return passage.reading.has(passage, NOTHING_WORDS['citing review']);
}

/** Without the brackets and quotation marks that it begins with, and the stops that it ends with. */
function withoutMarks(tokens: Tokens, { first, end }: TokenRange): TokenRange {
  let from = first;
  let to = end;
  while (from < to && tokens.isMark(from)) from++;
  while (to > from && tokens.isMark(to - 1)) to--;
  return { first: from, end: to };
}

/** 'Guidelines: none', 'MTUS: none'. A label that names something else is part of what is said. */
function withoutLabel(passage: Passage, { first, end }: TokenRange): TokenRange {
  const { reading } = passage;
  const limit = Math.min(end, first + LONGEST_LABEL);
  for (let at = first; at < limit; at++) {
    if (reading.tokens.written(at) !== ':') continue;
    const isPublisher = reading.endOfClass(first, PUBLISHER_NAMES) === at;
    const label = { first, end: at };
    return isPublisher || !(leavesSome(passage, label) || namesOther(passage, label))
      ? withoutMarks(reading.tokens, { first: at + 1, end })
      : { first, end };
  }
  return { first, end };
}

/**
 * A source is named, or words leave some source over, or the clause is a reason or a condition of another. Those of what is
 * said leave none: 'no chapter', 'rather than by a guideline'.
 */
function leavesSome(passage: Passage, range: TokenRange, said: readonly TokenRange[] = []): boolean {
  const { reading } = passage;
  if (reading.is(range.first, NOTHING_WORDS['citing condition']) || reading.has(range, PUBLISHER_NAMES)) return true;
  for (const { first, end } of passage.mentions(LEAVES_SOME, range))
    if (!said.some((each) => each.first <= first && end <= each.end)) return true;
  return false;
}

const LEAVES_SOME = [NOTHING_WORDS['citing leaves some'], NOTHING_WORDS['citing place']];

/** Another source than those that were not cited: 'no guideline or other source' names none. */
const namesOther = ({ reading }: Passage, range: TokenRange): boolean =>
  reading.has(range, NOTHING_WORDS['citing other']);

/** After a comma or 'and'. */
function beginsPart(tokens: Tokens, first: number): boolean {
  const before = tokens.lower(first - 1);
  return before === ',' || before === 'and';
}
