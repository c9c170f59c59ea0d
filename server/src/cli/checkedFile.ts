import type { Determination } from '../determination/model/determination.ts';
import type { Sorted } from '../team/putAside.ts';

/** A letter that was checked. */
export interface CheckedFile {
  readonly file: string;
  readonly determination: Determination;
  readonly sorted: Sorted;
}
