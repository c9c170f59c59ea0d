import { ClassMap } from '../../../language/lexicon/classMap.ts';
import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { ENGLISH, passageOf } from '../../language.ts';
import type { Category } from '../../model/determination.ts';
import type { QuotedLimit } from '../../model/visits.ts';
import { isTherapy } from '../treatments/therapies.ts';
import { derivationOfRecord } from './history/derivations.ts';
import { rationaleRecords } from './history/history.ts';
import type { VisitRecord } from './history/records.ts';
import { isSchedule, weeksBeside } from './limitDurations.ts';
import { isOpen } from './limitSources.ts';
import { isOfRule } from './roles/guidelineNumbers.ts';
import { LEDGER_WORDS } from './words/ledgerWords.ts';
import { isCountedInVisits } from './words/therapyMentions.ts';
import { VISIT_WORDS } from './words/vocabulary.ts';

/** The numbers of visits that a rationale gives as a guideline's, in its order, without those that were requested or attended. */
export const readQuotedLimits = (rationale: Prose, category: Category): readonly QuotedLimit[] =>
  passageOf(rationale).onceOf(quotedIn, category, category);

function quotedIn(passage: PlacedPassage, category: Category): readonly QuotedLimit[] {
  const records = rationaleRecords(passage);
  const limits: QuotedLimit[] = [];
  let sentence = -1;
  let inSentence = new Set<number>();
  for (const [i, record] of records.entries()) {
    const { count, role, therapy } = record;
    if (role !== 'guideline' && !isOfRule(passage.reading, count)) continue;
    if (isOutdone(record, records[i + 1]) || isAsked(passage.reading, record.sentence)) continue;
    if (isOpen(passage, records, record)) continue;
    if (count.stated === null && !isSchedule(passage.reading, records, record)) continue;
    // 'Fading to one', 'MTUS (98-99)'
    if (count.form === 'bare' && ((count.total ?? 0) < LEAST || (count.total ?? 0) > MOST)) continue;
    if (therapy !== null && !isCountedInVisits(therapy)) continue;
    // For other things, a figure must be said to be a guideline's.
    if (!isTherapy(category) && (record.cue === null || count.form === 'bare')) continue;
    if (record.sentence.first !== sentence) {
      sentence = record.sentence.first;
      inSentence = new Set();
    }
    const limit = limitOf(passage, records, record);
    // A sentence that applies a figure to the case, or repeats its own, quotes no new one.
    const isRepeated = limits.some(({ visitsMax }) => visitsMax === limit.visitsMax) && applies(records, record);
    if (isRepeated || (inSentence.has(limit.visitsMax) && limit.weeksMax === null)) continue;
    inSentence.add(limit.visitsMax);
    limits.push(limit);
  }
  return limits;
}

/** 'Four visits, six at the outside': the latter is the limit. */
function isOutdone({ count }: VisitRecord, next: VisitRecord | undefined): boolean {
  if (next?.cue?.kind !== 'limit' || next.count.form !== 'bare') return false;
  return next.cue.first === next.count.end && next.count.first <= count.end + LONGEST_JOINT;
}

/** 'Does the guideline allow twelve?'; not 'the cap of 24 visits reached?'. */
const isAsked = (reading: Reading, { first, end }: TokenRange): boolean =>
  reading.tokens.written(end - 1) === '?' && ASKING.has(reading, first);

const ASKING = new ClassMap<true>([ENGLISH.do, ENGLISH.be, ENGLISH.modal].map((each) => [each, true]));

/** Whether the sentence of a figure mentions the request, too. */
const applies = (records: readonly VisitRecord[], { sentence, isApplied }: VisitRecord): boolean =>
  isApplied || records.some((each) => each.sentence.first === sentence.first && each.role === 'requested');

function limitOf(passage: PlacedPassage, records: readonly VisitRecord[], record: VisitRecord): QuotedLimit {
  const { reading } = passage;
  const { count } = record;
  const { stated, perWeek, weeks, computed } = count;
  const range = { first: leadOf(reading, count.first), end: trailOf(reading, count.end) };
  // 'The guideline backs no more than eight of the twelve'
  const isOfShare = record.cue?.kind === 'limit' && record.cue.end <= count.first;
  const visitsMax = (isOfShare ? count.share : null) ?? stated?.max ?? computed ?? 0;
  // 'At 1 to 2 times a week for the first 2 weeks' is the duration of the frequency, not of the visits.
  const isOfVisits =
    perWeek === null || computed === visitsMax || (stated !== null && isBetween(weeks, stated, perWeek));
  const lasts = weeks !== null && isOfVisits;
  return {
    span: passage.span(range),
    text: reading.tokens.slice(range.first, range.end),
    visitsMin: stated !== null && stated.min < visitsMax ? stated.min : null,
    visitsMax,
    weeksMax: lasts ? weeks.max : weeks === null ? weeksBeside(reading, records, record) : null,
    kind: kindOf(reading, record, range),
    condition: conditionOf(reading, record.sentence, range.first),
    sentence: passage.prose(record.sentence),
    derivation: derivationOfRecord(passage, record),
  };
}

/** '10 visits over 8 weeks, fading from 3 a week' */
const isBetween = (weeks: TokenRange | null, visits: TokenRange, perWeek: TokenRange): boolean =>
  weeks !== null && weeks.first >= visits.end && weeks.end <= perWeek.first;

/** The words that belong to a figure: 'total of up to 18 visits', 'initial trial of 6', 'no more than 24'. */
function leadOf(reading: Reading, first: number): number {
  let start = first;
  for (let lead = first; first - lead < LONGEST_LEAD; ) {
    const end = lead;
    const isLead = (words: WordClass) => (at: number) => reading.endOfClass(at, words) === end;
    const before = [end - 1, end - 2, end - 3].find(isLead(VISIT_WORDS['limit lead']));
    if (before === undefined) break;
    lead = before;
    if (isLead(VISIT_WORDS['limit start'])(before)) start = before;
  }
  return start;
}

/** '6-visit clinical trial' */
function trailOf(reading: Reading, end: number): number {
  const at = reading.tokens.written(end) === '-' ? end + 1 : end;
  const trial = reading.endOfClass(at, VISIT_WORDS['trial word']);
  return trial < 0 ? end : trial;
}

/** In visits. */
const LEAST = 2;
const MOST = 60;
/** In tokens. */
const LONGEST_LEAD = 9;
/** ', or' */
const LONGEST_JOINT = 2;
const EFFECT_REACH = 12;

function kindOf(reading: Reading, { count, sentence }: VisitRecord, { first, end }: TokenRange): QuotedLimit['kind'] {
  const { perWeek, weeks, recurs } = count;
  if (recurs || weeks?.max === 1) return 'recurring';
  // 'For the first 2 weeks' calls no visits the first.
  const before = weeks !== null && weeks.first > first ? weeks.first - 1 : end;
  if (reading.has({ first, end: before }, VISIT_WORDS['trial word'])) return 'trial';
  const near = {
    first: Math.max(sentence.first, first - EFFECT_REACH),
    end: Math.min(sentence.end, end + EFFECT_REACH),
  };
  if (reading.has(near, LEDGER_WORDS['effect'])) return 'trial';
  return perWeek !== null && count.stated !== null ? 'recurring' : 'total';
}

/** What is said right before a figure to be its case: '(ICD9 729.1):', 'Sprains of the knee:'. */
function conditionOf({ tokens }: Reading, sentence: TokenRange, before: number): string | null {
  const hasColon = tokens.written(before - 1) === ':';
  const end = hasColon ? before - 1 : before;
  const last = tokens.written(end - 1) === ')' ? end - 2 : end - 1;
  if (last < sentence.first) return null;
  if (tokens.isFigures(last)) {
    const isDecimal = tokens.isGlued(last) && tokens.written(last - 1) === '.' && tokens.isFigures(last - 2);
    return tokens.slice(isDecimal ? last - 2 : last, last + 1);
  }
  if (!hasColon || last < end - 1) return null;
  let first = end;
  while (first > sentence.first && end - first < LONGEST_CONDITION && tokens.isWord(first - 1)) first--;
  return first < end ? tokens.slice(first, end) : null;
}

/** In tokens. */
const LONGEST_CONDITION = 9;
