import type { DisputedIssue } from '../../determination/model/determination.ts';
import type { Amount, Order, OrderedTreatment, Quantity, Strength, Told } from '../../determination/model/order.ts';

/** A value of an order that a rule can compare with another of the same kind. */
export interface Comparable extends Pick<Told<unknown>, 'span' | 'role'> {
  /** Only values of one kind are compared: 'pieces', 'strength in mg', 'hours a day'. */
  readonly kind: string;
  /** As a message says it: '#60', '18 tablets', '7.5mg'. */
  readonly words: string;
  isSame(other: Pick<Comparable, 'amounts'>): boolean;
  /** What it is compared by. */
  readonly amounts: readonly number[];
  /** It may be a part of what is in dispute, if it is less. */
  readonly mayBePart: boolean;
}

type Value = Omit<Comparable, 'mayBePart'>;

/** All numbers of an order that may differ from those of another place. */
export function comparables(order: Order): readonly Comparable[] {
  const { treatment, strengths, quantities, supply, refills, isAmongParts } = order;
  const isDrug = treatment === null || treatment.value.category === 'medication';
  const values = [
    ...quantities.map((quantity) => ofQuantity(quantity, isDrug)),
    ...strengths.map(ofStrength),
    ...(supply === null ? [] : [ofRange(supply, 'days of supply', daysInWords(supply.value))]),
    ...(refills === null ? [] : [ofRange(refills, 'refills', numberOf(refills.value, 'refill'))]),
  ];
  return values.map((value) => ({ mayBePart: isAmongParts && value.role === 'told', ...value }));
}

function ofQuantity(told: Told<Quantity>, isDrug: boolean): Value {
  const { measure, noun, per, ...amount } = told.value;
  // 'Trigger point injections x 4' and 'four injections' count alike.
  const isService = measure === 'service' || (noun === null && !isDrug);
  const kind = isService ? 'services' : measure === 'piece' ? 'pieces' : `${noun} ${per ?? ''}`;
  const unit = noun === 'g' ? 'gram' : (noun ?? '');
  const words = noun === null ? `#${range(amount)}` : `${numberOf(amount, unit)}${per === null ? '' : ` a ${per}`}`;
  return ofRange({ ...told, value: amount }, kind, words);
}

function ofRange({ span, role, value: { min, max } }: Told<Amount>, kind: string, words: string): Value {
  const amounts = [min, max];
  const isSame = (other: Pick<Comparable, 'amounts'>): boolean => {
    const [least = 0, most = least] = other.amounts;
    return least <= max && min <= most;
  };
  return { span, role, kind, words, amounts, isSame };
}

function ofStrength({ span, role, value: { amounts, unit, per, written } }: Told<Strength>): Value {
  const of = per === null ? '' : `/${per}`;
  // '10/325' and '10' are the same drug: for a drug with two substances, letters may give only the first.
  const isSame = (other: Pick<Comparable, 'amounts'>): boolean => {
    const isOne = amounts.length === 1 || other.amounts.length === 1;
    const [first = 0] = amounts;
    const [second = 0] = other.amounts;
    if (!isOne) return isNear(first, second);
    return amounts.some((amount) => other.amounts.some((each) => isNear(amount, each)));
  };
  return { span, role, kind: `strength in ${unit}${of}`, words: written, amounts, isSame };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(a, b);

const range = ({ min, max }: Amount): string => (min === max ? `${min}` : `${min}-${max}`);

const numberOf = (amount: Amount, noun: string): string =>
  `${range(amount)} ${noun}${amount.max === 1 ? '' : noun.endsWith('x') || noun.endsWith('ch') ? 'es' : 's'}`;

const daysInWords = (days: Amount): string => `${range(days)} days of supply`;

/** Whether an order of the rationale or the summary is of what an issue disputes, as far as its sentence says. */
export function isAbout({ treatment, named }: Order, { category, orders }: DisputedIssue): boolean {
  const own = orders.flatMap((order) => order.treatment?.value ?? []);
  const isOwn = (each: OrderedTreatment): boolean =>
    category === 'medication'
      ? own.some(({ name, drugClass }) => each.name === name || each.name === drugClass)
      : each.category === category;
  return treatment === null ? named.every(isOwn) : isOwn(treatment.value);
}

/** The one drug, supply or service that an issue is about; null where its heading names several, or none. */
export function onlyTreatment({ orders }: DisputedIssue): OrderedTreatment | null {
  const [first, ...others] = orders.flatMap(({ treatment }) => treatment?.value ?? []);
  return first === undefined || others.some(({ name }) => name !== first.name) ? null : first;
}
