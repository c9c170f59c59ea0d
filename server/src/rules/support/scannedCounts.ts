import type { Finding } from '../../checking/rule.ts';
import { passages } from '../../determination/lines/passages.ts';
import type { Determination } from '../../determination/model/determination.ts';
import { findScannedNumbers } from '../../determination/readers/visits/counts/scannedNumbers.ts';
import { asFigures } from '../../language/values/dateShapes.ts';

/** Counts with a letter in place of a digit, in the order of the letter. */
export function* scannedCounts(letter: Determination): Iterable<Finding> {
  for (const { prose, issue } of passages(letter)) {
    for (const { span, words, letter: character } of findScannedNumbers(prose)) {
      const newText = asFigures(words);
      yield {
        span,
        message: `“${words}” has “${character}” in place of a digit.`,
        issue,
        fixes: [{ title: `Change “${words}” to “${newText}”`, edits: [{ span, newText }], kind: 'judgment' }],
      };
    }
  }
}
