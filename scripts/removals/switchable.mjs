// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';

const SWITCHES = path.resolve('scripts/removals/switches.ts');

/**
 * Where the sources ask whether something is taken away: in each file, what is found there once, and what it becomes.
 * Only `npm run removals` loads them so: the program that ships knows nothing of it.
 * @type {Readonly<Record<string, readonly (readonly [found: string, becomes: string])[]>>}
 */
const CHANGES = {
  'server/src/language/lexicon/lexicon.ts': [
    [
      'get classCount(): number {',
      `get entryPlaces(): readonly (readonly [wordClass: number, place: number])[] {
    return Array.from(this.#classOf, (wordClass, i) => [wordClass, this.#valueOf[i] ?? 0] as const);
  }
  get classCount(): number {`,
    ],
  ],
  'server/src/language/entries.ts': [
    [
      'if ((flags & without) !== 0) continue;',
      'if ((flags & without) !== 0 || switches.isEntryOff(lexicon, sense)) continue;',
    ],
  ],
  'server/src/language/phrases/table.ts': [
    ['if (end > (best?.end ?? at)) best', 'if (end > (best?.end ?? at) && !switches.isRowOff(row)) best'],
    ['if (end > at) matches.push(', 'if (end > at && !switches.isRowOff(row)) matches.push('],
  ],
  'server/src/determination/language.ts': [
    ['made = lexicon;', "made = lexicon; switches.ships('rows', lexicon, CLASSES, TABLES);"],
  ],
  'server/src/wording/language.ts': [
    ['made = lexicon;', "made = lexicon; switches.ships('grammar', lexicon, CLASSES, TABLES);"],
  ],
  'server/src/determination/readers/conclusion/rows/anchors.ts': [
    [
      '{ rows, only: onlyPosition(rows) }',
      `{
        get rows() { return switches.constructionsLeft(rows); },
        get only() { return onlyPosition(switches.constructionsLeft(rows)); },
      }`,
    ],
  ],
  'server/src/wording/confusions/slots.ts': [
    ['beside.slots.push({', 'beside.slots.push({ key: switches.keyOfSlot(by, isAfter, isClosed),'],
    [
      'beside.slots.filter((slot) => standsBeside(',
      'beside.slots.filter((slot) => !switches.isSlotOff(slot) && standsBeside(',
    ],
  ],
  // What was read before something was taken away is read again.
  'server/src/text/reads.ts': [
    ['if (before?.of === of)', 'if (before?.of === of && before.state === switches.state())'],
    ['{ of, value })', '{ of, value, state: switches.state() })'],
  ],
};

/**
 * @returns {import('vitest/node').Vite.Plugin} that makes what is read by switchable
 * @throws where a file has not what it should change, or it is there more than once
 */
export function switchable() {
  const changes = new Map(Object.entries(CHANGES).map(([file, each]) => [path.resolve(file), each]));
  for (const file of changes.keys()) if (!existsSync(file)) throw new Error(`There is no ${file} any more.`);
  return {
    name: 'switchable',
    enforce: 'pre',
    transform(code, id) {
      const own = changes.get(id);
      if (own === undefined) return null;
      const changed = own.reduce((text, [found, becomes]) => {
        if (text.split(found).length !== 2) throw new Error(`${id} should have this once: ${found}`);
        return text.replace(found, () => becomes);
      }, code);
      return { code: `import * as switches from ${JSON.stringify(SWITCHES)};\n${changed}`, map: null };
    },
  };
}
