import { oncePerProse } from '../../../text/oncePerProse.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { cover, type Found, found } from '../../../text/span.ts';
import type { Category, Request, Visits } from '../../model/determination.ts';
import { endOfSentence, startOfSentence } from '../shared/sentenceBounds.ts';
import { isTherapy, namedTherapy } from '../treatments/therapies.ts';
import { type CountOptions, findVisitCounts, type VisitCount } from './visitCounts.ts';
import { readRole } from './visitRole.ts';

export interface PriorVisitsSource {
  readonly request: Request;
  readonly category: Category;
  readonly visits: Visits | null;
  readonly rationale: Prose | null;
  /** The clinical case summary. */
  readonly summary: Prose | null;
}

/**
 * Visits of the therapy in dispute that the patient already had or that are authorized: what the heading's story tells
 * as authorized and, on top of it, what rationale and summary tell as attended. Zero only where the letter says that
 * there were none; null where it does not tell, or tells of another therapy.
 */
export function readPriorVisits(source: PriorVisitsSource): Found<number> | null {
  const { request, category, visits } = source;
  if (!isTherapy(category) && visits === null) return null;
  const authorized = authorizedVisits(request, category);
  // Of a service outside the therapies (biofeedback) prose tells no numbers that could be known for its own.
  if (!isTherapy(category)) return authorized;
  const proses = [source.rationale, source.summary].filter((prose) => prose !== null);
  const told = proses.flatMap((prose) => findPrior(prose, category));
  if (authorized === null) return largest(told) ?? firstOf(proses, (prose) => findNone(prose, category));
  // An 'initial set of 6' of which 6 were authorized is that set.
  const attended = largest(
    told.filter(({ role, initial, value }) => role === 'attended' && !(initial && value === authorized.value)),
  );
  return attended === null ? authorized : found(authorized.value + attended.value, authorized.span);
}

const STORY: CountOptions = { bareNumbers: true };

/** What the heading's story tells as authorized of the same therapy. */
function authorizedVisits(request: Request, category: Category): Found<number> | null {
  if (request.kind === 'whole' || request.authorized === null) return null;
  const named = namedTherapy(request.authorized, 'beginning');
  if (named !== null && named !== category) return null;
  const counts = findVisitCounts(request.authorized, STORY);
  return counts.reduce<Found<number> | null>((sum, { total, span }) => {
    if (total === null) return sum;
    return sum === null ? found(total, span) : found(sum.value + total, cover(sum.span, span));
  }, null);
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

interface Prior extends Found<number> {
  readonly role: 'attended' | 'authorized';
  /** Told as an initial set or trial. */
  readonly initial: boolean;
}

/** Numbers that are told of the therapy as had or authorized; what is told again is told once here. */
function findPrior(prose: Prose, therapy: Category): readonly Prior[] {
  const told = new Map<string, Prior>();
  for (const prior of priorsIn(prose)) {
    const key = `${prior.value} ${prior.role} ${prior.initial}`;
    if ((prior.therapy === null || prior.therapy === therapy) && !told.has(key)) told.set(key, prior);
  }
  return [...told.values()];
}

/** The same of any therapy: the summary is asked for each issue. */
const priorsIn = oncePerProse((prose) => {
  const priors = new Map<string, Prior & { readonly therapy: Category | null }>();
  for (const count of findVisitCounts(prose)) {
    if (count.total === null) continue;
    const { role, before } = readRole(prose.text, count);
    if (role !== 'attended' && role !== 'authorized') continue;
    const initial = /\binitial\b[^.]{0,20}$/i.test(before);
    const therapy = therapyOf(prose, count);
    const key = `${count.total} ${role} ${initial} ${therapy}`;
    if (!priors.has(key)) priors.set(key, { value: count.total, span: count.span, role, initial, therapy });
  }
  return [...priors.values()];
});

/** Sure of one: where several are told ('at least 5', '4 completed') the largest is the number to count with. */
const largest = <T extends Found<number>>(numbers: readonly T[]): T | null =>
  numbers.reduce<T | null>((most, number) => (most === null || number.value > most.value ? number : most), null);

/** The therapy that a count is of: by its own words, by 'of …' behind it, else by the therapy told last before it. Null where none is told. */
const therapyOf = (prose: Prose, { start, end }: VisitCount): Category | null =>
  namedTherapy(prose.slice(start, endOfClause(prose.text, end)), 'beginning') ??
  namedTherapy(prose.slice(startOfSentence(prose.text, start), start), 'end');

function endOfClause(text: string, index: number): number {
  const stop = text.slice(index, index + 40).search(/[.,;:]|\b(?:and|with|but|for|to)\b/);
  return stop < 0 ? Math.min(text.length, index + 40) : index + stop;
}

/** 'does not have a history of', 'has not participated in any', 'does not document any prior'. */
const NONE = everywhere(
  /\b(?:(?:has|have|had) not (?:yet )?(?:had|received|attended|undergone|participated in|started|completed|tried|trialed)(?: any)?|(?:has|have|had) never (?:had|received|attended|undergone|participated in|tried)(?: any)?|(?:do|does|did) not (?:have|document|show|indicate|reveal|report|note|include)(?: any| a)? (?:history of|evidence of|prior|previous)|(?:included|with|there (?:has|have) been) no (?:prior|previous|history of)|(?:had|received|undergone|attended|completed) no(?: prior| previous| history of)?|(?<=(?:^|[.;,] ))no (?:prior|previous))\b/i,
);

/** 'There were no previous therapy notes': the record lacks, not the therapy. */
const RECORD = /\b(?:notes?|reports?|records?|documentation|evidence)\b/i;

/** Where a sentence says that there was none of the therapy. */
const findNone = (prose: Prose, therapy: Category): Found<number> | null => nonesIn(prose).get(therapy) ?? null;

const nonesIn = oncePerProse((prose): ReadonlyMap<Category, Found<number>> => {
  const { text } = prose;
  const nones = new Map<Category, Found<number>>();
  for (const match of NONE.in(text)) {
    const end = match.index + match[0].length;
    const object = prose.slice(end, Math.min(endOfSentence(text, end), end + 60));
    const therapy = RECORD.test(object.text) ? null : namedTherapy(object, 'beginning');
    if (therapy !== null && !nones.has(therapy)) nones.set(therapy, found(0, prose.spanOf(match)));
  }
  return nones;
});
