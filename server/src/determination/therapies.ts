/** The therapies that are counted in visits, and the words that name them. */
import type { Category } from './model.ts';

export type Therapy =
  | 'physical'
  | 'occupational'
  | 'chiropractic'
  | 'acupuncture'
  | 'massage'
  | 'aquatic'
  | 'psychological'
  | 'program';
/** What is counted in sessions too and must not be taken for a therapy in dispute. */
type Named = Therapy | 'other';

const OF_CATEGORY: Partial<Record<Category, Therapy>> = {
  'physical-therapy': 'physical',
  'occupational-therapy': 'occupational',
  chiropractic: 'chiropractic',
  acupuncture: 'acupuncture',
  massage: 'massage',
  'aquatic-therapy': 'aquatic',
  psychotherapy: 'psychological',
  'work-hardening': 'program',
  'functional-restoration': 'program',
};

/** Null for a service that is not counted in visits. */
export const therapyOf = (category: Category): Therapy | null => OF_CATEGORY[category] ?? null;

/** Called by these words. Where two stand in one phrase ('chiropractic physiotherapy') the first of the list gives its name. */
const NAMES: readonly (readonly [Named, string])[] = [
  ['other', 'injections?|shock ?wave|ESWT|biofeedback|radiation|speech'],
  ['chiropractic', 'chiro\\w*|manipulati\\w+'],
  ['acupuncture', '(?:electro)?acupunct\\w+'],
  ['massage', 'massage|myofascial release'],
  ['aquatic', 'aqua\\w*|pool|hydrotherapy'],
  ['psychological', 'psycho\\w+|cognitive|CBT|counsel\\w+|behavio\\w+'],
  ['program', 'work (?:hardening|conditioning)|functional restoration'],
  ['occupational', 'occupational(?! injur| claim| medicine)|OT|hand therapy'],
  ['physical', 'physical (?:therapy|medicine)|physiotherapy|physio|PT|therapy|rehabilitation'],
];

const NAME = new RegExp(String.raw`\b(?:${NAMES.map(([, words]) => `(${words})`).join('|')})\b`, 'gi');

/** The therapy that the words name, nearest to their beginning or to their end; null where none is named. */
export function nearestTherapy(words: string, from: 'first' | 'last'): Named | null {
  let nearest: number | null = null;
  let end = -1;
  for (const match of words.matchAll(NAME)) {
    const rank = match.slice(1).findIndex((group) => group !== undefined);
    // 'chiropractic physiotherapy' and 'aquatic physical therapy' are one therapy with two words.
    const continues: boolean = nearest !== null && match.index - end <= 1;
    if (from === 'first' && nearest !== null && !continues) break;
    nearest = continues && nearest !== null ? Math.min(nearest, rank) : rank;
    end = match.index + match[0].length;
  }
  return nearest === null ? null : (NAMES[nearest]?.[0] ?? null);
}
