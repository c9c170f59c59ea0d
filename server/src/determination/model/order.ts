import type { Found, Span } from '../../text/span.ts';
import type { Derived } from './derivation.ts';
import type { Category } from './determination.ts';

/** An amount; both ends included, equal where one number is given. */
export interface Amount {
  readonly min: number;
  readonly max: number;
}

/** What a number in an order is, by the words around it. */
export type OrderRole =
  /** Requested or in dispute: 'the request for #60'. */
  | 'requested'
  /** Requested and denied, or granted in part: the #60 of 'modified #60 to #30'. */
  | 'denied'
  /** 'certified #30', the #30 of 'modified #60 to #30' */
  | 'granted'
  /** A part of what was requested: 'the remaining #30'. */
  | 'part'
  /** 'is taking', 'was dispensed', 'last month' */
  | 'had'
  /** 'guidelines allow' */
  | 'guideline'
  /** For weaning. */
  | 'weaning'
  /** No word says. */
  | 'told';

/** A value of an order, and what it is by the words around it. */
export interface Told<T> extends Derived<T> {
  readonly role: OrderRole;
}

/** How strong a drug is: '500 mg', '7.5/325 mg', '5%', '50 mg/ml'. */
export interface Strength {
  /** For a drug of several substances, one for each, in the order of the words. */
  readonly amounts: readonly number[];
  /** 'mg' for every weight, whatever the letter says: 500 mcg is 0.5 mg. */
  readonly unit: string;
  /** '5 ml', 'hour'; null where the strength is a tablet's, or a share. */
  readonly per: string | null;
  /** As the letter has it. */
  readonly written: string;
}

/** `piece`: a tablet, a patch, or what a bare number counts; all of them count alike. */
export type Measure = 'piece' | 'container' | 'weight' | 'volume' | 'thing' | 'service' | 'time';

/** How many, or how much: '#60', 'ninety tablets', '2 tubes', '120 gm', 'four hours a day'. */
export interface Quantity extends Amount {
  readonly measure: Measure;
  /** One name for all its names: 'tablet' for tabs; null where nothing is named ('#60'). */
  readonly noun: string | null;
  /** The day of 'four hours a day'. */
  readonly per: string | null;
}

/** An amount at a time, and the times a day. */
export interface Take {
  readonly dose: Amount;
  readonly timesADay: Amount;
}

/** How a drug is to be taken. */
export interface Directions {
  readonly span: Span;
  /** Those of a day: 'one in the morning and two at bedtime' has two. */
  readonly takes: readonly Take[];
  /** No dose is given, only how often: 'Naproxen 500 mg twice daily'. Each then counts as one. */
  readonly isDoseImplied: boolean;
  /** 'As needed', 'up to', 'may': they are the most that may be taken. */
  readonly isMaximum: boolean;
  /** They change with time, depend on something, or hold a number that is not understood. */
  readonly varies: boolean;
}

/** A treatment that an order names. */
export interface OrderedTreatment {
  readonly category: Category;
  /** One name for all its names: 'hydrocodone' for Norco. */
  readonly name: string;
  /** For a drug: its class ('opioid'). */
  readonly drugClass: string | null;
}

/** What one place of a letter says about a drug, a supply, or a service: which, how strong, how many, how to be taken. */
export interface Order {
  readonly span: Span;
  readonly treatment: Found<OrderedTreatment> | null;
  /** The text also mentions parts: a rest, an excess, what was granted. A smaller number may then be one of them. */
  readonly isAmongParts: boolean;
  /** All treatments that the sentence names, this one too. */
  readonly named: readonly OrderedTreatment[];
  /** 'tablet', 'patch', 'cream', 'tube' */
  readonly form: Found<string> | null;
  readonly strengths: readonly Told<Strength>[];
  readonly quantities: readonly Told<Quantity>[];
  readonly directions: Directions | null;
  /** How many days it is for. */
  readonly days: Told<Amount> | null;
  /** The same, except for what the letter calls a supply, a course, a rental: '30-day supply'. */
  readonly supply: Told<Amount> | null;
  readonly refills: Told<Amount> | null;
  /** How many pieces the directions take in the days; null where they do not say so, or not for certain. */
  readonly needed: Derived<Amount> | null;
}
