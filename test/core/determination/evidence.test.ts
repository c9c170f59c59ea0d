import { describe, expect, test } from 'vitest';
import { FINDING_ROWS } from '../../../server/src/determination/readers/statements/findingRows.ts';
import topics from '../../../server/src/determination/readers/statements/topics.json' with { type: 'json' };
import treatments from '../../../server/src/determination/readers/treatments/treatments.json' with { type: 'json' };
import evidence from '../../../server/src/rules/data/evidence.json' with { type: 'json' };
import { signsOf } from '../../../server/src/rules/support/evidence.ts';

const TOPICS: ReadonlySet<string> = new Set([
  ...Object.keys(topics),
  ...FINDING_ROWS.rows.map(({ role }) => role),
  ...Object.values(treatments).flatMap((each) => Object.keys(each)),
  'home exercise program',
]);

describe('what is evidence of what', () => {
  test.each(evidence.map((row) => [row.of, row] as const))('%s: every name is known', (of, row) => {
    expect(TOPICS).toContain(of);
    const named = row.by.flatMap((signs) => ('topics' in signs ? signs.topics : []));
    expect(named.filter((name) => !TOPICS.has(name))).toEqual([]);
    expect(row.source).not.toBe('');
    expect(['seen', 'own/high']).toContain(row.certainty);
  });

  test.each(evidence.map((row) => [row.of, row] as const))('%s: every category is one', (of, row) => {
    const named = row.by.flatMap((signs) => ('categories' in signs ? signs.categories : []));
    const topic = { kind: 'treatment', name: of, category: null, drugClass: null } as const;
    expect(signsOf(topic).by.flatMap(({ categories }) => categories)).toEqual(named);
  });
});
