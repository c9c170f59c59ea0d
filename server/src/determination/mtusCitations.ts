import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import { foundIn, matchesAt, readList, readPages, type Stretch, skip, trimmed } from './citationLists.ts';
import { MTUS_CHAPTER, MTUS_CHAPTER_WITH_YEAR } from './guidelineNames.ts';
import type { Citation } from './model.ts';

/**
 * 'Decision based on MTUS …': chapters of the MTUS, divided by ', and ' or a comma. Names of chapters and sections hold
 * commas and 'and' themselves, so a chapter is told by its name or, where the name is unknown, by the year behind it.
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
  readonly titleEnd: number;
  readonly year: Stretch | null;
}

const YEAR = '(?:,? ?\\(?((?:19|20)\\d\\d)\\b\\)?)';
const ACOEM = 'ACOEM\\b(?:/MTUS)?(?: (?:Occupational Medicine )?Practice Guidelines| Guidelines)?';
const EDITION = '(?:[ ,;(]{0,3}(?:2nd|second) ed(?:ition|\\.)?\\)?)?';
const NUMBER = '(?:Chapters?|Ch\\.) ?\\d{1,2}\\b';

/** 'ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12 - Low Back Complaints' and all that is shorter. */
const HEAD = new RegExp(
  `\\b(${ACOEM}${EDITION}(?:[ ,]{0,2}\\(?20\\d\\d\\)?)?[ ,;:-]{0,3})?(${NUMBER}[ ,;:()-]{0,3})?` +
    `(?:(${MTUS_CHAPTER})|(${MTUS_CHAPTER_WITH_YEAR}))?(?![a-z])` +
    `( Guidelines?)?${YEAR}?( Guidelines?)?`,
  'gi',
);

/** An unknown name: told by the year, which the letter's own system prints behind every chapter. */
const UNKNOWN_HEAD = /[A-Z][^,:;()]{1,80}? (?:19|20)\d\d(?= Guidelines|[,.;]|$)/y;
const UNKNOWN_FIRST = /[^:;]{1,100}? (?:19|20)\d\d(?= Guidelines|[,.;]|$)/y;
const YEAR_AT_END = / ((?:19|20)\d\d)$/;
const GUIDELINES = / Guidelines?\b/iy;
const BEFORE_HEAD = /(?:[,;.] ?(?:and )?|\band |& |^)(?:the )?$/i;
const BEFORE_UNKNOWN = /[,;] ?and /gi;
const LOCATION_LABEL = /,? ?(?:\bSections?(?:\(s\))? ?:|\bPages?(?:\(s\))? ?:?)/gi;

function findHeads(text: string, { start, end }: Stretch): readonly Head[] {
  const known = knownHeads(text, start, end);
  const first = known[0];
  const opening = first?.start === start ? [] : [firstHead(text, start, first?.start ?? end)];
  const heads = [...opening, ...known];
  return [...heads, ...unknownHeads(text, heads, start, end)].sort((a, b) => a.start - b.start);
}

function knownHeads(text: string, start: number, end: number): readonly Head[] {
  const heads: Head[] = [];
  HEAD.lastIndex = start;
  while (HEAD.lastIndex < end) {
    const match = HEAD.exec(text);
    if (match === null || match.index >= end) break;
    const [all, acoem, number, name, nameWithYear, guidelines, year] = match;
    if (all === '') HEAD.lastIndex++;
    const told = name !== undefined || acoem !== undefined || (number !== undefined && nameWithYear !== undefined);
    const { index } = match;
    const accepted = told || (nameWithYear !== undefined && (year !== undefined || index === start));
    if (!accepted || (index > start && !BEFORE_HEAD.test(text.slice(Math.max(start, index - 10), index)))) continue;
    const nameLength = [acoem, number, name, nameWithYear, guidelines].reduce(
      (sum, part) => sum + (part?.length ?? 0),
      0,
    );
    const titleEnd = trimmed(text, { start: index, end: index + nameLength }).end;
    heads.push({
      start: index,
      end: index + all.length,
      titleEnd,
      year: yearIn(text, titleEnd, index + all.length, year),
    });
  }
  return heads;
}

function yearIn(text: string, from: number, to: number, year: string | undefined): Stretch | null {
  if (year === undefined) return null;
  const start = text.indexOf(year, from);
  return start < 0 || start + year.length > to ? null : { start, end: start + year.length };
}

/** The chapter that opens the citation under a name that is in no list: up to its year, or to the first label. */
function firstHead(text: string, start: number, end: number): Head {
  UNKNOWN_FIRST.lastIndex = start;
  if (UNKNOWN_FIRST.test(text) && UNKNOWN_FIRST.lastIndex <= end)
    return headWithYear(text, start, UNKNOWN_FIRST.lastIndex);
  LOCATION_LABEL.lastIndex = start;
  const label = LOCATION_LABEL.exec(text);
  const titleEnd = trimmed(text, { start, end: Math.min(end, label?.index ?? end) }).end;
  return { start, titleEnd, end: titleEnd, year: null };
}

function unknownHeads(text: string, known: readonly Head[], start: number, end: number): readonly Head[] {
  const heads: Head[] = [];
  BEFORE_UNKNOWN.lastIndex = start;
  for (let match = BEFORE_UNKNOWN.exec(text); match !== null; match = BEFORE_UNKNOWN.exec(text)) {
    const at = BEFORE_UNKNOWN.lastIndex;
    if (at >= end) break;
    if (known.some((head) => head.start <= at && at < head.end)) continue;
    if (matchesAt(UNKNOWN_HEAD, text, at) && UNKNOWN_HEAD.lastIndex <= end) {
      heads.push(headWithYear(text, at, UNKNOWN_HEAD.lastIndex));
    }
  }
  return heads;
}

function headWithYear(text: string, start: number, end: number): Head {
  const titleEnd = end - (YEAR_AT_END.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start, titleEnd, end: skip(GUIDELINES, text, end), year: { start: end - 4, end } };
}

const TRAILING_AND = /[ ,;.]*\b(?:and|&)(?: the)?$/i;
const SECTIONS_LABEL = /\bSections?(?:\(s\))? ?:/gi;

function readChapter(prose: Prose, { start, titleEnd, end: headEnd, year }: Head, next: number): Citation {
  const { text } = prose;
  const rest = trimmed(text, {
    start: headEnd,
    end: next - (TRAILING_AND.exec(text.slice(headEnd, next).trimEnd())?.[0].length ?? 0),
  });
  const pages = readPages(prose, rest);
  SECTIONS_LABEL.lastIndex = rest.start;
  const label = SECTIONS_LABEL.exec(text);
  const sectionsStart = label === null || label.index >= rest.end ? rest.start : SECTIONS_LABEL.lastIndex;
  const sections = readList(prose, { start: sectionsStart, end: pages?.start ?? rest.end }, 'exported');
  return {
    span: prose.span(start, rest.end > rest.start ? rest.end : headEnd),
    source: 'MTUS',
    title: foundIn(prose, { start, end: titleEnd }),
    year: year === null ? null : numberIn(prose, year),
    sections,
    pages: pages?.pages ?? [],
    pagesInDocument: pages?.pagesInDocument ?? null,
  };
}

const numberIn = (prose: Prose, { start, end }: Stretch): Found<number> =>
  found(Number(prose.text.slice(start, end)), prose.span(start, end));
