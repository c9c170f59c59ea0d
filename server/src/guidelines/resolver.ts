import type { Citation, IsoDate } from '../determination/model/determination.ts';
import type { Found } from '../text/span.ts';
import type { ChapterNames } from './chapterNames.ts';
import { COMPLETE_UNTIL, type Editions } from './editions.ts';
import type { Chapter, Edition } from './facts.ts';
import { plainWords, titleWords } from './names.ts';
import { pageProblems, pagesOf } from './pages.ts';
import type { CitationProblem, CitedSection, Resolution } from './resolution.ts';
import type { SectionNames } from './sectionNames.ts';

/** Finds what citations name: chapter, edition, sections. */
export class CitationResolver {
  readonly #chapters: ChapterNames;
  readonly #editions: Editions;
  readonly #sections: SectionNames;
  readonly #resolved = new WeakMap<Citation, { readonly day: IsoDate | null; readonly resolution: Resolution }>();

  constructor(chapters: ChapterNames, editions: Editions, sections: SectionNames) {
    this.#chapters = chapters;
    this.#editions = editions;
    this.#sections = sections;
  }

  /** `day` decides the edition where the citation prints no year. */
  resolve(citation: Citation, day: IsoDate | null): Resolution {
    const known = this.#resolved.get(citation);
    if (known && known.day === day) return known.resolution;
    const resolution = this.#resolve(citation, day);
    this.#resolved.set(citation, { day, resolution });
    return resolution;
  }

  #resolve(citation: Citation, day: IsoDate | null): Resolution {
    const named = this.#chapters.find(citation.title.value, citation.source);
    if (named === null) return unresolved(citation, day);
    const { chapter, spelling, rest } = named;
    const [edition, editionBy] = this.#edition(citation, chapter, day);
    const sections = this.#citedSections(citation, chapter, edition, rest);
    const problems = [
      ...this.#yearProblems(citation, chapter, edition, day),
      ...(edition === null || editionBy !== 'year' ? [] : titleProblems(citation, edition)),
      ...sectionProblems(sections, edition),
      ...(edition === null ? [] : pageProblems(citation, edition, sections)),
    ];
    return { citation, chapter, spelling, edition, editionBy, sections, problems };
  }

  #edition(
    citation: Citation,
    chapter: Chapter,
    day: IsoDate | null,
  ): readonly [Edition | null, Resolution['editionBy']] {
    const editions = this.#editions.of(chapter.id);
    if (citation.year) {
      const edition = this.#editions.ofYear(chapter.id, citation.year.value, day);
      return [edition, edition && 'year'];
    }
    const length = citation.pagesInDocument?.value;
    const byLength = length === undefined ? undefined : editions.find((each) => each.lastPage === length);
    if (byLength) return [byLength, 'length'];
    // Cited as ACOEM's own, a chapter without a year is ACOEM's newest, not the one that the MTUS had adopted.
    if (citation.source !== 'MTUS') return [null, null];
    const byPage = editions.find((each) => this.#isAtPage(citation, each));
    if (byPage) return [byPage, 'page'];
    const inForce = day === null ? null : this.#editions.inForce(chapter.id, day);
    if (inForce) return [inForce, 'day'];
    const [only, second] = editions;
    return only && !second ? [only, 'only'] : [null, null];
  }

  /** A section cited is at a page cited, or the page lies in a chapter of a book with running page numbers. */
  #isAtPage(citation: Citation, edition: Edition): boolean {
    const cited = citation.pages.map(({ value }) => pagesOf(value)).filter((pages) => pages !== null);
    if (cited.length === 0) return false;
    const { firstPage, lastPage } = edition;
    if (firstPage !== null && lastPage !== null && firstPage > 1) {
      return cited.every(([first, last]) => firstPage <= first && last <= lastPage);
    }
    return citation.sections.some(({ value }) => this.#sections.isAt(edition, value, cited));
  }

  #citedSections(
    citation: Citation,
    chapter: Chapter,
    edition: Edition | null,
    rest: readonly string[],
  ): readonly CitedSection[] {
    if (citation.sections.length > 0 || rest.length === 0) {
      return citation.sections.map((cited) => ({ cited, ...this.#sections.find(chapter, edition, cited.value) }));
    }
    const section = this.#sections.atEnd(chapter, edition, citation.title.value);
    return section === null ? [] : [{ cited: citation.title, section, spelling: 'exact' }];
  }

  #yearProblems(
    citation: Citation,
    { id, certainty }: Chapter,
    edition: Edition | null,
    day: IsoDate | null,
  ): readonly CitationProblem[] {
    const { source, year } = citation;
    if (edition !== null || year === null || source !== 'MTUS') return [];
    const years = this.#editions.of(id).flatMap((each) => (each.heard === null ? each.years : []));
    if (years.length === 0) return [];
    const kind = mayBeNewer(citation, day) ? 'unfamiliar-year' : 'unknown-year';
    return [{ kind, cited: year, years, certainty }];
  }
}

/** Whether what is cited may have been adopted after the day up to which the catalogue is complete; then it is not called wrong. */
function mayBeNewer({ year }: Citation, day: IsoDate | null): boolean {
  if (year !== null && year.value > Number(COMPLETE_UNTIL.slice(0, 4))) return true;
  return day === null ? year === null : day >= COMPLETE_UNTIL;
}

function unresolved(citation: Citation, day: IsoDate | null): Resolution {
  const { title, source } = citation;
  const isOfMtus = source === 'MTUS' && titleWords(title.value).length > 0;
  return {
    citation,
    chapter: null,
    spelling: 'unknown',
    edition: null,
    editionBy: null,
    sections: citation.sections.map((cited) => ({ cited, section: null, spelling: 'unknown' })),
    problems: isOfMtus
      ? [
          {
            kind: mayBeNewer(citation, day) ? 'unfamiliar-chapter' : 'unknown-chapter',
            cited: title,
            certainty: 'own/high',
          },
        ]
      : [],
  };
}

/** 'Low Back Disorders 2004': the MTUS's chapters were called complaints before 2017, and disorders after. */
function titleProblems({ title, source }: Citation, edition: Edition): readonly CitationProblem[] {
  if (source !== 'MTUS') return [];
  const cited = TOPIC_WORDS.find((word) => plainWords(title.value).includes(` ${word}`));
  const titles = plainWords([edition.title, ...edition.aliases].join(' '));
  if (cited === undefined || titles.includes(cited) || !TOPIC_WORDS.some((word) => titles.includes(word))) return [];
  return [{ kind: 'title-of-other-edition', cited: title, edition, certainty: edition.certainty }];
}

const TOPIC_WORDS = ['complaint', 'disorder'];

const PAGE = /^\d{1,3}(?:\s*[-–]\s*\d{1,3})?$/;

const sectionProblems = (sections: readonly CitedSection[], edition: Edition | null): readonly CitationProblem[] =>
  sections.flatMap(({ cited, section }) => (section === null ? sectionProblem(cited, edition) : []));

function sectionProblem(cited: Found<string>, edition: Edition | null): readonly CitationProblem[] {
  if (PAGE.test(cited.value.trim())) {
    return [{ kind: 'page-as-section', cited, certainty: edition?.certainty ?? 'own/high' }];
  }
  return edition?.sectionsComplete ? [{ kind: 'unknown-section', cited, certainty: 'own/high' }] : [];
}
