import type { LetterText } from '../../../text/letterText.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { cover } from '../../../text/span.ts';
import { type IssueReader, partOf, readIssue } from '../../issue.ts';
import type { DecisionWord, Part, Section } from '../../model/determination.ts';

/**
 * Layout A (early 2013): one rationale; the decision is in its heading ('RATIONALE FOR WHY THE REQUESTED
 * TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:'). The claims administrator's guideline is missing. Of a numbered list
 * of what is in dispute each item is an issue, and the guideline part and the rationale are of all of them.
 */
export const readIssuesOfA: IssueReader = (text, sections, summary) => {
  const issues = sections.filter(({ kind }) => kind === 'issues');
  const dispute = issues.find((section) => ISSUE.test(headingOf(text, section)));
  if (dispute === undefined || dispute.body.length === 0) return [];
  const rationale = issues.find((section) => RATIONALE.test(headingOf(text, section)));
  const guideline = issues.find((section) => GUIDELINE.test(headingOf(text, section)));
  return itemsOf(dispute.body).map((heading, i, { length }) => {
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
      sharesParts: length > 1,
    };
    return readIssue(pieces, summary, i);
  });
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

/** The items of '1. MRI of the knee 2. Physical therapy' without their numbers; what is no numbered list is one item. */
function itemsOf(body: Prose): readonly Prose[] {
  const numbers: { readonly start: number; readonly end: number }[] = [];
  for (const match of NUMBER.in(body.text)) {
    const isNext = Number(match.groups?.['number']) === numbers.length + 1;
    // What comes before the first item would be of none.
    if (isNext && (numbers.length > 0 || match.index === 0))
      numbers.push({ start: match.index, end: match.index + match[0].length });
  }
  if (numbers.length === 0) return [body];
  return numbers.map(({ end }, i) => body.slice(end, numbers[i + 1]?.start ?? body.length));
}

const NUMBER = everywhere(/(?:^| )\(?(?<number>\d{1,2}) ?[.)] (?=[A-Za-z(])/);

function sectionPart(text: LetterText, section: Section): Part {
  const start = indexOf(text, section);
  const label = { start, end: start + headingOf(text, section).length };
  return partOf(text.prose, label, Math.max(label.end, section.body.to));
}

const headingOf = (text: LetterText, section: Section): string =>
  text.prose.text.slice(indexOf(text, section), text.prose.indexOf(section.heading.end));

const indexOf = ({ prose }: LetterText, { heading }: Section): number => prose.indexOf(heading.start);
