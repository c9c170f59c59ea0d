import type { IsoDate } from '../determination/model.ts';
import type { Edition } from './facts.ts';
import { groupBy } from './rows.ts';

/** How an edition stands on a day. */
export type EditionStatus =
  | { readonly kind: 'in-force' }
  /** `replacement` is the edition in force on the day, where one is known. */
  | { readonly kind: 'superseded'; readonly lastDay: IsoDate; readonly replacement: Edition | null }
  /** `firstDay` is null where only the year tells that it lies ahead. */
  | { readonly kind: 'not-yet'; readonly firstDay: IsoDate | null; readonly inForce: Edition | null }
  /** Its days in force are not known. */
  | { readonly kind: 'undated' };

/** Which edition of a chapter was in force when. */
export class Editions {
  readonly #byChapter: ReadonlyMap<string, readonly Edition[]>;

  constructor(editions: Iterable<Edition>) {
    this.#byChapter = groupBy([...editions].sort(byFirstDay), (edition) => edition.chapter);
  }

  /** Oldest first; those whose days are not known stand by their year. */
  of(chapterId: string): readonly Edition[] {
    return this.#byChapter.get(chapterId) ?? [];
  }

  inForce(chapterId: string, day: IsoDate): Edition | null {
    return this.of(chapterId).findLast((edition) => holdsOn(edition, day)) ?? null;
  }

  statusOn(edition: Edition, day: IsoDate): EditionStatus {
    const inForce = this.inForce(edition.chapter, day);
    if (inForce?.id === edition.id) return { kind: 'in-force' };
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

/** Null where the day is no day of the calendar, as an organisation's file may have it. */
function dayBefore(day: IsoDate): IsoDate | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const before = new Date(time - 86_400_000).toISOString().slice(0, 10);
  return isIsoDate(before) ? before : null;
}

const isIsoDate = (text: string): text is IsoDate => /^\d{4}-\d{2}-\d{2}$/.test(text);
