import { wordSet } from '../wordSet.ts';
import { anyPhraseAt, objectEnd } from './objects.ts';
import { Part, VERBAL } from './parts.ts';
import type { Sentence } from './phrase.ts';
import { hasNumber } from './quantities.ts';
import type { WordingSlip } from './slip.ts';
import { baseOf, isPlural, isSingular, PLURAL_OF, SINGULAR_OF } from './verbNumber.ts';

/** In tokens. */
const LONGEST_FIRST = 9;

/** 'Both the left and the right knee is': two things have a verb for several. */
export function bothSlip(sentence: Sentence, first: number): WordingSlip | null {
  if (sentence.word(first) !== 'both' || sentence.may(first + 1, Part.preposition | Part.pronoun)) return null;
  let and = first + 1;
  for (; sentence.word(and) !== 'and'; and++) {
    const isOther = sentence.may(and, Part.auxiliary | Part.conjunction) && !sentence.may(and, Part.preposition);
    if (and > first + LONGEST_FIRST || isOther || sentence.reading.tokens.isMark(and)) return null;
  }
  const second = anyPhraseAt(sentence, and + 1);
  // 'Both knee and hip pain'
  const isOwn = second !== null && (second.determiner === second.first || second.head === second.first);
  if (!isOwn) return null;
  let end = second.end;
  while (end > 0 && sentence.may(end, Part.preposition)) end = objectEnd(sentence, end + 1);
  if (end < 0) return null;
  const verb = sentence.afterAdverbs(end);
  const word = sentence.word(verb);
  const right = PLURAL_OF.get(word) ?? (sentence.must(verb, Part.third) ? baseOf(word) : undefined);
  return right === undefined
    ? null
    : { first: verb, end: verb + 1, message: `“both … and …” is plural: use “${right}”.`, rights: [right] };
}

/** 'Nor does the notes show': the verb that comes before its subject. */
export function afterNor(sentence: Sentence, at: number): WordingSlip | null {
  const verb = at + 1;
  const word = sentence.word(verb);
  const phrase = anyPhraseAt(sentence, at + 2);
  if (phrase === null || phrase.count === null || phrase.determiner < 0 || hasNumber(sentence, phrase)) return null;
  const range = { first: verb, end: verb + 1 };
  if (phrase.count === 'many') {
    const right = PLURAL_OF.get(word);
    return right === undefined ? null : { message: isPlural(sentence, phrase.head, right), rights: [right], ...range };
  }
  const right = SINGULAR_OF.get(word);
  const isJoined = LISTING.has(sentence.word(phrase.end));
  return right === undefined || isJoined
    ? null
    : { message: isSingular(sentence, phrase.head, right), rights: [right], ...range };
}

const LISTING = wordSet('and or nor , /');

const SUBJECTS = wordSet('he she it they');
/** Another clause, or another thing. */
const OTHER_CLAUSE = wordSet('and or but that which who whom whose because if when where while as than what how');

/** 'The pills he takes at night is': a clause without 'that' is between a subject and its verb. */
export function contactSlip(sentence: Sentence, first: number): WordingSlip | null {
  const phrase = anyPhraseAt(sentence, first);
  if (phrase === null || phrase.count === null || phrase.determiner < 0 || hasNumber(sentence, phrase)) return null;
  if (!SUBJECTS.has(sentence.word(phrase.end))) return null;
  const own = sentence.afterAdverbs(phrase.end + 1);
  if (!sentence.may(own, VERBAL | Part.auxiliary)) return null;
  for (let at = own + 1; at < Math.min(sentence.end, own + LONGEST_FIRST); at++) {
    const word = sentence.word(at);
    if (sentence.reading.tokens.isMark(at) || OTHER_CLAUSE.has(word) || sentence.may(at, Part.pronoun)) return null;
    // 'the day she said her knee was'
    if (sentence.may(at, Part.determiner) && !sentence.may(at - 1, Part.preposition)) return null;
    const many = PLURAL_OF.get(word);
    const one = SINGULAR_OF.get(word);
    if (many === undefined && one === undefined) continue;
    // 'the work he could do had'
    if (sentence.may(at - 1, Part.auxiliary)) return null;
    const right = phrase.count === 'many' ? many : one;
    if (right === undefined) return null;
    const message = (phrase.count === 'many' ? isPlural : isSingular)(sentence, phrase.head, right);
    return { first: at, end: at + 1, message, rights: [right] };
  }
  return null;
}

const LONGEST_REACH = 7;
const REFLEXIVE: ReadonlyMap<string, string> = new Map([
  ['he', 'himself'],
  ['she', 'herself'],
]);

/** 'He is able to dress herself': nobody else is between the two. */
export function reflexiveSlip(sentence: Sentence, at: number): WordingSlip | null {
  for (let before = at - 1; before >= Math.max(sentence.first, at - LONGEST_REACH); before--) {
    const right = REFLEXIVE.get(sentence.word(before));
    const { tokens } = sentence.reading;
    if (right !== undefined)
      return right === sentence.word(at)
        ? null
        : {
            first: at,
            end: at + 1,
            message: `Use “${right}” with “${tokens.written(before)}”.`,
            rights: [right],
          };
    const isVerb = sentence.may(before, VERBAL | Part.auxiliary);
    const isKnown = isVerb || sentence.may(before, Part.adverb | Part.adjective) || BETWEEN.has(sentence.word(before));
    // 'fed himself': verbs that are in no list
    const isWord = sentence.part(before) === 0 && tokens.isWord(before) && !tokens.isCapitalized(before);
    if (!isKnown && (!isWord || OBJECTS.has(sentence.word(before)))) return null;
  }
  return null;
}

const BETWEEN = wordSet('to not by for with of and or care');
const OBJECTS = wordSet('him them me us you');
