import { ClassMap } from './lexicon/classMap.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import type { Reading } from './reading.ts';
import { isShortIs } from './verbGroup.ts';

/** What a clause of content may follow: 'said', 'found', 'no doubt'. */
export const TAKES_CONTENT = new ClassMap<true>([
  [ENGLISH['takes content'], true],
  [ENGLISH.say, true],
  [ENGLISH.judge, true],
  [ENGLISH.doubt, true],
  // 'no doubt that'
  [ENGLISH['no denial'], true],
]);

/** What a noun phrase begins with. */
export const BEGINS_PHRASE = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.demonstrative, true],
  [ENGLISH.possessive, true],
]);

export const AUXILIARY = new ClassMap<true>([
  [ENGLISH.be, true],
  [ENGLISH.have, true],
  [ENGLISH.do, true],
  [ENGLISH.modal, true],
]);

/** Whether 'is', 'has', 'did' or 'would' is at a token; not 'been' and the like. */
export const isAuxiliary = (reading: Reading, at: number): boolean =>
  (AUXILIARY.has(reading, at) && !NEVER_FINITE.has(reading.tokens.lower(at))) || isShortIs(reading, at);

/** Whether a finite verb is at a token: 'is', 'would', 'supports' after a noun; not 'the supports'. */
export const isFiniteAt = (reading: Reading, at: number): boolean => reading.get(FINITE_VERBS).has(at);

/** Which tokens are finite verbs, each looked at once: as it is asked about. */
class FiniteVerbs {
  readonly #reading: Reading;
  readonly #known: Uint8Array;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#known = new Uint8Array(reading.tokens.count);
  }

  has(at: number): boolean {
    const known = this.#known[at] ?? NO;
    if (known !== UNKNOWN) return known === YES;
    const isOne = readsAsFinite(this.#reading, at);
    this.#known[at] = isOne ? YES : NO;
    return isOne;
  }
}

const UNKNOWN = 0;
const NO = 1;
const YES = 2;
const FINITE_VERBS = (reading: Reading): FiniteVerbs => new FiniteVerbs(reading);

function readsAsFinite(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  // 'came off in May'
  if (tokens.written(at) === MAY && reading.is(at - 1, ENGLISH.preposition)) return false;
  if (AUXILIARY.has(reading, at)) return isAuxiliary(reading, at) || isSubjunctive(reading, at);
  const form = reading.formAt(at);
  if (form === 0) return isShortIs(reading, at);
  if (!tokens.isWord(at - 1)) return false;
  const before = tokens.lower(at - 1);
  if (BEFORE_NOUN.has(before) || tokens.isFigures(at - 1)) return false;
  if ((form & Form.past) !== 0 && AUXILIARY.has(reading, at - 1)) return false;
  if ((form & (Form.past | Form.thirdPerson)) !== 0 && isReduced(reading, at)) return false;
  if ((form & (Form.thirdPerson | Form.past)) !== 0) return true;
  if ((form & Form.base) === 0) return false;
  // 'I agree', 'they allow', 'the guidelines support the use'
  if (WITH_BASE.has(before)) return true;
  return (
    isPlural(before) &&
    (TAKES_CONTENT.has(reading, at) || BEGINS_PHRASE.has(reading, at + 1) || AFTER_VERB.has(tokens.lower(at + 1)))
  );
}

const MAY = 'May';

/** 'that the test be done': not 'to be', 'will be', 'not be'. */
function isSubjunctive(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (tokens.written(at) !== 'be') return false;
  const before = tokens.lower(at - 1);
  return !BEFORE_BE.has(before) && !before.endsWith('ly') && !isAuxiliary(reading, at - 1);
}

const BEFORE_BE: ReadonlySet<string> = new Set([
  'to',
  'not',
  "n't",
  'also',
  'never',
  'ever',
  'now',
  'therefore',
  'thus',
  'cannot',
  'it',
  ',',
]);
const AFTER_VERB: ReadonlySet<string> = new Set([
  'no',
  'not',
  'any',
  'that',
  'how',
  'several',
  'neither',
  'only',
  'him',
  'her',
  'them',
  'it',
]);

/** 'the question presented is', 'the visits authorized, would': the verb is still to come. */
function isReduced(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (isAuxiliary(reading, tokens.written(at + 1) === ',' ? at + 2 : at + 1)) return true;
  // 'the criteria set forth for a scan are'
  if (SET_BY.has(tokens.lower(at + 1))) {
    for (let next = at + 2; next < at + FARTHEST_REDUCED; next++) {
      if (isAuxiliary(reading, next)) return true;
      if (tokens.isMark(next) || ENDS_PHRASE.has(reading, next)) break;
    }
  }
  // 'but continued prescription has no support'
  return JOINS.has(tokens.lower(at - 1)) && tokens.isWord(at + 1) && isAuxiliary(reading, at + 2);
}

const SET_BY: ReadonlySet<string> = new Set(['forth', 'out', 'down', 'by', 'for', 'in', 'under', 'at']);

/** In tokens. */
const FARTHEST_REDUCED = 10;

const ENDS_PHRASE = new ClassMap<true>([
  [ENGLISH['clause coordinator'], true],
  [ENGLISH.condition, true],
  [ENGLISH.concession, true],
  [ENGLISH.relative, true],
]);

const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'so', 'yet']);

const isPlural = (written: string): boolean => written.length > 4 && written.endsWith('s') && !written.endsWith('ss');

const NEVER_FINITE: ReadonlySet<string> = new Set(['be', 'been', 'being', 'having', 'doing', 'done']);
const WITH_BASE: ReadonlySet<string> = new Set(['i', 'we', 'they', 'you']);
const BEFORE_NOUN: ReadonlySet<string> = new Set(
  'as a an the this that these those his her their its my no any of for with by to and or in on at two three four five six seven eight nine ten twelve several many other further additional more first second remaining such both each requested'.split(
    ' ',
  ),
);
