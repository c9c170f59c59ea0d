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

/** 'The request not medically necessary': a sentence with an article before its subject, and no verb in it. */
function not(sentence: Sentence, at: number): WordingSlip | null {
  const { first, end } = sentence;
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

/** What is looked for at which words. */
export const MISSING_AUXILIARIES: readonly (readonly [string, Find])[] = [
  ['not', not],
  ['medically', medically],
];
