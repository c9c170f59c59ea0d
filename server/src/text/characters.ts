import { everywhere } from './pattern.ts';
import { Rewriter, type Rewritten } from './rewriter.ts';

/** Directional marks, joiners, variation selectors, byte order marks, and control characters that end no line. */
const INVISIBLE =
  '[\\u0000-\\u0008\\u000e-\\u001d\\u007f-\\u0084\\u0086-\\u009f\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb]+|(?:\\udb40[\\udc00-\\uddef])+';
/** A soft return, the next-line control, the separators of lines and paragraphs. */
const LINE_END = '[\\u000b\\u0085\\u2028\\u2029]';
/** Hyphens, dashes and the minus sign. */
const DASH = '[\\u2010-\\u2015\\u2212]';
/** Soft hyphens, and the hyphens that Word writes into plain text. */
const SOFT_HYPHEN = '[\\u00ad\\u001e\\u001f]';
/** Ligatures, the long s, letters of full width, what only a symbol font draws, and slashes of fractions. */
const STAND_IN = '[\\ufb00-\\ufb06\\u017f\\uff01-\\uff5e\\ue000-\\uf8ff\\u2044\\u2215]';

const SPECIAL = everywhere(
  new RegExp(`(?<invisible>${INVISIBLE})|(?<line>${LINE_END})|(?<dash>${DASH})|(?<soft>${SOFT_HYPHEN})|${STAND_IN}`),
);

/**
 * Reads the characters that programs put in for others as those, and leaves invisible ones out. One pass; a text of plain
 * characters is returned as it is. What marks the end of a line in any program is a line feed afterward.
 */
export function cleanCharacters(source: string): Rewritten {
  const rewriter = new Rewriter(source);
  for (const { 0: written, index, groups = {} } of SPECIAL.in(source)) {
    const end = index + written.length;
    const before = rewriter.before(index);
    if (groups['invisible'] !== undefined) rewriter.write('', index, end);
    else if (groups['line'] !== undefined) rewriter.write('\n', index, end);
    else if (groups['dash'] !== undefined) rewriter.write(dash(written, before, source.charAt(end)), index, end);
    else if (groups['soft'] !== undefined) rewriter.write(softHyphen(written, before, source, end), index, end);
    else rewriter.write(standIn(written, before), index, end);
  }
  return rewriter.finish();
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** A dash is read as a hyphen, except for one that divides two clauses without blanks around it. */
const dash = (written: string, before: string, after: string): string =>
  written >= '—' && written <= '―' && isLetter(before) && isLetter(after) ? written : '-';

/** A soft hyphen, as it is kept where a line end follows: the word goes on in the next line. */
export const SOFT = '\u00ad';

/** A place where a word may be cut is nothing, or, at a line's end, a cut; between figures a hyphen was meant. */
function softHyphen(written: string, before: string, source: string, end: number): string {
  const [, lineEnd, after = ''] =
    /^([^\S\n\r]{0,8}[\n\r\f\v\u0085\u2028\u2029]\s{0,200})?(\S?)/.exec(source.slice(end, end + 210)) ?? [];
  // 0x1E is the hyphen at which Word never breaks a line; 0x1F is its soft hyphen.
  if (written !== '\u001f' && isDigit(before) && isDigit(after)) return '-';
  if (written === '\u001e') return isLetter(before) || isDigit(before) ? '-' : '';
  return lineEnd === undefined || before.trim() === '' ? '' : SOFT;
}

const LIGATURES: readonly string[] = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/** What the characters of the font Symbol draw, where they are beside a figure. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b0': '°',
  '\uf0b1': '±',
  '\uf0a3': '≤',
  '\uf0b3': '≥',
  '\uf02d': '-',
};

function standIn(written: string, before: string): string {
  const code = written.charCodeAt(0);
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURES[code - 0xfb00] ?? written;
  if (code === 0x17f) return 's';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0xe000 || code > 0xf8ff) return '/';
  // Symbol fonts keep their characters in the area for private use: in letters they draw bullets.
  return isDigit(before) ? (SYMBOLS[written] ?? '•') : '•';
}
