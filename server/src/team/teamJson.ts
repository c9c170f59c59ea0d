/** Reads a team's JSON files: comments allowed, every mistake reported at its place, what is right still counts. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severity } from '../checking/rule.ts';

/** A stretch of a team's file: UTF-16 offsets in that file. It is not a span of a letter, and cannot be used as one. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a team's file. */
export interface FileProblem {
  readonly span: JsonSpan;
  readonly severity: Severity;
  readonly message: string;
}

/** What is not JSON: an editor that checks open files reports it, too. */
export class SyntaxProblem implements FileProblem {
  readonly span: JsonSpan;
  readonly severity = 'error';
  readonly message: string;

  constructor(span: JsonSpan, message: string) {
    this.span = span;
    this.message = message;
  }
}

/** A text in the file, and its place. */
export interface StringNode {
  readonly value: string;
  readonly span: JsonSpan;
}

/** The problems of a file, gathered while it is read: the first ones, and how many more there are. */
export class Problems {
  readonly #first: FileProblem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get all(): readonly FileProblem[] {
    const last = this.#first.at(-1);
    const more = this.#count - this.#first.length;
    if (last === undefined || more === 0) return this.#first;
    return [...this.#first, { ...last, message: `And ${more.toLocaleString('en-US')} more mistakes after this one.` }];
  }

  error(span: JsonSpan, message: string): void {
    this.#add({ span, severity: 'error', message });
  }

  syntax(span: JsonSpan, message: string): void {
    this.#add(new SyntaxProblem(span, message));
  }

  warning(span: JsonSpan, message: string): void {
    this.#add({ span, severity: 'warning', message });
  }

  #add(problem: FileProblem): void {
    this.#count++;
    if (this.#first.length < MOST_PROBLEMS) this.#first.push(problem);
  }
}

/** Nobody reads more of them. */
const MOST_PROBLEMS = 100;

/** A property of an object: its name's place and its value. */
export interface Member {
  readonly name: string;
  readonly nameSpan: JsonSpan;
  readonly value: Node;
}

/** The root of a JSON file; null where the file holds nothing that could be read. An empty file is not a mistake. */
export function readRoot(source: string, problems: Problems): Node | null {
  if (source.trim() === '') return null;
  if (source.length > MOST_CHARACTERS) {
    const words = MOST_CHARACTERS.toLocaleString('en-US');
    problems.error({ start: 0, end: 1 }, `The file has more than ${words} characters. It is not used.`);
    return null;
  }
  const json = withoutMark(source);
  const tooDeep = placeBelow(json, MOST_DEPTH);
  if (tooDeep !== null) {
    problems.error(tooDeep, `Brackets are nested more than ${MOST_DEPTH} deep here. The file is not used.`);
    return null;
  }
  const errors = new Mistakes(source, problems);
  return parseTree(json, errors, { allowTrailingComma: true }) ?? null;
}

/** Some 30,000 findings that were put aside. A larger file is not a team's, and would hold up all other work. */
export const MOST_CHARACTERS = 5_000_000;

/** The same text at the same offsets for the parser, which knows no byte order mark. */
export const withoutMark = (source: string): string => (source.startsWith(MARK) ? ` ${source.slice(1)}` : source);

export const MARK = '\uFEFF';

/** No file of a team needs more. The parser calls itself for every bracket, and so do those that read what it found. */
const MOST_DEPTH = 50;

/** The first bracket that has `depth` or more open ones around it. */
function placeBelow(json: string, depth: number): JsonSpan | null {
  const scanner = createScanner(json, true);
  let open = 0;
  while (scanner.getPosition() < json.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    // Texts and comments begin otherwise.
    const first = json.charAt(start);
    if (first === '{' || first === '[') open++;
    else if (first === '}' || first === ']') open = Math.max(0, open - 1);
    if (open > depth) return { start, end: start + 1 };
  }
  return null;
}

/** The parser lists each mistake, though a file may hold nothing else: they go where they are counted. */
class Mistakes extends Array<ParseError> {
  readonly #problems: Problems;
  /** Where the file's visible text ends. */
  readonly #end: number;

  constructor(source: string, problems: Problems) {
    super();
    this.#problems = problems;
    this.#end = source.trimEnd().length;
  }

  override push(...errors: readonly ParseError[]): number {
    for (const error of errors) this.#problems.syntax(placeOf(error, this.#end), explain(error));
    return 0;
  }
}

/** The properties of an object; of a name that is there twice, the last one counts, as in JSON. */
export function membersOf(node: Node, what: string, problems: Problems): readonly Member[] {
  if (node.type !== 'object') {
    problems.warning(spanOf(node), `${what} must be an object in braces: { … }. It is not used.`);
    return [];
  }
  const members = new Map<string, Member>();
  for (const { children = [] } of node.children ?? []) {
    const [key, value] = children;
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (members.has(name)) problems.warning(spanOf(key), `“${name}” is here a second time; only the last one counts.`);
    members.set(name, { name, nameSpan: spanOf(key), value });
  }
  return [...members.values()];
}

/** The elements of a list. */
export function elementsOf(node: Node, what: string, problems: Problems): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  problems.warning(spanOf(node), `${what} must be a list in brackets: [ … ]. It is not used.`);
  return [];
}

/** A text between quotation marks; null where something else is there. */
export function stringOf(node: Node, what: string, problems: Problems): string | null {
  const value: unknown = node.value;
  if (typeof value === 'string') return value;
  problems.warning(spanOf(node), `${what} must be text in quotation marks. It is not used.`);
  return null;
}

export const spanOf = ({ offset, length }: Node): JsonSpan => ({ start: offset, end: offset + length });

/** Never empty, and never after the last visible character: an error at the end of a file could not be seen there. */
function placeOf({ offset, length }: ParseError, visible: number): JsonSpan {
  const start = Math.min(offset, visible - 1);
  return { start, end: Math.min(visible, start + Math.max(1, length)) };
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not valid JSON: put text in double quotation marks.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'A name in double quotation marks is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing here.',
  CloseBracketExpected: 'A closing bracket ] is missing here.',
  EndOfFileExpected: 'The file should end before this.',
  UnexpectedEndOfComment: 'This comment is not closed; end it with */.',
  UnexpectedEndOfString: 'This text is not closed; end it with a double quotation mark.',
  InvalidEscapeCharacter: 'A backslash must be written twice: \\\\.',
  InvalidCharacter: 'Text cannot contain a line break or a tab.',
};

const explain = ({ error }: ParseError): string =>
  EXPLANATIONS[printParseErrorCode(error)] ?? 'This is not valid JSON.';
