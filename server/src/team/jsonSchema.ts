/**
 * The part of JSON Schema (draft 7) that our own schemas use, over a JSON file's tree: every mistake is reported at its place
 * and in words for people who are not programmers. The schema stays the one description of a file's form.
 */
import type { Node } from 'jsonc-parser';
import { nearlyEqual } from '../text/nearlyEqual.ts';
import { type JsonSpan, membersOf, type Problems, spanOf } from './teamJson.ts';

/** The keywords that are understood; a test holds our schemas to them. Those that only describe are skipped. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Reports what is wrong with a value. `what` names it in a sentence: '“visitsMax”'. Returns whether nothing is wrong. */
export function validate(node: Node, schema: Schema, root: Schema, what: string, problems: Problems): boolean {
  const before = problems.count;
  check(node, schema, { root, what, problems });
  return problems.count === before;
}

interface Context {
  readonly root: Schema;
  readonly what: string;
  readonly problems: Problems;
}

function check(node: Node, schema: Schema, context: Context): void {
  for (const part of schema.allOf ?? []) check(node, part, context);
  if (schema.$ref !== undefined) check(node, resolve(schema.$ref, context.root), context);
  const { problems, what } = context;
  const tell = (message: string): void => problems.error(placeOf(node), `${what} ${message}`);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => hasType(node, type))) {
    tell(`must be ${types.map((type) => TYPES[type] ?? type).join(' or ')}.`);
    return;
  }
  if (schema.enum !== undefined && !schema.enum.includes(node.value)) {
    tell(`must be one of ${schema.enum.map((each) => `“${String(each)}”`).join(', ')}.`);
    return;
  }
  if (typeof node.value === 'string') checkText(node.value, schema, tell);
  if (typeof node.value === 'number') checkNumber(node.value, schema, tell);
  if (node.type === 'array') checkList(node, schema, context, tell);
  if (node.type === 'object') checkObject(node, schema, context);
}

function checkText(
  text: string,
  { pattern, examples = [], minLength = 0 }: Schema,
  tell: (message: string) => void,
): void {
  if (text.length < minLength) tell('must not be empty.');
  else if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) {
    const example = examples[0] === undefined ? '' : `, such as “${String(examples[0])}”`;
    tell(`does not have the right form${example}.`);
  }
}

function checkNumber(value: number, { minimum, maximum }: Schema, tell: (message: string) => void): void {
  if (minimum !== undefined && value < minimum) tell(`must be ${minimum} or more.`);
  if (maximum !== undefined && value > maximum) tell(`must be ${maximum} or less.`);
}

function checkList(node: Node, schema: Schema, context: Context, tell: (message: string) => void): void {
  const children = node.children ?? [];
  if (children.length < (schema.minItems ?? 0)) tell(`needs ${schema.minItems} or more entries.`);
  if (schema.maxItems !== undefined && children.length > schema.maxItems)
    tell(`can have at most ${schema.maxItems} entries.`);
  const seen = new Set<unknown>();
  for (const child of children) {
    if (schema.uniqueItems === true && child.value !== undefined && seen.has(child.value)) {
      context.problems.error(spanOf(child), `“${String(child.value)}” is in ${context.what} twice.`);
    }
    seen.add(child.value);
    if (schema.items !== undefined) check(child, schema.items, { ...context, what: `Each entry of ${context.what}` });
  }
}

function checkObject(node: Node, schema: Schema, context: Context): void {
  const { problems, what } = context;
  const members = membersOf(node, what, problems);
  const present = new Set(members.map(({ name }) => name));
  const missing = (schema.required ?? []).filter((name) => !present.has(name));
  if (missing.length > 0) problems.error(placeOf(node), `${what} has no ${missing.map(quoted).join(' and no ')}.`);
  for (const { name, nameSpan, value } of members) {
    const property = schema.properties?.[name];
    if (property !== undefined) check(value, property, { ...context, what: quoted(name) });
    else if (schema.additionalProperties === false) {
      const similar = Object.keys(schema.properties ?? {}).find((known) => nearlyEqual(known, name, 2));
      const hint = similar === undefined ? '' : ` Did you mean ${quoted(similar)}?`;
      problems.error(nameSpan, `${quoted(name)} is not known here.${hint}`);
    }
    const needed = (schema.dependencies?.[name] ?? []).filter((other) => !present.has(other));
    if (needed.length > 0) problems.error(nameSpan, `${quoted(name)} also needs ${needed.map(quoted).join(' and ')}.`);
  }
}

const quoted = (name: string): string => `“${name}”`;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in brackets: [ … ]',
  object: 'an object in braces: { … }',
  null: 'null',
};

function hasType(node: Node, type: string): boolean {
  if (type === 'integer') return node.type === 'number' && Number.isInteger(node.value);
  return node.type === type;
}

function resolve(reference: string, root: Schema): Schema {
  const name = reference.replace('#/definitions/', '');
  return root.definitions?.[name] ?? {};
}

/** For an object or a list, its opening bracket: a squiggle under all its lines would hide what is wrong. */
function placeOf(node: Node): JsonSpan {
  const { start, end } = spanOf(node);
  return { start, end: node.type === 'object' || node.type === 'array' ? Math.min(end, start + 1) : end };
}
