import fc from 'fast-check';
import { LETTERS } from '../fixtures/letters.ts';

const letters = [...LETTERS.values()];
const lines = [...new Set(letters.flatMap((source) => source.split('\n')))];
/** What holds a letter together, where an unlucky cut or paste puts it anywhere. */
const MARKS = [
  ': Upheld',
  ': Overturned',
  ':  Upheld\n',
  'Claims Administrator guideline:',
  'Claims Administrator\nguideline:',
  'MAXIMUS guideline: ',
  'Decision rationale:',
  'Decision\n\nrationale: ',
  '\nCLINICAL CASE SUMMARY\n',
  '\nIMR ISSUES, DECISIONS AND RATIONALES\n',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  '1) Regarding the request for a brace:',
  '\n2. The request for a brace is not medically necessary and appropriate.\n',
  '\f',
  '\r',
  '\u00ad',
  '-\n',
  '\n\n\n',
];

/** Lines of all the letters, in any order and number, with noise between them. */
const scraps = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...lines) },
      { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom('\n', '\r\n', '\n\n', ' ').map((separator) => parts.join(separator)));

/** A change of a text; places are fractions of its length. */
type Breakage = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const breakage: fc.Arbitrary<Breakage> = fc.oneof(
  fc.tuple(place, fc.nat(400)).map(
    ([at, length]): Breakage =>
      (text) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + text.slice(from + length);
      },
  ),
  fc.tuple(place, fc.constantFrom(...MARKS)).map(
    ([at, mark]): Breakage =>
      (text) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + mark + text.slice(from);
      },
  ),
  fc.tuple(place, place, fc.nat(1200)).map(
    ([at, to, length]): Breakage =>
      (text) => {
        const from = Math.floor(at * text.length);
        const target = Math.floor(to * text.length);
        return text.slice(0, target) + text.slice(from, from + length) + text.slice(target);
      },
  ),
  fc.tuple(place, fc.constantFrom(...letters), place).map(
    ([at, other, from]): Breakage =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)) + other.slice(Math.floor(from * other.length)),
  ),
);

/** Letters that were cut, pasted into, repeated in part and spliced with others, as an editor’s slip or a bad extraction leaves them. */
export const brokenLetters: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...letters), fc.array(breakage, { minLength: 1, maxLength: 4 }))
  .map(([source, breakages]) => breakages.reduce((text, change) => change(text), source));

/** Any text at all, letters and what is left of them most often. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: scraps },
  { weight: 3, arbitrary: brokenLetters },
);
