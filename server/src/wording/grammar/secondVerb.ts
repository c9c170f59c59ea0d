import { wordSet } from '../wordSet.ts';
import { NOMINAL, Part } from './parts.ts';
import type { Count, Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { baseOf, isPlural, isSingular, PLURAL_OF, SINGULAR_OF, thirdOf } from './verbNumber.ts';

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
