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
import { isTherapy } from './readers/treatments/therapies.ts';
import { readAfterSurgery } from './readers/visits/afterSurgery.ts';
import { readPriorVisits } from './readers/visits/priorVisits.ts';
import { readQuotedLimits } from './readers/visits/quotedLimits.ts';
import { readTooMany } from './readers/visits/tooMany.ts';
import { countsOfRationale, countsOfRequest } from './readers/visits/visitCounts.ts';
import { readVisits } from './readers/visits/visits.ts';

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
  /** The parts are also those of other issues; not where it is missing. */
  readonly sharesParts?: boolean;
}

/** An issue of any layout. What its pieces say is read when it is first needed, and then kept. */
class ReadIssue implements DisputedIssue {
  readonly index: number;
  readonly range: Span;
  readonly heading: Prose;
  readonly decision: DecisionWord | null;
  readonly claimsGuideline: GuidelinePart | null;
  readonly reviewerGuideline: GuidelinePart | null;
  readonly rationale: Rationale | null;
  readonly sharesParts: boolean;
  readonly #summary: Prose | null;
  #request: Request | undefined;
  #category: ReturnType<typeof readCategory> | undefined;
  #bodyParts: DisputedIssue['bodyParts'] | undefined;
  #levels: DisputedIssue['levels'] | undefined;
  #laterality: DisputedIssue['laterality'] | undefined;
  #visits: DisputedIssue['visits'] | undefined;
  #ordersBefore: DisputedIssue['ordersBefore'] | undefined;
  #priorVisits: DisputedIssue['priorVisits'] | undefined;
  #afterSurgery: DisputedIssue['afterSurgery'] | undefined;
  #visitCounts: DisputedIssue['visitCounts'] | undefined;

  constructor(pieces: IssuePieces, summary: Prose | null, index: number) {
    this.index = index;
    this.range = pieces.range;
    this.heading = pieces.heading;
    this.decision = pieces.decision;
    this.claimsGuideline = pieces.claimsGuideline && new ReadGuidelinePart(pieces.claimsGuideline);
    this.reviewerGuideline = pieces.reviewerGuideline && new ReadGuidelinePart(pieces.reviewerGuideline);
    this.rationale = pieces.rationale && new ReadRationale(pieces.rationale, this);
    this.sharesParts = pieces.sharesParts === true;
    this.#summary = summary;
  }

  get request(): Request {
    this.#request ??= readRequest(this.heading);
    return this.#request;
  }

  get category(): Category {
    return this.#readCategory().value;
  }

  get categoryDerivation(): DisputedIssue['categoryDerivation'] {
    return this.#readCategory().derivation;
  }

  #readCategory(): ReturnType<typeof readCategory> {
    this.#category ??= readCategory(this.request.treatment);
    return this.#category;
  }

  get bodyParts(): DisputedIssue['bodyParts'] {
    this.#bodyParts ??= readBodyParts(this.request);
    return this.#bodyParts;
  }

  get levels(): DisputedIssue['levels'] {
    this.#levels ??= readLevels(this.request);
    return this.#levels;
  }

  get laterality(): DisputedIssue['laterality'] {
    if (this.#laterality === undefined) this.#laterality = readLaterality(this.request);
    return this.#laterality;
  }

  get visits(): DisputedIssue['visits'] {
    if (this.#visits === undefined) this.#visits = readVisits(this.request.treatment, this.category);
    return this.#visits;
  }

  get orders(): DisputedIssue['orders'] {
    return ordersOfHeading(this.request.treatment);
  }

  get ordersBefore(): DisputedIssue['ordersBefore'] {
    this.#ordersBefore ??= earlierPartsOf(this.request).flatMap(ordersOfHeading);
    return this.#ordersBefore;
  }

  get priorVisits(): DisputedIssue['priorVisits'] {
    if (this.#priorVisits === undefined) {
      this.#priorVisits = readPriorVisits({
        request: this.request,
        category: this.category,
        bodyParts: this.bodyParts,
        laterality: this.laterality,
        visits: this.visits,
        rationale: this.rationale?.body ?? null,
        summary: this.#summary,
      });
    }
    return this.#priorVisits;
  }

  get afterSurgery(): DisputedIssue['afterSurgery'] {
    if (this.#afterSurgery === undefined) {
      this.#afterSurgery = readAfterSurgery({
        heading: this.heading,
        reviewerGuideline: this.reviewerGuideline?.body ?? null,
        rationale: this.rationale?.body ?? null,
        quotedLimits: this.rationale?.quotedLimits ?? [],
      });
    }
    return this.#afterSurgery;
  }

  get visitCounts(): DisputedIssue['visitCounts'] {
    this.#visitCounts ??= countsOfRequest(this.request, this.category);
    return this.#visitCounts;
  }
}

/** What the pieces of an issue say; the same for every layout. */
export const readIssue = (pieces: IssuePieces, summary: Prose | null, index: number): DisputedIssue =>
  new ReadIssue(pieces, summary, index);

const earlierPartsOf = (request: Request): readonly Prose[] =>
  request.kind === 'whole' ? [] : [request.original, ...(request.authorized === null ? [] : [request.authorized])];

/** A part of an issue, which its label opens. */
class ReadPart implements Part {
  readonly label: Span;
  readonly body: Prose;
  readonly range: Span;

  constructor({ label, body, range }: Part) {
    this.label = label;
    this.body = body;
    this.range = range;
  }
}

class ReadGuidelinePart extends ReadPart implements GuidelinePart {
  #cited: ReturnType<typeof readCited> | undefined;

  get citations(): GuidelinePart['citations'] {
    return this.#readCited().citations;
  }

  get basis(): GuidelinePart['basis'] {
    return this.#readCited().basis;
  }

  get unread(): GuidelinePart['unread'] {
    return this.#readCited().unread;
  }

  #readCited(): ReturnType<typeof readCited> {
    this.#cited ??= readCited(this.body);
    return this.#cited;
  }
}

class ReadRationale extends ReadPart implements Rationale {
  readonly #issue: DisputedIssue;
  #conclusion: Rationale['conclusion'] | undefined;
  #quotedLimits: Rationale['quotedLimits'] | undefined;
  #tooMany: Rationale['tooMany'] | undefined;

  constructor(part: Part, issue: DisputedIssue) {
    super(part);
    this.#issue = issue;
  }

  get conclusion(): Rationale['conclusion'] {
    this.#conclusion ??= this.#readConclusion();
    return this.#conclusion;
  }

  /** Of opposite statements about a list it is open which items they are of. */
  #readConclusion(): Rationale['conclusion'] {
    const conclusion = readConclusion(this.body, this.#issue.heading);
    const isOpen = this.#issue.sharesParts && (conclusion.kind === 'contradictory' || conclusion.kind === 'partly');
    return isOpen ? { ...conclusion, kind: 'unclear' } : conclusion;
  }

  get necessitySentences(): Rationale['necessitySentences'] {
    return necessitySentences(this.body);
  }

  get quotedLimits(): Rationale['quotedLimits'] {
    this.#quotedLimits ??= this.#isOfOtherItems() ? [] : readQuotedLimits(this.body, this.#issue.category);
    return this.#quotedLimits;
  }

  /** In a rationale about a list, numbers of visits are of the therapies in it. */
  #isOfOtherItems(): boolean {
    return this.#issue.sharesParts && !isTherapy(this.#issue.category);
  }

  get tooMany(): Rationale['tooMany'] {
    if (this.#tooMany === undefined) this.#tooMany = readTooMany(this.body);
    return this.#tooMany;
  }

  get orders(): Rationale['orders'] {
    return ordersInText(this.body);
  }

  get visitCounts(): Rationale['visitCounts'] {
    return countsOfRationale(this.body);
  }
}

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
