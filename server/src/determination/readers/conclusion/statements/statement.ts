import type { Clause } from '../../../../language/clauses.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import type { Subject } from '../clauses/subject.ts';
import type { Outcome, Sign } from '../rows/constructions.ts';
import type { Dropped } from './dropped.ts';

/** Words that rate, grant or withhold, and what is made of them. Positions are of tokens. */
export interface Statement extends TokenRange {
  readonly sign: Sign;
  /** 3: a decision, or necessity named; 2: rated; 1.5: by criteria; 1: of such cases in general. */
  readonly strength: number;
  readonly clause: Clause;
  readonly sentence: TokenRange;
  readonly subject: Subject;
  /** What it is about by what is before: 'As to the neck, …', 'Biceps: …'. */
  readonly topic: TokenRange | null;
  /** What follows: 'I recommend the first six'. */
  readonly object: TokenRange;
  /** Why it is not a conclusion of the reviewer's; it is kept, because 'I agree' and 'it is not' answer it. */
  readonly dropped: Dropped | null;
  /** The position up to which its words are given: 'no reason to disturb the decision'. */
  readonly reach: number;
  /** Its own words deny it. */
  readonly isDenied: boolean;
  /** Of a part alone. */
  readonly isPartial: boolean;
  readonly construction: Outcome | null;
  /** How it was read, in plain English. */
  readonly notes: readonly string[];
}
