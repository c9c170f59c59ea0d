import { classesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Laterality } from '../../model/determination.ts';
import data from './sideWords.json' with { type: 'json' };

/** A word that may name a side of the body. */
export interface SideWord {
  readonly side: Laterality;
  /**
   * `word`: may name a side by itself ('left'); `of several`: before parts in the plural alone ('both knees'); `letter`: 'L',
   * 'Rt'; `with part`: names the part, too ('RUE').
   */
  readonly use: 'word' | 'of several' | 'letter' | 'with part';
}

export const SIDE_WORDS = new WordClass<SideWord>('side', function* () {
  for (const side of ['left', 'right', 'bilateral'] as const) {
    const { words, ofSeveral, letters, withPart } = data.sides[side];
    for (const each of words) yield { words: each, value: { side, use: 'word' }, bends: 'fixed' };
    for (const each of ofSeveral) yield { words: each, value: { side, use: 'of several' }, bends: 'fixed' };
    for (const each of letters) yield { words: each, value: { side, use: 'letter' }, bends: 'fixed' };
    for (const each of withPart) yield { words: each, value: { side, use: 'with part' }, bends: 'noun' };
  }
});

/** Words around sides: what may and may not be between a side and its part. */
export const AROUND_SIDES = classesOf(data.around);

export const SIDE_CLASSES: readonly WordClass<unknown>[] = [SIDE_WORDS, ...Object.values(AROUND_SIDES)];
