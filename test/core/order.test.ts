import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letter } from './fixtures/letters.ts';
import { freshCore } from './support/freshCore.ts';

const samples = new URL('../../samples/', import.meta.url);

/** Citations of every kind one after another: each kind has its readers, and all of them search. */
const CITING = (free: string): string => `IMR ISSUES, DECISIONS AND RATIONALES
MRI of the knee: Upheld

Claims Administrator guideline: Decision based on Non-MTUS Citation ${free}.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, and Chronic Pain 2009.
Decision based on Non-MTUS Citation ODG Knee Chapter, MRI; ${free}, accessed 02/18/2017.

Decision rationale: Per www.example.org, page 12, an MRI is not needed. The request is not medically necessary.
`;

const texts: readonly string[] = [
  ...['a', 'b', 'c', 'd1-double-spaced', 'd3-multi'].map(letter),
  ...readdirSync(samples)
    .filter((file) => file.endsWith('slips).txt'))
    .map((file) => readFileSync(new URL(file, samples), 'utf8')),
  CITING(
    'Roe J, Doe A. What a review of imaging of the knee finds. Spine 2010;35(2):12-19. Available at www.example.org',
  ),
  CITING('A of B, www.a.example; C of D, www.c.example'),
  CITING('https://www.example.org/a/very/long/address/of/a/page/about/knees; pages 3-5'),
  CITING('ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13'),
];

describe('any letter after any other', () => {
  it('is read and checked as alone, also where a rule was stopped before its end', () => {
    const alone = texts.map((text) => freshCore().everythingIn(text));
    const core = freshCore();
    const text = fc.nat(texts.length - 1);
    const step = fc.record({ before: text, rule: fc.nat(100), findings: fc.nat(2), next: text });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        for (const { before, rule, findings, next } of steps) {
          core.stopEarly(texts[before] ?? '', rule, findings);
          expect(core.everythingIn(texts[next] ?? '')).toBe(alone[next]);
        }
      }),
      { numRuns: 60 },
    );
    // A core that has just started is slow, and there is one for each text.
  }, 60_000);
});
