import type { NounPhrase, Sentence } from './phrase.ts';

/** 'Six visits is a trial', 'twelve sessions is within the limit': a quantity is one thing. */
export function isOneQuantity(sentence: Sentence, phrase: NounPhrase, verb: number): boolean {
  if (!hasNumber(sentence, phrase)) return false;
  if (QUANTITIES.has(sentence.word(phrase.head))) return true;
  const next = sentence.word(sentence.afterAdverbs(verb + 1));
  return (
    ONE_QUANTITY.has(next) ||
    ONE_QUANTITY.has(sentence.word(verb + 1)) ||
    next === '' ||
    sentence.reading.tokens.isMark(sentence.afterAdverbs(verb + 1))
  );
}

const ONE_QUANTITY: ReadonlySet<string> = new Set(
  'a an the one what all enough too more less fewer plenty much about within reasonable sufficient adequate ample standard typical usual common twice half'.split(
    ' ',
  ),
);

/** Whether a number is in a phrase before its noun. */
export function hasNumber(sentence: Sentence, { first, head }: NounPhrase): boolean {
  for (let at = first; at < head; at++) if (sentence.isNumber(at)) return true;
  return false;
}

/** What a number of is one thing. */
export const QUANTITIES: ReadonlySet<string> = new Set(
  'days weeks months years hours minutes pounds degrees miles feet times percent points dollars blocks'.split(' '),
);
