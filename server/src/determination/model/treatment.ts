import type { Found } from '../../text/span.ts';
import type { NamedPart } from './anatomy.ts';

export type Category =
  | 'medication'
  | 'imaging'
  | 'diagnostic-test'
  | 'lab-test'
  | 'physical-therapy'
  | 'occupational-therapy'
  | 'chiropractic'
  | 'acupuncture'
  | 'massage'
  | 'aquatic-therapy'
  | 'psychotherapy'
  | 'work-hardening'
  | 'functional-restoration'
  | 'injection'
  | 'surgery'
  | 'dme'
  | 'consultation'
  | 'home-care'
  | 'other';

/** A treatment, test or thing that letters decide on. */
export interface Treatment {
  readonly category: Category;
  /** One name for all its names: 'hydrocodone' for Norco, 'MRI' for magnetic resonance imaging. */
  readonly name: string;
  /** For a drug: its class ('opioid'), which is also the name of a treatment where a text names only the class. */
  readonly drugClass: string | null;
}

/** A treatment by its kind alone, and the parts of the body that it is of ('the injection at L4-5'). */
export interface PlacedKind {
  readonly category: Category;
  readonly parts: readonly NamedPart[];
}

/** A treatment, with the words that name it and the parts of the body that it is of ('an MRI of the left knee'). */
export interface PlacedTreatment extends Found<Treatment> {
  readonly parts: readonly NamedPart[];
}
