/** What a client that writes into letters has to know of one. Places are LSP's: 0-based lines and UTF-16 characters. */

export interface Place {
  readonly line: number;
  readonly character: number;
}

interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

export interface OverviewIssue {
  /** From its heading to the end of its rationale. */
  readonly range: PlaceRange;
  /** Its heading; where it has none, its beginning. */
  readonly heading: PlaceRange;
  readonly treatment: string;
  /** 'Upheld', 'Overturned', another word, or 'no decision'. */
  readonly decision: string;
  /** It has its decision and every part: nobody is still about to write it. */
  readonly isComplete: boolean;
}

export interface LetterOverview {
  /** When letters of this form were written: '2014 and later'. */
  readonly form: string;
  /** In the order of the letter. */
  readonly issues: readonly OverviewIssue[];
  /** After the last words of the section of issues, where another may follow; null where it has none. */
  readonly issuesEnd: Place | null;
  /** '3 upheld, 1 overturned', in the order of how many; empty where nothing is decided. */
  readonly decisions: string;
}
