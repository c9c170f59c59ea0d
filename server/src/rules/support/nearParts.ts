import type { BodyPart, SpinalLevel } from '../../determination/model/anatomy.ts';
import { placeInSpine } from '../../determination/readers/anatomy/levels.ts';
import { bodyPartsMeet } from '../../guidelines/bodyParts.ts';

/** Parts that are so near each other that letters name one for the other. */
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

/** The same part, one that holds the other, or its neighbor. */
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

/** Parts that are not mentioned for each other, unlike the back and a leg into which its pain radiates. */
export const areApart = (a: BodyPart, b: BodyPart): boolean =>
  !areNear(a, b) && (SPINE.has(a) === SPINE.has(b) || LOWER.has(a) !== LOWER.has(b));

/**
 * Whether two levels of the spine have a disc in common. A vertebra by itself ('the L4 medial branch') meets what it touches
 * or lies next to, as nerves are treated from beside.
 */
export function levelsMeet(a: SpinalLevel, b: SpinalLevel): boolean {
  const [topA, bottomA, topB, bottomB] = [a.from, a.to, b.from, b.to].map(placeInSpine);
  if (topA === undefined || bottomA === undefined || topB === undefined || bottomB === undefined) return false;
  const areRanges = bottomA > topA && bottomB > topB;
  const shared = Math.min(bottomA, bottomB) - Math.max(topA, topB);
  return areRanges ? shared > 0 : shared >= -1;
}
