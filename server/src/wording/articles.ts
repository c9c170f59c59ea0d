import { keyOf, type Word } from './wording.ts';

/** Letters whose names begin with a vowel: an MRI, an RFA, an x-ray, an 8. H is left out: 'a HEP' and 'an HEP' are both said. */
const VOWEL_NAMED = /^[AEFILMNORSX]/;
const CONSONANT_NAMED = /^[BCDGJKPQTVWYZ]/;
/** Capitals that are spelled: no vowel to say them with, or known to be. */
const SPELLED =
  /^(?:[FLMNRSX][B-DF-HJ-NP-TV-XZ]*|MRI|MRA|MTUS|NSAID|SSRI|SNRI|SSEP|FDA|FCE|LSO|RFA|SI|RA|MMI|MMPI|MUA)s?$/;
const SPELLED_U = /^(?:UR|UDS|UDT|US|UA|UTI|UCL)$/;
/** No vowel, but said as a word by some. */
const SAID = /^SNF/;

/** Words that begin with a vowel letter and a consonant sound. */
const CONSONANT_SOUND =
  /^(?:one(?!r)|once|eu|ewe|ewing|ubiq|uti|uten|uter|uvei|uric|urin|uro|uret|usa|use|usu|uni(?![ndm]))/;

/** Words with a silent h. */
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;
/** Words with a sounded h that nobody says 'an' before. */
const SOUNDED_H =
  /^(?:h(?:and|ip|igh|igher|ealth|ealthy|eavy|ospital|elmet|ome|ernia|erniat\w+|eadache|ead|alf|ot|ard|earing|eat|eating|eel|ardware|inged|amstring)s?)$/;
/** Lower-case abbreviations that are spelled. */
const SPELLED_SMALL = /^(?:mri|emg|ncv|ncs|nsaids?|x-?rays?)$/;

/** The article that belongs before `word`, as it stands in the text; null where both are heard, or nobody can tell. */
export function articleBefore(word: string): 'a' | 'an' | null {
  const first = word.split('-')[0] ?? word;
  if (/^\d/.test(first)) return articleBeforeNumber(first);
  if (/^[A-Z][A-Z0-9]*s?$/.test(first)) return articleBeforeCapitals(first);
  if (/\d/.test(first) || !/^[A-Za-z][a-z]*$/.test(first)) return null;
  const lower = first.toLowerCase();
  if (lower === 'x' || SPELLED_SMALL.test(lower)) return 'an';
  if (/^[aeiou]/.test(lower)) return CONSONANT_SOUND.test(lower) ? 'a' : 'an';
  if (SILENT_H.test(lower)) return 'an';
  if (lower.startsWith('h')) return SOUNDED_H.test(lower) ? 'a' : null;
  return lower.length > 1 && /[aeiouy]/.test(lower) ? 'a' : null;
}

function articleBeforeNumber(number: string): 'a' | 'an' | null {
  if (/^8/.test(number) || /^(?:11|18)(?![\d])/.test(number)) return 'an';
  return /^1[18]\d/.test(number) || /^\d+[A-Za-z]/.test(number) ? null : 'a';
}

function articleBeforeCapitals(letters: string): 'a' | 'an' | null {
  if (letters.length === 1 || /\d/.test(letters)) return letterName(letters);
  if (SAID.test(letters)) return null;
  if (letters.startsWith('U')) return SPELLED_U.test(letters) ? 'a' : null;
  if (/^[AEIO]/.test(letters)) return 'an';
  if (CONSONANT_NAMED.test(letters)) return 'a';
  return SPELLED.test(letters) ? 'an' : null;
}

const letterName = (letters: string): 'a' | 'an' | null =>
  VOWEL_NAMED.test(letters) ? 'an' : CONSONANT_NAMED.test(letters) ? 'a' : null;

/** Words before which no article stands: another slip, and not this one. */
const NO_NOUN: ReadonlySet<string> = new Set(
  'a an the of in on at to by is are was were be has have had and or for from with as it its if that this these those into i e'.split(
    ' ',
  ),
);

const A = keyOf('a');
const AN = keyOf('an');

/** The index of every 'a' that must be 'an', and the other way round. */
export function* wrongArticles(
  text: string,
  words: readonly Word[],
): Iterable<{ at: Word; next: string; right: string }> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || (word.key !== A && word.key !== AN)) continue;
    const next = words[i + 1];
    if (next === undefined || !next.follows || NO_NOUN.has(next.text) || !isArticle(text, word)) continue;
    const shown = text.slice(next.start, next.end);
    const right = articleBefore(shown);
    if (right !== null && right !== word.text) yield { at: word, next: shown, right };
  }
}

/** Not the A of 'vitamin A' or 'hepatitis A', nor the a of 'a.' or 'a)'. */
function isArticle(text: string, { start, text: word }: Word): boolean {
  if (text.charCodeAt(start) !== 65 || word === 'an') return true;
  return start === 0 || /[.:;!?"“(]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}
