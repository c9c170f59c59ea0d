import type { Passage } from '../../../language/reading.ts';
import { doses } from '../../../language/values/dose.ts';
import type { Category } from '../../model/determination.ts';
import { CATEGORY_WORDS } from './categoryClasses.ts';
import data from './categoryWords.json' with { type: 'json' };

/** A kind of treatment, and the tokens from which it was read. */
export interface Making {
  readonly category: Category;
  readonly first: number;
  readonly end: number;
}

/** A drug that no list names: by its strength, its form or the making of its name. */
export function findUnknownDrug(passage: Passage): Making | null {
  const { reading, first, end } = passage;
  const [dose] = doses(reading).between(first, end);
  if (dose !== undefined && dose.unit !== 'unit') return { category: 'medication', first: dose.first, end: dose.end };
  const [form] = passage.mentions(CATEGORY_WORDS['drug form']);
  if (form !== undefined) return { category: 'medication', first: form.first, end: form.end };
  return findWord(passage, 'medication', (word) => hasEnding(word, DRUG_ENDINGS, 3, 14));
}

/** What no list names, by the way its name is made ('turbinectomy', 'rhinomanometry') or counted ('Somnicin #30'). */
export const findMaking = (passage: Passage): Making | null =>
  findWord(passage, 'surgery', (word) => hasEnding(word, SURGERY_ENDINGS, 2, 20)) ??
  findWord(passage, 'diagnostic-test', isTest) ??
  findWord(passage, 'imaging', (word) => hasEnding(word, IMAGING_ENDINGS, 3, 20)) ??
  findPieces(passage);

const DRUG_ENDINGS: readonly string[] = data.endings.medication;
const SURGERY_ENDINGS: readonly string[] = data.endings.surgery;
const TEST_ENDINGS: readonly string[] = data.endings['diagnostic-test'];
const TEST_BEGINNINGS: readonly string[] = data.beginnings['diagnostic-test'];
const IMAGING_ENDINGS: readonly string[] = data.endings.imaging;

/** 'Rhinoscopy' by its ending; 'polysomnogram', as an image may end so, by its beginning, too. */
function isTest(word: string): boolean {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  const ending = TEST_ENDINGS.find((each) => singular.endsWith(each) && singular.length > each.length + 1);
  if (ending === undefined) return false;
  const stem = singular.slice(0, -ending.length);
  return (
    !IMAGING_ENDINGS.includes(ending) ||
    TEST_BEGINNINGS.some((each) => stem.startsWith(each) && stem.length > each.length + 1)
  );
}

/** Whether a word has one of some endings after this many letters. */
function hasEnding(word: string, endings: readonly string[], least: number, most: number): boolean {
  return endings.some((each) => {
    const before = word.length - each.length;
    return before >= least && before <= most && word.endsWith(each);
  });
}

function findWord(
  { reading, first, end }: Passage,
  category: Category,
  isMade: (word: string) => boolean,
): Making | null {
  const { tokens } = reading;
  for (let at = first; at < end; at++) {
    if (!tokens.isWord(at) || reading.endOfClass(at, CATEGORY_WORDS['no making']) >= 0) continue;
    if (isMade(tokens.lower(at))) return { category, first: at, end: at + 1 };
  }
  return null;
}

/** '#30' */
function findPieces({ reading: { tokens }, first, end }: Passage): Making | null {
  for (let at = first; at + 1 < end; at++) {
    const pieces = tokens.figures(at + 1);
    if (tokens.written(at) === '#' && tokens.isGlued(at + 1) && pieces >= 10 && pieces < 1000) {
      return { category: 'medication', first: at, end: at + 2 };
    }
  }
  return null;
}
