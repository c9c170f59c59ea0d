import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import type { Tokens } from '../../../../language/tokens.ts';
import { isShortIs } from '../../../../language/verbGroup.ts';
import { isNamed } from '../about/referent.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Subject } from './subject.ts';

/** Whose words a sentence is. */
export type Scope =
  | 'own'
  /** It goes on with what a guideline says: 'They are recommended when …' after 'The MTUS allows opioids'. */
  | 'continued'
  /** 'According to the MTUS, …' */
  | 'guideline'
  /** 'According to the surgeon, …' */
  | 'others';

/** In tokens. */
const LONGEST_FRAME = 12;

/** Whose words a sentence is, after one of a scope. */
export function scopeOf(
  reading: Reading,
  sentence: TokenRange,
  first: Subject | null,
  before: Scope,
  heading: ReadonlySet<number>,
): Scope {
  const frame = frameOf(reading, sentence);
  if (frame !== null) return frame;
  if (first?.kind === 'guideline') return 'guideline';
  if (before === 'own' || before === 'others') return 'own';
  return isOfThisCase(reading, sentence, heading) ? 'own' : 'continued';
}

/** 'According to the guideline, …', 'Per the MTUS …'. */
export function frameOf(reading: Reading, { first, end }: TokenRange): 'guideline' | 'others' | null {
  let hasFrame = false;
  if (isViewOfOthers(reading, first, end)) return 'others';
  for (let at = first; at < Math.min(end, first + LONGEST_FRAME); at++) {
    if (reading.tokens.written(at) === ',') return null;
    // 'the criteria under which the MTUS permits it' are no frame.
    hasFrame ||= reading.is(at, ENGLISH['source frame']) && !reading.is(at + 1, ENGLISH.relative);
    if (hasFrame && reading.is(at, CONCLUSION_WORDS['guideline party'])) return 'guideline';
    const isOthers = OTHERS.has(reading, at) && reading.tokens.written(at + 1) !== "'s";
    if (hasFrame && isOthers && reading.is(first, CONCLUSION_WORDS['according to'])) return 'others';
  }
  return null;
}

/** 'In the surgeon's view the study is needed' */
export function isViewOfOthers(reading: Reading, first: number, end: number): boolean {
  if (!VIEWED.has(reading.tokens.lower(first))) return false;
  for (let at = first + 1; at < Math.min(end, first + LONGEST_VIEW); at++) {
    const party = OTHERS.at(reading, at);
    if (party !== null)
      return reading.tokens.written(party.end) === "'s" && reading.is(party.end + 1, CONCLUSION_WORDS['view word']);
  }
  return false;
}

/** In tokens. */
const LONGEST_TAIL = 10;

/**
 * 'The brace is needed, according to the surgeon', 'is, in the surgeon's opinion, needed', 'is needed, the appeal says':
 * it is said to be others' word within its clause, or right after it.
 */
export function isToldOfOthers(reading: Reading, clause: Clause, end: number, sentence: TokenRange): boolean {
  const { tokens } = reading;
  const last = Math.min(sentence.end, end + LONGEST_TAIL);
  for (let at = clause.first; at < last; at++) {
    if (tokens.written(at) === ';') return false;
    const isInside = at < end || clause.end > at;
    if (isInside && VIEWED.has(tokens.lower(at)) && isViewOfOthers(reading, at, last)) return true;
    const named = reading.endOfClass(at, CONCLUSION_WORDS['according to']);
    if (at > clause.first && named > at && isParty(reading, named, last)) return true;
    if (at >= end && tokens.written(at) === ',' && isTeller(reading, at + 1, sentence.end)) return true;
  }
  return false;
}

/** 'the surgeon', not 'the surgeon's notes' */
function isParty(reading: Reading, first: number, end: number): boolean {
  const at = DETERMINER.has(reading, first) ? first + 1 : first;
  const party = at < end ? OTHERS.at(reading, at) : null;
  return party !== null && reading.tokens.written(party.end) !== "'s";
}

const DETERMINER = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.possessive, true],
]);

/** 'the appeal says.', 'says the surgeon.', and nothing more */
function isTeller(reading: Reading, first: number, end: number): boolean {
  const last = reading.tokens.isMark(end - 1) ? end - 1 : end;
  if (last - first > LONGEST_TELLER || last - first < 2) return false;
  const isSaid = reading.is(last - 1, CONCLUSION_WORDS.asserts);
  if (isSaid) return isParty(reading, first, last) || reading.is(first, ENGLISH.he) || reading.is(first, ENGLISH.she);
  return reading.is(first, CONCLUSION_WORDS.asserts) && isParty(reading, first + 1, last);
}

/** In tokens: 'the treating surgeon writes'. */
const LONGEST_TELLER = 4;

const VIEWED: ReadonlySet<string> = new Set(['in', 'to', 'on']);
/** In tokens. */
const LONGEST_VIEW = 4;

export const OTHERS = new ClassMap<true>([
  [CONCLUSION_WORDS['physician party'], true],
  [CONCLUSION_WORDS['review party'], true],
]);

const THIS_CASE = new ClassMap<true>([
  [CONCLUSION_WORDS['patient party'], true],
  [CONCLUSION_WORDS['reviewer self'], true],
  [CONCLUSION_WORDS['the request'], true],
  [CONCLUSION_WORDS['this case'], true],
  [CONCLUSION_WORDS['physician party'], true],
  [ENGLISH.he, true],
  [ENGLISH.she, true],
]);

function isOfThisCase(reading: Reading, { first, end }: TokenRange, heading: ReadonlySet<number>): boolean {
  for (let at = first; at < end; at++) {
    if (!THIS_CASE.has(reading, at)) continue;
    const written = reading.tokens.written(at);
    // 'patients who …' are no patient of this letter.
    if (!written.endsWith('s') || written.endsWith('ss') || written.length < 4 || written === 'this') return true;
  }
  const start = reading.tokens.lower(first);
  return DEFINITE.has(start) && isNamed(reading, { first, end: Math.min(end, first + 5) }, heading);
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'these']);

/** Positions between quotation marks, also where a quotation goes on over several sentences. */
export class Quotations {
  readonly #first: number;
  /** By token: the position after the mark that opens its quotation; 0 where it is not quoted. */
  readonly #starts: Int32Array<ArrayBuffer>;

  constructor({ reading, first, end }: Passage) {
    const { tokens } = reading;
    this.#first = first;
    this.#starts = new Int32Array(Math.max(0, end - first));
    let open = -1;
    for (let at = first; at < end; at++) {
      if (!tokens.isMark(at)) continue;
      const written = tokens.written(at);
      if (open >= 0 && at - open > LONGEST_QUOTATION) open = -1;
      if (OPENING.has(written) || (written === '"' && open < 0) || (open < 0 && opensSingle(tokens, at))) open = at;
      else if (open >= 0 && closes(tokens, at, tokens.written(open))) {
        this.#starts.fill(open + 1, open + 1 - first, at - first);
        open = -1;
      }
    }
  }

  has(at: number): boolean {
    return this.startOf(at) > 0;
  }

  /** The first token of the quotation that a token is in; 0 where it is in none. */
  startOf(at: number): number {
    return this.#starts[at - this.#first] ?? 0;
  }
}

const OPENING: ReadonlySet<string> = new Set(['“', '‘']);

/** 'work hardening is necessary': an apostrophe before a word, after a blank. */
const opensSingle = (tokens: Tokens, at: number): boolean =>
  tokens.written(at) === "'" && !tokens.isGlued(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1);

function closes(tokens: Tokens, at: number, opening: string): boolean {
  const written = tokens.written(at);
  if (opening === '“' || opening === '"') return written === '”' || written === '"';
  // Not the one of "the workers' records".
  return (
    (written === "'" || written === '’') && tokens.isGlued(at) && (!tokens.isGlued(at + 1) || tokens.isMark(at + 1))
  );
}

/** What 'As to the neck,' names; null where a clause does not begin so. */
export function topicIn(reading: Reading, { first, end }: TokenRange): TokenRange | null {
  const after = reading.endOfClass(first, CONCLUSION_WORDS['as to']);
  if (after <= first) return null;
  let stop = after;
  while (stop < end && !reading.tokens.isMark(stop)) stop++;
  return { first: after, end: stop };
}

/** In tokens: what is longer is a mark without its counterpart. */
const LONGEST_QUOTATION = 600;

/** In tokens. */
const LONGEST_NOTICE = 14;

/** 'This decision should not be interpreted as …': the notice that follows decisions about opioids. */
export function isNotice(reading: Reading, { first, end }: TokenRange): boolean {
  let isDecision = false;
  for (let at = first; at < Math.min(end, first + LONGEST_NOTICE); at++) {
    isDecision ||= reading.is(at, CONCLUSION_WORDS.denial);
    if (isDecision && reading.is(at, ENGLISH.mean)) return true;
  }
  return false;
}

/** What is asked is not said. */
export const isQuestion = ({ tokens }: Reading, { end }: TokenRange): boolean => tokens.written(end - 1) === '?';

/** 'How long the patch is to be worn the note does not say', 'Why it is needed is not told': the first verb is of what is asked. */
export function isOfHow({ tokens }: Reading, { first, verb, end, kind }: Clause, start: number): boolean {
  if (kind !== 'main' || verb >= end || start > verb) return false;
  return HOW.has(tokens.lower(first)) || (IN.has(tokens.lower(first)) && HOW.has(tokens.lower(first + 1)));
}

const HOW: ReadonlySet<string> = new Set(['how', 'why', 'whether']);

/** 'It is not that the drug has no place.', 'Not that it would hurt.': up to a contrast nothing is said. */
export function isSetAside(reading: Reading, { first }: TokenRange, at: number): boolean {
  const { tokens } = reading;
  const isIt = tokens.lower(first) === 'it' && (reading.is(first + 1, ENGLISH.be) || isShortIs(reading, first + 1));
  const not = isIt ? first + 2 : first;
  // 'Not that I could find.' answers.
  if (!NOT.has(tokens.lower(not)) || tokens.lower(not + 1) !== 'that') return false;
  if (!isIt && tokens.written(not + 2) === 'I') return false;
  if (at > not + LONGEST_SET_ASIDE) return false;
  for (let before = not; before < at; before++)
    if (tokens.written(before) === ';' || reading.is(before, ENGLISH.contrast)) return false;
  return true;
}

const NOT: ReadonlySet<string> = new Set(['not', "n't"]);
/** In tokens. */
const LONGEST_SET_ASIDE = 40;

/** A condition that follows what is said: 'is indicated when …', 'for patients who …'. */
export function hasConditionAfter(reading: Reading, first: number, clause: Clause, next: Clause | undefined): boolean {
  const { tokens } = reading;
  const isApart = APART.has(tokens.written(clause.end - 1));
  const isNext = !isApart && next?.first === clause.end;
  if (isNext && ((next.kind === 'condition' && !holdsNow(reading, next)) || isWhere(reading, next))) return true;
  for (let at = first; at < Math.min(clause.end, first + FARTHEST_CONDITION); at++) {
    const written = tokens.lower(at);
    if (written === ',' || written === ';') return false;
    if (CONDITIONAL.has(written) && !PAST.has(tokens.lower(at + 2))) return true;
    if (written === 'only' && (ONLY.has(tokens.lower(at + 1)) || COMBINED.has(tokens.lower(at + 2)))) return true;
    if (reading.is(at, CONCLUSION_WORDS['patients in general']) && at <= first + FARTHEST_OBJECT) return true;
  }
  return false;
}

/** 'until the fracture heals', 'so long as he remains on crutches': it is so now. */
export function holdsNow(reading: Reading, { first, end }: TokenRange): boolean {
  const { tokens } = reading;
  if (tokens.lower(first) === 'until') return true;
  const at = tokens.lower(first) === 'for' ? first + 1 : first;
  if (tokens.lower(at + 1) !== 'long' || !AS.has(tokens.lower(at))) return false;
  for (let next = at + 3; next < Math.min(end, at + FARTHEST_CONDITION); next++)
    if (reading.is(next, CONCLUSION_WORDS['conclusion staying'])) return true;
  return false;
}

const AS: ReadonlySet<string> = new Set(['so', 'as']);

/** 'The brace is necessary: if he falls, …' */
const APART: ReadonlySet<string> = new Set([':', ';']);

const isWhere = ({ tokens }: Reading, { kind, first }: Clause): boolean =>
  kind === 'relative' && tokens.lower(first) === 'where';

/** What is said of all such things goes on so: 'is recommended for neuropathic pain', 'with documentation of …'. */
export function isQualified(reading: Reading, first: number, clause: Clause): boolean {
  const { tokens } = reading;
  // 'is recommended solely for …'
  if (ONLY_FOR.has(tokens.lower(first))) return IN.has(tokens.lower(first + 1));
  // 'is recommended orally for …'
  if (first < clause.end && tokens.lower(first).endsWith(ADVERB)) return IN.has(tokens.lower(first + 1));
  const written = tokens.lower(first);
  // 'is recommended | as an option when …'
  if (first >= clause.end) return written === 'as' && reading.is(first + 1, ENGLISH.article);
  if (DIRECT.has(written)) return true;
  return IN.has(written) && !OF_THIS.has(tokens.lower(first + 1));
}

const ADVERB = 'ly';
const ONLY_FOR: ReadonlySet<string> = new Set(['solely', 'only', 'chiefly', 'mainly', 'primarily']);
const FARTHEST_CONDITION = 16;
const FARTHEST_OBJECT = 6;
const CONDITIONAL: ReadonlySet<string> = new Set(['when', 'whenever', 'where']);
const ONLY: ReadonlySet<string> = new Set(
  'when if after as where within once until unless under upon together alongside with'.split(' '),
);
/** 'only in combination with', 'only as part of' */
const COMBINED: ReadonlySet<string> = new Set(['combination', 'conjunction', 'connection', 'concert', 'tandem']);
const DIRECT: ReadonlySet<string> = new Set(['to', 'after', 'with', 'before', 'as', 'until']);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'did']);
const IN: ReadonlySet<string> = new Set(['for', 'in']);
const OF_THIS: ReadonlySet<string> = new Set(
  'this these the her his him their me such cure that light view every all both part full any'.split(' '),
);
