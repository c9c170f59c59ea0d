import type { Clause } from '../../../../language/clauses.ts';
import type { Sign } from '../rows/constructions.ts';

/** A predicate that was said, and its sign without its denial. */
export interface Predicate {
  readonly sign: Sign;
  readonly strength: number;
}

/** What 'it is not' denies: the last predicate, as far as what came after it leaves it open. */
export class LastPredicate {
  #last: Predicate | null = null;
  #isLast = false;
  #isNear = false;

  get value(): Predicate | null {
    return this.#last;
  }

  /** No main clause with a verb of its own has come after it in the sentences before, or it is in this sentence. */
  get isNear(): boolean {
    return this.#isNear;
  }

  set(sign: Sign, strength: number): void {
    this.#last = { sign, strength };
    this.#isLast = true;
    this.#isNear = true;
  }

  startSentence(): void {
    this.#isNear = this.#isLast;
  }

  /** A clause begins; gives whether no main clause with a verb of its own has come after the predicate before it. */
  startClause({ kind, verb, end }: Clause): boolean {
    const wasLast = this.#isLast;
    if (kind === 'main' && verb < end) this.#isLast = false;
    return wasLast;
  }

  /** The clause that began last left its predicate out: it was this one. */
  repeat(wasLast: boolean): void {
    this.#isLast = wasLast;
  }
}
