import type { Finding, Fix, Rule } from '../checking/rule.ts';
import { type Passage, passages } from '../determination/lines/passages.ts';
import type { Determination, Removal } from '../determination/model/determination.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { SpanIndex } from '../text/spanIndex.ts';
import { type Form, findForms, formsIn } from '../wording/forms.ts';
import { wordingOf } from '../wording/language.ts';
import { type LeftoverKind, leftoversIn } from '../wording/leftovers/leftovers.ts';
import templates from './data/templateBlanks.json' with { type: 'json' };
import { quoted } from './support/quoted.ts';
import { blanksIn, credentialBlanks, templateBlanks } from './support/templateBlanks.ts';

const rule: Rule = {
  name: 'placeholder',
  title: 'A blank that was not filled in',
  category: 'text',
  severity: 'warning',
  basis: 'Text left over from a template shows that nobody proofread the letter.',
  *check(letter) {
    const forms = formsIn(letter, FORMS);
    const blanks = blanksIn(letter);
    for (const span of credentialBlanks(letter)) yield leftOpen(letter, span, null);
    // Where a name was: redaction-gap reports it.
    const names = new SpanIndex(
      letter.removals.filter(({ what }) => what === 'name').map((name) => [name.span, name] as const),
    );
    for (const passage of passages(letter)) {
      yield* placeholders(letter, passage, forms);
      yield* emptySpaces(passage, names);
      for (const span of templateBlanks(passage.prose, blanks)) yield leftOpen(letter, span, passage.issue);
    }
  },
};
export default rule;

const leftOpen = ({ text }: Determination, span: Finding['span'], issue: number | null): Finding => ({
  span,
  message: `${quoted(text.prose.within(span).text, 44)} is the template’s own text: fill it in.`,
  issue,
});

type Kind = LeftoverKind | 'cross' | 'line';

/** Blanks that can be recognized by their characters alone. */
const FORMS: readonly Form<Kind>[] = [
  {
    kind: 'cross',
    strings: ['XX', 'xxx'],
    pattern: everywhere(/(?<![\w-])(?:X{2,}|x{3,})(?:[-/](?:X{2,}|x{2,}|\d{2,4}))*(?![\w-])/),
  },
  {
    kind: 'date',
    strings: ['9/9', '9-9', '0/0', '0-0'],
    pattern: everywhere(
      /(?<![\d/-])(?:(?!9[-/]9[-/]99(?!\d))9{1,2}[-/]9{1,2}[-/](?:9{4}|9{1,2})|00?[-/]00?[-/](?:0{4}|00|\d{4}|\d\d))(?![\d/-])/,
    ),
  },
  { kind: 'line', strings: ['__', '.....'], pattern: everywhere(/_{2,}|(?<=\s)\.{5,}(?=\s)/) },
  {
    kind: 'bracket',
    strings: ['[', '()', '( )', '<', '{', '$'],
    pattern: everywhere(
      /\[ ?\]|\( ?\)|<{1,2}[A-Za-z][A-Za-z _-]{0,30}>{1,2}|\{{1,2}[A-Za-z][A-Za-z _.-]{0,30}\}{1,2}|\$[A-Z_]{3,}\$?/,
    ),
  },
  { kind: 'word', strings: ['***', '???'], pattern: everywhere(/\*{3,}|\?{3,}/) },
];

/** Roman numerals and chromosomes: 'Chapter XX', '46,XX'. */
const COUNTED: ReadonlySet<string> = new Set(templates.countedByNumerals);

function* placeholders(
  letter: Determination,
  { prose, issue }: Passage,
  forms: readonly Form<Kind>[],
): Iterable<Finding> {
  const { text } = prose;
  for (const { kind, match } of findForms(text, forms)) {
    const words = match[0].trimEnd();
    if (kind === 'cross' && isCounted(prose, match.index)) continue;
    if (isRuleLine(letter, prose, match.index, words)) continue;
    yield leftover(kind, prose, match.index, words, issue);
  }
  const passage = wordingOf(prose);
  const { tokens } = passage.reading;
  for (const { kind, first, end } of leftoversIn(passage)) {
    yield leftover(kind, prose, passage.indexOf(first) - prose.from, tokens.slice(first, end), issue);
  }
}

/** @param index in `prose` */
function leftover(kind: Kind, prose: Prose, index: number, words: string, issue: number | null): Finding {
  const span = prose.span(index, index + words.length);
  return { span, message: messageFor(kind, words), issue, ...articleFix(kind, span, prose.text.slice(index)) };
}

function isCounted(prose: Prose, index: number): boolean {
  const passage = wordingOf(prose);
  const before = passage.from(prose.from + index) - 1;
  return before >= passage.first && COUNTED.has(passage.reading.tokens.lower(before));
}

/** A shorter row of these, alone on its line, is a blank at which a line was broken; stars alone on a line are not a blank. */
const RULE = /^(?:_{10,}|\.{10,}|\*{3,})$/;

/** A line that divides the page: nothing else is on it, and nothing waits for it ('Signature:'). */
function isRuleLine({ text: { foldedLines } }: Determination, prose: Prose, index: number, words: string): boolean {
  const at = prose.from + index;
  return (
    RULE.test(words) &&
    foldedLines.isLineStart(at) &&
    foldedLines.isLineEnd(at + words.length) &&
    !/[:,] ?$/.test(prose.text.slice(Math.max(0, index - 2), index))
  );
}

/** A row of blanks in the middle of a sentence: 'aids costing more than           per ear'. */
const LEAST_BLANKS = 5;
const GOES_ON = /[a-z,.)]/;
const IN_SENTENCE = /[a-z,(]/;

function* emptySpaces({ kind, prose, issue }: Passage, names: SpanIndex<Removal>): Iterable<Finding> {
  // A heading may be set as a table.
  if (kind === 'heading') return;
  for (const { index, span } of prose.wideBlanks(LEAST_BLANKS)) {
    const { text } = prose;
    if (!IN_SENTENCE.test(text.charAt(index - 1)) || !GOES_ON.test(text.charAt(index + 1))) continue;
    if (names.at(span.start) !== undefined) continue;
    const word = /[\w’'-]{1,30}$/.exec(text.slice(Math.max(0, index - 30), index))?.[0] ?? '';
    yield {
      span,
      message: `The blank after “${word}” was not filled in.`,
      issue,
    };
  }
}

function messageFor(kind: Kind, words: string): string {
  if (kind === 'article') return `“${words}” is left over from a template: choose one form.`;
  if (kind === 'date') return `“${words}” is left over from a template: fill in the date.`;
  if (kind === 'blank') return `The blank after ${quoted(words.replace(/:$/, '').trim())} was not filled in.`;
  return `${quoted(words)} was not filled in.`;
}

/** 'is a(n) 57 year old': 'an' before 8, 11 and 18, 'a' before every other age. */
function articleFix(kind: Kind, span: Finding['span'], text: string): { readonly fixes?: readonly Fix[] } {
  const number = kind === 'article' ? /^\S+ (\d{1,3})\b/.exec(text)?.[1] : undefined;
  if (number === undefined) return {};
  const newText = /^(?:8\d?|11|18)$/.test(number) ? 'an' : 'a';
  return { fixes: [{ title: `Change to “${newText}”`, edits: [{ span, newText }], kind: 'mechanical' }] };
}
