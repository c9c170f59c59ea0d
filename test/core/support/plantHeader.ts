/** Slips to plant in the fields of a header, whatever layout it has. */
export interface HeaderSlip {
  readonly name: string;
  /** The value with the slip; null for a value that it cannot be made in. */
  readonly change: (value: string) => string | null;
}

/** A field's value in a letter, by its place. */
export interface HeaderValue {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const inDate = (name: string, change: (month: string, day: string, year: string) => string | null): HeaderSlip => ({
  name,
  change: (value) => {
    const [, month, day, year] = DATE.exec(value) ?? [];
    return month === undefined || day === undefined || year === undefined ? null : change(month, day, year);
  },
});
const inCaseNumber = (name: string, change: (number: string) => string): HeaderSlip => ({
  name,
  change: (value) => (value.startsWith('CM') ? change(value) : null),
});

/** Each is reported by `header-field`, once, under the words that were planted. */
export const HEADER_SLIPS: readonly HeaderSlip[] = [
  inDate('a year of three figures', (month, day, year) => `${month}/${day}/${year.slice(0, 1)}${year.slice(2)}`),
  inDate('a year of five figures', (month, day, year) => `${month}/${day}/${year}${year.slice(3)}`),
  inDate('a letter for a figure', (month, day, year) => `${month}/${day}/${year.replace('0', 'O')}`),
  inDate('a blank in the year', (month, day, year) => `${month}/${day}/${year.slice(0, 2)} ${year.slice(2)}`),
  inDate('a blank in the month', (month, day, year) =>
    month.length < 2 ? null : `${month.slice(0, 1)} ${month.slice(1)}/${day}/${year}`,
  ),
  inDate('a separator lost', (month, day, year) => `${month}/${day}${year}`),
  inDate('a separator twice', (month, day, year) => `${month}//${day}/${year}`),
  inDate('no such day', (_, __, year) => `02/30/${year}`),
  inDate('no such month', (_, day, year) => `13/${day}/${year}`),
  inDate('a year of no case', (month, day, year) => `${month}/${day}/3${year.slice(1)}`),
  inCaseNumber('a letter for a figure in the case number', (number) => number.replace('0', 'O')),
  inCaseNumber('a figure of the case number lost', (number) => number.slice(0, -1)),
  inCaseNumber('a figure of the case number twice', (number) => number + number.slice(-1)),
  inCaseNumber('a blank in the case number', (number) => `${number.slice(0, 8)} ${number.slice(8)}`),
  inCaseNumber('the hyphen of the case number lost', (number) => number.replace('-', '')),
  inCaseNumber('a template’s case number', () => 'CM17-0000000'),
  { name: 'TBD', change: () => 'TBD' },
  { name: 'a blank to fill in', change: () => 'XX/XX/XXXX' },
  { name: 'a priority misspelled', change: (value) => (/^standard$/i.test(value) ? 'Standrad' : null) },
];

const LABELED =
  /(?<label>(?:IMR |MAXIMUS )?Case Number|Date Assigned|Date of Injury|Decision Date|UR Denial Date|Date of UR Decision|Dated|Priority|(?:IMR )?Application(?: Received)?)(?: ?:)?[ ]+(?<value>CM\d\d-\d{7}|\d{1,2}\/\d{1,2}\/\d{4}|Standard|STANDARD|Expedited)(?!\S)/g;
const IN_COLUMNS = /^(?:CM\d\d-\d{7}|\d{2}\/\d{2}\/\d{4}|Standard)$/gm;

/** The values of a letter's header: after their labels, or in columns. `end` is where the header ends. */
export function headerValues(letter: string, end: number): readonly HeaderValue[] {
  const header = letter.slice(0, end);
  const byRows = [...header.matchAll(LABELED)].map(({ index, 0: words, groups }) => {
    const value = groups?.['value'] ?? '';
    return { label: groups?.['label'] ?? '', start: index + words.length - value.length, end: index + words.length };
  });
  if (byRows.length > 0) return byRows;
  return [...header.matchAll(IN_COLUMNS)].map(({ index, 0: value }) => ({
    label: `the value ${value}`,
    start: index,
    end: index + value.length,
  }));
}
