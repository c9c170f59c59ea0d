import { describe, expect, it } from 'vitest';
import { passageOf } from '../../../server/src/determination/language.ts';
import { headingOf } from '../../../server/src/determination/readers/conclusion/about/referent.ts';
import { CONSTRUCTIONS } from '../../../server/src/determination/readers/conclusion/rows/all.ts';
import { statementsIn } from '../../../server/src/determination/readers/conclusion/statements/statements.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** The rows that read a rationale, and what others are said to do; '[Brace] It is due.' has a heading. */
function rowsIn(example: string): readonly (string | undefined)[] {
  const [, named = '', text = example] = /^\[(.*?)\] (.*)$/.exec(example) ?? [];
  const passage = passageOf(new LetterText(text).prose);
  const heading = headingOf(passageOf(new LetterText(named).prose), false);
  return statementsIn(passage, heading)
    .filter(({ dropped, construction }) => dropped === null || construction?.isOthers === true)
    .map(({ construction }) => construction?.id);
}

describe('a way to conclude', () => {
  it.each(CONSTRUCTIONS)('$id: $holds', ({ id, holds, misses }) => {
    expect(rowsIn(holds), holds).toContain(id);
    expect(rowsIn(misses), misses).not.toContain(id);
  });

  it('has a name of its own', () => {
    const ids = CONSTRUCTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
