import type { Prose } from '../../text/prose.ts';
import type { Finding, Fix } from './rule.ts';
import type { Wording } from './wording.ts';

/** A slip that a pattern tells for certain. */
export interface Slip {
  /** The words at which it is tried, in lower case, divided by blanks: all with which the pattern may begin. */
  readonly at: string;
  /** A regular expression for the text from that word on; case does not matter unless `exact`. The group `wrong`, if any, is what is wrong of it. */
  readonly pattern: string;
  readonly exact?: boolean;
  /** What is wrong: `{wrong}` and `{right}` stand for the letter's words and for what replaces them. */
  readonly message: string;
  /** What replaces the wrong words; `$<name>` stands for a group of the pattern. Absent where only the editor can tell. */
  readonly right?: string;
}

interface Compiled extends Slip {
  readonly expression: RegExp;
}

/** Slips by the word at which they are tried: one pass over a text's words finds them all. */
export class SlipTable {
  readonly #byWord = new Map<string, Compiled[]>();

  constructor(slips: readonly Slip[]) {
    for (const slip of slips) {
      const compiled = { ...slip, expression: new RegExp(`(?:${slip.pattern})`, slip.exact ? 'dy' : 'dyi') };
      for (const word of slip.at.split(' ')) {
        const known = this.#byWord.get(word);
        if (known === undefined) this.#byWord.set(word, [compiled]);
        else known.push(compiled);
      }
    }
  }

  /** The slips of a passage in its order; of two that overlap the first. */
  *find({ passage, words }: Wording): Iterable<Finding> {
    const { prose, issue } = passage;
    let end = 0;
    for (const word of words) {
      if (word.start < end) continue;
      for (const slip of this.#byWord.get(word.text) ?? []) {
        slip.expression.lastIndex = word.start;
        const match = slip.expression.exec(prose.text);
        if (match === null) continue;
        yield { ...describe(slip, match, prose), issue };
        end = match.index + match[0].length;
        break;
      }
    }
  }
}

function describe(slip: Compiled, match: RegExpExecArray, prose: Prose): Omit<Finding, 'issue'> {
  const [start, end] = match.indices?.groups?.['wrong'] ?? [match.index, match.index + match[0].length];
  const wrong = prose.text.slice(start, end);
  const right = slip.right?.replace(/\$<(\w+)>/g, (_, name: string) => match.groups?.[name] ?? '');
  const span = prose.span(start, end);
  const message = slip.message.replaceAll('{wrong}', wrong).replaceAll('{right}', right ?? '');
  return right === undefined ? { span, message } : { span, message, fixes: [replacing(span, wrong, right)] };
}

/** Replaces `wrong`, which stands at `span`, by `right`, with a capital where `wrong` has one. */
export function replacing(span: Finding['span'], wrong: string, right: string): Fix {
  const newText = /^[A-Z]/.test(wrong) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
  const title = newText === '' ? `Remove “${wrong}”` : `Change “${wrong}” to “${newText}”`;
  return { title, edits: [{ span, newText }], kind: 'judgement' };
}
