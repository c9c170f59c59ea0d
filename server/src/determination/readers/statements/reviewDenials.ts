import { Form } from '../../../language/lexicon/forms.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage } from '../../../language/reading.ts';
import { oncePerProse } from '../../../text/oncePerProse.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { oncePerPassage, passageOf } from '../../language.ts';
import { CONCLUSION_WORDS } from '../conclusion/words/words.ts';
import { sentencesIn } from '../shared/sentences.ts';
import { STATEMENT_WORDS } from './words.ts';

/** Whether a sentence says that utilization review refused or changed what was requested. */
export const saysReviewDenied = (sentence: Prose): boolean => passageOf(sentence).get(readReviewDenial);

/** The sentences of a summary that say what utilization review denied. */
export const reviewDenialsIn: (summary: Prose) => readonly Prose[] = oncePerProse((summary) =>
  sentencesIn(summary).filter(saysReviewDenied),
);

/** The sentence after that of a place in a summary, where it says what utilization review denied. */
export function reviewDenialAfter(summary: Prose, place: Span): Prose | null {
  const passage = passageOf(summary);
  const { first } = passage.rangeOf(place);
  if (first < passage.first || first >= passage.end) return null;
  const { end } = passage.sentenceAt(first);
  if (end >= passage.end) return null;
  const next = passage.prose(passage.sentenceAt(end));
  return saysReviewDenied(next) ? next : null;
}

/** How far from the review or the request the word of refusing may be. In tokens. */
const REACH = 40;
/** How far after 'denied' the request may. */
const NEAR_REQUEST = 12;

function readReviewDenial(passage: Passage): boolean {
  const { reading } = passage;
  let who = Number.NEGATIVE_INFINITY;
  let refused = Number.NEGATIVE_INFINITY;
  for (let at = passage.first; at < passage.end; at++) {
    const isRequest = reading.is(at, CONCLUSION_WORDS['the request']);
    if (isRequest && at - refused <= NEAR_REQUEST) return true;
    if (isRequest || reading.is(at, CONCLUSION_WORDS['review party'])) who = at;
    const isRefusal = reading.is(at, CONCLUSION_WORDS.withholds) || isNotGranted(passage, at);
    if (isRefusal && at - who <= REACH) return true;
    if (isRefusal) refused = at;
    if (reading.is(at, STATEMENT_WORDS['statement changes']) && at - who <= REACH) return true;
  }
  return false;
}

/** 'Not certified', 'non-certified', 'not medically necessary', 'failed to approve'. */
function isNotGranted({ reading }: Passage, at: number): boolean {
  const failed = reading.endOfClass(at, STATEMENT_WORDS['statement fails']);
  if (failed > at && reading.is(failed, CONCLUSION_WORDS.grants)) return true;
  if (!reading.is(at, STATEMENT_WORDS['statement non'])) return false;
  const next = reading.tokens.written(at + 1) === '-' ? at + 2 : at + 1;
  return reading.is(next, CONCLUSION_WORDS.grants) || reading.is(next, CONCLUSION_WORDS['medically necessary']);
}

/** How far from the review the word of changing or granting may be. In tokens. */
const NEAR = 10;

/** Where utilization review is said to have allowed some of it: 'UR modified the request to six sessions'; null where it is not. */
export const reviewGrantIn: (prose: Prose) => Span | null = oncePerPassage(readGrant);

function readGrant(passage: PlacedPassage): Span | null {
  const { reading } = passage;
  for (const { first, end } of passage.mentions(STATEMENT_WORDS['statement review'])) {
    const sentence = passage.sentenceAt(first);
    for (let at = end; at < Math.min(sentence.end, end + NEAR); at++) {
      // 'UR denied', 'had previously certified', 'did not approve': of another time, or not at all.
      if (reading.is(at, STATEMENT_WORDS['statement earlier']) || reading.is(at, CONCLUSION_WORDS.withholds)) break;
      const isGrant = GRANTING.some((each) => reading.is(at, each)) && (reading.formAt(at) & Form.past) !== 0;
      if (isGrant) return passage.span({ first, end: at + 1 });
    }
  }
  return null;
}

const GRANTING = [STATEMENT_WORDS['statement changes'], CONCLUSION_WORDS.grants];

/** Whether a summary has any word of something that was changed, granted or allowed: what became of it is then not plain. */
export const mentionsPart: (summary: Prose) => boolean = oncePerPassage((passage) => {
  for (const wordClass of GRANTING) {
    for (const { form } of passage.mentions(wordClass)) if ((form & (Form.past | Form.participle)) !== 0) return true;
  }
  return false;
});
