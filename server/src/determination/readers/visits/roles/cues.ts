import { Form } from '../../../../language/lexicon/forms.ts';
import type { Mention, Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { type CueKind, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { isNoun, OF_AGENTS } from './agents.ts';
import { CueRoles, type Place } from './cueRoles.ts';
import { Prices } from './prices.ts';
import { isDeniedOfGuidelines, isRuledOut } from './ruledOut.ts';

/** How cheaply a cue is taken, and how far it reaches: all as the price of the tokens between. */
interface Reach {
  /** What it costs before any distance is counted. */
  readonly base: number;
  /** How far it reaches to visits after it, and to visits before it. */
  readonly ahead: number;
  readonly back: number;
}

/** A word that says whose the visits near it are. */
export interface Cue extends TokenRange, Reach {
  readonly kind: CueKind | 'have';
  readonly role: VisitRole;
  /** Bits of `Form`; 0 where it is not a verb. */
  readonly form: number;
  /** A verb that takes its object after it: 'requires', not 'required'. */
  readonly isActive: boolean;
  /** A preposition that compares: 'beyond', 'in excess of'. */
  readonly isComparing: boolean;
  /** A rule against that many visits: one that does not support them. */
  readonly isRuledOut: boolean;
}

/** The cues of one sentence, and what it costs to go from one of its tokens to another. */
export class Scene {
  readonly sentence: TokenRange;
  readonly cues: readonly Cue[];
  readonly #reading: Reading;
  readonly #place: Place;
  readonly #prices: Prices;
  readonly #roles: CueRoles;

  constructor({ reading }: Passage, sentence: TokenRange, place: Place) {
    this.sentence = sentence;
    this.#reading = reading;
    this.#place = place;
    this.#prices = new Prices(reading, sentence);
    this.#roles = new CueRoles(reading, sentence, place, this.#prices);
    this.cues = [...this.#read()];
  }

  /** What lies between two positions costs. */
  price(from: number, to: number): number {
    return this.#prices.between(from, to);
  }

  *#read(): Iterable<Cue> {
    const { first, end } = this.sentence;
    for (let at = first; at < end; ) {
      const mention = this.#reading.mentionAt(at, VISIT_CUES);
      const cue = mention === null ? this.#have(at) : this.#cue(mention);
      if (cue !== null) yield cue;
      at = mention?.end ?? at + 1;
    }
  }

  #cue(mention: Mention<CueKind>): Cue | null {
    const { value: kind, first, end, form } = mention;
    const role = this.#roles.roleOf(mention);
    if (role === null || kind === 'nothing') return null;
    return {
      kind,
      first,
      end,
      role,
      form,
      isActive: OF_AGENTS.has(kind) && form !== 0 && (form & Form.participle) === 0 && !isNoun(this.#reading, first),
      isComparing: kind === 'over' && form === 0,
      isRuledOut: role === 'guideline' && kind !== 'over' && this.#isRuledOut(kind, first, form),
      ...this.#reachOf(kind),
    };
  }

  #isRuledOut(kind: CueKind, first: number, form: number): boolean {
    if (isRuledOut(this.#reading, this.sentence, this.#prices, first)) return true;
    return (form !== 0 || kind === 'limit') && isDeniedOfGuidelines(this.#reading, this.sentence, first);
  }

  #reachOf(kind: Exclude<CueKind, 'nothing'>): Reach {
    return kind === 'after' && this.#place === 'rationale' ? AFTER_IN_RATIONALE : REACHES[kind];
  }

  /** 'The patient had six', 'she did six', where it is no auxiliary. */
  #have(first: number): Cue | null {
    const end = Math.max(
      this.#reading.endOfClass(first, ENGLISH.have),
      this.#reading.endOfClass(first, VISIT_WORDS['past of do']),
    );
    if (end < 0) return null;
    const isOfGuideline = this.#roles.isOfGuideline(first);
    if (this.#roles.isUnreal(first) && !this.#roles.wasTo(first) && !isOfGuideline) return null;
    // 'Twelve asked, four had', 'twelve were had'
    const isLast = end >= this.sentence.end || this.#reading.tokens.isMark(end);
    const isPassive = this.#reading.endOfClass(first - 1, ENGLISH.be) === first;
    const back = isLast || isPassive ? LAST : NEVER;
    const role: VisitRole = isOfGuideline ? 'guideline' : this.#roles.wasTo(first) ? 'requested' : 'attended';
    const cue = {
      kind: 'have',
      role,
      form: Form.base,
      isActive: false,
      isComparing: false,
      isRuledOut: false,
    } as const;
    return { first, end, base: 0.4, ahead: HAVING, back, ...cue };
  }
}

/** It reaches nothing on this side. */
const NEVER = -1;
/** Over the clauses of a sentence, and to its end. */
const FAR = 16;
const ALL = 60;
/** 'Had at least twelve', not 'had managed twelve'. */
const HAVING = 0.95;
const LAST = 0.5;

const REACHES: Readonly<Record<Exclude<CueKind, 'nothing'>, Reach>> = {
  attended: { base: 0, ahead: ALL, back: FAR },
  undergone: { base: 0, ahead: ALL, back: FAR },
  including: { base: 0, ahead: ALL, back: NEVER },
  told: { base: 1, ahead: NEVER, back: 2.9 },
  before: { base: 0.3, ahead: 3.2, back: 6 },
  after: { base: 0.8, ahead: 4, back: NEVER },
  authorized: { base: 0, ahead: ALL, back: FAR },
  requested: { base: 0, ahead: ALL, back: FAR },
  'is for': { base: 0, ahead: FAR, back: NEVER },
  denied: { base: 0, ahead: ALL, back: FAR },
  unused: { base: 0, ahead: 3, back: 2.9 },
  left: { base: 0, ahead: NEVER, back: 0.4 },
  allowed: { base: 0.1, ahead: FAR, back: FAR },
  given: { base: 0.2, ahead: FAR, back: FAR },
  recommended: { base: 0.1, ahead: FAR, back: FAR },
  earning: { base: 0.2, ahead: FAR, back: FAR },
  guideline: { base: 2.5, ahead: 30, back: 20 },
  book: { base: 2.5, ahead: 30, back: 20 },
  usual: { base: 2, ahead: 30, back: 20 },
  limit: { base: 1.6, ahead: 4, back: 3.4 },
  over: { base: 0.6, ahead: 4, back: 4 },
  excess: { base: 3, ahead: 0.3, back: NEVER },
  trial: { base: 5, ahead: 3, back: 2 },
  necessary: { base: 2, ahead: NEVER, back: 12 },
  more: { base: 7, ahead: 2, back: 1 },
  'and then': { base: 99, ahead: NEVER, back: NEVER },
  opinion: { base: 1, ahead: 20, back: 12 },
  extent: { base: 0.3, ahead: 6, back: NEVER },
  thinking: { base: 0.5, ahead: FAR, back: FAR },
  study: { base: 0, ahead: 30, back: 20 },
};

/** What comes after so many visits, in a rationale, seldom says that they were had. */
const AFTER_IN_RATIONALE: Reach = { base: 8, ahead: 4, back: NEVER };
