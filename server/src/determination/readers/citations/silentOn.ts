import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { NamedPart } from '../../model/anatomy.ts';
import { nameSameTreatment } from '../treatments/treatments.ts';
import { SILENCE_WORDS as WORDS } from './silenceWords.ts';

/**
 * Whether a guideline is called silent on all of a treatment: not on a point of it ('the number of scans'), nor on something
 * else, nor only less exact than one might wish ('does not specifically address').
 * @param silence the words that call it silent
 * @param on what it is called silent on; empty where that is not said
 * @param bodyParts those of the heading: they alone are not the treatment
 */
export function isSilentOnTreatment(
  silence: Prose,
  on: Prose,
  heading: Prose,
  bodyParts: readonly Pick<NamedPart, 'value'>[],
): boolean {
  const object = passageOf(on);
  if (has(passageOf(silence), WORDS['silence hedge'])) return false;
  if (has(object, WORDS['silence hedge']) || has(object, WORDS['silence point'])) return false;
  const words = contentWords(object);
  if (words.length === 0 || has(object, WORDS['silence request'])) return true;
  if (nameSameTreatment(on, heading)) return true;
  const parts = bodyParts.flatMap(({ value }) => value.split('-'));
  return contentWords(passageOf(heading)).some((word) => words.includes(word) && !parts.includes(word));
}

const has = (passage: Passage, wordClass: WordClass<unknown>): boolean => passage.reading.has(passage, wordClass);

const SHORTEST = 3;
/** From this length on, a final s is a plural's. */
const LEAST_PLURAL = 5;

/** Its words but the smallest, each plural as its singular. */
function contentWords({ reading, first, end }: Passage): readonly string[] {
  const { tokens } = reading;
  const words: string[] = [];
  for (let at = first; at < end; at++) {
    const written = tokens.lower(at);
    if (!tokens.isWord(at) || written.length < SHORTEST || reading.is(at, WORDS['silence filler'])) continue;
    words.push(written.length >= LEAST_PLURAL && written.endsWith('s') ? written.slice(0, -1) : written);
  }
  return words;
}
