import type { BodyPart, Category } from '../determination/model/determination.ts';
import { bodyPartsMeet } from './bodyParts.ts';
import type { Certainty, Limit, LimitKind } from './facts.ts';
import { plainWords } from './names.ts';

/** The conditions that a text names: a letter's issues are asked about with one summary. */
export class NamedConditions {
  readonly #words: string;
  readonly #known = new Map<string, boolean>();

  constructor(text: string) {
    this.#words = plainWords(text);
  }

  /** @param term words in lower case */
  has(term: string): boolean {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const isNamed = this.#words.includes(` ${term}`);
    this.#known.set(term, isNamed);
    return isNamed;
  }
}

export interface LimitQuery {
  readonly category: Category;
  /** Empty where the letter names none: parts are not compared then. */
  readonly bodyParts: readonly BodyPart[];
  /** Therapy after surgery; null where the letter does not say. */
  readonly postsurgical: boolean | null;
  /**
   * Words that name the diagnosis or procedure: the heading's, and those of the clinical summary. Not a rationale that
   * quotes a table: it would name every condition of it.
   */
  readonly conditionText: string;
  readonly summary?: NamedConditions;
  /** The treatment's own words, for figures that hold for one kind of it (an epidural among injections). */
  readonly treatmentText?: string;
  /** The figures that the rationale quotes: they decide which row it relies on. Empty where it quotes none. */
  readonly quoted?: readonly QuotedFigure[];
}

/** Visits that a rationale gives as a guideline's. */
interface QuotedFigure {
  readonly visitsMin: number | null;
  readonly visitsMax: number;
}

export interface ApplicableLimit {
  readonly limit: Limit;
  /** The words of the query that name its condition; null where it holds without. */
  readonly named: string | null;
  /** It is for a condition that the letter does not name: it stands for all that has no row of its own. */
  readonly isGeneral: boolean;
}

/**
 * Those that apply, of the limits of a guideline. Totals first, then trials and the rest; within a kind the largest
 * first, so that nothing is said to exceed a figure where a larger one may hold. Where the rationale quotes a figure, the
 * rows that have it are those it goes by, and where none has it, none applies. Else, where a condition is named, figures
 * for other conditions are left out.
 */
export function applicable(limits: Iterable<Limit>, query: LimitQuery): readonly ApplicableLimit[] {
  const condition = plainWords(query.conditionText);
  const { conditionText, treatmentText = conditionText } = query;
  const treatment = treatmentText === conditionText ? condition : plainWords(treatmentText);
  const candidates: ApplicableLimit[] = [];
  for (const limit of limits) {
    if (!limit.categories.includes(query.category) || !settingFits(limit, query.postsurgical)) continue;
    if (!partsFit(limit, query.bodyParts)) continue;
    if (limit.treatmentTerms.length > 0 && !limit.treatmentTerms.some((term) => treatment.includes(` ${term}`)))
      continue;
    const named = limit.terms.find((term) => condition.includes(` ${term}`) || query.summary?.has(term)) ?? null;
    const isGeneral = named === null && limit.terms.length > 0;
    if (named !== null || !limit.onlyIfNamed) candidates.push({ limit, named, isGeneral });
  }
  return goneBy(candidates, query.quoted ?? []).sort(byKindAndSize);
}

function goneBy(candidates: readonly ApplicableLimit[], quoted: readonly QuotedFigure[]): ApplicableLimit[] {
  const isQuoted = ({ limit }: ApplicableLimit): boolean => quoted.some((figure) => agrees(limit, figure));
  const agreeing = new Set(candidates.filter(isQuoted));
  const quotedKinds = new Set([...agreeing].map(({ limit }) => limit.kind));
  const namedKinds = new Set(candidates.filter(({ named }) => named !== null).map(({ limit }) => limit.kind));
  return candidates.flatMap((candidate) => {
    const { limit, isGeneral } = candidate;
    const isLeftOut = isGeneral && namedKinds.has(limit.kind);
    if (!isCounted(limit)) return isLeftOut ? [] : [candidate];
    if (quotedKinds.has(limit.kind)) return agreeing.has(candidate) ? [{ ...candidate, isGeneral: false }] : [];
    return isLeftOut || (quoted.length > 0 && agreeing.size === 0) ? [] : [candidate];
  });
}

/** Figures that a request is compared with, and that a rationale may quote. */
const isCounted = ({ kind, visitsMax }: Limit): boolean => visitsMax !== null && (kind === 'total' || kind === 'trial');

const agrees = (limit: Limit, { visitsMin, visitsMax }: QuotedFigure): boolean =>
  isCounted(limit) &&
  limit.visitsMax === visitsMax &&
  (visitsMin === null || limit.visitsMin === null || visitsMin === limit.visitsMin);

/** The figure alone: '9-10 visits over 8 weeks'; empty where the limit has none. */
export function limitFigure(limit: Limit): string {
  const visits = range(limit.visitsMin, limit.visitsMax);
  const weeks = range(limit.weeksMin, limit.weeksMax);
  const perWeek = range(limit.perWeekMin, limit.perWeekMax);
  const unit = limit.visitsMax === 1 ? limit.unit.slice(0, -1) : limit.unit;
  const week = limit.weeksMax === 1 ? 'week' : 'weeks';
  if (visits === '') return weeks === '' ? perWeek && `${perWeek} times a week` : `${weeks} ${week}`;
  return weeks === '' ? `${visits} ${unit}` : `${visits} ${unit} over ${weeks} ${week}`;
}

/** What the tables call a condition that stands for all that have no row of their own. */
const OF_ANY_KIND = 'unspecified';

/** The same, with a remark on a figure for a condition that the letter does not name. */
export function applicableWords({ limit, isGeneral }: ApplicableLimit): string {
  const words = limitWords(limit);
  if (!isGeneral) return words;
  const kind = plainWords(limit.condition).includes(` ${OF_ANY_KIND} `) ? 'most general' : 'largest';
  return words.replace(/\)$/, `, the ${kind} figure of its table)`);
}

/** The figure with what it is for: 'trial of 6 visits over 2 weeks (Low back)'. */
export function limitWords(limit: Limit): string {
  const figure = limitFigure(limit);
  if (figure === '') return limit.other === null ? limit.condition : `${limit.condition}: ${limit.other}`;
  const lead = limit.kind === 'trial' ? 'trial of ' : limit.kind === 'maintenance' ? 'maintenance: ' : '';
  return `${lead}${figure} (${limit.condition})`;
}

/** The total that a request is compared with: the largest that may apply. Null where none is known. */
export const ceilingOf = (limits: readonly ApplicableLimit[]): ApplicableLimit | null =>
  limits.find(({ limit }) => limit.kind === 'total' && limit.visitsMax !== null) ?? null;

/** The trial that a request is compared with. Null where none is known. */
export const trialOf = (limits: readonly ApplicableLimit[]): ApplicableLimit | null =>
  limits.find(({ limit }) => limit.kind === 'trial' && limit.visitsMax !== null) ?? null;

/** How well one property of a limit is known: `seen` holds only for what the source shows. */
export const certaintyOf = (limit: Limit, property: 'visits' | 'weeks' | 'periodMonths' | 'pages'): Certainty =>
  limit.certainty === 'seen' && limit.unverified.includes(property) ? 'own/high' : limit.certainty;

const settingFits = (limit: Limit, postsurgical: boolean | null): boolean =>
  limit.setting === 'any' || postsurgical === null || (limit.setting === 'postsurgical') === postsurgical;

const partsFit = (limit: Limit, parts: readonly BodyPart[]): boolean =>
  limit.bodyParts.length === 0 || parts.length === 0 || bodyPartsMeet(limit.bodyParts, parts);

const KINDS: Readonly<Record<LimitKind, number>> = {
  total: 0,
  trial: 1,
  cap: 2,
  frequency: 3,
  duration: 4,
  maintenance: 5,
  'not-recommended': 6,
  criteria: 7,
  rule: 8,
};
const CERTAINTIES: Readonly<Record<Certainty, number>> = {
  seen: 0,
  'own/high': 1,
  conflicting: 2,
  'own/medium': 3,
  'own/low': 4,
};

const byKindAndSize = (a: ApplicableLimit, b: ApplicableLimit): number =>
  KINDS[a.limit.kind] - KINDS[b.limit.kind] ||
  (b.limit.visitsMax ?? 0) - (a.limit.visitsMax ?? 0) ||
  CERTAINTIES[a.limit.certainty] - CERTAINTIES[b.limit.certainty];

const range = (min: number | null, max: number | null): string => {
  if (max === null) return min === null ? '' : String(min);
  return min === null || min === max ? String(max) : `${min}-${max}`;
};
