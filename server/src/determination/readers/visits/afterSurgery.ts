import { ClassMap } from '../../../language/lexicon/classMap.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { contains } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import { type Derived, derived } from '../../model/derivation.ts';
import type { AfterSurgery, QuotedLimit } from '../../model/visits.ts';
import { TREATMENT_NAMES } from '../treatments/vocabulary.ts';
import { LEDGER_WORDS } from './words/ledgerWords.ts';

export interface AfterSurgerySource {
  readonly heading: Prose;
  readonly reviewerGuideline: Prose | null;
  readonly rationale: Prose | null;
  readonly quotedLimits: readonly QuotedLimit[];
}

/**
 * The part that says so, in this order. A rationale that quotes a table names operations where there was none: its
 * sentences with figures do not count.
 */
export function readAfterSurgery(source: AfterSurgerySource): Derived<AfterSurgery> | null {
  const { heading, reviewerGuideline, rationale, quotedLimits } = source;
  return (
    saidIn(heading, 'heading') ??
    (reviewerGuideline && saidIn(reviewerGuideline, 'guideline')) ??
    (rationale && saidIn(rationale, 'rationale', quotedLimits))
  );
}

function saidIn(prose: Prose, part: AfterSurgery, figures: readonly QuotedLimit[] = []): Derived<AfterSurgery> | null {
  const passage = passageOf(prose);
  for (const said of passage.get(readSurgeries)) {
    const sentence = passage.span(passage.sentenceAt(said.first));
    if (figures.some(({ span }) => contains(sentence, span.start))) continue;
    const span = passage.span(said);
    return derived(part, span, { reasons: [{ span, as: 'after an operation', row: null }], reckoning: null });
  }
  return null;
}

const readSurgeries = (passage: Passage): readonly TokenRange[] => [...surgeriesBefore(passage)];

/** Where words mention the time after an operation: 'post-op', 'after the replacement', 's/p left shoulder arthroscopy'. */
export function* surgeriesBefore(passage: Passage, { first, end }: TokenRange = passage): Iterable<TokenRange> {
  const { reading } = passage;
  const places = LEADS.places(reading);
  for (let at = places.next(first, end); at < end; at = places.next(at + 1, end)) {
    const said = reading.endOfClass(at, LEDGER_WORDS['after surgery']);
    const link = reading.endOfClass(at, LEDGER_WORDS['later than']);
    const to = said > 0 ? said : link < 0 ? -1 : endOfOperation(reading, link, Math.min(end, link + REACH));
    if (to > 0) yield { first: at, end: to };
  }
}

const LEADS = new ClassMap<true>([
  [LEDGER_WORDS['after surgery'], true],
  [LEDGER_WORDS['later than'], true],
]);

/** The end of the operation that is named before a mark and before so many tokens; -1 where none is. */
function endOfOperation(reading: Reading, from: number, before: number): number {
  for (let at = from; at < before && (!reading.tokens.isMark(at) || reading.tokens.isGlued(at)); at++) {
    const operation = reading.endOfClass(at, LEDGER_WORDS.operation);
    if (operation > 0) return operation;
    const named = reading.mentionAt(at, TREATMENT_NAMES);
    if (named?.value.category === 'surgery') return named.end;
  }
  return -1;
}

/** In tokens: 'following her left knee arthroscopic meniscus repair'. */
const REACH = 7;
