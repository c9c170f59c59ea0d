import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { AGENTS, type Agent, type CueKind, VISIT_CUES } from '../words/vocabulary.ts';
import type { Prices } from './prices.ts';

/** What someone does: its verb has the visits for its object. */
export const OF_AGENTS: ReadonlySet<CueKind> = new Set<CueKind>([
  'requested',
  'authorized',
  'denied',
  'recommended',
  'allowed',
  'given',
]);

/** Whether what may be a verb is a noun: 'the request', 'his plan', "UR's figure"; not 'the guideline that requests'. */
export const isNoun = (reading: Reading, at: number): boolean =>
  reading.tokens.isPossessive(at - 1) ||
  reading.is(at - 1, ENGLISH.article) ||
  reading.is(at - 1, ENGLISH.possessive) ||
  (reading.is(at - 1, ENGLISH.demonstrative) && reading.tokens.lower(at - 1) !== 'that');

/** Who does what the verbs of one sentence say. */
export class Agents {
  readonly #reading: Reading;
  readonly #sentence: TokenRange;
  readonly #prices: Prices;

  constructor(reading: Reading, sentence: TokenRange, prices: Prices) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#prices = prices;
  }

  /** Who does it: the nearest that is named before the verb in its clause, or after it with 'by'. */
  of(verb: number, form = 0): Agent | null {
    return this.#after(verb, BY) ?? this.before(verb, (form & Form.participle) !== 0);
  }

  /** 'Authorized by the schedule' */
  isByGuideline(verb: number): boolean {
    return this.#after(verb, BY) === 'guideline';
  }

  /** The same of a verb that is known to have an object: 'the guideline favors instruction by a therapist'. */
  doerOf(verb: number, form: number): Agent | null {
    const isActive = form !== 0 && (form & Form.participle) === 0;
    if (isActive) return this.before(verb, false);
    return this.of(verb) ?? (this.#isUnderGuideline(verb) ? 'guideline' : null);
  }

  /** 'Provided for in the schedule', 'given under the ODG' */
  #isUnderGuideline(verb: number): boolean {
    return this.#after(verb, UNDER) === 'guideline';
  }

  before(verb: number, isParticiple: boolean): Agent | null {
    const { first } = this.#sentence;
    for (let at = verb - 1; at >= first && this.#prices.between(at, verb) < AGENT_REACH; at--) {
      // 'The guideline, 10, had 16, wants 18'
      if (this.#reading.tokens.lower(at) === ',' && numbers(this.#reading).before(at) !== undefined) return null;
      // 'Six asked': it is not said who asks.
      if (isParticiple && numbers(this.#reading).before(at + 1) !== undefined) return null;
      if (this.#reading.tokens.lower(at) === ';' || this.#reading.is(at, ENGLISH.coordinator)) return null;
      // 'Provided for in the guideline, he asks for nine.'
      if (this.#reading.is(at, ENGLISH.he) || this.#reading.is(at, ENGLISH.she)) return null;
      const agent = this.#reading.mentionAt(at, AGENTS);
      if (agent !== null) return agent.value;
    }
    return null;
  }

  #after(verb: number, links: ReadonlySet<string>): Agent | null {
    const end = Math.min(this.#sentence.end, verb + AGENT_AFTER);
    for (let by = verb + 1; by < end && this.#reading.tokens.lower(by) !== ';'; by++) {
      // 'Ten were sought where by the guideline six …'
      if (this.#reading.is(by, ENGLISH.relative)) return null;
      // 'The request is supported by the guideline': it is not they that request.
      const kind = this.#reading.mentionAt(by, VISIT_CUES)?.value;
      if (kind !== undefined && OF_AGENTS.has(kind)) return null;
      if (!links.has(this.#reading.tokens.lower(by))) continue;
      for (let at = by + 1; at < by + AGENT_NEAR; at++) {
        const agent = this.#reading.mentionAt(at, AGENTS);
        if (agent !== null) return agent.value;
      }
    }
    return null;
  }
}

const BY: ReadonlySet<string> = new Set(['by']);
const UNDER: ReadonlySet<string> = new Set(['in', 'under']);
/** As the price of what lies between. */
const AGENT_REACH = 12;
/** In tokens: from the verb to 'by', and from there to who it is. */
const AGENT_AFTER = 8;
const AGENT_NEAR = 5;
