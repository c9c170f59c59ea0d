import type { DocumentText } from '../../intake/documentText.ts';
import { Refused } from '../refused.ts';
import { blocksText } from './blocksText.ts';
import { type Element, elementOf, isRecord } from './element.ts';
import { wordParts } from './parts.ts';

/** The text of a Word file: what is printed but its heads and feet, without what was deleted. Throws `Refused`. */
export async function wordText(bytes: Uint8Array): Promise<DocumentText> {
  const arrayBuffer = new Uint8Array(wordParts(bytes)).buffer;
  const { default: library } = await import('mammoth');
  let text = '';
  const transformDocument = (document: unknown): object => {
    // The document as it was read: the HTML that becomes of it has forgotten what was a table’s row and what a soft return.
    text = blocksText(elementOf(document), (reference) => noteOf(document, reference));
    return { type: 'document', children: [], notes: {}, comments: [] };
  };
  await library.convertToHtml({ arrayBuffer }, { transformDocument, externalFileAccess: false });
  if (text.trim() === '') throw new Refused('empty');
  return { kind: 'text', text, pictures: [] };
}

/** The footnote or endnote that a reference leads to; null where there is none. */
function noteOf(document: unknown, { noteType, noteId }: Element): Element | null {
  const notes = isRecord(document) ? document['notes'] : null;
  const resolve = isRecord(notes) ? notes['resolve'] : null;
  const note: unknown = typeof resolve === 'function' ? resolve.call(notes, { noteType, noteId }) : null;
  return note === null ? null : elementOf(note);
}
