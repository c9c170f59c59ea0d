import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../server/src/language/clauses.ts';
import { passageOfText } from '../../support/readings.ts';
import { gapRowsOf } from '../support/tables.ts';

/** 'main, condition-': the kinds of the clauses of a sentence, those without a finite verb with a dash. */
function kindsOf(sentence: string): string {
  const { reading, first, end } = passageOfText(sentence);
  const kinds = clausesOf(reading, { first, end }).map(
    (clause) => `${clause.kind}${clause.verb < clause.end ? '' : '-'}`,
  );
  return kinds.join(', ');
}

describe('the clauses of a sentence', () => {
  it.each([
    ['Although the knee hurts, he is at work.', 'concession, main'],
    ['The scan (done in May) is clear.', 'main-, aside-, main'],
    ['Had he rested, the knee would be well.', 'condition, main'],
    ['The note says that the brace is worn.', 'main, content'],
    ['The pain and the limp.', 'main-'],
    ['The splint that the surgeon has requested is new.', 'main-, relative, main'],
    ['The splint that the hand surgeon wants is new.', 'main-, relative-, main'],
    ['The splint which she wears is new.', 'main-, relative-, main'],
    ['The splint that she has is new.', 'main-, relative, main'],
    ['The splint that UR refused is new.', 'main-, relative-, main'],
    ['The splint that was asked for is new.', 'main-, relative, main'],
    ['The splint that the surgeon says is new is old.', 'main'],
    ['The splint that she would like to have is new.', 'main-, relative, main'],
    ['The claim that the splint helps is old.', 'main-, content'],
    ['He says that the splint is new.', 'main, content'],
    ['In that the splint is new it is good.', 'main'],
    ['That splint is new.', 'main'],
  ])('%s', (sentence, kinds) => {
    expect(kindsOf(sentence)).toBe(kinds);
  });

  it.each(gapRowsOf(new URL('./clauseWords.txt', import.meta.url)))('%s: %s', (kinds, sentence, words) => {
    expect(words.filter((word) => kindsOf(sentence.replaceAll('{}', word)) !== kinds)).toEqual([]);
  });
});
