import type { Abbreviation } from '../../guidelines/facts.ts';
import { usable } from '../../guidelines/facts.ts';
import type { Prose } from '../../text/prose.ts';
import { type Markdown, md, paragraphs } from '../markdown.ts';
import type { CardProvider } from './card.ts';

/** On an abbreviation: what it stands for. Quiet on words that only look like one. */
export const abbreviationCard: CardProvider = (letter, offset, { guidelines }) => {
  const { prose } = letter.text;
  for (const { start, end } of wordsAt(prose, prose.indexOf(offset))) {
    const word = prose.text.slice(start, end);
    const abbreviation = guidelines.abbreviation(word);
    if (abbreviation === null || usable(abbreviation.certainty) === 'nothing') continue;
    if (isWrittenSo(word, abbreviation) && !isShouted(prose.text, word, start, end))
      return { span: prose.span(start, end), text: explained(abbreviation) };
  }
  return null;
};

const WORD = /[A-Za-z0-9]/;
/** Characters that some abbreviations hold: 'PR-2', 'AOE/COE', 'P&S'. */
const JOINT = /[-/&]/;
const LONGEST = 16;

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The words around an index, the longest first: 'EMG/NCV', then 'NCV'. */
function wordsAt({ text }: Prose, index: number): readonly Word[] {
  const around = (belongs: (character: string) => boolean): Word => {
    let start = index;
    let end = index;
    while (start > 0 && index - start < LONGEST && belongs(text.charAt(start - 1))) start--;
    while (end < text.length && end - index < LONGEST && belongs(text.charAt(end))) end++;
    return { start, end };
  };
  const inner = around((character) => WORD.test(character));
  if (inner.end === inner.start) return [];
  const outer = around((character) => WORD.test(character) || JOINT.test(character));
  return outer.end - outer.start > inner.end - inner.start ? [outer, inner] : [inner];
}

/** In the capitals of the abbreviation: 'er' and 'Pt' do not count. */
const isWrittenSo = (word: string, { forms }: Abbreviation): boolean =>
  forms.some((form) => word === form || word === `${form}s` || word.replaceAll('-', '') === form.replaceAll('-', ''));

/** Among words all in capitals, 'IF' and 'LE' are words too. */
function isShouted(text: string, word: string, start: number, end: number): boolean {
  if (word.length > 3) return false;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[1] ?? '';
  const after = WORD_BEHIND.exec(text.slice(end, end + REACH))?.[1] ?? '';
  return [before, after].every((each) => each === each.toUpperCase()) && `${before}${after}`.length > 5;
}

const REACH = 24;
const WORD_BEFORE = /([A-Za-z]{1,24})[^A-Za-z]{1,8}$/;
const WORD_BEHIND = /^[^A-Za-z]{1,8}([A-Za-z]{1,24})/;

function explained({ forms, meanings, note }: Abbreviation): Markdown {
  const [first = '', ...others] = meanings;
  const also = others.length === 0 ? '' : `; also ${others.join('; ')}`;
  return paragraphs([md`**${forms[0] ?? ''}**: ${first}${also}`, md`${note ?? ''}`]);
}
