import { everywhere, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { Citation, CitationSource } from '../../model/determination.ts';
import { foundIn, readPages, type Stretch, trimmed } from './citationLists.ts';

/**
 * Citations of anything but the MTUS, the ODG and ACOEM: web pages, books, journals, drug labels. A web address or an
 * 'accessed 02/18/2017' ends a work; what comes after it is the next.
 */
export function readOtherCitations(prose: Prose): readonly Citation[] {
  return divide(prose.text).map(({ start, end }) => readWork(prose.slice(start, end)));
}

/** Index of the first web address from `start` on; null where there is none. */
export function urlStart(text: string, start: number): number | null {
  return URL.first(text, start)?.index ?? null;
}

const URL_WORDS = /\b(?:https?:\/\/|www\.)[^\s,;()]+/i;
const URL = everywhere(URL_WORDS);
const ACCESSED_WORDS = /[ ,.;]{0,2}\(?(?:last |date )?accessed\b[^,;()]{0,60}?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\)?/i;
const ACCESSED = here(ACCESSED_WORDS);
const ENDS_WORK = everywhere(new RegExp(`${URL_WORDS.source}|${ACCESSED_WORDS.source}`, 'i'));
const AND = here(/[\s,;.]{0,20}(?:and )?/i);

/** A work ends after its web address and the day it was looked up. */
function divide(text: string): readonly Stretch[] {
  const whole = trimmed(text, { start: 0, end: text.length });
  const works: Stretch[] = [];
  let from = whole.start;
  for (const match of ENDS_WORK.in(text)) {
    const end = Math.min(whole.end, ACCESSED.skip(text, match.index + match[0].length));
    if (match.index < from || end <= from) continue;
    works.push({ start: from, end });
    from = AND.skip(text, end);
  }
  return from < whole.end ? [...works, { start: from, end: whole.end }] : works;
}

const ENDS_TITLE = everywhere(
  /[ ,.;]{0,2}\(?(?:last |date )?(?:accessed|retrieved|available (?:at|from|online))\b|[;:] (?=Chapter|Section|\d)|,? (?=Chapters? \d)|; |,? (?:pgs?\.?|pp?\.|pages?(?:\(s\))?:?) ?\d|\. ?(?=https?:|www\.)|[ (](?=https?:|www\.)/i,
);
const BEHIND_TITLE = here(/[ ,.;:]{0,20}/);
const BEGINS_WITH_URL = new RegExp(`^${URL_WORDS.source}`, 'i');

function readWork(prose: Prose): Citation {
  const { text, length: end } = prose;
  const title = titleOf(text);
  const pages = readPages(prose, { start: title.end, end });
  const sections = {
    start: BEHIND_TITLE.skip(text, title.end),
    end: pages?.start ?? endOfSections(text, title.end),
  };
  return {
    span: prose.span(0, trimmed(text, { start: 0, end }).end),
    source: sourceOf(text),
    title: foundIn(prose, title),
    year: yearOf(prose),
    sections: BEGINS_SECTIONS.matchesAt(text, title.end) ? readSections(prose, sections) : [],
    pages: pages?.pages ?? [],
    pagesInDocument: pages?.pagesInDocument ?? null,
  };
}

function titleOf(text: string): Stretch {
  const url = BEGINS_WITH_URL.exec(text);
  if (url !== null) return trimmed(text, { start: 0, end: url[0].length });
  return trimmed(text, { start: 0, end: ENDS_TITLE.first(text)?.index ?? text.length });
}

const BEGINS_SECTIONS = here(/[;,:]? ?(?=Chapters? \d)|; /i);

/** Sections end where the work's address or the day it was looked up begins. */
const endOfSections = (text: string, from: number): number => ENDS_WORK.first(text, from)?.index ?? text.length;

/** 'Chapter 17: Distal Radius Fractures, Chapter 30: Compression Neuropathies'; 'Chapter 12-Surgeons; 40.1- Definition'. */
function readSections(prose: Prose, { start, end }: Stretch): readonly Found<string>[] {
  const { text } = prose;
  const sections: Found<string>[] = [];
  let from = start;
  while (from < end) {
    const match = SECTION_END.first(text, from);
    const to = Math.min(end, match?.index ?? end);
    const section = trimmed(text, { start: from, end: to });
    if (section.end > section.start) sections.push(foundIn(prose, section));
    from = match === null ? end : Math.max(to + 1, match.index + match[0].length);
  }
  return sections;
}

const SECTION_END = everywhere(/; |, (?=Chapters? \d)/i);

const FDA = /\bFDA\b|\bFood (?:and|&) Drug Administration\b/;
/** 'Spine 2010;35(2):12-19', 'Journal of …', 'N Engl J Med'. */
const JOURNAL =
  /\b(?:19|20)\d\d ?; ?\d+|\b\d{1,4} ?\(\d{1,3}\) ?: ?\d|\bJournal\b|\bN Engl J\b|\bJ [A-Z][a-z]+ [A-Z]|\bJAMA\b|\bCochrane\b/;

function sourceOf(work: string): CitationSource {
  if (FDA.test(work)) return 'FDA';
  return JOURNAL.test(work) ? 'journal' : 'other';
}

const YEAR_OF_ISSUE = /\(((?:19|20)\d\d)\)|(?<![/\d-])((?:19|20)\d\d) ?;/;

function yearOf(prose: Prose): Found<number> | null {
  const match = YEAR_OF_ISSUE.exec(prose.text);
  const year = match?.[1] ?? match?.[2];
  if (match === null || year === undefined) return null;
  const start = prose.text.indexOf(year, match.index);
  return found(Number(year), prose.span(start, start + year.length));
}
