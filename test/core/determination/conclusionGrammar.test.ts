import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** Sentences put together from signs: what each says is reckoned up, and no reading may turn it round. */
interface Piece {
  readonly words: string;
  readonly sign: 1 | -1;
}

const piece = (sign: Piece['sign'], ...words: readonly string[]): readonly Piece[] =>
  words.map((each) => ({ words: each, sign }));

const REASONS = ['', 'Although no red flag is documented, ', 'In the absence of a tear, ', 'Because care has failed, '];
const MATRICES: readonly Piece[] = [
  ...piece(1, '', 'I find that ', 'It is clear that ', 'This reviewer concludes that ', 'It is my opinion that '),
  ...piece(1, 'There is no doubt that ', 'I do not question that ', 'I see no reason to doubt that '),
  ...piece(-1, 'I do not believe that ', 'There is no evidence that ', 'Nothing suggests that ', 'I doubt that '),
  ...piece(-1, 'It cannot be said that ', 'There is no basis to conclude that ', 'I am not convinced that '),
  ...piece(-1, 'It can hardly be said that ', 'I reject the view that ', 'It would be a mistake to say that '),
];
const SUBJECTS: readonly Piece[] = [
  ...piece(1, 'the request', 'the requested brace', 'this scan', 'the brace for the left knee'),
  ...piece(-1, 'none of the visits', 'no part of the request', 'nothing in the request'),
];
const PREDICATES: readonly Piece[] = [
  ...piece(1, 'is medically necessary', 'has been found to be medically necessary', 'was medically necessary'),
  ...piece(-1, 'is not medically necessary', 'cannot be deemed medically necessary', 'is medically unnecessary'),
  ...piece(1, 'is not medically unnecessary', 'cannot be deemed not medically necessary'),
];
const OTHERS = [
  'The surgeon argues that ',
  'Utilization review found that ',
  'According to the treating physician, ',
  'The progress note states that ',
  'The first reviewer held that ',
];

const sentence = fc.tuple(
  fc.constantFrom(...REASONS),
  fc.constantFrom(...MATRICES),
  fc.constantFrom(...SUBJECTS),
  fc.constantFrom(...PREDICATES),
);
const HEADING = 'Knee brace';
const kindOf = (text: string): string => {
  const { prose } = new LetterText(`${HEADING}\n\n${text}`);
  return readConclusion(prose.slice(HEADING.length), prose.slice(0, HEADING.length)).kind;
};
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

describe('composed conclusions', () => {
  it('are never turned round', () => {
    fc.assert(
      fc.property(sentence, ([reason, matrix, subject, predicate]) => {
        const sign = matrix.sign * subject.sign * predicate.sign;
        const text = capitalized(`${reason}${matrix.words}${subject.words} ${predicate.words}.`);
        const kind = kindOf(text);
        expect(kind === 'unclear' || kind === (sign > 0 ? 'necessary' : 'not-necessary'), `${text} ${kind}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are understood where no more than one piece denies', () => {
    const plain = MATRICES.filter(({ words }) => !/hardly|reject/.test(words));
    fc.assert(
      fc.property(
        fc.constantFrom(...REASONS),
        fc.constantFrom(...plain),
        fc.constantFrom(...PREDICATES.slice(0, 5)),
        (reason, matrix, predicate) => {
          fc.pre(matrix.sign > 0 || predicate.sign > 0);
          const text = capitalized(`${reason}${matrix.words}the request ${predicate.words}.`);
          expect(kindOf(text), text).toBe(matrix.sign * predicate.sign > 0 ? 'necessary' : 'not-necessary');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('conclude nothing in the mouth of others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OTHERS),
        fc.constantFrom(...SUBJECTS),
        fc.constantFrom(...PREDICATES),
        (other, subject, predicate) => {
          const text = `${other}${subject.words} ${predicate.words}.`;
          expect(['none', 'unclear'], text).toContain(kindOf(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
