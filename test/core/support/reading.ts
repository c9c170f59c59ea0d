import type { Determination } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { gettersOf } from '../../../server/src/determination/whenAsked.ts';
import { Prose } from '../../../server/src/text/prose.ts';
import type { Span } from '../../../server/src/text/span.ts';

export const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

/** The words of a span, white space folded, a word cut at its hyphen joined. */
export const wordsOf = (source: string, { start, end }: Span): string =>
  source
    .slice(start, end)
    .replace(/(?<=[\p{L}\d)%])-\s*[\r\n]\s*(?=[\p{L}\d])/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Everything that a letter says as plain data, also what is read only when it is needed. */
export function plainly(letter: Determination): object {
  const { text: _, ...read } = all(letter);
  return mapObject(read, plain);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Prose || isSpan(value)) return value;
  return Array.isArray(value) ? value.map(plain) : mapObject(all(value), plain);
}

const all = (value: object): Readonly<Record<string, unknown>> => ({
  ...value,
  ...Object.fromEntries(gettersOf(value).map((name) => [name, Reflect.get(value, name)])),
});

/** Everything that was read, with the words that each span covers in place of its offsets. */
export function readingOf(source: string): Reading {
  return mapObject(plainly(parseDetermination(source)), (each) => withoutPositions(each, source)) as unknown as Reading;
}

/** A determination in which words stand for positions. */
export interface Reading {
  readonly sections: readonly { readonly kind: string }[];
  readonly header: Readonly<Record<string, { readonly label?: string }>>;
  readonly headerBlocks: readonly object[];
  readonly dates: readonly object[];
}

function withoutPositions(value: unknown, source: string): unknown {
  if (value instanceof Prose) return value.text;
  if (isSpan(value)) return wordsOf(source, value);
  if (Array.isArray(value)) return value.map((each) => withoutPositions(each, source));
  if (typeof value !== 'object' || value === null) return value;
  return mapObject(value, (each) => withoutPositions(each, source));
}

const mapObject = (value: object, change: (each: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));

/** Every span of a determination, with the path that leads to it. */
export function spansOf(letter: Determination): readonly (readonly [path: string, span: Span])[] {
  const spans: (readonly [string, Span])[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value instanceof Prose) spans.push([path, value.range]);
    else if (isSpan(value)) spans.push([path, value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
    }
  };
  visit(plainly(letter), letter.text.source.length === 0 ? 'empty' : 'letter');
  return spans;
}

/** Everything that was read, as clean words in place of offsets: the same for the same letter on any page. */
export function wordsReadIn(letter: Determination): object {
  const clean = (value: unknown): unknown => {
    if (value instanceof Prose) return value.text;
    if (isSpan(value)) return letter.text.prose.within(value).text;
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return mapObject(value, clean);
  };
  return mapObject(plainly(letter), clean);
}
