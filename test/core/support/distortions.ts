/** What programs do to a letter's page on the way to its reader. None of it changes what the letter says. */
export interface Distortion {
  readonly name: string;
  /** The letter, distorted. The same letter gives the same. */
  readonly distort: (letter: string) => string;
}

/** The numbers of a row that looks like chance and is the same every time (mulberry32), from 0 to below 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const rewrapped = (columns: number): Distortion => ({
  name: `wrapped at ${columns} columns`,
  distort: (letter) => rewrap(letter, columns),
});

const DOUBLE_SPACED: Distortion = { name: 'double-spaced', distort: (letter) => letter.replace(/\n/g, '\n\n') };
const CRLF: Distortion = { name: 'with CRLF', distort: (letter) => letter.replace(/\r?\n/g, '\r\n') };

const HYPHENS = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2212'];
const OTHER_HYPHENS: Distortion = {
  name: 'with other hyphens',
  distort: (letter) => {
    let count = 0;
    return letter.replace(/(?<=[A-Za-z\d])-(?=[A-Za-z\d])/g, () => HYPHENS[count++ % HYPHENS.length] ?? '-');
  },
};

const MARKS = ['\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202a', '\u2069', '\ufe0e', '\u0001', '\u200d'];
const INVISIBLE_MARKS: Distortion = {
  name: 'with invisible marks between words',
  distort: (letter) => {
    let count = 0;
    const mark = (): string => MARKS[count++ % MARKS.length] ?? '';
    return letter.replace(/(?<=\S) (?=\S)/g, () => (count % 2 === 0 ? `${mark()} ` : ` ${mark()}`));
  },
};

const PAGE_FORMS: readonly ((page: number) => string)[] = [
  (page) => String(page),
  (page) => `Page ${page}`,
  (page) => `Page ${page} of 11`,
  (page) => `- ${page} -`,
  (page) => `${page}/11`,
  (page) => `Page | ${page}`,
];

/** A page break with a number at ten lines. */
export const pageBreaks = (seed: number): Distortion => ({
  name: `with page breaks (seed ${seed})`,
  distort: (letter) => {
    const random = randomNumbers(seed);
    const form = PAGE_FORMS[seed % PAGE_FORMS.length] ?? String;
    const lines = letter.split('\n');
    const chosen = new Set<number>();
    for (let i = 0; i < 10; i++) chosen.add(Math.floor(random() * (lines.length - 1)));
    let page = 0;
    return lines
      .map((line, i) => {
        if (!chosen.has(i)) return line;
        page++;
        return `${line}\n\n${' '.repeat(24)}${form(page)}\n\f`.concat();
      })
      .join('\n')
      .replace(/\f\n/g, '\f');
  },
});

export const DISTORTIONS: readonly Distortion[] = [
  rewrapped(40),
  rewrapped(60),
  rewrapped(100),
  DOUBLE_SPACED,
  CRLF,
  OTHER_HYPHENS,
  INVISIBLE_MARKS,
];

/** Some at once, one after the other. */
export const combined = (distortions: readonly Distortion[]): Distortion => ({
  name: distortions.map(({ name }) => name).join(', '),
  distort: (letter) => distortions.reduce((text, { distort }) => distort(text), letter),
});

/** Rows of a table, page breaks and headings keep their lines. */
const isFixed = (line: string): boolean =>
  / {3}\S/.test(line.trim()) || /[\f\v\u0085\u2028\u2029]/.test(line) || line.trim() === line.trim().toUpperCase();

/** So do the last lines before a page break, among which what the page adds may be. */
const fixedLines = (lines: readonly string[]): ReadonlySet<number> =>
  new Set(lines.flatMap((line, i) => (line.includes('\f') ? [i - 3, i - 2, i - 1, i] : isFixed(line) ? [i] : [])));

/** Lines that a program broke where they were full are put together and broken at `columns`. */
function rewrap(letter: string, columns: number): string {
  const lines = letter.split('\n').map((line) => line.replace(/ +$/, ''));
  const width = Math.max(...lines.filter((line) => line.length < 130).map((line) => line.length));
  const spacing = spacingOf(lines);
  const fixed = fixedLines(lines);
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    let paragraph = lines[at] ?? '';
    if (paragraph.trim() === '' || fixed.has(at)) {
      result.push(paragraph);
      continue;
    }
    for (let next = at + spacing; ; next = at + spacing) {
      const line = lines[next] ?? '';
      const isApart = fixed.has(next) || lines.slice(at + 1, next).some((each) => each !== '');
      if (isApart || !wasWrapped(lines[at] ?? '', line, width)) break;
      paragraph = `${paragraph} ${line.trim()}`;
      at = next;
    }
    result.push(
      ...wrap(paragraph.trim(), columns).flatMap((line, i) => (i > 0 && spacing === 2 ? ['', line] : [line])),
    );
  }
  return result.join('\n');
}

/** The first word of the next line would not have found a place on this one; a word broken at its hyphen stays so. */
function wasWrapped(line: string, next: string, width: number): boolean {
  if (next.trim() === '' || /[\w)%]-$/.test(line) || /^\s{4}/.test(next)) return false;
  return line.length + 1 + (/^\S+/.exec(next.trim())?.[0].length ?? 0) > width * 0.94;
}

function wrap(paragraph: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<=\S)(?= )/)) {
    if (line !== '' && line.length + word.length > columns) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

/** 2 where most lines are followed by a blank one. */
function spacingOf(lines: readonly string[]): 1 | 2 {
  const full = lines.flatMap((line, i) => (line.length > 60 ? [i] : []));
  const apart = full.filter((i) => lines[i + 1] === '' && (lines[i + 2] ?? '') !== '').length;
  return apart * 2 > full.length ? 2 : 1;
}
