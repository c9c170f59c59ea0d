import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { CUE_WORDS } from './cueWords.ts';

/** Whether words mention a request: 'the request for', 'was requested'. */
export const tellsOfRequest = (words: Prose): boolean => has(words, CUE_WORDS['tells of a request']);

/** Whether words say that something was requested, authorized or certified, or was not. */
export const mentionsAuthorization = (words: Prose): boolean =>
  tellsOfRequest(words) || has(words, CUE_WORDS['tells of an authorization']);

/** Whether words say that something is necessary or not. */
export const mentionsNecessity = (words: Prose): boolean => has(words, CUE_WORDS['tells of necessity']);

/** Whether a heading asks for something that goes with an operation: 'post-op', 'assistant', 'sling', 'clearance'. */
export const isAroundSurgery = (heading: Prose): boolean =>
  has(heading, CUE_WORDS['around surgery']) || isBeforeSurgery(heading);

/** Whether a heading asks for what comes with an operation, and not for the operation: 'assistant surgeon', 'post-op'. */
export const goesWithOperation = (heading: Prose): boolean => has(heading, CUE_WORDS['goes with an operation']);

/** Whether a section says in the form's words how the reviewer was chosen, but not that the reviewer is independent. */
export const lacksIndependence = (howMade: Prose): boolean =>
  has(howMade, CUE_WORDS['tells how the reviewer was chosen']) &&
  !has(howMade, CUE_WORDS['says that the reviewer is independent']);

/** Whether words may say what sets a request apart from one like it: 'duplicate', 'the second', 'already'. */
export const tellsApart = (words: Prose): boolean => has(words, CUE_WORDS['tells like requests apart']);

/** Whether words say that a request was made again or changed, as after a denial: 'amended', 'a second', 'appealed'. */
export const tellsOfRepeatedRequest = (words: Prose): boolean => has(words, CUE_WORDS['tells of a repeated request']);

/** 'Pre-op', 'preoperative'. */
export const isBeforeSurgery = (heading: Prose): boolean => has(heading, CUE_WORDS['before surgery']);

function has(words: Prose, wordClass: WordClass): boolean {
  for (const _ of passageOf(words).mentions(wordClass)) return true;
  return false;
}
