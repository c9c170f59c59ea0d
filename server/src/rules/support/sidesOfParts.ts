import type { SideMention } from '../../determination/model/anatomy.ts';
import type { BodyPart, Laterality } from '../../determination/model/determination.ts';
import { findSides } from '../../determination/readers/anatomy/sides.ts';
import type { Prose } from '../../text/prose.ts';

export type Side = 'left' | 'right';
export const OPPOSITE: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

type Limb = 'arm' | 'leg';
/** Parts of the same limb: what is said about the left hand says something about the left arm. Parts that belong to no limb are not compared. */
const LIMBS: Readonly<Partial<Record<BodyPart, Limb>>> = {
  shoulder: 'arm',
  'upper-arm': 'arm',
  elbow: 'arm',
  forearm: 'arm',
  wrist: 'arm',
  hand: 'arm',
  finger: 'arm',
  'upper-extremity': 'arm',
  hip: 'leg',
  thigh: 'leg',
  knee: 'leg',
  'lower-leg': 'leg',
  ankle: 'leg',
  foot: 'leg',
  toe: 'leg',
  'lower-extremity': 'leg',
};

/** Parts so near each other that a different side is a mistake, not the side of the other part. */
const NEIGHBOURS: readonly (readonly BodyPart[])[] = [
  ['wrist', 'hand', 'finger'],
  ['ankle', 'foot', 'toe'],
];

/** A side of a part that a text names. */
export interface Place {
  readonly side: Laterality;
  readonly part: BodyPart;
  readonly mention: SideMention;
}

/** More mentions of one side of a part than this add nothing. */
const MOST_PLACES = 50;

/** At most this many places are kept for each side of each part, because every issue is compared with them. */
export function fewOfEach(places: readonly Place[]): readonly Place[] {
  const counts = new Map<string, number>();
  return places.filter(({ side, part }) => {
    const count = (counts.get(`${side} ${part}`) ?? 0) + 1;
    counts.set(`${side} ${part}`, count);
    return count <= MOST_PLACES;
  });
}

/** Those of the limbs. */
export const sidesIn = (prose: Prose | null): readonly Place[] => sidesOf(prose, (part) => part in LIMBS);

function sidesOf(prose: Prose | null, isMeant: (part: BodyPart) => boolean): readonly Place[] {
  if (prose === null) return [];
  return findSides(prose).flatMap((mention) =>
    mention.bodyPart !== null && isMeant(mention.bodyPart)
      ? [{ side: mention.side, part: mention.bodyPart, mention }]
      : [],
  );
}

const SPINE: ReadonlySet<BodyPart> = new Set<BodyPart>(['neck', 'upper-back', 'low-back']);

/** Those of the spine. */
export const sidesOfSpine = (prose: Prose): readonly Place[] => sidesOf(prose, (part) => SPINE.has(part));

/** Whether two parts are of one limb. */
export const areOfOneLimb = (a: BodyPart, b: BodyPart): boolean => LIMBS[a] === LIMBS[b];

const WHOLE_LIMBS: ReadonlySet<BodyPart> = new Set<BodyPart>(['upper-extremity', 'lower-extremity']);

/** Whether the sides of two parts are compared with each other. */
export const isNear = (a: BodyPart, b: BodyPart): boolean =>
  a === b ||
  NEIGHBOURS.some((group) => group.includes(a) && group.includes(b)) ||
  (LIMBS[a] === LIMBS[b] && (WHOLE_LIMBS.has(a) || WHOLE_LIMBS.has(b)));
