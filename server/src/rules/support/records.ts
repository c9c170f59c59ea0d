import type { BodyPart, Category, Determination, LetterDate } from '../../determination/model/determination.ts';
import type { Statement, Topic } from '../../determination/model/statement.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { findBodyParts } from '../../determination/readers/anatomy/bodyMentions.ts';
import { tellsOfRequest } from '../../determination/readers/shared/cues.ts';
import { sentenceAround } from '../../determination/readers/shared/sentences.ts';
import { affirmationsIn, denialsIn } from '../../determination/readers/statements/statements.ts';
import { findTreatments } from '../../determination/readers/treatments/treatments.ts';
import { oncePerProse } from '../../text/oncePerProse.ts';
import { isSign, type Signs } from './evidence.ts';

/** Of each topic, only the last statements, this many, are compared with others, so that work stays linear. */
const MOST_OF_ONE = 24;

/** Statements, by what they are about. */
class Statements {
  readonly #byName = new Map<string, Statement[]>();
  readonly #byCategory = new Map<Category, Statement[]>();
  readonly #byClass = new Map<string, Statement[]>();

  constructor(all: readonly Statement[]) {
    for (const each of all) {
      const { name, category, drugClass } = each.value;
      push(this.#byName, name, each);
      if (category !== null) push(this.#byCategory, category, each);
      if (drugClass !== null) push(this.#byClass, drugClass, each);
    }
  }

  /** Those that are signs of something, in the order of the text. */
  of(signs: Signs, topic: Topic): readonly Statement[] {
    const near = new Set<Statement>();
    for (const name of signs.topics) for (const each of this.#byName.get(name) ?? []) near.add(each);
    for (const category of signs.categories) for (const each of this.#byCategory.get(category) ?? []) near.add(each);
    if (topic.drugClass !== null) for (const each of this.#byClass.get(topic.drugClass) ?? []) near.add(each);
    return [...near].filter((each) => isSign(signs, topic, each)).sort((a, b) => a.span.start - b.span.start);
  }

  named(name: string): readonly Statement[] {
    return this.#byName.get(name) ?? [];
  }
}

function push<Key>(map: Map<Key, Statement[]>, key: Key, statement: Statement): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [statement]);
  else {
    if (known.length === MOST_OF_ONE) known.shift();
    known.push(statement);
  }
}

/** What a piece of the letter mentions, by topic. */
export const affirmedIn = oncePerProse((prose) => new Statements(affirmationsIn(prose)));
/** What it denies, by topic. */
export const deniedIn = oncePerProse((prose) => new Statements(denialsIn(prose)));

/** Where in the letter the first and the last visit of the summary are dated, as offsets of the original. */
export interface Visits {
  readonly first: number;
  readonly last: number;
}

/** Null where the summary dates no visit. */
export const visitsOf = oncePerLetter((letter: Determination): Visits | null => {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  if (summary === undefined) return null;
  const isVisit = ({ role, span }: LetterDate): boolean =>
    role === 'visit' &&
    span.start >= summary.range.start &&
    span.end <= summary.range.end &&
    // 'On 1-4-2017, the physician requested' is not about an examination.
    !tellsOfRequest(sentenceAround(letter.text, span));
  const first = letter.dates.find(isVisit);
  const last = letter.dates.findLast(isVisit);
  return first === undefined || last === undefined ? null : { first: first.span.start, last: last.span.start };
});

/** The parts of the body that summary and headings name. */
export const partsOfCase = oncePerLetter((letter: Determination): ReadonlySet<BodyPart> => {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  return new Set([
    ...(summary === undefined ? [] : findBodyParts(summary).map(({ value }) => value)),
    ...letter.issues.flatMap(({ bodyParts }) => bodyParts.map(({ value }) => value)),
  ]);
});

/** Names of studies of one kind, which letters use for each other. */
const OF_ONE_KIND: readonly (readonly string[])[] = [
  ['electrodiagnostic study', 'EMG', 'NCV', 'SSEP', 'electrodiagnostic testing'],
  ['MRI', 'MR arthrogram', 'MRA'],
  ['CT scan', 'CT myelogram'],
];

/** One name for all studies of a kind. */
export const studyKind = (name: string): string => OF_ONE_KIND.find((names) => names.includes(name))?.[0] ?? name;

/** The kinds of studies and treatments that summary and headings name. */
export const studiesOfCase = oncePerLetter((letter: Determination): ReadonlySet<string> => {
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  const named = [
    ...(summary === undefined ? [] : findTreatments(summary)),
    ...letter.issues.flatMap(({ heading }) => findTreatments(heading)),
  ];
  return new Set(named.map(({ value }) => studyKind(value.name)));
});
