import { wordSet } from '../wordSet.ts';
import { Part } from './parts.ts';
import type { NounPhrase, Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { baseOf, isPlural, SINGULAR_OF } from './verbNumber.ts';

/** In tokens. */
const LONGEST_REACH = 20;
/** Another clause, or another subject. */
const APART = wordSet(
  'that which who whom whose if because since although while when where whether what how ; : but or',
);
/** They may have another verb: 'asks that the patient rests and returns'. */
const PERSONS = wordSet('patient worker claimant applicant employee');

/** 'The guidelines support rest and recommends ice': a second verb that does not suit the subject of several. */
export function secondVerbSlip(
  sentence: Sentence,
  { phrase, verb }: { readonly phrase: NounPhrase; readonly verb: number },
): WordingSlip | null {
  if (!sentence.may(verb, Part.base) && !SINGULAR_OF.has(sentence.word(verb))) return null;
  for (let at = verb + 1; at < Math.min(sentence.end, verb + LONGEST_REACH); at++) {
    const word = sentence.word(at);
    if (APART.has(word) || PERSONS.has(word)) return null;
    if (sentence.may(at, Part.auxiliary | Part.past | Part.pronoun) || sentence.must(at, Part.third)) return null;
    if (word !== 'and') continue;
    const second = sentence.afterAdverbs(at + 1);
    const right = sentence.must(second, Part.third) ? baseOf(sentence.word(second)) : null;
    if (right === null) continue;
    return {
      first: second,
      end: second + 1,
      message: isPlural(sentence, phrase.head, right),
      rights: [right],
    };
  }
  return null;
}
