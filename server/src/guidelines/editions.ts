import type { IsoDate } from '../determination/model/determination.ts';
import type { Edition } from './facts.ts';
import { groupBy } from './rows.ts';

/** The status of an edition on a day. */
export type EditionStatus =
  | { readonly kind: 'in-force' }
  /** `replacement` is the edition in force on the day, where one is known. */
  | { readonly kind: 'superseded'; readonly lastDay: IsoDate; readonly replacement: Edition | null }
  /** `firstDay` is null where only the year shows that it lies ahead. */
  | { readonly kind: 'not-yet'; readonly firstDay: IsoDate | null; readonly inForce: Edition | null }
  /** Proposed, and heard by that day: it may have been adopted since. */
  | { readonly kind: 'proposed'; readonly heard: IsoDate }
  /** Its days in force are not known. */
  | { readonly kind: 'undated' };

/** What the catalogue knows of the MTUS is complete up to this day; since then, chapters are replaced every year. */
export const COMPLETE_UNTIL: IsoDate = '2017-12-01';

/**
 * The years that name an edition: those that letters print, the document's and the order's that put it in force. Both of
 * the latter are cited.
 */
export function yearsOf({ years, documentDate, from }: Edition): readonly number[] {
  const further = [documentDate, from].flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  return [...new Set([...years, ...further])];
}

/** Which edition of a chapter was in force when. */
export class Editions {
  readonly #byChapter: ReadonlyMap<string, readonly Edition[]>;

  constructor(editions: Iterable<Edition>) {
    this.#byChapter = groupBy([...editions].sort(byFirstDay), (edition) => edition.chapter);
  }

  /** Oldest first; those whose days are not known come by their year. */
  of(chapterId: string): readonly Edition[] {
    return this.#byChapter.get(chapterId) ?? [];
  }

  inForce(chapterId: string, day: IsoDate): Edition | null {
    return this.of(chapterId).findLast((edition) => holdsOn(edition, day)) ?? null;
  }

  /**
   * The edition of a year. Where a year names several (2007 is the order's of one edition and the document's of the next),
   * the one that prints it counts; of those, the one in force on `day`, else the latest by then.
   */
  ofYear(chapterId: string, year: number, day: IsoDate | null): Edition | null {
    const editions = this.of(chapterId);
    const printed = editions.filter(({ years }) => years.includes(year));
    const named = printed.length > 0 ? printed : editions.filter((edition) => yearsOf(edition).includes(year));
    if (day === null || named.length < 2) return named.at(0) ?? null;
    return (
      named.find((edition) => holdsOn(edition, day)) ??
      named.findLast(({ from }) => from !== null && from <= day) ??
      named.at(0) ??
      null
    );
  }

  /** Whether the edition's last day is known, or nothing speaks for another having taken its place by `day`. */
  isKnownToHold(edition: Edition, day: IsoDate): boolean {
    return edition.to !== null ? day <= edition.to : day < COMPLETE_UNTIL;
  }

  statusOn(edition: Edition, day: IsoDate): EditionStatus {
    const inForce = this.inForce(edition.chapter, day);
    if (inForce?.id === edition.id) return { kind: 'in-force' };
    if (edition.heard !== null && edition.heard <= day) return { kind: 'proposed', heard: edition.heard };
    if (edition.from === null) {
      const year = Math.min(...edition.years);
      return year > Number(day.slice(0, 4)) ? { kind: 'not-yet', firstDay: null, inForce } : { kind: 'undated' };
    }
    if (edition.from > day) return { kind: 'not-yet', firstDay: edition.from, inForce };
    const lastDay = edition.to ?? (inForce?.from ? dayBefore(inForce.from) : null);
    return lastDay === null ? { kind: 'undated' } : { kind: 'superseded', lastDay, replacement: inForce };
  }
}

const firstDayOf = (edition: Edition): string => edition.from ?? `${Math.min(...edition.years)}-12-31`;
const byFirstDay = (a: Edition, b: Edition): number => (firstDayOf(a) < firstDayOf(b) ? -1 : 1);

const holdsOn = (edition: Edition, day: IsoDate): boolean =>
  edition.from !== null && edition.from <= day && (edition.to === null || day <= edition.to);

/** Null where the day does not exist, as may happen in an organization's file. */
function dayBefore(day: IsoDate): IsoDate | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const before = new Date(time - 86_400_000).toISOString().slice(0, 10);
  return isIsoDate(before) ? before : null;
}

const isIsoDate = (text: string): text is IsoDate => /^\d{4}-\d{2}-\d{2}$/.test(text);
