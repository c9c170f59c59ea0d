/**
 * The catalogue of guideline facts: what was in force when, what a citation names, and which figures apply to a
 * treatment. It is immutable, and every question is answered from maps built once.
 */
import type { BodyPart, Category, Citation, IsoDate } from '../determination/model.ts';
import type { Found } from '../text/span.ts';
import { bodyPartsMeet } from './bodyParts.ts';
import type {
  Abbreviation,
  Certainty,
  Chapter,
  DiagnosisCode,
  Edition,
  GuidelineFile,
  Limit,
  LimitKind,
  Provenance,
  Publisher,
  Section,
  Statute,
} from './facts.ts';
import { nearlyEqual, plainWords, sectionKey, titleKey, titleWords, withoutParentheses } from './names.ts';
import { citeAs } from './words.ts';

export { citeAs } from './words.ts';

/** How an edition stands on a day. */
export type EditionStatus =
  | { readonly kind: 'in-force' }
  /** `replacement` is the edition in force on the day, where one is known. */
  | { readonly kind: 'superseded'; readonly lastDay: IsoDate; readonly replacement: Edition | null }
  /** `firstDay` is null where only the year tells that it lies ahead. */
  | { readonly kind: 'not-yet'; readonly firstDay: IsoDate | null; readonly inForce: Edition | null }
  /** Its days in force are not known. */
  | { readonly kind: 'undated' };

export interface CitedSection {
  readonly cited: Found<string>;
  readonly section: Section | null;
  /** `near`: found although a letter or two are wrong. */
  readonly spelling: 'exact' | 'near' | 'unknown';
}

/** What a citation gets wrong about the guideline it names, apart from the days in force. */
export type CitationProblem =
  | { readonly kind: 'unknown-chapter'; readonly cited: Found<string>; readonly certainty: Certainty }
  /** `years`: those it can have, oldest edition first. */
  | {
      readonly kind: 'unknown-year';
      readonly cited: Found<number>;
      readonly years: readonly number[];
      readonly certainty: Certainty;
    }
  /** 'Low Back Disorders 2004': the year is of an edition with another title. */
  | {
      readonly kind: 'title-of-other-edition';
      readonly cited: Found<string>;
      readonly edition: Edition;
      readonly certainty: Certainty;
    }
  | { readonly kind: 'unknown-section'; readonly cited: Found<string>; readonly certainty: Certainty }
  /** 'Section(s): 326'. */
  | { readonly kind: 'page-as-section'; readonly cited: Found<string>; readonly certainty: Certainty }
  | {
      readonly kind: 'page-outside';
      readonly cited: Found<string>;
      readonly firstPage: number;
      readonly lastPage: number;
      readonly certainty: Certainty;
    }
  /** The 130 of '98 of 130'. */
  | {
      readonly kind: 'wrong-length';
      readonly cited: Found<number>;
      readonly lastPage: number;
      readonly certainty: Certainty;
    }
  /** The page is more than one off the pages of every section cited. */
  | {
      readonly kind: 'page-of-other-section';
      readonly cited: Found<string>;
      readonly section: Section;
      readonly certainty: Certainty;
    };

/** What a citation names. */
export interface Resolution {
  readonly citation: Citation;
  /** Null where the title names no chapter of the catalogue. */
  readonly chapter: Chapter | null;
  /** `near`: found although a letter or two of the title are wrong. */
  readonly spelling: 'exact' | 'near' | 'unknown';
  readonly edition: Edition | null;
  /**
   * What told the edition: the year printed; the number of pages printed; a section that stands at the page printed;
   * the day asked about; or that there is no other.
   */
  readonly editionBy: 'year' | 'length' | 'page' | 'day' | 'only' | null;
  readonly sections: readonly CitedSection[];
  readonly problems: readonly CitationProblem[];
}

/** What citing this rightly can be about. An empty list: anything. */
export interface Subject {
  readonly categories: readonly Category[];
  readonly bodyParts: readonly BodyPart[];
  readonly alsoCitedFor: readonly BodyPart[];
}

export interface LimitQuery {
  readonly category: Category;
  /** Empty where the letter names none: parts are not compared then. */
  readonly bodyParts: readonly BodyPart[];
  /** Therapy after surgery; null where the letter does not tell. */
  readonly postsurgical: boolean | null;
  /**
   * Words that name the diagnosis or procedure: heading and clinical summary. Not a rationale that quotes a table: it
   * would name every condition of it.
   */
  readonly conditionText: string;
  /** The treatment's own words, for figures that hold for one kind of it (an epidural among injections). */
  readonly treatmentText?: string;
}

export interface ApplicableLimit {
  readonly limit: Limit;
  /** The words of the query that name its condition; null where it holds without. */
  readonly named: string | null;
}

export type SearchHit =
  | { readonly kind: 'chapter'; readonly item: Chapter; readonly title: string }
  | { readonly kind: 'edition'; readonly item: Edition; readonly title: string }
  | { readonly kind: 'section'; readonly item: Section; readonly title: string }
  | { readonly kind: 'limit'; readonly item: Limit; readonly title: string }
  | { readonly kind: 'abbreviation'; readonly item: Abbreviation; readonly title: string }
  | { readonly kind: 'code'; readonly item: DiagnosisCode; readonly title: string }
  | { readonly kind: 'statute'; readonly item: Statute; readonly title: string };

/** Builds the catalogue. A row replaces the row of the same id in an earlier file. */
export const createCatalogue = (files: readonly GuidelineFile[]): GuidelineCatalogue => new GuidelineCatalogue(files);

export class GuidelineCatalogue {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly statutes: ReadonlyMap<string, Statute>;

  readonly #files: readonly GuidelineFile[];
  readonly #editionsByChapter: ReadonlyMap<string, readonly Edition[]>;
  // The rest is built when first asked for: a letter cites a few chapters, and the catalogue has many.
  readonly #limits: ByScope<Limit, LimitRow>;
  readonly #sections: ByScope<Section, SectionRow>;
  readonly #sectionNames = new Map<string, SectionNames>();
  readonly #chapterNames = new Map<Publisher, ReadonlyMap<string, Chapter>>();
  readonly #nearChapter = new Map<string, Chapter | null>();
  readonly #resolved = new WeakMap<Citation, { readonly day: IsoDate | null; readonly resolution: Resolution }>();
  #abbreviationByForm: ReadonlyMap<string, Abbreviation> | undefined;
  #searchable: readonly Searchable[] | undefined;

  constructor(files: readonly GuidelineFile[]) {
    this.#files = files;
    this.chapters = collect(files, (file) => file.chapters, CHAPTER);
    this.editions = collect(files, (file) => file.editions, EDITION);
    this.statutes = collect(files, (file) => file.statutes, STATUTE);
    this.#editionsByChapter = groupBy([...this.editions.values()].sort(byFirstDay), (edition) => edition.chapter);
    this.#limits = new ByScope(
      newest(files, (file) => file.limits),
      (row) => ({ ...LIMIT, ...row }),
    );
    this.#sections = new ByScope(
      newest(files, (file) => file.sections),
      (row) => ({ ...SECTION, pagesCertainty: row.certainty, ...row }),
    );
  }

  get limits(): readonly Limit[] {
    return this.#limits.all();
  }

  get sections(): readonly Section[] {
    return this.#sections.all();
  }

  /** In the order of the alphabet. */
  get abbreviations(): readonly Abbreviation[] {
    return [...collect(this.#files, (file) => file.abbreviations, ABBREVIATION).values()].sort((a, b) =>
      abbreviationKey(a.forms[0] ?? '') < abbreviationKey(b.forms[0] ?? '') ? -1 : 1,
    );
  }

  get codes(): ReadonlyMap<string, DiagnosisCode> {
    return collect(this.#files, (file) => file.codes, CODE);
  }

  /** The editions of a chapter, oldest first; those whose days are not known stand by their year. */
  editionsOf(chapterId: string): readonly Edition[] {
    return this.#editionsByChapter.get(chapterId) ?? [];
  }

  editionInForce(chapterId: string, day: IsoDate): Edition | null {
    return this.editionsOf(chapterId).findLast((edition) => holdsOn(edition, day)) ?? null;
  }

  /** Every edition in force on a day, by chapter: what may be cited from the MTUS. */
  editionsInForce(day: IsoDate): readonly Edition[] {
    return [...this.chapters.keys()].flatMap((chapter) => this.editionInForce(chapter, day) ?? []);
  }

  statusOn(edition: Edition, day: IsoDate): EditionStatus {
    const inForce = this.editionInForce(edition.chapter, day);
    if (inForce?.id === edition.id) return { kind: 'in-force' };
    if (edition.from === null) {
      const year = Math.min(...edition.years);
      return year > Number(day.slice(0, 4)) ? { kind: 'not-yet', firstDay: null, inForce } : { kind: 'undated' };
    }
    if (edition.from > day) return { kind: 'not-yet', firstDay: edition.from, inForce };
    const lastDay = edition.to ?? (inForce?.from ? dayBefore(inForce.from) : null);
    return lastDay === null ? { kind: 'undated' } : { kind: 'superseded', lastDay, replacement: inForce };
  }

  /** Sections of an edition, those of the chapter as a whole included, in the order of the document. */
  sectionsOf(edition: Edition): readonly Section[] {
    return [...this.#sections.in(edition.id), ...this.#sections.in(edition.chapter)];
  }

  /** Finds a section by the name a letter gives it: in the edition, the chapter, its other editions, its parent. */
  findSection(chapter: Chapter, edition: Edition | null, name: string): Section | null {
    return this.#section(chapter, edition, name).section;
  }

  /** `day` tells the edition where the citation prints no year: the day of the decision. */
  resolve(citation: Citation, day: IsoDate | null): Resolution {
    const known = this.#resolved.get(citation);
    if (known && known.day === day) return known.resolution;
    const resolution = this.#resolve(citation, day);
    this.#resolved.set(citation, { day, resolution });
    return resolution;
  }

  /** What the citation can rightly be about: its sections' treatments, else its chapter's; the chapter's parts. */
  subjectOf(resolution: Resolution): Subject {
    const { chapter, sections } = resolution;
    if (chapter === null) return { categories: [], bodyParts: [], alsoCitedFor: [] };
    const ofSections = sections.map(({ section }) => section?.bodyParts ?? []);
    const narrower = ofSections.length > 0 && ofSections.every((parts) => parts.length > 0);
    const bodyParts = narrower ? [...new Set(ofSections.flat())] : chapter.bodyParts;
    const { alsoCitedFor } = chapter;
    const lists = sections.map(({ section }) => section?.categories ?? []);
    // One section about anything, or one that the catalogue does not know, and nothing can be said.
    const categories =
      lists.length === 0
        ? chapter.categories
        : lists.some((list) => list.length === 0)
          ? []
          : [...new Set(lists.flat())];
    return { categories, bodyParts, alsoCitedFor };
  }

  /**
   * The figures that apply to a treatment under a citation, or under a chapter on a day. Totals first, then trials and
   * the rest; within a kind the largest first, so that nothing is said to exceed a figure where a larger one may hold.
   * Where a condition is named, figures for other conditions are left out. Without a
   * day and without a year, figures of every edition apply.
   */
  limitsFor(query: LimitQuery, target: Resolution | string, day: IsoDate | null): readonly ApplicableLimit[] {
    const condition = plainWordsOf(query.conditionText);
    const treatment = query.treatmentText === undefined ? condition : plainWordsOf(query.treatmentText);
    const candidates: ApplicableLimit[] = [];
    for (const scope of this.#scopes(target, day)) {
      for (const limit of this.#limits.in(scope)) {
        if (!limit.categories.includes(query.category) || !settingFits(limit, query.postsurgical)) continue;
        if (!partsFit(limit, query.bodyParts)) continue;
        if (limit.treatmentTerms.length > 0 && firstTerm(limit.treatmentTerms, treatment) === null) continue;
        const named = firstTerm(limit.terms, condition);
        if (named !== null || !limit.onlyIfNamed) candidates.push({ limit, named });
      }
    }
    const namedKinds = new Set(candidates.filter(({ named }) => named !== null).map(({ limit }) => limit.kind));
    return candidates
      .filter(({ limit, named }) => named !== null || limit.terms.length === 0 || !namedKinds.has(limit.kind))
      .sort(byKindAndSize);
  }

  /** All figures of an edition, or of a chapter that has none, whatever the condition. */
  limitsOf(scope: Edition | Chapter): readonly Limit[] {
    return this.#limits.in(scope.id);
  }

  /** The cap of Labor Code 4604.5(c)(1) on this kind of therapy: per industrial injury, not postsurgical. */
  statutoryCap(category: Category): { readonly visitsMax: number; readonly statute: Statute } | null {
    for (const statute of this.statutes.values()) {
      if (statute.visitsMax !== null && statute.categories.includes(category)) {
        return { visitsMax: statute.visitsMax, statute };
      }
    }
    return null;
  }

  /** Case, hyphens and a plural s make no difference: 'PR2', 'ESIs'. */
  abbreviation(text: string): Abbreviation | null {
    this.#abbreviationByForm ??= new Map(
      this.abbreviations.flatMap((each) => each.forms.map((form) => [abbreviationKey(form), each] as const)),
    );
    const key = abbreviationKey(text);
    const plural = key.endsWith('s') ? this.#abbreviationByForm.get(key.slice(0, -1)) : undefined;
    return this.#abbreviationByForm.get(key) ?? plural ?? null;
  }

  /** Facts that hold every word of the query, those with the words in their title first. */
  search(query: string): readonly SearchHit[] {
    const words = plainWords(query).trim().split(' ').filter(Boolean);
    if (words.length === 0) return [];
    this.#searchable ??= this.#index();
    const hits: { readonly hit: SearchHit; readonly inTitle: number }[] = [];
    for (const { hit, title, words: text } of this.#searchable) {
      if (!words.every((word) => text.includes(` ${word}`))) continue;
      hits.push({ hit, inTitle: words.filter((word) => title.includes(` ${word}`)).length });
    }
    return hits.sort((a, b) => b.inTitle - a.inTitle).map(({ hit }) => hit);
  }

  #resolve(citation: Citation, day: IsoDate | null): Resolution {
    const publishers = PUBLISHERS[citation.source];
    const found = this.#chapter(citation.title.value, publishers);
    const problems: CitationProblem[] = [];
    if (!found.chapter) {
      if (citation.source === 'MTUS' && titleWords(citation.title.value).length > 0) {
        problems.push({ kind: 'unknown-chapter', cited: citation.title, certainty: 'own/high' });
      }
      const sections = citation.sections.map((cited) => ({ cited, section: null, spelling: 'unknown' }) as const);
      return { citation, chapter: null, spelling: 'unknown', edition: null, editionBy: null, sections, problems };
    }
    const { chapter } = found;
    const [edition, editionBy] = this.#edition(citation, chapter, day);
    if (edition) this.#checkTitle(citation, edition, editionBy, problems);
    else if (citation.year && citation.source === 'MTUS') this.#checkYear(citation.year, chapter, problems);
    const sections = this.#citedSections(citation, chapter, edition, found.rest, problems);
    if (edition) checkPages(citation, edition, sections, problems);
    return { citation, chapter, spelling: found.spelling, edition, editionBy, sections, problems };
  }

  #edition(
    citation: Citation,
    chapter: Chapter,
    day: IsoDate | null,
  ): readonly [Edition | null, Resolution['editionBy']] {
    const editions = this.editionsOf(chapter.id);
    if (citation.year) {
      const year = citation.year.value;
      const edition = editions.find((each) => each.years.includes(year)) ?? null;
      return [edition, edition && 'year'];
    }
    const length = citation.pagesInDocument?.value;
    const byLength = length === undefined ? undefined : editions.find((each) => each.lastPage === length);
    if (byLength) return [byLength, 'length'];
    // Cited as ACOEM's own, a chapter without a year is ACOEM's newest, not the one that the MTUS had adopted.
    if (citation.source !== 'MTUS') return [null, null];
    const byPage = editions.find((each) => this.#standsAtPage(citation, each));
    if (byPage) return [byPage, 'page'];
    const inForce = day === null ? null : this.editionInForce(chapter.id, day);
    if (inForce) return [inForce, 'day'];
    const [only, second] = editions;
    return only && !second ? [only, 'only'] : [null, null];
  }

  /** A section cited stands at a page cited, or the page lies in a chapter of a book with running page numbers. */
  #standsAtPage(citation: Citation, edition: Edition): boolean {
    const cited = citation.pages.map(({ value }) => pagesOf(value)).filter((pages) => pages !== null);
    if (cited.length === 0) return false;
    const { firstPage, lastPage } = edition;
    if (firstPage !== null && lastPage !== null && firstPage > 1) {
      return cited.every(([first, last]) => firstPage <= first && last <= lastPage);
    }
    const { names } = this.#names(edition.id);
    return citation.sections.some(({ value }) =>
      names.get(sectionKey(value))?.pages.some((pages) => cited.some((each) => pagesMeet(each, pages))),
    );
  }

  #checkYear(cited: Found<number>, chapter: Chapter, problems: CitationProblem[]): void {
    const years = this.editionsOf(chapter.id).flatMap((edition) => edition.years);
    if (years.length > 0) problems.push({ kind: 'unknown-year', cited, years, certainty: chapter.certainty });
  }

  #checkTitle(citation: Citation, edition: Edition, by: Resolution['editionBy'], problems: CitationProblem[]): void {
    if (by !== 'year' || citation.source !== 'MTUS') return;
    const cited = /\b(?:complaint|disorder)/i.exec(citation.title.value)?.[0].toLowerCase();
    const titles = [edition.title, ...edition.aliases].join(' ').toLowerCase();
    if (cited === undefined || titles.includes(cited) || !/complaint|disorder/.test(titles)) return;
    problems.push({
      kind: 'title-of-other-edition',
      cited: citation.title,
      edition,
      certainty: edition.certainty,
    });
  }

  #citedSections(
    citation: Citation,
    chapter: Chapter,
    edition: Edition | null,
    rest: readonly string[],
    problems: CitationProblem[],
  ): readonly CitedSection[] {
    // 'Chronic Pain Treatment Guidelines Physical Medicine': a topic that stands behind the title.
    const names = citation.sections.length === 0 && rest.length > 0 ? [citation.title] : citation.sections;
    const sections: CitedSection[] = [];
    for (const cited of names) {
      if (cited === citation.title) {
        const section = this.#sectionAtEnd(chapter, edition, cited.value);
        if (section) sections.push({ cited, section, spelling: 'exact' });
        continue;
      }
      const match = this.#section(chapter, edition, cited.value);
      sections.push({ cited, ...match });
      if (match.section) continue;
      if (/^\d{1,3}(?:\s*[-–]\s*\d{1,3})?$/.test(cited.value.trim())) {
        problems.push({ kind: 'page-as-section', cited, certainty: edition?.certainty ?? 'own/high' });
      } else if (edition?.sectionsComplete) {
        problems.push({ kind: 'unknown-section', cited, certainty: 'own/high' });
      }
    }
    return sections;
  }

  /** The longest end of a title that names a section. */
  #sectionAtEnd(chapter: Chapter, edition: Edition | null, title: string): Section | null {
    const words = sectionKey(title).split(' ').slice(-MOST_TITLE_WORDS);
    for (let from = 1; from < words.length; from++) {
      const section = this.#exactSection(chapter, edition, words.slice(from).join(' '));
      if (section) return section;
    }
    return null;
  }

  #section(chapter: Chapter, edition: Edition | null, name: string): Omit<CitedSection, 'cited'> {
    const section = this.#exactSection(chapter, edition, name);
    if (section) return { section, spelling: 'exact' };
    const key = sectionKey(withoutParentheses(name));
    if (key.length >= MIN_NEAR) {
      for (const scope of [edition?.id, chapter.id]) {
        if (!scope) continue;
        for (const [known, near] of this.#names(scope).names) {
          if (nearlyEqual(key, known, slipsAllowed(key))) return { section: near, spelling: 'near' };
        }
      }
    }
    return { section: null, spelling: 'unknown' };
  }

  #exactSection(chapter: Chapter, edition: Edition | null, name: string): Section | null {
    const number = SECTION_NUMBER.exec(name)?.[1];
    const keys = [sectionKey(name), sectionKey(withoutParentheses(name))];
    if (number !== undefined) keys.unshift(numberKey(number));
    const siblings = this.editionsOf(chapter.id).filter((each) => each.id !== edition?.id);
    const scopes = [edition?.id, chapter.id, ...siblings.map((each) => each.id), chapter.parent];
    for (const how of ['names', 'terms'] as const) {
      for (const scope of scopes) {
        if (!scope) continue;
        const known = this.#names(scope)[how];
        for (const key of keys) {
          const section = known.get(key);
          if (section) return section;
        }
      }
    }
    return null;
  }

  /** Built when a scope is first asked about: most letters cite few chapters. */
  #names(scope: string): SectionNames {
    const known = this.#sectionNames.get(scope);
    if (known) return known;
    const names = new Map<string, Section>();
    const terms = new Map<string, Section>();
    for (const section of this.#sections.in(scope)) {
      const number = SECTION_NUMBER.exec(section.name)?.[1];
      if (number !== undefined) setNew(names, numberKey(number), section);
      for (const name of [section.name, ...section.aliases]) {
        setNew(names, sectionKey(name), section);
        setNew(names, sectionKey(withoutParentheses(name)), section);
      }
      for (const term of section.terms) setNew(terms, sectionKey(term), section);
    }
    names.delete('');
    terms.delete('');
    const built = { names, terms };
    this.#sectionNames.set(scope, built);
    return built;
  }

  #namesOf(publisher: Publisher): ReadonlyMap<string, Chapter> {
    const known = this.#chapterNames.get(publisher);
    if (known) return known;
    const names = new Map<string, Chapter>();
    for (const chapter of this.chapters.values()) {
      if (chapter.publisher !== publisher) continue;
      if (chapter.chapterNumber !== null) setNew(names, numberKey(chapter.chapterNumber), chapter);
      const editions = this.editionsOf(chapter.id).flatMap((edition) => [edition.title, ...edition.aliases]);
      for (const name of [chapter.name, ...chapter.aliases, ...editions]) {
        // 'ODG' alone has no words of its own: the empty key names the publisher's guidelines as a whole.
        setNew(names, titleKey(titleWords(withoutParentheses(name))), chapter);
        setNew(names, titleKey(titleWords(name)), chapter);
      }
    }
    this.#chapterNames.set(publisher, names);
    return names;
  }

  /** `rest`: words of the title that belong to no chapter's name. */
  #chapter(
    title: string,
    publishers: readonly Publisher[],
  ):
    | { readonly chapter: Chapter; readonly spelling: 'exact' | 'near'; readonly rest: readonly string[] }
    | { readonly chapter: null } {
    const words = titleWords(withoutParentheses(title)).slice(0, MOST_TITLE_WORDS);
    const names = publishers.map((publisher) => this.#namesOf(publisher));
    const lookUp = (key: string): Chapter | undefined => {
      for (const map of names) {
        const chapter = map.get(key);
        if (chapter) return chapter;
      }
      return undefined;
    };
    const look = (from: number, to: number): Chapter | undefined => lookUp(titleKey(words.slice(from, to)));
    const number = CHAPTER_NUMBER.exec(title)?.[1];
    if (words.length === 0) {
      const chapter = lookUp(number === undefined ? '' : numberKey(Number(number)));
      return chapter ? { chapter, spelling: 'exact', rest: [] } : { chapter: null };
    }
    const whole = look(0, words.length);
    if (whole) return { chapter: whole, spelling: 'exact', rest: [] };
    const near = this.#near(titleKey(words), names);
    if (near) return { chapter: near, spelling: 'near', rest: [] };
    for (let to = words.length - 1; to > 0; to--) {
      const chapter = look(0, to);
      if (chapter) return { chapter, spelling: 'exact', rest: words.slice(to) };
    }
    for (let from = 1; from < words.length; from++) {
      const chapter = look(from, words.length);
      if (chapter) return { chapter, spelling: 'exact', rest: words.slice(0, from) };
    }
    const numbered = number === undefined ? undefined : lookUp(numberKey(Number(number)));
    return numbered ? { chapter: numbered, spelling: 'exact', rest: words } : { chapter: null };
  }

  #near(key: string, names: readonly ReadonlyMap<string, Chapter>[]): Chapter | null {
    if (key.length < MIN_NEAR) return null;
    const publisher = names[0]?.values().next().value?.publisher ?? '';
    const memo = `${publisher} ${key}`;
    const known = this.#nearChapter.get(memo);
    if (known !== undefined) return known;
    let near: Chapter | null = null;
    for (const map of names) {
      for (const [name, chapter] of map) {
        if (near === null && name.length >= MIN_NEAR && nearlyEqual(key, name, slipsAllowed(key))) near = chapter;
      }
    }
    // Titles come from what someone is typing: the memory must not grow with the session.
    if (this.#nearChapter.size > MOST_REMEMBERED) this.#nearChapter.clear();
    this.#nearChapter.set(memo, near);
    return near;
  }

  /** Where the figures stand: the edition, its chapter, the chapter's parent. */
  #scopes(target: Resolution | string, day: IsoDate | null): readonly string[] {
    const chapter = typeof target === 'string' ? this.chapters.get(target) : target.chapter;
    if (!chapter) return [];
    const shared = chapter.parent === null ? [chapter.id] : [chapter.id, chapter.parent];
    const told = typeof target === 'string' ? null : target.edition;
    if (told) return [told.id, ...shared];
    // A year that never was an edition has no figures.
    if (typeof target !== 'string' && target.citation.year) return shared;
    if (day === null) return [...this.editionsOf(chapter.id).map((edition) => edition.id), ...shared];
    const inForce = this.editionInForce(chapter.id, day);
    return inForce ? [inForce.id, ...shared] : shared;
  }

  #index(): readonly Searchable[] {
    const entry = (hit: SearchHit, ...more: readonly (string | null)[]): Searchable => {
      const title = plainWords(hit.title);
      return { hit, title, words: plainWords([hit.title, hit.item.id, hit.item.note, ...more].join(' ')) };
    };
    const chapterName = (id: string): string => {
      const chapter = this.chapters.get(id);
      return chapter ? `${chapter.publisher} ${chapter.name}` : id;
    };
    return [
      ...this.limits.map((item) =>
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
      ...[...this.editions.values()].map((item) =>
        entry({ kind: 'edition', item, title: citeAs(item) }, chapterName(item.chapter), ...item.aliases),
      ),
      ...this.sections.map((item) =>
        entry({ kind: 'section', item, title: item.name }, chapterName(item.chapter), ...item.aliases, ...item.terms),
      ),
      ...[...this.chapters.values()].map((item) =>
        entry({ kind: 'chapter', item, title: `${item.publisher} ${item.name}` }, item.regulation, ...item.aliases),
      ),
      ...[...this.statutes.values()].map((item) => entry({ kind: 'statute', item, title: item.citation }, item.fact)),
      ...this.abbreviations.map((item) =>
        entry({ kind: 'abbreviation', item, title: item.forms.join(', ') }, ...item.meanings),
      ),
      ...[...this.codes.values()].map((item) =>
        entry({ kind: 'code', item, title: `${item.system} ${item.id}` }, item.meaning),
      ),
    ];
  }
}

/** The figure alone: '9-10 visits over 8 weeks'; empty where the limit has none. */
export function limitFigure(limit: Limit): string {
  const visits = range(limit.visitsMin, limit.visitsMax);
  const weeks = range(limit.weeksMin, limit.weeksMax);
  const perWeek = range(limit.perWeekMin, limit.perWeekMax);
  const unit = limit.visitsMax === 1 ? limit.unit.slice(0, -1) : limit.unit;
  const week = limit.weeksMax === 1 ? 'week' : 'weeks';
  if (visits === '') return weeks === '' ? perWeek && `${perWeek} times a week` : `${weeks} ${week}`;
  return weeks === '' ? `${visits} ${unit}` : `${visits} ${unit} over ${weeks} ${week}`;
}

/** The figure with what it is for: 'trial of 6 visits over 2 weeks (Low back)'. */
export function limitWords(limit: Limit): string {
  const figure = limitFigure(limit);
  if (figure === '') return limit.other === null ? limit.condition : `${limit.condition}: ${limit.other}`;
  const lead = limit.kind === 'trial' ? 'trial of ' : limit.kind === 'maintenance' ? 'maintenance: ' : '';
  return `${lead}${figure} (${limit.condition})`;
}

/** The total to hold a request against: the largest that may apply. Null where none is known. */
export const ceilingOf = (limits: readonly ApplicableLimit[]): ApplicableLimit | null =>
  limits.find(({ limit }) => limit.kind === 'total' && limit.visitsMax !== null) ?? null;

/** The first course to hold a request against. Null where none is known. */
export const trialOf = (limits: readonly ApplicableLimit[]): ApplicableLimit | null =>
  limits.find(({ limit }) => limit.kind === 'trial' && limit.visitsMax !== null) ?? null;

/** How well one property of a limit is known: `seen` holds only for what the source shows. */
export const certaintyOf = (limit: Limit, property: 'visits' | 'weeks' | 'periodMonths' | 'pages'): Certainty =>
  limit.certainty === 'seen' && limit.unverified.includes(property) ? 'own/high' : limit.certainty;

interface Searchable {
  readonly hit: SearchHit;
  /** Plain words. */
  readonly title: string;
  readonly words: string;
}

interface SectionNames {
  readonly names: ReadonlyMap<string, Section>;
  readonly terms: ReadonlyMap<string, Section>;
}

/** Shorter names than this are not matched with slips: 'neck' and 'back' are too near each other. */
const MIN_NEAR = 6;
const MOST_TITLE_WORDS = 16;
const MOST_REMEMBERED = 500;
const slipsAllowed = (key: string): number => (key.length >= 10 ? 2 : 1);

/** Numbers of chapters and sections among the names: no name begins like this. */
const numberKey = (number: number | string): string => `#${number}`;

const SECTION_NUMBER = /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\D/;
const CHAPTER_NUMBER = /\bch(?:apter|ap|\.)?\s{0,3}(\d{1,2})\b/i;

/** Where a citation's title is looked for, by its source. */
const PUBLISHERS: Readonly<Record<Citation['source'], readonly Publisher[]>> = {
  MTUS: ['MTUS', 'ACOEM'],
  ACOEM: ['ACOEM', 'MTUS'],
  ODG: ['ODG'],
  FDA: [],
  journal: [],
  other: [],
};

const UNKNOWN_PROVENANCE: Provenance = { source: '', certainty: 'own/low', note: null };
const CHAPTER: Omit<Chapter, 'id' | 'publisher' | 'name'> = {
  ...UNKNOWN_PROVENANCE,
  parent: null,
  aliases: [],
  chapterNumber: null,
  regulation: null,
  bodyParts: [],
  alsoCitedFor: [],
  categories: [],
};
const EDITION: Omit<Edition, 'id' | 'chapter' | 'title' | 'years'> = {
  ...UNKNOWN_PROVENANCE,
  aliases: [],
  documentDate: null,
  from: null,
  to: null,
  firstPage: null,
  lastPage: null,
  pagesCertainty: 'own/low',
  sectionsComplete: false,
};
const SECTION: Omit<Section, 'id' | 'chapter' | 'name' | 'pagesCertainty'> = {
  ...UNKNOWN_PROVENANCE,
  edition: null,
  aliases: [],
  pages: [],
  bodyParts: [],
  figuresComplete: false,
  categories: [],
  terms: [],
};
const LIMIT: Omit<Limit, 'id' | 'chapter' | 'condition' | 'categories' | 'kind'> = {
  ...UNKNOWN_PROVENANCE,
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
};
const STATUTE: Omit<Statute, 'id' | 'citation' | 'fact'> = {
  ...UNKNOWN_PROVENANCE,
  from: null,
  categories: [],
  visitsMax: null,
};
const CODE: Omit<DiagnosisCode, 'id' | 'system' | 'meaning'> = UNKNOWN_PROVENANCE;
const ABBREVIATION: Omit<Abbreviation, 'id' | 'forms' | 'meanings'> = UNKNOWN_PROVENANCE;

/** Rows of all files, the last of an id winning. */
function newest<R extends { readonly id: string }>(
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
const collect = <R extends { readonly id: string }, D extends object>(
  files: readonly GuidelineFile[],
  rows: (file: GuidelineFile) => readonly R[] | undefined,
  defaults: D,
): ReadonlyMap<string, D & R> =>
  new Map([...newest(files, rows)].map(([id, row]) => [id, { ...defaults, ...row }] as const));

type LimitRow = NonNullable<GuidelineFile['limits']>[number];
type SectionRow = NonNullable<GuidelineFile['sections']>[number];

interface Scoped {
  readonly id: string;
  readonly chapter: string;
  readonly edition?: string | null;
}

/** Rows by the edition they belong to, or by the chapter where they belong to none; completed when asked for. */
class ByScope<T, R extends Scoped> {
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

function groupBy<T>(items: Iterable<T>, key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The first to claim a name keeps it. */
function setNew<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
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

const settingFits = (limit: Limit, postsurgical: boolean | null): boolean =>
  limit.setting === 'any' || postsurgical === null || (limit.setting === 'postsurgical') === postsurgical;

const partsFit = (limit: Limit, parts: readonly BodyPart[]): boolean =>
  limit.bodyParts.length === 0 || parts.length === 0 || bodyPartsMeet(limit.bodyParts, parts);

const firstTerm = (terms: readonly string[], text: string): string | null =>
  terms.find((term) => text.includes(` ${term}`)) ?? null;

/** Several issues of a letter are asked about with the same summary: the last text is remembered. */
let lastText = '';
let lastWords = '  ';
function plainWordsOf(text: string): string {
  if (text !== lastText) {
    lastText = text;
    lastWords = plainWords(text);
  }
  return lastWords;
}

const KINDS: Readonly<Record<LimitKind, number>> = {
  total: 0,
  trial: 1,
  cap: 2,
  frequency: 3,
  duration: 4,
  maintenance: 5,
  'not-recommended': 6,
  criteria: 7,
  rule: 8,
};
const CERTAINTIES: Readonly<Record<Certainty, number>> = {
  seen: 0,
  'own/high': 1,
  conflicting: 2,
  'own/medium': 3,
  'own/low': 4,
};

const byKindAndSize = (a: ApplicableLimit, b: ApplicableLimit): number =>
  KINDS[a.limit.kind] - KINDS[b.limit.kind] ||
  (b.limit.visitsMax ?? 0) - (a.limit.visitsMax ?? 0) ||
  CERTAINTIES[a.limit.certainty] - CERTAINTIES[b.limit.certainty];

/** 'PR-2', 'PR2' and 'pr-2' are one; 'P&S' keeps its letters. */
const abbreviationKey = (text: string): string => text.toLowerCase().replace(/[^a-z0-9&]/g, '');

const range = (min: number | null, max: number | null): string => {
  if (max === null) return min === null ? '' : String(min);
  return min === null || min === max ? String(max) : `${min}-${max}`;
};

/** The pages that '98-99' or '298' stand for; null where it is neither. */
function pagesOf(text: string): Pages | null {
  const match = /^\D{0,8}(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  return [first, match[2] === undefined ? first : Number(match[2])];
}

type Pages = readonly [first: number, last: number];

/** A span a page wider or narrower than the topic's own is usual. */
const pagesMeet = (a: Pages, b: Pages): boolean => a[0] <= b[1] + 1 && a[1] >= b[0] - 1;

function checkPages(
  citation: Citation,
  edition: Edition,
  sections: readonly CitedSection[],
  problems: CitationProblem[],
): void {
  const { firstPage, lastPage, pagesCertainty } = edition;
  const length = citation.pagesInDocument;
  if (length && firstPage === 1 && lastPage !== null && length.value !== lastPage) {
    problems.push({ kind: 'wrong-length', cited: length, lastPage, certainty: pagesCertainty });
  }
  for (const cited of citation.pages) {
    const pages = pagesOf(cited.value);
    if (!pages) continue;
    if (firstPage !== null && lastPage !== null && (pages[0] < firstPage || pages[1] > lastPage)) {
      problems.push({ kind: 'page-outside', cited, firstPage, lastPage, certainty: pagesCertainty });
      continue;
    }
    const paged = sections.flatMap(({ section }) => (section && section.pages.length > 0 ? [section] : []));
    const [first] = paged;
    const meets = paged.some((section) => section.pages.some((each) => pagesMeet(pages, each)));
    if (first && paged.length === sections.length && !meets) {
      problems.push({ kind: 'page-of-other-section', cited, section: first, certainty: first.pagesCertainty });
    }
  }
}
