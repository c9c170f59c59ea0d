import { Part, VERBAL } from './parts.ts';
import type { Sentence } from './phrase.ts';

/** What opens a clause whose subject begins at a token: '' for the sentence itself; null where none begins for certain. */
export function openerAt(sentence: Sentence, at: number): string | null {
  if (at === sentence.first) return '';
  const before = sentence.word(at - 1);
  // 'Today she'
  if (before === ';' || (at - 1 === sentence.first && sentence.must(at - 1, Part.adverb))) return '';
  if (OPENERS.has(before)) return before;
  // 'What the patient needs is' has its verb before 'is'.
  if (before === 'what' && sentence.may(at, Part.plural) && sentence.must(at, Part.plural | Part.third)) return before;
  if (before === 'after' && isAfterPassive(sentence, at - 2)) return before;
  if (before !== ',') return null;
  return isIntroduced(sentence, at - 1) || isAfterClause(sentence, at - 1) ? ',' : null;
}

const OPENERS: ReadonlySet<string> = new Set(
  'because although though while whereas since that whether if when but unless how until once where'.split(' '),
);

const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom', 'what', 'whatever']);

/** 'More would be approved after the results …': its verb comes before, where no relative clause has it. */
function isAfterPassive(sentence: Sentence, verb: number): boolean {
  if (!sentence.must(verb, Part.participle | Part.past) || !sentence.may(verb - 1, Part.auxiliary)) return false;
  for (let at = sentence.first; at < verb; at++) if (RELATIVES.has(sentence.word(at))) return false;
  return true;
}

/** 'In May, the therapist …': no verb comes before the comma. */
function isIntroduced(sentence: Sentence, comma: number): boolean {
  if (comma - sentence.first > 8) return false;
  for (let at = sentence.first; at < comma; at++) {
    if (sentence.may(at, Part.auxiliary | Part.third) || sentence.must(at, VERBAL) || sentence.word(at) === ',')
      return false;
  }
  return true;
}

/** In tokens. */
const LONGEST_CLAUSE = 24;
const SUBORDINATE: ReadonlySet<string> = new Set(
  'although though while whereas because since when if once unless'.split(' '),
);

/** 'Although rest may help, the visits …': the first comma ends a clause that the sentence begins with. */
function isAfterClause(sentence: Sentence, comma: number): boolean {
  const { first } = sentence;
  if (!SUBORDINATE.has(sentence.word(first)) || comma - first > LONGEST_CLAUSE) return false;
  let hasVerb = false;
  for (let at = first + 1; at < comma; at++) {
    if (sentence.word(at) === ',') return false;
    hasVerb ||= sentence.may(at, Part.auxiliary);
  }
  return hasVerb;
}
