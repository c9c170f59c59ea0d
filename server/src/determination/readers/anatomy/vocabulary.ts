import { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { BodyPart } from '../../model/determination.ts';
import bodyParts from './bodyParts.json' with { type: 'json' };
import { LEVEL_CLASSES } from './levels.ts';
import { SIDE_CLASSES } from './sideWords.ts';
import { TWO_SIDES_CLASSES } from './twoSidesWords.ts';

/**
 * Parts of the body; a word can name two ('thoracolumbar'). Idioms that hold the name of a part and mean none ('on the
 * other hand') stand for no part: being longer they win.
 */
export const BODY_PART_NAMES = new WordClass<readonly BodyPart[]>('body part', function* () {
  for (const part of BODY_PARTS) for (const words of PARTS[part]) yield { words, value: [part], bends: 'noun' };
  for (const { parts, terms } of bodyParts.several) {
    const value = BODY_PARTS.filter((part) => parts.includes(part));
    for (const words of terms) yield { words, value, bends: 'noun' };
  }
  for (const words of bodyParts.noPart) yield { words, value: [], bends: 'noun' };
});

/** What makes the part of a body before it the name of a guideline's chapter: with a capital, 'chapter' in any case. */
export const CHAPTER_WORDS = new WordClass<'with a capital' | 'in any case'>('chapter word', function* () {
  for (const words of ['complaint', 'disorder', 'condition']) yield { words, value: 'with a capital', bends: 'noun' };
  yield { words: 'chapter', value: 'in any case', bends: 'fixed' };
});

/** What is a part of the spine or all of it, whichever its region is. */
export const SPINE_WORDS = new WordClass('spine', function* () {
  for (const words of ['spine', 'spinal']) yield { words, value: true, bends: 'noun' };
});

const PARTS: Readonly<Record<BodyPart, readonly string[]>> = bodyParts.parts;

const BODY_PARTS: readonly BodyPart[] = [
  'head',
  'neck',
  'upper-back',
  'low-back',
  'spine',
  'shoulder',
  'upper-arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'finger',
  'chest',
  'abdomen',
  'groin',
  'hip',
  'pelvis',
  'thigh',
  'knee',
  'lower-leg',
  'ankle',
  'foot',
  'toe',
  'upper-extremity',
  'lower-extremity',
];

export const ANATOMY: readonly WordClass<unknown>[] = [
  BODY_PART_NAMES,
  CHAPTER_WORDS,
  SPINE_WORDS,
  ...LEVEL_CLASSES,
  ...SIDE_CLASSES,
  ...TWO_SIDES_CLASSES,
];
