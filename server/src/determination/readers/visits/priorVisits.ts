import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import { type Derivation, type Derived, derived } from '../../model/derivation.ts';
import type { BodyPart, Category, Laterality, Request } from '../../model/determination.ts';
import type { PriorVisits, Visits } from '../../model/visits.ts';
import { isTherapy } from '../treatments/therapies.ts';
import { surgeriesBefore } from './afterSurgery.ts';
import { type AskedFor, askedFor, isAskedFor } from './history/askedFor.ts';
import { derivationOf } from './history/derivations.ts';
import { rationaleHistory, summaryHistory } from './history/history.ts';
import { type Had, noneIn, numbersOfOthers, visitsToldIn } from './history/told.ts';
import { requestedCounts } from './visits.ts';
import { LEDGER_WORDS } from './words/ledgerWords.ts';
import { type TherapyMention, therapyMentions } from './words/therapyMentions.ts';
import { THERAPY_KINDS, VISIT_CUES, VISIT_WORDS } from './words/vocabulary.ts';

export interface PriorVisitsSource {
  readonly request: Request;
  readonly category: Category;
  readonly bodyParts: readonly Found<BodyPart>[];
  readonly laterality: Found<Laterality> | null;
  readonly visits: Visits | null;
  readonly rationale: Prose | null;
  /** The clinical case summary. */
  readonly summary: Prose | null;
}

/**
 * Visits of the therapy in dispute that the patient already had or that are authorized: what the heading gives
 * as authorized and, on top of it, what rationale and summary give as attended. Zero only where the letter says that
 * there were none; null where it does not say, or is about another therapy.
 */
export function readPriorVisits(source: PriorVisitsSource): PriorVisits | null {
  const { request, category, visits, rationale, summary } = source;
  if (!isTherapy(category) && visits === null) return null;
  const asked = askedForIn(source);
  const histories = [rationale && rationaleHistory(rationale), summary && summaryHistory(summary)].filter(
    (history) => history !== null,
  );
  const ofOthers = numbersOfOthers(histories, asked);
  const authorized = authorizedVisits(request, category, asked);
  if (authorized === null) {
    const had = largest(histories.map((history) => visitsToldIn(history, asked, ofOthers, null)));
    if (had === null) return withoutStory(firstOf(histories.map((history) => noneIn(history, asked))));
    return { isPartOfRequest: isPartOf(source, had), isAfterSurgery: isAfterSurgery(had), ...had.told };
  }
  const attended = largest(histories.map((history) => visitsToldIn(history, asked, ofOthers, authorized.value)));
  return withoutStory(attended === null ? authorized : sum(authorized, attended.told));
}

const withoutStory = (told: Derived<number> | null): PriorVisits | null =>
  told && { isPartOfRequest: false, isAfterSurgery: false, ...told };

function askedForIn({ request, category, bodyParts, laterality, visits }: PriorVisitsSource): AskedFor {
  const proses = request.kind === 'whole' ? [request.treatment] : [request.treatment, request.original];
  const passages = proses.map(passageOf);
  const named = passages.flatMap((passage) => [
    ...therapyMentions(passage.reading).between(passage.first, passage.end),
  ]);
  return askedFor({
    category,
    names: new Set(named.flatMap(({ name }: TherapyMention) => name ?? [])),
    parts: bodyParts.map(({ value }) => value),
    side: laterality?.value ?? null,
    kinds: passages.flatMap((passage) => Array.from(passage.mentions(THERAPY_KINDS), ({ value }) => value)),
    visits: visits?.total ?? null,
  });
}

/** What the heading gives as authorized, of the same therapy. */
function authorizedVisits(request: Request, category: Category, asked: AskedFor): Derived<number> | null {
  if (request.kind === 'whole' || request.authorized === null) return null;
  const passage = passageOf(request.authorized);
  const { reading, first, end } = passage;
  const [named] = therapyMentions(reading).between(first, end);
  if (named !== undefined && !isAskedFor(asked, { therapy: named, bodies: [], kinds: [] })) return null;
  return requestedCounts(passage, category).reduce<Derived<number> | null>((before, count) => {
    if (count.total === null) return before;
    const { reasons, reckoning } = derivationOf(passage, count);
    const span = passage.span(count);
    const told = derived(count.total, span, {
      reasons: [...reasons, { span, as: 'authorized of the request', row: null }],
      reckoning,
    });
    return before === null ? told : sum(before, told);
  }, null);
}

const firstOf = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

const largest = (told: readonly (Had | null)[]): Had | null =>
  told.reduce(
    (most, each) => (most === null || (each !== null && each.told.value > most.told.value) ? each : most),
    null,
  );

const isAfterSurgery = ({ records, history: { passage } }: Had): boolean =>
  records.some(({ sentence }) => !isEmpty(surgeriesBefore(passage, sentence)));

/**
 * Whether what was authorized is a part of the very visits in dispute: the sentence gives both numbers and a part of the
 * one, or the same number for both and nothing of others.
 */
function isPartOf({ request, visits }: PriorVisitsSource, { told: { value }, records, history }: Had): boolean {
  if (visits?.total == null || value > visits.total || records.length === 0) return false;
  if (!records.every(({ role }) => role === 'authorized')) return false;
  const sentences = new Set(records.map(({ sentence }) => sentence.first));
  const inSentences = history.records.filter(({ sentence }) => sentences.has(sentence.first));
  const { passage } = history;
  const says = (words: WordClass<unknown>): boolean =>
    records.some(({ sentence }) => !isEmpty(passage.mentions(words, sentence)));
  if (inSentences.some(({ role }) => role === 'attended')) return false;
  if (value === visits.total) {
    const heading = passageOf(request.treatment);
    const isFurther = records.some(({ adds, isTrial }) => adds || isTrial) || says(LEDGER_WORDS['first of several']);
    return !isFurther && !tellsOfMore(heading);
  }
  const isShare = records.some(({ count, isModified }) => isModified || count.share === value);
  const isTold = inSentences.some(({ count }) => count.total === visits.total);
  return isTold && (isShare || says(LEDGER_WORDS['told in part']) || says(VISIT_WORDS.modifying));
}

/** 'Six additional visits', 'continued therapy' are no first ones. */
function tellsOfMore(heading: Passage): boolean {
  if (!isEmpty(heading.mentions(LEDGER_WORDS['first of several']))) return true;
  for (const { value } of heading.mentions(VISIT_CUES)) if (value === 'more') return true;
  return false;
}

const isEmpty = (each: Iterable<unknown>): boolean => each[Symbol.iterator]().next().done === true;

function sum(a: Derived<number>, b: Derived<number>): Derived<number> {
  const value = a.value + b.value;
  const derivation: Derivation = {
    reasons: [...a.derivation.reasons, ...b.derivation.reasons],
    reckoning: `${a.value} + ${b.value} = ${value}`,
  };
  return derived(value, a.span, derivation);
}
