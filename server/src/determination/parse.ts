import { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import type { IssueReader } from './issue.ts';
import { stretchesOf } from './language.ts';
import { mergeBlocks, NO_HEADER, readHeaderBlocks } from './lines/header.ts';
import { detectLayout } from './lines/layout.ts';
import { readIssuesOfA } from './lines/layouts/a.ts';
import { readIssuesOfB } from './lines/layouts/b.ts';
import { readIssuesOfC } from './lines/layouts/c.ts';
import { readIssuesOfD } from './lines/layouts/d.ts';
import { lettersIn } from './lines/letters.ts';
import { readOtherCases } from './lines/otherCases.ts';
import { readSections } from './lines/sections.ts';
import type { Determination, DisputedIssue, Layout, Letters, Section, SectionKind } from './model/determination.ts';
import { readDates } from './readers/dates/dates.ts';
import { readFinalDetermination } from './readers/finalDetermination.ts';
import { ordersInText } from './readers/medication/orders.ts';
import { NO_PATIENT, readPatient } from './readers/patient/patient.ts';
import { workerMentionsIn } from './readers/patient/workerMentions.ts';
import { readRemovals } from './readers/removals/removals.ts';
import { readReviewed } from './readers/reviewed/reviewed.ts';
import { NO_REVIEWER, readReviewer } from './readers/reviewer.ts';
import { countsOfSummary } from './readers/visits/visitCounts.ts';
import { askAll } from './whenAsked.ts';

/** Layouts differ in how they set out their issues; all else is read alike. */
const ISSUE_READERS: Readonly<Record<Exclude<Layout, 'unknown'>, IssueReader>> = {
  A: readIssuesOfA,
  B: readIssuesOfB,
  C: readIssuesOfC,
  D: readIssuesOfD,
};

/**
 * Reads each letter of a text, in order: most have one. Total, as `parseDetermination` is.
 * @param earlier an earlier version of the text: what was read of the parts that are still in it is not read again
 */
export function parseLetters(source: string, earlier: Letters | null = null): Letters {
  const text = new LetterText(source);
  const [first = text.whole, ...others] = lettersIn(text);
  const letters: Letters =
    others.length === 0
      ? [read(text, null)]
      : [read(text.part(first), 1), ...others.map((stretch, i) => read(text.part(stretch), i + 2))];
  for (const [i, letter] of letters.entries()) {
    const before = earlier?.[i];
    if (before !== undefined) stretchesOf(letter.text.prose).follow(stretchesOf(before.text.prose));
  }
  return letters;
}

/**
 * Reads a letter: where its parts are, at once; what they say, when it is first needed. Total: any text gives a
 * determination; a text that is no letter gives one of layout `unknown` with nothing in it.
 */
export const parseDetermination = (source: string): Determination => read(new LetterText(source), null);

function read(text: LetterText, part: number | null): Determination {
  const layout = detectLayout(text);
  return layout === 'unknown' ? noLetter(text, part) : new ReadLetter(text, part, layout);
}

const noLetter = (text: LetterText, part: number | null): Determination => ({
  text,
  part,
  layout: 'unknown',
  sections: [],
  header: NO_HEADER,
  headerBlocks: [],
  otherCases: [],
  finalDetermination: null,
  reviewer: NO_REVIEWER,
  patient: NO_PATIENT,
  issues: [],
  summaryOrders: [],
  reviewed: [],
  removals: [],
  visitCounts: [],
  dates: [],
  workerMentions: [],
});

/** A letter: where its parts are is read at once, what they say when it is first needed. */
class ReadLetter implements Determination {
  readonly text: LetterText;
  readonly part: number | null;
  readonly layout: Layout;
  readonly sections: readonly Section[];
  readonly issues: readonly DisputedIssue[];
  readonly #summary: Prose | null;
  #headerBlocks: Determination['headerBlocks'] | undefined;
  #header: Determination['header'] | undefined;
  #finalDetermination: Determination['finalDetermination'] | undefined;
  #reviewer: Determination['reviewer'] | undefined;
  #otherCases: Determination['otherCases'] | undefined;
  #reviewed: Determination['reviewed'] | undefined;
  #removals: Determination['removals'] | undefined;
  #dates: Determination['dates'] | undefined;
  #patient: Determination['patient'] | undefined;
  #workerMentions: Determination['workerMentions'] | undefined;

  constructor(text: LetterText, part: number | null, layout: Exclude<Layout, 'unknown'>) {
    this.text = text;
    this.part = part;
    this.layout = layout;
    this.sections = readSections(text, layout);
    this.#summary = this.#bodyOf('clinical-summary');
    this.issues = ISSUE_READERS[layout](text, this.sections, this.#summary);
    stretchesOf(text.prose).divide(cutsOf(text, this.sections, this.issues));
  }

  #bodyOf(kind: SectionKind): Prose | null {
    return this.sections.find((section) => section.kind === kind)?.body ?? null;
  }

  get headerBlocks(): Determination['headerBlocks'] {
    this.#headerBlocks ??= readHeaderBlocks(this.text, this.sections, this.layout);
    return this.#headerBlocks;
  }

  get header(): Determination['header'] {
    this.#header ??= mergeBlocks(this.headerBlocks);
    return this.#header;
  }

  get finalDetermination(): Determination['finalDetermination'] {
    this.#finalDetermination ??= readFinalDetermination(this.sections);
    return this.#finalDetermination;
  }

  get reviewer(): Determination['reviewer'] {
    if (this.#reviewer === undefined) {
      const howMade = this.#bodyOf('how-made');
      this.#reviewer = howMade === null ? NO_REVIEWER : readReviewer(howMade);
    }
    return this.#reviewer;
  }

  get otherCases(): Determination['otherCases'] {
    this.#otherCases ??= readOtherCases(this.text, this);
    return this.#otherCases;
  }

  get summaryOrders(): Determination['summaryOrders'] {
    return this.#summary === null ? [] : ordersInText(this.#summary);
  }

  get reviewed(): Determination['reviewed'] {
    this.#reviewed ??= this.#summary === null ? [] : readReviewed(this.#summary);
    return this.#reviewed;
  }

  get removals(): Determination['removals'] {
    this.#removals ??= readRemovals(this);
    return this.#removals;
  }

  get visitCounts(): Determination['visitCounts'] {
    return this.#summary === null ? [] : countsOfSummary(this.#summary);
  }

  get dates(): Determination['dates'] {
    this.#dates ??= readDates(this.text, this);
    return this.#dates;
  }

  get patient(): Determination['patient'] {
    this.#patient ??= this.#summary === null ? NO_PATIENT : readPatient(this.#summary, this.dates);
    return this.#patient;
  }

  get workerMentions(): Determination['workerMentions'] {
    this.#workerMentions ??= [
      ...(this.#summary === null ? [] : workerMentionsIn(this.#summary, null)),
      ...this.issues.flatMap(({ rationale, index }) =>
        rationale === null ? [] : workerMentionsIn(rationale.body, index),
      ),
    ];
    return this.#workerMentions;
  }
}

/**
 * The places between what is read by itself: the sections, and of each issue its rationale and what comes before that. With
 * smaller pieces, reading a letter for the first time costs more than is spared when somebody types in it.
 */
function* cutsOf(
  { prose }: LetterText,
  sections: readonly Section[],
  issues: readonly DisputedIssue[],
): Iterable<number> {
  for (const { heading } of sections) yield prose.indexOf(heading.start);
  for (const { heading, rationale } of issues) {
    yield heading.from;
    if (rationale !== null) yield prose.indexOf(rationale.label.start);
  }
}

/** Reads everything that has not been read yet, one issue at each step, so that a caller with a long letter can do other work in between. */
export function* readThrough(letter: Determination): Generator<void, void, void> {
  for (const issue of letter.issues) {
    askAll(issue);
    for (const part of [issue.claimsGuideline, issue.reviewerGuideline, issue.rationale])
      if (part !== null) askAll(part);
    yield;
  }
  askAll(letter);
  yield;
}
