import { asRead, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import { parseLetters } from '../determination/parse.ts';
import type { CleanedText } from '../protocol/messages.ts';
import { cleanedText, type PageEnds } from '../text/cleaned.ts';
import { LetterText } from '../text/letterText.ts';

/**
 * Makes a text that came from a PDF, a browser, or a word processor plain letter text. What it says stays: where a text
 * cleaned throughout would be read otherwise, the ends of pages are kept, and else all of it.
 */
export function cleanUp(source: string): CleanedText {
  const said = whatAllSay(source);
  const before = new LetterText(source);
  for (const pages of PAGES) {
    const text = cleanedText(before, pages);
    if (text === source || text === `${source}\n`) return { kind: 'clean' };
    if (whatAllSay(text) === said) return { kind: 'cleaned', text };
  }
  return { kind: 'unsure' };
}

/** The neatest first. */
const PAGES: readonly PageEnds[] = ['by-sentence', 'joined', 'kept'];

/** What each letter of a text says. */
export const whatAllSay = (source: string): string => parseLetters(source).map(whatItSays).join('\n');

/** All that is printed of a letter, except its place; quotation marks are straight. */
function whatItSays({
  layout,
  header,
  finalDetermination,
  reviewer,
  patient,
  sections,
  issues,
}: Determination): string {
  const said = {
    layout,
    header: Object.values(header).map((field) => [field.kind, asRead<unknown>(field)?.value]),
    finalDetermination: finalDetermination?.value,
    reviewer: [...reviewer.specialties, ...reviewer.licensure].map(({ value }) => value),
    patient: [patient.age?.value, patient.sex?.value, patient.dateOfInjury?.value],
    sections: sections.map(({ kind, body }) => [kind, body.text]),
    issues: issues.map(issueSays),
  };
  return JSON.stringify(said)
    .replace(/[‘’]/g, "'")
    .replace(/[“”]|\\"/g, '"');
}

function issueSays(issue: DisputedIssue): unknown {
  const { heading, request, decision, category, bodyParts, laterality, visits, priorVisits, rationale } = issue;
  const parts = [issue.claimsGuideline, issue.reviewerGuideline].map(
    (part) =>
      part && [
        part.basis,
        part.citations.map(({ source, title, year, sections, pages }) => [
          source,
          title.value,
          year?.value,
          sections.map(({ value }) => value),
          pages.map(({ value }) => value),
        ]),
      ],
  );
  return {
    heading: heading.text,
    treatment: request.treatment.text,
    decision: decision?.kind === 'decided' ? decision.decision : decision?.word,
    category,
    bodyParts: bodyParts.map(({ value }) => value),
    laterality: laterality?.value,
    visits: visits?.total,
    priorVisits: priorVisits?.value,
    parts,
    rationale: rationale && [rationale.body.text, rationale.conclusion.kind],
  };
}
