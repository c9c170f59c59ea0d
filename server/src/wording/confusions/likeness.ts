import { nearlyEqual } from '../../text/nearlyEqual.ts';

/** A word, and how it sounds. */
export interface SoundedWord {
  readonly word: string;
  readonly sound: string;
}

export const sounded = (word: string): SoundedWord => ({ word, sound: soundOf(word) });

/**
 * Whether a word may have been written for another: within a letter or two, or of one sound, and no other form of it.
 * @param isUsual it is a word that letters use: then it must be as near as can be
 */
export const isMistakenFor = (written: SoundedWord, meant: SoundedWord, isUsual: boolean): boolean =>
  written.word !== meant.word && isNear(written, meant, isUsual) && !isFormOf(written.word, meant.word);

function isNear(
  { word: written, sound }: SoundedWord,
  { word: meant, sound: soundOfMeant }: SoundedWord,
  isUsual: boolean,
): boolean {
  const sameSound = sound === soundOfMeant;
  const shorter = Math.min(written.length, meant.length);
  if (shorter >= LEAST_FOR_ONE && nearlyEqual(written, meant, 1)) return true;
  if (shorter >= 3 && sameSound && nearlyEqual(written, meant, shorter > 3 ? 3 : 2)) return true;
  if (isUsual) return false;
  if (sameSound && shorter >= LEAST_FOR_ONE) return true;
  if (shorter >= 3 && begins(written, meant, 2) && nearlyEqual(written, meant, 1)) return true;
  if (shorter >= LEAST_FOR_TWO && begins(written, meant, 1) && nearlyEqual(written, meant, 2)) return true;
  return (
    shorter >= LEAST_FOR_THREE && begins(written, meant, 2) && ends(written, meant, 3) && nearlyEqual(written, meant, 3)
  );
}

const LEAST_FOR_ONE = 4;
const LEAST_FOR_TWO = 5;
const LEAST_FOR_THREE = 9;

const begins = (a: string, b: string, letters: number): boolean => a.slice(0, letters) === b.slice(0, letters);

const ends = (a: string, b: string, letters: number): boolean => a.slice(-letters) === b.slice(-letters);

/** The less, the likelier. */
export function likeness(written: SoundedWord, meant: SoundedWord): number {
  for (let most = 1; most <= 3; most++)
    if (nearlyEqual(written.word, meant.word, most)) return 2 * most - (written.sound === meant.sound ? 1 : 0);
  return 8;
}

/** Whether two words are forms of one: 'injection' and 'injections', 'therapist' and 'therapy'. */
function isFormOf(a: string, b: string): boolean {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same >= LEAST_STEM && ENDINGS.has(a.slice(same)) && ENDINGS.has(b.slice(same));
}

const LEAST_STEM = 4;
const ENDINGS: ReadonlySet<string> = new Set(
  ' s es d ed ing ings ion ions or ors er ers al ally ly y ies ic ics ist ists ive e ness ment ments able me ation ations ated ating ates ate us um i a is es'.split(
    ' ',
  ),
);

/** Letters that sound alike as one, vowels left out, doubled letters once: 'sight', 'site' and 'cite' are the same. */
export function soundOf(word: string): string {
  let sound = '';
  for (let at = 0; at < word.length; at++) {
    const [code, length] = soundAt(word, at);
    if (code !== '' && !sound.endsWith(code)) sound += code;
    at += length - 1;
  }
  return sound;
}

function soundAt(word: string, at: number): readonly [code: string, length: number] {
  const two = word.slice(at, at + 2);
  const pair = PAIRS.get(two);
  if (pair !== undefined && (at === 0 || !FIRST_ONLY.has(two))) return [pair, 2];
  const letter = word.charAt(at);
  if (letter === 'c') return ['eiy'.includes(word.charAt(at + 1)) && at + 1 < word.length ? 's' : 'k', 1];
  if ('aeiouyhw'.includes(letter)) return [at === 0 && letter !== 'h' && letter !== 'w' ? 'a' : '', 1];
  return [SINGLE.get(letter) ?? letter, 1];
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['ph', 'f'],
  ['gh', ''],
  ['kn', 'n'],
  ['wr', 'r'],
  ['ps', 's'],
  ['mb', 'm'],
  ['ck', 'k'],
  ['sh', 'x'],
  ['ch', 'x'],
  ['th', 'z'],
]);
const FIRST_ONLY: ReadonlySet<string> = new Set(['kn', 'wr', 'ps']);
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['q', 'k'],
  ['z', 's'],
  ['d', 't'],
  ['g', 'j'],
  ['v', 'f'],
]);
