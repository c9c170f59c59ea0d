import type { Determination } from '../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** In ascending order. */
export const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

type RuleCategory = 'structure' | 'decision' | 'citations' | 'visits' | 'copy-paste' | 'person' | 'time' | 'text';

/** Changes that repair a finding. Spans are offsets in the letter that was checked; they never overlap. */
export interface Fix {
  /** What it does, in the imperative: 'Change Upheld to Overturned'. */
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  /** `mechanical` fixes need no judgment and may be applied all at once. */
  readonly kind: 'mechanical' | 'judgment';
}

/** Fixes, the likeliest first; or how to find them, where that takes too long for a first answer. `fixesOf` reads both. */
type Fixes = readonly Fix[] | (() => readonly Fix[]);

interface RelatedWords {
  readonly span: Span;
  readonly message: string;
}

/**
 * What the same finding marked in an earlier version of the program. Who changes what a rule marks, or which places it
 * relates, keeps the former ones here: what a team has put aside by them stays aside.
 */
export interface FormerPlace {
  /** The rule that found it, where that was another one. */
  readonly rule?: string;
  readonly span: Span;
  readonly related?: readonly Span[];
  /** Where it belonged to a different issue from today's, or to none. */
  readonly issue?: number | null;
}

export interface Finding {
  /** The words that are wrong, not their paragraph. */
  readonly span: Span;
  /** What is wrong with this letter, in its own figures. One or two sentences. */
  readonly message: string;
  /** The disputed issue it belongs to, 0-based; null where it belongs to none. */
  readonly issue: number | null;
  /** Where the case is less or more severe than the rule's default. A user's own setting overrides both. */
  readonly severity?: Severity;
  /** The words that it disagrees with. */
  readonly related?: readonly RelatedWords[];
  readonly fixes?: Fixes;
  /** A word that the user may add to the letter dictionary. */
  readonly unknownWord?: string;
  /** The whole text was read in the wrong encoding: a client may offer to read it in another. */
  readonly wrongEncoding?: true;
  /** How it was marked before, the latest first. */
  readonly formerly?: readonly FormerPlace[];
  /** Set where it stands for this many findings of its rule that are not listed one by one, itself included. */
  readonly leftOut?: number;
}

/** A finding's fixes, the likeliest first. This is where a fix that takes long to find is looked for. */
export const fixesOf = ({ fixes = [] }: Finding): readonly Fix[] => (typeof fixes === 'function' ? fixes() : fixes);

/** A word list to spell by. */
export interface SpellingDictionary {
  /** A word of letters, hyphens and apostrophes, in any case. With a hyphen at its end: the beginning of a compound. */
  isKnown(word: string): boolean;
  /** Known words that at most this many typing mistakes turn into this one; two take ten times as long as one. */
  near(word: string, slips: 1 | 2): readonly string[];
  /** Slow, some 10 ms, so only for fixes that a user opens. The nearest known words, or two in place of one, the likeliest first. In their own case: names with a capital. */
  suggest(word: string): readonly string[];
}

/** What a rule may ask besides the letter. */
export interface RuleContext {
  /** The shipped facts, with an organization's own over them. */
  readonly guidelines: GuidelineCatalogue;
  /** Null until it is loaded, and where there is none. */
  readonly dictionary: SpellingDictionary | null;
}

export interface Rule {
  /** The diagnostic's code, and the name of the rule's file, page and examples. */
  readonly name: string;
  /** What it looks for, in a few words. */
  readonly title: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** The law or the practice that it is based on. */
  readonly basis: string;
  /** It finds nothing without a dictionary, which may come later than the letter. */
  readonly needsDictionary?: true;
  /** Rules that explain the same words better: where both report them, this rule's finding is left out. */
  readonly yieldsTo?: readonly string[];
  /** Rules after which there is nothing left to say in the same rationale: it is about something else. */
  readonly silencedBy?: readonly string[];
  /** Pure: the same letter and context give the same findings. Silent where the letter is ambiguous. */
  check(letter: Determination, context: RuleContext): Iterable<Finding>;
}

/** A finding as it is reported: with its rule and the severity that applies. */
export interface Report extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}
