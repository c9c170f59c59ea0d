import { contains, type Span } from '../text/span.ts';
import type { Derivation } from './model/derivation.ts';
import type { Citation, Determination, DisputedIssue, SpinalLevel } from './model/determination.ts';

/** A value of the determination, and why it was read so. */
export interface Explanation {
  /** In plain English: 'age', 'visits had before'. */
  readonly what: string;
  /** 0-based; null where it is the letter's. */
  readonly issue: number | null;
  readonly value: string;
  readonly span: Span;
  readonly derivation: Derivation;
}

/** What may have been read by the language layer; what a machine's grammar reads has no derivation. */
interface Read {
  readonly span: Span;
  readonly derivation?: Derivation;
}

/** Why each value of a letter was read, in the order of the public JSON. */
export function explanationsOf(letter: Determination): readonly Explanation[] {
  const { patient, issues, dates } = letter;
  return [
    ...explain('age', null, patient.age, patient.age?.value),
    ...explain('sex', null, patient.sex, patient.sex?.value),
    ...explain('date of injury', null, patient.dateOfInjury, patient.dateOfInjury?.value),
    ...issues.flatMap(ofIssue),
    ...dates.flatMap((date) =>
      date.day === null || date.role === 'other'
        ? []
        : explain(`date: ${ROLES[date.role] ?? date.role}`, date.issue, date, date.day),
    ),
  ];
}

/** Dates whose roles are named otherwise in plain English. */
const ROLES: Readonly<Record<string, string>> = {
  denial: 'denial by utilization review',
  'request-for-authorization': 'the request for authorization',
};

function ofIssue({
  index,
  bodyParts,
  levels,
  laterality,
  visits,
  priorVisits,
  claimsGuideline,
  reviewerGuideline,
  rationale,
}: DisputedIssue): readonly Explanation[] {
  return [
    ...bodyParts.flatMap((part) => explain('body part', index, part, part.value)),
    ...levels.flatMap((level) => explain('level of the spine', index, level, levelWords(level.value))),
    ...explain('side', index, laterality, laterality?.value),
    ...explain('visits in dispute', index, visits, visits?.total),
    ...explain('visits had or authorized before', index, priorVisits, priorVisits?.value),
    ...(claimsGuideline?.citations ?? []).flatMap((each) =>
      explain('cited by the claims administrator', index, each, citationWords(each)),
    ),
    ...(reviewerGuideline?.citations ?? []).flatMap((each) =>
      explain('cited by the reviewer', index, each, citationWords(each)),
    ),
    ...(rationale?.quotedLimits ?? []).flatMap((limit) => explain('quoted limit', index, limit, limit.text)),
  ];
}

/** 'MTUS, Knee Disorders, 2019, section Meniscal Tears, page 44'. */
function citationWords({ source, title, year, sections, pages }: Citation): string {
  const places = [
    ...sections.map(({ value }) => `section ${value}`),
    ...pages.map(({ value }) => (value.includes('-') ? `pages ${value}` : `page ${value}`)),
  ];
  return [source, title.value, year?.value ?? '', ...places].filter((each) => each !== '').join(', ');
}

/** 'C5', 'C5-C6'. */
function levelWords({ from, to }: SpinalLevel): string {
  const [first, last] = [`${from.region}${from.number}`, `${to.region}${to.number}`];
  return first === last ? first : `${first}-${last}`;
}

function explain(
  what: string,
  issue: number | null,
  read: Read | null,
  value: string | number | null | undefined,
): readonly Explanation[] {
  // What a field of the header or a machine's line says needs no reason.
  if (read?.derivation === undefined || read.derivation.reasons.length === 0) return [];
  if (value === null || value === undefined) return [];
  return [{ what, issue, value: String(value), span: read.span, derivation: read.derivation }];
}

/** The explanations whose words hold an offset of the original (UTF-16). */
export const explanationsAt = (letter: Determination, offset: number): readonly Explanation[] =>
  explanationsOf(letter).filter(
    ({ span, derivation }) =>
      contains(span, offset) || derivation.reasons.some((reason) => contains(reason.span, offset)),
  );
