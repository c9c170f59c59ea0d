import { Form } from '../../../language/lexicon/forms.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import { type Sided, sidesIn } from './sides.ts';
import { TWO_SIDES_WORDS } from './twoSidesWords.ts';

/** A part on one side that is said to have something on another: 'the right shoulder has tenderness on both shoulders'. */
export interface TwoSides {
  readonly one: Span;
  readonly other: Span;
}

/** In tokens, from one side to the other. */
const FARTHEST = 20;

/** The statements of a text that give a finding two sides. Comparisons, lists, and films that show both sides do not. */
export function findTwoSides(prose: Prose): readonly TwoSides[] {
  const passage = passageOf(prose);
  const sides = sidesIn(passage, 'prose');
  return sides.flatMap((one, i) => {
    const other = sides[i + 1];
    if (other === undefined || !differ(one, other) || !isOneStatement(passage, one, other)) return [];
    return [{ one: passage.span(one), other: passage.span(other) }];
  });
}

const differ = (one: Sided, other: Sided): boolean =>
  one.bodyPart !== null && one.bodyPart === other.bodyPart && one.side !== 'bilateral' && one.side !== other.side;

function isOneStatement(passage: Passage, one: Sided, other: Sided): boolean {
  const { reading } = passage;
  const sentence = passage.sentenceAt(one.first);
  if (other.end > sentence.end || other.first - one.end > FARTHEST || !isAt(reading, other.first)) return false;
  const whole = { first: one.end, end: Math.min(sentence.end, other.end + REACH) };
  if (reading.has(whole, TWO_SIDES_WORDS['two sides: apart'])) return false;
  if (
    other.side === 'bilateral' &&
    reading.has({ first: sentence.first, end: one.first }, TWO_SIDES_WORDS['two sides: study'])
  )
    return false;
  return hasFinding(reading, { first: one.end, end: other.first });
}

/** How far after the other side a comparison is looked for: 'in both knees, the right more than the left'. In tokens. */
const REACH = 5;

/** A verb of having or showing, which helps no other verb, and no comma or the like after which something else is said. */
function hasFinding(reading: Reading, { first, end }: TokenRange): boolean {
  let isFound = false;
  for (let at = first; at < end; at++) {
    if (PARTS.has(reading.tokens.written(at))) return false;
    const isVerb = reading.is(at, TWO_SIDES_WORDS['two sides: finding']);
    if (isVerb && (reading.formAt(at + 1) & Form.participle) !== 0) return false;
    isFound ||= isVerb && (reading.formAt(at) & FINITE) !== 0;
  }
  return isFound;
}

const FINITE = Form.base | Form.thirdPerson | Form.past;
const PARTS: ReadonlySet<string> = new Set([',', ';', ':', '.']);

/** 'in the left knee', 'on both shoulders'. */
function isAt(reading: Reading, first: number): boolean {
  const at = reading.tokens.lower(first - 1) === 'the' ? first - 2 : first - 1;
  return reading.is(at, TWO_SIDES_WORDS['two sides: at']);
}
