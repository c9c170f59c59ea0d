import { Form } from '../../language/lexicon/forms.ts';
import { wordSet } from '../wordSet.ts';
import { afterPreposition, afterTaker } from './gerunds.ts';
import { NOMINAL, Part } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { formsOf } from './verbBases.ts';

/** Verbs in a form that the verb before them does not take: 'did not improved', 'has include', 'must to wear'. */
export function* verbFormSlips(sentence: Sentence): Iterable<WordingSlip> {
  for (let at = sentence.first; at < sentence.end; at++) {
    const slip = slipAt(sentence, at);
    if (slip === null) continue;
    yield slip;
    at = Math.max(at, slip.end - 1);
  }
}

function slipAt(sentence: Sentence, at: number): WordingSlip | null {
  const word = sentence.word(at);
  if (word === 'to') return afterTo(sentence, at);
  if (word === 'able' || word === 'unable') return afterAble(sentence, at);
  if (word === 'nor') return afterNor(sentence, at);
  if (!sentence.may(at, Part.auxiliary))
    return afterTaker(sentence, at) ?? afterPreposition(sentence, at) ?? pastBeforeNoun(sentence, at);
  if (MODALS.has(word)) return afterModal(sentence, at);
  if (DO.has(word)) return afterDo(sentence, at);
  if (HAVE.has(word)) return afterHave(sentence, at);
  return BE.has(word) ? afterBe(sentence, at) : null;
}

const MODALS = wordSet('will would shall should can could may might must cannot');
const DO = wordSet('do does did');
const HAVE = wordSet('has have had having');
const BE = wordSet('is are was were be been being am');
const FINITE = wordSet('is are was were has had does did');

const slipOf = (first: number, message: string, rights: readonly string[], end = first + 1): WordingSlip => ({
  first,
  end,
  message,
  rights,
});

/** A verb whose form does not suit the word before it; `rights` are those that do, as far as known. */
const formSlip = (first: number, word: string, helper: string, rights: readonly string[]): WordingSlip =>
  slipOf(
    first,
    rights.length === 0
      ? `“${word}” has the wrong form after “${helper}”.`
      : `Use ${rights.map((right) => `“${right}”`).join(' or ')} after “${helper}”.`,
    rights,
  );

/** 'should continued', 'may returns to', 'must to wear', 'will been'. */
function afterModal(sentence: Sentence, at: number): WordingSlip | null {
  if (!isAfterSubject(sentence, at)) return null;
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  const helper = sentence.word(at);
  if (word === 'to' && sentence.may(verb + 1, Part.base)) return slipOf(verb, `Remove “to” after “${helper}”.`, ['']);
  if ((word === 'been' || word === 'being') && verb === at + 1)
    return slipOf(
      at,
      `Use “${helper} be” or “${helper} have been”.`,
      [`${helper} be`, `${helper} have been`],
      verb + 1,
    );
  if (FINITE.has(word)) return formSlip(verb, word, helper, [word === 'has' || word === 'had' ? 'have' : 'be']);
  const isWrong =
    isBent(sentence, verb) ||
    // 'would benefits from', 'may returns to'
    (verb === at + 1 &&
      sentence.must(verb, Part.third | NOMINAL) &&
      sentence.may(verb, Part.third) &&
      sentence.may(verb + 1, Part.preposition | Part.determiner | Part.number));
  return isWrong ? formSlip(verb, word, helper, formsOf(word, Form.base)) : null;
}

/** A verb with an ending, and nothing else that it could be. */
const isBent = (sentence: Sentence, at: number): boolean =>
  sentence.must(at, Part.third | Part.past | Part.participle | Part.ing) &&
  !sentence.may(at, Part.guessed) &&
  sentence.word(at + 1) !== '-';

/** A subject, or what stands for one, is before a helping verb: it begins no question and no condition. */
function isAfterSubject(sentence: Sentence, at: number): boolean {
  if (at <= sentence.first) return false;
  const { tokens } = sentence.reading;
  // 'in May'
  if (tokens.isCapitalized(at)) return false;
  const before = sentence.beforeAdverbs(at);
  if (tokens.isMark(before)) return tokens.written(before) === ')';
  if (sentence.may(before, NOMINAL | Part.adjective)) return true;
  const word = sentence.word(before);
  if (sentence.may(before, Part.pronoun)) return !SUBORDINATE.has(word);
  return (
    tokens.isWord(before) &&
    (sentence.part(before) === 0 ||
      sentence.may(before, Part.guessed) ||
      RELATIVES.has(word) ||
      word === 'and' ||
      word === 'but')
  );
}

const SUBORDINATE = wordSet('nor neither so');
const RELATIVES = wordSet('that which who what whatever whom whose where');

/** 'what he did helped', 'the work she does shows': the verb that follows belongs to another subject. */
function isWithinRelative(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(sentence.first, at - 6); before--) {
    const word = sentence.word(before);
    if (RELATIVES.has(word) || MEASURES.has(word)) return true;
    // 'the exercises he did'
    if (PRONOUNS.has(word) && sentence.may(before - 1, NOMINAL)) return true;
  }
  return false;
}

const MEASURES = wordSet('how as than all everything anything so nor neither when where why');
const PRONOUNS = wordSet('he she it they we i');

/** 'did not improved', 'does not shows'. */
function afterDo(sentence: Sentence, at: number): WordingSlip | null {
  if (at === sentence.first || isWithinRelative(sentence, at) || MODALS.has(sentence.word(at - 1))) return null;
  // 'Does do stretches at home'
  if (MAIN_AFTER.has(sentence.word(at - 1))) return null;
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  if (FINITE.has(word) && word !== 'did' && verb > at + 1)
    return formSlip(verb, word, sentence.word(at), [word.startsWith('ha') ? 'have' : 'be']);
  // 'do not documents': no noun comes after 'not'.
  const isThird = verb > at + 1 && sentence.may(verb, Part.third) && sentence.must(verb, Part.third | Part.plural);
  return (isThird || isBent(sentence, verb)) && !sentence.must(verb, Part.ing)
    ? formSlip(verb, word, sentence.word(at), formsOf(word, Form.base))
    : null;
}

/** After these, 'do' is no helper. */
const MAIN_AFTER: ReadonlySet<string> = new Set(['to', 'does', 'do', 'did']);

/** 'has include', 'has went', 'had be', 'has help him', 'has had completed'. */
function afterHave(sentence: Sentence, at: number): WordingSlip | null {
  const helper = sentence.word(at);
  if (at === sentence.first && helper === 'had') return afterInvertedHad(sentence, at);
  // 'had rather wait'
  if (helper === 'had' && PREFERRING.has(sentence.word(at + 1))) return null;
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  if (word === 'be' || word === 'being') return slipOf(verb, `Use “been” after “${helper}”.`, ['been']);
  if (word === 'had' && verb === at + 1) return afterHaveHad(sentence, verb);
  const isBare =
    isBareVerb(sentence, verb) ||
    // 'has help him'
    (sentence.must(verb, Part.base | Part.noun | Part.mass) &&
      sentence.may(verb, Part.base) &&
      OBJECTS.has(sentence.word(verb + 1))) ||
    // 'has decrease to 3/10'
    (CHANGES.has(word) && sentence.word(verb + 1) === 'to' && sentence.isNumber(verb + 2));
  const isPast = sentence.must(verb, Part.past) && !sentence.may(verb, Part.guessed);
  if (!isBare && !isPast) return null;
  return formSlip(verb, word, helper, formsOf(word, Form.participle));
}

const PREFERRING = wordSet('rather better best sooner');
const OBJECTS = wordSet('him her them me us');
const CHANGES = wordSet('decrease increase change progress decline');

/** 'Had the injection provide relief': the verb after the subject is a participle. */
function afterInvertedHad(sentence: Sentence, at: number): WordingSlip | null {
  const phrase = nounPhraseAt(sentence, at + 1);
  if (phrase === null || phrase.determiner < 0 || !isBareVerb(sentence, phrase.end)) return null;
  const word = sentence.word(phrase.end);
  return formSlip(phrase.end, word, 'had', formsOf(word, Form.participle));
}

/** 'has had completed twelve visits'. */
function afterHaveHad(sentence: Sentence, had: number): WordingSlip | null {
  const next = had + 1;
  if (!DONE.has(sentence.word(next)) || !(sentence.isNumber(next + 1) || sentence.may(next + 1, Part.determiner)))
    return null;
  return slipOf(had, `Remove “had” before “${sentence.word(next)}”.`, ['']);
}

const DONE = wordSet('completed attended undergone received tried participated finished taken');

const isBareVerb = (sentence: Sentence, at: number): boolean =>
  sentence.must(at, Part.base) && !sentence.may(at + 1, Part.auxiliary);

/** 'was show', 'be consider', 'was wrote', 'was occurred', 'is been', 'is was'. */
function afterBe(sentence: Sentence, at: number): WordingSlip | null {
  const helper = sentence.word(at);
  let verb = sentence.afterAdverbs(at + 1);
  if (LATEST.has(sentence.word(verb)) || (FOUND.has(sentence.word(verb)) && isPastOnly(sentence, verb + 1))) verb++;
  const word = sentence.word(verb);
  const isFiniteBe = helper !== 'be' && helper !== 'been';
  if (isFiniteBe && word === 'been')
    return slipOf(
      at,
      `“${helper} been” should be ${beenOf(helper)
        .map((right) => `“${right} been”`)
        .join(' or ')}.`,
      beenOf(helper),
    );
  if (word === 'be' && verb === at + 1) return slipOf(at, `“${helper} be”: remove one of the two words.`, [], verb + 1);
  if (
    isFiniteBe &&
    FINITE.has(word) &&
    word !== 'had' &&
    verb === at + 1 &&
    helper !== word &&
    !isWithinRelative(sentence, at) &&
    !isExpletive(sentence, at)
  )
    return slipOf(at, `“${helper} ${word}”: remove one of the two words.`, [helper, word], verb + 1);
  if (NEVER_PASSIVE.has(word) && verb === at + 1 && isFiniteBe)
    return slipOf(at, `Use “${word}” without “${helper}”.`, [word], verb + 1);
  if (word === 'undergone' && isFiniteBe)
    return slipOf(verb, `Use “has” or “had” before “undergone”, not “${helper}”.`, []);
  if (isDoing(sentence, at) || sentence.word(at - 1) === 'there') return null;
  const isBare =
    isBareVerb(sentence, verb) ||
    (helper === 'be' && isBareNoun(sentence, verb, at)) ||
    (helper !== 'be' && isBareOfThing(sentence, verb, at));
  const isPast = isPastOnly(sentence, verb);
  const isThird = isFiniteBe && sentence.must(verb, Part.third) && !isWithinRelative(sentence, at);
  if (isBare || isPast || isThird) return formSlip(verb, word, helper, formsOf(word, Form.participle));
  return sinceSlip(sentence, at, verb);
}

const LATEST = wordSet('last first');
/** 'was found tore' */
const FOUND = wordSet('found seen');

const beenOf = (helper: string): readonly string[] =>
  helper === 'is' ? ['has'] : helper === 'are' ? ['have'] : helper === 'was' ? ['has', 'had'] : ['have', 'had'];

const isExpletive = (sentence: Sentence, at: number): boolean => EXPLETIVES.has(sentence.word(at - 1));
const EXPLETIVES = wordSet('there it what that which who');

const NEVER_PASSIVE = wordSet(
  'occurred happened consisted appeared arisen lasted remained seemed belonged existed resulted complained participated relied subsided',
);

/** 'What it does is reduce the pain', 'all he can do is rest'. */
function isDoing(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(sentence.first, at - 8); before--)
    if (DO.has(sentence.word(before)) || sentence.word(before) === 'done') return true;
  return false;
}

/** 'must be check weekly', 'to be discharge before': a noun that is counted, without an article, where a participle belongs. */
function isBareNoun(sentence: Sentence, at: number, be: number): boolean {
  if (!sentence.must(at, Part.noun | Part.base) || !sentence.may(at, Part.base)) return false;
  if (!MODALS.has(sentence.word(sentence.beforeAdverbs(be))) && sentence.word(be - 1) !== 'to') return false;
  if (sentence.word(sentence.beforeAdverbs(be) - 1) === 'there') return false;
  const next = sentence.word(at + 1);
  return AFTER_VERB.has(next) || sentence.must(at + 1, Part.adverb);
}

const AFTER_VERB = wordSet(
  '. , before after by at on with only weekly daily monthly again every each twice once if until unless because from during within without under through',
);

const isPastOnly = (sentence: Sentence, at: number): boolean =>
  sentence.must(at, Part.past) && !sentence.may(at, Part.guessed);

/** 'a tore ligament', 'the broke bone': a verb's past form where its participle belongs. */
function pastBeforeNoun(sentence: Sentence, at: number): WordingSlip | null {
  if (!isPastOnly(sentence, at) || !ARTICLES.has(sentence.word(at - 1)) || !sentence.may(at + 1, NOMINAL)) return null;
  const word = sentence.word(at);
  return NOUNS_TOO.has(word) ? null : formSlip(at, word, sentence.word(at - 1), formsOf(word, Form.participle));
}

const ARTICLES = wordSet('a an the his its their this');
const NOUNS_TOO = wordSet('saw rose drove lay fell bore did was were ate');

/** 'The hernia was repair with mesh', 'She is schedule to see him': a noun that is counted, without an article, where a participle belongs. */
function isBareOfThing(sentence: Sentence, verb: number, be: number): boolean {
  if (!sentence.must(verb, Part.noun | Part.base) || !sentence.may(verb, Part.base) || !sentence.may(verb, Part.noun))
    return false;
  if (verb > be + 1 && sentence.word(verb - 1) !== 'not') return false;
  const next = sentence.word(verb + 1);
  let subject = sentence.beforeAdverbs(be);
  if (HAVE.has(sentence.word(subject))) subject = sentence.beforeAdverbs(subject);
  const isPerson = PERSONS_ONE.has(sentence.word(subject));
  if (isPerson) return AFTER_PERSON.has(next) && !ROLES.has(sentence.word(verb));
  const isThing = sentence.must(subject, Part.noun | Part.plural) && !sentence.may(subject, Part.guessed);
  const isAfter = AFTER_THING.has(next) || (next === 'in' && sentence.isNumber(verb + 2));
  return isThing && isAfter && !ABSTRACT.has(sentence.word(subject));
}

const PERSONS_ONE = wordSet('he she they patient worker claimant applicant employee');
const AFTER_PERSON = wordSet('to for from by with on at in after before');
const AFTER_THING = wordSet('by with from after before at on');
/** 'He is part of', 'She was witness to' */
const ROLES = wordSet('witness part guard judge guide head coach cook nurse chair host');
/** What they are may be a noun without an article: 'The plan is repair with mesh'. */
const ABSTRACT = wordSet(
  'plan goal aim treatment treatments diagnosis surgery procedure procedures request requests recommendation recommendations result results impression operation problem problems complaint complaints indication finding findings step steps option options cause causes reason reasons mechanism event injury injuries limitation barrier answer issue issues question outcome response assessment intervention method form choice alternative purpose concern concerns service services',
);

/** 'Nor did she returned', 'nor was the brace order': a verb after its helper and its subject. */
function afterNor(sentence: Sentence, nor: number): WordingSlip | null {
  const helper = nor + 1;
  const subject = helper + 1;
  const verb = sentence.afterAdverbs(
    SUBJECTS.has(sentence.word(subject)) ? subject + 1 : (nounPhraseAt(sentence, subject)?.end ?? subject),
  );
  const form = sentence.word(helper);
  if (verb === subject || !isBent(sentence, verb) || sentence.must(verb, Part.ing)) return null;
  return DO.has(form) || MODALS.has(form)
    ? formSlip(verb, sentence.word(verb), form, formsOf(sentence.word(verb), Form.base))
    : null;
}

const SUBJECTS = wordSet('he she it they there we i');

/** 'is having pain since the fall', 'is not worked since May'. */
function sinceSlip(sentence: Sentence, at: number, verb: number): WordingSlip | null {
  const helper = sentence.word(at);
  if (helper !== 'is' && helper !== 'are') return null;
  const isGoingOn =
    (sentence.must(verb, Part.ing) || sentence.word(verb) === 'having') && !NOT_GOING_ON.has(sentence.word(verb));
  const isDenied = verb > at + 1 && sentence.must(verb, Part.past | Part.participle);
  if (!isGoingOn && !isDenied) return null;
  for (let since = verb + 1; since < Math.min(sentence.end, verb + 7); since++) {
    if (sentence.reading.tokens.isMark(since)) return null;
    if (sentence.word(since) !== 'since') continue;
    const isTime = sentence.reading.tokens.isFigures(since + 1) || TIMES.has(sentence.word(since + 1));
    if (!isTime || (sentence.may(since + 3, Part.auxiliary) && !isGoingOn)) return null;
    const has = helper === 'is' ? 'has' : 'have';
    return slipOf(at, `Use “${isGoingOn ? `${has} been` : has}” with “since”, not “${helper}”.`, [
      isGoingOn ? `${has} been` : has,
    ]);
  }
  return null;
}

const NOT_GOING_ON = wordSet('pending including being regarding concerning missing lacking improving');
const TIMES = wordSet(
  'the his her last that january february march april may june july august september october november december',
);

/** 'unable to walked', 'need to continues', 'to went'. */
function afterTo(sentence: Sentence, at: number): WordingSlip | null {
  const verb = sentence.afterAdverbs(at + 1);
  const word = sentence.word(verb);
  if (sentence.must(verb, Part.past) && !sentence.may(verb, Part.guessed))
    return formSlip(verb, word, 'to', formsOf(word, Form.base));
  // 'ordered to determined whether', 'in order to ruled the tear out': no noun phrase begins so.
  const isObject = sentence.may(verb + 1, Part.determiner) || CLAUSES.has(sentence.word(verb + 1));
  const isBentVerb = verb === at + 1 && sentence.must(verb, Part.past | Part.participle) && isBent(sentence, verb);
  if (isBentVerb && isObject && sentence.word(at - 1) !== 'due')
    return formSlip(verb, word, 'to', formsOf(word, Form.base));
  const before = sentence.beforeAdverbs(at);
  // 'advised her to stopped'
  const taker = sentence.word(PERSONS.has(sentence.word(before)) ? before - 1 : before);
  // 'able to walks', 'failed to responded': no noun follows these.
  if (TAKES_VERB.has(taker) && (isBent(sentence, verb) || sentence.must(verb, Part.third | NOMINAL))) {
    const isThird = sentence.may(verb, Part.third) || isBent(sentence, verb);
    if (isThird) return formSlip(verb, word, 'to', formsOf(word, Form.base));
  }
  if (!TAKES_TO.has(taker) || !isBent(sentence, verb)) return null;
  // 'unable to walking', 'advised to returned to work': no noun follows these.
  const isVerb = TAKES_NO_NOUN.has(taker);
  // 'referred to continued therapy', 'used to sleeping'
  const mayBeNoun = sentence.may(verb, NOMINAL) && !isVerb;
  if (sentence.may(verb, Part.ing) && (sentence.word(at - 1) === 'used' || mayBeNoun)) return null;
  const mayDescribe = sentence.may(verb + 1, NOMINAL | Part.adjective) && !sentence.may(verb + 1, Part.determiner);
  if (mayDescribe && TAKES_NOUN.has(sentence.word(sentence.beforeAdverbs(at)))) return null;
  return sentence.word(verb + 1) === 'to' && !isVerb ? null : formSlip(verb, word, 'to', formsOf(word, Form.base));
}

const CLAUSES = wordSet('whether if how why him them');
const PERSONS = wordSet('him her them');
const TAKES_VERB = wordSet('able unable failed fails tried tries');
const TAKES_NO_NOUN = wordSet('able unable advised instructed asked told encouraged');

/** 'the plan to continued therapy', 'agreed to increased doses': nouns may follow, too. */
const TAKES_NOUN = wordSet(
  'need needs needed plan plans agreed agrees order required continue continues used decided allow allowed',
);

const TAKES_TO = wordSet(
  'able unable likely unlikely advised instructed asked told trying tried try tries need needs needed failed fails fail refused refuses want wants wanted continue continues began begin begins encouraged order plan plans planned hopes agreed agrees used allowed allow allows required attempt attempts attempted ability inability elected decided chose wishes wished reluctant willing eager help helps helped helping documentation evidence information rationale',
);

/** 'is able ambulate'. */
function afterAble(sentence: Sentence, at: number): WordingSlip | null {
  const verb = at + 1;
  const isVerb = isBareVerb(sentence, verb) || (sentence.may(verb, Part.base) && sentence.may(at - 1, Part.auxiliary));
  if (!isVerb || sentence.may(at - 1, Part.determiner)) return null;
  return slipOf(at, `“to” is missing after “${sentence.word(at)}”.`, [`${sentence.word(at)} to`]);
}
