import type { DocumentText } from '../../intake/documentText.ts';
import { Refused } from '../refused.ts';
import { pagesText } from './pagesText.ts';
import { readPages } from './readPages.ts';

/** The text of a PDF, page by page. Throws `Refused`. */
export async function pdfText(bytes: Uint8Array): Promise<DocumentText> {
  const pages = await readPages(bytes);
  const pictures = pages.flatMap(({ isPicture, number }) => (isPicture ? [number] : []));
  const text = pagesText(pages);
  if (text.trim() === '') throw new Refused(pictures.length > 0 ? 'scan' : 'empty');
  if (isShapes(text)) throw new Refused('shapes');
  return { kind: 'text', text, pictures };
}

/** Where a font names no letters, its shapes come out as numbers of its own, which no text has. */
function isShapes(text: string): boolean {
  const unknown = text.match(/[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return unknown > MOST_UNKNOWN * text.replace(/\s+/g, '').length;
}

/** Bullets of a symbol font are few. */
const MOST_UNKNOWN = 0.2;
