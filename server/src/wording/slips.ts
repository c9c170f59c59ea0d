import type { Finding, Fix } from '../checking/rule.ts';
import { type Here, here } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import type { Wording } from './wording.ts';
import { WordTable } from './wordTable.ts';
import { writtenLike } from './writtenLike.ts';

/** A slip that a pattern tells for certain. */
export interface Slip {
  /** The words at which it is tried, in lower case, divided by blanks: all with which the pattern may begin. */
  readonly at: string;
  /** The words that may come next, divided by blanks, where they are few: spares the pattern most places. */
  readonly next?: string;
  /** A regular expression for the text from that word on; case does not matter unless `exact`. The group `wrong`, if any, is what is wrong of it, and the group `former` what was marked before. */
  readonly pattern: string;
  readonly exact?: boolean;
  /** What is wrong: `{wrong}` and `{right}` stand for the letter's words and for what replaces them. */
  readonly message: string;
  /** What replaces the wrong words; `$<name>` stands for a group of the pattern. Absent where only the editor can tell. */
  readonly right?: string;
}

interface Compiled extends Slip {
  readonly words: ReadonlySet<string>;
  readonly expression: Here;
  /** The lookbehinds that the pattern began with. */
  readonly preconditions: readonly Here[];
}

/** Slips by the words at which they are tried: one pass over a text's words finds them all. */
export class SlipTable {
  readonly #table = new WordTable<Compiled>();

  constructor(slips: readonly Slip[]) {
    for (const slip of slips) this.#table.add(compile(slip), slip.at.split(' '), slip.next?.split(' ') ?? null);
  }

  /** The slips of a passage in its order; of two that overlap the first. */
  *find({ passage, words }: Wording): Iterable<Finding> {
    const { prose, issue } = passage;
    let end = 0;
    for (let i = 0; i < words.length; i++) {
      const slips = this.#table.at(words, i);
      const word = words[i];
      if (slips.length === 0 || word === undefined) continue;
      for (const slip of slips) {
        if (word.start < end) break;
        const match = slip.expression.at(prose.text, word.start);
        if (match === null || !slip.words.has(word.text)) continue;
        if (!slip.preconditions.every((condition) => condition.matchesAt(prose.text, word.start))) continue;
        yield { ...describe(slip, match, prose), issue };
        end = match.index + match[0].length;
      }
    }
  }
}

/** Lookbehinds at the front of a pattern are tried last: most places fail at the next word already. */
function compile(slip: Slip): Compiled {
  const flags = slip.exact ? '' : 'i';
  const preconditions: Here[] = [];
  let rest = bounded(slip.pattern);
  while (rest.startsWith('(?<!') || rest.startsWith('(?<=')) {
    const end = endOfGroup(rest);
    preconditions.push(here(new RegExp(rest.slice(0, end), flags)));
    rest = rest.slice(end);
  }
  const words = new Set(slip.at.split(' '));
  return { ...slip, words, expression: here(new RegExp(`(?:${rest})`, `d${flags}`)), preconditions };
}

/** No word of a slip is longer, and nothing is repeated more often: a text may be one word. */
const MOST_REPEATS = 60;

/** `pattern` with bounds in place of `+` and `*`. */
const bounded = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]\\]){0,400}\]|[+*]/g, (token) =>
    token === '+' ? `{1,${MOST_REPEATS}}` : token === '*' ? `{0,${MOST_REPEATS}}` : token,
  );

/** The index behind the bracket that closes the group with which `pattern` begins. */
function endOfGroup(pattern: string): number {
  let depth = 0;
  for (const { 0: token, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\]){0,400}\]|[()]/g)) {
    if (token === '(') depth++;
    else if (token === ')' && --depth === 0) return index + 1;
  }
  return pattern.length;
}

function describe(slip: Compiled, match: RegExpExecArray, prose: Prose): Omit<Finding, 'issue'> {
  const [start, end] = match.indices?.groups?.['wrong'] ?? [match.index, match.index + match[0].length];
  const wrong = prose.text.slice(start, end);
  const right = slip.right?.replace(/\$<(\w+)>/g, (_, name: string) => match.groups?.[name] ?? '');
  const span = prose.span(start, end);
  const message = slip.message.replaceAll('{wrong}', wrong).replaceAll('{right}', right ?? '');
  const former = match.indices?.groups?.['former'];
  return {
    span,
    message,
    ...(right === undefined ? {} : { fixes: [replacing(span, wrong, right)] }),
    ...(former === undefined ? {} : { formerly: [{ span: prose.span(...former) }] }),
  };
}

/** Replaces `wrong`, which stands at `span`, by `right`, with the capitals of `wrong`. */
export function replacing(span: Finding['span'], wrong: string, right: string): Fix {
  const newText = writtenLike(wrong, right);
  const title = newText === '' ? `Remove “${wrong}”` : `Change “${wrong}” to “${newText}”`;
  return { title, edits: [{ span, newText }], kind: 'judgement' };
}
