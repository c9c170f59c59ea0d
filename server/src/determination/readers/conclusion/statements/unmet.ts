import { type Clause, clausesOf } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { type Heading, isCalled, isNamed } from '../about/referent.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Statement } from './statement.ts';

/** What would have to be so for the treatment: 'if there were weakness', 'would need a fresh injury to justify it'. */
interface Demand extends TokenRange {
  readonly sentence: TokenRange;
  /** It is demanded for refusing: 'If the joint were sound, I would refuse it.' */
  readonly isForRefusal?: true;
}

/**
 * Reads that what was demanded for the treatment is not there: 'A scan would be justified if there were weakness. There is
 * no weakness.', 'He'd need a fresh injury to justify this. He has had none.' Only of the clause or the sentence right after
 * it, and only where that denies the demand's own words, or says 'none', 'neither', 'he does not' and nothing else.
 */
export class UnmetDemands {
  readonly #reading: Reading;
  readonly #heading: Heading;
  #demand: Demand | null = null;

  constructor(reading: Reading, heading: Heading) {
    this.#reading = reading;
    this.#heading = heading;
  }

  /** The statement that a demand of this sentence, or of the one before, is not met; none where it is met, or none was made. */
  read(sentence: TokenRange, said: readonly Statement[]): readonly Statement[] {
    const reading = this.#reading;
    const before = this.#demand;
    const demand = demandIn(reading, sentence, said, this.#heading);
    this.#demand = demand;
    const open = demand ?? before;
    if (open === null) return NOTHING;
    const clause = clausesOf(reading, sentence).find((each) => each.first >= open.end && each.kind === 'main');
    // Only right after it.
    const isNext = clause !== undefined && (demand !== null || clause.first === sentence.first);
    return isNext && lacks(reading, clause, open) ? [lackIn(clause, sentence, open)] : NOTHING;
  }
}

const NOTHING: readonly Statement[] = [];

function lackIn(clause: Clause, sentence: TokenRange, { isForRefusal }: Demand): Statement {
  const { first, end } = clause;
  return {
    first,
    end,
    sign: isForRefusal === true ? 1 : -1,
    strength: 1.5,
    clause,
    sentence,
    subject: { first, end: first, kind: 'none', isDenied: false },
    topic: null,
    object: { first: end, end },
    dropped: null,
    isDenied: true,
    isPartial: false,
    reach: end,
    construction: null,
    notes: ['what is demanded for the treatment', 'denied'],
  };
}

function demandIn(reading: Reading, sentence: TokenRange, said: readonly Statement[], heading: Heading): Demand | null {
  for (const { clause, dropped, sign, subject, construction, sentence: own } of said.slice(-LAST)) {
    const isHeld = dropped === 'under a condition' || dropped === 'possible only';
    // 'I would refuse it', 'the denial would have my support'
    const isOfDenial = subject.kind === 'denial' || subject.kind === 'review';
    const isRefused = sign < 0 && (isOfDenial || (subject.kind === 'reviewer' && construction?.isDecision === true));
    if (!isHeld || (sign < 0 && !isRefused) || own.first !== sentence.first) continue;
    // 'If the joint were sound': that is the condition itself.
    if (isSupposed(reading, clause) && clause.verb < clause.end && subject.kind === 'thing') continue;
    // 'If a tear is found, a repair would be reasonable' where a scan is asked for
    if (subject.kind === 'thing' && !isNamed(reading, subject, heading.words) && !isCalled(reading, subject, heading))
      return null;
    const clauses = clausesOf(reading, sentence);
    const condition = clauses.find((each) => each.kind === 'condition');
    if (condition === undefined || !isSupposed(reading, condition) || isDenied(reading, condition)) return null;
    const range = { first: condition.first, end: Math.max(clause.end, condition.end) };
    return isRefused ? { ...range, sentence, isForRefusal: true } : { ...range, sentence };
  }
  if (!reading.has(sentence, CONCLUSION_WORDS['demand word'])) return null;
  return neededIn(reading, sentence, heading);
}

/** In statements. */
const LAST = 3;

/** 'if', 'were', 'had'; not 'whether', 'unless', 'until'. */
export const isSupposed = ({ tokens }: Reading, { kind, first }: Clause): boolean =>
  kind === 'condition' && SUPPOSING.has(tokens.lower(first));

const SUPPOSING: ReadonlySet<string> = new Set(['if', 'were', 'had', 'should', 'provided', 'assuming']);

/** 'would need a fresh injury to justify', 'It takes a fracture to earn', 'Only instability would warrant'. */
function neededIn(reading: Reading, sentence: TokenRange, heading: Heading): Demand | null {
  const { tokens } = reading;
  for (const clause of clausesOf(reading, sentence)) {
    const { first, end, verb } = clause;
    if (clause.kind !== 'main') continue;
    let demand = -1;
    // 'To earn another month he would need a clean screen.'
    if (isPurpose(reading, { first, end }, heading)) return { first: first + 1, end, sentence };
    for (let at = first; at < end; at++) {
      if (demand < 0 && reading.is(at, CONCLUSION_WORDS['demand word'])) {
        const isOnly = tokens.lower(at) === 'only';
        if (!isOnly || (at === first && reading.is(verb, ENGLISH.modal))) demand = at;
      }
      const isEarned = demand >= 0 && at > demand + 1 && EARNING.has(reading, at);
      if (!isEarned || (tokens.lower(at - 1) !== 'to' && tokens.lower(demand) !== 'only')) continue;
      if (!isOfTreatment(reading, { first: at + 1, end: Math.min(end, at + NEAR) }, heading)) continue;
      const range = { first: demand, end: at };
      return isDenied(reading, { first, end: at }) ? null : { ...range, end, sentence };
    }
  }
  return null;
}

function isPurpose(reading: Reading, { first, end }: TokenRange, heading: Heading): boolean {
  if (reading.tokens.written(first) !== 'To' || !EARNING.has(reading, first + 1)) return false;
  if (!isOfTreatment(reading, { first: first + 2, end: Math.min(end, first + NEAR) }, heading)) return false;
  const rest = { first: first + 2, end };
  return reading.has(rest, CONCLUSION_WORDS['demand word']) && !isDenied(reading, { first, end });
}

/** 'to qualify for this', 'to earn a brace', 'to support more of them'; not 'to support the arm' */
function isOfTreatment(reading: Reading, range: TokenRange, { words }: Heading): boolean {
  return (
    isNamed(reading, range, words) ||
    reading.has(range, CONCLUSION_WORDS['request word']) ||
    reading.has(range, CONCLUSION_WORDS['the request']) ||
    reading.has(range, CONCLUSION_WORDS['more of it'])
  );
}

/** In tokens. */
const NEAR = 6;

const EARNING = new ClassMap<true>([
  [CONCLUSION_WORDS.supports, true],
  [CONCLUSION_WORDS.qualifies, true],
  [CONCLUSION_WORDS.deserves, true],
  [CONCLUSION_WORDS.grants, true],
  [CONCLUSION_WORDS.earns, true],
]);

/** A clause that denies a demand. */
function lacks(reading: Reading, { first, end }: Clause, demand: Demand): boolean {
  const { tokens } = reading;
  if (end - first > LONGEST || countDenials(reading, { first, end }) !== 1) return false;
  let isRepeated = false;
  for (let at = first; at < end; at++) {
    const isWord = tokens.isWord(at) && tokens.end(at) - tokens.start(at) >= SHORTEST;
    if (!isWord) continue;
    if (isWithin(reading, tokens.lower(at), demand)) isRepeated ||= !isAuxiliary(reading, at);
    else if (!isEmpty(reading, at)) return false;
  }
  return isRepeated || isForNone(reading, { first, end });
}

/** 'He has had neither', 'There is none', 'He doesn't have any', 'He did not get it', 'It does not' */
function isForNone(reading: Reading, { first, end }: TokenRange): boolean {
  const { tokens } = reading;
  if (tokens.hasAny({ first, end }, NONE)) return true;
  let isDenied = false;
  for (let at = first; at < end; at++) {
    const isLast = at + 1 >= end || tokens.isMark(at + 1);
    if (NOT.has(tokens.lower(at))) isDenied = true;
    const isBare = isDenied && (PRO_FORMS.has(tokens.lower(at)) || NOT.has(tokens.lower(at)));
    if (isBare && (isLast || (PRO_FORMS.has(tokens.lower(at)) && reading.is(at + 1, ENGLISH.preposition)))) return true;
  }
  return false;
}

const isDenied = (reading: Reading, range: TokenRange): boolean => countDenials(reading, range) > 0;

function countDenials({ tokens }: Reading, { first, end }: TokenRange): number {
  let count = 0;
  for (let at = first; at < end; at++) if (NOT.has(tokens.lower(at)) || NONE.has(tokens.lower(at))) count++;
  return count;
}

/** Words of four letters and more that name nothing: 'have', 'there', 'films', 'shows'. */
const isEmpty = (reading: Reading, at: number): boolean =>
  isAuxiliary(reading, at) ||
  EMPTY.has(reading, at) ||
  numbers(reading).at(at) !== undefined ||
  NONE.has(reading.tokens.lower(at));

const EMPTY = new ClassMap<true>([
  [ENGLISH.have, true],
  [ENGLISH.be, true],
  [ENGLISH.do, true],
  [ENGLISH.degree, true],
  [ENGLISH.preposition, true],
  [ENGLISH.demonstrative, true],
  [ENGLISH.possessive, true],
  [CONCLUSION_WORDS['patient party'], true],
  [CONCLUSION_WORDS['bare denial word'], true],
]);

/** The demand has a word that begins the same: 'weakness' and 'weak', 'failed' and 'fail'. */
function isWithin({ tokens }: Reading, word: string, { first, end }: TokenRange): boolean {
  const beginning = word.slice(0, SHORTEST);
  for (let at = first; at < end; at++) if (tokens.lower(at).startsWith(beginning)) return true;
  return false;
}

/** In letters. */
const SHORTEST = 4;
/** In tokens. */
const LONGEST = 12;
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'no', 'never', 'without', 'cannot']);
const NONE: ReadonlySet<string> = new Set(['none', 'neither', 'nothing', 'nobody']);
const PRO_FORMS: ReadonlySet<string> = new Set(['any', 'one', 'it', 'them', 'either', 'so', 'this', 'that']);
