import { isCommaOfName } from '../citationLists.ts';
import { type Item, isQuote, type Scanner } from './scanner.ts';
import { PUBLISHER_NAMES } from './words.ts';

/**
 * The title that begins at a capital or a figure: up to the next comma, stop, or word that no title has. Null where none
 * begins. A bracket belongs to it ('Carisoprodol (Soma)') unless it gives pages, an edition or a publisher.
 * @param isHead whether the title of a guideline begins at a token: there another citation begins
 */
export function itemAt(scanner: Scanner, at: number, limit: number, isHead: (at: number) => boolean): Item | null {
  if (!scanner.begins(at) || !mayBeginTitle(scanner, at)) return null;
  let end = Math.max(at + 1, scanner.endOfKnownName(at, limit));
  while (end < limit && end < at + LONGEST_ITEM) {
    const next = nextOfItem(scanner, at, end, limit, isHead);
    if (next <= end) break;
    end = next;
  }
  return withoutPlace(scanner, at, end);
}

/** 'I looked …', 'The reviewer …' begin no title; 'In-home care' does. */
function mayBeginTitle(scanner: Scanner, at: number): boolean {
  if (scanner.is(at, 'citation person')) return false;
  return !scanner.is(at, 'citation begins no title') || scanner.tokens.isGlued(at + 1);
}

const LONGEST_ITEM = 50;

/** The position up to which an item goes on from `at`; `at` where it ends. */
function nextOfItem(
  scanner: Scanner,
  first: number,
  at: number,
  limit: number,
  isHead: (at: number) => boolean,
): number {
  const { tokens } = scanner;
  if (tokens.isMark(at)) return afterMark(scanner, at, limit, isHead);
  if (scanner.pagesAt(at, limit) !== null || endsAtYear(scanner, at, limit)) return at;
  if (tokens.isFigures(at)) return at + 1;
  if (tokens.isCapitalized(at)) return startsAnother(scanner, at, limit, isHead) ? at : at + 1;
  if (tokens.isGlued(at)) return at + 1;
  if (scanner.is(at, 'citation ends a title')) return at;
  if (scanner.is(at, 'citation update')) return at;
  if (scanner.is(at, 'citation joins') && joinsAnother(scanner, at, limit, isHead)) return at;
  if (scanner.is(at, 'citation belongs to')) {
    const next = withoutArticle(scanner, at + 1);
    if (isHead(next) || isChapter(scanner, next)) return at;
  }
  if (scanner.is(at, 'citation takes in')) return at;
  // 'the Knee Chapter at Walking aids'.
  if (at > first && scanner.is(at - 1, 'citation chapter') && scanner.is(at, 'citation leads to a place')) return at;
  // 'Physical Medicine at pages 98-99'.
  if (at > first && scanner.pagesAt(scanner.skipAll(at, 'citation leads to a place', 2), limit) !== null) return at;
  return at + 1;
}

/** 'the Neck and Upper Back Chapter', 'the chapter on the knee'. */
const isChapter = (scanner: Scanner, at: number): boolean => scanner.endOfCommonChapter(at) > at;

function afterMark(scanner: Scanner, at: number, limit: number, isHead: (at: number) => boolean): number {
  const { tokens, prose } = scanner;
  const mark = scanner.written(at);
  switch (mark.charAt(0)) {
    case ',':
      return isCommaOfName(prose.text, tokens.start(at)) ? at + 2 : at;
    case ';':
    case ')':
    case ']':
    case '“':
    case '”':
    case '"':
      return at;
    case '(':
    case '[':
      return isOwnBracket(scanner, at, limit, isHead) ? scanner.endOfBracket(at, limit) : at;
    case ':':
      return tokens.isCapitalized(at + 1) && !isHead(at + 1) ? at + 1 : at;
    case '.':
      return tokens.isGlued(at) && at + 1 < limit && !endsSentence(scanner, at) ? at + 1 : at;
    default:
      return at + 1;
  }
}

/** In a work that goes on beyond a sentence: '(The 12-lead electrocardiogram). Circulation'. */
function endsSentence({ tokens }: Scanner, at: number): boolean {
  const isAbbreviated = tokens.isWord(at - 1) && tokens.end(at - 1) - tokens.start(at - 1) <= LONGEST_ABBREVIATION;
  return !isAbbreviated && !tokens.isGlued(at + 1) && tokens.isCapitalized(at + 1);
}

const LONGEST_ABBREVIATION = 3;

/** '(for pain)', '(Soma)'; not '(pages 98-99)', '(2009)', '(MTUS)', '(as read by the physician)'. */
function isOwnBracket(scanner: Scanner, at: number, limit: number, isHead: (at: number) => boolean): boolean {
  const inside = at + 1;
  if (scanner.endOfBracket(at, limit) === at || scanner.editionAt(at, limit) !== null || isHead(inside)) return false;
  if (scanner.pagesAt(inside, limit) !== null || scanner.endOfPlaceLabel(inside, limit) > inside) return false;
  return !scanner.is(inside, 'citation ends a title') && !scanner.is(inside, 'citation takes in');
}

/** 'Opioids 2017,': a year that nothing of the title follows. */
function endsAtYear(scanner: Scanner, at: number, limit: number): boolean {
  if (!scanner.isYear(at)) return false;
  const { tokens } = scanner;
  const next = at + 1;
  if (tokens.isGlued(next) && tokens.isFigures(next)) return false;
  return next >= limit || !tokens.isGlued(at) || scanner.isSeparator(next);
}

function startsAnother(scanner: Scanner, at: number, limit: number, isHead: (at: number) => boolean): boolean {
  if (scanner.endOfPlaceLabel(at, limit) > at) return scanner.tokens.isCapitalized(at);
  return scanner.endOfClass(at, PUBLISHER_NAMES) > at && isHead(at);
}

/** 'and' before another guideline, other pages or another label. */
function joinsAnother(scanner: Scanner, at: number, limit: number, isHead: (at: number) => boolean): boolean {
  const next = scanner.skipAll(scanner.skip(at, 'citation joins'), 'citation leads to a place', 3);
  const over = scanner.is(next, 'citation begins no title') ? next + 1 : next;
  return isHead(next) || isHead(withoutArticle(scanner, over)) || scanner.pagesAt(next, limit) !== null;
}

/** The position after 'the', and after 'title 8 of the'. */
export function withoutArticle(scanner: Scanner, at: number): number {
  const isPart = scanner.is(at, 'citation part of a law') && scanner.tokens.isFigures(at + 1);
  const from = isPart ? scanner.skip(at + 2, 'citation belongs to') : at;
  return ARTICLES.has(scanner.tokens.lower(from)) ? from + 1 : from;
}
const ARTICLES: ReadonlySet<string> = new Set(['the', 'its', 'their']);

/** 'Physical Medicine section': the last word says only that it is a place. */
function withoutPlace(scanner: Scanner, first: number, end: number): Item {
  const last = end - 1;
  const isPlace = last > first && !scanner.tokens.isCapitalized(last) && scanner.is(last, 'citation place');
  const titleEnd = isPlace ? last : end;
  return { first, end, titleEnd: isQuote(scanner.written(titleEnd - 1)) ? titleEnd - 1 : titleEnd };
}
