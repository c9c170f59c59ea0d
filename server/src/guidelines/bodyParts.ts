import type { BodyPart } from '../determination/model/determination.ts';

/** The parts that a name for a whole region takes in. */
const REGIONS: ReadonlyMap<BodyPart, ReadonlySet<BodyPart>> = new Map<BodyPart, ReadonlySet<BodyPart>>([
  ['spine', new Set(['neck', 'upper-back', 'low-back'])],
  ['upper-extremity', new Set(['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'finger'])],
  ['lower-extremity', new Set(['hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'toe'])],
  ['hand', new Set(['finger'])],
  ['foot', new Set(['toe'])],
  ['pelvis', new Set(['hip', 'groin'])],
]);

const meet = (a: BodyPart, b: BodyPart): boolean =>
  a === b || REGIONS.get(a)?.has(b) === true || REGIONS.get(b)?.has(a) === true;

/** Whether any part of the one list is, holds or lies in a part of the other. */
export const bodyPartsMeet = (a: readonly BodyPart[], b: readonly BodyPart[]): boolean =>
  a.some((one) => b.some((other) => meet(one, other)));
