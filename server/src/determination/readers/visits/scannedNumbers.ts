import { everywhere } from '../../../text/pattern.ts';
/*
 * Numbers in which a scanner read a letter for a figure: 'l2 sessions', '1O visits', '#6O'. Only where they count
 * something, so that levels (L5, C5-6), gases (O2), codes (I10) and strengths are left alone. The number is not guessed:
 * it is read as none.
 */

/** Indexes are into the text it was found in. */
export interface ScannedNumber {
  readonly start: number;
  readonly end: number;
  /** The letter that stands for a figure. */
  readonly letter: string;
}

/** A figure or two, and a letter that looks like one. Capitals that begin a level, a gas or a code are none: 'L5', 'O2'. */
const MIXED = '(?:[l|]\\d{1,2}|I\\d|\\d{1,2}[lIO|o]|\\d[lIO|o]\\d|\\d[Oo]{2}|[lI]O)';
const NUMBER = `(?:${MIXED}|\\d{1,3})`;
const KIND =
  '(?:physical|occupational|aquatic|chiropractic|acupuncture|massage|manual|psychotherapy|cognitive|behavioral|therapy|PT|OT|CBT|additional|more|further|initial|supervised|individual|group|post-?operative|post-?op|outpatient|office)';
const UNIT =
  '(?:sessions?|visits?|treatments?|appointments?|weeks?|wks?|months?|days?|hours?|minutes?|times|years?|tablets?|tabs?|capsules?|caps|pills?|refills?|patches)';
const SCANNED = everywhere(
  new RegExp(
    `(?<![\\w|.#/$-])(${NUMBER})(?:(?:-| to | - )(${NUMBER}))?(?=[ -](?:${KIND}[ -]){0,4}${UNIT}(?!\\w))` +
      `|(?<=#)(${MIXED})(?![\\w|])|(?<=\\b[x×] ?)(${MIXED})(?=$|[ ,;:)])`,
  ),
);
const LETTER = /[lIO|o]/;
/** Most texts hold nothing of the kind, and are done with. */
const ANY = /\d[lIO|o]|[lI|]\d|[lI]O/;

/** Numbers with a letter in them, in the order of the text. Linear in the text. */
export function findScannedNumbers(text: string): readonly ScannedNumber[] {
  const numbers: ScannedNumber[] = [];
  if (!ANY.test(text)) return numbers;
  for (const match of SCANNED.in(text)) {
    let from = 0;
    for (const number of match.slice(1)) {
      const letter = LETTER.exec(number ?? '')?.[0];
      if (number === undefined) continue;
      const at = match[0].indexOf(number, from);
      from = at + number.length;
      if (letter !== undefined) numbers.push({ start: match.index + at, end: match.index + from, letter });
    }
  }
  return numbers;
}
