/** Turns a file's bytes into the text that an editor shows. */

/** A file's text, or what it is instead of text. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'other'; readonly format: Format };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What is often mistaken for a letter's text. */
export type Format = 'pdf' | 'word' | 'rtf' | 'binary';

/** Every host has it; its type comes with a host’s. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * UTF-8, UTF-16 (by its mark, or by its pattern of zeros) and, where it is neither, Windows-1252. A byte order mark is no
 * part of the text. Total: bytes that are not text give the format that they look like.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const format = knownFormat(bytes);
  if (format !== null) return { kind: 'other', format };
  const encoding = utf16Of(bytes);
  if (encoding !== null) return plausible(decodeUtf16(bytes, encoding), encoding);
  const isBinary = bytes.subarray(0, ZERO_IS_BINARY_WITHIN).includes(0);
  if (isBinary) return { kind: 'other', format: 'binary' };
  try {
    return plausible(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    const damaged = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
    if (isMostlyUtf8(damaged)) return plausible(damaged, 'utf-8');
    return plausible(decodeWindows1252(bytes), 'windows-1252');
  }
}

/** UTF-8 that a stray byte or a cut has damaged: what is not plain ASCII could be read more often than not. */
function isMostlyUtf8(text: string): boolean {
  let read = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) read += code === UNREAD ? -1 : 1;
  }
  return read > 0;
}

const UNREAD = 0xfffd;

/** As VS Code looks for it. */
const ZERO_IS_BINARY_WITHIN = 512;

/** How files begin that are not text, though some of them are written in plain characters. */
const FORMATS: readonly (readonly [Format, string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['word', 'PK\u0003\u0004'],
  ['word', '\u00d0\u00cf\u0011\u00e0'],
];

function knownFormat(bytes: Uint8Array): Format | null {
  const begins = (mark: string): boolean => [...mark].every((character, i) => bytes[i] === character.charCodeAt(0));
  return FORMATS.find(([, mark]) => begins(mark))?.[0] ?? null;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, text in Latin letters still has a zero in nearly every pair, always at the same place.
  const pairs = Math.min(bytes.length, ZERO_IS_BINARY_WITHIN) >> 1;
  let early = 0;
  let late = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) early++;
    if (bytes[2 * i + 1] === 0) late++;
  }
  if (pairs >= LEAST_PAIRS && early === 0 && late >= pairs * MOST_ARE_LATIN) return 'utf-16le';
  if (pairs >= LEAST_PAIRS && late === 0 && early >= pairs * MOST_ARE_LATIN) return 'utf-16be';
  return null;
}

const LEAST_PAIRS = 8;
const MOST_ARE_LATIN = 0.9;

const BYTE_ORDER_MARK = 0xfeff;
/** `String.fromCharCode` takes no more arguments than a call has room for. */
const CHUNK = 8192;

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  const unitAt = (i: number): number => (bytes[i + low] ?? 0) | ((bytes[i + high] ?? 0) << 8);
  const pieces: string[] = [];
  const start = unitAt(0) === BYTE_ORDER_MARK ? 2 : 0;
  const end = bytes.length - (bytes.length % 2);
  for (let from = start; from < end; from += 2 * CHUNK) {
    const units = new Uint16Array(Math.min(CHUNK, (end - from) / 2));
    for (let i = 0; i < units.length; i++) units[i] = unitAt(from + 2 * i);
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

/** 0x80 to 0x9f; the five bytes that mean nothing are the control characters of that number. */
const ABOVE_ASCII = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const units = Uint16Array.from(bytes.subarray(from, from + CHUNK), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? ABOVE_ASCII.charCodeAt(byte - 0x80) : byte,
    );
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

/** Control characters that no text has: not tab, the line ends, the form feed, backspace and escape of printer files, nor the DOS end of file. */
const isStray = (code: number): boolean =>
  (code < 0x20 && !(code >= 8 && code <= 13) && code !== 0x1a && code !== 0x1b) ||
  (code >= 0x7f && code <= 0x9f && code !== 0x85);

/** The text of a scan or a fax may have a stray control character or two; a file with many is not text. */
const MOST_STRAY = 0.02;
/** Bytes that are UTF-8 from end to end are text, whatever marks an extraction has left between its words. */
const MOST_STRAY_IN_UNICODE = 0.3;

function plausible(text: string, encoding: Encoding): Decoded {
  let stray = 0;
  for (let i = 0; i < text.length; i++) if (isStray(text.charCodeAt(i))) stray++;
  const most = encoding === 'windows-1252' ? MOST_STRAY : MOST_STRAY_IN_UNICODE;
  return stray > text.length * most ? { kind: 'other', format: 'binary' } : { kind: 'text', text, encoding };
}
