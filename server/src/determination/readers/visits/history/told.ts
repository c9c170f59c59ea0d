import { type Derived, derived } from '../../../model/derivation.ts';
import { type AskedFor, isAskedFor } from './askedFor.ts';
import type { History, LocatedRecord } from './history.ts';
import { type Tallied, Tally } from './tally.ts';

/** What the visits come to, with the records they are from and the history that the records belong to. */
export interface Had extends Tallied {
  readonly history: History;
}

/**
 * What a history says about the visits of each thing that is requested. The issues of a letter share its summary, and most
 * of them ask for one of a few things: the summary is gone through once for each of these, not once for each issue.
 */
export class Told {
  readonly numbers = new Map<string, Numbers>();
  readonly visits = new Map<string, Had | null>();
  readonly nones = new Map<string, Derived<number> | null>();
}

/** Numbers of visits that are said of a therapy by its name. */
interface Numbers {
  readonly own: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
}

/**
 * The numbers that are said of another therapy by its name: where such a number comes again without a name, it is that
 * therapy's, unless the letter also says it of the therapy in dispute.
 */
export function numbersOfOthers(histories: readonly History[], asked: AskedFor): ReadonlySet<number> {
  const numbers = histories.map((history) => numbersIn(history, asked));
  const isOwn = (total: number): boolean => numbers.some(({ own }) => own.has(total));
  return new Set(numbers.flatMap(({ others }) => [...others]).filter((total) => !isOwn(total)));
}

const numbersIn = (history: History, asked: AskedFor): Numbers =>
  once(history.told.numbers, asked.key, () => {
    const own = new Set<number>();
    const others = new Set<number>();
    for (const record of history.records) {
      const { role, therapy, count } = record;
      if (
        role !== 'attended' ||
        therapy === null ||
        therapy.category === 'any therapy' ||
        therapy.category === 'any program' ||
        count.total === null
      )
        continue;
      (isAskedFor(asked, record) ? own : others).add(count.total);
    }
    return { own, others };
  });

/**
 * What a passage says about the visits that count, in all.
 *
 * @param ofOthers numbers that are of another therapy where none is named
 * @param authorized what the heading gives as authorized, to which attended visits alone are added; null where it does
 *   not, and what the passage gives as authorized counts, too
 */
export function visitsToldIn(
  history: History,
  asked: AskedFor,
  ofOthers: ReadonlySet<number>,
  authorized: number | null,
): Had | null {
  const key = `${asked.key} ${[...ofOthers].sort((a, b) => a - b).join()} ${authorized}`;
  return once(history.told.visits, key, () => {
    const counts = ({ role, therapy, count, isTrial }: LocatedRecord): boolean => {
      const isNamed = therapy !== null && therapy.category !== 'any therapy' && therapy.category !== 'any program';
      if (!isNamed && count.total !== null && ofOthers.has(count.total)) return false;
      if (authorized === null) return role === 'attended' || role === 'authorized';
      if (role !== 'attended') return false;
      // An 'initial set of 6' of which 6 were authorized is that set, and of '5 of the 6' had so are the 6.
      if (count.total === authorized && (isTrial || count.share !== null)) return false;
      // 'The last four' of twelve, of which eight were authorized, are those in dispute.
      return count.total !== asked.visits || !LAST.has(history.passage.reading.tokens.lower(count.first - 1));
    };
    return tallied(history, asked, counts);
  });
}

const LAST: ReadonlySet<string> = new Set(['last', 'final']);

function tallied(history: History, asked: AskedFor, counts: (record: LocatedRecord) => boolean): Had | null {
  const tally = new Tally(history.passage);
  let before: LocatedRecord | null = null;
  for (const record of history.records) {
    // 'Another 6' are of the therapy that was mentioned before.
    const therapy = record.therapy ?? (record.adds ? (before?.therapy ?? null) : null);
    if (counts(record) && isAskedFor(asked, { ...record, therapy })) tally.add(record);
    else tally.pass();
    before = record;
  }
  for (const { whole, sentence, ...range } of history.sums) {
    const requested = history
      .recordsOf(sentence)
      .find((record) => record.role === 'requested' && record.count.total !== whole && isAskedFor(asked, record));
    const now = requested?.count.total ?? asked.visits;
    if (now !== null) tally.addDifference(range, whole, now);
  }
  const result = tally.result();
  return result && { history, ...result };
}

/** Where it says that there was none of the therapy. */
export const noneIn = (history: History, asked: AskedFor): Derived<number> | null =>
  once(history.told.nones, asked.key, () => {
    const none = history.nones.find((each) => isAskedFor(asked, each));
    if (none === undefined) return null;
    const span = history.passage.span(none);
    return derived(0, span, { reasons: [{ span, as: 'none before', row: none.row }], reckoning: null });
  });

function once<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
