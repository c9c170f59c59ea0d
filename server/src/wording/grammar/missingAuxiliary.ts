import { wordSet } from '../wordSet.ts';
import type { Find } from './find.ts';
import { NOMINAL, Part } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

const HAVE = wordSet("has have had having 's 've 'd ’s ’ve ’d of");

/** 'The patient been treated': nothing before it in the sentence that 'been' might belong to. */
export function withoutHave(sentence: Sentence, at: number): WordingSlip | null {
  if (at - sentence.first < 2) return null;
  for (let before = sentence.first; before < at; before++)
    if (HAVE.has(sentence.word(before)) || sentence.may(before, Part.auxiliary)) return null;
  const subject = sentence.beforeAdverbs(at);
  if (!sentence.may(subject, NOMINAL | Part.pronoun)) return null;
  return { first: at, end: at + 1, message: '“has” or “have” is missing before “been”.', rights: [] };
}

/** What may follow a verb that is missing. */
const RATINGS = wordSet('medically necessary appropriate available consistent able clear indicated');
/** Another clause, to which a verb might belong. */
const CLAUSES = wordSet(
  'that which who whom whose if when where because although though while whereas since what why how',
);

/** Where the subject begins, after 'As such,' or 'In this case,'. */
function subjectStart(sentence: Sentence): number {
  const { first } = sentence;
  for (let at = first + 1; at < first + LONGEST_OPENING; at++) if (sentence.word(at) === ',') return at + 1;
  return first;
}

const LONGEST_OPENING = 5;

/** 'The request not medically necessary': a sentence with an article before its subject, and no verb in it. */
function not(sentence: Sentence, at: number): WordingSlip | null {
  const { end } = sentence;
  const first = subjectStart(sentence);
  if (at - first < 2 || !sentence.may(first, Part.determiner)) return null;
  const next = sentence.afterAdverbs(at);
  const isRated = RATINGS.has(sentence.word(next)) || sentence.must(next, Part.past | Part.participle | Part.ing);
  const subject = sentence.beforeAdverbs(at);
  if (!isRated || !sentence.may(subject, NOMINAL)) return null;
  for (let each = first; each < end; each++) {
    if (each === at || each === next) continue;
    const isOther = CLAUSES.has(sentence.word(each)) || sentence.word(each) === 'but';
    if (isOther || sentence.may(each, Part.auxiliary) || sentence.must(each, Part.third | Part.past)) return null;
    // 'The patient stays home, not working'
    if (each < at && (sentence.may(each, Part.third | Part.past) || sentence.word(each) === ',')) return null;
  }
  return { first: at, end: at + 1, message: 'A verb such as “is” or “was” is missing before “not”.', rights: [] };
}

/** 'The request for a brace medically necessary.' */
function medically(sentence: Sentence, at: number): WordingSlip | null {
  const { first, end } = sentence;
  const isLast = sentence.word(at + 1) === 'necessary' && at + 3 === end && sentence.word(end - 1) === '.';
  if (!isLast || !sentence.may(first, Part.determiner)) return null;
  if (!sentence.may(at - 1, NOMINAL) && !sentence.isNumber(at - 1)) return null;
  for (let each = first; each < at; each++)
    if (
      CLAUSES.has(sentence.word(each)) ||
      sentence.may(each, Part.auxiliary | Part.past) ||
      sentence.must(each, Part.third)
    )
      return null;
  return { first: at, end: at + 2, message: '“is” is missing before “medically necessary”.', rights: [] };
}

/** They begin a reviewer's last sentence. */
const CONCLUDING = wordSet('the therefore thus hence accordingly consequently this as so');

/** 'Therefore, the brace is not medically necessary' with no mark at its end. */
function withoutPeriod(sentence: Sentence, at: number): WordingSlip | null {
  const { first, end, reading } = sentence;
  if (sentence.word(at + 1) !== 'necessary' || at + 2 !== end || !CONCLUDING.has(sentence.word(first))) return null;
  if (!sentence.may(sentence.word(at - 1) === 'not' ? at - 2 : at - 1, Part.auxiliary)) return null;
  const last = reading.tokens.written(at + 1);
  return { first: at + 1, end: at + 2, message: `A period is missing after “${last}”.`, rights: [`${last}.`] };
}

/** A participle that describes the noun before it. */
const AFTER_NOUN = wordSet('requested dated provided submitted performed prescribed needed recommended proposed');
/** What is wanted, asked, or allowed may be said with 'be' alone, and so may what belongs to another verb. */
const BEFORE_BE = wordSet('let lets help lest should');

/** 'A consult for pain be performed': a sentence with a noun phrase first, and no other verb before 'be'. */
function bareBe(sentence: Sentence, at: number): WordingSlip | null {
  const { first } = sentence;
  if (at - first < 2 || !sentence.may(first, Part.determiner) || sentence.may(first, Part.pronoun)) return null;
  const subject = sentence.beforeAdverbs(at);
  if (!sentence.may(subject, NOMINAL) && !AFTER_NOUN.has(sentence.word(subject))) return null;
  if (!sentence.must(sentence.afterAdverbs(at + 1), Part.past | Part.participle)) return null;
  for (let each = first; each < at; each++) if (mayGovern(sentence, each)) return null;
  return { first: at, end: at + 1, message: '“should” or the like is missing before “be”.', rights: ['should be'] };
}

/** A verb, or what begins a clause, to which a 'be' after it might belong. */
function mayGovern(sentence: Sentence, at: number): boolean {
  const word = sentence.word(at);
  if (word === ',' || CLAUSES.has(word) || BEFORE_BE.has(word) || sentence.must(at, Part.third)) return true;
  if (sentence.may(at, Part.auxiliary | Part.pronoun) && !sentence.may(at, Part.determiner)) return true;
  if (word === 'to') return sentence.may(at + 1, Part.base);
  return sentence.may(at, Part.past) && !AFTER_NOUN.has(word);
}

/** What is looked for at which words. */
export const MISSING_AUXILIARIES: readonly (readonly [string, Find])[] = [
  ['not', not],
  ['medically', (sentence, at) => medically(sentence, at) ?? withoutPeriod(sentence, at)],
  ['be', bareBe],
];
