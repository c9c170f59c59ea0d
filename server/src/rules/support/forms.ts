/** A form of words that a text may hold. */
export interface Form<Kind extends string> {
  readonly kind: Kind;
  /** With the flag `g`. */
  readonly pattern: RegExp;
}

/**
 * The matches of every form, form by form. `trace` finds, in one quick pass, whether the text may hold any of them: most
 * texts hold none, and are done with it.
 */
export function* findForms<Kind extends string>(
  text: string,
  trace: RegExp,
  forms: readonly Form<Kind>[],
): Iterable<{ readonly kind: Kind; readonly match: RegExpExecArray }> {
  if (!trace.test(text)) return;
  for (const { kind, pattern } of forms) {
    for (const match of text.matchAll(pattern)) yield { kind, match };
  }
}
