import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween } from '../../../client/src/cleanUp/changeBetween.ts';

it('the change makes the one text of the other, and nothing else is touched', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
      const [from, to] = [head + before + tail, head + after + tail];
      const change = changeBetween(from, to);
      if (change === null) return from === to;
      const made = from.slice(0, change.start) + change.newText + from.slice(change.end);
      expect(change.start).toBeGreaterThanOrEqual(from === to ? 0 : head.length);
      return made === to && from.length - change.end >= Math.min(tail.length, from.length - change.start);
    }),
  );
});
