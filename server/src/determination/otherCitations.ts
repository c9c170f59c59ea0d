import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import { foundIn, matchesAt, readPages, type Stretch, skip, trimmed } from './citationLists.ts';
import type { Citation, CitationSource } from './model.ts';

/**
 * Citations of anything but the MTUS, the ODG and ACOEM: web pages, books, journals, drug labels. A web address or an
 * 'accessed 02/18/2017' ends a work; what stands behind it is the next.
 */
export function readOtherCitations(prose: Prose, stretch: Stretch): readonly Citation[] {
  return divide(prose.text, trimmed(prose.text, stretch)).map((work) => readWork(prose, work));
}

/** Index of the first web address between two indexes; null where there is none. */
export function urlStart(text: string, start: number, end: number): number | null {
  URL.lastIndex = start;
  const match = URL.exec(text);
  return match === null || match.index >= end ? null : match.index;
}

const URL = /\b(?:https?:\/\/|www\.)[^\s,;()]+/gi;
const ACCESSED = /[ ,.;]{0,2}\(?(?:last |date )?accessed\b[^,;()]{0,60}?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\)?/iy;
const ACCESSED_ANYWHERE = new RegExp(ACCESSED.source, 'gi');
const AND = /[\s,;.]*(?:and )?/iy;

/** A work ends behind its web address and the day it was looked up. */
function divide(text: string, { start, end }: Stretch): readonly Stretch[] {
  const works: Stretch[] = [];
  let from = start;
  while (from < end) {
    URL.lastIndex = from;
    ACCESSED_ANYWHERE.lastIndex = from;
    const ends = [URL.exec(text), ACCESSED_ANYWHERE.exec(text)]
      .filter((match) => match !== null)
      .filter(({ index }) => index < end)
      .map((match) => match.index + match[0].length);
    const first = Math.min(end, ...ends);
    const workEnd = Math.min(end, skip(ACCESSED, text, first));
    works.push({ start: from, end: workEnd });
    from = Math.min(end, skip(AND, text, workEnd));
  }
  return works;
}

const ENDS_TITLE =
  /[ ,.;]{0,2}\(?(?:last |date )?(?:accessed|retrieved|available (?:at|from|online))\b|[;:] (?=Chapter|Section|\d)|,? (?=Chapters? \d)|; |,? (?:pgs?\.?|pp?\.|pages?(?:\(s\))?:?) ?\d|\. ?(?=https?:|www\.)|[ (](?=https?:|www\.)/gi;
const BEHIND_TITLE = /[ ,.;:]*/y;
const BEGINS_WITH_URL = /(?:https?:\/\/|www\.)/iy;

function readWork(prose: Prose, { start, end }: Stretch): Citation {
  const { text } = prose;
  const title = titleOf(text, start, end);
  const pages = readPages(prose, { start: title.end, end });
  const sections = {
    start: skip(BEHIND_TITLE, text, title.end),
    end: pages?.start ?? endOfSections(text, title.end, end),
  };
  return {
    span: prose.span(start, trimmed(text, { start, end }).end),
    source: sourceOf(text.slice(start, end)),
    title: foundIn(prose, title),
    year: yearOf(prose, { start, end }),
    sections: matchesAt(BEGINS_SECTIONS, text, title.end) ? readSections(prose, sections) : [],
    pages: pages?.pages ?? [],
    pagesInDocument: pages?.pagesInDocument ?? null,
  };
}

function titleOf(text: string, start: number, end: number): Stretch {
  if (matchesAt(BEGINS_WITH_URL, text, start)) {
    URL.lastIndex = start;
    URL.test(text);
    return trimmed(text, { start, end: Math.min(end, URL.lastIndex) });
  }
  ENDS_TITLE.lastIndex = start;
  const match = ENDS_TITLE.exec(text);
  return trimmed(text, { start, end: Math.min(end, match?.index ?? end) });
}

const BEGINS_SECTIONS = /[;,:]? ?(?=Chapters? \d)|; /iy;

/** Sections end where the work's address or the day it was looked up begins. */
function endOfSections(text: string, from: number, end: number): number {
  URL.lastIndex = from;
  ACCESSED_ANYWHERE.lastIndex = from;
  return Math.min(end, URL.exec(text)?.index ?? end, ACCESSED_ANYWHERE.exec(text)?.index ?? end);
}

/** 'Chapter 17: Distal Radius Fractures, Chapter 30: Compression Neuropathies'; 'Chapter 12-Surgeons; 40.1- Definition'. */
function readSections(prose: Prose, { start, end }: Stretch): readonly Found<string>[] {
  const { text } = prose;
  const sections: Found<string>[] = [];
  let from = start;
  while (from < end) {
    SECTION_END.lastIndex = from;
    const match = SECTION_END.exec(text);
    const to = Math.min(end, match?.index ?? end);
    const section = trimmed(text, { start: from, end: to });
    if (section.end > section.start) sections.push(foundIn(prose, section));
    from = match === null ? end : Math.max(to + 1, SECTION_END.lastIndex);
  }
  return sections;
}

const SECTION_END = /; |, (?=Chapters? \d)/gi;

const FDA = /\bFDA\b|\bFood (?:and|&) Drug Administration\b/;
/** 'Spine 2010;35(2):12-19', 'Journal of …', 'N Engl J Med'. */
const JOURNAL =
  /\b(?:19|20)\d\d ?; ?\d+|\b\d{1,4} ?\(\d{1,3}\) ?: ?\d|\bJournal\b|\bN Engl J\b|\bJ [A-Z][a-z]+ [A-Z]|\bJAMA\b|\bCochrane\b/;

function sourceOf(work: string): CitationSource {
  if (FDA.test(work)) return 'FDA';
  return JOURNAL.test(work) ? 'journal' : 'other';
}

const YEAR_OF_ISSUE = /\(((?:19|20)\d\d)\)|(?<![/\d-])((?:19|20)\d\d) ?;/g;

function yearOf(prose: Prose, { start, end }: Stretch): Found<number> | null {
  YEAR_OF_ISSUE.lastIndex = start;
  const match = YEAR_OF_ISSUE.exec(prose.text);
  const year = match?.[1] ?? match?.[2];
  if (match === null || year === undefined || match.index >= end) return null;
  const yearStart = prose.text.indexOf(year, match.index);
  return found(Number(year), prose.span(yearStart, yearStart + year.length));
}
