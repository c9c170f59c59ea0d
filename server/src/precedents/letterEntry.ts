import {
  asRead,
  type BodyPart,
  type Category,
  type Citation,
  type Decision,
  type Determination,
  type DisputedIssue,
  type IsoDate,
  type Letters,
} from '../determination/model/determination.ts';
import { findMissing } from '../determination/readers/missing/missing.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { guidelineTitle } from './guidelineTitle.ts';

/** What is kept of a letter, so that its decisions are found again. Plain data, of some hundred bytes an issue. */
export interface LetterEntry {
  /** Which letter of its file it is, from 1 on; null where it is the only one. */
  readonly part: number | null;
  /** Where it begins in its file, 1-based. */
  readonly line: number;
  readonly caseNumber: string | null;
  readonly decisionDate: IsoDate | null;
  /** In the order of the letter. */
  readonly issues: readonly IssueEntry[];
}

export interface IssueEntry {
  /** The lines from the heading to the end of the rationale, 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly treatment: string;
  readonly category: Category;
  /** The treatments that its heading names, one name for all names of a thing: 'MRI', 'hydrocodone'. */
  readonly names: readonly string[];
  /** The classes of the drugs among them. */
  readonly drugClasses: readonly string[];
  readonly bodyParts: readonly BodyPart[];
  /** Null where the heading says neither. */
  readonly decision: Decision | null;
  /** Therapy visits in dispute. */
  readonly visits: number | null;
  /** The guidelines that the reviewer cites, without their years. */
  readonly guidelines: readonly string[];
  /** The sentence that concludes; null where none is understood. */
  readonly conclusion: string | null;
  /** What the rationale calls missing, each once. */
  readonly missing: readonly string[];
}

/** What is kept of each letter of a file, in order; nothing of a text that is not a letter. */
export const letterEntries = (letters: Letters, guidelines: GuidelineCatalogue): readonly LetterEntry[] =>
  letters.flatMap((letter) => letterEntry(letter, guidelines) ?? []);

/** Null for a text that is not a letter. */
export function letterEntry(letter: Determination, guidelines: GuidelineCatalogue): LetterEntry | null {
  if (letter.layout === 'unknown') return null;
  const { text, part, header, issues } = letter;
  const decisionDate = asRead(header.decisionDate)?.value ?? null;
  const nameOf = (citation: Citation): string => own(guidelineTitle(citation, decisionDate, guidelines));
  return {
    part,
    line: text.lineNumber(text.prose.range.start),
    caseNumber: asRead(header.caseNumber)?.value ?? null,
    decisionDate,
    issues: issues.map((issue) => issueEntry(letter, issue, nameOf)),
  };
}

function issueEntry({ text }: Determination, issue: DisputedIssue, nameOf: (citation: Citation) => string): IssueEntry {
  const { range, request, category, bodyParts, decision, visits, reviewerGuideline, rationale } = issue;
  const treatments = findTreatments(request.treatment).map(({ value }) => value);
  const sentence = rationale?.conclusion.statements.at(-1)?.sentence;
  return {
    line: text.lineNumber(range.start),
    endLine: text.lineNumber(range.end),
    treatment: own(request.treatment.text),
    category,
    names: unique(treatments.map(({ name }) => name)),
    drugClasses: unique(treatments.flatMap(({ drugClass }) => drugClass ?? [])),
    bodyParts: unique(bodyParts.map(({ value }) => value)),
    decision: decision?.kind === 'decided' ? decision.decision : null,
    visits: visits?.total ?? null,
    guidelines: unique((reviewerGuideline?.citations ?? []).map(nameOf)),
    conclusion: sentence === undefined ? null : own(text.prose.within(sentence).text),
    missing: rationale === null ? [] : unique(findMissing(rationale.body).map(({ value }) => value)),
  };
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** A copy: a piece of a text keeps the engine from giving the whole text back. */
const own = (words: string): string => JSON.parse(JSON.stringify(words));
