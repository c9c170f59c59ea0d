import type { Passage, TokenRange } from '../../../../language/reading.ts';
import type { BodyPart, Laterality } from '../../../model/determination.ts';
import { sidesIn } from '../../anatomy/sides.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';

/** A part of the body, or a side of it, as words name it. */
export interface BodyMention extends TokenRange {
  readonly parts: readonly BodyPart[];
  readonly side: Laterality | null;
  /** 'The opposite knee', 'an earlier claim' */
  readonly isOther: boolean;
}

/** The parts of the body that a passage names, and their sides, in order. */
export const bodiesIn = (passage: Passage): readonly BodyMention[] => passage.get(readBodies);

const readBodies = (passage: Passage): readonly BodyMention[] => {
  const { reading } = passage;
  const parts = [...passage.mentions(BODY_PART_NAMES)].flatMap(({ first, end, value }): readonly BodyMention[] => {
    const isOther = reading.endOfClass(first - 1, VISIT_WORDS['another part']) === first;
    return value.length === 0 ? [] : [{ first, end, parts: value, side: null, isOther }];
  });
  const sides = sidesIn(passage, 'prose').map(
    ({ first, end, side }): BodyMention => ({ first, end, parts: [], side, isOther: false }),
  );
  // 'For an earlier claim'
  const cases = Array.from(
    passage.mentions(VISIT_WORDS['another case']),
    ({ first, end }): BodyMention => ({ first, end, parts: [], side: null, isOther: true }),
  );
  return [...parts, ...sides, ...cases].sort((a, b) => a.first - b.first);
};

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
