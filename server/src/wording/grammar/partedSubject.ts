import { wordSet } from '../wordSet.ts';
import { NOMINAL, Part } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** In tokens: a longer subject may hold a clause that is not seen. */
const LONGEST_SUBJECT = 24;
const LONGEST_NAME = 6;

const VERBS = wordSet('is was are were has have does do did');

/** 'The requested injection at L4-5, is not': a single comma between a sentence's subject and its verb. */
export function partedSubject(sentence: Sentence): WordingSlip | null {
  const comma = subjectEnd(sentence);
  if (comma < 0 || sentence.may(comma - 1, Part.adverb) || sentence.word(comma - 1) === '.') return null;
  const verb = sentence.afterAdverbs(comma + 1);
  return VERBS.has(sentence.word(verb)) && !isQuestionAfter(sentence, verb)
    ? { first: comma, end: comma + 1, message: 'Remove the comma before the verb.', rights: [''] }
    : null;
}

/** 'The brace, is it needed'. */
const isQuestionAfter = (sentence: Sentence, verb: number): boolean => sentence.may(verb + 1, Part.pronoun);

/** The comma that ends what begins the sentence, where that is a noun phrase and what describes it, without a verb; else -1. */
function subjectEnd(sentence: Sentence): number {
  const { first } = sentence;
  if (sentence.may(first, NO_SUBJECT) && !sentence.may(first, Part.determiner)) return -1;
  // Little is known about a name: 'Tramadol, is', but 'EHL 3/5 on 6/2, was 5/5'.
  const longest = sentence.may(first, NOMINAL | Part.determiner) ? LONGEST_SUBJECT : LONGEST_NAME;
  for (let at = first; at < Math.min(sentence.end, first + longest); at++) {
    const word = sentence.word(at);
    if (word === ',') return at > first ? at : -1;
    if (APART.has(word) || isClause(sentence, at)) return -1;
  }
  return -1;
}

const NO_SUBJECT =
  Part.preposition | Part.conjunction | Part.adverb | Part.auxiliary | Part.ing | Part.participle | Part.base;

/** Marks that begin something new; 'what is old, is known' is a clause. */
const APART = wordSet('; : — – “ ” " ? !');
const JOINING = wordSet('and or');

/** A conjunction, or what may be a verb here. */
function isClause(sentence: Sentence, at: number): boolean {
  if (sentence.may(at, Part.auxiliary | Part.pronoun) && !sentence.may(at, Part.determiner)) return true;
  if (sentence.may(at, Part.conjunction) && !JOINING.has(sentence.word(at)) && !sentence.may(at, Part.preposition))
    return true;
  if (sentence.may(at, Part.determiner) || BEFORE_NOUN.has(sentence.word(at - 1))) return false;
  if (sentence.may(at - 1, Part.determiner | Part.preposition) || sentence.must(at - 1, Part.adjective)) return false;
  if (sentence.may(at, Part.past)) return !AFTER_NOUN.has(sentence.word(at)) && at > sentence.first + 1;
  return sentence.may(at, Part.third) || (sentence.may(at, Part.base) && sentence.may(at - 1, Part.plural));
}

const BEFORE_NOUN = wordSet('utilization physical medical');
/** A participle that describes the noun before it: 'the review dated 1/5/17'. */
const AFTER_NOUN = wordSet(
  'dated requested submitted provided performed prescribed recommended listed noted documented',
);

const EXAMINATIONS = wordSet('examination exam inspection palpation evaluation');
const SHOWING = wordSet('reveals revealed shows showed demonstrates demonstrated');

/** 'On inspection of the nerves revealed no sign': what shows something has a preposition before it, and the clause no subject. */
export function subjectAfterPreposition(sentence: Sentence, at: number): WordingSlip | null {
  if (at !== sentence.first) return null;
  const phrase = nounPhraseAt(sentence, at + 1);
  if (phrase === null || !EXAMINATIONS.has(sentence.word(phrase.head))) return null;
  let end = phrase.end;
  for (let steps = 0; steps < 3 && sentence.may(end, Part.preposition); steps++) {
    const object = nounPhraseAt(sentence, end + 1);
    if (object === null) return null;
    end = object.end;
  }
  if (!SHOWING.has(sentence.word(end))) return null;
  const { tokens } = sentence.reading;
  return {
    first: at,
    end: at + 1,
    message: `Remove “${tokens.written(at)}”: what follows is the subject of “${tokens.written(end)}”.`,
    rights: [],
  };
}

/** 'an option When the exam is unclear': a small word with a capital in mid-sentence. */
export function strayCapital(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  if (at <= sentence.first + 1 || !tokens.isCapitalized(at) || tokens.isCapitals(at) || tokens.isGlued(at)) return null;
  const before = tokens.written(at - 1);
  const isPlain = tokens.isWord(at - 1) && tokens.isWord(at + 1) && !tokens.isGlued(at + 1);
  if (!isPlain || before !== before.toLowerCase() || tokens.isCapitalized(at + 1)) return null;
  const word = tokens.written(at);
  return {
    first: at - 1,
    end: at + 1,
    message: `“${word}” has a capital in mid-sentence: begin a sentence here, or use a small letter.`,
    rights: [`${before}. ${word}`, `${before} ${word.toLowerCase()}`],
  };
}
