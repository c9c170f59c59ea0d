import { Form } from '../../language/lexicon/forms.ts';
import { wordSet } from '../wordSet.ts';
import { NOMINAL, Part, VERBAL } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { formsOf } from './verbBases.ts';

/** Verbs after which another has the ending '-ing', and no 'to'. */
const TAKERS = wordSet(
  'avoid avoids avoided avoiding deny denies denied denying dislike dislikes disliked finish finishes finished discontinue discontinued resume resumes resumed tolerate tolerates tolerated postpone postponed',
);
const HAVE = wordSet('have be do');

/** 'should avoid to lift', 'denied have any trouble'. */
export function afterTaker(sentence: Sentence, at: number): WordingSlip | null {
  // 'was denied to her', 'the approved and the denied'
  if (!isActive(sentence, at)) return null;
  const hasTo = sentence.word(at + 1) === 'to';
  const verb = hasTo ? at + 2 : at + 1;
  const word = sentence.word(verb);
  const isAdvised = hasTo && ADVISING.has(sentence.word(at));
  if (isAdvised ? !isVerbOf(sentence, at) : !TAKERS.has(sentence.word(at)) && !isReported(sentence, at)) return null;
  const isVerb = HAVE.has(word) || (sentence.may(verb, Part.base) && (hasTo || sentence.must(verb, Part.base)));
  if (!isVerb || (!hasTo && !sentence.may(verb + 1, Part.determiner))) return null;
  return ingSlip(sentence, at, at + 1, verb);
}

/** 'exercises suggested to reduce pain': only right after who does it. */
const ADVISING = wordSet('suggest suggests suggested recommend recommends recommended');
const ADVISERS = wordSet('he she they provider physician surgeon doctor therapist reviewer guideline guidelines');

const isVerbOf = (sentence: Sentence, at: number): boolean =>
  ADVISERS.has(sentence.word(at - 1)) && sentence.may(at + 2, Part.base);

/** 'reports to have pain', but not 'reports to work' */
const isReported = (sentence: Sentence, at: number): boolean =>
  REPORTING.has(sentence.word(at)) && sentence.word(at + 1) === 'to' && sentence.word(at + 2) === 'have';
const REPORTING = wordSet('report reports reported reporting');

/** No helping verb that makes it passive is before it, and it describes no noun. */
function isActive(sentence: Sentence, at: number): boolean {
  const before = sentence.beforeAdverbs(at);
  return !BE.has(sentence.word(before)) && !sentence.may(before, Part.determiner | Part.preposition | Part.adjective);
}

const BE = wordSet('is are was were be been being');

/** They are followed by no verb but one that ends in '-ing'. */
const PREPOSITIONS = wordSet('without by after before of for from upon despite through');
/** As nouns they may come before a clause: 'after break the nurse came'. */
const NOUNS = wordSet(
  'favor call hold break mail dispute doubt wait stand run march play drive rent sit last lower round',
);

/** 'without provide any detail', 'after complete the program'. */
export function afterPreposition(sentence: Sentence, at: number): WordingSlip | null {
  const verb = at + 1;
  if (!PREPOSITIONS.has(sentence.word(at)) || !sentence.may(verb, Part.base) || isStranded(sentence, at)) return null;
  const isVerb = sentence.must(verb, Part.base | Part.adjective) && !NOUNS.has(sentence.word(verb));
  const isObject =
    (sentence.may(verb + 1, Part.determiner) && sentence.word(verb + 1) !== 'that') ||
    sentence.may(verb + 1, Part.number);
  return isVerb && isObject ? ingSlip(sentence, at, verb, verb) : null;
}

/** 'the visits asked for exceed the limit', 'the visits before exceed it': what it belongs to is before it. */
function isStranded(sentence: Sentence, at: number): boolean {
  const isOfVerb = sentence.may(at - 1, VERBAL | Part.auxiliary);
  return TIMES.has(sentence.word(at)) ? sentence.may(at - 1, NOMINAL) : isOfVerb && STRANDED.has(sentence.word(at));
}

const TIMES = wordSet('before after');
const STRANDED = wordSet('of for from through');

function ingSlip(sentence: Sentence, governor: number, first: number, verb: number): WordingSlip {
  const word = sentence.word(verb);
  const rights = word === 'have' ? ['having'] : word === 'be' ? ['being'] : formsOf(word, Form.ing);
  return {
    first,
    end: verb + 1,
    message: `Use ${rights.map((right) => `“${right}”`).join(' or ')} after “${sentence.word(governor)}”.`,
    rights,
  };
}
