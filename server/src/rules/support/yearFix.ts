import type { Fix } from '../../checking/rule.ts';
import { asRead, type Determination, type IsoDate } from '../../determination/model/determination.ts';
import { isoDate } from '../../determination/readers/dates/calendar.ts';
import { everywhere } from '../../text/pattern.ts';
import type { Span } from '../../text/span.ts';
import { type Conflict, isWrongDay, type TimeFault } from './chronology.ts';

const FIGURES = everywhere(/\d+/);

/** Changes a wrong day's year, wherever the letter gives it, where the year before or after puts everything in order: a mistake of early January. */
export function yearFix(letter: Determination, { wrong, conflicts }: TimeFault): Fix | null {
  const [year = 0, month = 0, dayOfMonth = 0] = wrong.day.split('-').map(Number);
  const bounds = boundsOf(letter);
  const other = [year + 1, year - 1].find((each) => {
    const moved = isoDate(each, month, dayOfMonth);
    if (moved === null || !conflicts.every((conflict) => isSettled(conflict, wrong === conflict.earlier, moved)))
      return false;
    return wrong.role === 'decision' || (moved <= bounds.last && (wrong.role === 'injury' || moved >= bounds.first));
  });
  if (other === undefined) return null;
  const edits = wrong.dates.flatMap(({ span }) => editOf(letter, span, year, other) ?? []);
  if (edits.length < wrong.dates.length) return null;
  return { title: `Change the year to ${other}`, edits, kind: 'judgment' };
}

function isSettled({ kind, earlier, later }: Conflict, isEarlier: boolean, moved: IsoDate): boolean {
  const other = isEarlier ? later.day : earlier.day;
  if (kind === 'disagreement') return moved === other;
  return isEarlier ? moved <= other : moved >= other;
}

/** A day that is not in question bounds the others. */
function boundsOf(letter: Determination): { readonly first: IsoDate; readonly last: IsoDate } {
  const { dateOfInjury, decisionDate } = letter.header;
  const sound = (day: IsoDate | undefined): IsoDate | null =>
    day === undefined || isWrongDay(letter, day) ? null : day;
  return {
    // A letter without a header has it in the summary.
    first: sound(asRead(dateOfInjury)?.value ?? letter.patient.dateOfInjury?.value) ?? '0001-01-01',
    last: sound(asRead(decisionDate)?.value) ?? '9999-12-31',
  };
}

function editOf({ text }: Determination, span: Span, year: number, other: number): Fix['edits'][number] | null {
  const words = text.prose.within(span);
  const written = [...FIGURES.in(words.text)].findLast(
    ([figures]) => Number(figures) === year || (figures.length === 2 && Number(figures) === year % 100),
  );
  if (written === undefined) return null;
  const newText = written[0].length === 2 ? String(other % 100).padStart(2, '0') : String(other);
  return { span: words.spanOf(written), newText };
}
