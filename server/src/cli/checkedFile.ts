import type { Sorted } from '../config/putAside.ts';
import type { Determination } from '../determination/model.ts';

/** A letter that was checked. */
export interface CheckedFile {
  readonly file: string;
  readonly determination: Determination;
  readonly sorted: Sorted;
}
