/** The rows of the data files: laid over each other, what they leave out filled in. */
import type {
  Abbreviation,
  Chapter,
  DiagnosisCode,
  Edition,
  GuidelineFile,
  Limit,
  Provenance,
  Section,
  Statute,
} from './facts.ts';

/** Rows of all files; of several with one id, the last. */
export function newest<R extends { readonly id: string }>(
  files: readonly GuidelineFile[],
  rows: (file: GuidelineFile) => readonly R[] | undefined,
): ReadonlyMap<string, R> {
  const all = new Map<string, R>();
  for (const file of files) {
    for (const row of rows(file) ?? []) all.set(row.id, row);
  }
  return all;
}

/** The same with their defaults filled in. */
export const collect = <R extends { readonly id: string }, D extends object>(
  files: readonly GuidelineFile[],
  rows: (file: GuidelineFile) => readonly R[] | undefined,
  defaults: D,
): ReadonlyMap<string, D & R> =>
  new Map([...newest(files, rows)].map(([id, row]) => [id, { ...defaults, ...row }] as const));

export type LimitRow = NonNullable<GuidelineFile['limits']>[number];
export type SectionRow = NonNullable<GuidelineFile['sections']>[number];

interface Scoped {
  readonly id: string;
  readonly chapter: string;
  readonly edition?: string | null;
}

/** Rows by the edition they belong to, or by the chapter where they belong to none; completed when needed. */
export class ByScope<T, R extends Scoped> {
  readonly #rows: ReadonlyMap<string, readonly R[]>;
  readonly #complete: (row: R) => T;
  readonly #completed = new Map<string, readonly T[]>();

  constructor(rows: ReadonlyMap<string, R>, complete: (row: R) => T) {
    this.#rows = groupBy(rows.values(), (row) => row.edition ?? row.chapter);
    this.#complete = complete;
  }

  in(scope: string): readonly T[] {
    const known = this.#completed.get(scope);
    if (known) return known;
    const completed = (this.#rows.get(scope) ?? []).map(this.#complete);
    this.#completed.set(scope, completed);
    return completed;
  }

  all(): readonly T[] {
    return [...this.#rows.keys()].flatMap((scope) => this.in(scope));
  }
}

export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const UNKNOWN_PROVENANCE: Provenance = { source: '', certainty: 'own/low', note: null };
export const CHAPTER: Omit<Chapter, 'id' | 'publisher' | 'name'> = {
  parent: null,
  aliases: [],
  chapterNumber: null,
  regulation: null,
  bodyParts: [],
  alsoCitedFor: [],
  categories: [],
  ...UNKNOWN_PROVENANCE,
};
export const EDITION: Omit<Edition, 'id' | 'chapter' | 'title' | 'years' | 'toCertainty'> = {
  aliases: [],
  documentDate: null,
  from: null,
  to: null,
  heard: null,
  firstPage: null,
  lastPage: null,
  pagesCertainty: 'own/low',
  sectionsComplete: false,
  ...UNKNOWN_PROVENANCE,
};
export const SECTION: Omit<Section, 'id' | 'chapter' | 'name' | 'pagesCertainty'> = {
  edition: null,
  aliases: [],
  pages: [],
  bodyParts: [],
  figuresComplete: false,
  categories: [],
  terms: [],
  ...UNKNOWN_PROVENANCE,
};
export const LIMIT: Omit<Limit, 'id' | 'chapter' | 'condition' | 'categories' | 'kind'> = {
  edition: null,
  section: null,
  terms: [],
  onlyIfNamed: false,
  icd9: [],
  treatmentTerms: [],
  bodyParts: [],
  setting: 'any',
  unit: 'visits',
  visitsMin: null,
  visitsMax: null,
  weeksMin: null,
  weeksMax: null,
  perWeekMin: null,
  perWeekMax: null,
  periodMonths: null,
  other: null,
  pages: null,
  unverified: [],
  ...UNKNOWN_PROVENANCE,
};
export const STATUTE: Omit<Statute, 'id' | 'citation' | 'fact'> = {
  from: null,
  categories: [],
  visitsMax: null,
  ...UNKNOWN_PROVENANCE,
};
export const CODE: Omit<DiagnosisCode, 'id' | 'system' | 'meaning'> = UNKNOWN_PROVENANCE;
export const ABBREVIATION: Omit<Abbreviation, 'id' | 'forms' | 'meanings'> = UNKNOWN_PROVENANCE;
