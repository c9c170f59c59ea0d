import type { Determination } from '../determination/model/determination.ts';
import type { Everywhere } from '../text/pattern.ts';
import type { WordSet } from './wording.ts';

/** A form of words that a text may hold. */
export interface Form<Kind extends string> {
  readonly kind: Kind;
  readonly pattern: Everywhere;
  /** What a letter that has the form holds: one of these words, one of these strings, or a quick pattern's match. */
  readonly words?: WordSet;
  readonly strings?: readonly string[];
  readonly trace?: RegExp;
}

/** The forms that a letter's header and passages may hold: most letters hold a trace of none. */
export function formsIn<Kind extends string>(
  letter: Determination,
  forms: readonly Form<Kind>[],
): readonly Form<Kind>[] {
  const { text } = letter.text.prose;
  return forms.filter(
    ({ words, strings, trace }) =>
      (words === undefined && strings === undefined && trace === undefined) ||
      words?.isIn(letter) === true ||
      strings?.some((string) => text.includes(string)) === true ||
      trace?.test(text) === true,
  );
}

/** The matches of every form, form by form. */
export function* findForms<Kind extends string>(
  text: string,
  forms: readonly Form<Kind>[],
): Iterable<{ readonly kind: Kind; readonly match: RegExpExecArray }> {
  for (const { kind, pattern } of forms) {
    for (const match of pattern.in(text)) yield { kind, match };
  }
}
