import type { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { readBodyParts, readLaterality } from './bodyParts.ts';
import { readCategory } from './category.ts';
import { readCited } from './citations.ts';
import { readConclusion } from './conclusion.ts';
import type { DecisionWord, DisputedIssue, GuidelinePart, Part, Rationale, Section } from './model.ts';
import { readPriorVisits } from './priorVisits.ts';
import { readQuotedLimits } from './quotedLimits.ts';
import { readRequest } from './request.ts';
import { readVisits } from './visits.ts';

/** Reads the disputed issues of one layout. `summary` is the clinical case summary. */
export type IssueReader = (
  text: LetterText,
  sections: readonly Section[],
  summary: Prose | null,
) => readonly DisputedIssue[];

/** What a layout tells of one issue: where its pieces stand. */
export interface IssuePieces {
  readonly range: Span;
  readonly heading: Prose;
  readonly decision: DecisionWord | null;
  readonly claimsGuideline: Part | null;
  readonly reviewerGuideline: Part | null;
  readonly rationale: Part | null;
}

/** Reads what the pieces of an issue say; the same for every layout. */
export function readIssue(pieces: IssuePieces, summary: Prose | null, index: number): DisputedIssue {
  const { range, heading, decision } = pieces;
  const request = readRequest(heading);
  const { treatment } = request;
  const category = readCategory(treatment);
  const rationale = rationaleOf(pieces.rationale, heading.text);
  const visits = readVisits(treatment, category);
  return {
    index,
    range,
    heading,
    request,
    decision,
    claimsGuideline: guidelineOf(pieces.claimsGuideline),
    reviewerGuideline: guidelineOf(pieces.reviewerGuideline),
    rationale,
    category,
    bodyParts: readBodyParts(request),
    laterality: readLaterality(request),
    visits,
    priorVisits: readPriorVisits({ request, category, visits, rationale: rationale?.body ?? null, summary }),
  };
}

/** Where a label stands. Indexes are into the folded text of the whole letter. */
export interface LabelPlace {
  readonly start: number;
  readonly end: number;
}

/** The part of `whole` that a label opens and that ends before index `end` of the folded text. */
export function partOf(whole: Prose, label: LabelPlace, end: number): Part {
  const part = whole.clip(label.start, Math.max(label.end, end));
  return { label: part.clip(label.start, label.end).range, body: part.clip(label.end, end), range: part.range };
}

function guidelineOf(part: Part | null): GuidelinePart | null {
  return part === null ? null : { ...part, ...readCited(part.body) };
}

function rationaleOf(part: Part | null, heading: string): Rationale | null {
  if (part === null) return null;
  return { ...part, conclusion: readConclusion(part.body, heading), quotedLimits: readQuotedLimits(part.body) };
}
