import { describe, expect, it } from 'vitest';
import { explainSentence } from '../../../server/src/determination/explainSentence.ts';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { barredRowsOf, gapRowsOf } from '../support/tables.ts';

const HEADING = 'Knee brace';
const kindOf = (text: string): string => {
  const { prose } = new LetterText(`${HEADING}\n\n${text.charAt(0).toUpperCase()}${text.slice(1)}`);
  return readConclusion(prose.slice(HEADING.length), prose.slice(0, HEADING.length)).kind;
};

/** Kind, sentence with a gap, and the words that it is read with. */
const TABLE = gapRowsOf(new URL('./conclusionWords.txt', import.meta.url));

describe('each word that conclusions are made of does its work', () => {
  it.each(TABLE)('%s: %s', (kind, sentence, words) => {
    const others = words.filter((word) => kindOf(sentence.replace('{}', word)) !== kind);
    expect(others).toEqual([]);
  });
});

/** 'necessary: for the treatment, against the denial (said by others) + unread', of a rationale with or without a heading. */
function statementsOf(text: string, { byRow = false } = {}): string {
  const [, heading = HEADING, rationale = text] = /^\[(.*?)\] (.*)$/.exec(text) ?? [];
  const { conclusion, statements, unread } = explainSentence(
    `${rationale.charAt(0).toUpperCase()}${rationale.slice(1)}`,
    heading,
  );
  const said = statements.map(
    ({ isFor, subject, construction, dropped }) =>
      `${isFor ? 'for' : 'against'} ${subject}${byRow ? ` by “${construction}”` : ''}${dropped === null ? '' : ` (${dropped})`}`,
  );
  return `${conclusion}: ${said.join(', ') || '-'}${unread.length > 0 ? ' + unread' : ''}`;
}

describe('each word is read as what it is in a conclusion', () => {
  it.each(gapRowsOf(new URL('./conclusionStatements.txt', import.meta.url)))('%s: %s', (said, sentence, words) => {
    expect(words.filter((word) => statementsOf(sentence.replaceAll('{}', word)) !== said)).toEqual([]);
  });
});

describe('each condition of a construction does its work', () => {
  it.each(barredRowsOf(new URL('./conclusionConditions.txt', import.meta.url)))('%s: %s', (said, sentence = '') => {
    expect(statementsOf(sentence, { byRow: true })).toBe(said);
  });
});
