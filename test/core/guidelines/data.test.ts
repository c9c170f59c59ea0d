import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { inconsistencies } from '../../../server/src/guidelines/consistency.ts';
import type { GuidelineFile } from '../../../server/src/guidelines/facts.ts';
import schema from '../../../server/src/guidelines/schema/guidelines.schema.json' with { type: 'json' };
import { defaultCatalogue, shippedFiles } from '../../../server/src/guidelines/shipped.ts';

// `enumDescriptions` is VS Code's own keyword; strict mode would call it a slip.
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, keywords: ['enumDescriptions'] });
const valid = ajv.compile(schema);

/** What is wrong with a file, each with the row's id where it has one. */
const errors = (file: GuidelineFile | Readonly<Record<string, unknown>>): readonly string[] =>
  valid(file)
    ? []
    : (valid.errors ?? []).map(({ instancePath, message }) => {
        const [, list = '', row = ''] = instancePath.split('/');
        return `${nameOf(file, list, Number(row))}: ${instancePath} ${message}`;
      });

/** A row by its id: “abbr-ac”; else by its number. */
function nameOf(file: object, list: string, row: number): string {
  const rows: unknown = Object.entries(file).find(([name]) => name === list)?.[1];
  const found: unknown = Array.isArray(rows) ? rows[row] : undefined;
  const isNamed = typeof found === 'object' && found !== null && 'id' in found && typeof found.id === 'string';
  return isNamed ? `“${found.id}”` : `row ${row + 1} of ${list}`;
}

/** Those that occur more than once. */
const repeated = (texts: readonly string[]): readonly string[] => texts.filter((text, i) => texts.indexOf(text) !== i);

const provenance = { source: 'our license, 2016', certainty: 'seen' } as const;

describe('the shipped facts', () => {
  it.each(shippedFiles.map((file) => [file.name, file] as const))('%s: have the form of the schema', (_, file) => {
    expect(errors(file)).toEqual([]);
  });

  it('are consistent: ids, references, pages, days in force', () => {
    const wrong = inconsistencies(shippedFiles).map(({ file, path: [list = '', row], message }) => {
      const of = shippedFiles[file];
      return `${of === undefined ? '' : nameOf(of, String(list), Number(row))}: ${message}`;
    });
    expect(wrong).toEqual([]);
  });

  it('have ids that no two files share', () => {
    const ids = shippedFiles.flatMap((file) =>
      [file.chapters, file.editions, file.sections, file.limits, file.abbreviations, file.codes, file.statutes].flatMap(
        (rows) => (rows ?? []).map(({ id }) => id),
      ),
    );
    expect(ids.length).toBeGreaterThan(900);
    expect(repeated(ids), 'give these rows an id of their own').toEqual([]);
  });

  it('say where each was read, without naming a place that no reader can go to', () => {
    const rows: readonly { readonly id: string; readonly source?: string }[] = shippedFiles.flatMap((file) =>
      Object.values(file).filter(Array.isArray).flat(),
    );
    const isPlace = (source = ''): boolean => source.length > 2 && !/\/work|shared\/|\bseeds?\b|gold/i.test(source);
    const without = rows.filter(({ source }) => !isPlace(source)).map(({ id }) => id);
    expect(without, 'say in “source” of these rows where each was read, so that a reader can go there').toEqual([]);
  });

  it('have terms in the form they are matched in', () => {
    for (const { id, terms, treatmentTerms } of defaultCatalogue().limits) {
      for (const term of [...terms, ...treatmentTerms])
        expect(term, `a term of “${id}” is in lower case, without punctuation`).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)* ?$/);
    }
  });

  it('have at least 120 abbreviations, no form of which is there twice', () => {
    const { abbreviations } = defaultCatalogue();
    expect(abbreviations.length).toBeGreaterThanOrEqual(120);
    const forms = abbreviations.flatMap((each) => each.forms.map((form) => form.toLowerCase()));
    expect(repeated(forms), 'these forms are there twice: add the meaning to the row that has the form').toEqual([]);
  });
});

describe('the schema', () => {
  it("takes an organization's own file", () => {
    const file = {
      $schema: 'https://example.org/guidelines.schema.json',
      name: 'Figures of our ODG license',
      limits: [
        {
          id: 'odg-lb-sprain',
          chapter: 'odg-low-back',
          condition: 'Lumbar sprains and strains',
          categories: ['physical-therapy'],
          kind: 'total',
          visitsMin: 12,
          visitsMax: 12,
          ...provenance,
        },
      ],
    };
    expect(errors(file)).toEqual([]);
  });

  it.each([
    [
      'a figure without a source',
      { limits: [{ id: 'a', chapter: 'odg', condition: 'x', categories: [], kind: 'total' }] },
    ],
    [
      'an unknown certainty',
      { abbreviations: [{ id: 'a', forms: ['A'], meanings: ['a'], source: 's', certainty: 'sure' }] },
    ],
    ['a misspelled property', { chapters: [{ id: 'a', publisher: 'ODG', nmae: 'A', ...provenance }] }],
    [
      'a day in another form',
      { editions: [{ id: 'a', chapter: 'odg', title: 'A', years: [2016], from: '7/28/2016', ...provenance }] },
    ],
    [
      'one page number without the other',
      { editions: [{ id: 'a', chapter: 'odg', title: 'A', years: [2016], firstPage: 1, ...provenance }] },
    ],
  ])('refuses %s', (_, rows) => {
    expect(errors({ name: 'Test', ...rows })).not.toEqual([]);
  });

  it('names the row that is wrong', () => {
    const abbreviations = [{ id: 'abbr-own', forms: ['OWN'], meanings: ['own'], certainty: 'seen' }];
    expect(errors({ name: 'Test', abbreviations })).toEqual([
      "“abbr-own”: /abbreviations/0 must have required property 'source'",
    ]);
  });

  it('describes every property for the people who write such a file', () => {
    for (const [name, definition] of Object.entries(schema.definitions)) {
      if (!('properties' in definition)) continue;
      for (const [property, value] of Object.entries(definition.properties)) {
        expect(value, `${name}.${property}`).toHaveProperty('description');
      }
    }
  });
});

describe('inconsistencies', () => {
  const messages = (file: GuidelineFile): readonly string[] =>
    inconsistencies([...shippedFiles, file]).map(({ path, message }) => `${path.join('/')}: ${message}`);
  const edition = { id: 'own', chapter: 'mtus-knee', title: 'Knee Complaints', years: [2016], ...provenance };
  const limit = { id: 'own', chapter: 'odg', condition: 'x', categories: ['chiropractic'], kind: 'total' } as const;

  it('reports rows that name nothing', () => {
    expect(messages({ name: 'own', limits: [{ ...limit, ...provenance, chapter: 'odg-lowback' }] })).toEqual([
      "limits/0/chapter: There is no chapter 'odg-lowback'.",
    ]);
    expect(messages({ name: 'own', limits: [{ ...limit, ...provenance, edition: 'mtus-knee-2004' }] })).toEqual([
      "limits/0/edition: 'mtus-knee-2004' is an edition of 'mtus-knee', not of 'odg'.",
    ]);
  });

  it('reports editions that overlap, on both sides', () => {
    expect(messages({ name: 'own', editions: [{ ...edition, from: '2016-01-01', to: '2016-12-31' }] })).toEqual([
      "editions/7/from: Its days in force overlap with those of 'own'.",
      "editions/0/from: Its days in force overlap with those of 'mtus-knee-2004'.",
    ]);
  });

  it('lets an edition follow one whose end nobody knows', () => {
    expect(messages({ name: 'own', editions: [{ ...edition, from: '2024-01-01' }] })).toEqual([]);
  });

  it('reports days that do not exist and figures the wrong way round', () => {
    expect(messages({ name: 'own', editions: [{ ...edition, from: '2024-02-30' }] })).toEqual([
      'editions/0/from: 2024-02-30 is not a date that exists.',
    ]);
    expect(messages({ name: 'own', limits: [{ ...limit, ...provenance, visitsMin: 12, visitsMax: 10 }] })).toEqual([
      'limits/0/visitsMax: It is below visitsMin.',
    ]);
    expect(messages({ name: 'own', limits: [{ ...limit, ...provenance, onlyIfNamed: true }] })).toEqual([
      'limits/0/onlyIfNamed: Without terms this figure is never used.',
    ]);
  });

  it('reports an id that is there twice in a file, but not of one that replaces a shipped row', () => {
    const twice = { ...limit, ...provenance };
    expect(messages({ name: 'own', limits: [twice, twice] })).toEqual([
      "limits/1/id: 'own' is the id of limits row 1 too.",
    ]);
    expect(messages({ name: 'own', limits: [{ ...twice, id: 'odg-preface-trial' }] })).toEqual([]);
  });
});
