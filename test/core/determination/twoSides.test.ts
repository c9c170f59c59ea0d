import { expect, test } from 'vitest';
import { findTwoSides } from '../../../server/src/determination/readers/anatomy/twoSides.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** 'left knee / both knees' of each statement. */
const found = (text: string): readonly string[] =>
  findTwoSides(new LetterText(text).prose).map(({ one, other }) =>
    [one, other].map(({ start, end }) => text.slice(start, end)).join(' / '),
  );

/** `text` with each of some words in place of its '#'. */
const each = (text: string, words: string): readonly string[] =>
  words.split('|').map((word) => text.replace('#', word));

test.each([
  'The left knee has pain in both knees.',
  'Exam of the left knee showed pain in both knees today.',
  ...each('The left knee # pain in both knees.', 'demonstrates|displays|exhibits|had|reveals|shows'),
  ...each('The left knee has pain # both knees.', 'about|across|around|at|in|on|over|throughout'),
])('one side, then both: %s', (text) => expect(found(text)).toEqual(['left knee / both knees']));

test.each(['The left knee has pain in the right knee.', 'MRI of the left knee shows a tear in the right knee.'])(
  'one side, then the other: %s',
  (text) => expect(found(text)).toEqual(['left knee / right knee']),
);

test.each([
  'The left knee has pain. Both knees are stiff.',
  'The left knee has pain, in both knees there is a crack.',
  'The left knee has pain in the left knee.',
  'Both knees have pain in the left knee.',
  'The left knee has pain from both knees.',
  'The left knee is sore on both knees.',
  'The left knee has pain in both ankles.',
  'The left knee has been injected in both knees.',
  ...each(
    'The left knee has # pain in both knees.',
    'after|although|and|as|because|before|better|but|compared|contralateral|equal|followed|greater|greatest|less|like|more|most|nor|opposite|or|other|same|similar|since|than|then|unlike|versus|vs|when|whereas|while|worse|worst|side',
  ),
  ...each(
    '# of the left knee shows pain in both knees.',
    'Arthrogram|CT|EMG|Films|Images|Imaging|MRI|NCS|NCV|Plain films|Radiographs|Scan|Study|Ultrasound|X-rays|Electrodiagnostic work',
  ),
  `The left knee has ${'pain '.repeat(21)}in both knees.`,
])('one statement does not have two sides: %s', (text) => expect(found(text)).toEqual([]));
