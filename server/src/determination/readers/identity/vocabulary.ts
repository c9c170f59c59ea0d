import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import { PhraseTable } from '../../../language/phrases/table.ts';
import type { Reading } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import classes from './identityClasses.json' with { type: 'json' };
import {
  codeEnd,
  givenNameEnd,
  labeledNameEnd,
  letteredCodeEnd,
  localNumberEnd,
  numberEnd,
  numberSignEnd,
  personEnd,
  securityNumberEnd,
  surnamesEnd,
} from './names.ts';
import rows from './rows.json' with { type: 'json' };

export const IDENTITY_CLASSES: readonly WordClass<unknown>[] = Object.values(classesOf(classes));

/** What says who somebody is. */
export type IdentityKind =
  | 'social security number'
  | 'phone number'
  | 'e-mail address'
  | 'date of birth'
  | 'street address'
  | 'P.O. box'
  | 'claim number'
  | 'medical record number'
  | 'WCAB number'
  | 'name'
  | 'reviewer name'
  | 'license number'
  | 'NPI'
  | 'signature';

/** Where a letter says it: its header, the words that its form brings with it, what an editor wrote. */
export type IdentityPlace = 'header' | 'form' | 'text';

export interface IdentityRole {
  readonly kind: IdentityKind;
  /** Elsewhere the same words are about others: a report 'was reviewed by' whoever treated the worker. */
  readonly places: readonly IdentityPlace[];
  /** What is yet to be looked at: 'street' is a word for one, before which a number may be. */
  readonly what?: 'street' | 'box' | 'titled' | 'given';
  /** In what an editor wrote it counts only where it is a line or a sentence of its own: 'Reviewed by: …'. */
  readonly opens: boolean;
}

/** A kind of value that is only looked at where a row asks for it. */
const asked = (endOf: (reading: Reading, first: number) => number) => (reading: Reading) => ({
  at: (first: number) => {
    const end = endOf(reading, first);
    return end > first ? { first, end } : undefined;
  },
});

/** A day of the calendar, or what was meant for one. */
const dayEnd = (reading: Reading, first: number): number => {
  const date = dates(reading).at(first);
  return date === undefined || date.kind === 'part' ? -1 : date.end;
};

const KINDS: ReadonlySet<string> = new Set<IdentityKind>([
  'social security number',
  'phone number',
  'e-mail address',
  'date of birth',
  'street address',
  'P.O. box',
  'claim number',
  'medical record number',
  'WCAB number',
  'name',
  'reviewer name',
  'license number',
  'NPI',
  'signature',
]);
const isKind = (kind: string): kind is IdentityKind => KINDS.has(kind);

const PLACES: Readonly<Record<string, readonly IdentityPlace[]>> = {
  anywhere: ['header', 'form', 'text'],
  form: ['header', 'form'],
  text: ['header', 'text'],
  prose: ['text'],
  opens: ['header', 'form', 'text'],
};
const OPENS = 'opens';

const WHATS = ['street', 'box', 'titled', 'given'] as const;

/** Phrases that say who somebody is. */
export const IDENTITY_ROWS = new PhraseTable<IdentityRole>(
  rows.map(({ kind, where, what, ...row }) => {
    const places = PLACES[where];
    if (!isKind(kind) || places === undefined) throw new Error(`The row “${row.id}” is of no kind.`);
    const known = WHATS.find((each) => each === what);
    return { role: { kind, places, opens: where === OPENS, ...(known !== undefined && { what: known }) }, ...row };
  }),
  {
    person: asked(personEnd),
    names: asked(labeledNameEnd),
    surname: asked(surnamesEnd),
    given: asked(givenNameEnd),
    sign: asked(numberSignEnd),
    code: asked(codeEnd),
    day: asked(dayEnd),
    local: asked(localNumberEnd),
    lettered: asked(letteredCodeEnd),
    file: asked((reading, first) => numberEnd(reading, first, 6, 9)),
    ssn: asked(securityNumberEnd),
    ten: asked((reading, first) => numberEnd(reading, first, 10, 10)),
    figures: asked((reading, first) => numberEnd(reading, first, 1, 6)),
  },
);
