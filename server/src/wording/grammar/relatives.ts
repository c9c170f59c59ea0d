import { NOMINAL, Part, VERBAL } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { isPlural, isSingular, PLURAL_OF, SINGULAR_OF } from './verbNumber.ts';

/** 'The provider, who are treating', 'the visits that was': the noun right before determines the number. */
export function* relativeSlips(sentence: Sentence): Iterable<WordingSlip> {
  for (let at = sentence.first + 1; at < sentence.end - 1; at++) {
    const word = sentence.word(at);
    if (!RELATIVES.has(word)) continue;
    const verb = sentence.afterAdverbs(at + 1);
    const form = sentence.word(verb);
    const other = PLURAL_OF.get(form) ?? SINGULAR_OF.get(form);
    if (other === undefined) continue;
    const noun = sentence.word(at - 1) === ',' ? at - 2 : at - 1;
    const isMany = sentence.may(noun, Part.plural) && !sentence.may(noun, Part.noun | Part.mass);
    if (isMany === SINGULAR_OF.has(form) || (!isMany && !sentence.must(noun, Part.noun | Part.base))) continue;
    if (EITHER_WAY.has(sentence.word(noun)) || !isAlone(sentence, noun)) continue;
    if (!isMany && form !== 'are') continue;
    yield {
      first: verb,
      end: verb + 1,
      message: isMany ? isPlural(sentence, noun, other) : isSingular(sentence, noun, other),
      rights: [other],
    };
  }
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that']);
const EITHER_WAY: ReadonlySet<string> = new Set(
  'data series means majority variety number range team staff group none way time reason'.split(' '),
);

/** No other noun before it to which the clause might belong: the phrase is not an object of a preposition, and not joined to another. */
function isAlone(sentence: Sentence, noun: number): boolean {
  let at = noun - 1;
  while (
    at > sentence.first &&
    noun - at < 6 &&
    (sentence.may(at, NOMINAL | Part.adjective) || sentence.isNumber(at))
  ) {
    if (sentence.may(at, Part.ing)) return false;
    at--;
  }
  if (sentence.may(at, Part.determiner)) at--;
  else if (!sentence.may(at, Part.auxiliary) && !sentence.must(at, VERBAL) && at > sentence.first) return false;
  // 'between conditions that': no noun is before the preposition, to which the clause might belong.
  const isAside = sentence.word(noun + 1) === ',';
  const isGoverned = sentence.may(at, Part.preposition) && (isAside || !isAfterVerb(sentence, at));
  return !isGoverned && !JOINING.has(sentence.word(at));
}

const isAfterVerb = (sentence: Sentence, at: number): boolean =>
  sentence.must(at - 1, VERBAL) && !sentence.may(at - 1, Part.ing);

const JOINING: ReadonlySet<string> = new Set(['and', 'or', ',']);
