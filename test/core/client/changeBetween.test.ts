import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween } from '../../../client/src/cleanUp/changeBetween.ts';

it('the change makes the one text of the other, and keeps what both have at their ends', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
      const [from, to] = [head + before + tail, head + after + tail];
      const change = changeBetween(from, to);
      if (change === null) {
        expect(from).toBe(to);
        return;
      }
      const made = from.slice(0, change.start) + change.newText + from.slice(change.end);
      expect(made).toBe(to);
      expect(from.length - (change.end - change.start)).toBeGreaterThanOrEqual(head.length + tail.length);
    }),
  );
});
