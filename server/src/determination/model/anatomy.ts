import type { Found, Span } from '../../text/span.ts';

export type BodyPart =
  | 'head'
  | 'neck'
  | 'upper-back'
  | 'low-back'
  | 'spine'
  | 'shoulder'
  | 'upper-arm'
  | 'elbow'
  | 'forearm'
  | 'wrist'
  | 'hand'
  | 'finger'
  | 'chest'
  | 'abdomen'
  | 'groin'
  | 'hip'
  | 'pelvis'
  | 'thigh'
  | 'knee'
  | 'lower-leg'
  | 'ankle'
  | 'foot'
  | 'toe'
  | 'upper-extremity'
  | 'lower-extremity';

export type Laterality = 'left' | 'right' | 'bilateral';

/** Cervical, thoracic, lumbar, sacral. */
export type SpinalRegion = 'C' | 'T' | 'L' | 'S';

/** A vertebra, or the nerve root that is numbered like it: L4 is the fourth of the lumbar region. */
export interface Vertebra {
  readonly region: SpinalRegion;
  readonly number: number;
}

/** One vertebra, or all from one to another: 'C5-6' is from C5 to C6. */
export interface SpinalLevel {
  readonly from: Vertebra;
  readonly to: Vertebra;
}

/** A part of the body, with the words that name it. */
export interface NamedPart extends Found<BodyPart> {
  /** Where a level of the spine names it. */
  readonly level: SpinalLevel | null;
  /** Called 'the back', which may be any part of it. */
  readonly isBack: boolean;
}

/** A side of the body that a text names. */
export interface SideMention {
  readonly side: Laterality;
  /** The part it is the side of; null where the words near by name none ('pain is worse on the left'). */
  readonly bodyPart: BodyPart | null;
  /** The side's words, together with the part's where they belong together ('left shoulder', 'shoulder, left'). */
  readonly span: Span;
}
