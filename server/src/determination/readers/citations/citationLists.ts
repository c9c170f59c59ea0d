import { everywhere, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { SECTION_WITH_COMMA } from './guidelineNames.ts';

/** A stretch of the text of a `Prose`: indexes, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const KNOWN_SECTION = here(new RegExp(`(?:${SECTION_WITH_COMMA})(?![A-Za-z])`, 'i'));
const NUMBERED = here(/\d{1,6}(?:\.\d{1,6}){0,4}\.? /);
const BEFORE_NUMBERED = here(/[,;] ?\d{1,6}\.\d/);
/** Ends of names that hold a comma: 'Capsaicin, topical'. */
const COMMA_TAIL = here(
  /, ?(?:general|topical|therapeutic|compounded|intrathecal|intravenous|surface|chronic pain|post-?operative pain|criteria for use|specific drug list|not including)\b/,
);
const LOWER_CASE = here(/[,;] ?[a-z]/);
const SPACES = here(/ {1,9}/);
const AND = here(/ (?:and|&) /);
const NEW_SENTENCE = here(/\. ?[A-Z]/);
const LIST_AND = here(/[ ,;]{0,9}(?:and|&) /i);

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
    const item = trimmed(text, { start: LIST_AND.skip(text, from), end: to });
    if (item.end > item.start) items.push(foundIn(prose, item));
  };
  let itemStart = SPACES.skip(text, start);
  let at = itemStart;
  while (at < end) {
    if (at === itemStart) {
      at = itemBeginning(text, at, end);
      if (at > itemStart) {
        // After a whole known name only a separator or 'and' is expected; more words belong to the item.
        if (AND.matchesAt(text, at)) {
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
      itemStart = SPACES.skip(text, at + 1);
      at = itemStart;
    } else at++;
  }
  push(itemStart, end);
  return items;
}

/** Index after a known name with commas that begins at `at`; -1 where none does. */
export const endOfSectionName = (text: string, at: number): number => KNOWN_SECTION.endAt(text, at);

/** Whether the comma at `at` belongs to a name: 'Capsaicin, topical'. */
export const isCommaOfName = (text: string, at: number): boolean => COMMA_TAIL.matchesAt(text, at);

/** Index after a known name with commas that begins an item, else `at`. */
function itemBeginning(text: string, at: number, end: number): number {
  const name = LIST_AND.skip(text, at);
  const nameEnd = KNOWN_SECTION.endAt(text, name);
  return nameEnd >= 0 && nameEnd <= end ? nameEnd : at;
}

function divides(text: string, itemStart: number, at: number, style: ListStyle): boolean {
  const character = text[at];
  if (character === '.') return NEW_SENTENCE.matchesAt(text, at) && /[a-z)\]]/.test(text[at - 1] ?? '');
  if (character !== ',' && character !== ';') return false;
  if (NUMBERED.matchesAt(text, itemStart)) return BEFORE_NUMBERED.matchesAt(text, at);
  if (character === ';') return true;
  if (COMMA_TAIL.matchesAt(text, at)) return false;
  return style === 'typed' || !LOWER_CASE.matchesAt(text, at);
}

/** 'Preoperative lab testing and Preoperative testing, general': 'and' before a known name with a comma divides. */
function startsKnownSection(text: string, at: number): boolean {
  const name = AND.endAt(text, at);
  return name >= 0 && /[A-Z]/.test(text[name] ?? '') && KNOWN_SECTION.matchesAt(text, name);
}

const PAGES_LABEL = everywhere(/(?:\bPages?(?:\(s\))?|\bpgs?\.?|\bpp\.?|\bp\.?) ?:? ?(?=\d)/i);
const PAGE = here(/([A-Za-z]?\d{1,4}(?: ?(?:-|–|to|thru|through) ?[A-Za-z]?\d{1,4})?)(?: of (\d{1,4}))?/);
const RANGE = / ?(?:–|\bto\b|\bthru\b|\bthrough\b) ?/;
const PAGE_SEPARATOR = here(/(?:[ ,&]{1,3}|; ?(?!\d{1,2}\)))(?:and )?(?:pages? |pgs?\.? |pp?\.? )?(?=\d)/i);
/** 'pages 15-16; 8 CCR 9792.20': a law. */
const LAW = here(/\d{1,3} (?:[A-Z]{2}|[A-Z]\. ?[A-Z]\.)/);

export interface PageList extends Stretch {
  readonly pages: readonly Found<string>[];
  readonly pagesInDocument: Found<number> | null;
}

/** The first 'Page(s): 98, 99 of 127' between two indexes, in any of its spellings; null where there is none. */
export function readPages(prose: Prose, { start, end }: Stretch): PageList | null {
  const { text } = prose;
  const label = PAGES_LABEL.first(text, start, end);
  if (label === null) return null;
  const pages: Found<string>[] = [];
  let pagesInDocument: Found<number> | null = null;
  let at = label.index + label[0].length;
  let listEnd = at;
  for (;;) {
    const page = PAGE.at(text, at);
    if (page === null || at + page[0].length > end) break;
    const [whole, printed = whole, total] = page;
    // '548 to 552' is '548-552'.
    pages.push(found(printed.replace(RANGE, '-'), prose.span(at, at + printed.length)));
    listEnd = at + whole.length;
    if (total !== undefined) pagesInDocument = found(Number(total), prose.span(listEnd - total.length, listEnd));
    at = PAGE_SEPARATOR.endAt(text, listEnd);
    if (at < 0 || LAW.matchesAt(text, at)) break;
  }
  return { start: label.index, end: listEnd, pages, pagesInDocument };
}

/** No bracket in a citation is longer; keeps brackets that never close from being searched for again and again. */
const LONGEST_BRACKET = 250;

/** Index after the bracket that opens at `at`; where it never closes, after its opening. */
export function behindBracket(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(end, at + LONGEST_BRACKET); i++) {
    const character = text[i];
    if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && --depth === 0) return i + 1;
  }
  return at + 1;
}

const SEPARATORS = ' ,;:.-–—/';

/** Without separators at its ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  while (from < end && (SEPARATORS.includes(text.charAt(from)) || text.charAt(from) === '&')) from++;
  let to = end;
  while (to > from && SEPARATORS.includes(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

export const foundIn = (prose: Prose, { start, end }: Stretch): Found<string> =>
  found(prose.text.slice(start, end), prose.span(start, end));
