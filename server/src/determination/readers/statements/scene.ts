import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
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
  | 'study shows'
  | 'examined'
  | 'complained'
  | 'normal';

const CUES = new ClassMap<Cue>([
  [WORDS['statement none'], 'none'],
  [WORDS['statement not'], 'not'],
  [WORDS['statement denies'], 'denies'],
  [WORDS['statement another voice'], 'another voice'],
  [WORDS['statement unreal'], 'unreal'],
  [WORDS['statement asked'], 'asked'],
  [WORDS['statement had'], 'had'],
  [WORDS['statement had at times'], 'had at times'],
  [WORDS['statement study shows'], 'study shows'],
  [WORDS['statement examined'], 'examined'],
  [WORDS['statement complained'], 'complained'],
  [WORDS['statement normal'], 'normal'],
]);

interface PlacedCue extends TokenRange {
  readonly cue: Cue;
}

const HAPPENED = Form.past | Form.participle | Form.ing;

/** In tokens: a longer sentence is a list without stops, and what is far away tells nothing. */
const LONGEST_LOOK = 80;

/** The telling words of a sentence. */
export class Scene {
  readonly sentence: TokenRange;
  readonly #reading: Reading;
  readonly #cues: PlacedCue[] = [];

  constructor(reading: Reading, sentence: TokenRange) {
    this.#reading = reading;
    this.sentence = sentence;
    for (let at = sentence.first; at < sentence.end; at++) {
      for (const { value, first, end, form } of CUES.all(reading, at)) {
        // 'To undergo', 'the plan: receive therapy'
        const isPlan = value === 'had' && form !== 0 && (form & HAPPENED) === 0;
        this.#cues.push({ cue: isPlan ? 'asked' : value, first, end });
      }
    }
  }

  /** Whether a word that does so stands wholly between two positions. */
  has(cue: Cue, first: number, end: number): boolean {
    return this.last(cue, first, end) >= 0;
  }

  /** Where the last word that does so begins between two positions; -1 where none does. */
  last(cue: Cue, first: number, end: number): number {
    let last = -1;
    for (const each of this.#cues) if (each.cue === cue && each.first >= first && each.end <= end) last = each.first;
    return last;
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
