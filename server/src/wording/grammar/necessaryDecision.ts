import { wordSet } from '../wordSet.ts';
import type { Find } from './find.ts';
import { Part } from './parts.ts';
import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** In tokens. */
const LONGEST_SUBJECT = 26;
/** 'the decision for a brace', 'the determination dated 5/6/2016'. */
const AFTER_DECISION = wordSet('for dated');
/** A clause of its own, or something new. */
const APART = wordSet('that which who if because since although while when where whether ; : ,');
const JUDGED = wordSet('found deemed considered felt judged');

/** 'The decision for a brace is not medically necessary': what is necessary is the brace, or the request for it. */
function necessaryDecision(sentence: Sentence, at: number): WordingSlip | null {
  if (!AFTER_DECISION.has(sentence.word(at + 1))) return null;
  for (let verb = at + 2; verb < Math.min(sentence.end, at + LONGEST_SUBJECT); verb++) {
    if (APART.has(sentence.word(verb))) return null;
    if (!sentence.may(verb, Part.auxiliary)) continue;
    const judged = sentence.afterAdverbs(verb + 1);
    const necessary = JUDGED.has(sentence.word(judged)) ? sentence.afterAdverbs(judged + 1) : judged;
    const isNecessary = sentence.word(necessary) === 'necessary' && sentence.word(necessary - 1) === 'medically';
    return isNecessary
      ? {
          first: at,
          end: at + 1,
          message: 'A decision is not what is medically necessary: use “request”.',
          rights: ['request'],
        }
      : null;
  }
  return null;
}

/** What is looked for at which words. */
export const NECESSARY_DECISIONS: readonly (readonly [string, Find])[] = [
  ['decision', necessaryDecision],
  ['determination', necessaryDecision],
];
