import { everywhere } from '../../../text/pattern.ts';
/**
 * The words before 'medically necessary' that make a statement of it: 'is', 'cannot be deemed', 'was determined to be
 * not'. Read backwards, word by word, as far as only such words stand there.
 */
export interface Predicate {
  /** Where it begins in the text. */
  readonly start: number;
  readonly negative: boolean;
  /** How many of its words deny. */
  readonly denials: number;
  /** It has 'and', 'or' or 'nor': 'was not and is not' and 'neither … nor' deny once. */
  readonly joined: boolean;
  /** 'partially', 'in part'. */
  readonly partly: boolean;
  readonly mood: Mood;
}

export type Mood =
  /** 'is', 'was determined to be'. */
  | 'stated'
  /** 'would be'. */
  | 'would'
  /** 'may be', 'should be'. */
  | 'possible'
  /** No finite verb: 'services deemed to be', or nothing. */
  | 'none';

type Role = 'finite' | 'negative' | 'negative-finite' | 'would' | 'possible' | 'partly' | 'other';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...roles(
    'finite',
    'is are was were has have had does do did can remains remain remained appears appear appeared seems seem',
  ),
  ...roles('negative', 'not nor neither never no non'),
  ...roles('negative-finite', "cannot isn't aren't wasn't weren't doesn't don't didn't can't hasn't haven't isnt cant"),
  ...roles('would', 'would'),
  ...roles('possible', 'may might should could must'),
  ...roles('partly', 'partially partly'),
  ...roles(
    'other',
    'be been being to as also therefore thus hence both still only clearly currently presently then otherwise either simply now yet medically medical clinically reasonable reasonably necessary appropriate indicated and or , it considered determined deemed found felt seen thought judged established viewed regarded believed certified supported warranted justified shown demonstrated concluded recommended an a',
  ),
]);

function roles(role: Role, words: string): readonly (readonly [string, Role])[] {
  return words.split(' ').map((word) => [word, role] as const);
}

/** 'Was not and is not', 'neither … nor'. */
const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'nor', ',']);

const WORDS = everywhere(/[A-Za-z]+(?:['’][a-z]+)?|[^\sA-Za-z]/);
/** No predicate is longer. */
const REACH = 110;

/** The predicate that ends at `end`. `floor` is the sentence's start. */
export function predicateBefore(text: string, floor: number, end: number): Predicate {
  const from = Math.max(floor, end - REACH);
  const seen = new Set<Role>();
  let start = end;
  let denials = 0;
  let joined = false;
  for (const word of [...WORDS.in(text.slice(from, end))].reverse()) {
    const spelt = word[0].toLowerCase().replace('’', "'");
    const role = ROLES.get(spelt);
    if (role === undefined) break;
    if (role === 'negative' || role === 'negative-finite') denials++;
    if (JOINS.has(spelt)) joined = true;
    seen.add(role);
    start = from + word.index;
  }
  return {
    start,
    negative: denials > 0,
    denials,
    joined,
    partly: seen.has('partly'),
    mood: moodOf(seen),
  };
}

function moodOf(seen: ReadonlySet<Role>): Mood {
  // 'could not be considered' states; 'may be' does not.
  if (seen.has('possible')) return 'possible';
  if (seen.has('would')) return 'would';
  return seen.has('finite') || seen.has('negative-finite') ? 'stated' : 'none';
}
