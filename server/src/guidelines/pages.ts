import type { Citation } from '../determination/model/determination.ts';
import type { Edition } from './facts.ts';
import type { CitationProblem, CitedSection } from './resolution.ts';

/** First and last page, both included. */
export type Pages = readonly [first: number, last: number];

/** The pages that '98-99' or '298' stand for; null where it is neither. */
export function pagesOf(text: string): Pages | null {
  const match = /^\D{0,8}(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  return [first, match[2] === undefined ? first : Number(match[2])];
}

/** A span a page wider or narrower than the topic's own is usual. */
export const pagesMeet = (a: Pages, b: Pages): boolean => a[0] <= b[1] + 1 && a[1] >= b[0] - 1;

/** What is wrong with the pages that a citation names. */
export function pageProblems(
  citation: Citation,
  edition: Edition,
  sections: readonly CitedSection[],
): readonly CitationProblem[] {
  const problems: CitationProblem[] = [];
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
  return problems;
}
