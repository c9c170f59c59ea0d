import type { Clause } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading } from '../../../../language/reading.ts';
import { type Subject, subjectOf } from './subject.ts';

/** The clause that a sentence opens with, and what it is about; null where that is not known. */
export function openingOf(
  reading: Reading,
  clauses: readonly Clause[],
): { readonly opening: Clause | undefined; readonly subject: Subject | null } {
  const opening = clauses.find(({ kind }) => kind === 'main') ?? clauses[0];
  // In 'This falls inside the guideline', whose verb is not known, the guideline is not the subject.
  const isKnown =
    opening !== undefined && (opening.verb < opening.end || !reading.is(opening.first, ENGLISH.demonstrative));
  return { opening, subject: isKnown ? subjectOf(reading, opening, opening.verb) : null };
}
