/** An organization's own guideline facts: a file of the form of the shipped ones. */
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { createCatalogue, type GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { inconsistencies } from '../guidelines/consistency.ts';
import type { GuidelineFile } from '../guidelines/facts.ts';
import schemaJson from '../guidelines/schema/guidelines.schema.json' with { type: 'json' };
import { defaultCatalogue, shippedFiles } from '../guidelines/shipped.ts';
import { type Schema, validate } from './jsonSchema.ts';
import { type FileProblem, type JsonSpan, membersOf, Problems, readRoot, spanOf } from './teamJson.ts';

/** The form of a guideline file. */
export const GUIDELINE_SCHEMA: Schema = schemaJson;

/** A file's rows that can be used as they are, and what is wrong with the others. */
export interface ReadGuidelines {
  readonly file: GuidelineFile;
  readonly problems: readonly FileProblem[];
  /** The nodes of the rows, list by list, in the order of `file`. */
  readonly rows: ReadonlyMap<string, readonly Node[]>;
}

/** Reads a guideline file. Total: a row with a mistake is left out, and the mistake reported. */
export function readGuidelines(source: string): ReadGuidelines {
  const problems = new Problems();
  const root = readRoot(source, problems);
  const rows = new Map<string, readonly Node[]>();
  if (root === null) {
    if (problems.count === 0) problems.warning({ start: 0, end: source.length }, 'The file is empty.');
    return { file: { name: '' }, problems: problems.all, rows };
  }
  const lists = { ...GUIDELINE_SCHEMA.properties };
  // The rows are judged one by one, so that one mistake costs one row.
  const shallow = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, { ...list, items: {} }]));
  validate(root, { ...GUIDELINE_SCHEMA, properties: shallow }, GUIDELINE_SCHEMA, 'The file', problems);
  for (const { name, value } of root.type === 'object' ? membersOf(root, '', new Problems()) : []) {
    const form = lists[name]?.items;
    if (form === undefined || value.type !== 'array') continue;
    const what = ROW_NAMES[name] ?? 'This row';
    const all = value.children ?? [];
    const first = all.slice(0, MOST_ROWS);
    const next = all[MOST_ROWS];
    if (next !== undefined) {
      const words = MOST_ROWS.toLocaleString('en-US');
      problems.error(spanIn(next), `“${name}” has more than ${words} rows. This one and those after it are not used.`);
    }
    const sound = first.filter((row) => validate(row, form, GUIDELINE_SCHEMA, what, problems));
    rows.set(name, sound);
  }
  return { file: fileOf(root, rows), problems: problems.all, rows };
}

/** The shipped lists have some hundred. */
const MOST_ROWS = 5000;

const ROW_NAMES: Readonly<Record<string, string>> = {
  chapters: 'This chapter',
  editions: 'This edition',
  sections: 'This section',
  limits: 'This limit',
  abbreviations: 'This abbreviation',
  codes: 'This code',
  statutes: 'This statute',
};

/** The form was checked against the schema, which a test holds to the type. */
function fileOf(root: Node, rows: ReadonlyMap<string, readonly Node[]>): GuidelineFile {
  const name: unknown = findNodeAtLocation(root, ['name'])?.value;
  const lists = Object.fromEntries([...rows].map(([list, nodes]) => [list, nodes.map((node) => getNodeValue(node))]));
  return { ...lists, name: typeof name === 'string' ? name : '' };
}

/** Facts with an organization's own over the shipped ones, and what does not fit together, file by file. */
export interface LaidGuidelines {
  readonly catalogue: GuidelineCatalogue;
  /** In the order of the files. */
  readonly problems: readonly (readonly FileProblem[])[];
}

/** Lays files over the shipped facts, each over those before it. Rows that do not fit are left out, and reported. */
export function layGuidelines(own: readonly ReadGuidelines[]): LaidGuidelines {
  if (own.length === 0) return { catalogue: defaultCatalogue(), problems: [] };
  const problems: FileProblem[][] = own.map((each) => [...each.problems]);
  const unfit = own.map(() => new Map<string, Set<number>>());
  for (const { file, path, message } of inconsistencies([...shippedFiles, ...own.map((each) => each.file)])) {
    const index = file - shippedFiles.length;
    const [list, row, ...rest] = path;
    const node = own[index]?.rows.get(String(list))?.[Number(row)];
    if (node === undefined) continue;
    const place = findNodeAtLocation(node, rest) ?? node;
    problems[index]?.push({ span: spanIn(place), severity: 'error', message });
    const rows = unfit[index]?.get(String(list)) ?? new Set();
    unfit[index]?.set(String(list), rows.add(Number(row)));
  }
  const files = own.map(({ file }, index) => without(file, unfit[index] ?? new Map()));
  return { catalogue: createCatalogue([...shippedFiles, ...files]), problems };
}

const spanIn = (node: Node): JsonSpan =>
  node.type === 'object' ? { start: node.offset, end: node.offset + 1 } : spanOf(node);

function without(file: GuidelineFile, unfit: ReadonlyMap<string, ReadonlySet<number>>): GuidelineFile {
  const kept = Object.entries(file).map(([name, value]): [string, unknown] => {
    const rows = unfit.get(name);
    return [name, rows === undefined || !Array.isArray(value) ? value : value.filter((_, row) => !rows.has(row))];
  });
  return { ...Object.fromEntries(kept), name: file.name };
}
