import { Part } from './parts.ts';
import { type NounPhrase, nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { PLURAL_OF } from './verbNumber.ts';

const MOST_LISTED = 8;

/** 'Tinel’s sign, Phalen’s sign, and the scan was negative': a sentence that begins with a list of things has a verb for several. */
export function listSubjectSlip(sentence: Sentence): WordingSlip | null {
  let phrase = nounPhraseAt(sentence, sentence.first);
  for (let listed = 1; phrase !== null && listed < MOST_LISTED; listed++) {
    const { end } = phrase;
    const isComma = sentence.word(end) === ',';
    const and = isComma ? end + 1 : end;
    if (sentence.word(and) === 'and') return listed > 1 ? lastSlip(sentence, nounPhraseAt(sentence, and + 1)) : null;
    if (!isComma) return null;
    phrase = nounPhraseAt(sentence, end + 1);
  }
  return null;
}

/** After the last thing of the list. */
function lastSlip(sentence: Sentence, last: NounPhrase | null): WordingSlip | null {
  // 'No fall, no surgery, and no weakness is known' may be said of each.
  if (last === null || sentence.word(last.first) === 'no' || !isThing(sentence, last)) return null;
  const word = sentence.word(last.end);
  const plural = PLURAL_OF.get(word);
  return plural === undefined
    ? null
    : {
        first: last.end,
        end: last.end + 1,
        message: `The subject is plural (“… and …”): use “${plural}”.`,
        rights: [plural],
      };
}

/** It has an article or is a single word: in 'neck, back and shoulder pain' only what hurts is listed. */
const isThing = (sentence: Sentence, { first, head, determiner }: NounPhrase): boolean =>
  head === first || (determiner >= 0 && (sentence.may(determiner, Part.determiner) || determiner > first));
