/** Reads a team's JSON files: comments allowed, every mistake told at its place, what is right still counts. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severity } from '../rules/support/rule.ts';

/** A stretch of a team's file: UTF-16 offsets in that file. It is no span of a letter, and cannot be used as one. */
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

/** A text in the file, and its place. */
export interface StringNode {
  readonly value: string;
  readonly span: JsonSpan;
}

/** The problems of a file, gathered while it is read. */
export class Problems {
  readonly #all: FileProblem[] = [];

  get all(): readonly FileProblem[] {
    return this.#all;
  }

  error(span: JsonSpan, message: string): void {
    this.#all.push({ span, severity: 'error', message });
  }

  warning(span: JsonSpan, message: string): void {
    this.#all.push({ span, severity: 'warning', message });
  }
}

/** A property of an object: its name's place and its value. */
export interface Member {
  readonly name: string;
  readonly nameSpan: JsonSpan;
  readonly value: Node;
}

/** The root of a JSON file; null where the file holds nothing that could be read. An empty file is no mistake. */
export function readRoot(source: string, problems: Problems): Node | null {
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  if (source.trim() === '') return null;
  for (const error of errors) problems.error(placeOf(error, source), explain(error));
  return root ?? null;
}

/** The properties of an object; a name that stands twice counts as JSON has it: the last one. */
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
    if (members.has(name))
      problems.warning(spanOf(key), `“${name}” stands here a second time; only the last one counts.`);
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

/** A text between quotation marks; null where something else stands there. */
export function stringOf(node: Node, what: string, problems: Problems): string | null {
  const value: unknown = node.value;
  if (typeof value === 'string') return value;
  problems.warning(spanOf(node), `${what} must be a text between quotation marks. It is not used.`);
  return null;
}

export const spanOf = ({ offset, length }: Node): JsonSpan => ({ start: offset, end: offset + length });

/** Never empty, and never behind the last visible character: an error at the end of a file could not be seen there. */
function placeOf({ offset, length }: ParseError, source: string): JsonSpan {
  const visible = source.trimEnd().length;
  const start = Math.min(offset, visible - 1);
  return { start, end: Math.min(visible, start + Math.max(1, length)) };
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON; texts stand between double quotation marks.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name between double quotation marks is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing here.',
  CloseBracketExpected: 'A closing bracket ] is missing here.',
  EndOfFileExpected: 'The file should have ended before this.',
  UnexpectedEndOfComment: 'This comment does not end; close it with */.',
  UnexpectedEndOfString: 'This text does not end; close it with a double quotation mark.',
  InvalidEscapeCharacter: 'A backslash must be written twice: \\\\.',
  InvalidCharacter: 'A line break or a tab cannot stand inside a text.',
};

const explain = ({ error }: ParseError): string =>
  EXPLANATIONS[printParseErrorCode(error)] ?? 'This is no JSON that can be read.';
