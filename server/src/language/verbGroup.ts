import { ClassMap } from './lexicon/classMap.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import type { Reading, TokenRange } from './reading.ts';

/** How surely a verb says what it says. */
type Modality =
  | 'none'
  /** 'must', 'should', 'is to', 'cannot'. */
  | 'duty'
  /** 'can', 'is able to'. */
  | 'ability'
  /** 'may', 'might', 'could'. */
  | 'chance'
  | 'would';

/** The words before a verb or a predicate that say whether, when and how surely. */
export interface VerbGroup extends TokenRange {
  /** How many times it is denied: 'cannot be found' once. */
  readonly negations: number;
  readonly modality: Modality;
  /** 'was', 'had been'. */
  readonly isPast: boolean;
  /** 'has been'. */
  readonly isPerfect: boolean;
  /** 'is being done': by somebody, now. */
  readonly isGoingOn: boolean;
  /** A form of 'be' or of a verb like it ('remains', 'is deemed') leads to the predicate. */
  readonly hasLink: boolean;
  /** It contains a finite verb: 'is', 'has', 'should'. */
  readonly isFinite: boolean;
  /** 'to be done', 'to do'. */
  readonly isInfinitive: boolean;
  /** It contains a verb of judging: 'has been found', 'is considered'. */
  readonly isJudged: boolean;
  /** 'is said to be': by others. */
  readonly isHearsay: boolean;
  /** An article comes before the predicate: 'is a reasonable next step'. */
  readonly hasArticle: boolean;
  /** 'usually', 'as a rule': about such cases in general. */
  readonly isGeneral: boolean;
}

/** In tokens. */
const LONGEST = 12;

/** The verb group that ends before `at`, not reaching before `floor`. */
export function verbGroupBefore(reading: Reading, at: number, floor: number): VerbGroup {
  const group: Writable = { first: at, end: at, ...EMPTY };
  for (let last = at - 1; last >= Math.max(floor, at - LONGEST); ) {
    const first = beginningOf(reading, last, floor);
    if (!take(reading, group, first, last)) {
      // 'cannot, on this record, be'
      const opening = startOfAside(reading, group, last, floor);
      const modal = opening < 0 ? modalBefore(reading, group, last, floor) : -1;
      if (opening < 0 && modal < 0) break;
      last = opening < 0 ? modal : opening - 1;
      continue;
    }
    group.first = first;
    last = first - 1;
  }
  return group;
}

/** The modal of a bare 'be', over a few words: 'may one day | be needed'; -1 where there is none. */
function modalBefore(reading: Reading, group: Writable, last: number, floor: number): number {
  if (group.isFinite || group.isInfinitive || reading.tokens.lower(group.first) !== 'be') return -1;
  for (let at = last; at >= Math.max(floor, last - LONGEST_TIME); at--) {
    // 'may help him | be seen' has a verb of its own.
    if (reading.is(at, ENGLISH.modal)) return reading.formAt(at + 1) === 0 ? at : -1;
    if (!reading.tokens.isWord(at) || reading.is(at, ENGLISH.coordinator) || reading.is(at, ENGLISH.be)) return -1;
  }
  return -1;
}

/** In tokens: 'in a month or two'. */
const LONGEST_TIME = 6;

/** Where the comma is that opens an aside within the group: one that ends at a token, right after an auxiliary or a 'not'. */
function startOfAside(reading: Reading, group: Writable, comma: number, floor: number): number {
  if (reading.tokens.written(comma) !== ',' || group.isFinite) return -1;
  for (let at = comma - 1; at > Math.max(floor, comma - LONGEST_ASIDE); at--) {
    if (reading.tokens.written(at) === ',') return LEADS_ON.has(reading, at - 1) || isNot(reading, at - 1) ? at : -1;
  }
  return -1;
}

/** In tokens. */
const LONGEST_ASIDE = 10;

const LEADS_ON = new ClassMap<true>([
  [ENGLISH.be, true],
  [ENGLISH.have, true],
  [ENGLISH.modal, true],
]);

const isNot = ({ tokens }: Reading, at: number): boolean => NOT.has(tokens.lower(at));

type Writable = { -readonly [Key in keyof VerbGroup]: VerbGroup[Key] };

const EMPTY: Omit<VerbGroup, 'first' | 'end'> = {
  negations: 0,
  modality: 'none',
  isPast: false,
  isPerfect: false,
  isGoingOn: false,
  hasLink: false,
  isFinite: false,
  isInfinitive: false,
  isJudged: false,
  isHearsay: false,
  hasArticle: false,
  isGeneral: false,
};

/** Takes the words from `first` to `last` into a group; false where they do not belong to it. */
function take(reading: Reading, group: Writable, first: number, last: number): boolean {
  const { tokens } = reading;
  const ends = (wordClass: (typeof ENGLISH)[keyof typeof ENGLISH]): boolean =>
    reading.endOfClass(first, wordClass) === last + 1;
  const written = tokens.lower(last);
  if (first < last && ends(ENGLISH['no denial'])) return true;
  if (ends(ENGLISH.usually)) {
    group.isGeneral = true;
  } else if (written === 'not' && last + 1 < group.end && tokens.lower(last + 1) === 'just') {
    // 'is not just reasonable but overdue'
    return true;
  } else if (NOT.has(written) || ends(ENGLISH.barely)) {
    group.negations++;
    if (written === 'cannot') group.modality = 'ability';
    group.isFinite ||= written === 'cannot';
  } else if (ends(ENGLISH.be) || isShortIs(reading, last)) {
    group.hasLink = true;
    group.isFinite ||= !NEVER_FINITE.has(written);
    // 'is being done', not 'may be continued, being necessary'
    group.isGoingOn ||= written === 'being' && reading.is(last - 1, ENGLISH.be);
    group.isPast ||= written === 'was' || written === 'were';
  } else if (ends(ENGLISH.have)) {
    group.isPerfect = true;
    group.isFinite ||= written !== 'having';
    group.isPast ||= written === 'had';
  } else if (ends(ENGLISH.do)) {
    group.isPast ||= written === 'did';
    group.isFinite = true;
  } else if (ends(ENGLISH.modal) || ends(ENGLISH['like modal'])) {
    group.modality = MODALITY.get(written) ?? 'duty';
    group.isFinite = true;
  } else if (written === 'to' && (group.hasLink || last === group.end - 1 || group.modality !== 'none')) {
    group.isInfinitive = true;
  } else if (REFLEXIVES.has(written)) {
    // 'is itself'
    return reading.is(last - 1, ENGLISH.judge) || reading.is(last - 1, ENGLISH.be);
  } else if (ends(ENGLISH.judge) && REFLEXIVES.has(tokens.lower(last + 1))) {
    group.hasLink = true;
    group.isFinite = true;
  } else if (ends(ENGLISH.judge) && (reading.formAt(last) & Form.participle) !== 0) {
    group.isJudged = true;
  } else if (ends(ENGLISH.hearsay) && HEARD.has(tokens.lower(last + 1))) {
    group.isHearsay = true;
  } else if (ends(ENGLISH.link)) {
    group.hasLink = true;
    group.isFinite ||= (reading.formAt(last) & (Form.thirdPerson | Form.past)) !== 0;
  } else if (last === group.end - 1 && ends(ENGLISH.article)) {
    group.hasArticle = true;
  } else {
    // 'notmedically'
    if (written.startsWith('not') && isAdverb(written)) {
      group.negations++;
      return true;
    }
    return ends(ENGLISH.degree) || isAdverb(written) || isSetOff(reading, group, first);
  }
  return true;
}

/** 'is said to be', 'is described as' */
const HEARD: ReadonlySet<string> = new Set(['to', 'as']);

/** 'I find myself unable to agree' */
const REFLEXIVES: ReadonlySet<string> = new Set(['myself', 'himself', 'herself', 'itself', 'ourselves']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'cannot', 'nor', 'neither', 'unable']);
const MODALITY: ReadonlyMap<string, Modality> = new Map([
  ['may', 'chance'],
  ['might', 'chance'],
  ['could', 'chance'],
  ['would', 'would'],
  ['can', 'ability'],
  ['d', 'would'],
  ['able', 'ability'],
]);

/** The 's of 'it's' and 'there's', which stands for 'is'; not that of 'the worker's'. */
export const isShortIs = ({ tokens }: Reading, at: number): boolean =>
  tokens.isPossessive(at) &&
  (BEFORE_SHORT_IS.has(tokens.lower(at - 1)) ||
    // 'this one's a no', not 'this one's arch'
    (tokens.lower(at - 1) === 'one' && AFTER_SHORT_IS.has(tokens.lower(at + 1))));

const AFTER_SHORT_IS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'not', 'too', 'just']);

const BEFORE_SHORT_IS: ReadonlySet<string> = new Set('it he she that this there here what who'.split(' '));

const NEVER_FINITE: ReadonlySet<string> = new Set(['be', 'been', 'being']);

const isAdverb = (written: string): boolean => written.length > 4 && written.endsWith('ly') && !TIMES.has(written);

/** 'Yearly would do': such a word is a subject. */
const TIMES: ReadonlySet<string> = new Set(['yearly', 'monthly', 'weekly', 'daily', 'quarterly']);

/** The comma of 'is, to my mind, proper'. */
function isSetOff(reading: Reading, group: VerbGroup, comma: number): boolean {
  if (reading.tokens.written(comma) !== ',' || group.first === group.end) return false;
  const before = beginningOf(reading, comma - 1, 0);
  return (
    reading.endOfClass(before, ENGLISH.degree) === comma ||
    LEADS_ON.has(reading, comma - 1) ||
    isNot(reading, comma - 1)
  );
}

/** Where the group of words begins that ends with a token: that of 'at this time' two before. */
function beginningOf(reading: Reading, last: number, floor: number): number {
  for (let first = Math.max(floor, last - 3); first < last; first++) {
    if (endsAt(reading, first, last + 1) && GROUPS.some((each) => reading.endOfClass(first, each) === last + 1))
      return first;
  }
  return last;
}

/** Whether any entry that begins at a token ends at another: few do, and classes are looked up for them alone. */
function endsAt({ entries }: Reading, first: number, end: number): boolean {
  for (let entry = entries.from(first); entry < entries.from(first + 1); entry++)
    if (entries.end(entry) === end) return true;
  return false;
}

const GROUPS = [
  ENGLISH.be,
  ENGLISH.have,
  ENGLISH.degree,
  ENGLISH.barely,
  ENGLISH.usually,
  ENGLISH.modal,
  ENGLISH['like modal'],
  ENGLISH['no denial'],
];
