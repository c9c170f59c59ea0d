import { decodeText, type Format } from './decodeText.ts';
import { isNamedAsLetter, isNamedAsText } from './letterNames.ts';
import { looksLikeLetter } from './recognition.ts';

/** A file that was looked into: a letter's text, or what it is instead. */
export type LookedInto =
  | { readonly kind: 'letter'; readonly text: string }
  | { readonly kind: 'noLetter'; readonly text: string }
  | { readonly kind: 'noText'; readonly format: Format };

/**
 * Whether a file is a letter: by its name, or by what it says.
 * @param name the last part of its path
 */
export function lookInto(name: string, bytes: Uint8Array): LookedInto {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'other') return { kind: 'noText', format: decoded.format };
  const { text } = decoded;
  return { kind: isNamedAsLetter(name) || looksLikeLetter(text) ? 'letter' : 'noLetter', text };
}

/** What a server learns about a file that may be a letter: its text, or why it is not to be checked. */
export type LetterFile = { readonly text: string } | { readonly skipped: Skipped };

type Skipped = 'noLetter' | 'tooLarge' | 'unreadable';

const SKIPPED: readonly unknown[] = ['noLetter', 'tooLarge', 'unreadable'] satisfies readonly Skipped[];

/** Whether a client's answer is one. */
export const isLetterFile = (answer: unknown): answer is LetterFile =>
  typeof answer === 'object' &&
  answer !== null &&
  (('text' in answer && typeof answer.text === 'string') || ('skipped' in answer && SKIPPED.includes(answer.skipped)));

/** The same for a check of many files. A file that is named as text but is not text is reported. */
export function letterFile(name: string, bytes: Uint8Array): LetterFile {
  const found = lookInto(name, bytes);
  if (found.kind === 'letter') return { text: found.text };
  return { skipped: found.kind === 'noText' && isNamedAsText(name) ? 'unreadable' : 'noLetter' };
}
