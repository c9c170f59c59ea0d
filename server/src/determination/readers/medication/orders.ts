import type { PlacedPassage } from '../../../language/placed.ts';
import type { Mention, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { found } from '../../../text/span.ts';
import { oncePerPassage } from '../../language.ts';
import { type Derived, derived, type Reason } from '../../model/derivation.ts';
import type { Amount, Measure, Order, OrderedTreatment, Quantity, Strength, Told } from '../../model/order.ts';
import type { Treatment } from '../../model/treatment.ts';
import { treatmentMentions } from '../treatments/treatments.ts';
import { readDirections } from './directions.ts';
import { groupItems } from './groups.ts';
import type { Count, CountedNoun, Item } from './items.ts';
import { readNeeded } from './needed.ts';
import { readItems } from './readItems.ts';
import { type RoleReading, Roles } from './roles.ts';
import { type Placed, type SortedItems, sortItems } from './uses.ts';
import { ORDER_WORDS } from './words.ts';

/** The orders of a heading, which is read as one sentence: everything in it is requested. */
export const ordersOfHeading: (heading: Prose) => readonly Order[] = oncePerPassage((passage) =>
  ordersIn(passage, passage, treatmentMentions(passage), null),
);

const ASKED: RoleReading = { role: 'requested', reasons: [] };

/** The orders that a text mentions, sentence by sentence. */
export const ordersInText: (prose: Prose) => readonly Order[] = oncePerPassage((passage) => {
  const treatments = treatmentMentions(passage);
  const orders: Order[] = [];
  let isAmongParts = false;
  let next = 0;
  for (const sentence of passage.sentences()) {
    const first = next;
    while ((treatments[next]?.first ?? sentence.end) < sentence.end) next++;
    const roles = new Roles(passage, sentence);
    isAmongParts ||= roles.tellsOfParts;
    orders.push(...ordersIn(passage, sentence, treatments.slice(first, next), roles));
  }
  return isAmongParts ? orders.map((order) => ({ ...order, isAmongParts })) : orders;
});

/** @param roles null in a heading */
function ordersIn(
  passage: PlacedPassage,
  sentence: TokenRange,
  treatments: readonly Mention<Treatment>[],
  roles: Roles | null,
): readonly Order[] {
  const byFirst = new Map(treatments.map((mention) => [mention.first, mention]));
  const items = readItems(passage, sentence, byFirst, roles === null);
  const roleOf = (item: TokenRange): RoleReading => roles?.of(item) ?? ASKED;
  // The 'i.d.' of 'b.i.d.' is no incision and drainage.
  const ends = endsOfTimes(items);
  const treated = treatments.filter(({ first, end }) => end > (ends.get(first) ?? -1));
  const named = [...new Map(treated.map(({ value }) => [value.name, value])).values()];
  return groupItems(passage.reading, items).flatMap(
    (group) => new OrderReader(passage, group, roleOf).read(named) ?? [],
  );
}

/** By token after the first of 'b.i.d.' or 'twice a day': where that ends. */
function endsOfTimes(items: readonly Item[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { kind, first, end } of items)
    if (kind === 'times') for (let at = first + 1; at < end; at++) ends.set(at, end);
  return ends;
}

class OrderReader {
  readonly #passage: PlacedPassage;
  readonly #items: readonly Item[];
  readonly #sorted: SortedItems;
  readonly #roleOf: (item: TokenRange) => RoleReading;

  constructor(passage: PlacedPassage, items: readonly Item[], roleOf: (item: TokenRange) => RoleReading) {
    this.#passage = passage;
    this.#items = items;
    this.#sorted = sortItems(passage.reading, items);
    this.#roleOf = roleOf;
  }

  /** Null where the items say nothing of an order but its name. */
  read(named: readonly OrderedTreatment[]): Order | null {
    const items = this.#items;
    const directions = readDirections(this.#passage, items, this.#sorted);
    const needed = readNeeded(this.#passage, items, this.#sorted, directions);
    const strengths = this.#strengths();
    const quantities = this.#sorted.dispensed.map((count, i) => this.#quantity(count, i));
    const services = needed === null ? null : this.#services(needed);
    const days = items.filter((item) => item.kind === 'days');
    const refills = items.find((item) => item.kind === 'refills');
    const treatment = items.find((item) => item.kind === 'treatment');
    const form = items.find((item) => item.kind === 'form');
    const [first] = items;
    const tells =
      strengths.length + quantities.length + days.length > 0 || directions !== null || refills !== undefined;
    if (first === undefined || !tells) return null;
    const [lasting] = days;
    const supply = days.find(({ isSupply }) => isSupply);
    return {
      span: this.#passage.span({ first: first.first, end: Math.max(...items.map(({ end }) => end)) }),
      treatment: treatment === undefined ? null : found(treatment.treatment, this.#passage.span(treatment)),
      isAmongParts: false,
      named,
      form: form === undefined ? null : found(form.noun.name, this.#passage.span(form)),
      strengths,
      quantities: services === null ? quantities : [...quantities, services],
      directions,
      days: lasting === undefined ? null : this.#told(lasting, lasting.days, 'how long'),
      supply: supply === undefined ? null : this.#told(supply, supply.days, 'how long'),
      refills: refills === undefined ? null : this.#told(refills, refills.amount, 'refills'),
      needed: services === null ? needed : null,
    };
  }

  /** 'One injection a week for three weeks' and 'injections, one a week for three weeks' are three injections. */
  #services(needed: Derived<Amount>): Told<Quantity> | null {
    const [dose, ...others] = this.#sorted.takings.map((taking) => taking.dose);
    if (dose == null || others.length > 0) return null;
    const { noun } = dose;
    const isOfDrug = this.#items.every((item) => item.kind !== 'treatment' || item.treatment.category === 'medication');
    if (noun === null ? isOfDrug : noun.group !== 'services') return null;
    const form = this.#items.find((item) => item.kind === 'form');
    const name = noun?.name ?? form?.noun.name ?? null;
    const value: Quantity = { measure: 'service', noun: name, per: null, ...needed.value };
    return { role: this.#roleOf(dose).role, ...needed, value };
  }

  #strengths(): readonly Told<Strength>[] {
    return this.#items.flatMap((item) =>
      item.kind === 'strength' ? [this.#told<Strength>(item, item.strength, 'strength')] : [],
    );
  }

  #quantity(count: Placed<Count>, i: number): Told<Quantity> {
    const { amount, noun, per } = count;
    const quantity: Quantity = { measure: measureOf(noun), noun: noun?.name ?? null, per, ...amount };
    const told = this.#told(count, quantity, noun === null ? 'quantity' : `quantity of ${noun.name}`);
    const { dispensed } = this.#sorted;
    // '#30 of the 60 tablets': the one is a part of the other, whatever became of it.
    if (this.#isShare(dispensed[i - 1], count)) return { ...told, role: 'requested' };
    const isPart = this.#isShare(count, dispensed[i + 1]) && (told.role === 'requested' || told.role === 'told');
    return isPart ? { ...told, role: 'part' } : told;
  }

  #isShare(part: Placed<Count> | undefined, whole: Placed<Count> | undefined): boolean {
    if (part === undefined || whole === undefined || whole.noun?.group === 'weight') return false;
    const gap = whole.first - part.end;
    if (gap < 0 || gap > SHARE_GAP) return false;
    return this.#passage.reading.mentionAt(part.end, ORDER_WORDS)?.value.kind === 'of';
  }

  #told<T>(item: TokenRange, value: T, as: string): Told<T> {
    const span = this.#passage.span(item);
    const { role, reasons } = this.#roleOf(item);
    const own: Reason = { span, as, row: null };
    return { role, ...derived(value, span, { reasons: [own, ...reasons], reckoning: null }) };
  }
}

const SHARE_GAP = 4;

const MEASURES: Readonly<Record<CountedNoun['group'], Measure>> = {
  pieces: 'piece',
  containers: 'container',
  liquids: 'volume',
  things: 'thing',
  services: 'service',
  weight: 'weight',
  volume: 'volume',
  time: 'time',
};

const measureOf = (noun: CountedNoun | null): Measure => (noun === null ? 'piece' : MEASURES[noun.group]);
