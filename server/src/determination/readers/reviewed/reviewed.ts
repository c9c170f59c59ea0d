import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import { numbers } from '../../../language/values/number.ts';
import { verbGroupBefore } from '../../../language/verbGroup.ts';
import type { Prose } from '../../../text/prose.ts';
import { oncePerPassage } from '../../language.ts';
import { derived, readAs } from '../../model/derivation.ts';
import type { ReviewedItem, ReviewFate } from '../../model/review.ts';
import { findBodyParts } from '../anatomy/bodyMentions.ts';
import { SIDE_WORDS } from '../anatomy/sideWords.ts';
import { readCategory } from '../treatments/category.ts';
import { findTreatments } from '../treatments/treatments.ts';
import { REVIEW_WORDS } from './vocabulary.ts';

/**
 * The treatments that a summary says utilization review denied, authorized or modified, each item of its lists by itself,
 * in order: of 'non-certified the request for an MRI and a brace' both. Items without a name that is known are left out.
 */
export const readReviewed: (summary: Prose) => readonly ReviewedItem[] = oncePerPassage((passage) =>
  [...passage.sentences()].flatMap((sentence) => itemsIn(passage, sentence)),
);

/** A verb that says what became of what it names. */
interface Event extends TokenRange {
  readonly fate: ReviewFate;
  /** The words before it are its list: 'the request for an MRI was denied'. */
  readonly isPassive: boolean;
}

type Sign = ReviewFate | 'necessary';

const FATES = new ClassMap<Sign>([
  [REVIEW_WORDS['review changes'], 'modified'],
  [REVIEW_WORDS['review refusal'], 'denied'],
  [REVIEW_WORDS['review refuses'], 'denied'],
  [REVIEW_WORDS['review grants'], 'authorized'],
  [REVIEW_WORDS['review finds necessary'], 'necessary'],
]);

function itemsIn(passage: PlacedPassage, sentence: TokenRange): readonly ReviewedItem[] {
  const { reading } = passage;
  if (reading.has(sentence, REVIEW_WORDS['review long ago'])) return [];
  const events = eventsIn(reading, sentence);
  // Who denied what else is not known: 'He denied chest pain.'
  const isReview = reading.has(sentence, REVIEW_WORDS['review speaks']);
  const items: ReviewedItem[] = [];
  for (const [i, event] of events.entries()) {
    const range = rangeOf(reading, sentence, event, events[i - 1], events[i + 1]);
    const list = listIn(reading, range, event.isPassive);
    const isRequest = event.isPassive && reading.has(range, REVIEW_WORDS['review request']);
    // 'An MRI and a brace were denied on 12/22/2016': a treatment, and no complaint, is denied on a day.
    const isDated = event.isPassive && event.fate === 'denied' && hasDay(reading, sentence);
    if (!isReview && !isRequest && !isDated) continue;
    for (const piece of piecesOf(reading, list, event.isPassive)) {
      const item = itemOf(passage, piece, event, sentence);
      if (item !== null) items.push(item);
    }
  }
  return items;
}

/** Where the list of an event may be. Between a list after one verb and one before the next only a mark divides. */
function rangeOf(reading: Reading, sentence: TokenRange, event: Event, before?: Event, next?: Event): TokenRange {
  if (event.isPassive) {
    const first = before?.end ?? sentence.first;
    const isShared = before !== undefined && !before.isPassive;
    return {
      first: isShared ? (divisionIn(reading, { first, end: event.first }) ?? event.first) : first,
      end: event.first,
    };
  }
  const end = next?.first ?? sentence.end;
  const isShared = next?.isPassive === true;
  return { first: event.end, end: isShared ? (divisionIn(reading, { first: event.end, end }) ?? event.end) : end };
}

/** The position of the first semicolon in a range; null where there is none. */
function divisionIn({ tokens }: Reading, { first, end }: TokenRange): number | null {
  for (let at = first; at < end; at++) if (tokens.written(at) === ';') return at;
  return null;
}

function eventsIn(reading: Reading, { first, end }: TokenRange): readonly Event[] {
  const events: Event[] = [];
  for (let at = first; at < end; at++) {
    const found = FATES.at(reading, at);
    if (found === null || found.end > end) continue;
    const event = eventOf(reading, { at, end: found.end, sign: found.value, first, form: found.form });
    if (event !== null) events.push(event);
    at = found.end - 1;
  }
  return events;
}

function hasDay(reading: Reading, { first, end }: TokenRange): boolean {
  for (const { kind } of dates(reading).between(first, end)) if (kind === 'day') return true;
  return false;
}

/** Position of the 'non' of 'non-certified'; the verb's own where there is none. */
function nonBefore({ tokens }: Reading, at: number): number {
  const before = tokens.written(at - 1) === '-' ? at - 2 : at - 1;
  return tokens.lower(before) === 'non' ? before : at;
}

interface Word {
  readonly at: number;
  readonly end: number;
  readonly sign: Sign;
  readonly first: number;
  readonly form: number;
}

function eventOf(reading: Reading, { at, end, sign, first, form }: Word): Event | null {
  const non = nonBefore(reading, at);
  const isNon = non < at;
  const before = verbGroupBefore(reading, at, first);
  // 'Were non-certified': the linking verb comes before the 'non'.
  const linked = isNon ? verbGroupBefore(reading, non, first) : before;
  const group = linked.hasLink ? linked : before;
  const isDenied = (group.negations % 2 === 1) !== isNon;
  // 'May be authorized', 'requests to approve it', 'if authorized'
  if (group.modality !== 'none' || (group.isInfinitive && !group.hasLink)) return null;
  if (sign === 'necessary')
    return group.hasLink && isDenied ? { first: group.first, end, fate: 'denied', isPassive: true } : null;
  if (isDenied && sign !== 'authorized') return null;
  const fate: ReviewFate = isDenied ? 'denied' : sign;
  if (reading.endOfClass(at, REVIEW_WORDS['review refusal']) === end) {
    const leads = LEADS.has(reading.tokens.lower(end));
    return leads ? { first: at, end: end + 1, fate, isPassive: false } : null;
  }
  if (group.hasLink) return { first: group.first, end, fate, isPassive: true };
  // 'MRI of the knee - denied'
  if (NOTE_MARKS.has(reading.tokens.written(at - 1)) && !isNon) return { first: at - 1, end, fate, isPassive: true };
  const isVerb = (form & (Form.past | Form.thirdPerson)) !== 0 || (group.isFinite && (form & Form.base) !== 0);
  return isVerb ? { first: group.first, end, fate, isPassive: false } : null;
}

const NOTE_MARKS: ReadonlySet<string> = new Set(['-', '–', '—', ':']);

const LEADS: ReadonlySet<string> = new Set(['for', 'of']);

/** The list in a range: after 'the request for' or 'review determined that', up to the words that give a reason or go on with something else. */
function listIn(reading: Reading, { first, end }: TokenRange, isBefore: boolean): TokenRange {
  let start = first;
  for (let at = first; at < end; at++) {
    const request = reading.endOfClass(at, REVIEW_WORDS['review request']);
    if (request < 0) continue;
    const lead = leadAfter(reading, request, end);
    if (lead > start && (isBefore || start === first)) start = lead;
  }
  for (let at = start; at < Math.min(end, start + FARTHEST_LEAD); at++) {
    start = Math.max(start, reading.endOfClass(at, REVIEW_WORDS['review finds']));
  }
  for (let at = start; at < end; at++) {
    // The 'as' of 'as well as' gives no reason.
    const joint = reading.endOfClass(at, REVIEW_WORDS['review divides a list']);
    if (joint > at + 1) {
      at = joint - 1;
      continue;
    }
    const isEnd = reading.endOfClass(at, REVIEW_WORDS['review ends a list']) > at || reading.tokens.written(at) === '(';
    if (isEnd && at > start) return { first: start, end: at };
  }
  return { first: start, end };
}

/** In tokens: 'request was received for', 'requests submitted on 1-2-17 for' */
const FARTHEST_LEAD = 8;

/** The position after 'for' that leads from 'request' to what is requested. */
function leadAfter(reading: Reading, at: number, end: number): number {
  for (let next = at; next < Math.min(end, at + FARTHEST_LEAD); next++) {
    if (reading.tokens.lower(next) === 'for') return next + 1;
  }
  return -1;
}

/** The items of a list. */
function* piecesOf(reading: Reading, { first, end }: TokenRange, isBefore: boolean): Iterable<TokenRange> {
  let start = first;
  for (let at = first; at < end; at++) {
    const joint = reading.endOfClass(at, REVIEW_WORDS['review divides a list']);
    const isMark = DIVIDING.has(reading.tokens.written(at)) && !reading.tokens.isGlued(at + 1);
    if (joint < 0 && !isMark) continue;
    if (at > start) yield trimmed(reading, { first: start, end: at });
    // 'Denied the request and prescribed Norco'
    const next = isMark ? reading.endOfClass(at + 1, REVIEW_WORDS['review divides a list']) : joint;
    if (!isBefore && isVerbAt(reading, Math.max(next, at + 1))) return;
    start = isMark ? at + 1 : joint;
    at = start - 1;
  }
  if (end > start) yield trimmed(reading, { first: start, end });
}

/** 'prescribed Norco', not 'left knee' */
const isVerbAt = (reading: Reading, at: number): boolean =>
  (reading.formAt(at) & (Form.past | Form.thirdPerson)) !== 0 && !reading.is(at, SIDE_WORDS);

/** Without the marks and prepositions around it: 'for crutches.' */
function trimmed(reading: Reading, { first, end }: TokenRange): TokenRange {
  const { tokens } = reading;
  let start = first;
  let stop = end;
  while (start < stop - 1 && (tokens.isMark(start) || reading.is(start, ENGLISH.preposition))) start++;
  while (stop > start + 1 && tokens.isMark(stop - 1) && !CLOSING.has(tokens.written(stop - 1))) stop--;
  return { first: start, end: stop };
}

const CLOSING: ReadonlySet<string> = new Set([')', '%']);

const DIVIDING: ReadonlySet<string> = new Set([',', ';', ':', '&']);

/** A longer one is no item of a list. In tokens. */
const LONGEST_ITEM = 30;

function itemOf(
  passage: PlacedPassage,
  piece: TokenRange,
  { fate, first, end, isPassive }: Event,
  sentence: TokenRange,
): ReviewedItem | null {
  if (piece.end - piece.first > LONGEST_ITEM) return null;
  const words = passage.prose(piece);
  const treatments = findTreatments(words).map(({ value }) => value);
  if (treatments.length === 0) return null;
  const category = readCategory(words);
  const { reading } = passage;
  const verb = passage.span({ first, end });
  const derivation = readAs(verb, `${fate}, told ${isPassive ? 'after' : 'before'} what was`);
  return {
    words,
    category: category.value,
    treatments,
    bodyParts: findBodyParts(words).map(({ value }) => value),
    isOfPart: reading.has(sentence, REVIEW_WORDS['review in part']) || isCounted(reading, piece),
    sentence: passage.span(sentence),
    ...derived(fate, words.range, derivation),
  };
}

const isCounted = (reading: Reading, { first, end }: TokenRange): boolean => numbers(reading).hasBetween(first, end);
