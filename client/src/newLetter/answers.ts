/** What may be answered to the questions of *New Letter*. Pure: it knows nothing of the editor. */

/** Why an answer cannot be taken; null where it can. Empty is always taken: it is filled in later. */
export type Check = (answer: string) => string | null;

export const checkCaseNumber: Check = (answer) =>
  answer === '' || /^CM\d\d-\d{7}$/i.test(answer)
    ? null
    : 'A case number has CM, two digits for the year, a hyphen, and seven digits, as in CM17-0990001.';

export const checkDate: Check = (answer) => {
  if (answer === '') return null;
  const date = dateIn(answer);
  if (date === null) return 'Write the date as month, day, and year: 01/04/2017.';
  return isDay(date) ? null : `This date does not exist: ${answer}.`;
};

/** A date as letters write it, with two digits for month and day; any other answer unchanged. */
export function asLetterDate(answer: string): string {
  const date = dateIn(answer);
  if (date === null) return answer;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.month)}/${two(date.day)}/${date.year}`;
}

/** What is odd about a day that comes before another one it should follow; null where nothing is. */
export function orderNote(answer: string, earlier: string, what: string): string | null {
  const [day, other] = [dateIn(answer), dateIn(earlier)];
  if (day === null || other === null || !isDay(day) || sortable(day) >= sortable(other)) return null;
  return `This is before ${what}, ${asLetterDate(earlier)}. Press Enter if it is right.`;
}

interface CalendarDate {
  readonly month: number;
  readonly day: number;
  readonly year: number;
}

/** '1/4/2017', '01-04-2017' or '2017-01-04'. A year has four digits: the century is never guessed. */
function dateIn(answer: string): CalendarDate | null {
  const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(answer);
  const [, month, day, year] = american ?? [];
  if (american !== null) return { month: Number(month), day: Number(day), year: Number(year) };
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer);
  return iso === null ? null : { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
}

function isDay({ year, month, day }: CalendarDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const sortable = ({ year, month, day }: CalendarDate): number => year * 10_000 + month * 100 + day;
