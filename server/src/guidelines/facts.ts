/**
 * The facts of the catalogue, as the data files give them. Properties are described for their authors in
 * schema/guidelines.schema.json; this is the form in which the program reads them, with nothing left out.
 */
import type { BodyPart, Category, IsoDate } from '../determination/model/determination.ts';

/**
 * How well a fact is known. `seen`: read in the named source. `own/…`: from general knowledge, not checked against a
 * source. `conflicting`: sources disagree.
 */
export type Certainty = 'seen' | 'own/high' | 'own/medium' | 'own/low' | 'conflicting';

export interface Provenance {
  /** Where the fact was read, in words. */
  readonly source: string;
  readonly certainty: Certainty;
  readonly note: string | null;
}

export type Publisher = 'MTUS' | 'ACOEM' | 'ODG';

/** A subject that a publisher has guidance on, through all its editions ('Low back' of the MTUS). */
export interface Chapter extends Provenance {
  readonly id: string;
  readonly publisher: Publisher;
  /** The chapter whose facts also apply here, such as `odg` for every chapter of ODG. */
  readonly parent: string | null;
  readonly name: string;
  /** Other names and common misspellings. */
  readonly aliases: readonly string[];
  /** Of the ACOEM Practice Guidelines: the 12 of 'ACOEM Chapter 12'. */
  readonly chapterNumber: number | null;
  readonly regulation: string | null;
  /** Empty: not about a part of the body. */
  readonly bodyParts: readonly BodyPart[];
  /** Further parts for which it may be cited, exactly as named ('lower-extremity' is not 'knee'). */
  readonly alsoCitedFor: readonly BodyPart[];
  /** Empty: any treatment. */
  readonly categories: readonly Category[];
}

export interface Edition extends Provenance {
  readonly id: string;
  readonly chapter: string;
  /** As letters print it, without the year: 'Low Back Complaints'. */
  readonly title: string;
  readonly aliases: readonly string[];
  /** The years letters print after the title; the first is the usual one. `Editions` adds those of document and order. */
  readonly years: readonly number[];
  /** Of the document adopted, where known: a year, a month or a day. */
  readonly documentDate: string | null;
  /** First day in force in the MTUS; null where not known. */
  readonly from: IsoDate | null;
  /** Last day in force; null where no later edition is known. */
  readonly to: IsoDate | null;
  /** Of `to`; `certainty` is of the rest. */
  readonly toCertainty: Certainty;
  /** For an edition that is only proposed: the day of the hearing. Null for one that was adopted. */
  readonly heard: IsoDate | null;
  readonly firstPage: number | null;
  readonly lastPage: number | null;
  readonly pagesCertainty: Certainty;
  /** All its sections are listed, so that a name that is not among them is not a section of it. */
  readonly sectionsComplete: boolean;
}

/** A named part of a chapter: a section, a topic or a table. */
export interface Section extends Provenance {
  readonly id: string;
  readonly chapter: string;
  /** Null: of every edition, or of a guideline that has none. */
  readonly edition: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** First and last page, both included. */
  readonly pages: readonly (readonly [first: number, last: number])[];
  /** For the pages; `certainty` is for the rest. */
  readonly pagesCertainty: Certainty;
  /** Where they are fewer than the chapter's. Empty: the chapter's. */
  readonly bodyParts: readonly BodyPart[];
  /** All its figures are among the limits, so a figure that is not among them is not one of its figures. */
  readonly figuresComplete: boolean;
  /** The treatments for which it may reasonably be cited. Empty: any. */
  readonly categories: readonly Category[];
  /** Words for what it is about, such as the drugs of a class. */
  readonly terms: readonly string[];
}

/**
 * What a figure is: `total` the most visits there should be, trial included; `trial` a first course; `cap` a limit by
 * statute; `maintenance` visits after recovery, again and again; `frequency` a week; `duration` weeks only; `criteria`
 * and `rule` nothing to count; `not-recommended` none at all.
 */
export type LimitKind =
  | 'total'
  | 'trial'
  | 'cap'
  | 'maintenance'
  | 'frequency'
  | 'duration'
  | 'criteria'
  | 'rule'
  | 'not-recommended';

export interface Limit extends Provenance {
  readonly id: string;
  readonly chapter: string;
  /** Null: of every edition, or of a guideline that has none. */
  readonly edition: string | null;
  /** The section or topic it is under. */
  readonly section: string | null;
  /** The condition or procedure it is for, in words. */
  readonly condition: string;
  /** Words that name the condition in a letter. */
  readonly terms: readonly string[];
  /** Holds only where one of `terms` is named: rare conditions, with figures that fit nothing else. */
  readonly onlyIfNamed: boolean;
  readonly icd9: readonly string[];
  readonly categories: readonly Category[];
  /** Words that must be in the treatment, such as 'epidural'. Empty: none needed. */
  readonly treatmentTerms: readonly string[];
  /** Empty: any. */
  readonly bodyParts: readonly BodyPart[];
  readonly setting: 'any' | 'postsurgical' | 'not-postsurgical';
  readonly kind: LimitKind;
  readonly unit: 'visits' | 'sessions' | 'injections' | 'blocks';
  readonly visitsMin: number | null;
  readonly visitsMax: number | null;
  readonly weeksMin: number | null;
  readonly weeksMax: number | null;
  readonly perWeekMin: number | null;
  readonly perWeekMax: number | null;
  /** Postsurgical: months from surgery within which the visits fall. */
  readonly periodMonths: number | null;
  /** Limits other than a count, in words. */
  readonly other: string | null;
  readonly pages: string | null;
  /** Properties that the source does not show although `certainty` is `seen`: general knowledge (`own/high`). */
  readonly unverified: readonly string[];
}

export interface Abbreviation extends Provenance {
  readonly id: string;
  /** As written; the first is the usual form: 'PR-2', 'PR2'. */
  readonly forms: readonly string[];
  /** Most usual meaning first. */
  readonly meanings: readonly string[];
}

/** A diagnosis code as guideline tables quote it. */
export interface DiagnosisCode extends Provenance {
  readonly id: string;
  readonly system: 'ICD-9' | 'ICD-10';
  readonly meaning: string;
}

/** A rule of law on reviews and treatment, in our own words. */
export interface Statute extends Provenance {
  readonly id: string;
  /** 'Labor Code 4604.5(c)(1)'. */
  readonly citation: string;
  readonly fact: string;
  readonly from: IsoDate | null;
  readonly categories: readonly Category[];
  /** Visits per industrial injury and discipline, where the statute caps them. */
  readonly visitsMax: number | null;
}

type Row<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;

/** One data file: the shipped ones and an organization's own have the same form. What a row leaves out has a default. */
export interface GuidelineFile {
  readonly name: string;
  readonly chapters?: readonly Row<Chapter, 'id' | 'publisher' | 'name' | 'source' | 'certainty'>[];
  readonly editions?: readonly Row<Edition, 'id' | 'chapter' | 'title' | 'years' | 'source' | 'certainty'>[];
  readonly sections?: readonly Row<Section, 'id' | 'chapter' | 'name' | 'source' | 'certainty'>[];
  readonly limits?: readonly Row<
    Limit,
    'id' | 'chapter' | 'condition' | 'categories' | 'kind' | 'source' | 'certainty'
  >[];
  readonly abbreviations?: readonly Row<Abbreviation, 'id' | 'forms' | 'meanings' | 'source' | 'certainty'>[];
  readonly codes?: readonly Row<DiagnosisCode, 'id' | 'system' | 'meaning' | 'source' | 'certainty'>[];
  readonly statutes?: readonly Row<Statute, 'id' | 'citation' | 'fact' | 'source' | 'certainty'>[];
}

/** What a fact may be used for: a warning, at most information, only a card, or nothing. */
export type Use = 'warning' | 'information' | 'hover' | 'nothing';

const USES: Readonly<Record<Certainty, Use>> = {
  seen: 'warning',
  'own/high': 'information',
  'own/medium': 'hover',
  conflicting: 'hover',
  'own/low': 'nothing',
};

/** The strongest use that a fact of this certainty allows. */
export const usable = (certainty: Certainty): Use => USES[certainty];

const FROM_SURE: readonly Certainty[] = ['seen', 'own/high', 'conflicting', 'own/medium', 'own/low'];

/** How surely all of several facts are known: as the least sure of them. `own/low` where there is none. */
export const weakest = (certainties: readonly Certainty[]): Certainty =>
  FROM_SURE.findLast((certainty) => certainties.includes(certainty)) ?? 'own/low';
