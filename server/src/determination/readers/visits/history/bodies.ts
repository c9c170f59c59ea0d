import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import type { BodyPart, Laterality } from '../../../model/determination.ts';
import { sidesIn } from '../../anatomy/sides.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { FUNCTION_WORDS } from '../words/functionWords.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';

/** A part of the body, or a side of it, as words name it. */
export interface BodyMention extends TokenRange {
  readonly parts: readonly BodyPart[];
  readonly side: Laterality | null;
  /** 'The opposite knee', 'an earlier claim' */
  readonly isOther: boolean;
  /** 'for a broken wrist', 'concerning her shoulder' */
  readonly isLinked: boolean;
}

/** The parts of the body that a passage names, and their sides, in order. */
export const bodiesIn = (passage: Passage): readonly BodyMention[] => passage.get(readBodies);

const readBodies = (passage: Passage): readonly BodyMention[] => {
  const { reading } = passage;
  const parts = [...passage.mentions(BODY_PART_NAMES)].flatMap(({ first, end, value }): readonly BodyMention[] => {
    const isOther = reading.endOfClass(first - 1, VISIT_WORDS['another part']) === first;
    const isLinked = isAfterLink(reading, first);
    return value.length === 0 ? [] : [{ first, end, parts: value, side: null, isOther, isLinked }];
  });
  const sides = sidesIn(passage, 'prose').map(
    ({ first, end, side }): BodyMention => ({ first, end, parts: [], side, isOther: false, isLinked: false }),
  );
  return [...parts, ...sides, ...casesIn(passage)].sort((a, b) => a.first - b.first);
};

/** 'for a broken left |wrist|' */
function isAfterLink({ tokens }: Reading, first: number): boolean {
  for (let at = first - 1; at > first - LONGEST_LINK && tokens.isWord(at); at--)
    if (LINKS.has(tokens.lower(at))) return true;
  return false;
}

/** 'A fracture of the |wrist|, for which he had nine visits', 'The |wrist| was broken, and he had nine visits for it' */
export function isTakenUp({ tokens }: Reading, body: TokenRange, count: TokenRange): boolean {
  const isLink = (at: number): boolean =>
    (LINKS.has(tokens.lower(at)) || AFTER.has(tokens.lower(at))) && TAKING_UP.has(tokens.lower(at + 1));
  if (body.first > count.first) return false;
  for (let at = body.end; at < count.first; at++) if (isLink(at)) return true;
  for (let at = count.end; at < count.end + FARTHEST_LINK && tokens.isWord(at); at++)
    if (isLink(at) && (at + 2 >= tokens.count || tokens.isMark(at + 2))) return true;
  return false;
}

const AFTER: ReadonlySet<string> = new Set(['after', 'following', 'with']);
const TAKING_UP: ReadonlySet<string> = new Set(['which', 'it', 'this', 'that']);
/** In tokens: 'visits of physical therapy after it'. */
const FARTHEST_LINK = 7;

/** In tokens. */
const LONGEST_LINK = 5;
const LINKS: ReadonlySet<string> = new Set(['for', 'to', 'concerning', 'regarding', 'involving']);

/** 'For an earlier claim', 'an unrelated knee injury', 'before the injury': another case than the letter's. */
function* casesIn(passage: Passage): Iterable<BodyMention> {
  const { reading } = passage;
  const other = { parts: [], side: null, isOther: true, isLinked: false };
  for (const { first, end: from } of passage.mentions(OTHER_CASES)) {
    if (reading.endOfClass(first, VISIT_WORDS['before the case']) === from) yield { first, end: from, ...other };
    for (let at = from; at < from + LONGEST_MODIFIER && !FUNCTION_WORDS.has(reading, at); at++) {
      const end = reading.endOfClass(at, VISIT_WORDS['case of injury']);
      if (end > at) yield { first, end, ...other };
    }
  }
}

const OTHER_CASES = [VISIT_WORDS['before the case'], VISIT_WORDS.another];
/** In tokens: 'earlier left knee injury'. */
const LONGEST_MODIFIER = 3;

/** Parts of which one lies in the other, or that are treated together. */
const TOGETHER: readonly (readonly [whole: BodyPart, parts: readonly BodyPart[]])[] = [
  ['spine', ['neck', 'upper-back', 'low-back']],
  ['upper-extremity', ['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'finger']],
  ['lower-extremity', ['hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'toe']],
  ['shoulder', ['upper-arm']],
  ['forearm', ['elbow', 'wrist']],
  ['hand', ['wrist', 'finger', 'forearm']],
  ['foot', ['ankle', 'toe']],
  ['lower-leg', ['knee', 'ankle']],
  ['pelvis', ['hip', 'groin', 'low-back']],
  ['hip', ['groin', 'thigh']],
  ['head', ['neck']],
];

/** Whether what is said about one part may be about the other. */
export const mayBeSamePart = (a: BodyPart, b: BodyPart): boolean =>
  a === b ||
  TOGETHER.some(([whole, parts]) => (whole === a && parts.includes(b)) || (whole === b && parts.includes(a)));
