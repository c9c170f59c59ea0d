import type { Construction } from '../../server/src/determination/readers/conclusion/rows/constructions.ts';
import type { Lexicon } from '../../server/src/language/lexicon/lexicon.ts';
import type { WordClass } from '../../server/src/language/lexicon/wordClass.ts';
import type { PhraseTable, Row } from '../../server/src/language/phrases/table.ts';

/** One thing that may be taken away. */
export interface Removal {
  readonly kind: Kind;
  readonly name: string;
  /** An entry of a class, a row, a construction, or the key of a slot. */
  readonly part: unknown;
  /** What takes a construction’s place; null: nothing. */
  readonly instead: Construction | null;
  /** What the name of a test begins with that would be taken away as well, being made of the part’s own examples. */
  readonly ownTests: string | null;
}

export type Kind = 'words' | 'rows' | 'constructions' | 'conditions' | 'grammar' | 'slots';

/** A lexicon of the program, with what `switchable.mjs` adds to it, and what it was made of. */
export interface Shipped {
  readonly rowsAre: 'rows' | 'grammar';
  readonly lexicon: Lexicon & { readonly entryPlaces: readonly (readonly [wordClass: number, place: number])[] };
  readonly classes: readonly WordClass<unknown>[];
  readonly tables: readonly PhraseTable<unknown>[];
}

/** Those that were made so far. */
export const shipped: Shipped[] = [];

let off: Removal | null = null;
let switched = 0;
let met = new Set<Removal>();

/** What may be taken away in this run: by lexicon and entry, and by what else it is a removal of. */
const byEntry = new Map<Lexicon, readonly (Removal | undefined)[]>();
const byPart = new Map<unknown, readonly Removal[]>();

/** Makes ready what may be taken away. @param ofClass the removals of a class’s entries, in order */
export function prepare(
  removals: ReadonlySet<Removal>,
  ofClass: ReadonlyMap<WordClass<unknown>, readonly Removal[]>,
): void {
  for (const { lexicon, classes } of shipped) {
    const ofEntry = lexicon.entryPlaces.map(([number, place]) => {
      const wordClass = classes[number];
      const removal = wordClass && ofClass.get(wordClass)?.[place];
      return removal !== undefined && removals.has(removal) ? removal : undefined;
    });
    byEntry.set(lexicon, ofEntry);
  }
  for (const removal of removals) byPart.set(removal.part, [...(byPart.get(removal.part) ?? []), removal]);
}

/** Runs something without one part of the program; what it met meanwhile is forgotten. */
export async function without(removal: Removal, run: () => Promise<void>): Promise<void> {
  off = removal;
  switched++;
  try {
    await run();
  } finally {
    off = null;
    switched++;
  }
}

/** What may be taken away, and was met while something ran. */
export async function metBy(run: () => Promise<void>): Promise<ReadonlySet<Removal>> {
  met = new Set();
  await run();
  return met;
}

/** A number that changes whenever something is taken away or is back. */
export const state = (): number => switched;

/** Called by the program when it makes a lexicon, and below whenever it comes upon a part. */
export function ships(
  rowsAre: Shipped['rowsAre'],
  lexicon: Lexicon,
  classes: Shipped['classes'],
  tables: Shipped['tables'],
): void {
  if (!hasPlaces(lexicon)) throw new Error('The lexicon was not made switchable.');
  shipped.push({ rowsAre, lexicon, classes, tables });
}

const hasPlaces = (lexicon: Lexicon): lexicon is Shipped['lexicon'] => 'entryPlaces' in lexicon;

function isOff(removal: Removal): boolean {
  met.add(removal);
  return removal === off;
}

export function isEntryOff(lexicon: Lexicon, entry: number): boolean {
  const removal = byEntry.get(lexicon)?.[entry];
  return removal !== undefined && isOff(removal);
}

export const isRowOff = (row: Row<unknown>): boolean => byPart.get(row)?.some(isOff) ?? false;

export const keyOfSlot = (by: string, isAfter: boolean, isClosed: boolean): string =>
  `${isClosed ? 'closed' : 'open'} ${isAfter ? 'after' : 'before'} “${by}”`;

export const isSlotOff = (slot: { readonly key: string }): boolean => byPart.get(slot.key)?.some(isOff) ?? false;

/** What is left of the constructions of a word. */
export function constructionsLeft(rows: readonly Construction[]): readonly Construction[] {
  let removed: Removal | null = null;
  for (const row of rows) for (const removal of byPart.get(row) ?? []) if (isOff(removal)) removed = removal;
  if (removed === null) return rows;
  const { part, instead } = removed;
  return rows.flatMap((row) => (row !== part ? [row] : instead === null ? [] : [instead]));
}
