import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage } from '../../../language/reading.ts';
import type { Laterality, NamedPart } from '../../model/anatomy.ts';
import type { Limit } from '../../model/statement.ts';
import { bodyMentions, namedParts } from '../anatomy/bodyMentions.ts';
import { SIDE_WORDS } from '../anatomy/sideWords.ts';
import { type TopicMention, topicsIn } from './topics.ts';
import { STATEMENT_WORDS as WORDS } from './words.ts';

/** What the words between a denial and its topic may be: anything else is not understood. */
type Filler = 'frame' | 'neutral' | 'doing' | 'shows' | 'worker' | Limit['kind'];

const FILLERS = new ClassMap<Filler>([
  [WORDS['statement time'], 'time'],
  [WORDS['statement kind'], 'kind'],
  [WORDS['statement degree'], 'degree'],
  [WORDS['statement acute'], 'acute'],
  [WORDS['statement frame'], 'frame'],
  [WORDS['statement shows'], 'shows'],
  [WORDS['statement doing'], 'doing'],
  [WORDS['statement neutral'], 'neutral'],
  [WORDS['statement worker'], 'worker'],
]);

/** What comes before a topic, from the word that denies it. */
export interface Lead {
  readonly mention: TopicMention;
  readonly parts: readonly NamedPart[];
  readonly sides: readonly Laterality[];
  readonly limits: readonly Limit[];
  /** Whether there is a verb of having, doing, or showing. */
  readonly hasVerb: boolean;
  /** A verb of showing does. */
  readonly hasShowing: boolean;
  /** A frame ties it to this file: 'documentation of', 'mention of'. */
  readonly isOfRecord: boolean;
}

/** In tokens. */
const LONGEST_LEAD = 18;

const LIMITS: ReadonlySet<string> = new Set(['time', 'kind', 'degree', 'acute', 'purpose']);
const isLimit = (filler: Filler): filler is Limit['kind'] => LIMITS.has(filler);

/** Reads on to the next topic through words that add nothing; null where anything else is between. */
export function leadTo(passage: PlacedPassage, from: number, end: number): Lead | null {
  const { reading } = passage;
  const topics = topicsIn(passage);
  const parts: NamedPart[] = [];
  const sides: Laterality[] = [];
  const limits: Limit[] = [];
  let hasVerb = false;
  let hasShowing = false;
  let isOfRecord = false;
  for (let at = from; at < Math.min(end, from + LONGEST_LEAD); ) {
    const mention = topics.at(at);
    if (mention !== undefined) return { mention, parts, sides, limits, hasVerb, hasShowing, isOfRecord };
    const body = bodyMentions(passage).at(at);
    const side = reading.mentionAt(at, SIDE_WORDS);
    const filler = FILLERS.at(reading, at);
    if (body !== undefined && body.end >= (filler?.end ?? 0)) {
      parts.push(...namedParts(passage, body));
      at = body.end;
    } else if (side !== null) {
      sides.push(side.value.side);
      at = side.end;
    } else if (filler !== null) {
      // 'Is not using opioids' is said of now.
      if (filler.value === 'doing' && (filler.form & Form.ing) !== 0 && reading.is(at - 1, WORDS['statement not'])) {
        limits.push({ kind: 'time', span: passage.span(filler) });
      }
      if (isLimit(filler.value)) limits.push({ kind: filler.value, span: passage.span(filler) });
      hasVerb ||= filler.value === 'doing' || filler.value === 'shows';
      hasShowing ||= filler.value === 'shows';
      isOfRecord ||= filler.value === 'frame';
      at = filler.end;
    } else return null;
  }
  return null;
}

/** What comes after a topic. */
export interface Tail {
  /** Where what was understood ends. */
  readonly end: number;
  readonly parts: readonly NamedPart[];
  readonly sides: readonly Laterality[];
  readonly limits: readonly Limit[];
  /** Words tie it to this file: 'was ever done', 'in the records'. */
  readonly isOfRecord: boolean;
  /** Another topic follows, joined by a comma or 'or': the position after the joint. */
  readonly next: number | null;
}

type After = 'tail' | 'done' | 'time' | 'purpose' | 'restricts';

const AFTERS = new ClassMap<After>([
  [WORDS['statement tail'], 'tail'],
  [WORDS['statement purpose'], 'purpose'],
  [WORDS['statement restricts'], 'restricts'],
  [WORDS['statement time'], 'time'],
  [WORDS['statement done'], 'done'],
]);

/** In tokens. */
const LONGEST_TAIL = 20;

/** Reads on after a topic to the end of its phrase; null where anything is there that is not understood. */
export function tailFrom(passage: PlacedPassage, from: number, end: number): Tail | null {
  const { reading } = passage;
  const { tokens } = reading;
  const parts: NamedPart[] = [];
  const sides: Laterality[] = [];
  const limits: Limit[] = [];
  let isOfRecord = false;
  const done = (at: number, next: number | null = null): Tail => ({ end: at, parts, sides, limits, isOfRecord, next });
  let at = from;
  while (at < Math.min(end, from + LONGEST_TAIL)) {
    const written = tokens.written(at);
    if (ENDS.has(written)) return done(at);
    const joint = jointEnd(passage, at);
    // 'In the left ankle or right foot'
    if (joint > at && (bodyMentions(passage).at(joint) !== undefined || reading.is(joint, SIDE_WORDS))) {
      at = joint;
      continue;
    }
    // 'No spasm and no swelling'
    if (joint > at && reading.is(joint, WORDS['statement none'])) return done(at);
    if (joint > at) {
      const isTopic = leadTo(passage, joint, end) !== null;
      if (isTopic) return done(at, joint);
      if (isAnyOther(passage, joint, end)) return done(at);
      return startsClause(passage, joint, end, written === ',') ? done(at) : null;
    }
    const after = AFTERS.at(reading, at);
    const body = bodyMentions(passage).at(at);
    const side = reading.mentionAt(at, SIDE_WORDS);
    if (body !== undefined) {
      parts.push(...namedParts(passage, body));
      at = body.end;
    } else if (after !== null && (after.value === 'purpose' || after.value === 'restricts')) {
      limits.push({ kind: after.value === 'purpose' ? 'purpose' : 'kind', span: passage.span(after) });
      return done(at);
    } else if (after !== null) {
      if (after.value === 'time') limits.push({ kind: 'time', span: passage.span(after) });
      // What follows a word of time belongs to it: 'since the surgery'.
      if (after.value === 'time') return done(after.end);
      // A verb of being alone ties it to nothing.
      isOfRecord ||= after.value === 'done' || after.end > at + 1;
      at = after.end;
    } else if (side !== null) {
      sides.push(side.value.side);
      at = side.end;
    } else if (
      reading.is(at, ENGLISH.article) ||
      // 'To this shoulder'
      (reading.is(at, ENGLISH.demonstrative) && bodyMentions(passage).at(at + 1) !== undefined) ||
      PLACE.has(written.toLowerCase()) ||
      reading.is(at, ENGLISH.possessive)
    ) {
      at++;
    } else if (written === '(' && tokens.written(at + 2) === ')') {
      at += 3;
    } else return null;
  }
  return at >= end ? done(at) : null;
}

/** 'No trial of naproxen | or of any other drug': whatever the others are, the first is denied. */
function isAnyOther({ reading }: Passage, from: number, end: number): boolean {
  const { tokens } = reading;
  if (tokens.lower(from - 1) !== 'or') return false;
  let at = from;
  while (PLACE.has(tokens.lower(at)) || OTHERS.has(tokens.lower(at))) at++;
  if (!OTHERS.has(tokens.lower(at - 1))) return false;
  for (let last = at; last < Math.min(end, at + LONGEST_OTHER); last++) {
    const written = tokens.written(last);
    if (ENDS.has(written) || written === ',') return last > at;
    if (PLACE.has(tokens.lower(last))) return false;
  }
  return end > at && end <= at + LONGEST_OTHER;
}

const OTHERS: ReadonlySet<string> = new Set(['any', 'other', 'another', 'similar', 'such']);
/** In tokens. */
const LONGEST_OTHER = 5;

const ENDS: ReadonlySet<string> = new Set(['.', ';', ':', '—', '–', ')', '?', '!']);
const PLACE: ReadonlySet<string> = new Set([
  'of',
  'for',
  'in',
  'to',
  'into',
  'on',
  'over',
  'at',
  'about',
  'with',
  'regarding',
  'involving',
]);

/** The position after ',', 'or', ', nor', 'and/or'; the token's own where none is there. */
function jointEnd({ reading }: Passage, at: number): number {
  const { tokens } = reading;
  let next = at;
  if (tokens.written(next) === ',' || tokens.written(next) === '/') next++;
  const word = reading.endOfClass(next, WORDS['statement list']);
  return Math.max(word, next);
}

/** How far the verb of the next clause may be. In tokens. */
const FARTHEST_VERB = 9;

/** Whether what follows a comma or 'and' is a clause of its own: what was denied ends before it. */
function startsClause({ reading }: Passage, from: number, end: number, isAfterComma: boolean): boolean {
  const { tokens } = reading;
  if (tokens.lower(from - 1) === 'or') return false;
  // 'Neither therapy nor medication has helped'; but 'no therapy, nor has he had medication'
  if (tokens.lower(from - 1) === 'nor' && !HELPERS.some((each) => reading.is(from, each))) return false;
  if (isAfterComma && !reading.is(from - 1, WORDS['statement list'])) {
    // ', which', ', therefore', ', but', ', as'
    if (reading.is(from, ENGLISH.subordinator) || reading.is(from, ENGLISH.coordinator)) return true;
    if (tokens.isWord(from) && CLAUSE_OPENERS.has(tokens.lower(from))) return true;
  }
  for (let at = from; at < Math.min(end, from + FARTHEST_VERB); at++) {
    if (tokens.isMark(at) && tokens.written(at) !== '-') return false;
    if (HELPERS.some((each) => reading.is(at, each))) return true;
  }
  return false;
}

const HELPERS = [ENGLISH.be, ENGLISH.have, ENGLISH.do, ENGLISH.modal];

const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  'therefore',
  'thus',
  'so',
  'hence',
  'yet',
  'however',
  'despite',
  'even',
]);
