import { AUXILIARY, BEGINS_PHRASE, isAuxiliary, isFiniteAt, TAKES_CONTENT } from './finiteVerbs.ts';
import { ClassMap } from './lexicon/classMap.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import type { Reading, TokenRange } from './reading.ts';

/** In tokens: how far a finite verb is looked for. */
const FARTHEST_VERB = 16;

/** Words that always give a reason. */
export const ALWAYS_REASON: ReadonlySet<string> = new Set(['because', 'inasmuch']);

/** 'he', 'there'. */
export const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'there']);

/** 'that' or 'why' after what is said, found or shown. */
export function isContent(reading: Reading, at: number, sentence: TokenRange): boolean {
  if (!CONTENT.has(reading.tokens.lower(at))) return false;
  // 'He holds that, though it is sound, it needs rest.'
  if (reading.tokens.written(at + 1) === ',' && TAKES_CONTENT.has(reading, at - 1)) return true;
  const isOfThat =
    isAfterAdjective(reading, at) ||
    isOneOfTwo(reading, at - 1) ||
    isWhatItIs(reading, at) ||
    isViewOf(reading, at, sentence);
  if (isOfThat && hasVerbAhead(reading, at + 1, sentence)) return true;
  const lead = startOfAside(reading, at, sentence);
  const isByOthers = hasAgent(reading, lead, sentence);
  if (!isByOthers && isSaidIn(reading, at, sentence)) return true;
  for (let before = lead - 1; before >= Math.max(sentence.first, lead - (isByOthers ? LONGEST_AGENT : 3)); before--) {
    if (TAKES_CONTENT.has(reading, before))
      return isSaidBefore(reading, lead) || hasVerbAhead(reading, at + 1, sentence);
  }
  return false;
}

/** 'It is far-fetched that', 'I am not sure that'; not 'it is one that'. */
function isAfterAdjective(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (tokens.written(at) !== 'that' || !tokens.isWord(at - 1) || NOUNS.has(tokens.written(at - 1))) return false;
  const isModified = reading.is(at - 2, ENGLISH.degree) || reading.is(at - 2, ENGLISH.negation);
  const before = isModified ? at - 3 : at - 2;
  // 'is not so strong that'
  const be = isModified && reading.is(before, ENGLISH.negation) ? before - 1 : before;
  return reading.is(be, ENGLISH.be);
}

/** The 'is' of 'one is', 'the other was', after which a 'that' says what. */
export const isOneOfTwo = (reading: Reading, be: number): boolean =>
  reading.is(be, ENGLISH.be) && COUNTED.has(reading.tokens.lower(be - 1));

/** 'It is that nothing shows it', 'the decision on it must be that it is not'; not 'it is that brace' */
const isWhatItIs = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, ENGLISH.be) && (BEGINS_PHRASE.has(reading, at + 1) || ANYTHING.has(reading.tokens.lower(at + 1)));

const ANYTHING: ReadonlySet<string> = new Set([...PRONOUNS, 'nothing', 'nobody', 'none']);

const COUNTED: ReadonlySet<string> = new Set('one other another first second third former latter'.split(' '));

const NOUNS: ReadonlySet<string> = new Set([
  'one',
  'it',
  'thing',
  'something',
  'anything',
  'nothing',
  'all',
  'not',
  'so',
]);

/** 'It was the conclusion of the carrier that' */
function isViewOf(reading: Reading, at: number, { first }: TokenRange): boolean {
  const { tokens } = reading;
  if (at > first + LONGEST_VIEW || tokens.lower(first) !== 'it' || !reading.is(first + 1, ENGLISH.be)) return false;
  for (let before = first + 3; before < at - 1; before++)
    if (VIEWS.has(tokens.lower(before)) && tokens.written(before + 1) === 'of') return true;
  return false;
}

/** In tokens: from the 'it' to the 'that'. */
const LONGEST_VIEW = 14;
const VIEWS: ReadonlySet<string> = new Set(
  'assessment belief conclusion contention decision determination finding judgment opinion position view'.split(' '),
);

/** 'It was said in the appeal | that', 'It says in his request | that', 'The letter has it | that' */
function isSaidIn(reading: Reading, at: number, sentence: TokenRange): boolean {
  const { tokens } = reading;
  if (tokens.lower(at) !== 'that' || isAuxiliary(reading, at + 1) || !hasVerbAhead(reading, at + 1, sentence))
    return false;
  if (tokens.lower(at - 1) === 'it' && reading.is(at - 2, ENGLISH.have)) return true;
  for (let before = at - 2; before > Math.max(sentence.first, at - LONGEST_PLACE); before--)
    if (PLACES.has(tokens.lower(before)))
      return (
        reading.is(before - 1, ENGLISH.say) &&
        (tokens.lower(before - 2) === 'it' || (AUXILIARY.has(reading, before - 2) && tokens.lower(before - 3) === 'it'))
      );
  return false;
}

/** In tokens: 'in the letter of Dr. Ames'. */
const LONGEST_PLACE = 10;
const PLACES: ReadonlySet<string> = new Set(['in', 'on', 'at']);

/** 'It is argued by the surgeon that' */
function hasAgent({ tokens }: Reading, at: number, { first }: TokenRange): boolean {
  for (let before = at - 2; before >= Math.max(first, at - LONGEST_AGENT + 1); before--)
    if (tokens.written(before) === 'by') return true;
  return false;
}

/** In tokens. */
const LONGEST_AGENT = 7;

/** 'It cannot be said that': the verb of what is said may come late. */
const isSaidBefore = (reading: Reading, at: number): boolean =>
  (reading.formAt(at - 1) & Form.participle) !== 0 && AUXILIARY.has(reading, at - 2);

/** 'evidence, in the file or elsewhere, that': where what is between commas begins; the token itself where nothing is. */
function startOfAside({ tokens }: Reading, at: number, { first }: TokenRange): number {
  if (tokens.written(at - 1) !== ',') return at;
  for (let before = at - 2; before > Math.max(first, at - LONGEST_ASIDE); before--)
    if (tokens.written(before) === ',') return before;
  return at;
}

/** In tokens. */
export const LONGEST_ASIDE = 14;

export const isContentWord = (reading: Reading, at: number): boolean => CONTENT.has(reading.tokens.lower(at));

const CONTENT: ReadonlySet<string> = new Set(['that', 'why', 'how']);

/** 'I believe the scan is needed': content without 'that'. */
export function isBareContent(reading: Reading, at: number, sentence: TokenRange): boolean {
  if (!TAKES_CONTENT.has(reading, at - 1)) return false;
  const begins = BEGINS_PHRASE.has(reading, at) || PRONOUNS.has(reading.tokens.lower(at));
  return begins && hasVerbAhead(reading, at + 1, sentence) && !isObject(reading, at, sentence);
}

/** 'I saw the note and would approve it': what is seen has no verb of its own. */
function isObject(reading: Reading, at: number, { end }: TokenRange): boolean {
  for (let next = at + 1; next < Math.min(end, at + LONGEST_NOUN); next++)
    if (reading.is(next, ENGLISH['clause coordinator'])) return isAuxiliary(reading, next + 1);
    else if (isFiniteAt(reading, next)) return false;
  return false;
}

/** 'He believes massage is needed': content that begins with a noun, right before its own 'is', 'will' or 'has'. */
export function isBareNoun(reading: Reading, at: number, { end }: TokenRange): boolean {
  const { tokens } = reading;
  const isSaid = reading.is(at - 1, ENGLISH.judge) || (reading.formAt(at - 1) & Form.past) === 0;
  if (!isSaid || !SAYS.has(reading, at - 1) || !tokens.isWord(at) || reading.is(at, ENGLISH.preposition)) return false;
  // In 'The medical records indicate the worker is' nobody records anything.
  if (TAKES_CONTENT.has(reading, at)) return false;
  for (let next = at + 1; next < Math.min(end, at + LONGEST_NOUN); next++) {
    if (isAuxiliary(reading, next)) return true;
    if (!tokens.isWord(next) || isFiniteAt(reading, next)) return false;
    if (reading.is(next, ENGLISH['clause coordinator']) || reading.is(next, ENGLISH.relative)) return false;
  }
  return false;
}

const SAYS = new ClassMap<true>([
  [ENGLISH.say, true],
  [ENGLISH.judge, true],
]);

/** In tokens. */
const LONGEST_NOUN = 5;

/** Whether a finite verb comes before the next mark that ends a phrase. */
export function hasVerbAhead(reading: Reading, at: number, { end }: TokenRange): boolean {
  const { tokens } = reading;
  for (let next = at; next < Math.min(end, at + FARTHEST_VERB); next++) {
    if (isFiniteAt(reading, next)) return true;
    if (tokens.isMark(next) && ENDS_PHRASE.has(tokens.written(next)) && !isWithinFigure(reading, next)) return false;
    if (next > at && (reading.is(next, ENGLISH.relative) || ALWAYS_REASON.has(tokens.written(next)))) return false;
  }
  return false;
}

/** The point of '7.5mg' */
const isWithinFigure = ({ tokens }: Reading, at: number): boolean =>
  tokens.isFigures(at - 1) && tokens.isFigures(at + 1) && tokens.isGlued(at) && tokens.isGlued(at + 1);

const ENDS_PHRASE: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '—', '--', '.']);

/** 'no circumstance in', 'no reading of the chart on' */
export function isOfNoCase(reading: Reading, { first, end }: TokenRange): boolean {
  if (!reading.is(end - 1, ENGLISH.preposition)) return false;
  for (let at = Math.max(first + 1, end - FARTHEST_CASE); at < end - 1; at++)
    if (reading.tokens.lower(at) === 'no' && SUCH.has(reading.tokens.lower(at + 1))) return true;
  return false;
}

/** In tokens: 'no version of this record in'. */
const FARTHEST_CASE = 8;
const SUCH: ReadonlySet<string> = new Set(
  'circumstance circumstances condition conditions light reading scenario sense set setting situation version view way world'.split(
    ' ',
  ),
);
