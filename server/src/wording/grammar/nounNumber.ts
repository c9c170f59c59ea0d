import { pluralOf } from '../../language/lexicon/forms.ts';
import { wordSet } from '../wordSet.ts';
import { isOne, isPhraseOver, isUnknownNoun } from './objects.ts';
import { NOMINAL, Part, VERBAL } from './parts.ts';
import { nounPhraseAt, OF_EITHER_NUMBER, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';
import { SINGULAR_OF } from './verbNumber.ts';

/** Nouns whose number does not agree with what comes before them: '8 session', 'these request', 'this treatments', 'a symptoms'. */
export function* nounNumberSlips(sentence: Sentence): Iterable<WordingSlip> {
  for (let at = sentence.first; at < sentence.end; at++) {
    const slip =
      sentence.isNumber(at) || sentence.word(at) === 'one' ? afterNumber(sentence, at) : afterWord(sentence, at);
    if (slip === null) continue;
    yield slip;
    at = slip.end - 1;
  }
}

/** What figures count; before other nouns they may be a name's: 'type 2 diabetic', 'COX 2 inhibitor'. */
const COUNTED = wordSet(
  'session visit treatment injection view week month year day hour tablet pill capsule refill block minute patch electrode appointment pound degree',
);
const COUNTED_PLURALS: ReadonlySet<string> = new Set([...COUNTED].map(pluralOf));
/** They are of a certain number, not several: 'level 2', 'phase 1 treatments'. */
const LABELS = wordSet(
  'level levels phase stage grade type day visit session week weeks month no number page pages chapter table section step category class tier a an january february march april may june july august september october november december volume item option tool schedule factor # figure zone group part',
);
/** May be between a number and what it counts. */
const BETWEEN = wordSet(
  'additional more further prior total initial remaining requested certified authorized physical occupational massage aquatic chiropractic acupuncture therapy pt ot follow-up office postoperative post operative - new previous separate full consecutive weekly different steroid epidural',
);

const MOST_COUNTED = 400;

function afterNumber(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  const isSingle = sentence.word(at) === 'one' || tokens.figures(at) === 1;
  // 'twenty-one visits'
  if (sentence.word(at - 1) === '-' && sentence.may(at - 2, Part.number)) return null;
  // A year: 'the November 1, 2016 office visit'.
  if (tokens.figures(at) > MOST_COUNTED) return null;
  // '5/5', '#30', 'L4', '2.5', '1,000': pieces of something else.
  const isAfterMark =
    sentence.word(at - 1) === '(' || (RANGE_MARKS.has(sentence.word(at - 1)) && sentence.isNumber(at - 2));
  if (tokens.isGlued(at) && !isAfterMark) return null;
  const start = rangeStart(sentence, at);
  const before = sentence.word(start - 1);
  if (LABELS.has(before) || LABELS.has(before.replace('.', ''))) return null;
  if (tokens.isGlued(start) && !tokens.isMark(start - 1)) return null;
  if (tokens.isGlued(start) && sentence.word(start - 1) !== '(') return null;
  let head = at + 1;
  if (tokens.isGlued(head)) return null;
  while (BETWEEN.has(sentence.word(head)) && head - at < 6) head++;
  const word = sentence.word(head);
  const isTime = (word === 'time' || word === 'times') && RATES.has(sentence.word(head + 1));
  if (!isTime && !isPhraseOver(sentence, head + 1)) return null;
  const range = { first: head, end: head + 1 };
  if (isSingle) {
    if (sentence.word(at) === 'one' ? before === 'no' || before === 'any' : start !== at) return null;
    const isPlural =
      COUNTED_PLURALS.has(word) || (sentence.word(at) === 'one' && head === at + 1 && sentence.must(head, Part.plural));
    if (!isPlural || sentence.isNumber(head + 1)) return null;
    return { message: `“${word}” is plural, but the number before it is one.`, rights: [], ...range };
  }
  if (sentence.may(start - 1, Part.determiner) && !VISITS.has(word)) return null;
  const isSingular = isTime
    ? word === 'time'
    : COUNTED.has(word) || (sentence.may(at, Part.number) && head === at + 1 && isCountNoun(sentence, head));
  return isSingular
    ? { message: `Use the plural after a number: “${pluralOf(word)}”.`, rights: [pluralOf(word)], ...range }
    : null;
}

const RATES = wordSet('a per each every weekly daily');
const VISITS = wordSet('session visit treatment injection');
const RANGE_MARKS = wordSet('- – to or');

/** Where '4 to 6', '8-10' begins. */
function rangeStart(sentence: Sentence, at: number): number {
  const mark = sentence.word(at - 1);
  return RANGE_MARKS.has(mark) && sentence.isNumber(at - 2) ? at - 2 : at;
}

/** Nothing but a noun that is counted, in the singular. */
const isCountNoun = (sentence: Sentence, at: number): boolean =>
  sentence.must(at, Part.noun) && !sentence.may(at, Part.guessed) && !NEVER_COUNTED.has(sentence.word(at));

const NEVER_COUNTED = wordSet('percent hundred thousand dozen million series pound');

const SEVERAL = wordSet('these those several multiple many few numerous various both');
/** They may be alone, and a verb follows: 'these request'. */
const LINKS = wordSet('of for');
const POINTING = wordSet('these those both');
const SINGLE = wordSet('this another each every a an');

function afterWord(sentence: Sentence, at: number): WordingSlip | null {
  const word = sentence.word(at);
  const { tokens } = sentence.reading;
  if (tokens.isCapitals(at) && tokens.end(at) - tokens.start(at) > 1) return null;
  if (MASS_PLURALS.has(word)) return massPlural(sentence, at);
  if (word === 'amount') return amount(sentence, at);
  if (word === 'less' || word === 'much') return uncounted(sentence, at);
  if (word === 'of') return ofSeveral(sentence, at);
  if (word === 'most' || word === 'all' || word === 'few') {
    const most = afterMost(sentence, at);
    if (most !== null || word !== 'few') return most;
  }
  const unknown = UNCERTAIN.has(word) ? unknownAfter(sentence, at) : null;
  if (unknown !== null) return unknown;
  const isSeveral = SEVERAL.has(word);
  if (!isSeveral && !SINGLE.has(word)) return null;
  // 'vitamin A studies'
  if (tokens.isCapitalized(at) && at > sentence.first) return null;
  if (tokens.isGlued(at + 1)) return null;
  const phrase = nounPhraseAt(sentence, at);
  if (phrase === null || hasHyphenOrNumber(sentence, at + 1, phrase.head)) return null;
  const head = phrase.head;
  if (!isPhraseOver(sentence, head + 1)) return null;
  const noun = sentence.word(head);
  if (isSeveral) {
    if (word === 'both' && (sentence.word(head + 1) === 'and' || sentence.may(at - 1, Part.auxiliary))) return null;
    if (word === 'few' && sentence.word(at - 1) === 'a' && sentence.may(head, Part.mass)) return null;
    const isEither =
      sentence.must(head, Part.noun | Part.base) && sentence.may(head, Part.noun) && !sentence.may(head, Part.guessed);
    const isPlain =
      isCountNoun(sentence, head) ||
      (isEither &&
        (!POINTING.has(word) || sentence.may(head + 1, Part.auxiliary) || LINKS.has(sentence.word(head + 1))));
    const isDescribed =
      describes(sentence, at + 1, head) || (UNMEANT.has(word) && isOneCompound(sentence, at + 1, head));
    if (!isPlain || EITHER.has(noun) || !isDescribed) return null;
    return pluralSlip(sentence, head, word);
  }
  if (word === 'a' || word === 'an') return afterArticle(sentence, at, head);
  if (FEW.has(sentence.word(at + 1))) return null;
  const isPlural =
    sentence.must(head, Part.plural) ||
    (sentence.must(head, Part.plural | Part.third) &&
      sentence.may(head, Part.plural) &&
      sentence.may(head + 1, Part.auxiliary));
  if (!isPlural || EITHER.has(noun) || !describes(sentence, at + 1, head)) return null;
  const right = word === 'this' ? ['these'] : [];
  return {
    first: at,
    end: head + 1,
    message: `“${word}” is singular, but “${noun}” is plural.`,
    rights: right.map((each) => `${each} ${tokens.slice(at + 1, head + 1)}`),
  };
}

/** No list of kinds follows them: 'several trigger point', but 'these knee and hip surgery notes'. */
const UNMEANT = wordSet('several multiple numerous various');

/** 'trigger point' */
const isOneCompound = (sentence: Sentence, first: number, head: number): boolean =>
  head === first + 1 && sentence.may(first, Part.noun) && sentence.may(head + 1, Part.preposition | Part.auxiliary);

const PARTS_OF = wordSet('one two three each either neither several many few both number');
const DEFINITE = wordSet('the these those his her its their');
/** Of what was said before, or the same for one and for several. */
const OF_ONE = wordSet('day night week month year time rest kind sort type knowledge public');

const pluralSlip = (sentence: Sentence, head: number, after: string): WordingSlip => {
  const right = pluralOf(sentence.word(head));
  return { first: head, end: head + 1, message: `Use the plural after “${after}”: “${right}”.`, rights: [right] };
};

/** 'one of the reason', but not 'page one of the report' */
function ofSeveral(sentence: Sentence, of: number): WordingSlip | null {
  const word = sentence.word(of - 1);
  if (!DEFINITE.has(sentence.word(of + 1))) return null;
  if (sentence.may(of - 2, NOMINAL) && !sentence.may(of - 2, VERBAL)) return null;
  const phrase = nounPhraseAt(sentence, of + 1);
  // 'three of the four screw'
  const isCertain = sentence.may(of + 2, Part.number);
  if (phrase === null || hasHyphenOrNumber(sentence, isCertain ? of + 3 : of + 1, phrase.head)) return null;
  const isOfAll = ALL.has(word) && (isCertain || hasManyVerb(sentence, phrase.end));
  if (!PARTS_OF.has(word) && !isOfAll) return null;
  const { head } = phrase;
  const isNoun = sentence.must(head, Part.noun | Part.base) && sentence.may(head, Part.noun);
  const isCounted = isNoun && !sentence.may(head, Part.guessed) && !OF_EITHER_NUMBER.has(sentence.word(head));
  // 'each of the scan and film requests'
  if (JOINING.has(sentence.word(head + 1))) return null;
  const isEnd = isPhraseOver(sentence, head + 1) || sentence.must(head + 1, Part.participle | Part.past);
  return isCounted && isEnd && !OF_ONE.has(sentence.word(head)) ? pluralSlip(sentence, head, `${word} of`) : null;
}

const JOINING = wordSet('and or');
const ALL = wordSet('all most some none four five six');

/** 'all of the measure have' */
const hasManyVerb = (sentence: Sentence, at: number): boolean =>
  SINGULAR_OF.has(sentence.word(at)) ||
  (sentence.must(at, Part.base) && sentence.may(at + 1, Part.determiner | Part.preposition));

/** 'Most patient with gout', but not 'the most patient of nurses' */
function afterMost(sentence: Sentence, at: number): WordingSlip | null {
  const head = at + 1;
  if (sentence.may(at - 1, Part.determiner | Part.auxiliary | Part.adverb) || sentence.word(at - 1) === 'at')
    return null;
  if (!COUNTED_MOST.has(sentence.word(head))) return null;
  // 'few patient need a brace', but not 'most patient care is'
  const isVerb = sentence.may(head + 1, Part.base) && sentence.may(head + 2, Part.determiner);
  return isVerb || sentence.may(head + 1, Part.preposition | Part.auxiliary) || sentence.word(head + 1) === 'who'
    ? pluralSlip(sentence, head, sentence.word(at))
    : null;
}

/** They are always counted: not 'most pain', 'all work'. */
const COUNTED_MOST = wordSet(
  'patient worker claimant applicant employee person individual case visit session guideline physician provider surgeon doctor therapist reviewer test drug symptom finding pill tablet device clinic author expert',
);

/** What an unknown noun may follow. */
const UNCERTAIN = wordSet('both several multiple numerous');

/** 'under both kneecap' */
function unknownAfter(sentence: Sentence, at: number): WordingSlip | null {
  const head = at + 1;
  if (!isUnknownNoun(sentence, head) || !isOne(sentence.word(head))) return null;
  const isPlace = sentence.may(at - 1, Part.preposition) || at === sentence.first;
  const isEnd = sentence.may(head + 1, Part.preposition | Part.auxiliary) || sentence.word(head + 1) === '.';
  for (let next = head + 1; next < head + MOST_JOINED; next++) if (sentence.word(next) === 'and') return null;
  return isPlace && isEnd ? pluralSlip(sentence, head, sentence.word(at)) : null;
}

const MOST_JOINED = 6;

const EITHER = wordSet('series means data x-rays glasses species diabetes news');

/** Only adjectives are between, and 'therapy' and the like. */
function describes(sentence: Sentence, first: number, head: number): boolean {
  for (let at = first; at < head; at++) {
    if (sentence.may(at, NOMINAL) && !sentence.may(at, Part.adjective) && !BETWEEN.has(sentence.word(at))) return false;
    if (sentence.may(at, Part.ing)) return false;
  }
  return true;
}

function hasHyphenOrNumber(sentence: Sentence, first: number, head: number): boolean {
  for (let at = first; at <= head; at++)
    if (sentence.isNumber(at) || sentence.word(at) === '-' || sentence.reading.tokens.isPossessive(at)) return true;
  return false;
}

function hasIng(sentence: Sentence, first: number, head: number): boolean {
  for (let at = first; at < head; at++) if (sentence.may(at, Part.ing)) return true;
  return false;
}

/** 'a symptoms', 'a documentation of', 'a partial relief', 'a less pain'. */
function afterArticle(sentence: Sentence, at: number, head: number): WordingSlip | null {
  const noun = sentence.word(head);
  const article = sentence.word(at);
  if (sentence.must(head, Part.plural) && !EITHER.has(noun)) {
    if (hasIng(sentence, at + 1, head) || FEW.has(sentence.word(at + 1))) return null;
    const { tokens } = sentence.reading;
    return {
      first: at,
      end: head + 1,
      message: `“${noun}” is plural: remove “${article}”, or use the singular.`,
      rights: [tokens.slice(at + 1, head + 1)],
    };
  }
  const isUncounted = UNCOUNTED.has(noun) || (RELIEF.has(noun) && DEGREES.has(sentence.word(head - 1)));
  const isLess = LESS.has(sentence.word(at + 1)) && sentence.must(head, Part.mass | Part.noun) && head === at + 2;
  if ((!isUncounted && !isLess) || hasIng(sentence, at + 1, head) || sentence.word(at + 1) === 'lack') return null;
  return { first: at, end: at + 1, message: `Remove “${article}”: “${noun}” cannot be counted.`, rights: [''] };
}

const FEW = wordSet('few many couple dozen number lot');
const UNCOUNTED = wordSet(
  'documentation evidence information tenderness numbness equipment advice testing imaging guidance',
);
const RELIEF = wordSet('relief');
const DEGREES = wordSet('partial complete significant good temporary substantial minimal moderate adequate');
const LESS = wordSet('less more much');

const MASS_PLURALS = wordSet('evidences informations equipments advices knowledges documentations researches');

/** 'No evidences of instability': not the verb of 'the scan evidences a tear'. */
function massPlural(sentence: Sentence, at: number): WordingSlip | null {
  const word = sentence.word(at);
  const isNoun =
    word !== 'evidences' && word !== 'researches'
      ? true
      : sentence.may(at - 1, Part.determiner | Part.preposition | Part.adjective);
  return isNoun
    ? {
        first: at,
        end: at + 1,
        message: `Use “${word.slice(0, word === 'researches' ? -2 : -1)}”: it has no plural.`,
        rights: [word.slice(0, word === 'researches' ? -2 : -1)],
      }
    : null;
}

/** 'the amount of visits': what is counted has a number. */
function amount(sentence: Sentence, at: number): WordingSlip | null {
  if (sentence.word(at + 1) !== 'of') return null;
  const phrase = nounPhraseAt(sentence, at + 2);
  const isCounted = phrase !== null && COUNTED_PLURALS.has(sentence.word(phrase.head));
  const isThing = phrase !== null && THINGS.has(sentence.word(phrase.head));
  return isCounted || isThing
    ? {
        first: at,
        end: at + 1,
        message: 'Use “number of” for what can be counted, not “amount of”.',
        rights: ['number'],
      }
    : null;
}

/** 'less pills', 'much visits': 'fewer' and 'many' are said of what is counted. */
function uncounted(sentence: Sentence, at: number): WordingSlip | null {
  const phrase = nounPhraseAt(sentence, at + 1);
  if (phrase === null || phrase.determiner >= 0 || !sentence.must(phrase.head, Part.plural | Part.third)) return null;
  // 'less extensive procedures': what is less may be what describes them.
  for (let each = at + 1; each < phrase.head; each++) if (!sentence.must(each, NOMINAL)) return null;
  const before = sentence.word(at - 1);
  if (before === 'or' || before === 'as' || TIMES_PAST.has(sentence.word(phrase.head))) return null;
  if (!isPhraseOver(sentence, phrase.end)) return null;
  const right = sentence.word(at) === 'less' ? 'fewer' : 'many';
  return {
    first: at,
    end: at + 1,
    message: `Use “${right}” before “${sentence.word(phrase.head)}”, which can be counted.`,
    rights: [right],
  };
}

/** 'It hurt much days later' */
const TIMES_PAST = wordSet('days weeks months years hours minutes');

const THINGS = wordSet('gloves wipes patients falls surgeries studies requests reports');
