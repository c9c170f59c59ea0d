import type { Abbreviation, Chapter, DiagnosisCode, Edition, Limit, Section, Statute } from './facts.ts';
import { limitWords } from './limits.ts';
import { plainWords } from './names.ts';
import { citeAs } from './words.ts';

export type SearchHit =
  | { readonly kind: 'chapter'; readonly item: Chapter; readonly title: string }
  | { readonly kind: 'edition'; readonly item: Edition; readonly title: string }
  | { readonly kind: 'section'; readonly item: Section; readonly title: string }
  | { readonly kind: 'limit'; readonly item: Limit; readonly title: string }
  | { readonly kind: 'abbreviation'; readonly item: Abbreviation; readonly title: string }
  | { readonly kind: 'code'; readonly item: DiagnosisCode; readonly title: string }
  | { readonly kind: 'statute'; readonly item: Statute; readonly title: string };

/** All that is searched. */
export interface Searched {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly sections: readonly Section[];
  readonly limits: readonly Limit[];
  readonly statutes: ReadonlyMap<string, Statute>;
  readonly abbreviations: readonly Abbreviation[];
  readonly codes: ReadonlyMap<string, DiagnosisCode>;
}

/** Every fact with its words, for one search after the other. */
export class SearchIndex {
  readonly #entries: readonly Entry[];

  constructor(facts: Searched) {
    this.#entries = entriesOf(facts);
  }

  /** Facts that hold every word of the query, those with the words in their title first. */
  search(query: string): readonly SearchHit[] {
    const words = plainWords(query).trim().split(' ').filter(Boolean);
    if (words.length === 0) return [];
    return this.#entries
      .filter((entry) => words.every((word) => entry.words.includes(` ${word}`)))
      .map(({ hit, title }) => ({ hit, inTitle: words.filter((word) => title.includes(` ${word}`)).length }))
      .sort((a, b) => b.inTitle - a.inTitle)
      .map(({ hit }) => hit);
  }
}

interface Entry {
  readonly hit: SearchHit;
  /** Plain words. */
  readonly title: string;
  readonly words: string;
}

function entry(hit: SearchHit, ...more: readonly (string | null)[]): Entry {
  const title = plainWords(hit.title);
  return { hit, title, words: plainWords([hit.title, hit.item.id, hit.item.note, ...more].join(' ')) };
}

function entriesOf(facts: Searched): readonly Entry[] {
  const chapterName = (id: string): string => {
    const chapter = facts.chapters.get(id);
    return chapter ? `${chapter.publisher} ${chapter.name}` : id;
  };
  return [
    ...facts.limits.map((item) =>
      entry(
        { kind: 'limit', item, title: `${chapterName(item.chapter)}: ${limitWords(item)}` },
        item.section,
        item.edition,
        ...item.terms,
        ...item.categories,
        ...item.icd9,
        item.other,
      ),
    ),
    ...[...facts.editions.values()].map((item) =>
      entry({ kind: 'edition', item, title: citeAs(item) }, chapterName(item.chapter), ...item.aliases),
    ),
    ...facts.sections.map((item) =>
      entry({ kind: 'section', item, title: item.name }, chapterName(item.chapter), ...item.aliases, ...item.terms),
    ),
    ...[...facts.chapters.values()].map((item) =>
      entry({ kind: 'chapter', item, title: `${item.publisher} ${item.name}` }, item.regulation, ...item.aliases),
    ),
    ...[...facts.statutes.values()].map((item) => entry({ kind: 'statute', item, title: item.citation }, item.fact)),
    ...facts.abbreviations.map((item) =>
      entry({ kind: 'abbreviation', item, title: item.forms.join(', ') }, ...item.meanings),
    ),
    ...[...facts.codes.values()].map((item) =>
      entry({ kind: 'code', item, title: `${item.system} ${item.id}` }, item.meaning),
    ),
  ];
}
