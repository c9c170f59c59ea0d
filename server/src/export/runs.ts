import type { Report } from '../checking/rule.ts';
import type { Run } from '../protocol/printedLetter.ts';
import type { LetterText } from '../text/letterText.ts';
import { everywhere } from '../text/pattern.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Divides the words of a letter into runs: what is bold, and which notes are about it. */
export class RunMaker {
  readonly #text: LetterText;
  readonly #bold: readonly Stretch[];
  /** By position. */
  readonly #notes: readonly Stretch[];

  /** @param bold where bold words are in the folded text */
  constructor(text: LetterText, bold: readonly Stretch[], notes: readonly Report[]) {
    this.#text = text;
    this.#bold = bold;
    this.#notes = notes.map(({ span }) => noted(text, span));
  }

  /** The words between two indexes of the folded text, without blanks at their ends. */
  between(from: number, to: number): readonly Run[] {
    const { text } = this.#text.prose;
    let [start, end] = [from, Math.min(to, text.length)];
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    const edges = [...this.#bold, ...this.#notes]
      .flatMap((stretch) => [stretch.from, stretch.to])
      .filter((edge) => edge > start && edge < end);
    const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
    return cuts.slice(1).map((cut, i) => this.#run(cuts[i] ?? start, cut));
  }

  #run(from: number, to: number): Run {
    const covers = (stretch: Stretch): boolean => stretch.from <= from && to <= stretch.to;
    return {
      text: asWritten(this.#text, from, to),
      isBold: this.#bold.some(covers),
      notes: this.#notes.flatMap((stretch, i) => (covers(stretch) ? [i] : [])),
    };
  }
}

/** What a note is about: at least one character that is printed. */
function noted({ prose }: LetterText, span: Report['span']): Stretch {
  const { text } = prose;
  let from = prose.indexOf(span.start);
  while (from > 0 && (from >= text.length || text[from] === ' ')) from--;
  return { from, to: Math.max(from + 1, prose.endOf(span)) };
}

/** Clean words, with the dashes that the letter has: they are read as hyphens, and printed as what they are. */
function asWritten(text: LetterText, from: number, to: number): string {
  const { prose } = text;
  const words = prose.text.slice(from, to).replace(/-/g, (hyphen, at: number) => {
    const written = text.written(prose.span(from + at, from + at + 1));
    return /^[\u2010-\u2015\u2212]$/.test(written) ? written : hyphen;
  });
  return UNPRINTABLE.replaceIn(words, '\ufffd');
}

/** What neither Word nor HTML can hold: halves of characters, and those that are none. */
const UNPRINTABLE = everywhere(
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
);
