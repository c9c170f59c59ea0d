import type { Determination } from '../../determination/model/determination.ts';
import type { Prose } from '../../text/prose.ts';
import type { Span } from '../../text/span.ts';
import templates from '../data/templateBlanks.json' with { type: 'json' };

interface Blank {
  /** What a letter holds that has it. */
  readonly words: string;
  /** Where in them the blank itself begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The longest first: where two overlap, the longer one is meant. */
const BLANKS: readonly Blank[] = templates.prose
  .map((row) => ({
    words: row.replace('[', '').replace(']', ''),
    from: row.indexOf('['),
    to: row.indexOf(']') - 1,
  }))
  .sort((a, b) => b.words.length - a.words.length);

const CREDENTIALS: ReadonlySet<string> = new Set(templates.credentials);

/** Those of the project's own templates that a letter may hold: most letters hold none. */
export const blanksIn = ({ text }: Determination): readonly Blank[] =>
  BLANKS.filter(({ words }) => text.prose.text.includes(words));

/** Where one of them was left in a piece of the letter. */
export function templateBlanks(prose: Prose, blanks: readonly Blank[]): readonly Span[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  for (const { words, from, to } of blanks) {
    for (let at = prose.text.indexOf(words); at >= 0; at = prose.text.indexOf(words, at + words.length)) {
      const [start, end] = [at + from, at + to];
      if (!taken.some((other) => start < other.end && other.start < end)) taken.push({ start, end });
    }
  }
  return taken.map(({ start, end }) => prose.span(start, end));
}

/** A specialty or a state of the reviewer's that is only the name of the field. */
export const credentialBlanks = ({ reviewer: { specialties, licensure } }: Determination): readonly Span[] =>
  [...specialties, ...licensure].filter(({ value }) => CREDENTIALS.has(value)).map(({ span }) => span);
