import { wordSet } from '../wordSet.ts';
import { CAPITALS } from './capitals.ts';
import { commaSplice } from './commaSplice.ts';
import { COMMAS, markOfSentence } from './commas.ts';
import type { Find } from './find.ts';
import { GOVERNED } from './governed.ts';
import { MARKS } from './marks.ts';
import { MISSING_AUXILIARIES, withoutHave } from './missingAuxiliary.ts';
import { NECESSARY_DECISIONS } from './necessaryDecision.ts';
import { isPhraseOver } from './objects.ts';
import { partedSubject, strayCapital, subjectAfterPreposition } from './partedSubject.ts';
import { NOMINAL, Part } from './parts.ts';
import { AFTER_PERSONS, afterPronoun } from './persons.ts';
import { type NounPhrase, nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** Clauses that are not joined as they should be, and small words that cannot be next to each other. */
export function* clauseSlips(sentence: Sentence): Iterable<WordingSlip> {
  for (let at = sentence.first; at < sentence.end; at++) {
    const find = SLIPS.get(sentence.word(at));
    const slip = find === undefined ? null : find(sentence, at);
    if (slip !== null) yield slip;
  }
  const slip = doubleSubject(sentence) ?? partedSubject(sentence) ?? commaSplice(sentence) ?? markOfSentence(sentence);
  if (slip !== null) yield slip;
}

/** 'Is it worth noting that no surgeon has seen him.': the words of a question, and no question. */
function isIt(sentence: Sentence, at: number): WordingSlip | null {
  const { first, end, reading } = sentence;
  if (at !== first || sentence.word(at + 1) !== 'it' || sentence.word(end - 1) !== '.') return null;
  if (!RATED.has(sentence.word(at + 2)) || !sentence.may(at + 3, Part.conjunction | Part.ing)) return null;
  const verb = reading.tokens.written(at).toLowerCase();
  return { first: at, end: at + 2, message: `Use “It ${verb}”: this is not a question.`, rights: [`It ${verb}`] };
}

const RATED = wordSet(
  'worth clear unclear noted important likely unlikely possible unknown documented understood evident apparent',
);

const PRONOUNS = wordSet('there it he she they');
const PERSONS_AND_RECORDS = wordSet('patient worker claimant applicant record records provider physician');
const DENIED = wordSet('denied modified certified approved authorized');
const OTHER_CLAUSE = wordSet(
  'that which who whom when where as since if because but while although whether what how why and',
);
/** 'required', 'missing': what a reason says. */
const LACKING = wordSet('recommended required needed exceeded lacking missing');

/** 'denied due to there is no …', 'due to the records do not show it'. */
function dueTo(sentence: Sentence, at: number): WordingSlip | null {
  if (sentence.word(at + 1) !== 'to') return null;
  const slip = {
    first: at,
    end: at + 2,
    message: 'Use “because” instead of “due to” here.',
    rights: ['because'],
  };
  const next = at + 2;
  if (PRONOUNS.has(sentence.word(next)) && isFiniteVerb(sentence, next + 1)) return slip;
  const phrase = nounPhraseAt(sentence, next);
  if (phrase !== null && PERSONS_AND_RECORDS.has(sentence.word(phrase.head)) && isFiniteVerb(sentence, phrase.end)) {
    const after = sentence.word(sentence.afterAdverbs(phrase.end + 1));
    return after === 'having' || after === 'result' ? null : slip;
  }
  if (!isDenial(sentence, at)) return null;
  return deniesAhead(sentence, next) || isJoinedClause(sentence, phrase) ? slip : null;
}

const isFiniteVerb = (sentence: Sentence, at: number): boolean => FINITE.has(sentence.word(sentence.afterAdverbs(at)));
const FINITE = wordSet('is was were are has have had did does do');

/** 'was denied by the review due to'. */
function isDenial(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(sentence.first, at - 7); before--)
    if (DENIED.has(sentence.word(before))) return true;
  return false;
}

/** 'x is not …', 'x is recommended', within one clause. */
function deniesAhead(sentence: Sentence, first: number): boolean {
  let isListed = false;
  for (let at = first + 1; at < Math.min(sentence.end, first + 18); at++) {
    const word = sentence.word(at);
    isListed ||= word === 'including';
    // 'care including rest and ice are not specified'
    if (isListed && word === 'and' && sentence.may(at + 1, NOMINAL | Part.adjective)) continue;
    if (OTHER_CLAUSE.has(word) || word === 'patient' || word === 'worker') return false;
    if (!FINITE.has(word)) continue;
    const next = sentence.word(at + 1);
    if (next === 'not' || next === "n't" || (sentence.may(at, Part.auxiliary) && LACKING.has(next))) return true;
  }
  return false;
}

/** 'due to gabapentin and Norco are not …'. */
function isJoinedClause(sentence: Sentence, phrase: NounPhrase | null): boolean {
  if (phrase === null || sentence.word(phrase.end) !== 'and') return false;
  const second = nounPhraseAt(sentence, phrase.end + 1);
  return second !== null && second.count !== 'many' && SEVERAL.has(sentence.word(second.end));
}

const SEVERAL = wordSet('are were have do');

/** 'because of no trial was done'. */
function becauseOf(sentence: Sentence, at: number): WordingSlip | null {
  if (sentence.word(at + 1) !== 'of' || sentence.word(at + 2) !== 'no') return null;
  const phrase = nounPhraseAt(sentence, at + 2);
  const isClause =
    phrase !== null &&
    isFiniteVerb(sentence, phrase.end) &&
    (sentence.may(phrase.end + 1, Part.participle) || sentence.word(phrase.end + 1) === 'done');
  return isClause && at > sentence.first
    ? {
        first: at,
        end: at + 2,
        message: 'Use “because” instead of “because of” here.',
        rights: ['because'],
      }
    : null;
}

/** 'Although therapy helped, but it has ended.' */
function although(sentence: Sentence, at: number): WordingSlip | null {
  if (at !== sentence.first) return null;
  for (let next = at + 3; next < Math.min(sentence.end, at + 40); next++) {
    if (sentence.word(next) !== ',') continue;
    if (sentence.word(next + 1) !== 'but') continue;
    const isClause = PRONOUNS.has(sentence.word(next + 2)) || sentence.may(next + 2, Part.determiner);
    return isClause
      ? {
          first: next + 1,
          end: next + 2,
          message: `Remove “but”: the sentence begins with “${sentence.reading.tokens.written(at)}”.`,
          rights: [''],
        }
      : null;
  }
  return null;
}

/** 'seen at 5/6/2016.': of a day, 'on' is said; a note may be named by its day, 'in the 5/6/2016 note'. */
function dayAfter(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  // 'in March 3, 2015'
  if (MONTHS.has(sentence.word(at + 1)) && tokens.isFigures(at + 2) && tokens.figures(at + 2) < 32)
    return sentence.word(at + 3) === ',' && tokens.isFigures(at + 4) && tokens.figures(at + 4) > 1900
      ? { first: at, end: at + 1, message: `Use “on” before a day, not “${sentence.word(at)}”.`, rights: ['on'] }
      : null;
  const [month, mark, day, second, year] = [at + 1, at + 2, at + 3, at + 4, at + 5];
  const isDate =
    tokens.isFigures(month) &&
    DATE_MARKS.has(sentence.word(mark)) &&
    tokens.isFigures(day) &&
    sentence.word(second) === sentence.word(mark) &&
    tokens.isFigures(year) &&
    tokens.isGlued(mark) &&
    tokens.isGlued(year);
  if (!isDate || (tokens.figures(month) > 12 && tokens.figures(day) > 12)) return null;
  const after = sentence.word(year + 1);
  const isOver = year + 1 >= sentence.end || after === '.' || sentence.may(year + 1, Part.preposition);
  return isOver
    ? { first: at, end: at + 1, message: `Use “on” before a day, not “${sentence.word(at)}”.`, rights: ['on'] }
    : null;
}

const MONTHS = wordSet('january february march april may june july august september october november december');

/** 'on March 2015' */
function monthAfter(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const year = at + 2;
  const isYear = tokens.isFigures(year) && tokens.figures(year) > 1900 && !tokens.isGlued(year);
  if (!MONTHS.has(sentence.word(at + 1)) || !isYear || !isPhraseOver(sentence, year + 1)) return null;
  return { first: at, end: at + 1, message: 'Use “in” before a month, not “on”.', rights: ['in'] };
}

/** 'on (11/02/2016)'. */
function onDate(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  if (sentence.word(at + 1) !== '(' || !tokens.isFigures(at + 2) || !DATE_MARKS.has(sentence.word(at + 3))) return null;
  if (!tokens.isFigures(at + 4) || sentence.word(at + 5) !== sentence.word(at + 3) || sentence.word(at + 7) !== ')')
    return null;
  return {
    first: at + 1,
    end: at + 8,
    message: 'Remove the parentheses around the date.',
    rights: [tokens.slice(at + 2, at + 7)],
  };
}

const DATE_MARKS = wordSet('/ -');

const SMALL = wordSet(
  'of for from is are was were has had have and to by but which be been it he she they during including regarding the a an his her its our my their this these',
);

/** 'the of', 'a the': a word is missing, or one too many. Capitals are not articles: 'vitamin A is'. */
function article(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const next = at + 1;
  if (!SMALL.has(sentence.word(next)) || sentence.word(next) === sentence.word(at) || tokens.isCapitalized(next))
    return null;
  if (
    tokens.isCapitalized(at) &&
    (at > sentence.first || tokens.isCapitals(at) === tokens.end(at) - tokens.start(at) > 1)
  )
    return null;
  if (tokens.isGlued(next) || tokens.isGlued(at) || BEFORE_LETTER.has(sentence.word(at - 1))) return null;
  if (tokens.isGlued(at + 2) && AFTER_SMALL.has(sentence.word(at + 2))) return null;
  if (sentence.word(at + 2) === '-') return null;
  return {
    first: at,
    end: at + 2,
    message: `“${tokens.slice(at, at + 2)}”: a word is missing, or one of these is not needed.`,
    rights: [],
  };
}

const BEFORE_LETTER = wordSet('vitamin hepatitis grade type group class category part section');
const AFTER_SMALL = wordSet('- . )');

/** 'The claimant, a nurse, she injured her back.' */
function doubleSubject(sentence: Sentence): WordingSlip | null {
  const phrase = nounPhraseAt(sentence, sentence.first);
  if (phrase === null || phrase.determiner < 0 || sentence.word(phrase.end) !== ',') return null;
  for (let at = phrase.end + 1; at < Math.min(sentence.end, phrase.end + 8); at++) {
    if (sentence.may(at, Part.auxiliary | Part.third | Part.preposition)) return null;
    if (sentence.word(at) !== ',') continue;
    const pronoun = at + 1;
    const isOne =
      SINGULAR.has(sentence.word(pronoun)) && sentence.may(pronoun + 1, Part.auxiliary | Part.past | Part.third);
    return isOne && sentence.may(phrase.end + 1, Part.determiner)
      ? {
          first: pronoun,
          end: pronoun + 1,
          message: `Remove “${sentence.word(pronoun)}”: the sentence already has a subject.`,
          rights: [''],
        }
      : null;
  }
  return null;
}

const SINGULAR = wordSet('he she it');

/** 'has gradual increased': between a helping verb and a participle an adverb belongs. */
function adverbSlip(sentence: Sentence, at: number): WordingSlip | null {
  const adjective = at + 1;
  const verb = at + 2;
  if (!ADVERBIAL.has(sentence.word(adjective)) || !sentence.must(verb, Part.past | Part.participle)) return null;
  if (sentence.may(verb + 1, NOMINAL | Part.adjective) && !sentence.may(verb + 1, Part.determiner)) return null;
  const word = sentence.word(adjective);
  const right = word.endsWith('ic') ? `${word}ally` : `${word}ly`;
  return {
    first: adjective,
    end: verb,
    message: `Use “${right}” before “${sentence.word(verb)}”.`,
    rights: [right],
  };
}

const ADVERBIAL = wordSet(
  'gradual recent previous initial significant clinical surgical progressive consistent continuous constant frequent adequate appropriate current slow slight rapid subsequent successful temporary total usual careful clear direct final general normal partial poor proper sudden thorough',
);

const SLIPS: ReadonlyMap<string, Find> = byWord([
  ['due', dueTo],
  ['is', isIt],
  ['was', isIt],
  ['because', becauseOf],
  ['although', although],
  ['though', although],
  ['on', (sentence, at) => onDate(sentence, at) ?? subjectAfterPreposition(sentence, at)],
  ['on', monthAfter],
  ['upon', subjectAfterPreposition],
  ['in', (sentence, at) => subjectAfterPreposition(sentence, at) ?? dayAfter(sentence, at)],
  ['at', dayAfter],
  ['during', subjectAfterPreposition],
  ['with', (sentence, at) => subjectAfterPreposition(sentence, at) ?? strayCapital(sentence, at)],
  ['the', (sentence, at) => article(sentence, at) ?? strayCapital(sentence, at)],
  ['a', article],
  ['an', article],
  ...GOVERNED,
  ...MARKS,
  ...AFTER_PERSONS,
  ...MISSING_AUXILIARIES,
  ...NECESSARY_DECISIONS,
  ...CAPITALS,
  ...COMMAS,
  ['has', adverbSlip],
  ['have', adverbSlip],
  ['had', adverbSlip],
  ['been', (sentence, at) => adverbSlip(sentence, at) ?? withoutHave(sentence, at)],
  ...['he', 'she'].flatMap((word) => [[word, strayCapital] as const, [word, afterPronoun] as const]),
]);

/** At each word whatever is found first of what is looked for there. */
function byWord(finds: readonly (readonly [string, Find])[]): ReadonlyMap<string, Find> {
  const all = new Map<string, Find>();
  for (const [word, find] of finds) {
    const other = all.get(word);
    all.set(word, other === undefined ? find : (sentence, at) => other(sentence, at) ?? find(sentence, at));
  }
  return all;
}
