import type { Step } from './step.ts';

/**
 * A step of a row, joined to what comes after it. Rows are tried at many places in each letter; with their steps joined
 * beforehand, trying one makes nothing that has to be thrown away.
 */
export type Node =
  | { readonly kind: 'words'; readonly words: ReadonlySet<number>; readonly next: Node }
  | { readonly kind: 'class'; readonly class: number; readonly next: Node }
  /** `value` is the place of its kind among those that the table knows. */
  | { readonly kind: 'value'; readonly value: number; readonly next: Node }
  | { readonly kind: 'gap'; readonly most: number; readonly overCommas: boolean; readonly next: Node }
  /** One after the other. */
  | { readonly kind: 'ways'; readonly ways: readonly Node[] }
  | { readonly kind: 'open' | 'close'; readonly slot: number; readonly next: Node }
  | { readonly kind: 'apart' | 'capital' | 'capitals' | 'end'; readonly next: Node }
  /** `node` ends in `is` in place of `done`. */
  | { readonly kind: 'not'; readonly side: 'before' | 'here'; readonly node: Node; readonly next: Node }
  | { readonly kind: 'after'; readonly node: Node; readonly next: Node }
  | { readonly kind: 'stands' }
  | { readonly kind: 'done' };

/** What any node has: all have the same properties, in one order, as the engine is faster with objects of one shape. */
const BLANK = {
  kind: 'done',
  words: new Set<number>(),
  class: -1,
  value: -1,
  most: 0,
  overCommas: false,
  ways: [],
  slot: -1,
  side: 'here',
  node: null,
  next: null,
} as const;

/** The steps of a row, ready to be tried. */
export interface Program {
  readonly node: Node;
  /** The names of what it captures, by the slots that its nodes name. */
  readonly slots: readonly string[];
}

/** @param kinds the kinds of values, in the order by which the nodes number them */
export function programOf(steps: readonly Step[], kinds: readonly string[]): Program {
  const slots: string[] = [];
  return { node: joined(steps, { ...BLANK, kind: 'done' }, kinds, slots), slots };
}

/** The steps, and after the last of them `next`. */
function joined(steps: readonly Step[], next: Node, kinds: readonly string[], slots: string[]): Node {
  return steps.reduceRight((after, step) => nodeOf(step, after, kinds, slots), next);
}

function nodeOf(step: Step, next: Node, kinds: readonly string[], slots: string[]): Node {
  switch (step.kind) {
    case 'words':
      return { ...BLANK, kind: 'words', words: step.words, next };
    case 'class':
      return { ...BLANK, kind: 'class', class: step.class, next };
    case 'value':
      return { ...BLANK, kind: 'value', value: kinds.indexOf(step.value), next };
    case 'gap':
      return { ...BLANK, kind: 'gap', most: step.most, overCommas: step.crosses === 'commas', next };
    case 'option':
      return { ...BLANK, kind: 'ways', ways: [joined(step.steps, next, kinds, slots), next] };
    case 'either':
      return { ...BLANK, kind: 'ways', ways: step.ways.map((way) => joined(way, next, kinds, slots)) };
    case 'capture': {
      const slot = slotOf(step.name, slots);
      return {
        ...BLANK,
        kind: 'open',
        slot,
        next: joined(step.steps, { ...BLANK, kind: 'close', slot, next }, kinds, slots),
      };
    }
    case 'not':
      return {
        ...BLANK,
        kind: 'not',
        side: step.side,
        node: nodeOf(step.step, { ...BLANK, kind: 'stands' }, kinds, slots),
        next,
      };
    case 'after':
      return { ...BLANK, kind: 'after', node: nodeOf(step.step, { ...BLANK, kind: 'stands' }, kinds, slots), next };
    default:
      return { ...BLANK, kind: step.kind, next };
  }
}

function slotOf(name: string, slots: string[]): number {
  const known = slots.indexOf(name);
  return known >= 0 ? known : slots.push(name) - 1;
}
