import { strToU8, unzipSync, zipSync } from 'fflate';
import { Refused } from '../refused.ts';

/**
 * The parts of a Word file that hold its words, packed again: pictures and whatever else it brings are left out, and no
 * part is larger than it says. Throws `Refused`, and what the library throws where the file is damaged.
 */
export function wordParts(bytes: Uint8Array): Uint8Array {
  if (begins(bytes, OLD_FILE)) throw new Refused(holds(bytes, LOCKED) ? 'password' : 'old-word');
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!HOLDS_WORDS.test(name)) return false;
      size += originalSize;
      if (size > MOST_SIZE) throw new Refused('too-long');
      return true;
    },
  });
  if (parts['[Content_Types].xml'] === undefined || parts['_rels/.rels'] === undefined) throw new Refused('not-word');
  const isWord = Object.keys(parts).some((name) => name.startsWith('word/'));
  if (!isWord) throw new Refused('not-word');
  return zipSync(parts, { level: 0 });
}

/** The document, its notes, lists and styles, and what leads to them. */
const HOLDS_WORDS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/** Unpacked, in bytes: a letter has some 100 000, most of it styles. */
const MOST_SIZE = 50_000_000;

/** How files of Office before 2007 begin, and Word files with a password. */
const OLD_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const LOCKED = strToU8([...'EncryptedPackage'].join('\0'));

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

function holds(bytes: Uint8Array, words: Uint8Array): boolean {
  const [first = 0] = words;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (words.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
