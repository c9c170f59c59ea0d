import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { isMonthOfMay } from '../shared/monthOfMay.ts';
import { STATEMENT_WORDS as WORDS } from './words.ts';

/** What a word does for the topics near it. */
export type Cue =
  | 'none'
  | 'not'
  | 'denies'
  | 'another voice'
  | 'unreal'
  | 'asked'
  | 'had'
  | 'had at times'
  | 'had after'
  | 'had effect'
  | 'had now'
  | 'study shows'
  | 'subjective'
  | 'examined'
  | 'complained'
  | 'normal'
  | 'condition';

const CUES = new ClassMap<Cue>([
  [WORDS['statement none'], 'none'],
  [WORDS['statement none of'], 'none'],
  [WORDS['statement not'], 'not'],
  [WORDS['statement denies'], 'denies'],
  [WORDS['statement another voice'], 'another voice'],
  [WORDS['statement unreal'], 'unreal'],
  [WORDS['statement asked'], 'asked'],
  [WORDS['statement had'], 'had'],
  [WORDS['statement had at times'], 'had at times'],
  [WORDS['statement had after'], 'had after'],
  [WORDS['statement had in vain'], 'had after'],
  [WORDS['statement had effect'], 'had effect'],
  [WORDS['statement had now'], 'had now'],
  [WORDS['statement study shows'], 'study shows'],
  [WORDS['statement subjective'], 'subjective'],
  [WORDS['statement examined'], 'examined'],
  [WORDS['statement complained'], 'complained'],
  [WORDS['statement normal'], 'normal'],
  [ENGLISH.condition, 'condition'],
]);

interface PlacedCue extends TokenRange {
  readonly cue: Cue;
}

const PAST = Form.past | Form.participle;
const HAPPENED = Form.past | Form.participle | Form.ing;

/** In tokens: a longer sentence is a list without stops, and what is far away says nothing. */
export const LONGEST_LOOK = 80;

function cuesIn(reading: Reading, sentence: TokenRange): readonly PlacedCue[] {
  const cues: PlacedCue[] = [];
  for (let at = sentence.first; at < sentence.end; at++) {
    if (reading.entries.from(at) === reading.entries.from(at + 1)) continue;
    for (const { value, first, end, form } of CUES.all(reading, at)) {
      if (value === 'unreal' && isMonthOfMay(reading, first, sentence.first)) continue;
      // 'To undergo', 'the plan: receive therapy'
      const isPlan = value === 'had' && form !== 0 && (form & HAPPENED) === 0;
      if (value !== 'had effect') cues.push({ cue: isPlan ? 'asked' : value, first, end });
      // 'The injection reduced the pain': what had an effect, was had.
      else if ((form & PAST) !== 0) cues.push({ cue: 'had after', first, end });
    }
  }
  return cues;
}

/** The words of a sentence that decide how it is read. */
export class Scene {
  readonly sentence: TokenRange;
  readonly #reading: Reading;
  #read: readonly PlacedCue[] | null = null;

  constructor(reading: Reading, sentence: TokenRange) {
    this.#reading = reading;
    this.sentence = sentence;
  }

  /** 'If therapy fails', 'unless' open a condition wherever they are. */
  get hasCondition(): boolean {
    this.#condition ??= this.#cues.some(({ cue, first }) => cue === 'condition' && !this.#isOutcome(first));
    return this.#condition;
  }

  #condition: boolean | null = null;

  /** ', so whether it would help is not known': what follows from the rest is not a condition of it. */
  #isOutcome(at: number): boolean {
    const { tokens } = this.#reading;
    return tokens.lower(at - 1) === 'so' && tokens.written(at - 2) === ',';
  }

  /** Read only when needed: most sentences that deny something deny nothing that is read here. */
  get #cues(): readonly PlacedCue[] {
    this.#read ??= cuesIn(this.#reading, this.sentence);
    return this.#read;
  }

  /** Whether a word that does so is wholly between two positions, as far as they are looked at. */
  has(cue: Cue, first: number, end: number): boolean {
    return this.last(cue, first, end) >= 0;
  }

  /** Where the last word that does so begins between two positions; -1 where none does. */
  last(cue: Cue, first: number, end: number): number {
    const floor = Math.max(first, end - LONGEST_LOOK);
    for (let i = this.#firstFrom(end) - 1; i >= 0; i--) {
      const each = this.#cues[i];
      if (each === undefined || each.first < floor) return -1;
      if (each.cue === cue && each.end <= end) return each.first;
    }
    return -1;
  }

  /** Index of the first cue that begins at or after a position. */
  #firstFrom(position: number): number {
    let low = 0;
    let high = this.#cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cues[middle]?.first ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How far from a position on the sentence is looked at. */
  endOfLook(at: number): number {
    return Math.min(this.sentence.end, at + LONGEST_LOOK / 2);
  }

  /** From the mark before a position to the mark after it: 'spasm' in ', no spasm on the left,'. */
  segmentOf(at: number): TokenRange {
    return { first: this.#edge(at, -1), end: this.#edge(at, 1) };
  }

  #edge(at: number, step: 1 | -1): number {
    const { tokens } = this.#reading;
    const { first, end } = this.sentence;
    for (let next = at, steps = 0; steps < LONGEST_LOOK; next += step, steps++) {
      if (next < first) return first;
      if (next >= end) return end;
      if (tokens.isMark(next) && SEGMENT_MARKS.has(tokens.written(next))) return step < 0 ? next + 1 : next;
    }
    return step < 0 ? Math.max(first, at - LONGEST_LOOK) : Math.min(end, at + LONGEST_LOOK);
  }
}

const SEGMENT_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '.', '(', ')', '—', '–']);
