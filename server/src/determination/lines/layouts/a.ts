import type { LetterText } from '../../../text/letterText.ts';
import { cover } from '../../../text/span.ts';
import { type IssueReader, partOf, readIssue } from '../../issue.ts';
import type { DecisionWord, Part, Section } from '../../model/determination.ts';

/**
 * Layout A (early 2013): one issue, one rationale; the decision is in the heading of the rationale
 * ('RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:').
 * The claims administrator's guideline is missing.
 */
export const readIssuesOfA: IssueReader = (text, sections, summary) => {
  const issues = sections.filter(({ kind }) => kind === 'issues');
  const dispute = issues.find((section) => ISSUE.test(headingOf(text, section)));
  if (dispute === undefined || dispute.body.length === 0) return [];
  const rationale = issues.find((section) => RATIONALE.test(headingOf(text, section)));
  const guideline = issues.find((section) => GUIDELINE.test(headingOf(text, section)));
  const heading = withoutNumber(dispute);
  const pieces = {
    range: [guideline, rationale].reduce(
      (range, section) => (section === undefined ? range : cover(range, section.range)),
      heading.range,
    ),
    heading,
    decision: rationale === undefined ? null : decisionOf(text, rationale),
    claimsGuideline: null,
    reviewerGuideline: guideline === undefined ? null : sectionPart(text, guideline),
    rationale: rationale === undefined ? null : sectionPart(text, rationale),
  };
  return [readIssue(pieces, summary, 0)];
};

const ISSUE = /^ISSUES? AT DISPUTE/i;
const GUIDELINE = /^MEDICAL TREATMENT GUIDELINE/i;
const RATIONALE = /^RATIONALE FOR WHY/i;
const DECISION = /\b(?:IS\/WAS|IS|WAS|ARE\/WERE|ARE|WERE)(?<not> NOT)? ?MEDICALLY NECESSARY/i;

function decisionOf(text: LetterText, section: Section): DecisionWord | null {
  const match = DECISION.exec(headingOf(text, section));
  if (match === null) return null;
  const start = indexOf(text, section) + match.index;
  const decision = match.groups?.['not'] === undefined ? 'overturned' : 'upheld';
  return { kind: 'decided', decision, span: text.prose.span(start, start + match[0].length) };
}

/** '1. MRI of the knee': a lone item's number is not a part of it. */
function withoutNumber({ body }: Section): Section['body'] {
  const number = /^1 ?[.)] /.exec(body.text);
  const isLone = number !== null && !/ 2 ?[.)] /.test(body.text);
  return isLone ? body.slice(number[0].length) : body;
}

function sectionPart(text: LetterText, section: Section): Part {
  const start = indexOf(text, section);
  const label = { start, end: start + headingOf(text, section).length };
  return partOf(text.prose, label, Math.max(label.end, section.body.to));
}

const headingOf = (text: LetterText, section: Section): string =>
  text.prose.text.slice(indexOf(text, section), text.prose.indexOf(section.heading.end));

const indexOf = ({ prose }: LetterText, { heading }: Section): number => prose.indexOf(heading.start);
