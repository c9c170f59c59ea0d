import type { Finding, Rule } from '../checking/rule.ts';
import { type Passage, passages } from '../determination/lines/passages.ts';
import { everywhere } from '../text/pattern.ts';

const rule: Rule = {
  name: 'unbalanced-quotation',
  title: 'A quotation mark or bracket has no match',
  category: 'text',
  severity: 'information',
  basis: 'The reader must see where quoted words begin and end.',
  *check(letter) {
    for (const passage of passages(letter)) {
      yield* unbalanced(passage, bracketsOf(passage.prose.text));
      yield* unbalanced(passage, quotationsOf(passage.prose.text));
    }
  },
};
export default rule;

interface Mark {
  readonly at: number;
  readonly character: string;
  readonly role: 'opens' | 'closes';
}

/** Marks without a counterpart: an opening one that is followed by another before it closes, or never closes; a closing one without an opening one. */
function* unbalanced({ prose, issue }: Passage, marks: Iterable<Mark>): Iterable<Finding> {
  // Indexes only: a text can have millions of them.
  const open: number[] = [];
  for (const { at, character, role } of marks) {
    if (role === 'opens') open.push(at);
    else if (open.pop() === undefined) yield finding(at, `This closing ${nameOf(character)} has no opening one.`);
  }
  for (const at of open) yield finding(at, `This opening ${nameOf(prose.text.charAt(at))} is never closed.`);

  function finding(at: number, message: string): Finding {
    return { span: prose.span(at, at + 1), message, issue };
  }
}

const nameOf = (character: string): string =>
  character === '(' || character === ')'
    ? 'parenthesis'
    : character === '[' || character === ']'
      ? 'bracket'
      : 'quotation mark';

/** ( ) and [ ]; not the bracket of a list marker: 'a)', '1)', '(b', ':)'. */
const BRACKET = everywhere(/[()[\]]/);
const LIST_MARKER = /(?:^|[\s,;:.(])(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\.?$/;

function* bracketsOf(text: string): Iterable<Mark> {
  let open = 0;
  for (const { 0: character, index: at } of BRACKET.in(text)) {
    const role = character === '(' || character === '[' ? 'opens' : 'closes';
    if (role === 'closes' && open === 0 && LIST_MARKER.test(text.slice(Math.max(0, at - 6), at))) continue;
    open = role === 'opens' ? open + 1 : Math.max(0, open - 1);
    yield { at, character, role };
  }
}

const QUOTATION = everywhere(/["“”]/);

/**
 * Quotation marks; what straight ones are depends on what is beside them. A mark after a number means inches where no
 * quotation is open.
 */
function* quotationsOf(text: string): Iterable<Mark> {
  let open = 0;
  for (const { 0: character, index: at } of QUOTATION.in(text)) {
    if (open === 0 && isInches(text, at)) continue;
    const role = character === '“' ? 'opens' : character === '”' ? 'closes' : straightRole(text, at, open > 0);
    open = role === 'opens' ? open + 1 : Math.max(0, open - 1);
    yield { at, character, role };
  }
}

/** 6'2", 4", 12" x 12" */
const isInches = (text: string, at: number): boolean => /\d ?$/.test(text.slice(Math.max(0, at - 2), at));

function straightRole(text: string, at: number, open: boolean): Mark['role'] {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const afterBlank = before === ' ' || before === '(' || before === '[';
  const beforeBlank = after === ' ' || /[.,;:)\]]/.test(after);
  if (afterBlank && !beforeBlank) return 'opens';
  if (beforeBlank && !afterBlank) return 'closes';
  return open ? 'closes' : 'opens';
}
