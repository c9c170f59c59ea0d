import { wordSet } from '../wordSet.ts';
import type { Find } from './find.ts';
import { NOMINAL, Part } from './parts.ts';
import type { Sentence } from './phrase.ts';
import { secondVerbOfPerson } from './secondVerb.ts';
import type { WordingSlip } from './slip.ts';
import { goesWith, isSingular, SINGULAR_OF, thirdOf } from './verbNumber.ts';

/** They prescribe and refer: 'the physician prescribed a brace'. */
const TREATING = wordSet('provider physician surgeon therapist doctor chiropractor psychologist reviewer');
const PERSONS: ReadonlySet<string> = new Set([...TREATING, ...wordSet('patient worker claimant applicant employee')]);
const DETERMINERS = wordSet('the this');
const DESCRIBING = wordSet('injured treating requesting primary');

/** Before these, a helping verb or a verb without an ending may belong to a person: 'helps the patient have', 'did the patient report'. */
const RAISING = wordSet(
  'and or nor if though although whether unless lest let lets help helps helped make makes made see sees saw have had has having recommend recommends recommended recommending request requests requested requesting suggest suggests suggested require requires required advise advises advised ask asks asked insist to than as',
);
/** After 'that' a verb may be without an ending, unless one of these is before it. */
const SAYING = wordSet(
  'indicate indicates indicated indicating note notes noted noting state states stated stating report reports reported reporting document documents documented documenting show shows showed shown showing reveal reveals revealed appears evidence indication documentation noted appear mentions mentioned',
);
/** A person's verbs, by what follows them: as nouns, they would be followed by something else. */
const VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['complain', wordSet('of about that')],
  ['continue', wordSet('to with having')],
  ['present', wordSet('with for to')],
  ['appear', wordSet('to')],
  ['need', wordSet('to a an the')],
  ['remain', wordSet('on off in at symptomatic the under')],
  ['suffer', wordSet('from a an')],
  ['deny', wordSet('any the having a pain numbness weakness')],
  ['undergo', wordSet('a an the physical surgery')],
  ['receive', wordSet('a an the physical treatment')],
  ['require', wordSet('a an the')],
  ['meet', wordSet('the criteria all any')],
  ['request', wordSet('a an authorization additional')],
  ['recommend', wordSet('a an physical surgery that continued')],
  ['report', wordSet('that no having a pain numbness low neck back continued persistent increased ongoing')],
  ['state', wordSet('that he she')],
  ['note', wordSet('that improvement a')],
  ['indicate', wordSet('that')],
  ['describe', wordSet('the a his her pain')],
  ['demonstrate', wordSet('a the full normal good')],
  ['rate', wordSet('the his her pain')],
]);

/** 'the injured worker were seen', 'the patient complain of': the verb right after a person, wherever the two are in the sentence. */
function person(sentence: Sentence, at: number): WordingSlip | null {
  let first = at - 1;
  if (DESCRIBING.has(sentence.word(first))) first--;
  if (!DETERMINERS.has(sentence.word(first)) || sentence.reading.tokens.isPossessive(at + 1)) return null;
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  const isDoneTo = !TREATING.has(sentence.word(at)) && PASSIVE.get(word)?.has(sentence.word(verb + 1)) === true;
  if (isDoneTo && isOnlyVerb(sentence, first, verb))
    return {
      first: verb,
      end: verb + 1,
      message: `“was” or “is” is missing before “${word}”.`,
      rights: [`was ${word}`, `is ${word}`],
    };
  const right = SINGULAR_OF.get(word) ?? (isBase(sentence, verb) ? thirdOf(word) : undefined);
  if (right === undefined) return first === sentence.first ? secondVerbOfPerson(sentence, { noun: at, verb }) : null;
  if (!isSubject(sentence, first - 1, word)) return null;
  return { first: verb, end: verb + 1, message: isSingular(sentence, at, right), rights: [right] };
}

/** What is done to a person, by what follows it. */
const PASSIVE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['diagnosed', wordSet('with as')],
  ['noted', wordSet('to')],
  ['advised', wordSet('to')],
  ['instructed', wordSet('to in on')],
  ['referred', wordSet('to for')],
  ['prescribed', wordSet('a an medication physical')],
  ['seen', wordSet('by for in on')],
  ['evaluated', wordSet('by for on')],
  ['treated', wordSet('with by for')],
  ['scheduled', wordSet('for to')],
]);

/** It begins its sentence, and nothing after it may be the sentence’s verb. */
function isOnlyVerb(sentence: Sentence, first: number, verb: number): boolean {
  if (first !== sentence.first) return false;
  for (let at = verb + 1; at < sentence.end; at++)
    if (sentence.may(at, Part.auxiliary | Part.pronoun) || sentence.must(at, Part.third | Part.past)) return false;
  return sentence.word(sentence.end - 1) === '.';
}

const isBase = (sentence: Sentence, at: number): boolean =>
  VERBS.get(sentence.word(at))?.has(sentence.word(at + 1)) === true;

/** 'that she have had', 'which he are': anywhere but after what puts its verb before a person. */
export function afterPronoun(sentence: Sentence, at: number): WordingSlip | null {
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  const right = SINGULAR_OF.get(word) ?? (isBareAfter(sentence, at, verb) ? thirdOf(word) : undefined);
  if (right === undefined || !isSubject(sentence, at - 1, word)) return null;
  return { first: verb, end: verb + 1, message: goesWith(sentence, at, right), rights: [right] };
}

/** 'when he feel a pop': right after 'he' or 'she' there is no noun. */
const isBareAfter = (sentence: Sentence, at: number, verb: number): boolean =>
  sentence.must(verb, Part.base) ||
  (verb === at + 1 && sentence.may(verb, Part.base) && sentence.must(verb, Part.base | NOMINAL));

function isSubject(sentence: Sentence, before: number, verb: string): boolean {
  if (before < sentence.first) return true;
  const word = sentence.word(before);
  if (sentence.may(before, Part.auxiliary) || RAISING.has(word)) return false;
  // 'It is important that the patient have rest', 'those seeing the patient are'
  if (word === 'that') return verb === 'are' || SAYING.has(sentence.word(before - 1));
  return !sentence.may(before, Part.preposition | Part.ing | Part.base) || SAYING.has(word) || OPENING.has(word);
}

/** Prepositions that open a clause, too. */
const OPENING = wordSet('because since before after until while when where how what which');

/** 'Hydrocodone cause her to vomit': what cannot be counted begins the sentence. */
function afterMass(sentence: Sentence, at: number): WordingSlip | null {
  if (at - 1 !== sentence.first || !sentence.must(at - 1, Part.mass)) return null;
  if (!sentence.may(at + 1, Part.determiner | Part.pronoun) && !OBJECTS.has(sentence.word(at + 1))) return null;
  const right = thirdOf(sentence.word(at));
  return { first: at, end: at + 1, message: isSingular(sentence, at - 1, right), rights: [right] };
}

const OBJECTS = wordSet('him her them pain');
const DONE_BY_THINGS = wordSet('cause help make give provide relieve reduce improve');

/** What is looked for at which words. */
export const AFTER_PERSONS: readonly (readonly [string, Find])[] = [
  ...[...PERSONS].map((word) => [word, person] as const),
  ...[...DONE_BY_THINGS].map((word) => [word, afterMass] as const),
];
