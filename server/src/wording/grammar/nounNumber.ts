import { pluralOf } from '../../language/lexicon/forms.ts';
import { wordSet } from '../wordSet.ts';
import { isPhraseOver } from './objects.ts';
import { NOMINAL, Part } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

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
  const isOne = sentence.word(at) === 'one' || tokens.figures(at) === 1;
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
  if (isOne) {
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
  const range = { first: head, end: head + 1 };
  if (isSeveral) {
    if (word === 'both' && (sentence.word(head + 1) === 'and' || sentence.may(at - 1, Part.auxiliary))) return null;
    if (word === 'few' && sentence.word(at - 1) === 'a' && sentence.may(head, Part.mass)) return null;
    const isEither =
      sentence.must(head, Part.noun | Part.base) && sentence.may(head, Part.noun) && !sentence.may(head, Part.guessed);
    const isPlain =
      isCountNoun(sentence, head) ||
      (isEither &&
        (!POINTING.has(word) || sentence.may(head + 1, Part.auxiliary) || LINKS.has(sentence.word(head + 1))));
    if (!isPlain || EITHER.has(noun) || !describes(sentence, at + 1, head)) return null;
    return { message: `Use the plural after “${word}”: “${pluralOf(noun)}”.`, rights: [pluralOf(noun)], ...range };
  }
  if (word === 'a' || word === 'an') return afterArticle(sentence, at, head);
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
