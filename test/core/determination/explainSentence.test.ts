import { expect, it } from 'vitest';
import { explainSentence } from '../../../server/src/determination/explainSentence.ts';

it('says of which clauses a sentence is made, and what each states', () => {
  const { clauses, statements, conclusion } = explainSentence(
    'Although the surgeon calls it essential, the brace is not needed.',
    'Knee brace',
  );
  expect(clauses).toEqual([
    { kind: 'concession', words: 'Although the surgeon calls it essential,', verb: 'calls' },
    { kind: 'main', words: 'the brace is not needed.', verb: 'is' },
  ]);
  expect(statements.map(({ words, isFor, dropped }) => ({ words, isFor, dropped }))).toEqual([
    { words: 'calls it essential', isFor: true, dropped: 'said by others' },
    { words: 'is not needed', isFor: false, dropped: null },
  ]);
  expect(conclusion).toBe('not-necessary');
});

it('names the construction and how the signs come out', () => {
  const [statement] = explainSentence('I see no reason to overturn the denial.', 'Knee brace').statements;
  expect(statement?.construction).not.toBeNull();
  expect(statement?.notes.length).toBeGreaterThan(1);
  expect(statement?.isFor).toBe(false);
});

it('distinguishes a part of the treatment from all of it', () => {
  const conclusionOf = (sentence: string): string => explainSentence(sentence, 'Acupuncture 12 visits').conclusion;
  expect(conclusionOf('The visits are medically necessary.')).toBe('necessary');
  expect(conclusionOf('Only six visits are medically necessary.')).toBe('partly');
});

it.each(['', '   ', '\n\n', '??'])('finds nothing in %j', (nothing) => {
  expect(explainSentence(nothing, '')).toMatchObject({ statements: [], conclusion: 'none', unread: [] });
});
