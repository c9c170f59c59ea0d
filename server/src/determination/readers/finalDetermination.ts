import { type Found, found } from '../../text/span.ts';
import type { FinalDetermination, Section } from '../model/determination.ts';

const WORD = /^(partial(?:ly)?[ -](?:overturn|upheld|uphold)|overturn|uphold|upheld)(?:ed)?\b/i;

/** The word on the cover page: 'Final Determination: PARTIAL OVERTURN. This means …'. */
export function readFinalDetermination(sections: readonly Section[]): Found<FinalDetermination> | null {
  const section = sections.find(({ kind }) => kind === 'final-determination');
  const match = section && WORD.exec(section.body.text);
  if (!section || !match) return null;
  return found(meaningOf(match[0].toLowerCase()), section.body.spanOf(match));
}

function meaningOf(word: string): FinalDetermination {
  if (word.startsWith('partial')) return 'partial-overturn';
  return word.startsWith('overturn') ? 'overturn' : 'uphold';
}
