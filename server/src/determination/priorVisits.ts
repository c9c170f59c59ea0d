/** Visits of the therapy in dispute that the worker already had, or that were authorized before. */
import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import type { Category, Request, Visits } from './model.ts';
import { findTreatments } from './treatments.ts';
import { findVisitCounts, type VisitCount } from './visitCounts.ts';
import { readRole, type VisitRole } from './visitRole.ts';

export interface PriorVisitsSource {
  readonly request: Request;
  readonly category: Category;
  readonly visits: Visits | null;
  readonly rationale: Prose | null;
  /** The clinical case summary. */
  readonly summary: Prose | null;
}

/** The treatments that are given in visits. */
const THERAPIES: ReadonlySet<Category> = new Set<Category>([
  'physical-therapy',
  'occupational-therapy',
  'chiropractic',
  'acupuncture',
  'massage',
  'aquatic-therapy',
  'psychotherapy',
  'work-hardening',
  'functional-restoration',
]);

/**
 * What an 'original request' story says was authorized counts, and what was had before it; else what the rationale, else
 * the summary, tells. Null where the letter tells nothing, or nothing certain.
 */
export function readPriorVisits(source: PriorVisitsSource): Found<number> | null {
  const { request, category, rationale, summary } = source;
  if (!THERAPIES.has(category)) return null;
  const argued = rationale === null ? [] : countsOf(rationale, category);
  const told = summary === null ? [] : countsOf(summary, category);
  const authorized = authorizedByStory(request);
  if (authorized !== null) {
    const had = most(argued, 'attended') ?? most(told, 'attended');
    return had === null || had.isInitial ? authorized : found(authorized.value + had.count.value, authorized.span);
  }
  const known =
    most(argued, 'attended') ?? most(argued, 'authorized') ?? most(told, 'attended') ?? most(told, 'authorized');
  return known?.count ?? firstCourse(request) ?? neverHad(source);
}

/** 'Initial acupuncture, 1 to 2 times per week' */
const FIRST_COURSE = /^initial\b(?! (?:evaluation|consult|assessment))/i;

function firstCourse({ treatment }: Request): Found<number> | null {
  const match = FIRST_COURSE.exec(treatment.text);
  return match && found(0, treatment.spanOf(match));
}

function authorizedByStory(request: Request): Found<number> | null {
  if (request.kind === 'whole' || request.authorized === null) return null;
  const totals = findVisitCounts(request.authorized, { bareNumbers: true }).flatMap(({ total }) => total ?? []);
  return totals.length === 0
    ? null
    : found(
        totals.reduce((sum, each) => sum + each),
        request.authorized.range,
      );
}

interface PriorCount {
  readonly count: Found<number>;
  readonly role: VisitRole;
  /** 'an initial 6 visits': the same as those that were authorized at first. */
  readonly isInitial: boolean;
}

const INITIAL = /\binitial(?:ly)?\b|\bfirst\b/i;
/** Another request than the one in dispute: 'denied 8 sessions', 'requested 12 sessions'. */
const NOT_HAD = /\b(?:not|never|denied|non-?certified|declined|failed to (?:attend|complete))\b/i;

function countsOf(prose: Prose, category: Category): readonly PriorCount[] {
  const counts: PriorCount[] = [];
  for (const count of findVisitCounts(prose)) {
    if (count.total === null) continue;
    const { role, sentence, before } = readRole(prose.text, count);
    if ((role !== 'attended' && role !== 'authorized') || NOT_HAD.test(before)) continue;
    if (!isOfTherapy(prose, count, sentence.length - before.length, category)) continue;
    const words = prose.text.slice(Math.max(0, count.start - 20), count.end);
    counts.push({ count: found(count.total, count.span), role, isInitial: INITIAL.test(words) });
  }
  return counts;
}

/** The therapy named nearest to a count, in its own clause, is the one in dispute; where none is named it may be. */
function isOfTherapy(prose: Prose, { start, end }: VisitCount, sentenceRest: number, category: Category): boolean {
  const behind = findTreatments(prose.slice(start, Math.min(start + sentenceRest, end + 60))).filter(isTherapy);
  const before = findTreatments(prose.slice(Math.max(0, start - 40), start)).filter(isTherapy);
  const nearest = behind[0] ?? before.at(-1);
  return nearest === undefined || nearest.value.category === category;
}

const isTherapy = ({ value }: { readonly value: { readonly category: Category } }): boolean =>
  THERAPIES.has(value.category);

const most = (counts: readonly PriorCount[], role: VisitRole): PriorCount | null =>
  counts
    .filter((each) => each.role === role)
    .reduce<PriorCount | null>((a, b) => (a === null || b.count.value > a.count.value ? b : a), null);

const NONE_BEFORE =
  /\b(?:(?:has|have|had|did) not (?:yet )?(?:had|have|participated? in|received?|undergone|undergo|attended|completed?|tried|trialed)|(?:does|do) not have an? (?:prior )?history of|no (?:prior|previous|history of)|never (?:had|received|tried)) (?:any |prior |previous |a trial of )*(?:post-?operative |post-?surgical )?/gi;

/** 'does not have a history of chiropractic treatments': the therapy in dispute is named right behind. */
function neverHad({ category, rationale }: PriorVisitsSource): Found<number> | null {
  if (rationale === null) return null;
  for (const match of rationale.text.matchAll(NONE_BEFORE)) {
    const end = match.index + match[0].length;
    const named = findTreatments(rationale.slice(end, end + 40)).find(isTherapy);
    if (named?.value.category === category) return found(0, rationale.span(match.index, end));
  }
  return null;
}
