import { wordSet } from '../wordSet.ts';
import { NOMINAL, Part } from './parts.ts';
import type { Count, Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { baseOf, goesWith, isPlural, isSingular, PLURAL_OF, SINGULAR_OF, thirdOf } from './verbNumber.ts';

/** In tokens. */
const LONGEST_REACH = 20;
/** Another clause, or another subject. */
const APART = wordSet(
  'that which who whom whose if because since although while when where whether what how ; : but or',
);
/** They may have another verb: 'asks that the patient rests and returns'. */
const PERSONS = wordSet('patient patients worker workers claimant applicant employee');
/** 'makes the knee swell and become stiff', 'does not smoke and drink' */
const BEFORE_BASE = wordSet('does makes helps lets sees watches has');

/** The noun of a subject, and the verb that belongs to it; positions are of tokens. */
interface FirstVerb {
  readonly noun: number;
  readonly verb: number;
}

/** 'The guidelines recommend rest and supports ice': a second verb that does not suit its subject of several. */
export const secondVerbOfMany = (sentence: Sentence, first: FirstVerb): WordingSlip | null =>
  sentence.may(first.verb, Part.base) || SINGULAR_OF.has(sentence.word(first.verb))
    ? secondVerb(sentence, first, 'many')
    : null;

/** 'The worker reports pain and deny weakness'. Only of persons: a plan may list what is to be done ('includes ice and continue rest'). */
export const secondVerbOfPerson = (sentence: Sentence, first: FirstVerb): WordingSlip | null =>
  !BEFORE_BASE.has(sentence.word(first.verb)) &&
  (sentence.may(first.verb, Part.third) || PLURAL_OF.has(sentence.word(first.verb)))
    ? secondVerb(sentence, first, 'one')
    : null;

function secondVerb(sentence: Sentence, subject: FirstVerb, count: Count): WordingSlip | null {
  let verb = subject.verb;
  // 'was seen in May and deny'
  if (sentence.may(verb, Part.auxiliary) && sentence.must(verb + 1, Part.past | Part.participle)) verb++;
  for (let at = verb + 1; at < Math.min(sentence.end, verb + LONGEST_REACH); at++) {
    const word = sentence.word(at);
    // 'wants to rest and continue': an infinitive may go on after 'and'.
    if (APART.has(word) || PERSONS.has(word) || (word === 'to' && count === 'one')) return null;
    if (sentence.may(at, Part.auxiliary | Part.past | Part.pronoun) || sentence.must(at, Part.third)) return null;
    if (word !== 'and') continue;
    const second = sentence.afterAdverbs(at + 1);
    const right = otherForm(sentence, second, count);
    // 'rest and supports for the wrist' are things.
    if (right === null || !hasObject(sentence, second + 1)) continue;
    const message = (count === 'many' ? isPlural : isSingular)(sentence, subject.noun, right);
    return { first: second, end: second + 1, message, rights: [right] };
  }
  return null;
}

const hasObject = (sentence: Sentence, at: number): boolean =>
  sentence.may(at, Part.determiner | NOMINAL | Part.adjective) ||
  sentence.word(at) === 'that' ||
  sentence.word(at) === 'as';

/** A verb in the form for the other number, and nothing else: the right form. */
function otherForm(sentence: Sentence, verb: number, count: Count): string | null {
  const word = sentence.word(verb);
  if (count === 'many') return sentence.must(verb, Part.third) ? baseOf(word) : null;
  return sentence.must(verb, Part.base) ? thirdOf(word) : null;
}

const ONE = wordSet('he she it');
const DETERMINERS = wordSet('the this');
/** A verb without an ending may belong to one of these. */
const MODALS = wordSet('will would shall should can could may might must do does did let lets make makes made');

/** 'He stopped in May and have not resumed': one person, and after 'and' a verb for several. */
export function secondHelper(sentence: Sentence): WordingSlip | null {
  const { first } = sentence;
  const noun = ONE.has(sentence.word(first)) ? first : personAt(sentence, first);
  if (noun < 0) return null;
  for (let at = noun + 1; at < Math.min(sentence.end, first + LONGEST_REACH); at++) {
    const word = sentence.word(at);
    if (APART.has(word) && word !== 'but') return null;
    if (MODALS.has(word) || PERSONS.has(word) || sentence.may(at, Part.conjunction & ~Part.preposition)) {
      if (!JOINING.has(word)) return null;
    } else if (isOtherSubject(sentence, at)) return null;
    if (!JOINING.has(word)) continue;
    const verb = at + 1;
    const right = SINGULAR_OF.get(sentence.word(verb));
    const next = sentence.word(verb + 1);
    if (right === undefined || !(next === 'not' || next === 'been' || isDone(sentence, verb))) continue;
    return { first: verb, end: verb + 1, message: goesWith(sentence, noun, right), rights: [right] };
  }
  return null;
}

const JOINING = wordSet('and but');

/** 'are seen', but not 'have improved': after 'to', that may be what is to be. */
const isDone = (sentence: Sentence, verb: number): boolean =>
  sentence.word(verb) !== 'have' && sentence.must(verb + 1, Part.past | Part.participle);

/** The noun of 'the injured worker'; -1 where no person is. */
function personAt(sentence: Sentence, first: number): number {
  if (!DETERMINERS.has(sentence.word(first))) return -1;
  const noun = sentence.may(first + 1, Part.adjective | Part.participle) ? first + 2 : first + 1;
  return PERSONS.has(sentence.word(noun)) && !sentence.may(noun, Part.plural) ? noun : -1;
}

/** 'his knees hurt and have': several things, and a verb. */
const isOtherSubject = (sentence: Sentence, at: number): boolean =>
  sentence.may(at, Part.pronoun) ||
  (sentence.may(at, Part.plural) &&
    !sentence.may(at + 1, Part.preposition | Part.conjunction) &&
    !sentence.reading.tokens.isMark(at + 1));
