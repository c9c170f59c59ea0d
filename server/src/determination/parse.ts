import { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import type { IssueReader } from './issue.ts';
import { mergeBlocks, NO_HEADER, readHeaderBlocks } from './lines/header.ts';
import { detectLayout } from './lines/layout.ts';
import { readIssuesOfA } from './lines/layouts/a.ts';
import { readIssuesOfB } from './lines/layouts/b.ts';
import { readIssuesOfC } from './lines/layouts/c.ts';
import { readIssuesOfD } from './lines/layouts/d.ts';
import { lettersIn } from './lines/letters.ts';
import { readOtherCases } from './lines/otherCases.ts';
import { readSections } from './lines/sections.ts';
import type { Determination, Layout, Letters, SectionKind } from './model/determination.ts';
import { readDates } from './readers/dates/dates.ts';
import { readFinalDetermination } from './readers/finalDetermination.ts';
import { ordersInText } from './readers/medication/orders.ts';
import { NO_PATIENT, readPatient } from './readers/patient/patient.ts';
import { tellingsIn } from './readers/patient/tellings.ts';
import { readRemovals } from './readers/removals/removals.ts';
import { readReviewed } from './readers/reviewed/reviewed.ts';
import { NO_REVIEWER, readReviewer } from './readers/reviewer.ts';
import { countsOfSummary } from './readers/visits/visitCounts.ts';
import { whenAsked } from './whenAsked.ts';

/** Layouts differ in how they set out their issues; all else is read alike. */
const ISSUE_READERS: Readonly<Record<Exclude<Layout, 'unknown'>, IssueReader>> = {
  A: readIssuesOfA,
  B: readIssuesOfB,
  C: readIssuesOfC,
  D: readIssuesOfD,
};

/** Reads each letter of a text, in order: most have one. Total, as `parseDetermination` is. */
export function parseLetters(source: string): Letters {
  const text = new LetterText(source);
  const [first = text.whole, ...others] = lettersIn(text);
  if (others.length === 0) return [read(text, null)];
  return [read(text.part(first), 1), ...others.map((stretch, i) => read(text.part(stretch), i + 2))];
}

/**
 * Reads a letter: where its parts are, at once; what they say, when it is first needed. Total: any text gives a
 * determination; a text that is no letter gives one of layout `unknown` with nothing in it.
 */
export const parseDetermination = (source: string): Determination => read(new LetterText(source), null);

function read(text: LetterText, part: number | null): Determination {
  const layout = detectLayout(text);
  if (layout === 'unknown') {
    return {
      text,
      part,
      layout,
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
      tellings: [],
    };
  }
  const sections = readSections(text, layout);
  const bodyOf = (kind: SectionKind): Prose | null => sections.find((section) => section.kind === kind)?.body ?? null;
  const howMade = bodyOf('how-made');
  const summary = bodyOf('clinical-summary');
  const headerBlocks = readHeaderBlocks(text, sections, layout);
  const header = mergeBlocks(headerBlocks);
  const issues = ISSUE_READERS[layout](text, sections, summary);
  const dates = whenAsked(() => readDates(text, { sections, header, headerBlocks, issues }));
  const otherCases = whenAsked(() => readOtherCases(text, { sections, header, headerBlocks }));
  const patient = whenAsked(() => (summary === null ? NO_PATIENT : readPatient(summary, dates())));
  const tellings = whenAsked(() => [
    ...(summary === null ? [] : tellingsIn(summary, null)),
    ...issues.flatMap(({ rationale, index }) => (rationale === null ? [] : tellingsIn(rationale.body, index))),
  ]);
  const reviewed = whenAsked(() => (summary === null ? [] : readReviewed(summary)));
  const letter: Determination = {
    text,
    part,
    layout,
    sections,
    header,
    headerBlocks,
    finalDetermination: readFinalDetermination(sections),
    reviewer: howMade === null ? NO_REVIEWER : readReviewer(howMade),
    issues,
    get otherCases() {
      return otherCases();
    },
    get summaryOrders() {
      return summary === null ? [] : ordersInText(summary);
    },
    get reviewed() {
      return reviewed();
    },
    get removals() {
      return removals();
    },
    get visitCounts() {
      return summary === null ? [] : countsOfSummary(summary);
    },
    get dates() {
      return dates();
    },
    get patient() {
      return patient();
    },
    get tellings() {
      return tellings();
    },
  };
  const removals = whenAsked(() => readRemovals(letter));
  return letter;
}

/** Reads everything that has not been read yet, one issue a step, so that a caller with a long letter can do other work in between. */
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

const askAll = (each: object): unknown => Object.values(each);
