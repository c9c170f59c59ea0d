import type { TokenRange } from '../../../language/reading.ts';
import type { TimeUnit } from '../../../language/values/duration.ts';
import type { Amount, Strength } from '../../model/order.ts';
import type { Treatment } from '../../model/treatment.ts';
import type { NounGroup } from './words.ts';

/** What a count counts. */
export interface CountedNoun {
  readonly name: string;
  readonly group: NounGroup | 'weight' | 'volume' | 'time';
}

/** Whether the treatment of an item comes after it: 'sixty of the tramadol tablets', '5% lidocaine'. */
export type Leading = 'of' | 'next' | 'no';

/** How many: dispensed, or taken at a time, depending on what is near it. */
export interface Count {
  readonly kind: 'count';
  readonly amount: Amount;
  /** Null of '#60'. */
  readonly noun: CountedNoun | null;
  /** The day of 'four hours a day'. */
  readonly per: TimeUnit | null;
  /** '#60' and 'qty 60' are never what is taken at a time. */
  readonly isMarked: boolean;
  readonly leads: Leading;
}

/** How often: 'twice daily', 'bid', 'at bedtime'. */
export interface Times {
  readonly kind: 'times';
  readonly timesADay: Amount;
  readonly unit: TimeUnit;
  readonly isTimeOfDay: boolean;
}

export interface Days {
  readonly kind: 'days';
  readonly days: Amount;
  /** 'A 30-day supply', 'rental 30 days'. */
  readonly isSupply: boolean;
  readonly leads: Leading;
}

export type ItemValue =
  | Count
  | Times
  | Days
  | { readonly kind: 'treatment'; readonly treatment: Treatment }
  | { readonly kind: 'strength'; readonly strength: Strength; readonly leads: Leading }
  | { readonly kind: 'refills'; readonly amount: Amount }
  | { readonly kind: 'form'; readonly noun: CountedNoun }
  /** `number`: one that is not understood. `name`: one that is of a name, the 3 of 'Tylenol #3'. */
  | { readonly kind: 'name' | 'asNeeded' | 'most' | 'varies' | 'route' | 'take' | 'number' };

/** A piece of an order. Positions are of tokens, `end` excluded. */
export type Item = TokenRange & ItemValue;
