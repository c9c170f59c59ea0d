/** The text of a PDF or Word file, as an answer. `documents/` reads it; client, server, and command line request it. */

export type DocumentText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Pages that are pictures without text, 1-based: what they say is missing. */
      readonly pictures: readonly number[];
    }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** Why the text of a PDF or Word file cannot be had. */
export type Refusal =
  /** A PDF of pictures: what a scanner makes. */
  | 'scan'
  /** No page and no paragraph has words. */
  | 'empty'
  /** A PDF whose fonts draw shapes and do not say which letters they are. */
  | 'shapes'
  | 'password'
  /** A Word file of before 2007. */
  | 'old-word'
  /** A packed file that is not a Word document. */
  | 'not-word'
  | 'damaged'
  | 'too-long'
  | 'too-slow'
  /** The worker that reads documents could not be started, or failed. */
  | 'failed';

/** For people; each continues “file: ”. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  scan: 'its pages are pictures without text, as a scanner makes them; recognize the text first (OCR)',
  empty: 'it holds no text',
  shapes: 'its fonts do not say which letters they draw, so its text cannot be read; recognize the text first (OCR)',
  password: 'it is protected by a password; save it without one first',
  'old-word': 'it is in the old Word format (.doc); save it as .docx first',
  'not-word': 'it is a packed file but not a Word document (.docx)',
  damaged: 'it is damaged, or not what its name says',
  'too-long': 'it is much longer than any letter',
  'too-slow': 'reading it takes too long',
  failed: 'the part of the program that reads PDF and Word files failed',
};

/** What is longer is neither a letter nor a file of letters: in pages. */
export const MOST_PAGES = 500;

/** Files that may be letters once their text has been extracted. */
export const isNamedAsDocument = (name: string): boolean => /\.(?:pdf|docx)$/i.test(name);

/** Says which pages are missing; continues “file: ”. Empty where none are. */
export function missingPages({ pictures }: { readonly pictures: readonly number[] }): string {
  if (pictures.length === 0) return '';
  const [first] = pictures;
  if (pictures.length === 1) return `page ${first} is a picture without text, and missing here`;
  const listed = pictures.slice(0, MOST_LISTED).join(', ');
  const more = pictures.length > MOST_LISTED ? ` and ${pictures.length - MOST_LISTED} more` : '';
  return `pages ${listed}${more} are pictures without text, and missing here`;
}

const MOST_LISTED = 10;
