import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import type { GuidelineCatalogue } from '../../../server/src/guidelines/catalogue.ts';
import type { Limit } from '../../../server/src/guidelines/facts.ts';
import { defaultCatalogue, shippedFiles } from '../../../server/src/guidelines/shipped.ts';
import { ABSENT } from '../../../server/src/intake/fileText.ts';
import { addressOf } from '../../../server/src/team/addresses.ts';
import { GUIDELINE_SCHEMA, layGuidelines, readGuidelines } from '../../../server/src/team/guidelineFile.ts';
import { GuidelineFiles } from '../../../server/src/team/guidelineFiles.ts';
import { type Schema, validate } from '../../../server/src/team/jsonSchema.ts';
import { type FileProblem, Problems } from '../../../server/src/team/teamJson.ts';

const OWN = {
  name: 'Figures of our ODG license',
  limits: [
    {
      id: 'our-knee',
      chapter: 'odg-knee',
      condition: 'Invented knee strain',
      categories: ['physical-therapy'],
      kind: 'total',
      visitsMax: 11,
      source: 'our licence, read 2026-01-05',
      certainty: 'seen',
    },
  ],
};
const source = (change: (own: typeof OWN & Record<string, unknown>) => void = () => {}): string => {
  const own = structuredClone(OWN);
  change(own);
  return JSON.stringify(own, null, 2);
};
/** Each problem with the words that it is under. */
const told = (text: string, problems: readonly FileProblem[]): readonly (readonly [words: string, message: string])[] =>
  problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);
const problemsOf = (text: string) => told(text, layGuidelines([readGuidelines(text)]).problems[0] ?? []);

const limitOf = ({ limits }: GuidelineCatalogue, id: string): Limit | undefined =>
  limits.find((limit) => limit.id === id);

describe('a guideline file of one’s own', () => {
  it('adds facts over the shipped ones and replaces them by id', () => {
    const text = source((own) => {
      own.limits[0] = {
        ...own.limits[0],
        ...{ id: 'cp09-pm-myalgia', visitsMax: 14, visitsMin: 9, chapter: 'mtus-chronic-pain' },
      } as never;
    });
    const { catalogue, problems } = layGuidelines([readGuidelines(source()), readGuidelines(text)]);
    expect(problems).toEqual([[], []]);
    expect(limitOf(catalogue, 'our-knee')?.visitsMax).toBe(11);
    expect(limitOf(catalogue, 'cp09-pm-myalgia')?.visitsMax).toBe(14);
    expect(catalogue.limits.length).toBe(defaultCatalogue().limits.length + 1);
  });

  it.each<readonly [string, (own: typeof OWN & Record<string, unknown>) => void, string, string]>([
    [
      'a property that means nothing',
      (own) => Object.assign(own.limits[0] ?? {}, { visitMax: 3 }),
      '"visitMax"',
      'Did you mean “visitsMax”?',
    ],
    [
      'a property of another type',
      (own) => Object.assign(own.limits[0] ?? {}, { visitsMax: '11' }),
      '"11"',
      '“visitsMax” must be a whole number',
    ],
    [
      'an unknown value',
      (own) => Object.assign(own.limits[0] ?? {}, { certainty: 'sure' }),
      '"sure"',
      '“certainty” must be one of “seen”',
    ],
    [
      'a value outside its range',
      (own) => Object.assign(own.limits[0] ?? {}, { visitsMax: -1 }),
      '-1',
      '“visitsMax” must be',
    ],
    [
      'a row without what it needs',
      (own) => Reflect.deleteProperty(own.limits[0] ?? {}, 'source'),
      '{',
      'This limit has no “source”.',
    ],
    ['a list that is none', (own) => Object.assign(own, { sections: {} }), '{', '“sections” must be a list'],
    ['a list that does not exist', (own) => Object.assign(own, { limit: [] }), '"limit"', 'Did you mean “limits”?'],
    [
      'a chapter that does not exist',
      (own) => Object.assign(own.limits[0] ?? {}, { chapter: 'odg-nose' }),
      '"odg-nose"',
      'There is no chapter',
    ],
  ])('tells of %s, at its place', (_, change, words, message) => {
    expect(problemsOf(source(change))).toEqual([[words, expect.stringContaining(message)]]);
  });

  it('is read as far as it is right: a row with a mistake costs that row only', () => {
    const text = source((own) => own.limits.push({ ...own.limits[0], id: 'wrong', kind: 'totally' } as never));
    const { catalogue } = layGuidelines([readGuidelines(text)]);
    expect(limitOf(catalogue, 'our-knee')).toBeDefined();
    expect(limitOf(catalogue, 'wrong')).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"name": 3}',
    '{"name": "x", "limits": [null, 3, []]}',
    '{"name":"x","editions":[{"id":1}]}',
  ])('never breaks on %s', (text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });

  it('may hold comments', () => {
    expect(problemsOf(`// Ours\n${source()}`)).toEqual([]);
  });
});

describe('the schema’s reader', () => {
  const KNOWN = new Set(
    '$schema $id $ref allOf type enum enumDescriptions pattern examples minLength minimum maximum minItems maxItems uniqueItems items properties required additionalProperties dependencies definitions title description default'.split(
      ' ',
    ),
  );

  it('knows every keyword of the schema', () => {
    const unknown = new Set<string>();
    const visit = (schema: Schema): void => {
      for (const key of Object.keys(schema)) if (!KNOWN.has(key)) unknown.add(key);
      for (const part of schema.allOf ?? []) visit(part);
      if (schema.items) visit(schema.items);
      for (const part of Object.values({ ...schema.properties, ...schema.definitions })) visit(part);
    };
    visit(GUIDELINE_SCHEMA);
    expect([...unknown]).toEqual([]);
  });

  const agrees = new Ajv({ strict: false }).compile(GUIDELINE_SCHEMA);
  const accepts = (value: unknown): boolean => {
    const node = parseTree(JSON.stringify(value));
    return node !== undefined && validate(node, GUIDELINE_SCHEMA, GUIDELINE_SCHEMA, 'The file', new Problems());
  };

  it('finds nothing wrong with the shipped files', () => {
    expect(shippedFiles.map(accepts)).toEqual(shippedFiles.map(() => true));
  });

  it('judges as an independent validator does, whatever is changed in a row', () => {
    const rows = shippedFiles.flatMap((file) =>
      Object.entries(file).flatMap(([list, items]) =>
        Array.isArray(items) ? items.slice(0, 12).map((row: object) => [list, row] as const) : [],
      ),
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('seen', 'total', '2016-02-31', 0, 1.5, [1, 2], [[1, 2]], ['a', 'a'], null),
    );
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.nat(), values, fc.boolean(), ([list, row], at, value, drops) => {
        const names = Object.keys(row);
        const name = names[at % names.length] ?? 'id';
        const changed: Record<string, unknown> = { ...row, [name]: value };
        if (drops) delete changed[name];
        const file = { name: 'x', [list]: [changed] };
        expect(accepts(file)).toBe(agrees(JSON.parse(JSON.stringify(file))));
      }),
      { numRuns: 600 },
    );
  });
});

describe('guideline files', () => {
  it('are read again only when they change; a missing one is reported', async () => {
    let text: string | null = source();
    const files = new GuidelineFiles(async (uri) =>
      uri.endsWith('own.json') && text !== null ? { kind: 'text', text } : ABSENT,
    );
    const uris = ['file:///a/own.json', 'file:///a/none.json'];
    const first = await files.over(uris);
    expect(first.missing).toEqual(['file:///a/none.json']);
    expect(await files.over(uris)).toBe(first);
    text = source((own) => Object.assign(own.limits[0] ?? {}, { visitsMax: 12 }));
    expect(limitOf((await files.over(uris)).catalogue, 'our-knee')?.visitsMax).toBe(12);
    text = null;
    expect(limitOf((await files.over(uris)).catalogue, 'our-knee')).toBeUndefined();
  });

  it.each([
    ['facts/odg.json', 'file:///team/letters/', 'file:///team/letters/facts/odg.json'],
    ['../odg 2027.json', 'file:///team/letters/', 'file:///team/odg%202027.json'],
    ['./a.json', 'vscode-vfs://github/o/r/', 'vscode-vfs://github/o/r/a.json'],
    ['/etc/odg.json', 'file:///team/', 'file:///etc/odg.json'],
    ['C:\\facts\\odg.json', 'file:///d%3A/team/', 'file:///c%3A/facts/odg.json'],
    ['file:///x/y.json', null, 'file:///x/y.json'],
    ['facts/odg.json', null, null],
  ])('lie at the address that %s means', (path, folder, address) => {
    expect(addressOf(path, folder)).toBe(address);
  });
});
