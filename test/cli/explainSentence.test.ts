import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from '../support/program.ts';

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
});
afterAll(() => place.remove());

describe('imr explain-sentence', { timeout: 60_000 }, () => {
  it('prints clauses, statements and the conclusion', () => {
    const { status, out } = place.imr('explain-sentence', 'The brace is not needed; it may help her later.');
    expect(status).toBe(0);
    expect(out).toContain('Clauses\n  main: “The brace is not needed;”, verb “is”\n');
    expect(out).toMatch(/“is not needed”, said of .+: against the treatment \(/);
    expect(out).toMatch(/\nConclusion: not-necessary\n$/);
  });

  it('prints the same as data', () => {
    const { out } = place.imr('explain-sentence', '--format', 'json', 'The brace is not needed.');
    expect(JSON.parse(out)).toMatchObject({
      conclusion: 'not-necessary',
      statements: [{ isFor: false, dropped: null }],
    });
  });
});
