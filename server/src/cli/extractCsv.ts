import { type Cell, csvRow } from '../report/csv.ts';
import type { CitationJson, ExtractedLetter } from './extractJson.ts';

/** The columns are documented in docs/many-letters.md. */
const COLUMNS = [
  'file',
  'caseNumber',
  'decisionDate',
  'dateAssigned',
  'dateOfInjury',
  'urDenialDate',
  'applicationReceived',
  'priority',
  'finalDetermination',
  'specialties',
  'licensure',
  'age',
  'sex',
  'issue',
  'line',
  'treatment',
  'category',
  'bodyParts',
  'laterality',
  'decision',
  'conclusion',
  'visits',
  'priorVisits',
  'claimsGuidelines',
  'reviewerGuidelines',
];

export const EXTRACT_CSV_HEAD = csvRow(COLUMNS);

/** One row for each disputed issue, with what the letter says about the case; a letter without issues has one row. */
export function extractCsv({
  file,
  case: known,
  finalDetermination,
  reviewer,
  patient,
  issues,
}: ExtractedLetter): string {
  const ofLetter: readonly Cell[] = [
    file,
    known.caseNumber,
    known.decisionDate,
    known.dateAssigned,
    known.dateOfInjury ?? patient.dateOfInjury,
    known.urDenialDate,
    known.applicationReceived,
    known.priority,
    finalDetermination,
    reviewer.specialties,
    reviewer.licensure,
    patient.age,
    patient.sex,
  ];
  if (issues.length === 0) return csvRow([...ofLetter, ...COLUMNS.slice(ofLetter.length).map(() => null)]);
  return issues
    .map((issue, i) =>
      csvRow([
        ...ofLetter,
        i + 1,
        issue.line,
        issue.treatment,
        issue.category,
        issue.bodyParts,
        issue.laterality,
        issue.decision,
        issue.conclusion,
        issue.visits?.total ?? null,
        issue.priorVisits,
        issue.claimsCitations.map(cited),
        issue.reviewerCitations.map(cited),
      ]),
    )
    .join('');
}

/** 'MTUS Knee Complaints 2004' */
const cited = ({ source, title, year }: CitationJson): string =>
  [source === 'journal' || source === 'other' ? '' : source, title, year ?? ''].filter((part) => part !== '').join(' ');
