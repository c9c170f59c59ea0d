import type { Citation } from '../determination/model/determination.ts';
import { nearlyEqual } from '../text/nearlyEqual.ts';
import type { Editions } from './editions.ts';
import type { Chapter, Publisher } from './facts.ts';
import { Memory } from './memory.ts';
import { MIN_NEAR, MOST_WORDS, setNew, slipsAllowed, titleKey, titleWords, withoutParentheses } from './names.ts';

/** A chapter that a title names. */
export interface NamedChapter {
  readonly chapter: Chapter;
  /** `near`: found although a letter or two are wrong. */
  readonly spelling: 'exact' | 'near';
  /** Words of the title that belong to no chapter's name. */
  readonly rest: readonly string[];
}

/** Finds chapters by the titles under which letters cite them. */
export class ChapterNames {
  readonly #chapters: ReadonlyMap<string, Chapter>;
  readonly #editions: Editions;
  readonly #byPublisher = new Map<Publisher, ReadonlyMap<string, Chapter>>();
  readonly #found = new Memory<NamedChapter | null>();

  constructor(chapters: ReadonlyMap<string, Chapter>, editions: Editions) {
    this.#chapters = chapters;
    this.#editions = editions;
  }

  /** The chapter that a title names among a publisher's; null where it names none. */
  find(title: string, source: Citation['source']): NamedChapter | null {
    return this.#found.recall(`${source} ${title}`, () => this.#find(title, source));
  }

  /** Whole titles first, then misspelled titles, then titles with more words after or before them. */
  #find(title: string, source: Citation['source']): NamedChapter | null {
    const words = titleWords(withoutParentheses(title)).slice(0, MOST_WORDS);
    const names = PUBLISHERS[source].map((publisher) => this.#namesOf(publisher));
    const lookUp = (key: string): Chapter | undefined => {
      for (const map of names) {
        const chapter = map.get(key);
        if (chapter) return chapter;
      }
      return undefined;
    };
    const number = CHAPTER_NUMBER.exec(title)?.[1];
    const numbered = number === undefined ? undefined : lookUp(numberKey(Number(number)));
    if (words.length === 0) return exact(number === undefined ? lookUp('') : numbered, []);
    const whole = exact(lookUp(titleKey(words)), []) ?? near(titleKey(words), names);
    if (whole) return whole;
    for (let to = words.length - 1; to > 0; to--) {
      const chapter = lookUp(titleKey(words.slice(0, to)));
      if (chapter) return exact(chapter, words.slice(to));
    }
    for (let from = 1; from < words.length; from++) {
      const chapter = lookUp(titleKey(words.slice(from)));
      if (chapter) return exact(chapter, words.slice(0, from));
    }
    return exact(numbered, words);
  }

  /** Built when a publisher is first cited. */
  #namesOf(publisher: Publisher): ReadonlyMap<string, Chapter> {
    const known = this.#byPublisher.get(publisher);
    if (known) return known;
    const names = new Map<string, Chapter>();
    for (const chapter of this.#chapters.values()) {
      if (chapter.publisher !== publisher) continue;
      if (chapter.chapterNumber !== null) setNew(names, numberKey(chapter.chapterNumber), chapter);
      const editions = this.#editions.of(chapter.id).flatMap((edition) => [edition.title, ...edition.aliases]);
      for (const name of [chapter.name, ...chapter.aliases, ...editions]) {
        // 'ODG' alone has no words of its own: the empty key names the publisher's guidelines as a whole.
        setNew(names, titleKey(titleWords(withoutParentheses(name))), chapter);
        setNew(names, titleKey(titleWords(name)), chapter);
      }
    }
    this.#byPublisher.set(publisher, names);
    return names;
  }
}

/** Where a citation's title is looked for, by its source. */
const PUBLISHERS: Readonly<Record<Citation['source'], readonly Publisher[]>> = {
  MTUS: ['MTUS', 'ACOEM'],
  ACOEM: ['ACOEM', 'MTUS'],
  ODG: ['ODG'],
  FDA: [],
  journal: [],
  other: [],
};

const CHAPTER_NUMBER = /\bch(?:apter|ap|\.)?\s{0,3}(\d{1,2})\b/i;
const numberKey = (chapterNumber: number): string => `#${chapterNumber}`;

const exact = (chapter: Chapter | undefined, rest: readonly string[]): NamedChapter | null =>
  chapter === undefined ? null : { chapter, spelling: 'exact', rest };

function near(key: string, names: readonly ReadonlyMap<string, Chapter>[]): NamedChapter | null {
  if (key.length < MIN_NEAR) return null;
  for (const map of names) {
    for (const [name, chapter] of map) {
      if (name.length >= MIN_NEAR && nearlyEqual(key, name, slipsAllowed(key))) {
        return { chapter, spelling: 'near', rest: [] };
      }
    }
  }
  return null;
}
