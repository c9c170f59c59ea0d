/** Reads the files beside the letters: what a team decides, facts of its own. Unlike letters they are written back, so nothing is guessed. */

/** A file as it could be read. */
export type FileText =
  /** With its byte order mark, if it has one: it is written back with it. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** Why it counts as missing; continues “name: ”. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export const ABSENT: FileText = { kind: 'absent' };

export const unreadable = (reason: string): FileText => ({ kind: 'unreadable', reason });

/** Every host has it; its type comes with a host’s. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

/** Valid UTF-8 throughout, or not text. */
export function utf8Text(bytes: Uint8Array): FileText {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable('it is not UTF-8 text; save it as UTF-8');
  }
}

/** What a client answered, which may be anything. A text or null is what clients answered before they could say why. */
export function fileText(answer: unknown): FileText {
  if (typeof answer === 'string') return { kind: 'text', text: answer };
  if (typeof answer !== 'object' || answer === null || !('kind' in answer)) return ABSENT;
  if (answer.kind === 'text' && 'text' in answer && typeof answer.text === 'string')
    return { kind: 'text', text: answer.text };
  if (answer.kind === 'unreadable') {
    return unreadable('reason' in answer && typeof answer.reason === 'string' ? answer.reason : 'it cannot be read');
  }
  return ABSENT;
}
