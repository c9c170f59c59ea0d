import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeySet } from '../../../server/src/wording/keySet.ts';

it('has what was added and nothing else, however many that are and however few were likely', () => {
  const key = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0x3fffffff }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), fc.array(key), fc.nat(400), (added, others, likely) => {
      const keys = new KeySet(likely);
      for (const each of added) keys.add(each);
      const right = new Set(added);
      for (const each of [...added, ...others]) expect(keys.has(each)).toBe(right.has(each));
    }),
  );
});
