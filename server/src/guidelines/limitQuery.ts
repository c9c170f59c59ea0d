import type { Determination, DisputedIssue } from '../determination/model/determination.ts';
import { sentencesIn } from '../determination/readers/shared/sentences.ts';
import { oncePerProse } from '../text/oncePerProse.ts';
import type { LimitQuery } from './catalogue.ts';
import { NamedConditions } from './limits.ts';

/** Words of therapy after an operation. */
export const POSTSURGICAL =
  /\bpost[- ]?(?:op(?:erative(?:ly)?)?|surg(?:ery|ical(?:ly)?))\b|\bafter (?:the )?surgery\b|\bstatus post\b/i;

/** What to ask the catalogue for the figures that apply to the treatment of an issue. */
export function limitQuery(letter: Determination, issue: DisputedIssue): LimitQuery {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  const heading = issue.heading.text;
  const quoted = issue.rationale?.quotedLimits ?? [];
  return {
    category: issue.category,
    bodyParts: issue.bodyParts.map(({ value }) => value),
    postsurgical: isPostsurgical(issue),
    conditionText: heading,
    ...(summary !== undefined && { summary: conditionsIn(summary) }),
    treatmentText: heading,
    quoted: quoted.filter(({ text }) => !NO_CEILING.test(text)),
  };
}

const conditionsIn = oncePerProse(({ text }) => new NamedConditions(text));

/** Visits after recovery, again and again; a single week's course for a bruise; what it takes to see an effect. */
export const NO_CEILING = /\bevery\b|\bper (?:month|year)\b|\bover (?:1|one) week\b|\bat a frequency\b/i;

/** A rationale that quotes a table names surgery where there was none: its sentences with figures do not count. */
function isPostsurgical({ heading, reviewerGuideline, rationale }: DisputedIssue): boolean {
  if (POSTSURGICAL.test(heading.text)) return true;
  if (reviewerGuideline?.citations.some(({ title }) => /\bpost-? ?surg/i.test(title.value)) === true) return true;
  if (rationale === null) return false;
  const { body, quotedLimits } = rationale;
  const figures = quotedLimits.map(({ span }) => body.indexOf(span.start));
  return sentencesIn(body).some(
    ({ start, end }) =>
      POSTSURGICAL.test(body.text.slice(start, end)) && !figures.some((figure) => start <= figure && figure < end),
  );
}
