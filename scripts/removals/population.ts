import { passageOfWords } from '../../server/src/determination/language.ts';
import { CONSTRUCTIONS } from '../../server/src/determination/readers/conclusion/rows/all.ts';
import type { Construction } from '../../server/src/determination/readers/conclusion/rows/constructions.ts';
import type { WordClass } from '../../server/src/language/lexicon/wordClass.ts';
import { LetterText } from '../../server/src/text/letterText.ts';
import slots from '../../server/src/wording/confusions/slots.json' with { type: 'json' };
import { wordingOf } from '../../server/src/wording/language.ts';
import { keyOfSlot, type Removal, shipped } from './switches.ts';

/** All that may be taken away, and that of each class’s entries in order. */
export interface Population {
  readonly removals: readonly Removal[];
  readonly ofClass: ReadonlyMap<WordClass<unknown>, readonly Removal[]>;
}

export function populationOf(): Population {
  // Both lexicons are made.
  passageOfWords('words');
  wordingOf(new LetterText('words').prose);
  const ofClass = new Map<WordClass<unknown>, readonly Removal[]>();
  for (const { classes } of shipped) for (const each of classes) ofClass.set(each, removalsOfClass(each));
  const rows = shipped.flatMap(({ rowsAre, tables }) =>
    tables.flatMap((table) =>
      table.rows.map((row): Removal => {
        return { kind: rowsAre, name: `${row.id}: ${row.says}`, part: row, instead: null, ownTests: `${row.id}: ` };
      }),
    ),
  );
  return {
    removals: [
      ...[...ofClass.values()].flat(),
      ...rows,
      ...CONSTRUCTIONS.flatMap(removalsOfConstruction),
      ...ofSlots(),
    ],
    ofClass,
  };
}

const removalsOfClass = ({ name, entries }: WordClass<unknown>): readonly Removal[] =>
  Array.from(entries(), (entry) => ({
    kind: 'words',
    name: `${name}: ${entry.words}`,
    part: entry,
    instead: null,
    ownTests: null,
  }));

/** It as a whole, and each of its conditions. */
function removalsOfConstruction(whole: Construction): readonly Removal[] {
  const { id, as, needs = [], subject, object } = whole;
  const without = (what: string, instead: Construction): Removal => ({
    kind: 'conditions',
    name: `${id}: ${what}`,
    part: whole,
    instead,
    ownTests: null,
  });
  const { subject: _, ...anySubject } = whole;
  const { object: __, ...anyObject } = whole;
  const but = <T>(list: readonly T[], one: T): readonly T[] => list.filter((each) => each !== one);
  return [
    { kind: 'constructions', name: id, part: whole, instead: null, ownTests: `${id}: ` },
    ...needs.map((each) => without(`needs ${each}`, { ...whole, needs: but(needs, each) })),
    ...(as.length > 1 ? as.map((each) => without(`as ${each}`, { ...whole, as: but(as, each) })) : []),
    ...(subject ? [without('its subject', anySubject)] : []),
    ...(subject ?? []).map((each) => without(`subject ${each}`, { ...whole, subject: but(subject ?? [], each) })),
    ...(object ? [without('its object', anyObject)] : []),
    ...(object ?? []).map((each) => without(`object ${each}`, { ...whole, object: but(object ?? [], each) })),
  ];
}

function* ofSlots(): Iterable<Removal> {
  const lists = [
    [slots.closedAfter, true, true],
    [slots.closedBefore, false, true],
    [slots.openAfter, true, false],
    [slots.openBefore, false, false],
  ] as const;
  for (const [list, isAfter, isClosed] of lists) {
    for (const { by } of list) {
      const key = keyOfSlot(by, isAfter, isClosed);
      yield { kind: 'slots', name: key, part: key, instead: null, ownTests: null };
    }
  }
}
