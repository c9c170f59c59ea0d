import { asRead, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import { parseLetters } from '../determination/parse.ts';
import type { CleanedText } from '../protocol/messages.ts';
import { cleanedText, comesFromPages, type PageEnds } from '../text/cleaned.ts';
import { LetterText } from '../text/letterText.ts';

/**
 * Makes a text that came from a PDF, a browser, or a word processor plain letter text. What it says stays: where a text
 * cleaned throughout would be read differently, the ends of pages are kept or, if need be, all of it.
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

/**
 * The same for a piece of a letter, which says nothing by itself: it is cleaned only where pages came with it, and where
 * its words are the same afterward. What begins or ends within a line still does.
 */
export function cleanUpFragment(source: string): CleanedText {
  const before = new LetterText(source);
  if (!comesFromPages(before)) return { kind: 'clean' };
  const cleaned = cleanedText(before, 'joined');
  if (straight(new LetterText(cleaned).folded.text) !== straight(before.folded.text)) return { kind: 'unsure' };
  const [lead = ''] = /^[^\S\f]*/.exec(source) ?? [];
  const end = source.slice(source.trimEnd().length).split('\f').at(-1) ?? '';
  return { kind: 'cleaned', text: `${lead}${cleaned.trim()}${end}` };
}

const straight = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** The cleanest first. */
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
