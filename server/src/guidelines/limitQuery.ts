import type { Determination, DisputedIssue } from '../determination/model.ts';
import type { LimitQuery } from './catalogue.ts';

/** Words of therapy after an operation. */
export const POSTSURGICAL =
  /\bpost[- ]?(?:op(?:erative(?:ly)?)?|surg(?:ery|ical(?:ly)?))\b|\bafter (?:the )?surgery\b|\bstatus post\b/i;

/** What to ask the catalogue for the figures that apply to the treatment of an issue. */
export function limitQuery(letter: Determination, issue: DisputedIssue): LimitQuery {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body.text ?? '';
  const heading = issue.heading.text;
  return {
    category: issue.category,
    bodyParts: issue.bodyParts.map(({ value }) => value),
    postsurgical: POSTSURGICAL.test(heading) || POSTSURGICAL.test(issue.rationale?.body.text ?? ''),
    conditionText: `${heading} ${summary}`,
    treatmentText: heading,
  };
}
