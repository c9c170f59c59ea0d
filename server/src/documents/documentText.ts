/** Reads the text out of PDF and Word files, laid out as the parser of letters expects it. */
import type { DocumentText } from '../intake/documentText.ts';
import { pdfText } from './pdf/pdfText.ts';
import { Refused } from './refused.ts';
import { wordText } from './word/wordText.ts';

/**
 * The text of a PDF or Word file, by what it holds, whatever its name is. Total: what cannot be read is refused with the
 * reason. The libraries are loaded when they are needed.
 */
export async function documentText(bytes: Uint8Array): Promise<DocumentText> {
  try {
    return isPdf(bytes) ? await pdfText(bytes) : await wordText(bytes);
  } catch (error) {
    return { kind: 'refused', why: error instanceof Refused ? error.why : 'damaged' };
  }
}

/** Some programs put a line or a mark before a PDF's own beginning; readers look for it within the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  const opening = String.fromCharCode(...bytes.subarray(0, 1024));
  return opening.includes('%PDF-');
}
