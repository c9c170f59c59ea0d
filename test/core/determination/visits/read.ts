import type { PriorVisits } from '../../../../server/src/determination/model/visits.ts';
import { readBodyParts, readLaterality } from '../../../../server/src/determination/readers/anatomy/bodyParts.ts';
import { readCategory } from '../../../../server/src/determination/readers/treatments/category.ts';
import { readRequest } from '../../../../server/src/determination/readers/treatments/request.ts';
import { readAfterSurgery } from '../../../../server/src/determination/readers/visits/afterSurgery.ts';
import { readPriorVisits } from '../../../../server/src/determination/readers/visits/priorVisits.ts';
import { readQuotedLimits } from '../../../../server/src/determination/readers/visits/quotedLimits.ts';
import { readTooMany } from '../../../../server/src/determination/readers/visits/tooMany.ts';
import { readVisits } from '../../../../server/src/determination/readers/visits/visits.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';
import type { Prose } from '../../../../server/src/text/prose.ts';

export type Place = 'summary' | 'rationale';

const proseOf = (text: string): Prose => new LetterText(text).prose;

/** What a letter with this heading says that the patient had, in its summary or its rationale: '12', or '-' for nothing. */
export const priorIn = (heading: string, text: string, place: Place = 'summary'): string =>
  String(readPrior(heading, text, place)?.value ?? '-');

/** Whether what it says to be authorized is a part of the very visits in dispute: 'part', or '-'. */
export const partIn = (heading: string, text: string): string =>
  readPrior(heading, text, 'summary')?.isPartOfRequest === true ? 'part' : '-';

function readPrior(heading: string, text: string, place: Place): PriorVisits | null {
  const request = readRequest(proseOf(heading));
  const category = readCategory(request.treatment).value;
  return readPriorVisits({
    request,
    category,
    bodyParts: readBodyParts(request),
    laterality: readLaterality(request),
    visits: readVisits(request.treatment, category),
    rationale: place === 'rationale' ? proseOf(text) : null,
    summary: place === 'summary' ? proseOf(text) : null,
  });
}

/** The figures of guidelines that a rationale under this heading quotes, in ascending order: '10/8; 6/-', visits and weeks. */
export function limitsIn(heading: string, rationale: string): string {
  const category = readCategory(readRequest(proseOf(heading)).treatment).value;
  const limits = readQuotedLimits(proseOf(rationale), category);
  const told = limits.map(({ visitsMax, weeksMax }) => `${visitsMax}/${weeksMax ?? '-'}`);
  return [...new Set(told)].sort().join('; ') || '-';
}

const range = (min: number | null | undefined, max: number | null | undefined): string =>
  min === max ? String(min ?? '-') : `${min ?? '-'}-${max ?? '-'}`;

/** What a heading asks for: '12 | 2-3 | 6', in all, a week, weeks. */
export function visitsIn(heading: string): string {
  const { treatment } = readRequest(proseOf(heading));
  const visits = readVisits(treatment, readCategory(treatment).value);
  const perWeek = range(visits?.perWeekMin, visits?.perWeekMax);
  return `${visits?.total ?? '-'} | ${perWeek} | ${range(visits?.weeksMin, visits?.weeksMax)}`;
}

/** What kinds of figures a rationale quotes: 'trial', 'total', 'recurring'. */
export const kindsIn = (heading: string, rationale: string): string =>
  readQuotedLimits(proseOf(rationale), readCategory(readRequest(proseOf(heading)).treatment).value)
    .map(({ kind }) => kind)
    .join(', ') || '-';

/** Whether a rationale says that more is requested than is allowed: 'too many', or '-'. */
export const tooManyIn = (rationale: string): string => (readTooMany(proseOf(rationale)) === null ? '-' : 'too many');

/** The part of an issue that says that its treatment follows an operation: 'heading', or '-'. */
export const afterSurgeryIn = (heading: string): string =>
  readAfterSurgery({ heading: proseOf(heading), reviewerGuideline: null, rationale: null, quotedLimits: [] })?.value ??
  '-';
