import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
} from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import { contains } from '../text/span.ts';
import { toRange } from './convert.ts';
import { thingAt } from './sameThings.ts';

/** Where the letter gives what is at an offset first or in full: the guideline part, the heading, the first place of a count. */
export function definition(letter: Determination, uri: string, offset: number): LocationLink[] {
  const thing = thingAt(letter, offset);
  const origin = thing?.words.find((span) => contains(span, offset));
  if (thing === null || origin === undefined) return [];
  const target = toRange(letter.text, thing.definition);
  return [
    {
      originSelectionRange: toRange(letter.text, origin),
      targetUri: uri,
      targetRange: target,
      targetSelectionRange: target,
    },
  ];
}

/** Every place of the letter that mentions it. */
export const references = (letter: Determination, uri: string, offset: number): Location[] =>
  (thingAt(letter, offset)?.words ?? []).map((span) => ({ uri, range: toRange(letter.text, span) }));

export const highlights = (letter: Determination, offset: number): DocumentHighlight[] =>
  (thingAt(letter, offset)?.words ?? []).map((span) => ({
    range: toRange(letter.text, span),
    kind: DocumentHighlightKind.Text,
  }));
