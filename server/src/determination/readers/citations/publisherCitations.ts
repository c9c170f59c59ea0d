import { type Here, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { Citation } from '../../model/determination.ts';
import { addressStart } from './addresses.ts';
import { behindBracket, foundIn, type PageList, readList, readPages, type Stretch, trimmed } from './citationLists.ts';
import { ACOEM_CHAPTER, ODG_CHAPTER } from './guidelineNames.ts';
import { readOtherCitations } from './otherCitations.ts';

/**
 * Citations of the ODG and of ACOEM: one for each chapter named. A chapter is followed by its sections, after a comma,
 * a colon, a dash, a slash or nothing, or in brackets:
 *
 *     ODG, Low Back - Lumbar & Thoracic (Acute & Chronic) Chapter (updated 12/20/16), MRI, CT
 *     ODG Shoulder Chapter, Hand Chapter, Physical therapy        (the section is of both)
 *     ODG Low back, Manipulation; Neck and Upper back, Manipulation
 *     ODG physical therapy, elbow chapter
 */
export function readPublisherCitations(work: Prose, publisher: 'ODG' | 'ACOEM', nameEnd: number): readonly Citation[] {
  const { text } = work;
  const webStart = addressStart(text, nameEnd);
  const end = webStart === null ? text.length : trimmed(text, { start: 0, end: webStart }).end;
  const pages = readPages(work, { start: nameEnd, end });
  const { start, year } = skipFurniture(text, nameEnd, end);
  const citedEnd = trimmed(text, { start, end: withoutUpdate(text, start, pages?.start ?? end) }).end;
  const chapters = groupByChapter(text, { start, end: citedEnd }, CHAPTER[publisher]);
  const shared = { prose: work, publisher, year: year && numberIn(work, year), pages };
  const citations = chapters.map((chapter, i) => {
    const spanStart = i === 0 ? 0 : chapter.title.start;
    return citationOf(shared, chapter, spanStart, i === chapters.length - 1 ? end : undefined);
  });
  return webStart === null ? citations : [...citations, ...readOtherCitations(work.slice(webStart))];
}

export function beginsWithOdgChapter(text: string, { start }: Stretch): boolean {
  return CHAPTER.ODG.matchesAt(text, start);
}

/** A chapter's title and where its sections are. */
interface Chapter {
  readonly title: Stretch;
  readonly sections: readonly Stretch[];
}

/** What may be in a title after the chapter's name. */
const TITLE_TAIL =
  '(?: ?[-–,/]? ?\\((?:[^()]{0,40}\\b(?:acute|chronic|lumbar|thoracic|not including)\\b[^()]{0,80})\\))?' +
  '(?: (?:Chapters?|Sections?|Procedures? Summar(?:y|ies)|Procedures?|Disorders?|Complaints?|Conditions|Injuries)(?! for\\b)){0,2}' +
  '(?: ?\\((?:[^()]{0,40}\\b(?:acute|chronic|online|web|lumbar|thoracic)\\b[^()]{0,60})\\))?' +
  '(?: Chapters?\\b)?';
const chapterPattern = (names: string): Here =>
  here(new RegExp(`(?:Chapter \\d{1,2}[ ,:;-]{1,3})?(?:${names})(?![A-Za-z])${TITLE_TAIL}`, 'i'));

const CHAPTER = { ODG: chapterPattern(ODG_CHAPTER), ACOEM: chapterPattern(ACOEM_CHAPTER) } as const;

/** What is no name: editions, years, 'Web version', the day of the last update. */
const FURNITURE = here(
  /[\s,;:.\-–—/]{1,20}|(?:Practice )?Guidelines?(?= ?[,;:./-]| for\b|$| [A-Z])|\bTreatment Index|\bTWC\b|Treatment in Workers'? Comp(?:ensation)?|Occupational Medicine(?: Practice Guidelines?)?|Work Loss Data Institute|\(?\d{1,2}(?:st|nd|rd|th) (?:annual )?ed(?:ition|\.)?\)?|(?:current |latest )?edition|\(?((?:19|20)\d\d)\b(?!\/)\)?|\(?(?:Web(?:-based)?|Online|Internet) (?:Version|Edition)\)?|\((?:Web|Online)\)|\(?updated [^,;()]{1,24}\)?|\d{1,2}\/\d{1,2}\/\d{2,4}|\bChapter(?= ?:| [A-Z])(?! \d)|\(ODG\)|\(ACOEM\)|\(Official Disability Guidelines\)/i,
);

/** The furniture before what is cited, with the year in it. */
function skipFurniture(text: string, from: number, end: number): { start: number; year: Stretch | null } {
  let start = from;
  let year: Stretch | null = null;
  for (;;) {
    const match = start < end ? FURNITURE.at(text, start) : null;
    if (match === null) return { start: Math.min(start, end), year };
    if (match[1] !== undefined) {
      const yearStart = text.indexOf(match[1], start);
      year = { start: yearStart, end: yearStart + 4 };
    }
    start += match[0].length;
  }
}

const UPDATED = here(
  /[ ,]{0,2}\((?:last )?(?:updated|revised|online|web|acute|chronic)\b[^()]{0,60}\)(?: Chapter\b)?|[ ,]{0,2}(?:updated )?\d{1,2}\/\d{1,2}\/\d{2,4}|,? (?:Online|Web) Version|,? ?\((?:19|20)\d\d\)|, (?:19|20)\d\d(?=[,;:]|$)/i,
);
const SEPARATOR = here(/[ ]?[,;:/–—-]{1,20} ?|\. (?=[A-Z])/);
const CAPITAL = /[A-Z0-9"]/;
const ITEM_SEPARATORS = here(/[ ,;]{0,20}/);
const BLANK = here(/ {0,9}/);
const CHAPTER_AND = here(/,? (?:and|&) /i);
const ANOTHER = here(/ ?(?:,? (?:and|&)|[,;]|\/) ?/i);

/** ', last updated 2/2021' after all that is cited. */
const LAST_UPDATE = /[ ,;]{0,3}\(?\b(?:last )?(?:updated|revised|reviewed)(?: on)?:? [^,;()]{1,24}\)?[ .]{0,2}$/i;

function withoutUpdate(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 60), end);
  return end - (LAST_UPDATE.exec(tail)?.[0].length ?? 0);
}

/** Divides what is cited of one publisher into chapters with their sections. */
function groupByChapter(text: string, cited: Stretch, chapter: Here): readonly Chapter[] {
  const titles = findTitles(text, cited, chapter);
  const first = titles[0];
  if (first === undefined) return [withoutChapter(text, cited)];
  if (first.start > cited.start) {
    // 'physical therapy, elbow chapter': the section comes first; otherwise, the opening words are the title.
    const opening = trimmed(text, { start: cited.start, end: first.start });
    if (titles.length > 1 || !isExplicit(text, first)) return [withoutChapter(text, cited)];
    return [{ title: first, sections: [opening, sectionsBehind(text, first, cited.end)] }];
  }
  const groups: Chapter[] = [];
  for (const [i, title] of titles.entries()) {
    groups.push({ title, sections: [sectionsBehind(text, title, titles[i + 1]?.start ?? cited.end)] });
  }
  return shareSections(groups);
}

const isExplicit = (text: string, { start, end }: Stretch): boolean =>
  /\b(?:chapter|section)\b/i.test(text.slice(start, end));

/** Where chapters' names are items of their own: at the beginning and after separators, followed by another. */
function findTitles(text: string, { start, end }: Stretch, chapter: Here): readonly Stretch[] {
  const titles: Stretch[] = [];
  let at = start;
  while (at < end) {
    const title = titleAt(text, at, end, chapter, titles.length === 0 && at === start);
    if (title !== null) {
      titles.push(title);
      at = ANOTHER.skip(text, title.end);
      continue;
    }
    at = nextItem(text, at, end);
  }
  return titles;
}

/** Index after the next comma or semicolon outside brackets. */
function nextItem(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '(') at = behindBracket(text, at, end) - 1;
    else if (character === ',' || character === ';') return ITEM_SEPARATORS.skip(text, at);
  }
  return end;
}

function titleAt(text: string, at: number, end: number, chapter: Here, opens: boolean): Stretch | null {
  const titleEnd = chapter.endAt(text, at);
  if (titleEnd < 0 || titleEnd > end) return null;
  const title = { start: at, end: titleEnd };
  const behind = UPDATED.skip(text, title.end);
  if (behind >= end || SEPARATOR.matchesAt(text, behind)) return title;
  if (text[BLANK.skip(text, behind)] === '(') return title;
  const andEnd = CHAPTER_AND.endAt(text, behind);
  if (andEnd >= 0) {
    return opens || isExplicit(text, title) || chapter.matchesAt(text, andEnd) ? title : null;
  }
  // 'Knee Chapter Indications for surgery' and 'Shoulder MRI' divide, 'low back pain' does not.
  return isExplicit(text, title) || (opens && CAPITAL.test(text[behind + 1] ?? '')) ? title : null;
}

const TITLE_END = here(/: | [-–] /);

/** No chapter is named: the first item is the title ('Physical Therapy Guidelines: Trigger Finger'). */
function withoutChapter(text: string, { start, end }: Stretch): Chapter {
  let at = start;
  while (at < end) {
    const character = text[at];
    if (character === '(') at = behindBracket(text, at, end);
    else if (character === ',' || character === ';' || TITLE_END.matchesAt(text, at)) break;
    else at++;
  }
  return { title: trimmed(text, { start, end: at }), sections: [trimmed(text, { start: at, end })] };
}

/** After a title: the words in brackets, or all up to `end` without the day of the update. */
function sectionsBehind(text: string, title: Stretch, end: number): Stretch {
  let at = title.end;
  for (let next = UPDATED.skip(text, at); next !== at; next = UPDATED.skip(text, at)) at = next;
  at = SECTIONS_LABEL.skip(text, YEAR_BEHIND.skip(text, at));
  const behind = trimmed(text, { start: Math.min(at, end), end: withoutAnd(text, at, end) });
  const bracketed = text[BLANK.skip(text, at)] === '(' && behindBracket(text, behind.start, behind.end) === behind.end;
  return bracketed && text[behind.start] === '(' ? { start: behind.start + 1, end: behind.end - 1 } : behind;
}

/** As for chapters of the MTUS. */
const SECTIONS_LABEL = here(/[ ,;]{0,3}\bSections?(?:\(s\))? ?:/i);

const withoutAnd = (text: string, start: number, end: number): number =>
  end - (/[ ,;]{0,9}\b(?:and|&)? ?$/i.exec(text.slice(Math.max(start, end - 20), end))?.[0].length ?? 0);

/** 'Shoulder Chapter, Hand Chapter, Physical therapy': a chapter without sections shares those of the next. */
function shareSections(groups: readonly Chapter[]): readonly Chapter[] {
  const shared = [...groups];
  for (let i = shared.length - 2; i >= 0; i--) {
    const group = shared[i];
    const next = shared[i + 1];
    if (group === undefined || next === undefined) continue;
    if (group.sections.every(({ start, end }) => end <= start)) shared[i] = { ...group, sections: next.sections };
  }
  return shared;
}

interface Shared {
  readonly prose: Prose;
  readonly publisher: 'ODG' | 'ACOEM';
  readonly year: Found<number> | null;
  readonly pages: PageList | null;
}

function citationOf(
  { prose, publisher, year, pages }: Shared,
  chapter: Chapter,
  start: number,
  end?: number,
): Citation {
  const { title, sections } = chapter;
  const lastEnd =
    end ?? Math.max(title.end, ...sections.map((section) => (section.start >= title.start ? section.end : 0)));
  return {
    span: prose.span(start, lastEnd),
    source: publisher,
    title: foundIn(prose, title),
    year: year ?? yearBehind(prose, title.end),
    sections: sections.flatMap((section) => readList(prose, section, 'typed')),
    pages: pages?.pages ?? [],
    pagesInDocument: pages?.pagesInDocument ?? null,
  };
}

const YEAR_BEHIND = here(/,? ?\(?((?:19|20)\d\d)(?:\)|(?=[,;:]|$))/);

/** 'Hip and Groin Disorders (2011)'. */
function yearBehind(prose: Prose, at: number): Found<number> | null {
  const match = YEAR_BEHIND.at(prose.text, at);
  const year = match?.[1];
  if (match === null || year === undefined) return null;
  const start = match.index + match[0].indexOf(year);
  return numberIn(prose, { start, end: start + year.length });
}

const numberIn = (prose: Prose, { start, end }: Stretch): Found<number> =>
  found(Number(prose.text.slice(start, end)), prose.span(start, end));
