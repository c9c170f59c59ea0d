/** What a citation names, and what it gets wrong: the answers of the catalogue. */
import type { BodyPart, Category, Citation } from '../determination/model/determination.ts';
import type { Found } from '../text/span.ts';
import type { Certainty, Chapter, Edition, Section } from './facts.ts';

/** What a citation names. */
export interface Resolution {
  readonly citation: Citation;
  /** Null where the title names no chapter of the catalogue. */
  readonly chapter: Chapter | null;
  /** `near`: found although a letter or two of the title are wrong. */
  readonly spelling: 'exact' | 'near' | 'unknown';
  readonly edition: Edition | null;
  /**
   * What identified the edition: the year printed; the number of pages printed; a section that is at the page printed;
   * the day asked about; or that there is no other.
   */
  readonly editionBy: 'year' | 'length' | 'page' | 'day' | 'only' | null;
  readonly sections: readonly CitedSection[];
  readonly problems: readonly CitationProblem[];
}

export interface CitedSection {
  readonly cited: Found<string>;
  readonly section: Section | null;
  /** `near`: found although a letter or two are wrong. */
  readonly spelling: 'exact' | 'near' | 'unknown';
}

/** What a citation gets wrong about the guideline it names, apart from the days in force. */
export type CitationProblem =
  | { readonly kind: 'unknown-chapter'; readonly cited: Found<string>; readonly certainty: Certainty }
  /** As `unknown-chapter`, where the MTUS may have a chapter that the catalogue does not, which is incomplete after 2017. */
  | { readonly kind: 'unfamiliar-chapter'; readonly cited: Found<string>; readonly certainty: Certainty }
  /** `years`: those it can have, oldest edition first. */
  | {
      readonly kind: 'unknown-year';
      readonly cited: Found<number>;
      readonly years: readonly number[];
      readonly certainty: Certainty;
    }
  /** As `unknown-year`, where there may be an edition that the catalogue does not have. */
  | {
      readonly kind: 'unfamiliar-year';
      readonly cited: Found<number>;
      readonly years: readonly number[];
      readonly certainty: Certainty;
    }
  /** 'Low Back Disorders 2004': the year is of an edition with another title. */
  | {
      readonly kind: 'title-of-other-edition';
      readonly cited: Found<string>;
      readonly edition: Edition;
      readonly certainty: Certainty;
    }
  | { readonly kind: 'unknown-section'; readonly cited: Found<string>; readonly certainty: Certainty }
  /** 'Section(s): 326'. */
  | { readonly kind: 'page-as-section'; readonly cited: Found<string>; readonly certainty: Certainty }
  | {
      readonly kind: 'page-outside';
      readonly cited: Found<string>;
      readonly firstPage: number;
      readonly lastPage: number;
      readonly certainty: Certainty;
    }
  /** The 130 of '98 of 130'. */
  | {
      readonly kind: 'wrong-length';
      readonly cited: Found<number>;
      readonly lastPage: number;
      readonly certainty: Certainty;
    }
  /** The page is more than one off the pages of every section cited. */
  | {
      readonly kind: 'page-of-other-section';
      readonly cited: Found<string>;
      readonly section: Section;
      readonly certainty: Certainty;
    };

/** What a correct citation of this can be about. An empty list: anything. */
export interface Subject {
  readonly categories: readonly Category[];
  readonly bodyParts: readonly BodyPart[];
  readonly alsoCitedFor: readonly BodyPart[];
}
