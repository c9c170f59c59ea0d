import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { isQuote } from './inWords/scanner.ts';
import { CITATION_WORDS } from './inWords/words.ts';

/** Where prose begins after what a guideline part cites between two of its indexes; `end` where none does. */
export function endOfCited(body: Prose, kind: 'mtus' | 'free', start: number, end: number): number {
  const passage = passageOf(body.slice(start, end));
  for (const sentence of passage.sentences()) {
    if (sentence.first > passage.first && isProse(passage, sentence))
      return passage.indexOf(sentence.first) - body.from;
    // Titles of books and web pages have verbs: 'What is an electrocardiogram?'.
    const predicate = kind === 'mtus' ? predicateOf(passage, sentence) : -1;
    if (predicate >= 0) return passage.indexAfter(predicate - 1) - body.from;
  }
  return end;
}

/** It has a verb, and begins as no title does. */
function isProse({ reading }: Passage, sentence: TokenRange): boolean {
  const opening = reading.tokens.written(sentence.first);
  const first = isQuote(opening) || opening === '(' ? sentence.first + 1 : sentence.first;
  // 'The reviewer' is one entry, which hides the article.
  const isPerson = reading.endOfClass(first, CITATION_WORDS['citation person']) > first + 1;
  return (
    reading.tokens.isCapitalized(first) &&
    (isPerson || reading.is(first, CITATION_WORDS['citation opens prose'])) &&
    reading.has(sentence, CITATION_WORDS['citation verb of prose'])
  );
}

/**
 * Position of what is said of a list of sections, which has no finite verb itself: 'Section(s): Special Studies, was
 * applied', '…, which are part of the MTUS'; with the comma or bracket before it. -1 where nothing is.
 */
function predicateOf({ reading }: Passage, { first, end }: TokenRange): number {
  const { tokens } = reading;
  for (let at = first + 1; at < end; at++) {
    const isRelative =
      reading.is(at, CITATION_WORDS['citation relative']) && reading.is(at + 1, CITATION_WORDS['citation said of it']);
    const isVerb =
      !isRelative &&
      reading.is(at, CITATION_WORDS['citation helping verb']) &&
      tokens.isWord(at + 1) &&
      !tokens.isCapitalized(at + 1) &&
      !tokens.isGlued(at + 1) &&
      !tokens.isGlued(at);
    if (!isRelative && !isVerb) continue;
    const open = isRelative && tokens.written(at - 1) === '(' ? at - 1 : at;
    const comma = tokens.written(open - 1) === ',' ? open - 1 : open;
    if (comma > first) return comma;
  }
  return -1;
}
