import { classOf, type WordClass } from '../../language/lexicon/wordClass.ts';
import { PhraseTable } from '../../language/phrases/table.ts';
import type { Passage, TokenRange } from '../../language/reading.ts';
import rows from './rows.json' with { type: 'json' };

/** What was left open: an article of two, a day, a bracket to fill in, a word that says so, nothing after a word. */
export type LeftoverKind = 'article' | 'date' | 'bracket' | 'word' | 'blank';

export const LEFTOVER_CLASSES: readonly WordClass<unknown>[] = [
  classOf('leftover article', { words: ['a(n)', 'a/an', 'he/she(s)'] }),
  classOf('leftover label', { words: ['DOI', 'DOB', 'QTY', 'section(s)', 'page(s)'] }),
  classOf('leftover insert', { words: ['(insert'] }),
  classOf('leftover close', { words: [')'] }),
];

const KINDS: readonly LeftoverKind[] = ['article', 'date', 'bracket', 'word', 'blank'];

/** Words of a template that stand for what was never written. */
export const LEFTOVER_ROWS = new PhraseTable<LeftoverKind>(
  rows.map(({ kind, ...row }) => ({ role: KINDS.find((each) => each === kind) ?? 'word', ...row })),
);

/** The leftovers of templates in a passage of slips (`wordingOf`), as tokens. */
export function* leftoversIn(passage: Passage): Iterable<TokenRange & { readonly kind: LeftoverKind }> {
  const { tokens } = passage.reading;
  for (const match of LEFTOVER_ROWS.find(passage)) {
    const { first, end } = match.captures['word'] ?? match;
    const kind = match.row.role;
    switch (match.row.id) {
      case 'article':
        if (!isInOnePiece(passage, { first, end })) continue;
        break;
      case 'not-a-number':
        // A short name of a woman, or of bread.
        if (tokens.written(first) !== NOT_A_NUMBER) continue;
        break;
      case 'dated-nothing':
      case 'label-nothing':
        // 'as dated, it …' has no blank: where a colon or a blank is left, a value was meant.
        if (tokens.isGlued(end) && tokens.written(end - 1) !== ':') continue;
        break;
      case 'of-ten':
        if (tokens.isFigures(first - 1) || (tokens.isGlued(first) && tokens.written(first - 1) === '.')) continue;
        break;
      default:
    }
    yield { kind, first, end };
  }
}

/** As a spreadsheet or a program prints what is none. */
const NOT_A_NUMBER = 'NaN';

function isInOnePiece({ reading: { tokens } }: Passage, { first, end }: TokenRange): boolean {
  for (let at = first + 1; at < end; at++) if (!tokens.isGlued(at)) return false;
  return true;
}
