import { describe, expect, test } from 'vitest';
import { findSides } from '../../../server/src/determination/readers/anatomy/sides.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** Each side with its part, as 'left knee'; '-' where it has none. */
const sidesIn = (text: string, kind: 'prose' | 'heading' = 'prose'): readonly string[] =>
  findSides(new LetterText(text).prose, kind).map(({ side, bodyPart }) => `${side} ${bodyPart ?? '-'}`);

describe('sides in prose', () => {
  test.each([
    ['The left-sided L5 symptoms stay.', ['left low-back']],
    ['There is pain at L4-5 on the left.', ['left low-back']],
    ['She has a right lateral ankle sprain.', ['right ankle']],
    ['He broke the left 2nd and 3rd fingers.', ['left finger']],
    ['The right middle and ring fingers are stiff.', ['right finger']],
    ['Left more than right shoulder pain was told of.', ['left shoulder', 'right shoulder']],
    ['Left worse than right wrist; left less than right hip.', ['left wrist', 'right wrist', 'left hip', 'right hip']],
    ['The left and the right elbow are sore.', ['left elbow', 'right elbow']],
    ['R/L wrists, R & L knees', ['right wrist', 'left wrist', 'right knee', 'left knee']],
    ['Rt. knee and Lt elbow', ['right knee', 'left elbow']],
    ['Knee (L), ankle (R)', ['left knee', 'right ankle']],
    ['The knee pain is worse on the right.', ['right knee']],
    ['Shoulder surgery on the left was done.', ['left shoulder']],
    ['the right aspect of his neck, the left half of the face', ['right neck', 'left head']],
    ['both hands, both feet; both shoulder and neck', ['bilateral hand', 'bilateral foot']],
    [
      'bilat. wrists, b/l ankles, BUE, LLE',
      ['bilateral wrist', 'bilateral ankle', 'bilateral upper-extremity', 'left lower-extremity'],
    ],
    ['the lfet knee, the rigth hip, the rihgt hand', ['left knee', 'right hip', 'right hand']],
    ['It is worse on the left. It radiates bilaterally.', ['left -', 'bilateral -']],
  ])('%s', (text, expected) => {
    expect(sidesIn(text)).toEqual(expected);
  });

  test.each([
    'He left work with a sore knee.',
    'She left his office; her knee hurt.',
    'She went home right away for her knee.',
    'A right-handed man with knee pain',
    'A right-hand-dominant cook with elbow pain',
    'The right to a hearing about the knee',
    'The r 5 knee, the l shoulder',
    'Right now the pain of the knee is gone.',
    'left early knee, right home hip',
  ])('none in: %s', (text) => {
    expect(sidesIn(text)).toEqual([]);
  });
});

describe('sides in a heading', () => {
  test.each([
    ['Ulnar nerve transposition, left', ['left -']],
    ['Rt. Knee brace', ['right knee']],
    ['Hinged elbow brace, padded, right', ['right elbow']],
    ['Shoulder, R', ['right shoulder']],
    ['Echocardiogram for the left ventricle', []],
    ['Facet blocks, L4-5, right', ['right low-back']],
  ])('%s', (text, expected) => {
    expect(sidesIn(text, 'heading')).toEqual(expected);
  });
});
