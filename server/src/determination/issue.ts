import type { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type {
  Category,
  DecisionWord,
  DisputedIssue,
  GuidelinePart,
  Part,
  Rationale,
  Request,
  Section,
} from './model/determination.ts';
import { readBodyParts, readLaterality, readLevels } from './readers/anatomy/bodyParts.ts';
import { readCited } from './readers/citations/citations.ts';
import { readConclusion } from './readers/conclusion/conclusion.ts';
import { necessitySentences } from './readers/conclusion/necessitySentences.ts';
import { ordersInText, ordersOfHeading } from './readers/medication/orders.ts';
import { readCategory } from './readers/treatments/category.ts';
import { readRequest } from './readers/treatments/request.ts';
import { readAfterSurgery } from './readers/visits/afterSurgery.ts';
import { readPriorVisits } from './readers/visits/priorVisits.ts';
import { readQuotedLimits } from './readers/visits/quotedLimits.ts';
import { readTooMany } from './readers/visits/tooMany.ts';
import { countsOfRationale, countsOfRequest } from './readers/visits/visitCounts.ts';
import { readVisits } from './readers/visits/visits.ts';
import { whenAsked } from './whenAsked.ts';

/** Reads the disputed issues of one layout. `summary` is the clinical case summary. */
export type IssueReader = (
  text: LetterText,
  sections: readonly Section[],
  summary: Prose | null,
) => readonly DisputedIssue[];

/** What a layout says about one issue: where its pieces are. */
export interface IssuePieces {
  readonly range: Span;
  readonly heading: Prose;
  readonly decision: DecisionWord | null;
  readonly claimsGuideline: Part | null;
  readonly reviewerGuideline: Part | null;
  readonly rationale: Part | null;
}

/** What the pieces of an issue say, read when it is first needed; the same for every layout. */
export function readIssue(pieces: IssuePieces, summary: Prose | null, index: number): DisputedIssue {
  const { range, heading, decision } = pieces;
  const request = whenAsked(() => readRequest(heading));
  const category = whenAsked(() => readCategory(request().treatment));
  const visits = whenAsked(() => readVisits(request().treatment, category().value));
  const bodyParts = whenAsked(() => readBodyParts(request()));
  const levels = whenAsked(() => readLevels(request()));
  const laterality = whenAsked(() => readLaterality(request()));
  const claimsGuideline = guidelineOf(pieces.claimsGuideline);
  const reviewerGuideline = guidelineOf(pieces.reviewerGuideline);
  const rationale = rationaleOf(pieces.rationale, heading, () => category().value);
  const priorVisits = whenAsked(() =>
    readPriorVisits({
      request: request(),
      category: category().value,
      bodyParts: bodyParts(),
      laterality: laterality(),
      visits: visits(),
      rationale: rationale?.body ?? null,
      summary,
    }),
  );
  const afterSurgery = whenAsked(() =>
    readAfterSurgery({
      heading,
      reviewerGuideline: reviewerGuideline?.body ?? null,
      rationale: rationale?.body ?? null,
      quotedLimits: rationale?.quotedLimits ?? [],
    }),
  );
  const visitCounts = whenAsked(() => countsOfRequest(request(), category().value));
  return {
    index,
    range,
    heading,
    decision,
    claimsGuideline,
    reviewerGuideline,
    rationale,
    get request() {
      return request();
    },
    get category() {
      return category().value;
    },
    get categoryDerivation() {
      return category().derivation;
    },
    get bodyParts() {
      return bodyParts();
    },
    get levels() {
      return levels();
    },
    get laterality() {
      return laterality();
    },
    get visits() {
      return visits();
    },
    get orders() {
      return ordersOfHeading(request().treatment);
    },
    get ordersBefore() {
      return earlierPartsOf(request()).flatMap(ordersOfHeading);
    },
    get priorVisits() {
      return priorVisits();
    },
    get afterSurgery() {
      return afterSurgery();
    },
    get visitCounts() {
      return visitCounts();
    },
  };
}

const earlierPartsOf = (request: Request): readonly Prose[] =>
  request.kind === 'whole' ? [] : [request.original, ...(request.authorized === null ? [] : [request.authorized])];

/** Where a label is. Indexes are into the folded text of the whole letter. */
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
  if (part === null) return null;
  const cited = whenAsked(() => readCited(part.body));
  return {
    ...part,
    get citations() {
      return cited().citations;
    },
    get basis() {
      return cited().basis;
    },
    get unread() {
      return cited().unread;
    },
  };
}

function rationaleOf(part: Part | null, heading: Prose, category: () => Category): Rationale | null {
  if (part === null) return null;
  const conclusion = whenAsked(() => readConclusion(part.body, heading));
  const quotedLimits = whenAsked(() => readQuotedLimits(part.body, category()));
  const tooMany = whenAsked(() => readTooMany(part.body));
  return {
    ...part,
    get conclusion() {
      return conclusion();
    },
    get necessitySentences() {
      return necessitySentences(part.body);
    },
    get quotedLimits() {
      return quotedLimits();
    },
    get tooMany() {
      return tooMany();
    },
    get orders() {
      return ordersInText(part.body);
    },
    get visitCounts() {
      return countsOfRationale(part.body);
    },
  };
}
