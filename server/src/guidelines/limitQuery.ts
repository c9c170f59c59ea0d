import type { Determination, DisputedIssue } from '../determination/model/determination.ts';
import { oncePerProse } from '../text/oncePerProse.ts';
import type { LimitQuery } from './catalogue.ts';
import { NamedConditions } from './limits.ts';

/** What to ask the catalogue for the figures that apply to the treatment of an issue. */
export function limitQuery(letter: Determination, issue: DisputedIssue): LimitQuery {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  const heading = issue.heading.text;
  const quoted = issue.rationale?.quotedLimits ?? [];
  return {
    category: issue.category,
    bodyParts: issue.bodyParts.map(({ value }) => value),
    postsurgical: issue.afterSurgery !== null,
    conditionText: heading,
    treatmentText: heading,
    quoted: quoted.filter(({ kind }) => kind !== 'recurring'),
    ...(summary !== undefined && { summary: conditionsIn(summary) }),
  };
}

const conditionsIn = oncePerProse(({ text }) => new NamedConditions(text));
