import type { Determination, DisputedIssue, Layout } from '../determination/model/determination.ts';
import type { LetterOverview, OverviewIssue } from '../protocol/letterOverview.ts';
import { after, before } from '../text/span.ts';
import { toRange } from './convert.ts';
import { plain } from './plain.ts';
import { decisionLabel } from './words.ts';

const FORMS: Readonly<Record<Layout, string | null>> = {
  A: 'Notice of 2013',
  B: 'Letter of 2013',
  C: 'Letter of 2014',
  D: 'Letter since 2014',
  unknown: null,
};

type Overviewed = Pick<Determination, 'text' | 'layout' | 'issues' | 'sections'>;

/** What a letter comes to in a few words, and where its issues are; null for a text that is not a letter. */
export function letterOverview(letter: Overviewed): LetterOverview | null {
  const { text, layout, issues, sections } = letter;
  const form = FORMS[layout];
  if (form === null) return null;
  const section = sections.findLast(({ kind }) => kind === 'issues');
  const end = issues.at(-1)?.range ?? section?.range;
  return {
    form,
    issues: issues.map((issue) => overviewOf(letter, issue)),
    issuesEnd: end === undefined ? null : toRange(text, after(end)).start,
    decisions: tally(issues),
  };
}

function overviewOf({ text }: Overviewed, issue: DisputedIssue): OverviewIssue {
  const { range, heading, request, decision, claimsGuideline, reviewerGuideline, rationale } = issue;
  return {
    range: toRange(text, range),
    heading: toRange(text, heading.length > 0 ? heading.range : before(range)),
    treatment: plain(request.treatment.text),
    decision: plain(decisionLabel(decision)),
    isComplete: decision !== null && [claimsGuideline, reviewerGuideline, rationale].every((part) => part !== null),
  };
}

function tally(issues: readonly DisputedIssue[]): string {
  const count = (wanted: 'upheld' | 'overturned'): number =>
    issues.filter(({ decision }) => decision?.kind === 'decided' && decision.decision === wanted).length;
  const [upheld, overturned] = [count('upheld'), count('overturned')];
  const open = issues.length - upheld - overturned;
  return [
    ...(upheld > 0 ? [`${upheld} upheld`] : []),
    ...(overturned > 0 ? [`${overturned} overturned`] : []),
    ...(open > 0 ? [`${open} without a decision`] : []),
  ].join(', ');
}
