import { type ClassData, type ClassEntry, entriesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import { ROLE_CLASSES } from './roleWords.ts';
import data from './words.json' with { type: 'json' };

/** What a noun counts: single doses, what holds them, what is measured out, other goods, services. */
export type NounGroup = 'pieces' | 'containers' | 'liquids' | 'things' | 'services';

/** A word of prescriptions and of orders for supplies, by what it does. */
export type OrderWord =
  | { readonly kind: 'noun'; readonly name: string; readonly group: NounGroup }
  /** 'bid' */
  | { readonly kind: 'timesADay'; readonly times: number }
  | { readonly kind: PlainKind };

type PlainKind = (typeof PLAIN)[number];

const PLAIN = [
  /** 'qty', 'quantity of': a number that nothing names. */
  'quantity',
  /** '60 count' */
  'countedAfter',
  /** 'by mouth' */
  'route',
  /** 'take', 'apply' */
  'take',
  'asNeeded',
  /** 'up to', 'may' */
  'most',
  /** What makes that the directions cannot be multiplied: 'then', 'taper', 'or'. */
  'varies',
  /** 'at bedtime' */
  'timeOfDay',
  /** The q of 'q 8 h'. */
  'every',
  'refill',
  'none',
  /** What lasts: 'supply', 'rental'. */
  'supply',
  /** What may be between a number and its noun. */
  'between',
  'of',
  /** Between two times of a day, of which each counts. */
  'and',
  'half',
  /** Before '#3' it makes it a name: 'Tylenol #3', 'claim #3'. */
  'labelled',
  /** The x of 'x 60'. */
  'cross',
] as const;

const NOUN_GROUPS: readonly NounGroup[] = ['pieces', 'containers', 'liquids', 'things', 'services'];

function* orderWords(): Iterable<ClassEntry<OrderWord>> {
  for (const group of NOUN_GROUPS) {
    const nouns: Readonly<Record<string, readonly string[]>> = data[group];
    for (const [name, list] of Object.entries(nouns)) {
      for (const words of list) yield { words, value: { kind: 'noun', name, group }, bends: 'noun' };
    }
  }
  for (const [times, list] of Object.entries(data.timesADay)) {
    for (const words of list) yield { words, value: { kind: 'timesADay', times: Number(times) }, bends: 'fixed' };
  }
  const plain: Readonly<Record<PlainKind, ClassData>> = data.plain;
  for (const kind of PLAIN) yield* entriesOf(plain[kind], { kind });
  for (const { after, words } of data.partsOfDay) {
    for (const part of words)
      for (const lead of after) yield { words: `${lead} ${part}`.trim(), value: { kind: 'timeOfDay' }, bends: 'fixed' };
  }
}

export const ORDER_WORDS = new WordClass<OrderWord>('word of an order', orderWords);

export const ORDER_CLASSES: readonly WordClass<unknown>[] = [ORDER_WORDS, ...ROLE_CLASSES];
