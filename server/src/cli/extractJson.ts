import { asRead, type Citation, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import type { Found, Span } from '../text/span.ts';

const valueIn = <T>(found: Found<T> | null): T | null => found?.value ?? null;
const valuesIn = <T>(found: readonly Found<T>[]): readonly T[] => found.map(({ value }) => value);

export type ExtractedLetter = ReturnType<typeof extractJson>;
export type CitationJson = ReturnType<typeof citationJson>;

/** The public JSON of `imr extract` for one letter, described by schemas/imr-extract.schema.json. Lines are 1-based. */
export function extractJson(file: string, letter: Determination) {
  const { header, reviewer, patient, text } = letter;
  const line = ({ start }: Span): number => text.lineNumber(start);
  return {
    file,
    ...(letter.part !== null && { part: letter.part }),
    case: {
      caseNumber: valueIn(asRead(header.caseNumber)),
      dateAssigned: valueIn(asRead(header.dateAssigned)),
      dateOfInjury: valueIn(asRead(header.dateOfInjury)),
      decisionDate: valueIn(asRead(header.decisionDate)),
      urDenialDate: valueIn(asRead(header.urDenialDate)),
      applicationReceived: valueIn(asRead(header.applicationReceived)),
      priority: valueIn(asRead(header.priority)),
    },
    finalDetermination: valueIn(letter.finalDetermination),
    reviewer: { specialties: valuesIn(reviewer.specialties), licensure: valuesIn(reviewer.licensure) },
    patient: { age: valueIn(patient.age), sex: valueIn(patient.sex), dateOfInjury: valueIn(patient.dateOfInjury) },
    sections: letter.sections.map(({ kind, heading }) => ({ kind, line: line(heading) })),
    issues: letter.issues.map((issue) => issueJson(letter, issue)),
  };
}

function issueJson({ text }: Determination, issue: DisputedIssue) {
  const { claimsGuideline, reviewerGuideline, rationale, decision, visits } = issue;
  const lineOf = (span: Span | undefined): number | null => (span === undefined ? null : text.lineNumber(span.start));
  return {
    line: text.lineNumber(issue.range.start),
    endLine: text.lineNumber(Math.max(issue.range.start, issue.range.end - 1)),
    heading: issue.heading.text,
    treatment: issue.request.treatment.text,
    decision: decision?.kind === 'decided' ? decision.decision : null,
    decisionLine: lineOf(decision?.span),
    claimsGuidelineLine: lineOf(claimsGuideline?.label),
    reviewerGuidelineLine: lineOf(reviewerGuideline?.label),
    rationaleLine: lineOf(rationale?.label),
    category: issue.category,
    bodyParts: valuesIn(issue.bodyParts),
    laterality: valueIn(issue.laterality),
    visits: visits && {
      total: visits.total,
      perWeekMin: visits.perWeekMin,
      perWeekMax: visits.perWeekMax,
      weeksMin: visits.weeksMin,
      weeksMax: visits.weeksMax,
    },
    priorVisits: valueIn(issue.priorVisits),
    quotedLimits: (rationale?.quotedLimits ?? []).map(({ visitsMin, visitsMax, weeksMax, span, text: words }) => ({
      visitsMin,
      visitsMax,
      weeksMax,
      line: text.lineNumber(span.start),
      text: words,
    })),
    claimsCitations: (claimsGuideline?.citations ?? []).map(citationJson),
    reviewerCitations: (reviewerGuideline?.citations ?? []).map(citationJson),
    conclusion: rationale?.conclusion.kind ?? 'none',
    unread: [
      ...unreadJson(text, 'claims', claimsGuideline?.unread),
      ...unreadJson(text, 'reviewer', reviewerGuideline?.unread),
      ...unreadJson(text, 'rationale', rationale?.conclusion.unread),
    ],
  };
}

/** Stretches that may cite or conclude, in words that are not understood. */
function unreadJson(text: LetterText, part: string, stretches: readonly Prose[] | undefined): readonly object[] {
  return (stretches ?? []).map(({ range, text: words }) => ({ part, line: text.lineNumber(range.start), text: words }));
}

function citationJson({ source, title, year, sections, pages }: Citation) {
  return { source, title: title.value, year: valueIn(year), sections: valuesIn(sections), pages: valuesIn(pages) };
}
