import { everywhere } from './pattern.ts';

/**
 * UTF-8 that was read as Windows-1252: ’ became â€™, a non-breaking blank became Â and a blank. Every character of the
 * mistake stands for one byte, so the bytes are put together and read again; what was read wrong twice is read again twice.
 * Characters that were lost altogether (�) are read as what they most likely were.
 */
import { Rewriter, type Rewritten } from './rewriter.ts';

export interface Repaired extends Rewritten {
  /** Ascending. */
  readonly garbled: readonly GarbledPlace[];
}

/** Where a text was read wrong: UTF-16 offsets of the text as it arrived. */
interface GarbledPlace {
  readonly start: number;
  readonly end: number;
  /** What was there; null where it was lost. */
  readonly meant: string | null;
}

/** A stretch above ASCII whose first character may begin a mistake, or a lost character. */
const SUSPECT = everywhere(/[\u00c2-\u00f4][\u0080-\ufffc]{1,40}|\u00c2|\ufffd+/);

/** Reads what was read in the wrong encoding again. One pass; a text that was read correctly is returned as it is. */
export function repairEncoding(source: string): Repaired {
  const rewriter = new Rewriter(source);
  const garbled: GarbledPlace[] = [];
  for (const { 0: written, index } of SUSPECT.in(source)) {
    const end = index + written.length;
    if (written.startsWith('\ufffd')) {
      garbled.push({ start: index, end, meant: null });
      rewriter.write(lost(rewriter.before(index), source.slice(end, end + 3)), index, end);
      continue;
    }
    for (const unit of readAgain(written, source.charAt(end), index)) {
      garbled.push({ start: unit.start, end: unit.end, meant: unit.text });
      rewriter.write(unit.text, unit.start, unit.end);
    }
  }
  return { garbled, ...rewriter.finish() };
}

/** What a lost character most likely was: an apostrophe, a hyphen, a blank; within a word, it is not known. */
function lost(before: string, rest: string): string {
  const after = rest.charAt(0);
  if (/\d/.test(before) && /\d/.test(after)) return '-';
  if (/[A-Za-z]/.test(before) && /^(?:[stdm]|ll|re|ve)(?![A-Za-z])/.test(rest)) return '’';
  if (/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)) return '\ufffd';
  return /[\w.,;:)%]/.test(before) && /\w/.test(after) ? ' ' : '';
}

/** A character, and the stretch of the text that it is written in. */
interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text that was garbled more often than this is unreadable. */
const MOST_ROUNDS = 3;

/** The characters of a stretch that come out otherwise when they are read again. `next` is the character after the stretch. */
function readAgain(stretch: string, next: string, offset: number): readonly Unit[] {
  let units: readonly Unit[] = unitsOf(stretch, offset);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = readOnce(units, next);
    if (again.length === units.length && again.every(({ text }) => text !== '')) break;
    units = again;
  }
  return units.filter(({ text, start, end }) => text === '' || end - start > text.length);
}

function unitsOf(stretch: string, offset: number): Unit[] {
  const units: Unit[] = [];
  let start = offset;
  for (const text of stretch) {
    units.push({ text, start, end: start + text.length });
    start += text.length;
  }
  return units;
}

function readOnce(units: readonly Unit[], next: string): readonly Unit[] {
  const result: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const { text, length } = decoded(units, at) ??
      cutShort(units, at, next) ?? { text: units[at]?.text ?? '', length: 1 };
    const { start = 0 } = units[at] ?? {};
    const { end = start } = units[at + length - 1] ?? {};
    result.push({ text, start, end });
    at += length;
  }
  return result;
}

/** What some units say together. */
interface Reading {
  readonly text: string;
  /** How many units it takes. */
  readonly length: number;
}

/** The bytes from `at` on, read as UTF-8. */
function decoded(units: readonly Unit[], at: number): Reading | null {
  const lead = byteOf(units[at]);
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 0 || at + length > units.length) return null;
  let point = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let i = at + 1; i < at + length; i++) {
    const byte = byteOf(units[i]);
    if (byte < 0x80 || byte > 0xbf) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isCharacter = point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? { text: String.fromCodePoint(point), length } : null;
}

/** A mistake of which a blank, or a byte that Windows-1252 does not have, was lost: 'Â' before a blank, 'â€' for a quotation mark. */
function cutShort(units: readonly Unit[], at: number, next: string): Reading | null {
  const first = units[at]?.text;
  const second = units[at + 1]?.text;
  if (first === 'Â' && /^\s?$/.test(second ?? next)) return { text: '', length: 1 };
  return first === 'â' && second === '€' ? { text: '”', length: 2 } : null;
}

/** What Windows-1252 has for the bytes 0x80 to 0x9F; where it has nothing (·), programs keep the byte. */
const WINDOWS_1252 = '€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ';
const BYTES: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].flatMap((character, i) => (character === '·' ? [] : [[character, 0x80 + i] as const])),
);

/** The byte that a character was read from; -1 for a character that no byte gives. */
function byteOf(unit: Unit | undefined): number {
  const code = unit?.text.codePointAt(0) ?? -1;
  return code <= 0xff ? code : (BYTES.get(unit?.text ?? '') ?? -1);
}
