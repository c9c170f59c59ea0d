import { everywhere, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { Citation } from '../../model/determination.ts';
import { foundIn, type PageList, readList, readPages, type Stretch, trimmed } from './citationLists.ts';
import { editionMarkAt, skipNameWords } from './editionMark.ts';
import { MTUS_CHAPTER, MTUS_CHAPTER_WITH_YEAR } from './guidelineNames.ts';

/**
 * 'Decision based on MTUS …': chapters of the MTUS, divided by ', and ' or a comma. Names of chapters and sections hold
 * commas and 'and' themselves, so a chapter is known by its name or, where the name is unknown, by the year after it.
 *
 *     Low Back Complaints 2004, Section(s): Initial Care, Physical Methods, and Acupuncture Treatment 2007
 *     ACOEM Chapter 12 Low Back Complaints Page(s): 298, Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98 of 127
 */
export function readMtusCitations(prose: Prose): readonly Citation[] {
  const whole = trimmed(prose.text, { start: 0, end: prose.length });
  const heads = findHeads(prose.text, whole);
  return heads.map((head, i) => readChapter(prose, head, heads[i + 1]?.start ?? whole.end));
}

/** A chapter's title, and its year with what belongs to it. */
interface Head extends Stretch {
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly year: Stretch | null;
}

const YEAR = '(?:,? ?\\(?((?:19|20)\\d\\d)\\b\\)?)';
const ACOEM = 'ACOEM\\b(?:/MTUS)?(?: (?:Occupational Medicine )?Practice Guidelines| Guidelines)?';
const EDITION = '(?:[ ,;(]{0,3}(?:2nd|second) ed(?:ition|\\.)?\\)?)?';
const NUMBER = '(?:Chapters?|Ch\\.) ?\\d{1,2}\\b';

/** 'ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12 - Low Back Complaints' and all that is shorter. */
const HEAD = everywhere(
  new RegExp(
    `\\b(${ACOEM}${EDITION}(?:[ ,]{0,2}\\(?20\\d\\d\\)?)?[ ,;:-]{0,3})?(${NUMBER}[ ,;:()-]{0,3})?` +
      `(?:(${MTUS_CHAPTER})|(${MTUS_CHAPTER_WITH_YEAR}))?(?![a-z])` +
      `( Guidelines?)?${YEAR}?( Guidelines?)?`,
    'i',
  ),
);

/** An unknown name: recognized by the year, which the letter's own system prints after every chapter. */
const UNKNOWN_HEAD = here(/[A-Z][^,:;()]{1,80}? (?:19|20)\d\d(?= Guidelines|[,.;]|$)/);
const UNKNOWN_FIRST = here(/[^:;]{1,100}? (?:19|20)\d\d(?= Guidelines|[,.;]|$)/);
const YEAR_AT_END = / ((?:19|20)\d\d)$/;
const GUIDELINES = here(/ Guidelines?\b/i);
const BEFORE_HEAD = /(?:[,;.] ?(?:and )?|\band |& |^)(?:the )?$/i;
const BEFORE_UNKNOWN = everywhere(/[,;] ?and /i);
const LOCATION_LABEL = everywhere(/,? ?(?:\bSections?(?:\(s\))? ?:|\bPages?(?:\(s\))? ?:?)/i);

function findHeads(text: string, { start, end }: Stretch): readonly Head[] {
  const known = knownHeads(text, start, end);
  const first = known[0];
  const opening = first?.start === start ? [] : [firstHead(text, start, first?.start ?? end)];
  const heads = [...opening, ...known];
  return [...heads, ...unknownHeads(text, heads, start, end)].sort((a, b) => a.start - b.start);
}

function knownHeads(text: string, start: number, end: number): readonly Head[] {
  const heads: Head[] = [];
  let at = start;
  for (let match = HEAD.first(text, at, end); match !== null; match = HEAD.first(text, at, end)) {
    at = match.index + Math.max(1, match[0].length);
    const head = knownHead(text, match, start, end);
    if (head === null) continue;
    at = Math.max(at, head.end);
    heads.push(head);
  }
  return heads;
}

/** Null where the words that matched begin no citation of a chapter. */
function knownHead(text: string, match: RegExpExecArray, start: number, end: number): Head | null {
  const { index } = match;
  const [all, acoem = '', number = '', name, nameWithYear, guidelines = '', year] = match;
  const named = name ?? nameWithYear ?? '';
  const nameEnd = index + acoem.length + number.length + named.length;
  const mark = year === undefined && named !== '' ? editionMarkAt(text, nameEnd) : null;
  const hasYear = year !== undefined || mark !== null;
  const isTold = name !== undefined || acoem !== '' || (number !== '' && named !== '');
  if (!isTold && !(named !== '' && (hasYear || index === start))) return null;
  if (index > start && !BEFORE_HEAD.test(text.slice(Math.max(start, index - 10), index))) return null;
  if (named === '' && number === '' && acoem !== '') {
    // 'MTUS ACOEM Sleep Disorders Guideline (effective 4/1/2024)': ACOEM is not a title where a chapter follows.
    const unknown = unknownHead(text, trimmed(text, { start: index + acoem.length, end }).start, end);
    if (unknown !== null) return { ...unknown, start: index };
  }
  // ACOEM's own chapters are cited by their number; 'MTUS ACOEM Shoulder Disorders' is the MTUS's.
  const titleStart = number === '' && named !== '' ? index + acoem.length : index;
  if (mark !== null) return { start: index, titleStart, titleEnd: nameEnd, year: mark.year, end: mark.end };
  const allEnd = index + all.length;
  const titleEnd = trimmed(text, { start: index, end: nameEnd + guidelines.length }).end;
  return {
    start: index,
    titleStart,
    titleEnd,
    year: yearIn(text, titleEnd, allEnd, year),
    end: skipNameWords(text, allEnd),
  };
}

/** A chapter of an unknown name at `at`, recognized by the mark of its edition; null where there is none. */
function unknownHead(text: string, at: number, end: number): Head | null {
  const name = NAME.exec(text.slice(at, Math.min(end, at + LONGEST_NAME)));
  if (name === null) return null;
  for (const ending of NAME_ENDING.in(name[0])) {
    const titleEnd = at + ending.index;
    const mark = editionMarkAt(text, titleEnd);
    if (mark !== null && mark.end <= end)
      return { start: at, titleStart: at, titleEnd, year: mark.year, end: mark.end };
  }
  return null;
}

/** Words of a chapter's name, one colon among them, as in 'Workplace Mental Health: Anxiety Disorders'. */
const NAME = /^[A-Z](?:(?!,? ?\b(?:Sections?|Pages?)\b)[^:;.])*(?:: [A-Z](?:(?!,? ?\b(?:Sections?|Pages?)\b)[^:;.])*)?/;
/** Where a name may end: before 'Guideline', a bracket, 'effective' or a year. */
const NAME_ENDING = everywhere(/(?= Guidelines?\b| ?\(|,? effective\b| (?:19|20)\d\d\b)/i);
const LONGEST_NAME = 120;

function yearIn(text: string, from: number, to: number, year: string | undefined): Stretch | null {
  if (year === undefined) return null;
  const start = text.indexOf(year, from);
  return start < 0 || start + year.length > to ? null : { start, end: start + year.length };
}

/** The chapter that opens the citation under a name that is in no list: up to its year, or to the first label. */
function firstHead(text: string, start: number, end: number): Head {
  const marked = unknownHead(text, start, end);
  if (marked !== null) return marked;
  const unknownEnd = UNKNOWN_FIRST.endAt(text, start);
  if (unknownEnd >= 0 && unknownEnd <= end) return headWithYear(text, start, unknownEnd);
  const titleEnd = trimmed(text, { start, end: LOCATION_LABEL.first(text, start, end)?.index ?? end }).end;
  return { start, titleStart: start, titleEnd, end: titleEnd, year: null };
}

function unknownHeads(text: string, known: readonly Head[], start: number, end: number): readonly Head[] {
  const heads: Head[] = [];
  let i = 0;
  for (const match of BEFORE_UNKNOWN.in(text, start, end)) {
    const at = match.index + match[0].length;
    if (at >= end) break;
    while ((known[i]?.end ?? at + 1) <= at) i++;
    if ((known[i]?.start ?? at + 1) <= at) continue;
    const headEnd = UNKNOWN_HEAD.endAt(text, at);
    if (headEnd >= 0 && headEnd <= end) heads.push(headWithYear(text, at, headEnd));
  }
  return heads;
}

function headWithYear(text: string, start: number, end: number): Head {
  const titleEnd = end - (YEAR_AT_END.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start, titleStart: start, titleEnd, end: GUIDELINES.skip(text, end), year: { start: end - 4, end } };
}

const TRAILING_AND = /[ ,;.]{0,9}\b(?:and|&)(?: the)?$/i;
const SECTIONS_LABEL = everywhere(/\bSections?(?:\(s\))? ?:/i);

function readChapter(prose: Prose, { start, titleStart, titleEnd, end: headEnd, year }: Head, next: number): Citation {
  const { text } = prose;
  const rest = trimmed(text, {
    start: headEnd,
    end: next - (TRAILING_AND.exec(text.slice(headEnd, next).trimEnd())?.[0].length ?? 0),
  });
  const label = SECTIONS_LABEL.first(text, rest.start, rest.end);
  const sectionsStart = label === null ? rest.start : label.index + label[0].length;
  const topics = readTopics(prose, { start: sectionsStart, end: rest.end });
  return {
    span: prose.span(start, rest.end > rest.start ? rest.end : headEnd),
    source: 'MTUS',
    title: foundIn(prose, { start: titleStart, end: titleEnd }),
    year: year === null ? null : numberIn(prose, year),
    ...topics,
  };
}

/** 'Aquatic therapy Page(s): 22, Physical medicine Page(s): 98-99 of 127': topics, each with pages of its own. */
function readTopics(prose: Prose, { start, end }: Stretch): Pick<Citation, 'sections' | 'pages' | 'pagesInDocument'> {
  const lists: PageList[] = [];
  const items: (readonly Found<string>[])[] = [];
  let at = start;
  for (let pages = readPages(prose, { start: at, end }); pages !== null; pages = readPages(prose, { start: at, end })) {
    items.push(readList(prose, trimmed(prose.text, { start: at, end: pages.start }), 'exported'));
    lists.push(pages);
    at = pages.end;
  }
  // What follows the last pages is not a section.
  if (lists.length === 0) items.push(readList(prose, { start, end }, 'exported'));
  return {
    sections: items.flat(),
    pages: lists.flatMap(({ pages }) => pages),
    pagesInDocument: lists.find(({ pagesInDocument }) => pagesInDocument !== null)?.pagesInDocument ?? null,
  };
}

const numberIn = (prose: Prose, { start, end }: Stretch): Found<number> =>
  found(Number(prose.text.slice(start, end)), prose.span(start, end));
