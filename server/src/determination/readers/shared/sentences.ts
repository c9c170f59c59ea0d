import { oncePerProse } from '../../../text/oncePerProse.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Stretch } from '../citations/citationLists.ts';

/** Words whose full stop ends no sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'dr drs mr mrs ms vs e.g i.e eg ie pg pgs pp p no nos fig sec ch ed eds st approx al vol inc ltd jr sr wk wks hr hrs min max mo dept ave cal lab code prof md'.split(
    ' ',
  ),
);

/** Those of them with which no sentence ends: something must follow. */
const NEVER_LAST: ReadonlySet<string> = new Set(
  'dr drs mr mrs ms vs e.g i.e eg ie pg pgs pp no nos fig sec ch eds prof approx st'.split(' '),
);

/** Whether the full stop at `stop` belongs to a title, an abbreviation or an initial that a name follows: 'Dr. Roe', 'vs. rest'. */
export function isAbbreviated(text: string, stop: number): boolean {
  const word = LAST_WORD.exec(text.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  return NEVER_LAST.has(word.toLowerCase()) || INITIAL_OF_NAME.test(text.slice(Math.max(0, stop - 30), stop));
}

/** 'Dr. J', 'John Q' are no sentence's end; 'vitamin D' may be. */
const INITIAL_OF_NAME = /\b(?:Drs?|Mrs?|Ms)\.? (?:[A-Z]\. )?[A-Z]$/;

/** A stop with the quotation marks and brackets that close behind it. */
const STOP = everywhere(/[.!?]["'”’)\]]{0,2}(?= |[A-Z]|$)/);
const LAST_WORD = /[A-Za-z.]{1,12}$/;
const NUMBER_ONLY = /^\(?\d{1,2}$/;
const LOWER_CASE = /[a-z]/;
const UPPER_CASE = /[A-Z]/;

/**
 * The sentences of folded prose, in order. A full stop ends one where a capital, a figure or a bracket follows, also
 * without the space ('documented.In this case'); not behind an abbreviation, an initial or the number of a list.
 */
export function readSentences(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const match of STOP.in(text)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, start, match.index, end)) continue;
    sentences.push({ start, end });
    start = text[end] === ' ' ? end + 1 : end;
  }
  return start < text.length ? [...sentences, { start, end: text.length }] : sentences;
}

/** The same of a piece of a letter. */
export const sentencesIn: (prose: Prose) => readonly Stretch[] = oncePerProse((prose) => readSentences(prose.text));

function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  const spaced = text[end] === ' ';
  if (LOWER_CASE.test(text[spaced ? end + 1 : end] ?? '')) return false;
  if (text[stop] !== '.') return spaced;
  // 'documented.In' but not 'U.S.A' or 'Ph.D'.
  if (!spaced)
    return (
      LOWER_CASE.test(text[stop - 1] ?? '') &&
      LOWER_CASE.test(text[stop - 2] ?? '') &&
      !UPPER_CASE.test(text[end + 1] ?? '')
    );
  if (NUMBER_ONLY.test(text.slice(Math.max(start, stop - 4), stop)) && stop - start <= 3) return false;
  const word = LAST_WORD.exec(text.slice(Math.max(start, stop - 12), stop))?.[0] ?? '';
  if (word.length === 1 && UPPER_CASE.test(word)) return false;
  return !ABBREVIATIONS.has(word.toLowerCase());
}
