import { wordSet } from '../wordSet.ts';
import type { Find } from './find.ts';
import { NOMINAL, Part, VERBAL } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** A mark that is missing, too much, or not the right one, by the whole sentence. */
export function markOfSentence(sentence: Sentence): WordingSlip | null {
  return indirectQuestion(sentence) ?? afterFirstClause(sentence) ?? openAside(sentence) ?? openRelative(sentence);
}

const isFiniteAt = (sentence: Sentence, at: number): boolean =>
  sentence.may(at, Part.auxiliary) || sentence.must(at, Part.third | Part.past);

/** In tokens. */
const LONGEST_CLAUSE = 24;

const ASKING = wordSet('asked asks wondered wonders unclear unknown determine determined sure stated documented know');
const QUESTIONS = wordSet('where whether if how why when what');

/** 'He was asked where it hurt?': a statement that has a question in it ends with a period. */
function indirectQuestion(sentence: Sentence): WordingSlip | null {
  const { first, end } = sentence;
  const mark = end - 1;
  if (sentence.word(mark) !== '?' || !sentence.may(first, Part.determiner | Part.pronoun)) return null;
  for (let at = first + 1; at < mark; at++) {
    if (sentence.reading.tokens.isMark(at)) return null;
    if (!ASKING.has(sentence.word(at)) || !QUESTIONS.has(sentence.word(at + 1))) continue;
    // 'He was asked why did it hurt?'
    if (sentence.may(at + 2, Part.auxiliary)) return null;
    return { first: mark, end, message: 'Use a period: this is no question.', rights: ['.'] };
  }
  return null;
}

const OPENING = wordSet('because although though while since when if unless after until');

/** 'Because it was swollen; it was drained': a clause that the sentence begins with has a comma after it. */
function afterFirstClause(sentence: Sentence): WordingSlip | null {
  const { first, end } = sentence;
  if (!OPENING.has(sentence.word(first))) return null;
  // 'When seen he had pain; it was worse': what follows is no clause.
  const subject = nounPhraseAt(sentence, first + 1);
  const verb = sentence.afterAdverbs(subject?.end ?? first + 2);
  if ((subject === null && !sentence.may(first + 1, Part.pronoun)) || !isFiniteAt(sentence, verb)) return null;
  let verbs = 0;
  for (let at = first + 1; at < Math.min(end, first + LONGEST_CLAUSE); at++) {
    if (isFiniteAt(sentence, at) && !sentence.may(at - 1, Part.auxiliary)) verbs++;
    if (!sentence.reading.tokens.isMark(at) || sentence.afterHyphen(at) > 0) continue;
    if (sentence.word(at) !== ';' || verbs !== 1) return null;
    const opener = sentence.reading.tokens.written(first);
    return {
      first: at,
      end: at + 1,
      message: `Use a comma after the clause that begins with “${opener}”.`,
      rights: [','],
    };
  }
  return null;
}

const DETERMINERS = wordSet('the this');
const PERSONS = wordSet('patient worker claimant applicant employee');
const ARTICLES = wordSet('a an');

/** 'The claimant, a cook slipped in May': what one comma opens another closes. */
function openAside(sentence: Sentence): WordingSlip | null {
  const { first, end, reading } = sentence;
  if (!DETERMINERS.has(sentence.word(first))) return null;
  const comma = PERSONS.has(sentence.word(first + 1)) ? first + 2 : first + 3;
  if (sentence.word(comma) !== ',' || !PERSONS.has(sentence.word(comma - 1))) return null;
  if (!ARTICLES.has(sentence.word(comma + 1))) return null;
  let verb = -1;
  for (let at = comma + 2; at < end - 1; at++) {
    const isMark = reading.tokens.isMark(at) && sentence.afterHyphen(at) < 0;
    if (isMark || sentence.may(at, Part.conjunction & ~Part.preposition)) return null;
    if (verb < 0 && (isFiniteAt(sentence, at) || sentence.may(at, Part.past))) verb = at;
  }
  // 'a cook injured at work': what describes the noun
  if (verb < 0 || sentence.may(verb - 1, Part.adjective | Part.determiner | Part.preposition)) return null;
  const isActive = ACTIVE.has(sentence.word(verb)) || sentence.may(verb + 1, Part.determiner);
  if (sentence.may(verb, Part.participle) && !isActive) return null;
  const word = reading.tokens.written(verb - 1);
  return {
    first: verb - 1,
    end: verb,
    message: `A comma is missing before “${reading.tokens.written(verb)}”.`,
    rights: [`${word},`],
  };
}

const RELATIVES = wordSet('which who');
const HELPING = wordSet('is are was were has have');

/** 'The knee, which was injected in May is stiff': the sentence has no other verb. */
function openRelative(sentence: Sentence): WordingSlip | null {
  const comma = nounPhraseAt(sentence, sentence.first)?.end ?? -1;
  if (comma < 0 || sentence.word(comma) !== ',' || !RELATIVES.has(sentence.word(comma + 1))) return null;
  if (hasMark(sentence, comma + 1)) return null;
  const own = sentence.afterAdverbs(comma + 2);
  if (!sentence.may(own, VERBAL | Part.auxiliary)) return null;
  for (let at = own + 2; at < sentence.end - 1; at++) {
    if (sentence.may(at, Part.conjunction & ~Part.preposition) || sentence.may(at, Part.pronoun)) return null;
    if (!HELPING.has(sentence.word(at)) || !sentence.may(sentence.beforeAdverbs(at), NOMINAL | Part.number)) continue;
    const word = sentence.reading.tokens.written(at - 1);
    const message = `A comma is missing before “${sentence.word(at)}”.`;
    return { first: at - 1, end: at, message, rights: [`${word},`] };
  }
  return null;
}

/** They are done to nobody. */
const ACTIVE = wordSet('slipped tripped complained');

const SUBJECTS = wordSet('he she it they there the this these his her');

/** 'The wrist is stiff however, it is not swollen.' */
const betweenClauses: Find = (sentence, at) => {
  const { first, reading } = sentence;
  if (sentence.word(at + 1) !== ',' || !SUBJECTS.has(sentence.word(at + 2)) || OPENING.has(sentence.word(first)))
    return null;
  const isApart = reading.tokens.isMark(at - 1) || sentence.may(at - 1, Part.auxiliary | Part.conjunction);
  if (at - first < 3 || isApart || hasMark(sentence, at + 2)) return null;
  let hasVerb = false;
  for (let before = first; before < at; before++) {
    if (reading.tokens.isMark(before)) return null;
    hasVerb ||= isFiniteAt(sentence, before);
  }
  if (!hasVerb) return null;
  const before = reading.tokens.written(at - 1);
  const word = reading.tokens.written(at);
  return {
    first: at - 1,
    end: at + 1,
    message: `Two sentences: use a semicolon or a period before “${word}”.`,
    rights: [`${before}; ${word}`],
  };
};

/** 'However the request is old.' */
const unset: Find = (sentence, at) => {
  const next = at + 1;
  const isClause = SUBJECTS.has(sentence.word(next)) && at === sentence.first && !hasMark(sentence, next);
  const word = sentence.reading.tokens.written(at);
  return isClause && sentence.word(sentence.end - 1) === '.'
    ? { first: at, end: next, message: `A comma is missing after “${word}”.`, rights: [`${word},`] }
    : null;
};

/** They have an object. */
const TRANSITIVE = wordSet(
  'requested requests recommended recommends prescribed reported reports denied denies showed shows revealed reveals demonstrated underwent received includes included sustained',
);
const OBJECTS = wordSet('a an the no any his her');
const OF_CLAUSE = wordSet('as what that which who if when because where than once');
const NO_PARTS = wordSet('which whom whose course note these those what all');

/** 'The provider requested, an MRI', 'a long history, of pain': a comma before what belongs to the word before it. */
export const beforeObject: Find = (sentence, comma) => {
  const { first, reading } = sentence;
  const next = comma + 1;
  const isOf =
    sentence.word(next) === 'of' && sentence.may(comma - 1, NOMINAL) && !NO_PARTS.has(sentence.word(next + 1));
  const isObject = TRANSITIVE.has(sentence.word(comma - 1)) && OBJECTS.has(sentence.word(next));
  // 'Had it been documented, that part would be new'
  const isActive = !sentence.may(sentence.beforeAdverbs(comma - 1), Part.auxiliary);
  const isTold = isActive && SAYING.has(sentence.word(comma - 1)) && sentence.word(next) === 'that';
  // 'The worker was, treated with ice'
  const isVerb = BE.has(sentence.word(comma - 1)) && sentence.must(next, Part.past | Part.participle);
  if (!(isOf || isObject || isTold || isVerb) || hasMark(sentence, next)) return null;
  if (isTold || isVerb) return comma - first > 1 && isFirstMark(sentence, comma) ? commaSlip(sentence, comma) : null;
  for (let at = first; at < sentence.end; at++) {
    const isOther = OF_CLAUSE.has(sentence.word(at)) || (at < comma && reading.tokens.isMark(at));
    if (isOther || (at > comma && isFiniteAt(sentence, at))) return null;
  }
  if (comma - first < 2 || sentence.may(comma - 2, Part.auxiliary)) return null;
  return commaSlip(sentence, comma);
};

const SAYING = wordSet(
  'notes noted states stated reports reported says said shows showed indicates indicated believes felt documents documented',
);
const BE = wordSet('is are was were been');

const commaSlip = (sentence: Sentence, comma: number): WordingSlip => ({
  first: comma,
  end: comma + 1,
  message: `Remove the comma before “${sentence.word(comma + 1)}”.`,
  rights: [''],
});

/** No other mark, and nothing like 'as it was, treated', is before it. */
function isFirstMark(sentence: Sentence, comma: number): boolean {
  for (let at = sentence.first; at < comma; at++)
    if (sentence.reading.tokens.isMark(at) || OF_CLAUSE.has(sentence.word(at))) return false;
  return true;
}

/** 'numbness and, weakness': a comma after what joins, and none after that. */
export const afterJoining: Find = (sentence, at) =>
  (JOINING.has(sentence.word(at - 1)) || isBeforeClause(sentence, at)) &&
  at - 1 > sentence.first &&
  !hasMark(sentence, at + 1)
    ? {
        first: at - 1,
        end: at + 1,
        message: `Remove the comma after “${sentence.word(at - 1)}”.`,
        rights: [sentence.word(at - 1)],
      }
    : null;

const JOINING = wordSet('and or');
/** A clause follows them. */
const BEFORE_CLAUSE = wordSet('that because although whereas');

/** 'He said that, he limps': no more than the subject and its verb comes after the comma. */
const isBeforeClause = (sentence: Sentence, comma: number): boolean =>
  BEFORE_CLAUSE.has(sentence.word(comma - 1)) &&
  SUBJECTS.has(sentence.word(comma + 1)) &&
  !sentence.may(comma - 2, Part.preposition);

/** Another mark, but a hyphen or a period. */
function hasMark(sentence: Sentence, first: number): boolean {
  for (let at = first; at < sentence.end; at++)
    if (sentence.reading.tokens.isMark(at) && !PLAIN.has(sentence.word(at))) return true;
  return false;
}

const PLAIN = wordSet('. - / % #');

/** What is listed, and never one before the other without a comma. */
const LISTS = [
  'numbness weakness swelling stiffness tenderness tingling bruising redness warmth dizziness nausea vomiting fever chills insomnia anxiety depression',
  'naproxen ibuprofen tramadol gabapentin cyclobenzaprine omeprazole pantoprazole tizanidine baclofen meloxicam diclofenac duloxetine pregabalin methocarbamol zolpidem',
  'ice heat massage acupuncture rest',
  'flexion extension rotation abduction adduction',
].map(wordSet);

/** 'ice heat and rest' */
const inList: Find = (sentence, at) => {
  const list = LISTS.find((each) => each.has(sentence.word(at)));
  const isListed = list?.has(sentence.word(at + 1)) === true && JOINING.has(sentence.word(at + 2));
  if (!isListed || !(list.has(sentence.word(at + 3)) || sentence.may(at + 3, NOMINAL | Part.adjective))) return null;
  const word = sentence.reading.tokens.written(at);
  return { first: at, end: at + 1, message: `A comma is missing after “${word}”.`, rights: [`${word},`] };
};

/** What is looked for at which words. */
export const COMMAS: readonly (readonly [string, Find])[] = [
  ...'however therefore moreover furthermore nevertheless consequently'
    .split(' ')
    .map((word) => [word, betweenClauses] as const),
  ...['however', 'moreover', 'furthermore'].map((word) => [word, unset] as const),
  ...LISTS.flatMap((list) => [...list].map((word) => [word, inList] as const)),
];
