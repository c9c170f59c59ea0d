import type { Passage } from '../../language/reading.ts';
import { agreementSlips } from './agreement.ts';
import { clauseSlips } from './clauses.ts';
import { nounNumberSlips } from './nounNumber.ts';
import { Sentence } from './phrase.ts';
import { GRAMMAR_ROWS, rowSlips } from './rows.ts';
import type { WordingSlip } from './slip.ts';
import { verbFormSlips } from './verbForms.ts';

/**
 * Grammar mistakes in a passage, in its order; of two that touch, the first. Phrases are also looked for in
 * headings, which are not sentences.
 */
export function grammarSlips(passage: Passage, isHeading: boolean): readonly WordingSlip[] {
  const all = [...rowSlips(GRAMMAR_ROWS, passage), ...(isHeading ? [] : passage.get(readSentences))];
  if (all.length < 2) return all;
  const kept: WordingSlip[] = [];
  let end = 0;
  for (const slip of all.sort((a, b) => a.first - b.first)) {
    // 'diagnosis include' is one slip, not two.
    if (end > 0 && slip.first <= end) continue;
    kept.push(slip);
    end = slip.end;
  }
  return kept;
}

const readSentences = (passage: Passage): readonly WordingSlip[] => [...sentenceSlips(passage)];

/** What sentences show by what their words may be. */
function* sentenceSlips(passage: Passage): Iterable<WordingSlip> {
  for (const range of passage.sentences()) {
    const sentence = new Sentence(passage.reading, range);
    yield* clauseSlips(sentence);
    yield* agreementSlips(sentence);
    yield* verbFormSlips(sentence);
    yield* nounNumberSlips(sentence);
  }
}
