import type { TokenRange } from '../../../../language/reading.ts';
import type { Group } from './groups.ts';
import type { Head } from './heads.ts';
import type { Scanner } from './scanner.ts';
import { OTHER_CHAPTERS } from './words.ts';

/** The chapter that is cited, and the titles that are left for sections. */
export interface ChosenChapter {
  readonly title: TokenRange | null;
  readonly sections: readonly TokenRange[];
}

/**
 * Which of the titles around a publisher is the chapter, where its name is not given with one: 'Jaw Disorders 2031 (MTUS)',
 * 'the Jaw Disorders Guideline of the MTUS', 'Neck Chapter, Discography (ODG)', 'ODG, the entry on Traction in the Neck Chapter'.
 */
export function chooseChapter(scanner: Scanner, head: Head, groups: readonly Group[]): ChosenChapter {
  const titles = groups.flatMap((group) => group.titles);
  const called = groups.find((group) => group.chapter !== null)?.chapter ?? null;
  if (head.title === null && called !== null)
    return { title: called, sections: titles.filter((each) => each.first !== called.first) };
  if (head.title !== null) return { title: head.title, sections: titles };
  for (const group of groups) {
    for (const title of group.titles) {
      const found = chapterIn(scanner, head, group, title);
      if (found === null) continue;
      const rest = { first: afterComma(scanner, found.end), end: title.end };
      const sections = titles.flatMap((each) => (each === title ? (rest.end > rest.first ? [rest] : []) : [each]));
      return { title: found.title, sections };
    }
  }
  return { title: null, sections: titles };
}

interface FoundChapter {
  readonly title: TokenRange;
  /** The position after the words that name it. */
  readonly end: number;
}

function chapterIn(scanner: Scanner, head: Head, { first, year }: Group, title: TokenRange): FoundChapter | null {
  const isBefore = first < head.first;
  const isOfMtus = head.publisher === 'MTUS';
  const known = isOfMtus ? -1 : scanner.endOfClass(title.first, OTHER_CHAPTERS);
  if (known > 0) {
    const end = scanner.skip(known, 'citation chapter noun');
    return { title: { first: title.first, end }, end };
  }
  if (!isBefore) return null;
  const last = title.end - 1;
  const isCalledSo = scanner.is(last, 'citation guideline') || scanner.is(last, 'citation chapter');
  if (!isCalledSo && year < 0) return null;
  return { title: isCalledSo ? { first: title.first, end: last } : title, end: title.end };
}

const afterComma = (scanner: Scanner, at: number): number => (scanner.isSeparator(at) ? at + 1 : at);
