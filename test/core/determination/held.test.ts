import { describe, expect, test } from 'vitest';
import {
  isAskedAbout,
  isBesideMatter,
  isContrasted,
  unheldEvent,
  wasDecidedBefore,
} from '../../../server/src/determination/readers/statements/held.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import type { Prose } from '../../../server/src/text/prose.ts';
import type { Span } from '../../../server/src/text/span.ts';

/** What is asked of the words in brackets. */
function asked<T>(question: (prose: Prose, span: Span) => T, marked: string): T {
  const { prose } = new LetterText(marked.replace(/[[\]]/g, ''));
  return question(prose, prose.span(marked.indexOf('['), marked.indexOf(']') - 1));
}

describe('whether the event of a day happened, and to the worker', () => {
  test.each<[string | null, string]>([
    ...'seen examined evaluated treated reexamined'
      .split(' ')
      .map((word): [string, string] => ['denied', `He was not ${word} on [1/5/2014].`]),
    ...'visit visits appointment examination evaluation consultation session encounter note report request'
      .split(' ')
      .map((word): [string, string] => ['denied', `There is no ${word} of [1/5/2014].`]),
    ['denied', 'He never attended on [1/5/2014].'],
    ['denied', 'He never presented on [1/5/2014].'],
    ['denied', 'No scan was performed on [1/5/2014].'],
    ['denied', 'No scan was done on [1/5/2014].'],
    ['denied', 'No notes submitted [1/5/2014] were read.'],
    ['denied', 'None received on [1/5/2014] was read.'],
    ['denied', 'None requested on [1/5/2014] was read.'],
    ['denied', 'There is no letter dated [1/5/2014].'],
    ['denied', 'She did not see him on [1/5/2014].'],
    ['denied', 'She denies being seen on [1/5/2014].'],
    ['denied', 'She denied the visit of [1/5/2014].'],
    ['denied', 'She failed to be seen on [1/5/2014].'],
    ['denied', 'She missed the visit of [1/5/2014].'],
    ['denied', 'The file lacks a note of [1/5/2014].'],
    ['denied', 'In the absence of a note of [1/5/2014] he rests.'],
    ['denied', 'She went without a visit on [1/5/2014].'],
    ['denied', 'She was neither seen on [1/5/2014] nor called.'],
    ['denied', 'She rests nor was seen on [1/5/2014].'],
    ...'kept attended available provided submitted seen'
      .split(' ')
      .map((word): [string, string] => ['denied', `The visit of [1/5/2014] was not ${word}.`]),
    ['denied', 'The visit of [1/5/2014] never took place.'],
    ['denied', 'The visit of [1/5/2014] never happened.'],
    ['denied', 'The visit of [1/5/2014] never occurred.'],
    ['denied', 'The visit of [1/5/2014] did not happen.'],
    ['denied', 'The visit of [1/5/2014] did not occur.'],
    ['denied', 'The visit of [1/5/2014] never came about.'],
    ['denied', 'The visit of [1/5/2014] is not on file.'],
    ['condition', 'If he was seen on [1/5/2014], more is known.'],
    ['another person', 'Her husband was seen on [1/5/2014].'],
    [null, 'She was seen on [1/5/2014].'],
    [null, 'There was no change on [1/5/2014].'],
    [null, 'No spasm was felt, and she was seen on [1/5/2014].'],
    [null, 'She was seen with her husband on [1/5/2014].'],
    [null, 'At the visit of [1/5/2014] she had no spasm.'],
  ])('%s: %s', (expected, marked) => {
    expect(asked(unheldEvent, marked)).toBe(expected);
  });
});

test.each([
  ...'not for|not of|not a|not an|not the|rather than|instead of|other than|unlike|as opposed to|in place of|apart from'
    .split('|')
    .map((words): [boolean, string] => [true, `It is a scan ${words} [acupuncture].`]),
  [false, 'It is not needed, and [acupuncture] is.'],
  [false, 'It is for [acupuncture].'],
])('whether it is what is not meant: %s: %s', (expected, marked) => {
  expect(asked(isContrasted, marked)).toBe(expected);
});

test.each([
  ...'denied|certified|approved|authorized|modified|non-certified|granted|refused|withdrawn'
    .split('|')
    .map((word): [boolean, string] => [true, `The [acupuncture] was ${word} in May.`]),
  ...'denied|certified|approved|authorized|modified|granted|withdrawn'
    .split('|')
    .map((word): [boolean, string] => [true, `The [scans] were ${word} in May.`]),
  ...'denied|certified|approved|authorized'
    .split('|')
    .map((word): [boolean, string] => [true, `The [scan] had been ${word} in May.`]),
  [false, 'The [acupuncture] is denied.'],
  [false, 'The [acupuncture] helped, but the scan was denied.'],
])('whether it was decided before: %s: %s', (expected, marked) => {
  expect(asked(wasDecidedBefore, marked)).toBe(expected);
});

test.each([
  ...'asked for|requested|in dispute|at issue|sought|claimed|in question|disputed'
    .split('|')
    .map((words): [boolean, string] => [true, `No scan of the [left knee] was ${words}.`]),
  [true, 'If the [left knee] were hurt, it would be examined.'],
  [false, 'No sign of a tear of the [left knee] was found.'],
  [false, 'The request for the [left knee] is not supported.'],
])('whether it is beside the matter: %s: %s', (expected, marked) => {
  expect(asked(isBesideMatter, marked)).toBe(expected);
});

test.each([
  [true, 'The surgeon must learn whether the [left knee] is torn.'],
  [true, 'Whether the [left knee] is torn has to be seen.'],
  [false, 'If the [left knee] were torn, it would lock.'],
  [false, 'He asks whether she is better, and the [left knee] is torn.'],
])('whether it is only asked about: %s: %s', (expected, marked) => {
  expect(asked(isAskedAbout, marked)).toBe(expected);
});
