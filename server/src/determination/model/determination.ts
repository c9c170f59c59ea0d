/**
 * The determination: what a Final Determination letter says, as plain readonly data.
 * Spans are UTF-16 offsets in the original text. What a letter does not say is `null` or an empty list.
 */

import type { LetterText } from '../../text/letterText.ts';
import type { Prose } from '../../text/prose.ts';
import type { Found, Span } from '../../text/span.ts';
import type { BodyPart, Laterality, SpinalLevel } from './anatomy.ts';
import type { Derivation, Derived } from './derivation.ts';
import type { Order } from './order.ts';
import type { ReviewedItem } from './review.ts';
import type { Category, Treatment } from './treatment.ts';
import type { AfterSurgery, PriorVisits, QuotedLimit, VisitCount, Visits } from './visits.ts';

export type { BodyPart, Laterality, SpinalLevel, SpinalRegion, Vertebra } from './anatomy.ts';
export type { Category } from './treatment.ts';
export type { PriorVisits, QuotedLimit, Range, VisitCount, VisitRole, Visits } from './visits.ts';

/** A calendar day, `YYYY-MM-DD`. Compare as strings. */
export type IsoDate = `${number}-${number}-${number}`;

/**
 * The era a letter was laid out in: A `MEDICAL PROFESSIONAL REVIEW` (early 2013), B the 2013 notice with numbered
 * determinations, C `IMR DECISION(S) AND RATIONALE(S)` (2013 to 2014), D `IMR ISSUES, DECISIONS AND RATIONALES`
 * (2014 onward), `unknown` where none of their marks is found: nothing is read then.
 */
export type Layout = 'A' | 'B' | 'C' | 'D' | 'unknown';

export type SectionKind =
  | 'header'
  | 'final-determination'
  | 'documents-reviewed'
  | 'how-made'
  | 'clinical-summary'
  | 'issues';

export interface Section {
  readonly kind: SectionKind;
  /** The heading's words; for the header, which has none, its first line. */
  readonly heading: Span;
  /** From the heading to the end of the section's last line with text. */
  readonly range: Span;
  /** What is under the heading. */
  readonly body: Prose;
  /** How the heading should read, if it is misspelled; otherwise null. */
  readonly correct: string | null;
}

/** Why the words of a header field are not its value. */
export type FieldFlaw =
  /** A blank to fill in: 'TBD', 'MM/DD/YYYY', 'CM17-0000000'. */
  | 'leftover'
  /** A date that does not exist: 09/31/2016. */
  | 'no-such-day'
  /** Not of the field's form: '01/06/217', 'CM16-O213037', 'Standrad'. */
  | 'form';

/** What became of a field of the header. `label` is its label's words, the colon not counted. */
export type HeaderField<T> =
  /** No such label. */
  | { readonly kind: 'absent' }
  /** The label, and nothing after it. */
  | { readonly kind: 'empty'; readonly label: Span }
  /** The table was read by columns and has fewer values than labels: which of them is empty is not known. */
  | { readonly kind: 'unplaced'; readonly label: Span }
  | { readonly kind: 'mistyped'; readonly label: Span; readonly span: Span; readonly flaw: FieldFlaw }
  | { readonly kind: 'read'; readonly label: Span; readonly span: Span; readonly value: T };

export interface CaseHeader {
  readonly caseNumber: HeaderField<string>;
  readonly dateAssigned: HeaderField<IsoDate>;
  readonly dateOfInjury: HeaderField<IsoDate>;
  readonly decisionDate: HeaderField<IsoDate>;
  readonly urDenialDate: HeaderField<IsoDate>;
  readonly applicationReceived: HeaderField<IsoDate>;
  readonly priority: HeaderField<'standard' | 'expedited'>;
}

export type HeaderFieldName = keyof CaseHeader;

/** What was read in a field of the header; null for any other. */
export const asRead = <T>(field: HeaderField<T>): Found<T> | null => (field.kind === 'read' ? field : null);

/** A place where the letter prints its case data: a cover page has one, the table before the first heading is one. */
export interface HeaderBlock {
  /** The table always has every field; cover pages have most of them. */
  readonly form: 'table' | 'cover';
  /** From its first label to its last value. */
  readonly range: Span;
  readonly fields: CaseHeader;
  /** Labels with a typing error ('Decison Date'), and what they should be. */
  readonly misspelledLabels: readonly Found<string>[];
}

export type FinalDetermination = 'uphold' | 'overturn' | 'partial-overturn';

export interface Reviewer {
  readonly specialties: readonly Found<string>[];
  readonly licensure: readonly Found<string>[];
  /** Why a list is empty; null where it is not. */
  readonly lacks: { readonly specialty: Lack | null; readonly licensure: Lack | null };
}

export type Lack =
  /** A label with nothing after it. */
  | { readonly kind: 'blank'; readonly label: Span }
  /** The section says nothing about it. */
  | { readonly kind: 'absent' }
  /** It says something about it in words that are not understood. */
  | { readonly kind: 'unread' };

export type Sex = 'male' | 'female';

/** The day of the injury, and whether it is called the injury's or only that of an event that must be the injury. */
export interface InjuryDay extends Derived<IsoDate> {
  readonly told: 'injury' | 'event';
}

/** The injured worker, according to the clinical summary. */
export interface Patient {
  readonly age: Derived<number> | null;
  readonly sex: Derived<Sex> | null;
  readonly dateOfInjury: InjuryDay | null;
  /** Words of the summary that mention several injuries or claims: the case may be about any of them. */
  readonly severalInjuries: Span | null;
}

/** Words that plainly give the injured worker's age or sex, in the summary or a rationale. */
export type WorkerMention = (
  | { readonly kind: 'age'; readonly value: number }
  | { readonly kind: 'sex'; readonly value: Sex }
) & {
  readonly span: Span;
  /** The issue whose rationale gives it, 0-based; null in the summary. */
  readonly issue: number | null;
};

/** What a date of the letter is the date of. `other`: a date whose role is not clear from the words. */
export type DateRole =
  | 'injury'
  | 'visit'
  | 'study'
  | 'surgery'
  | 'request-for-authorization'
  | 'denial'
  | 'approval'
  /** Until then someone is to stay off work. */
  | 'leave'
  | 'decision'
  | 'assignment'
  | 'application'
  | 'guideline'
  | 'other';

/** The day that a date names, or why it names none: a day that does not exist (02/30/2016), or digits that only look like a date (11/5/20116). */
export type NamedDay =
  | { readonly day: IsoDate; readonly flaw: null }
  | { readonly day: null; readonly flaw: 'no-such-day' | 'mistyped' };

export type LetterDate = NamedDay & {
  readonly span: Span;
  readonly role: DateRole;
  /** The issue whose heading or parts hold it, 0-based; null elsewhere. */
  readonly issue: number | null;
  /** The field of the header that it fills; null elsewhere. */
  readonly field: HeaderFieldName | null;
  /** The words that show its role. */
  readonly derivation: Derivation;
  /** For an injury: words right before it name it so ('date of injury', 'DOI', 'an industrial injury of'). */
  readonly isNamed: boolean;
  /** Its sentence mentions an earlier time ('prior', 'history of', 'old'). */
  readonly isOfEarlier: boolean;
};

export type Decision = 'upheld' | 'overturned';

/** The word after the colon of an issue's heading. */
export type DecisionWord =
  | { readonly kind: 'decided'; readonly decision: Decision; readonly span: Span }
  /** A word that is not a decision on an issue, such as 'Modified' or 'Partially overturned'. */
  | { readonly kind: 'unusual'; readonly word: string; readonly span: Span };

export type CitationSource = 'MTUS' | 'ACOEM' | 'ODG' | 'FDA' | 'journal' | 'other';

export interface Citation {
  readonly span: Span;
  readonly source: CitationSource;
  /** Without 'MTUS' or 'ODG', without 'Section(s):' and 'Page(s):' and what follows them, without the year. */
  readonly title: Found<string>;
  readonly year: Found<number> | null;
  readonly sections: readonly Found<string>[];
  /** As printed: '98-99', '298', '25-26'. */
  readonly pages: readonly Found<string>[];
  /** The 127 of 'Page(s): 98 of 127'. */
  readonly pagesInDocument: Found<number> | null;
  /** Why it was read so, where it is in the writer's own words; the printed form needs no reason. */
  readonly derivation?: Derivation;
}

/** What a guideline part says it relies on. */
export type Basis =
  /** Cites guidelines. */
  | 'citations'
  /** Says that nothing was cited: 'did not cite any medical evidence for its decision', 'None consulted.' */
  | 'no-evidence'
  /** Has no words, or none but those that lead to a citation. */
  | 'empty'
  /** Has words that are not understood: they may cite something. */
  | 'unread';

/** A labeled part of an issue. `body` is what comes after the label's colon. */
export interface Part {
  readonly label: Span;
  readonly body: Prose;
  readonly range: Span;
}

export interface GuidelinePart extends Part {
  readonly basis: Basis;
  readonly citations: readonly Citation[];
  /** Stretches that no grammar of citations reads, in order. */
  readonly unread: readonly Prose[];
}

export type ConclusionKind =
  | 'necessary'
  | 'not-necessary'
  | 'partly'
  | 'contradictory'
  /** No conclusion. */
  | 'none'
  /** A conclusion, or what seems to be one, in words that are not understood: no rule reports it. */
  | 'unclear';

/** A sentence in which the rationale says whether the treatment is medically necessary. */
export interface ConcludingStatement {
  readonly kind: 'necessary' | 'not-necessary' | 'partly';
  /** The deciding words, such as 'is not medically necessary'. */
  readonly span: Span;
  /** The sentence they are in. */
  readonly sentence: Span;
  /** Why it is read so. */
  readonly derivation: Derivation;
}

/**
 * What a rationale says of an operation, or of another treatment by its name: that it is medically necessary, or approved;
 * or that it is not. What is in dispute may be among them. The span is that of the words that say so.
 */
export interface Premise extends Derived<'necessary' | 'not-necessary'> {
  /** The words that name it. */
  readonly name: Span;
  /** Null where it is only called 'the surgery' or 'the injection'. */
  readonly treatment: Treatment | null;
  /** What it is, by its name or without one; null for other treatments. */
  readonly called: 'operation' | 'injection' | null;
  /** The number by which a disputed item of the letter is named, from 1: 'item 2', 'the second request'. */
  readonly number: number | null;
}

export interface Conclusion {
  readonly kind: ConclusionKind;
  /** What is understood, in the rationale's order. */
  readonly statements: readonly ConcludingStatement[];
  /** Sentences that seem to conclude in words that are not understood, in order. */
  readonly unread: readonly Prose[];
  /** What it also says about operations and about treatments by name, in order. */
  readonly premises: readonly Premise[];
}

export interface Rationale extends Part {
  readonly conclusion: Conclusion;
  /** The sentences about what is necessary, whoever thinks so. */
  readonly necessitySentences: readonly Prose[];
  readonly quotedLimits: readonly QuotedLimit[];
  /** Where it first says itself that more is requested than is allowed. The value is its words. */
  readonly tooMany: Derived<string> | null;
  /** Drugs, supplies and services that it mentions with a number, a strength, or how they are to be taken. */
  readonly orders: readonly Order[];
  /** The numbers of visits that it gives, in order, whosever they are. */
  readonly visitCounts: readonly VisitCount[];
}

/** What was requested, and how much of it came to review. */
export type Request =
  /** The heading is the treatment. */
  | { readonly kind: 'whole'; readonly treatment: Prose }
  /** 'X was the original request. Y was authorized … The remaining IMR eligible portion of the original request, Z is'. */
  | {
      readonly kind: 'remaining';
      readonly original: Prose;
      readonly authorized: Prose | null;
      readonly treatment: Prose;
    }
  /** 'X was the original request. The Claims Administrator authorized Y, leaving the original request IMR eligible. …'. */
  | {
      readonly kind: 'other-authorized';
      readonly original: Prose;
      readonly authorized: Prose;
      readonly treatment: Prose;
    };

export interface DisputedIssue {
  /** 0-based, in the order of the letter. */
  readonly index: number;
  /** From the heading to the end of the rationale's last line with text. */
  readonly range: Span;
  /** Without the decision word and its colon. Empty where parts have no heading. */
  readonly heading: Prose;
  readonly request: Request;
  readonly decision: DecisionWord | null;
  readonly claimsGuideline: GuidelinePart | null;
  readonly reviewerGuideline: GuidelinePart | null;
  readonly rationale: Rationale | null;
  /** Its guideline part and its rationale are also those of other issues: of the other items of a list. */
  readonly sharesParts: boolean;
  readonly category: Category;
  readonly categoryDerivation: Derivation;
  readonly bodyParts: readonly Derived<BodyPart>[];
  /** The levels of the spine that the treatment is for, in the order in which it names them. */
  readonly levels: readonly Derived<SpinalLevel>[];
  readonly laterality: Derived<Laterality> | null;
  readonly visits: Visits | null;
  /** What is in dispute, as far as it has a number, a strength, or directions. */
  readonly orders: readonly Order[];
  /** The same of the original request and of the part that was authorized; none where the heading mentions neither. */
  readonly ordersBefore: readonly Order[];
  /** Visits of the same therapy already had or authorized. */
  readonly priorVisits: PriorVisits | null;
  /** The part that says that the treatment follows an operation; null where none does. */
  readonly afterSurgery: Derived<AfterSurgery> | null;
  /** The numbers of visits that its heading gives, in order: those of the request, and of what was authorized of it. */
  readonly visitCounts: readonly VisitCount[];
}

/** A place where something was taken out, and what is left is not a sentence. The value is the words there. */
export interface Removal extends Derived<string> {
  readonly what: 'name' | 'amount';
  /** The issue whose heading or parts hold it, 0-based; null elsewhere. */
  readonly issue: number | null;
}

/** The letters of a text, in order. */
export type Letters = readonly [Determination, ...Determination[]];

/** The letter that holds an offset. */
export const letterAt = (letters: Letters, offset: number): Determination =>
  letters.findLast(({ text }) => text.whole.start <= offset) ?? letters[0];

export interface Determination {
  readonly text: LetterText;
  /** Which letter of its text it is, from 1 on; null where it is the only one. */
  readonly part: number | null;
  readonly layout: Layout;
  /** In the order of the letter. A section that occurs twice is listed twice. */
  readonly sections: readonly Section[];
  /** Each field as it was read first, on a cover page or in the table. */
  readonly header: CaseHeader;
  /** In the order of the letter; none in a copy that was posted without a header. */
  readonly headerBlocks: readonly HeaderBlock[];
  /** Case numbers that its pages print, in running heads or case data, and that are not its own; in the order of the letter. */
  readonly otherCases: readonly Found<string>[];
  readonly finalDetermination: Found<FinalDetermination> | null;
  readonly reviewer: Reviewer;
  readonly patient: Patient;
  readonly issues: readonly DisputedIssue[];
  /** Drugs, supplies and services that the clinical summary mentions with a number, a strength, or directions. */
  readonly summaryOrders: readonly Order[];
  /** What the clinical summary says utilization review did, treatment by treatment. */
  readonly reviewed: readonly ReviewedItem[];
  readonly removals: readonly Removal[];
  /** The numbers of visits that the clinical summary gives, in order. */
  readonly visitCounts: readonly VisitCount[];
  /** Every date in the letter, in its order. */
  readonly dates: readonly LetterDate[];
  /** Where summary and rationales give the worker's age or sex, in their order. */
  readonly workerMentions: readonly WorkerMention[];
}
