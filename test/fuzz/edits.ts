import type { Random } from './random.ts';

/** A change of a text: offsets are UTF-16 code units, the end excluded. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A document does not grow beyond this for long, in UTF-16 code units. */
const USUAL = 40_000;

/** What letters are made of, and what they are not. */
export interface Shapes {
  /** Whole letters of every layout. */
  readonly letters: readonly string[];
  /** Their lines. */
  readonly lines: readonly string[];
}

export function shapesOf(letters: readonly string[]): Shapes {
  return { letters, lines: [...new Set(letters.flatMap((letter) => letter.split('\n')))] };
}

/** One change of a text as a person, a program or an accident makes it: real shapes are cut, spliced and repeated. */
export function randomEdit(random: Random, text: string, shapes: Shapes): Edit {
  // A paste of a million characters stays for some edits.
  if (text.length > USUAL && random.onceIn(text.length > 5 * USUAL ? 4 : 1)) return cutBack(random, text, shapes);
  const start = boundary(text, random.below(text.length + 1));
  const kind = random.below(KINDS.length);
  return (KINDS[kind] ?? insertNoise)(random, text, start, shapes);
}

/** A paste of a million characters: letters, one line of prose, or one character over and over. */
export function hugePaste(random: Random, text: string, shapes: Shapes): Edit {
  const start = boundary(text, random.below(text.length + 1));
  const unit = random.oneOf([
    random.oneOf(shapes.letters) ?? '',
    `${(random.oneOf(shapes.lines) ?? '').trim()} `,
    random.oneOf(['[', '(', ', ', 'a', 'A ', ' ', '\n', '9/9/2016 ', 'L4-5-', '“', '\u{1f600}']),
  ]);
  return { start, end: start, newText: unit.repeat(Math.ceil(1_000_000 / Math.max(1, unit.length))) };
}

type Kind = (random: Random, text: string, start: number, shapes: Shapes) => Edit;

const typeCharacter: Kind = (random, _, start) => ({
  start,
  end: start,
  newText: random.oneOf(['a', 'e', 's', ' ', '.', ',', '\n', '1', '(', ')', '"', '-', ':', '/', 'U']),
});

const deleteSome: Kind = (random, text, start) => ({
  start,
  end: boundary(text, start + random.between(1, 30)),
  newText: '',
});

const deleteMuch: Kind = (random, text, start) => ({
  start,
  end: boundary(text, start + random.between(1, Math.max(1, text.length >> 2))),
  newText: '',
});

const insertLine: Kind = (random, text, start, { lines }) => {
  const at = text.lastIndexOf('\n', start) + 1;
  return { start: at, end: at, newText: `${random.oneOf(lines) ?? ''}\n` };
};

const spliceLetter: Kind = (random, text, start, { letters }) => {
  const letter = random.oneOf(letters) ?? '';
  const from = random.below(letter.length + 1);
  const newText = letter.slice(from, from + random.between(1, 3000));
  return { start, end: random.onceIn(2) ? start : boundary(text, start + newText.length), newText };
};

const repeatOwn: Kind = (random, text, start) => {
  const from = random.below(text.length + 1);
  const newText = text.slice(from, from + random.between(1, 200)).repeat(random.between(1, 8));
  return { start, end: start, newText };
};

const breakLines: Kind = (random, text, start) => ({
  start,
  end: boundary(text, start + random.below(2)),
  newText: random.oneOf(['\n', '\r\n', '\r', '\n\n', '\f', '\u2028', '\u0085', '\u000b', '-\n', ' \n ', '\t']),
});

const insertNoise: Kind = (random, _, start) => ({ start, end: start, newText: noise(random) });

const changeFigure: Kind = (random, text, start) => {
  const at = text.slice(start).search(/\d/);
  const place = at < 0 ? start : start + at;
  return { start: place, end: at < 0 ? place : place + 1, newText: String(random.below(1000)) };
};

const KINDS: readonly [Kind, ...Kind[]] = [
  typeCharacter,
  typeCharacter,
  typeCharacter,
  deleteSome,
  deleteMuch,
  insertLine,
  insertLine,
  spliceLetter,
  repeatOwn,
  breakLines,
  insertNoise,
  changeFigure,
];

/** Any Unicode: halves of surrogate pairs, controls, marks that join, marks that turn the direction. */
export function noise(random: Random): string {
  const unit = (): string =>
    random.oneOf([
      String.fromCharCode(random.below(0x10000)),
      String.fromCodePoint(random.below(0x110000)),
      String.fromCharCode(random.below(0x20)),
      String.fromCharCode(0xd800 + random.below(0x800)),
      '\u0301',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\u00ad',
      '\u00a0',
    ]);
  return Array.from({ length: random.between(1, 6) }, unit).join('');
}

/** A place that LSP can name: none lies between CR and LF. */
export function boundary(text: string, offset: number): number {
  const inside = Math.min(offset, text.length);
  return text[inside - 1] === '\r' && text[inside] === '\n' ? inside - 1 : inside;
}

function cutBack(random: Random, text: string, { letters }: Shapes): Edit {
  if (random.onceIn(3)) return { start: 0, end: text.length, newText: random.oneOf(letters) ?? '' };
  const start = boundary(text, random.below(USUAL >> 1));
  return { start, end: boundary(text, Math.max(start, text.length - random.below(USUAL >> 1))), newText: '' };
}

export const applied = (text: string, { start, end, newText }: Edit): string =>
  text.slice(0, start) + newText + text.slice(end);
