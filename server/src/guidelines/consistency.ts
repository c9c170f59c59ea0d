/**
 * What a schema cannot check in a guideline file: names of rows that do not exist, editions that overlap, figures the
 * wrong way round. For the shipped files a test, for an organization's own file the reason it is not used as it is.
 */
import type { GuidelineFile } from './facts.ts';

export interface Inconsistency {
  /** Index of the file in the list. */
  readonly file: number;
  /** Where in the file, from the outside in: `['limits', 3, 'edition']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const LISTS = ['chapters', 'editions', 'sections', 'limits', 'abbreviations', 'codes', 'statutes'] as const;

/** Checks files in the order in which they are laid over each other, each against all of them. */
export function inconsistencies(files: readonly GuidelineFile[]): readonly Inconsistency[] {
  const found: Inconsistency[] = [];
  const chapters = new Set(files.flatMap((file) => (file.chapters ?? []).map(({ id }) => id)));
  const editions = new Map(files.flatMap((file) => (file.editions ?? []).map((row) => [row.id, row] as const)));
  const all = [...editions.values()];
  /** The first of its chapter, if any. */
  const overlapping = (edition: Dated & { readonly id: string; readonly chapter: string }) =>
    all.find((other) => other.id !== edition.id && other.chapter === edition.chapter && overlap(edition, other));

  files.forEach((file, index) => {
    const report = (path: readonly (string | number)[], message: string): void => {
      found.push({ file: index, path, message });
    };
    for (const list of LISTS) {
      const first = new Map<string, number>();
      (file[list] ?? []).forEach(({ id }, row) => {
        const before = first.get(id);
        if (before === undefined) first.set(id, row);
        else report([list, row, 'id'], `'${id}' is the id of ${list} row ${before + 1} too.`);
      });
    }
    file.chapters?.forEach(({ parent }, row) => {
      if (parent && !chapters.has(parent)) report(['chapters', row, 'parent'], `There is no chapter '${parent}'.`);
    });
    file.editions?.forEach((edition, row) => {
      const at = (property: string) => ['editions', row, property];
      const { chapter, from, to, firstPage, lastPage } = edition;
      if (!chapters.has(chapter)) report(at('chapter'), `There is no chapter '${chapter}'.`);
      for (const [property, day] of [
        ['from', from],
        ['to', to],
      ] as const) {
        if (day && !isDay(day)) report(at(property), `${day} is not a date that exists.`);
      }
      if (from && to && to < from) report(at('to'), `The last day in force is before the first, ${from}.`);
      if (firstPage && lastPage && lastPage < firstPage) report(at('lastPage'), 'The last page is before the first.');
      const other = overlapping(edition);
      if (other !== undefined) report(at('from'), `Its days in force overlap with those of '${other.id}'.`);
    });
    for (const list of ['sections', 'limits'] as const) {
      file[list]?.forEach(({ chapter, edition }, row) => {
        if (!chapters.has(chapter)) report([list, row, 'chapter'], `There is no chapter '${chapter}'.`);
        if (!edition) return;
        const known = editions.get(edition);
        if (!known) report([list, row, 'edition'], `There is no edition '${edition}'.`);
        else if (known.chapter !== chapter) {
          report([list, row, 'edition'], `'${edition}' is an edition of '${known.chapter}', not of '${chapter}'.`);
        }
      });
    }
    file.sections?.forEach(({ edition, pages }, row) => {
      const document = edition ? editions.get(edition) : undefined;
      pages?.forEach(([first, last], pair) => {
        const at = ['sections', row, 'pages', pair];
        if (last < first) report(at, `Page ${last} is before page ${first}.`);
        if (!document?.firstPage || !document.lastPage) return;
        if (first < document.firstPage || last > document.lastPage) {
          report(at, `The document has pages ${document.firstPage} to ${document.lastPage}.`);
        }
      });
    });
    file.limits?.forEach((limit, row) => {
      for (const [min, max] of [
        ['visitsMin', 'visitsMax'],
        ['weeksMin', 'weeksMax'],
        ['perWeekMin', 'perWeekMax'],
      ] as const) {
        const least = limit[min] ?? null;
        const most = limit[max] ?? null;
        if (least !== null && most === null) report(['limits', row, min], `Where there is ${min}, ${max} is needed.`);
        if (least !== null && most !== null && most < least) report(['limits', row, max], `It is below ${min}.`);
      }
      if (limit.onlyIfNamed && (limit.terms ?? []).length === 0) {
        report(['limits', row, 'onlyIfNamed'], 'Without terms this figure is never used.');
      }
    });
  });
  return found;
}

interface Dated {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** An edition without a last day ends where the next one begins: two such editions do not overlap. */
function overlap(a: Dated, b: Dated): boolean {
  if (!a.from || !b.from) return false;
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return a.from === b.from || (Boolean(first.to) && (first.to ?? '') >= (second.from ?? ''));
}

/** 2016-02-30 has the form of a day but does not exist. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
