import { pluralOf, verbForms } from '../lexicon/forms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { LONGEST_GAP, MOST_STEPS, type Step } from './step.ts';

/**
 * Reads the pattern of a row:
 *
 * | written | means |
 * | --- | --- |
 * | `visit` | this word, in whatever case |
 * | `complete~` | this word in any of its forms |
 * | `visit/session` | one of these words |
 * | `{therapy}` | an entry of the class `therapy` |
 * | `#number` | a value of the kind `number` |
 * | `( a b \| c )` | one of these ways |
 * | `?` after one of these | it may be missing |
 * | `count=` before one | what it takes is called `count` |
 * | `..3` | up to three words, no mark among them |
 * | `,,3` | the same, commas and brackets too |
 * | `+` | a blank is here: `by + ,` is 'by ,' and not 'by,' |
 * | `$` | the sentence, or the piece that is read, ends here |
 * | `^`, `^^` | what follows begins with a capital; has capitals alone |
 * | `!` before one | may not be here; at the beginning of a row, not right before it |
 * | `&` before one | has to be right before |
 *
 * @throws where a pattern is none, has more than twelve steps or names a class that the lexicon has not
 */
export function readPattern(pattern: string, lexicon: Lexicon, valueKinds: ReadonlySet<string>): readonly Step[] {
  const reader = new PatternReader(pattern, lexicon, valueKinds);
  return reader.read();
}

class PatternReader {
  readonly #pattern: string;
  readonly #pieces: readonly string[];
  readonly #lexicon: Lexicon;
  readonly #valueKinds: ReadonlySet<string>;
  #at = 0;
  #steps = 0;

  constructor(pattern: string, lexicon: Lexicon, valueKinds: ReadonlySet<string>) {
    this.#pattern = pattern;
    this.#pieces = pattern
      .replace(/[()|]/g, ' $& ')
      .replace(/\) \?/g, ')?')
      .replace(/= +\(/g, '=(')
      .replace(/([!&]) +\(/g, '$1(')
      .split(' ')
      .filter((piece) => piece !== '');
    this.#lexicon = lexicon;
    this.#valueKinds = valueKinds;
  }

  read(): readonly Step[] {
    const steps = this.#sequence();
    if (this.#at < this.#pieces.length) this.#fail(`“${this.#pieces[this.#at]}” closes nothing`);
    if (steps.length === 0) this.#fail('it is empty');
    if (this.#steps > MOST_STEPS) this.#fail(`it has ${this.#steps} steps, more than ${MOST_STEPS}`);
    const begins = steps.findIndex(({ kind }) => kind !== 'not' && kind !== 'after');
    return steps.map((step, i) =>
      step.kind === 'not' && i < begins && takesTokens(step.step) ? { ...step, side: 'before' } : step,
    );
  }

  #sequence(): Step[] {
    const steps: Step[] = [];
    for (let piece = this.#pieces[this.#at]; piece !== undefined && !ENDS.test(piece); piece = this.#pieces[this.#at]) {
      this.#at++;
      steps.push(this.#step(piece));
    }
    return steps;
  }

  #step(piece: string): Step {
    const named = /^([a-z][A-Za-z]*)=(.+)$/.exec(piece);
    if (named !== null) {
      const [, name = '', rest = ''] = named;
      return { kind: 'capture', name, steps: [this.#step(rest)] };
    }
    if (piece.length > 1 && piece.startsWith('!')) {
      return { kind: 'not', side: 'here', step: this.#step(piece.slice(1)) };
    }
    if (piece.length > 1 && piece.startsWith('&')) return { kind: 'after', step: this.#step(piece.slice(1)) };
    if (piece === '(') return this.#group();
    if (piece.length > 1 && piece.endsWith('?')) return { kind: 'option', steps: [this.#step(piece.slice(0, -1))] };
    return this.#plain(piece);
  }

  #group(): Step {
    const ways: (readonly Step[])[] = [];
    for (;;) {
      ways.push(this.#sequence());
      const end = this.#pieces[this.#at++];
      if (end === undefined) this.#fail('a bracket is not closed');
      if (end === '|') continue;
      const [only] = ways;
      const step: Step = { kind: 'either', ways };
      if (end === ')?') return { kind: 'option', steps: ways.length === 1 && only !== undefined ? only : [step] };
      return step;
    }
  }

  #plain(piece: string): Step {
    this.#steps++;
    if (piece === '+') return { kind: 'apart' };
    if (piece === '$') return { kind: 'end' };
    if (piece === '^') return { kind: 'capital' };
    if (piece === '^^') return { kind: 'capitals' };
    const gap = /^(\.\.|,,)(\d)$/.exec(piece);
    if (gap !== null) {
      const most = Number(gap[2]);
      if (most > LONGEST_GAP) this.#fail(`“${piece}” is longer than ${LONGEST_GAP} words`);
      return { kind: 'gap', most, crosses: gap[1] === ',,' ? 'commas' : 'nothing' };
    }
    const wordClass = /^\{(.+)\}$/.exec(piece)?.[1];
    if (wordClass !== undefined)
      return { kind: 'class', class: this.#lexicon.numberOfName(wordClass.replaceAll('_', ' ')) };
    const value = /^#([a-z]+)$/.exec(piece)?.[1];
    if (value !== undefined) {
      if (!this.#valueKinds.has(value)) this.#fail(`there is no kind of value “${value}”`);
      return { kind: 'value', value };
    }
    if (/[A-Z{}=]/.test(piece)) this.#fail(`“${piece}” is no step`);
    const words = piece.length > 1 ? piece.split('/').flatMap(wordsOf) : [piece];
    return { kind: 'words', words: new Set(words.map((word) => this.#lexicon.words.add(word))) };
  }

  #fail(why: string): never {
    throw new Error(`The pattern “${this.#pattern}” cannot be read: ${why}.`);
  }
}

const ENDS = /^(?:\||\)\??)$/;

const takesTokens = ({ kind }: Step): boolean =>
  kind !== 'apart' && kind !== 'end' && kind !== 'capital' && kind !== 'capitals';

const wordsOf = (word: string): readonly string[] =>
  word.length > 1 && word.endsWith('~') ? formsOf(word.slice(0, -1)) : [word];

const formsOf = (word: string): readonly string[] => [...verbForms(word).keys(), pluralOf(word)];
