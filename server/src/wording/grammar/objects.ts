import { wordSet } from '../wordSet.ts';
import { NOMINAL, Part, VERBAL } from './parts.ts';
import { type NounPhrase, nounPhraseAt, type Sentence } from './phrase.ts';

/** The noun phrase that begins at a token, also where its noun is not in the lists: 'the gym membership', 'the interpreter’s fee'. */
export function anyPhraseAt(sentence: Sentence, first: number): NounPhrase | null {
  const known = nounPhraseAt(sentence, first);
  if (known !== null && known.count !== 'one') return known;
  const head = known === null ? afterModifiers(sentence, first) : known.end;
  if (head < 0 || !isUnknownNoun(sentence, head)) return known;
  const determiner = known?.determiner ?? first;
  const count = isOne(sentence.word(head)) && !OF_SEVERAL.has(sentence.word(first)) ? 'one' : null;
  return { first, end: head + 1, head, determiner, count, isMass: false };
}

/** In tokens. */
const MOST_MODIFIERS = 6;

/** Where a noun may be after an article and what describes it; -1 where there is no article. */
function afterModifiers(sentence: Sentence, first: number): number {
  if (!sentence.may(first, Part.determiner)) return -1;
  let at = first + 1;
  while (
    at < first + MOST_MODIFIERS &&
    (sentence.may(at, NOMINAL | Part.adjective) || sentence.reading.tokens.isPossessive(at))
  )
    at++;
  return at;
}

/** A word in small letters that is in no list, where a noun phrase ends. */
export function isUnknownNoun(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence.reading;
  return (
    sentence.part(at) === 0 &&
    at < sentence.end &&
    tokens.isWord(at) &&
    !tokens.isCapitalized(at) &&
    !tokens.isPossessive(at) &&
    !tokens.isGlued(at) &&
    !NO_NOUNS.has(sentence.word(at)) &&
    !tokens.isPossessive(at + 1) &&
    isPhraseOver(sentence, at + 1)
  );
}

const NO_NOUNS = wordSet('him her them us me not why how');
/** Several, although the word does not show it. */
const COLLECTIVE = wordSet('latter former following police clergy military personnel offspring blind deaf');
const PLURAL_ENDINGS: readonly string[] = ['s', 'ae', 'men', 'a', 'i', 'eeth', 'eet', 'ren', 'ice'];

/** What comes before a noun for several, or may do so. */
const OF_SEVERAL = wordSet('both several many few all these those some any no such our your');

/** By its form, a noun for one thing. */
export const isOne = (word: string): boolean =>
  !COLLECTIVE.has(word) && !PLURAL_ENDINGS.some((ending) => word.endsWith(ending));

/** The position after the object of a preposition; -1 where that cannot be determined. */
export function objectEnd(sentence: Sentence, first: number): number {
  const phrase = anyPhraseAt(sentence, first);
  if (phrase !== null) return isUnknownNoun(sentence, phrase.end) ? phrase.end + 1 : phrase.end;
  // Names, levels of the spine, strengths, days: 'of L4-5', 'for Norco 10/325', 'of 6/2/2015'.
  let at = first;
  while (at < sentence.end && at - first < 8 && isOpaque(sentence, at)) at++;
  return at === first ? -1 : at;
}

function isOpaque(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence.reading;
  if (tokens.isFigures(at) || tokens.isCapitals(at)) return true;
  if (tokens.isMark(at)) return OPAQUE_MARKS.has(tokens.written(at));
  return sentence.part(at) === 0 || sentence.may(at, Part.guessed) || UNITS.has(sentence.word(at));
}

const OPAQUE_MARKS: ReadonlySet<string> = new Set(['-', '/', '#', '%']);
const UNITS: ReadonlySet<string> = new Set(['mg', 'ml', 'it', 'them', 'him', 'her', 'this', 'these', 'those']);

/** 'the records submitted for', 'the notes available': a participle after its noun, where a verb or a preposition follows. */
export function isAfterNoun(sentence: Sentence, at: number): boolean {
  const next = sentence.afterAdverbs(at + 1);
  // 'the tablets dispensed were'
  if (!AFTER_NOUN.has(sentence.word(at)))
    return sentence.must(at, Part.past | Part.participle) && sentence.may(next, Part.auxiliary);
  return sentence.may(next, Part.auxiliary | Part.preposition) || sentence.must(next, Part.third | Part.base);
}

const AFTER_NOUN: ReadonlySet<string> = new Set(
  'submitted provided available reviewed presented dated performed requested attended received noted documented obtained authorized prescribed present listed included cited quoted needed involved alone together'.split(
    ' ',
  ),
);

/** In tokens. */
const LONGEST_ASIDE = 24;

/** The position after ', which had been promised,' or ', along with two others,'; -1 where it is none. */
export function asideEnd(sentence: Sentence, comma: number): number {
  const isAdded = sentence.word(comma + 1) === 'as' && sentence.word(comma + 2) === 'well';
  if (!ASIDES.has(sentence.word(comma + 1))) return -1;
  for (let at = comma + 2; at < Math.min(sentence.end, comma + LONGEST_ASIDE); at++) {
    if (sentence.word(at) !== ',') continue;
    const verb = sentence.afterAdverbs(at + 1);
    const isVerb = sentence.must(verb, Part.third | Part.base) || isLoneVerb(sentence, verb);
    if (sentence.may(verb, Part.auxiliary) || (isVerb && (isAdded || OF_NOUNS.has(sentence.word(comma + 1)))))
      return at + 1;
  }
  return -1;
}

const ASIDES: ReadonlySet<string> = new Set('which who whose along together like as including in with so'.split(' '));

/** What they begin describes a noun, and no verb. */
const OF_NOUNS = wordSet('which who whose along together like including');

/** ', who is with him, report pain': after an aside, what may be a verb is one if its sentence has no other. */
export function isLoneVerb(sentence: Sentence, verb: number): boolean {
  if (sentence.word(verb - 1) !== ',' || !sentence.may(verb, Part.base)) return false;
  if (!sentence.may(verb + 1, NOMINAL | Part.adjective | Part.determiner)) return false;
  for (let at = verb + 1; at < sentence.end; at++) {
    const word = sentence.word(at);
    if (word === ',' || word === 'and' || word === 'or') return false;
    if (sentence.may(at, Part.auxiliary | Part.past) || sentence.must(at, Part.third)) return false;
  }
  return true;
}

/** The noun phrase ends here: what follows is not a noun that it might only describe. */
export function isPhraseOver(sentence: Sentence, at: number): boolean {
  if (at >= sentence.end) return true;
  const { tokens } = sentence.reading;
  if (tokens.isMark(at))
    return OVER_MARKS.has(tokens.written(at)) && !(tokens.isGlued(at) && tokens.written(at) === '-');
  return (
    sentence.may(at, Part.preposition | Part.conjunction | Part.auxiliary | Part.pronoun) ||
    (sentence.must(at, VERBAL | Part.adverb) && !sentence.may(at, Part.ing)) ||
    AFTER_NOUN.has(sentence.word(at))
  );
}

const OVER_MARKS: ReadonlySet<string> = new Set(['.', ',', ';', ':', ')', '(', '?', '—', '–']);
