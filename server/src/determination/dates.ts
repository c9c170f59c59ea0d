import type { LetterText } from '../text/letterText.ts';
import type { CaseHeader, DisputedIssue, LetterDate, Section } from './model.ts';

export function readDates(
  _text: LetterText,
  _sections: readonly Section[],
  _header: CaseHeader,
  _issues: readonly DisputedIssue[],
): readonly LetterDate[] {
  return [];
}
