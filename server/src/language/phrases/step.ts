/** What a row is made of. Positions in a sentence go from left to right; each step takes some tokens, or none. */
export type Step =
  /** One of these words. */
  | { readonly kind: 'words'; readonly words: ReadonlySet<number> }
  /** An entry of a class, by the class's number in the lexicon. */
  | { readonly kind: 'class'; readonly class: number }
  /** A value of a kind. */
  | { readonly kind: 'value'; readonly value: string }
  /** Up to `most` tokens, whatever they are, within the clause: no mark but a hyphen or an apostrophe. */
  | { readonly kind: 'gap'; readonly most: number; readonly crosses: 'nothing' | 'commas' }
  | { readonly kind: 'option'; readonly steps: readonly Step[] }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Step[])[] }
  | { readonly kind: 'capture'; readonly name: string; readonly steps: readonly Step[] }
  /** Takes no token: a blank comes before what follows, or it begins with a capital, or it has capitals alone. */
  | { readonly kind: 'apart' | 'capital' | 'capitals' }
  /** Takes no token: the sentence, or the piece that is read, ends here. */
  | { readonly kind: 'end' }
  /** What may not be here; takes no token. At the beginning of a row it looks at what comes before. */
  | { readonly kind: 'not'; readonly side: 'before' | 'here'; readonly step: Step }
  /** What has to be right before; takes no token. */
  | { readonly kind: 'after'; readonly step: Step };

/** A longer row is a sentence learned by heart. */
export const MOST_STEPS = 12;
export const LONGEST_GAP = 6;
