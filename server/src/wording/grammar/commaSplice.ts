import { wordSet } from '../wordSet.ts';
import { Part } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** In tokens. */
const LONGEST_CLAUSE = 30;
/** With one of these, the first clause does not end the sentence, or the comma is an aside's. */
const APART = wordSet(
  'that which who whom whose if because since although though while when where whether what how unless until once as than not no neither more less so before after ; : ( “ ” " ? —',
);
/** 'The day she fell, she was alone', 'Each time he bends, he has pain' */
const TIMES = wordSet(
  'day week month year time times moment minute morning evening night second hour way more less first last next',
);
const SECOND_SUBJECTS = wordSet('he she they there');
const PERSONS = wordSet('patient worker claimant applicant employee');
const DESCRIBING = wordSet('injured physical clinical neurological');
const EXAMINATIONS = wordSet('examination exam');
const SHOWING = wordSet('revealed reveals showed shows demonstrated demonstrates');
const FINITE = wordSet('is was has had are were have does did');
/** 'It is old, he was told.' */
const SAYING = wordSet('told said informed advised sure certain');

/** 'He has knee pain, he also has a limp': two sentences that only a comma joins. */
export function commaSplice(sentence: Sentence): WordingSlip | null {
  const { first, end } = sentence;
  if (!sentence.may(first, Part.determiner | Part.pronoun) || APART.has(sentence.word(first))) return null;
  let hasVerb = false;
  for (let at = first; at < Math.min(end, first + LONGEST_CLAUSE); at++) {
    const word = sentence.word(at);
    if (word === ',') return hasVerb ? spliceAt(sentence, at) : null;
    const isOfAnother = APART.has(word) || TIMES.has(word) || sentence.may(at, Part.conjunction & ~Part.preposition);
    if (word === '.' || (isOfAnother && !JOINING.has(word))) return null;
    hasVerb ||= FINITE.has(word) || (at > first && sentence.must(at, Part.third));
  }
  return null;
}

const JOINING = wordSet('and or');

/** ', however, the knee is': what joins two sentences, and no conjunction. */
const CONNECTING = wordSet('however therefore moreover furthermore nevertheless');

function connectedAt(sentence: Sentence, comma: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const first = comma + 3;
  const phrase = nounPhraseAt(sentence, first);
  if (phrase === null && !sentence.may(first, Part.pronoun)) return null;
  const verb = sentence.afterAdverbs(phrase?.end ?? first + 1);
  if (!FINITE.has(sentence.word(verb)) || hasCommaSoon(sentence, verb)) return null;
  const word = tokens.written(comma + 1);
  return {
    first: comma,
    end: comma + 2,
    message: `Two sentences: use a semicolon or a period before “${word}”.`,
    rights: [`; ${word}`],
  };
}

/** 'It is, he has written, old', 'He rests, he has cut his pills, and he is well' */
function hasCommaSoon(sentence: Sentence, verb: number): boolean {
  for (let at = verb + 1; at < sentence.end; at++)
    if (sentence.word(at) === ',' && (at < verb + 5 || JOINING.has(sentence.word(at + 1)))) return true;
  return false;
}

function spliceAt(sentence: Sentence, comma: number): WordingSlip | null {
  if (CONNECTING.has(sentence.word(comma + 1)) && sentence.word(comma + 2) === ',') return connectedAt(sentence, comma);
  const subject = comma + 1;
  let verb = subject + 1;
  if (!SECOND_SUBJECTS.has(sentence.word(subject))) {
    if (sentence.word(subject) !== 'the') return null;
    const head = DESCRIBING.has(sentence.word(subject + 1)) ? subject + 2 : subject + 1;
    if (!PERSONS.has(sentence.word(head)) && !EXAMINATIONS.has(sentence.word(head))) return null;
    verb = head + 1;
  }
  verb = sentence.afterAdverbs(verb);
  const isShown = EXAMINATIONS.has(sentence.word(verb - 1)) && SHOWING.has(sentence.word(verb));
  if ((!FINITE.has(sentence.word(verb)) && !isShown) || SAYING.has(sentence.word(verb + 1))) return null;
  if (hasCommaSoon(sentence, verb)) return null;
  const { tokens } = sentence.reading;
  const word = tokens.written(subject);
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  return {
    first: comma,
    end: subject + 1,
    message: `Two sentences are joined by a comma: begin a new one before “${word}”.`,
    rights: [`. ${capital}`],
  };
}
