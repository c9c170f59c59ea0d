import type { Report } from '../checking/rule.ts';
import {
  asRead,
  type Determination,
  type DisputedIssue,
  type FinalDetermination,
  type HeaderField,
  type HeaderFieldName,
  type Letters,
} from '../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { exceededLimit, type LedgerLimit, visitLedger } from '../guidelines/visitLedger.ts';
import type {
  LedgerRow,
  LetterSummaries,
  LetterSummary,
  Place,
  SummaryFact,
  SummaryIssue,
  SummaryLedger,
  SummaryValue,
} from '../protocol/letterSummary.ts';
import { CATEGORY_NAMES } from '../rules/support/names.ts';
import type { LetterText } from '../text/letterText.ts';
import { before, type Found, type Span } from '../text/span.ts';
import { limitFigureWords, standing } from './ledgerWords.ts';
import { plain } from './plain.ts';
import { reportsOf } from './severalLetters.ts';
import { decisionLabel, guidelineName } from './words.ts';

/**
 * What each letter of a document comes to: its case data, its issues with their decisions and ledgers of visits, and what
 * was found in it. Null for a text that is not a letter.
 * @param reports the findings that show in the editor
 * @param version that of the text
 */
export function letterSummaries(
  letters: Letters,
  reports: readonly Report[],
  guidelines: GuidelineCatalogue,
  version: number,
): LetterSummaries | null {
  if (letters[0].layout === 'unknown') return null;
  const summary = (letter: Determination) => letterSummary(letter, reportsOf(letter, letters, reports), guidelines);
  return { version, letters: letters.map(summary) };
}

function letterSummary(
  letter: Determination,
  reports: readonly Report[],
  guidelines: GuidelineCatalogue,
): LetterSummary {
  const { text, part, header, finalDetermination, issues } = letter;
  return {
    part,
    caseNumber: asRead(header.caseNumber)?.value ?? null,
    outcome: finalDetermination && summaryValue(text, OUTCOMES[finalDetermination.value], finalDetermination.span),
    facts: [...caseFacts(letter), ...personFacts(letter), ...reviewerFacts(letter)],
    issues: issues.map((issue) => issueSummary(letter, issue, guidelines)),
    findings: reports
      .toSorted((a, b) => a.span.start - b.span.start)
      .map(({ severity, rule, message, span, issue }) => ({
        severity,
        rule: rule.name,
        message: plain(message),
        place: placeOf(text, span),
        issue: issue === null ? null : issue + 1,
      })),
  };
}

const OUTCOMES: Readonly<Record<FinalDetermination, string>> = {
  uphold: 'Upheld',
  overturn: 'Overturned',
  'partial-overturn': 'Overturned in part',
};

const FIELD_LABELS: Readonly<Record<HeaderFieldName, string>> = {
  caseNumber: 'Case number',
  dateOfInjury: 'Date of injury',
  urDenialDate: 'Denied by utilization review',
  applicationReceived: 'Application received',
  dateAssigned: 'Assigned',
  decisionDate: 'Decided',
  priority: 'Priority',
};

/** In the order of what happened. */
const FIELDS: readonly HeaderFieldName[] = [
  'caseNumber',
  'dateOfInjury',
  'urDenialDate',
  'applicationReceived',
  'dateAssigned',
  'decisionDate',
  'priority',
];

/** A copy that was posted without its header has none of these; nothing is then called missing. */
function* caseFacts({ text, header, headerBlocks }: Determination): Iterable<SummaryFact> {
  if (headerBlocks.length === 0) return;
  for (const name of FIELDS) {
    const field: HeaderField<string> = header[name];
    const label = FIELD_LABELS[name];
    if (field.kind === 'read') yield { label, values: [summaryValue(text, field.value, field.span)], lack: null };
    else if (field.kind === 'mistyped') {
      yield { label, values: [summaryValue(text, text.prose.within(field.span).text, field.span)], lack: 'mistyped' };
    } else yield { label, values: [], lack: field.kind === 'absent' ? 'not in the letter' : 'left blank' };
  }
}

function* personFacts({ text, patient: { age, sex } }: Determination): Iterable<SummaryFact> {
  const values = [
    ...(age === null ? [] : [summaryValue(text, `${age.value} years`, age.span)]),
    ...(sex === null ? [] : [summaryValue(text, sex.value, sex.span)]),
  ];
  if (values.length > 0) yield { label: 'Injured worker', values, lack: null };
}

function* reviewerFacts({ text, reviewer }: Determination): Iterable<SummaryFact> {
  const listed = (found: readonly Found<string>[]): readonly SummaryValue[] =>
    found.map(({ value, span }) => summaryValue(text, value, span));
  const lists = [
    ['Specialty', reviewer.specialties],
    ['Licensed in', reviewer.licensure],
  ] as const;
  for (const [label, found] of lists) {
    if (found.length > 0) yield { label, values: listed(found), lack: null };
  }
}

function issueSummary(letter: Determination, issue: DisputedIssue, guidelines: GuidelineCatalogue): SummaryIssue {
  const { text } = letter;
  const { index, request, decision, category, heading, range, rationale, reviewerGuideline } = issue;
  const last = rationale?.conclusion.statements.at(-1);
  const treatment = request.treatment.text === '' ? 'No heading' : request.treatment.text;
  return {
    number: index + 1,
    treatment: summaryValue(text, treatment, heading.length > 0 ? heading.range : before(range)),
    decision: decision?.kind === 'decided' ? decision.decision : 'unclear',
    decisionWords: plain(decisionLabel(decision)),
    category: capitalized(CATEGORY_NAMES[category]),
    range: placeOf(text, range),
    conclusion: last === undefined ? null : summaryValue(text, text.prose.within(last.sentence).text, last.span),
    guidelines: (reviewerGuideline?.citations ?? []).map((citation) =>
      summaryValue(text, guidelineName(citation), citation.span),
    ),
    ledger: ledgerSummary(letter, issue, guidelines),
  };
}

function ledgerSummary(
  letter: Determination,
  issue: DisputedIssue,
  guidelines: GuidelineCatalogue,
): SummaryLedger | null {
  const ledger = visitLedger(letter, issue, guidelines);
  if (ledger === null) return null;
  const { text } = letter;
  const row = (what: string, visits: number, span: Span): LedgerRow => ({
    what: plain(what),
    visits,
    place: placeOf(text, span),
  });
  const { requested, prior, authorizedPart, sum, trial, total } = ledger;
  const limits = [trial, total].filter((limit) => limit !== null);
  return {
    visits: [
      row('Requested', requested.value, requested.span),
      ...(prior === null ? [] : [row('Had or authorized before', prior.value, prior.span)]),
      ...(authorizedPart === null ? [] : [row('Authorized of the request', authorizedPart.value, authorizedPart.span)]),
    ],
    sum,
    limits: limits.map((limit) => row(limitTitle(limit), limit.visits, limit.span)),
    standing: standing(issue, ledger),
    isOver: exceededLimit(issue, ledger) !== null,
  };
}

function limitTitle(limit: LedgerLimit): string {
  const figure = limitFigureWords(limit);
  if (limit.basis === 'quoted') return `Quoted in the rationale: ${figure}`;
  return limit.use === 'information' ? `Guideline: ${figure} (figure not verified)` : `Guideline: ${figure}`;
}

const summaryValue = (text: LetterText, words: string, span: Span): SummaryValue => ({
  words: plain(words),
  place: placeOf(text, span),
});

function placeOf({ lines }: LetterText, { start, end }: Span): Place {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return { line: from.line, character: from.character, endLine: to.line, endCharacter: to.character };
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
