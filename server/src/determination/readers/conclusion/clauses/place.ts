import type { Clause } from '../../../../language/clauses.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import type { Matrix } from './matrix.ts';
import type { Scope } from './scope.ts';
import type { Subject } from './subject.ts';

/** A clause with what is known of it. */
export interface Place {
  readonly clause: Clause;
  readonly clauses: readonly Clause[];
  readonly sentence: TokenRange;
  /** What comes before its verb. */
  readonly own: Subject;
  readonly matrix: Matrix;
  readonly scope: Scope;
}

/** A word of a class, and what of its clause was read before. */
export interface Word {
  readonly at: number;
  readonly end: number;
  readonly form: number;
  readonly floor: number;
}
