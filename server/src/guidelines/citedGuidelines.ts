import {
  asRead,
  type Citation,
  type Determination,
  type DisputedIssue,
  type GuidelinePart,
  type IsoDate,
} from '../determination/model/determination.ts';
import type { EditionStatus, GuidelineCatalogue, Resolution } from './catalogue.ts';
import type { Edition } from './facts.ts';

/** Whose guideline part a citation is in. */
export type Side = 'claims' | 'reviewer';

/** A citation of a letter, and what it names. */
export interface CitedGuideline {
  readonly issue: DisputedIssue;
  readonly side: Side;
  readonly part: GuidelinePart;
  readonly citation: Citation;
  readonly resolution: Resolution;
}

/** Every citation of a letter in its guideline parts, in its order. */
export function* citedGuidelines(letter: Determination, guidelines: GuidelineCatalogue): Iterable<CitedGuideline> {
  for (const issue of letter.issues) yield* citedInIssue(letter, issue, guidelines);
}

/** The same for one issue. */
export function* citedInIssue(
  letter: Determination,
  issue: DisputedIssue,
  guidelines: GuidelineCatalogue,
): Iterable<CitedGuideline> {
  // Without its label the rationale runs on in the part before it, and what it mentions would be taken for citations.
  if (issue.rationale === null) return;
  for (const [side, part] of [
    ['claims', issue.claimsGuideline],
    ['reviewer', issue.reviewerGuideline],
  ] as const) {
    for (const citation of part?.citations ?? []) {
      if (part === null) continue;
      yield { issue, side, part, citation, resolution: guidelines.resolve(citation, dayOf(letter, side)) };
    }
  }
}

/** The day on which a side decided: of the denial, or of the determination. Null where the letter does not give it. */
export function dayOf({ header }: Determination, side: Side): IsoDate | null {
  const decided = asRead(header.decisionDate)?.value ?? null;
  return side === 'claims' ? (asRead(header.urDenialDate)?.value ?? decided) : decided;
}

/** The status of the edition on the day on which its side decided. */
export interface Standing {
  readonly day: IsoDate;
  readonly status: EditionStatus;
}

/**
 * The status of a cited edition. A reviewer may hold a request to the edition that was in force when it was denied, so an
 * edition that was in force on either day is in force. Null where the letter is undated, and for guidelines outside the MTUS,
 * whose editions are not in force by law.
 */
export function standingOf(
  letter: Determination,
  { side, citation, resolution: { edition, editionBy } }: CitedGuideline,
  guidelines: GuidelineCatalogue,
): Standing | null {
  if (citation.source !== 'MTUS' || edition === null || !namesEdition(editionBy)) return null;
  const day = dayOf(letter, side);
  if (day === null) return null;
  const status = guidelines.statusOn(edition, day);
  if (side === 'reviewer' && status.kind === 'superseded' && wasInForceAtDenial(letter, edition, guidelines)) {
    return { day, status: { kind: 'in-force' } };
  }
  return { day, status };
}

/** By the year or the number of pages that it prints; not by the day, which would be no news. */
const namesEdition = (by: Resolution['editionBy']): boolean => by === 'year' || by === 'length' || by === 'page';

function wasInForceAtDenial({ header }: Determination, edition: Edition, guidelines: GuidelineCatalogue): boolean {
  const denial = asRead(header.urDenialDate)?.value;
  return denial !== undefined && guidelines.statusOn(edition, denial).kind === 'in-force';
}
