import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import { SECTION_WITH_COMMA } from './guidelineNames.ts';

/** A stretch of a prose's text: indexes, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const KNOWN_SECTION = new RegExp(`(?:${SECTION_WITH_COMMA})(?![A-Za-z])`, 'iy');
const NUMBERED = /\d+(?:\.\d+){0,4}\.? /y;
const BEFORE_NUMBERED = /[,;] ?\d+\.\d/y;
/** Ends of names that hold a comma: 'Capsaicin, topical'. */
const COMMA_TAIL =
  /, ?(?:general|topical|therapeutic|compounded|intrathecal|intravenous|surface|chronic pain|post-?operative pain|criteria for use|specific drug list|not including)\b/y;
const LOWER_CASE = /[,;] ?[a-z]/y;
const SPACES = / +/y;
const AND = / (?:and|&) /y;
const NEW_SENTENCE = /\. ?[A-Z]/y;
const LIST_AND = /[ ,;]*(?:and|&) /iy;

/** How a list's commas are to be taken. */
export type ListStyle =
  /** Printed by the letter's own system: an item begins with a capital. */
  | 'exported'
  /** Typed by hand: items may begin in lower case. */
  | 'typed';

/**
 * The items of a list of sections. Commas within brackets, within known names and before an item's lower-case rest
 * divide nothing; an item that begins with a number ('3.3.1.1 …') goes on to the next number.
 */
export function readList(prose: Prose, { start, end }: Stretch, style: ListStyle): readonly Found<string>[] {
  const { text } = prose;
  const items: Found<string>[] = [];
  const push = (from: number, to: number): void => {
    const item = trimmed(text, { start: skip(LIST_AND, text, from), end: to });
    if (item.end > item.start) items.push(foundIn(prose, item));
  };
  let itemStart = skip(SPACES, text, start);
  let at = itemStart;
  while (at < end) {
    if (at === itemStart) {
      at = itemBeginning(text, at, end);
      if (at > itemStart) {
        // Behind a whole known name only a separator or 'and' is expected; more words belong to the item.
        if (matchesAt(AND, text, at)) {
          push(itemStart, at);
          itemStart = at;
        }
        continue;
      }
    }
    const character = text[at];
    if (character === '(' || character === '[') {
      at = behindBracket(text, at, end);
    } else if (divides(text, itemStart, at, style) || startsKnownSection(text, at)) {
      push(itemStart, at);
      itemStart = skip(SPACES, text, at + 1);
      at = itemStart;
    } else at++;
  }
  push(itemStart, end);
  return items;
}

/** Index behind a known name with commas that begins an item, else `at`. */
function itemBeginning(text: string, at: number, end: number): number {
  const name = skip(LIST_AND, text, at);
  return matchesAt(KNOWN_SECTION, text, name) && KNOWN_SECTION.lastIndex <= end ? KNOWN_SECTION.lastIndex : at;
}

function divides(text: string, itemStart: number, at: number, style: ListStyle): boolean {
  const character = text[at];
  if (character === '.') return matchesAt(NEW_SENTENCE, text, at) && /[a-z)\]]/.test(text[at - 1] ?? '');
  if (character !== ',' && character !== ';') return false;
  if (matchesAt(NUMBERED, text, itemStart)) return matchesAt(BEFORE_NUMBERED, text, at);
  if (character === ';') return true;
  if (matchesAt(COMMA_TAIL, text, at)) return false;
  return style === 'typed' || !matchesAt(LOWER_CASE, text, at);
}

/** 'Preoperative lab testing and Preoperative testing, general': 'and' before a known name with a comma divides. */
function startsKnownSection(text: string, at: number): boolean {
  if (!matchesAt(AND, text, at)) return false;
  const name = AND.lastIndex;
  return /[A-Z]/.test(text[name] ?? '') && matchesAt(KNOWN_SECTION, text, name);
}

const PAGES_LABEL = /(?:\bPages?(?:\(s\))?|\bpgs?\.?|\bpp\.?|\bp\.?) ?:? ?(?=\d)/gi;
const PAGE = /(\d{1,4}(?: ?(?:-|–|to) ?\d{1,4})?)(?: of (\d{1,4}))?/y;
const PAGE_SEPARATOR = /[ ,;&]{1,3}(?:and )?(?:pages? |pgs?\.? |pp?\.? )?(?=\d)/iy;

export interface PageList extends Stretch {
  readonly pages: readonly Found<string>[];
  readonly pagesInDocument: Found<number> | null;
}

/** The first 'Page(s): 98, 99 of 127' between two indexes, in any of its spellings; null where there is none. */
export function readPages(prose: Prose, { start, end }: Stretch): PageList | null {
  const { text } = prose;
  PAGES_LABEL.lastIndex = start;
  const label = PAGES_LABEL.exec(text);
  if (label === null || label.index >= end) return null;
  const pages: Found<string>[] = [];
  let pagesInDocument: Found<number> | null = null;
  let at = PAGES_LABEL.lastIndex;
  let listEnd = at;
  for (;;) {
    PAGE.lastIndex = at;
    const page = PAGE.exec(text);
    if (page === null || PAGE.lastIndex > end) break;
    const [whole, printed = whole, total] = page;
    pages.push(found(printed, prose.span(at, at + printed.length)));
    listEnd = at + whole.length;
    if (total !== undefined) pagesInDocument = found(Number(total), prose.span(listEnd - total.length, listEnd));
    PAGE_SEPARATOR.lastIndex = listEnd;
    if (!PAGE_SEPARATOR.test(text)) break;
    at = PAGE_SEPARATOR.lastIndex;
  }
  return { start: label.index, end: listEnd, pages, pagesInDocument };
}

/** No bracket in a citation is longer; keeps brackets that never close from being searched for again and again. */
const LONGEST_BRACKET = 250;

/** Index behind the bracket that opens at `at`; where it never closes, behind its opening. */
export function behindBracket(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(end, at + LONGEST_BRACKET); i++) {
    const character = text[i];
    if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && --depth === 0) return i + 1;
  }
  return at + 1;
}

const LEADING = /[\s,;:.\-–—/&]+/y;

/** Without separators at its ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const from = Math.min(end, skip(LEADING, text, start));
  let to = end;
  while (to > from && ' ,;:.-–—/'.includes(text[to - 1] ?? 'x')) to--;
  return { start: from, end: to };
}

export const foundIn = (prose: Prose, { start, end }: Stretch): Found<string> =>
  found(prose.text.slice(start, end), prose.span(start, end));

/** `pattern` is sticky. */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Index behind `pattern` (sticky) where it matches at `at`, else `at`. */
export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
