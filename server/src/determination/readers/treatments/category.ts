import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Mention, Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { frequencies } from '../../../language/values/frequency.ts';
import { numbers } from '../../../language/values/number.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { type Derived, derived, readAs } from '../../model/derivation.ts';
import type { Category } from '../../model/determination.ts';
import { bodyMentions } from '../anatomy/bodyMentions.ts';
import { AGENTS, CATEGORY_WORDS } from './categoryClasses.ts';
import { findMaking, findUnknownDrug } from './making.ts';
import { outranks } from './rank.ts';
import { isTherapy } from './therapies.ts';
import { headingMentions, TREATMENT_VOCABULARY } from './treatments.ts';
import type { HeadingTreatment } from './vocabulary.ts';

/** The kind of treatment that a heading asks for; 'other' where its words show none. */
export const readCategory = (treatment: Prose): Derived<Category> => passageOf(treatment).once(readFromTokens);

function readFromTokens(passage: PlacedPassage): Derived<Category> {
  const read = categoryOf(passage);
  if (read === null) {
    const span = passage.span(passage);
    return derived('other', span, readAs(span, 'names no kind of treatment that is known'));
  }
  const span = passage.span(read);
  return derived(read.category, span, readAs(span, read.as));
}

/** A category, the tokens that show it, and what they are. */
interface Told extends TokenRange {
  readonly category: Category;
  readonly as: string;
}

type Head = Mention<HeadingTreatment>;

function categoryOf(passage: Passage): Told | null {
  const head = headOf(passage);
  if (head !== null && head.value.name !== null) return byName(passage, head);
  if (head === null || YIELD_TO_DRUG.has(head.value.category)) {
    const drug = findUnknownDrug(passage);
    if (drug !== null) return { as: 'the strength, the form or the ending of a drug', ...drug };
  }
  const corrected = headOf(passage.corrected(TREATMENT_VOCABULARY));
  if (corrected !== null && corrected.value.name !== null) return byName(passage, corrected);
  const word = head ?? corrected;
  const agent = word === null || word.value.category === 'consultation' ? byAgent(passage, word) : null;
  if (agent !== null) return agent;
  if (word !== null) return byWord(passage, word);
  const joint = byJoint(passage);
  if (joint !== null) return joint;
  const making = findMaking(passage);
  return making === null ? null : { as: 'a name that is made like those of its kind', ...making };
}

function byName(passage: Passage, { value, first, end }: Head): Told {
  // An ultrasound that is had several times treats; one that is had once looks.
  if (value.name === 'ultrasound' && isHadOften(passage)) {
    return { category: 'physical-therapy', first, end, as: 'ultrasound that is had several times' };
  }
  return { category: value.category, first, end, as: `names “${value.name}”` };
}

function byWord(passage: Passage, { value, first, end }: Head): Told {
  const isUnder = value.category === 'chiropractic' && has(passage, CATEGORY_WORDS['under anesthesia']);
  return isUnder
    ? { category: 'surgery', first, end, as: 'manipulation under anesthesia' }
    : { category: value.category, first, end, as: `a word for ${value.category}` };
}

/** 'Twelve sessions with the physiotherapist', 'weekly meetings with a psychologist'. */
function byAgent(passage: Passage, word: Head | null): Told | null {
  const [agent] = passage.mentions(AGENTS);
  if (agent === undefined || (agent.value === 'psychotherapy' && !isHadOften(passage))) return null;
  const { first, end } = agent;
  // 'Evaluation by a physical therapist' is one; 'visits with' one are a therapy.
  if (word !== null && !isHadOften(passage)) return null;
  return { category: agent.value, first, end, as: 'who gives the treatment' };
}

/** 'Replacement of the right hip', 'partial knee resurfacing'. */
function byJoint(passage: Passage): Told | null {
  const [word] = passage.mentions(CATEGORY_WORDS['replaces a joint']);
  if (word === undefined || bodyMentions(passage).all.length === 0) return null;
  return { category: 'surgery', first: word.first, end: word.end, as: 'replaces a part of the body' };
}

/**
 * A heading is a noun phrase: what is requested comes before 'of', 'for' or a comma, and the last noun there is its
 * head ('post-op knee brace', 'ultrasound-guided injection', 'spine surgery evaluation').
 */
function headOf(passage: Passage): Head | null {
  const [first, ...others] = telling(passage, headingMentions(passage));
  if (first === undefined) return null;
  let head = first;
  let { end } = first;
  for (const next of others) {
    const gap = new Gap(passage.reading, end, next.first);
    if (gap.introduces(head, next)) head = next;
    else if (gap.isNone && isMeasured(head, next)) continue;
    else if (gap.endsPhrase() && !(areDrugs(head, next) && gap.mixes())) break;
    else if (isFirm(passage, next) || outranks(next.value, head.value)) head = next;
    ({ end } = next);
  }
  return head;
}

/** 'Serum testosterone', 'urine opioids'. */
const isMeasured = (a: Head, b: Head): boolean => a.value.category === 'lab-test' && b.value.category === 'medication';

const areDrugs = (a: Head, b: Head): boolean => a.value.category === 'medication' && b.value.category === 'medication';

/** 'Aquatic center membership', 'wheelchair van transport': whatever comes before it. */
const isFirm = ({ reading }: Passage, { first }: Head): boolean =>
  reading.endOfClass(first, CATEGORY_WORDS['firm head']) >= 0;

/** Without words that count a therapy ('six visits of chiropractic') and without the PT of 'PT, PTT', which is a time. */
function telling(passage: Passage, mentions: readonly Head[]): readonly Head[] {
  const { reading } = passage;
  if (!mentions.some(({ value }) => isTherapy(value.category) || value.category === 'home-care')) return mentions;
  const isClotting = has(passage, CATEGORY_WORDS['clotting time']);
  return mentions.filter(({ first, end }) => {
    if (reading.endOfClass(first, CATEGORY_WORDS['counts a therapy']) === end) return false;
    return !(isClotting && reading.tokens.written(first) === 'PT' && end === first + 1);
  });
}

/** What is between two mentions. */
class Gap {
  readonly #reading: Reading;
  readonly #first: number;
  readonly #end: number;

  constructor(reading: Reading, first: number, end: number) {
    this.#reading = reading;
    this.#first = first;
    this.#end = end;
  }

  get isNone(): boolean {
    return this.#first === this.#end;
  }

  /** Whether the first phrase of a heading ends here. */
  endsPhrase(): boolean {
    const { tokens } = this.#reading;
    for (let at = this.#first; at < this.#end; at++) {
      if (tokens.isMark(at)) {
        const mark = tokens.written(at);
        if (END_MARKS.has(mark) || (mark === '.' && !tokens.isGlued(at + 1))) return true;
      } else if (this.#reading.endOfClass(at, CATEGORY_WORDS['ends the first phrase']) >= 0) return true;
    }
    return false;
  }

  /** 'Depo-Medrol 80mg/lidocaine injection': a mixture is one thing. */
  mixes(): boolean {
    const { tokens } = this.#reading;
    if (this.#end - this.#first > LONGEST_MIXTURE || this.#end === this.#first) return false;
    for (let at = this.#first; at < this.#end; at++) {
      if (tokens.isMark(at) && SEPARATORS.has(tokens.written(at))) return false;
    }
    return MIXERS.has(tokens.lower(this.#end - 1));
  }

  /**
   * 'Labs to include: EKG', 'purchase of a TENS unit', 'a block of therapy', 'repair of the wheelchair', 'screening of the
   * urine': the general word only leads to what is requested.
   */
  introduces(word: Head, next: Head): boolean {
    if (word.value.name !== null) return false;
    const { tokens } = this.#reading;
    const [head, asked] = [word.value.category, next.value];
    for (let at = this.#first; at < this.#end; at++) if (tokens.written(at) === ':') return true;
    const joint = tokens.lower(this.#first);
    if (joint === 'of') {
      if (head === 'dme') return true;
      if (head === 'diagnostic-test' && asked.category === 'lab-test') return true;
      if (asked.category === 'dme' && asked.name !== null && (head === 'surgery' || head === 'chiropractic'))
        return true;
    }
    const only = this.#reading.endOfClass(word.first, CATEGORY_WORDS['only introduces']) === word.end;
    return only && (joint === 'of' || joint === 'to' || joint === 'in') && isTherapy(asked.category);
  }
}

const END_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '[', ']', '&', '+', '/']);
const SEPARATORS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')']);
const MIXERS: ReadonlySet<string> = new Set(['/', '+', '&', 'and']);
const LONGEST_MIXTURE = 5;

/** Whether a treatment is had again and again: 'twice a week', 'six sessions', 'x 8'. */
function isHadOften(passage: Passage): boolean {
  const { reading, first, end } = passage;
  if (frequencies(reading).hasBetween(first, end) || has(passage, CATEGORY_WORDS.session)) return true;
  for (const { first: at, max } of numbers(reading).between(first, end)) {
    const before = reading.tokens.lower(at - 1);
    if (max >= LEAST_OFTEN && TIMES.has(before)) return true;
    if (max >= LEAST_OFTEN && TIMES.has(reading.tokens.lower(at + 1))) return true;
  }
  return false;
}

const LEAST_OFTEN = 3;
const TIMES: ReadonlySet<string> = new Set(['x', '×', 'times']);

function has(passage: Passage, wordClass: WordClass): boolean {
  for (const _ of passage.mentions(wordClass)) return true;
  return false;
}

/** Categories whose general words say less than a drug's strength or form: 'supply', 'pad', 'therapy'. */
const YIELD_TO_DRUG: ReadonlySet<Category> = new Set([
  'dme',
  'other',
  'medication',
  'physical-therapy',
  'consultation',
]);
