import { isoDate } from '../../determination/calendar.ts';
import type { IsoDate, LetterDate } from '../../determination/model.ts';
import type { LetterText } from '../../text/letterText.ts';
import type { Fix } from './rule.ts';

const FIGURES = /\d+/g;

/**
 * Changes a date's year where the neighbouring one makes it fit: a slip of the turn of the year.
 * @param fits whether a day would be in order
 */
export function yearFix(text: LetterText, { day, span }: LetterDate, fits: (day: IsoDate) => boolean): Fix | null {
  if (day === null) return null;
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const other = [year + 1, year - 1].find((each) => {
    const moved = isoDate(each, month, dayOfMonth);
    return moved !== null && fits(moved);
  });
  const words = text.prose.within(span);
  const written = [...words.text.matchAll(FIGURES)].findLast(
    ([figures]) => Number(figures) === year || (figures.length === 2 && Number(figures) === year % 100),
  );
  if (other === undefined || written === undefined) return null;
  const newText = written[0].length === 2 ? String(other % 100).padStart(2, '0') : String(other);
  return {
    title: `Change the year to ${other}`,
    edits: [{ span: words.spanOf(written), newText }],
    kind: 'judgement',
  };
}
