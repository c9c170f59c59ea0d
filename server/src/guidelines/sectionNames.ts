import { nearlyEqual } from '../text/nearlyEqual.ts';
import type { Editions } from './editions.ts';
import type { Chapter, Edition, Section } from './facts.ts';
import { Memory } from './memory.ts';
import { MIN_NEAR, MOST_WORDS, sectionKey, setNew, slipsAllowed, withoutParentheses } from './names.ts';
import { type Pages, pagesMeet } from './pages.ts';
import type { ByScope, SectionRow } from './rows.ts';

/** A section that a name stands for. */
export type NamedSection =
  | { readonly section: Section; readonly spelling: 'exact' | 'near' }
  | { readonly section: null; readonly spelling: 'unknown' };

interface Names {
  readonly names: ReadonlyMap<string, Section>;
  readonly terms: ReadonlyMap<string, Section>;
}

/** Finds sections by the names that letters give them. */
export class SectionNames {
  readonly #sections: ByScope<Section, SectionRow>;
  readonly #editions: Editions;
  readonly #byScope = new Map<string, Names>();
  readonly #found = new Memory<NamedSection>();
  readonly #foundAtEnd = new Memory<Section | null>();

  constructor(sections: ByScope<Section, SectionRow>, editions: Editions) {
    this.#sections = sections;
    this.#editions = editions;
  }

  /** In the edition, the chapter, its other editions, its parent. */
  find(chapter: Chapter, edition: Edition | null, name: string): NamedSection {
    return this.#found.recall(question(chapter, edition, name), () => {
      const section = this.#exact(chapter, edition, name);
      return section ? { section, spelling: 'exact' } : this.#near(chapter, edition, name);
    });
  }

  /** The section that the longest end of a title names: 'Chronic Pain Treatment Guidelines Physical Medicine'. */
  atEnd(chapter: Chapter, edition: Edition | null, title: string): Section | null {
    return this.#foundAtEnd.recall(question(chapter, edition, title), () => {
      const words = sectionKey(title).split(' ').slice(-MOST_WORDS);
      for (let from = 1; from < words.length; from++) {
        const section = this.#exact(chapter, edition, words.slice(from).join(' '));
        if (section) return section;
      }
      return null;
    });
  }

  /** Whether the section of this name is at one of the pages in an edition. */
  isAt(edition: Edition, name: string, pages: readonly Pages[]): boolean {
    const section = this.#names(edition.id).names.get(sectionKey(name));
    return section?.pages.some((own) => pages.some((each) => pagesMeet(each, own))) ?? false;
  }

  #exact(chapter: Chapter, edition: Edition | null, name: string): Section | null {
    const number = SECTION_NUMBER.exec(name)?.[1];
    const keys = [sectionKey(name), sectionKey(withoutParentheses(name))];
    if (number !== undefined) keys.unshift(numberKey(number));
    const siblings = this.#editions.of(chapter.id).filter((each) => each.id !== edition?.id);
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

  #near(chapter: Chapter, edition: Edition | null, name: string): NamedSection {
    const key = sectionKey(withoutParentheses(name));
    for (const scope of [edition?.id, chapter.id]) {
      if (!scope || key.length < MIN_NEAR) continue;
      for (const [known, section] of this.#names(scope).names) {
        if (nearlyEqual(key, known, slipsAllowed(key))) return { section, spelling: 'near' };
      }
    }
    return { section: null, spelling: 'unknown' };
  }

  /** Built when a scope is first asked about: most letters cite few chapters. */
  #names(scope: string): Names {
    const known = this.#byScope.get(scope);
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
    this.#byScope.set(scope, built);
    return built;
  }
}

const SECTION_NUMBER = /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\D/;
const numberKey = (sectionNumber: string): string => `#${sectionNumber}`;

const question = (chapter: Chapter, edition: Edition | null, name: string): string =>
  `${edition?.id ?? chapter.id} ${name}`;
