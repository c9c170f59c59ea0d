/** Whose a number or an address is, by the nearest word before it that says so. Positions are of tokens. */
import type { Passage } from '../../../language/reading.ts';
import { DWELLS, OF_A_CASE, OFFICES, ORGANIZATIONS, SOMEONE, type WordList } from './wordLists.ts';

/** How far before an address its owner may be, in tokens. */
const REACH = 40;

/** What the organization prints of itself, in its letterhead or where it says whom to call. */
export function isOfOrganization(passage: Passage, at: number): boolean {
  const organization = lastBefore(passage, at, ORGANIZATIONS);
  return organization >= 0 && organization > lastBefore(passage, at, SOMEONE);
}

/**
 * Whether an address is one of a person: somebody lives there or gets letters there, and no office is named nearer to it.
 * @param otherwise what it is where nobody is named at all
 */
export function isForDwelling(passage: Passage, at: number, otherwise: boolean): boolean {
  const start = passage.reading.startOfSentence(at);
  const dwelling = lastBefore(passage, at, DWELLS, start);
  const office = lastBefore(passage, at, OFFICES, start);
  return dwelling < 0 && office < 0 ? otherwise : dwelling > office;
}

function lastBefore(passage: Passage, at: number, list: WordList, from = passage.first): number {
  const { tokens } = passage.reading;
  const start = Math.max(passage.first, from, at - REACH);
  for (let before = at - 1; before >= start; before--) {
    const end = list.end(tokens, before);
    if (end > before && end <= at && !(list === ORGANIZATIONS && OF_A_CASE.has(tokens, end))) return before;
  }
  return -1;
}
