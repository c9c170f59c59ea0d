/**
 * The catalogue of guideline facts: what was in force when, what a citation names, and which figures apply to a
 * treatment. It is immutable; its indexes are built when first needed.
 */
import type { Category, Citation, IsoDate } from '../determination/model/determination.ts';
import { ChapterNames } from './chapterNames.ts';
import { type EditionStatus, Editions } from './editions.ts';
import type { Abbreviation, Chapter, DiagnosisCode, Edition, GuidelineFile, Limit, Section, Statute } from './facts.ts';
import { type ApplicableLimit, applicable, type LimitQuery } from './limits.ts';
import { sectionKey } from './names.ts';
import type { Resolution, Subject } from './resolution.ts';
import { CitationResolver } from './resolver.ts';
import {
  ABBREVIATION,
  ByScope,
  CHAPTER,
  CODE,
  collect,
  EDITION,
  LIMIT,
  type LimitRow,
  newest,
  SECTION,
  type SectionRow,
  STATUTE,
} from './rows.ts';
import { type SearchHit, SearchIndex } from './search.ts';
import { SectionNames } from './sectionNames.ts';

export type { EditionStatus } from './editions.ts';
export {
  type ApplicableLimit,
  applicableWords,
  ceilingOf,
  certaintyOf,
  type LimitQuery,
  limitFigure,
  limitWords,
  trialOf,
} from './limits.ts';
export type { CitationProblem, Resolution, Subject } from './resolution.ts';
export type { SearchHit } from './search.ts';
export { citeAs } from './words.ts';

/** Builds the catalogue. A row replaces the row of the same id in an earlier file. */
export const createCatalogue = (files: readonly GuidelineFile[]): GuidelineCatalogue => new GuidelineCatalogue(files);

export class GuidelineCatalogue {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly statutes: ReadonlyMap<string, Statute>;

  readonly #files: readonly GuidelineFile[];
  readonly #inForce: Editions;
  readonly #resolver: CitationResolver;
  // The rest is built when first needed: a letter cites a few chapters, and the catalogue has many.
  readonly #limits: ByScope<Limit, LimitRow>;
  readonly #sections: ByScope<Section, SectionRow>;
  readonly #sectionNames: SectionNames;
  #abbreviationByForm: ReadonlyMap<string, Abbreviation> | undefined;
  #index: SearchIndex | undefined;
  #sectionKeys: ReadonlySet<string> | undefined;

  constructor(files: readonly GuidelineFile[]) {
    this.#files = files;
    this.chapters = collect(files, (file) => file.chapters, CHAPTER);
    this.editions = new Map(
      [...newest(files, (file) => file.editions)].map(([id, row]) => [
        id,
        { ...EDITION, toCertainty: row.certainty, ...row },
      ]),
    );
    this.statutes = collect(files, (file) => file.statutes, STATUTE);
    this.#limits = new ByScope(
      newest(files, (file) => file.limits),
      (row) => ({ ...LIMIT, ...row }),
    );
    this.#sections = new ByScope(
      newest(files, (file) => file.sections),
      (row) => ({ ...SECTION, pagesCertainty: row.certainty, ...row }),
    );
    this.#inForce = new Editions(this.editions.values());
    this.#sectionNames = new SectionNames(this.#sections, this.#inForce);
    const chapterNames = new ChapterNames(this.chapters, this.#inForce);
    this.#resolver = new CitationResolver(chapterNames, this.#inForce, this.#sectionNames);
  }

  get limits(): readonly Limit[] {
    return this.#limits.all();
  }

  get sections(): readonly Section[] {
    return this.#sections.all();
  }

  /** In alphabetical order. */
  get abbreviations(): readonly Abbreviation[] {
    return [...collect(this.#files, (file) => file.abbreviations, ABBREVIATION).values()].sort((a, b) =>
      abbreviationKey(a.forms[0] ?? '') < abbreviationKey(b.forms[0] ?? '') ? -1 : 1,
    );
  }

  get codes(): ReadonlyMap<string, DiagnosisCode> {
    return collect(this.#files, (file) => file.codes, CODE);
  }

  /** The editions of a chapter, oldest first; those whose days are not known come by their year. */
  editionsOf(chapterId: string): readonly Edition[] {
    return this.#inForce.of(chapterId);
  }

  editionInForce(chapterId: string, day: IsoDate): Edition | null {
    return this.#inForce.inForce(chapterId, day);
  }

  /** Whether the edition's last day is known, or nothing speaks for another having taken its place by `day`. */
  isKnownToHold(edition: Edition, day: IsoDate): boolean {
    return this.#inForce.isKnownToHold(edition, day);
  }

  /** Every edition in force on a day, by chapter: what may be cited from the MTUS. */
  editionsInForce(day: IsoDate): readonly Edition[] {
    return [...this.chapters.keys()].flatMap((chapter) => this.editionInForce(chapter, day) ?? []);
  }

  statusOn(edition: Edition, day: IsoDate): EditionStatus {
    return this.#inForce.statusOn(edition, day);
  }

  /** Sections of an edition, those of the chapter as a whole included, in the order of the document. */
  sectionsOf(edition: Edition): readonly Section[] {
    return [...this.#sections.in(edition.id), ...this.#sections.in(edition.chapter)];
  }

  /** Finds a section by the name a letter gives it: in the edition, the chapter, its other editions, its parent. */
  findSection(chapter: Chapter, edition: Edition | null, name: string): Section | null {
    return this.#sectionNames.find(chapter, edition, name).section;
  }

  /** `day` decides the edition where the citation prints no year: the day of the decision. */
  resolve(citation: Citation, day: IsoDate | null): Resolution {
    return this.#resolver.resolve(citation, day);
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
    // With a section about any treatment, or one that the catalogue does not know, nothing can be said.
    const categories =
      lists.length === 0
        ? chapter.categories
        : lists.some((list) => list.length === 0)
          ? []
          : [...new Set(lists.flat())];
    return { categories, bodyParts, alsoCitedFor };
  }

  /**
   * The figures that apply to a treatment under a citation, or under a chapter on a day, totals first. Without a day and
   * without a year, figures of every edition apply.
   */
  limitsFor(query: LimitQuery, target: Resolution | string, day: IsoDate | null): readonly ApplicableLimit[] {
    const limits = this.#scopes(target, day).flatMap((scope) => this.#limits.in(scope));
    const cited = typeof target === 'string' ? [] : target.sections.flatMap(({ section }) => section ?? []);
    return applicable(cited.length === 0 ? limits : limits.filter((limit) => this.#isOf(limit, cited)), query);
  }

  /** Where sections are cited, figures of other sections are not what is cited; those of no section in particular are. */
  #isOf({ section }: Limit, cited: readonly Section[]): boolean {
    const name = section === null ? '' : sectionKey(section);
    if (cited.some((each) => [each.name, ...each.aliases].some((known) => sectionKey(known).includes(name))))
      return true;
    this.#sectionKeys ??= new Set(this.sections.map((each) => sectionKey(each.name)));
    return !this.#sectionKeys.has(name);
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

  /** Case, hyphens, and a plural s make no difference: 'PR2', 'ESIs'. */
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
    this.#index ??= new SearchIndex(this);
    return this.#index.search(query);
  }

  /** Where the figures are: the edition, its chapter, the chapter's parent. */
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
}

/** 'PR-2', 'PR2' and 'pr-2' are one; 'P&S' keeps its letters. */
const abbreviationKey = (text: string): string => text.toLowerCase().replace(/[^a-z0-9&]/g, '');
