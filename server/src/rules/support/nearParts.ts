import type { BodyPart } from '../../determination/model/determination.ts';
import { bodyPartsMeet } from '../../guidelines/bodyParts.ts';

/** Parts that stand so near each other that letters name one for the other. */
const NEIGHBOURS: readonly (readonly BodyPart[])[] = [
  ['wrist', 'hand', 'finger', 'forearm'],
  ['elbow', 'forearm'],
  ['shoulder', 'upper-arm'],
  ['elbow', 'upper-arm'],
  ['ankle', 'foot', 'toe'],
  ['ankle', 'lower-leg'],
  ['knee', 'lower-leg', 'thigh'],
  ['hip', 'groin', 'pelvis', 'thigh'],
  ['low-back', 'pelvis'],
  ['chest', 'upper-back'],
  ['chest', 'abdomen'],
  ['abdomen', 'groin'],
];

/** The same part, one that holds the other, or its neighbour. */
export const areNear = (a: BodyPart, b: BodyPart): boolean =>
  bodyPartsMeet([a], [b]) || NEIGHBOURS.some((group) => group.includes(a) && group.includes(b));

const SPINE: ReadonlySet<BodyPart> = new Set<BodyPart>(['neck', 'upper-back', 'low-back', 'spine']);
const LOWER: ReadonlySet<BodyPart> = new Set<BodyPart>([
  'low-back',
  'pelvis',
  'groin',
  'abdomen',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'ankle',
  'foot',
  'toe',
  'lower-extremity',
]);

/** Who speaks of the one does not speak of the other: not so of the back and a leg into which its pain goes. */
export const areApart = (a: BodyPart, b: BodyPart): boolean =>
  !areNear(a, b) && (SPINE.has(a) === SPINE.has(b) || LOWER.has(a) !== LOWER.has(b));
