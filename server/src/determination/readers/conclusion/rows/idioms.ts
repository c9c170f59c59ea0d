import { PhraseTable, type Row, type ValueReaders } from '../../../../language/phrases/table.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { SubjectKind } from '../clauses/subject.ts';
import type { Outcome, Sign } from './constructions.ts';
import rows from './idioms.json' with { type: 'json' };

/** What a whole phrase means, however its words would be read one by one. */
export type IdiomRole =
  | 'for'
  | 'against'
  | 'for, as a predicate'
  | 'against, as a predicate'
  | 'for, of a ground'
  | 'against, of a ground'
  /** 'is in question', not 'the scan in question' */
  | 'against, as a predicate of a ground'
  /** 'hard to imagine a weaker case' */
  | 'for, denied'
  | 'against, denied'
  /** What a thing is said to be: 'a good choice', 'a poor use of money'. */
  | 'good thing'
  | 'bad thing'
  /** What a finding says for or against the treatment; not what a person or a guideline calls for. */
  | 'speaks for it'
  | 'speaks against it'
  /** What a thing does: 'makes sense'. */
  | 'for, of a thing'
  | 'against, of a thing'
  /** What is said of the thing that follows: 'nothing wrong with the brace'. */
  | 'for, of this'
  | 'against, of this'
  | 'against, by the reviewer'
  /** 'Ten is what I would allow.' */
  | 'granted'
  /** 'A scooter it is.' */
  | 'for, of what comes before'
  /** What is said of the treatment in dispute alone. */
  | 'against, of what is asked'
  /** What is said of something else: 'Ice would do as well.' */
  | 'against, of another'
  /** Why it should be given or not, rather than that it should. */
  | 'reason for'
  | 'reason against'
  | 'granting'
  /** Not of a note, where the patient may be meant: 'Willing to try it.' */
  | 'granting, by the reviewer'
  | 'withholding'
  /** 'The brace has my vote', 'the surgeon has it'; of the denial or of review it is against the treatment. */
  | 'for, of whoever'
  /** Whoever or whatever compels: 'there is no choice but to deny it', 'that leaves me no choice'. */
  | 'for, of no person'
  | 'against, of no person'
  /** Of the denial, of review, or of the physician. */
  | 'is right'
  | 'is wrong'
  /** Of what was said before. */
  | 'same view'
  | 'other view'
  | 'in part'
  /** Of another thing than what was said before. */
  | 'as before'
  | 'unlike before'
  /** Of whatever speaks against what was decided before. */
  | 'moving me';

/** What a role comes to. */
export interface IdiomReading {
  readonly outcome: Omit<Outcome, 'id'>;
  /** What it may be said of. */
  readonly of:
    | 'anyone'
    | 'anything'
    | 'no other person'
    | 'whoever'
    | 'a thing'
    | 'a thing or a record'
    | 'what follows'
    | 'what is asked'
    | 'what comes before'
    | 'another thing'
    | 'the reviewer himself'
    | 'a ground'
    | 'the reviewer'
    /** 'I would cut it to six', 'is cut to six' */
    | 'the reviewer or what is cut'
    | 'a party';
  readonly needs: 'nothing' | 'a link' | 'denial';
  readonly isPartial: boolean;
}

const reading = (sign: Sign | 0, strength: 3 | 2 | 1.5, others: Partial<Omit<IdiomReading, 'outcome'>> = {}) => ({
  outcome: { as: ['idiom'] as const, sign, strength, ...(strength === 3 ? { isDecision: true as const } : {}) },
  of: 'anything' as const,
  needs: 'nothing' as const,
  isPartial: false,
  ...others,
});

/** Such phrases are read as a word that rates is: of what is in dispute, rather than of such things in general. */
const RATED_WELL: IdiomReading['outcome'] = { as: ['predicate'], sign: 1, strength: 2 };
const RATED_BADLY: IdiomReading['outcome'] = { as: ['predicate'], sign: -1, strength: 2 };

const READINGS: Readonly<Record<IdiomRole, IdiomReading>> = {
  for: reading(1, 2),
  against: reading(-1, 2),
  'for, as a predicate': reading(1, 2, { needs: 'a link' }),
  'against, as a predicate': reading(-1, 2, { needs: 'a link' }),
  'for, of a ground': reading(1, 2, { of: 'a ground' }),
  'against, of a ground': reading(-1, 2, { of: 'a ground' }),
  'against, as a predicate of a ground': reading(-1, 2, { of: 'a ground', needs: 'a link' }),
  'good thing': { ...reading(1, 2, { of: 'a thing', needs: 'a link' }), outcome: RATED_WELL },
  'bad thing': { ...reading(-1, 2, { of: 'a thing', needs: 'a link' }), outcome: RATED_BADLY },
  'speaks for it': reading(1, 1.5, { of: 'a thing or a record' }),
  'speaks against it': reading(-1, 1.5, { of: 'a thing or a record' }),
  'for, of a thing': { ...reading(1, 2, { of: 'a thing' }), outcome: RATED_WELL },
  'against, of a thing': { ...reading(-1, 2, { of: 'a thing' }), outcome: RATED_BADLY },
  'for, of this': reading(1, 2, { of: 'what follows' }),
  'against, of this': reading(-1, 2, { of: 'what follows' }),
  'against, of what is asked': reading(-1, 2, { of: 'what is asked' }),
  'against, by the reviewer': reading(-1, 1.5, { of: 'the reviewer himself' }),
  granted: reading(1, 3, { of: 'a thing' }),
  'for, of what comes before': reading(1, 2, { of: 'what comes before' }),
  'against, of another': reading(-1, 1.5, { of: 'another thing' }),
  'for, denied': reading(1, 2, { needs: 'denial' }),
  'against, denied': reading(-1, 2, { needs: 'denial' }),
  'reason for': reading(1, 1.5),
  'reason against': reading(-1, 1.5),
  granting: reading(1, 3, { of: 'the reviewer' }),
  'granting, by the reviewer': reading(1, 3, { of: 'the reviewer himself' }),
  withholding: reading(-1, 3, { of: 'the reviewer' }),
  'for, of whoever': reading(1, 2, { of: 'whoever' }),
  'for, of no person': reading(1, 3, { of: 'no other person' }),
  'against, of no person': reading(-1, 3, { of: 'no other person' }),
  'is right': reading(1, 3, { of: 'a party' }),
  'is wrong': reading(-1, 3, { of: 'a party' }),
  'same view': reading(0, 3, { of: 'the reviewer' }),
  'other view': reading(0, 3, { of: 'the reviewer' }),
  'as before': reading(1, 2, { of: 'anyone' }),
  'unlike before': reading(-1, 2, { of: 'anyone' }),
  'moving me': reading(1, 2, { of: 'anyone' }),
  'in part': reading(1, 3, { of: 'the reviewer or what is cut', isPartial: true }),
};

export const readingOfRole = (role: IdiomRole): IdiomReading => READINGS[role];

const isRole = (role: string): role is IdiomRole => role in READINGS;

const VALUES: ValueReaders = { number: numbers };

/** Phrases that conclude as a whole: 'too little to gain', 'had it right', 'come down on the other side'. */
export const IDIOM_ROWS = new PhraseTable<IdiomRole>(
  rows.map((row): Row<IdiomRole> => {
    if (!isRole(row.role)) throw new Error(`An idiom has the role “${row.role}”, which is none.`);
    return { ...row, role: row.role };
  }),
  VALUES,
);

/** 1 where a party is right if it is so for the treatment, -1 where against it; 0 for whoever is no party. */
export const sideOf = (kind: SubjectKind): Sign | 0 => SIDES.get(kind) ?? 0;

const SIDES: ReadonlyMap<SubjectKind, Sign> = new Map([
  ['review', -1],
  ['denial', -1],
  ['physician', 1],
  ['patient', 1],
  ['request', 1],
]);

/** Whether a phrase may be said of such a subject. */
export function mayBeOf({ of }: IdiomReading, kind: SubjectKind): boolean {
  if (of === 'anyone' || of === 'whoever') return true;
  if (of === 'the reviewer') return kind === 'reviewer' || kind === 'none';
  if (of === 'the reviewer himself') return kind === 'reviewer';
  if (of === 'the reviewer or what is cut') return kind === 'reviewer' || THINGS.has(kind);
  if (of === 'what is asked' || of === 'another thing') return THINGS.has(kind);
  if (of === 'no other person') return !OTHERS.has(kind) && kind !== 'patient';
  if (of === 'a ground') return GROUNDS.has(kind);
  if (of === 'a thing or a record') return THINGS.has(kind) || kind === 'record' || kind === 'criteria';
  if (of === 'a thing') return THINGS.has(kind);
  return of === 'a party' ? sideOf(kind) !== 0 : !OTHERS.has(kind);
}

const GROUNDS: ReadonlySet<SubjectKind> = new Set([
  'ground',
  'necessity',
  'criteria',
  'denial',
  'request',
  'treatment',
]);
const THINGS: ReadonlySet<SubjectKind> = new Set([
  'request',
  'treatment',
  'thing',
  'none',
  'expletive',
  'denial',
  'ground',
]);
const OTHERS: ReadonlySet<SubjectKind> = new Set(['review', 'physician', 'guideline', 'record']);
