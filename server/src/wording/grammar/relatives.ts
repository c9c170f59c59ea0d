import { NOMINAL, Part, VERBAL } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { isPlural, isSingular, PLURAL_OF, SINGULAR_OF, thirdOf } from './verbNumber.ts';

/** 'The provider, who are treating', 'the visits that was': the noun right before determines the number. */
export function* relativeSlips(sentence: Sentence): Iterable<WordingSlip> {
  for (let at = sentence.first + 1; at < sentence.end - 1; at++) {
    const word = sentence.word(at);
    if (!RELATIVES.has(word)) continue;
    const verb = sentence.afterAdverbs(at + 1);
    const form = sentence.word(verb);
    const bare = bareAfterOne(sentence, at, verb);
    if (bare !== null) {
      yield bare;
      continue;
    }
    const other = PLURAL_OF.get(form) ?? SINGULAR_OF.get(form);
    if (other === undefined) continue;
    const noun = sentence.word(at - 1) === ',' ? at - 2 : at - 1;
    const isMany = sentence.may(noun, Part.plural) && !sentence.may(noun, Part.noun | Part.mass);
    if (isMany === SINGULAR_OF.has(form) || (!isMany && !sentence.must(noun, Part.noun | Part.base))) continue;
    if (EITHER_WAY.has(sentence.word(noun)) || !isAlone(sentence, noun)) continue;
    // 'The patient, who were': no other noun is before it.
    if (!isMany && form !== 'are' && firstOf(sentence, noun) !== sentence.first) continue;
    yield {
      first: verb,
      end: verb + 1,
      message: isMany ? isPlural(sentence, noun, other) : isSingular(sentence, noun, other),
      rights: [other],
    };
  }
}

/** 'a pain that radiate into', 'the surgeon, who recommend surgery': one thing, and a verb without an ending. */
function bareAfterOne(sentence: Sentence, at: number, verb: number): WordingSlip | null {
  if (verb !== at + 1 || !sentence.must(verb, Part.base) || !ONE_BEFORE.has(sentence.word(at))) return null;
  const noun = sentence.word(at - 1) === ',' ? at - 2 : at - 1;
  const isOne = sentence.must(noun, Part.noun | Part.mass) || PERSONS.has(sentence.word(noun));
  const first = firstOf(sentence, noun);
  // 'seen by the surgeon, who recommend rest'
  const isOnly =
    first === sentence.first ||
    sentence.word(first - 1) === 'by' ||
    sentence.may(first - 1, Part.auxiliary | Part.third | Part.past);
  if (!isOne || EITHER_WAY.has(sentence.word(noun)) || !isOnly) return null;
  // 'recommends to the patient that exercise continue': nothing but a noun phrase of one thing is before it.
  if (!ONE_DETERMINERS.has(sentence.word(first))) return null;
  const right = thirdOf(sentence.word(verb));
  return { first: verb, end: verb + 1, message: isSingular(sentence, noun, right), rights: [right] };
}

const ONE_BEFORE: ReadonlySet<string> = new Set(['who', 'which', 'that']);
const ONE_DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'his', 'her', 'one', 'another']);
const PERSONS: ReadonlySet<string> = new Set(
  'orthopedist physiatrist podiatrist neurosurgeon hospitalist psychiatrist rheumatologist acupuncturist'.split(' '),
);

/** The word that a noun phrase begins with, by its noun. */
function firstOf(sentence: Sentence, noun: number): number {
  let at = noun - 1;
  while (at > sentence.first && noun - at < 5 && sentence.may(at, NOMINAL | Part.adjective | Part.ing)) at--;
  return at;
}

/** 'The drugs that she has taken since the fall have helped': the verb after such a 'since' is that of 'drugs'. */
export function isInRelative(sentence: Sentence, since: number): boolean {
  for (let at = since - 1; at > sentence.first && sentence.word(at) !== ','; at--)
    if (RELATIVES.has(sentence.word(at))) return true;
  return false;
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
