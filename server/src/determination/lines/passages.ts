import type { Prose } from '../../text/prose.ts';
import { contains } from '../../text/span.ts';
import type { Determination, DisputedIssue } from '../model/determination.ts';
import { oncePerLetter } from '../oncePerLetter.ts';

type PassageKind = 'form' | 'summary' | 'heading' | 'claims-guideline' | 'reviewer-guideline' | 'rationale';

/** A stretch of the letter that an editor wrote, or (`form`) that the letter's form brings with it. */
export interface Passage {
  readonly kind: PassageKind;
  readonly prose: Prose;
  /** The disputed issue it belongs to, 0-based; null for the summary and the form. */
  readonly issue: number | null;
}

/**
 * Every piece of prose that an editor wrote, once each, in the order of the letter. Left out is what the letter's form
 * brings with it: the header, how the determination was made, the reviewer's credentials, headings of sections, labels,
 * decision words, and the sentences that lead in to the summary and to the issues.
 */
export const passages: (letter: Determination) => readonly Passage[] = oncePerLetter((letter) =>
  [...summaries(letter), ...letter.issues.flatMap(passagesOfIssue)]
    .filter(({ prose }) => prose.length > 0)
    .sort((a, b) => a.prose.from - b.prose.from),
);

/** 'The expert reviewer developed the following clinical case summary based on … all medical records:'. */
const LEAD_IN = /^The expert reviewer developed the following[^:]{0,160}: ?/i;

function summaries({ sections }: Determination): readonly Passage[] {
  return sections
    .filter(({ kind }) => kind === 'clinical-summary')
    .map(({ body }) => ({
      kind: 'summary',
      prose: body.slice(LEAD_IN.exec(body.text)?.[0].length ?? 0),
      issue: null,
    }));
}

/** What the letter's form brings with it: how the determination was made, and what leads in to summary and issues. */
export function formPassages({ sections, issues }: Determination): readonly Passage[] {
  const firstIssue = issues[0]?.heading.from;
  return sections
    .flatMap(({ kind, body }) => {
      if (kind === 'how-made') return [body];
      if (kind === 'clinical-summary') return [body.slice(0, LEAD_IN.exec(body.text)?.[0].length ?? 0)];
      return kind === 'issues' && firstIssue !== undefined ? [body.slice(0, Math.max(0, firstIssue - body.from))] : [];
    })
    .filter((prose) => prose.length > 0)
    .map((prose) => ({ kind: 'form', prose, issue: null }));
}

/** The same, except for the reviewer's specialties and states, which are lists ('California,Texas'), and what follows them. */
export const formBeforeCredentials = (letter: Determination): readonly Passage[] =>
  formPassages(letter).map((passage) => ({
    ...passage,
    prose: passage.prose.slice(0, credentialsStart(letter, passage.prose)),
  }));

/** Index in a passage of the form where the reviewer's specialties and states begin; its length where it has none. */
export function credentialsStart({ reviewer: { specialties, licensure } }: Determination, prose: Prose): number {
  const { range } = prose;
  let first = Number.POSITIVE_INFINITY;
  for (const { span } of [...specialties, ...licensure]) {
    if (contains(range, span.start)) first = Math.min(first, span.start);
  }
  return Number.isFinite(first) ? prose.indexOf(first) : prose.length;
}

function passagesOfIssue({ index, heading, claimsGuideline, reviewerGuideline, rationale }: DisputedIssue): Passage[] {
  const parts: readonly (readonly [PassageKind, Prose | undefined])[] = [
    ['heading', heading],
    ['claims-guideline', claimsGuideline?.body],
    ['reviewer-guideline', reviewerGuideline?.body],
    ['rationale', rationale?.body],
  ];
  return parts.flatMap(([kind, prose]) => (prose === undefined ? [] : [{ kind, prose, issue: index }]));
}
