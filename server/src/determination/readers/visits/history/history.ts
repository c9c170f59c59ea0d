import type { PlacedPassage } from '../../../../language/placed.ts';
import type { Mention, Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { oncePerProse } from '../../../../text/oncePerProse.ts';
import { passageOf } from '../../../language.ts';
import type { Place } from '../roles/cueRoles.ts';
import { Scene } from '../roles/cues.ts';
import { SUM_ROWS } from '../words/sumRows.ts';
import { AGENTS, THERAPY_KINDS, type TherapyKind } from '../words/vocabulary.ts';
import { type BodyMention, bodiesIn, isTakenUp } from './bodies.ts';
import { type None, nonesIn } from './nones.ts';
import { recordsIn, type SceneOf, type VisitRecord } from './records.ts';
import { stretchAt } from './stretches.ts';
import { Told } from './told.ts';

/** What else words say about visits: for which part of the body, and of which kind, they are. */
export interface Located {
  readonly bodies: readonly BodyMention[];
  readonly kinds: readonly TherapyKind[];
}

/** What the visits would come to together with those that are requested: 'would bring the total to 20'. */
interface Sum extends TokenRange {
  readonly whole: number;
  readonly sentence: TokenRange;
}

export type LocatedRecord = VisitRecord & Located;

/** What a passage says about visits: the numbers, and where it says that there were none. */
export interface History {
  readonly passage: PlacedPassage;
  readonly records: readonly LocatedRecord[];
  readonly nones: readonly (None & Located)[];
  readonly sums: readonly Sum[];
  /** The records of a sentence, in order. */
  readonly recordsOf: (sentence: TokenRange) => readonly LocatedRecord[];
  readonly told: Told;
}

export const summaryHistory = oncePerProse((prose) => historyOf(passageOf(prose), readSummary));
export const rationaleHistory = oncePerProse((prose) => historyOf(passageOf(prose), readRationale));

/** The same numbers of a rationale by their tokens alone. */
export const rationaleRecords = (passage: Passage): readonly LocatedRecord[] => passage.get(readRationale).records;

const readSummary = (passage: Passage): ReadHistory => readHistory(passage, 'summary');
const readRationale = (passage: Passage): ReadHistory => readHistory(passage, 'rationale');

function historyOf(passage: PlacedPassage, read: (passage: Passage) => ReadHistory): History {
  const known = passage.get(read);
  return {
    passage,
    ...known,
    recordsOf: ({ first }) => known.bySentence.get(first) ?? [],
    told: new Told(),
  };
}

type ReadHistory = Pick<History, 'records' | 'nones' | 'sums'> & {
  readonly bySentence: ReadonlyMap<number, readonly LocatedRecord[]>;
};

/** How far from a number of visits its part of the body may be named, as the price of what lies between. */
const NEAR = 4;

/** 'Would have had twenty' is a sum where the request is mentioned. */
const WITH_REQUEST = 'would have had';

function readHistory(passage: Passage, place: Place): ReadHistory {
  const scenes = new Map<number, Scene>();
  const sceneOf: SceneOf = (sentence) => {
    let scene = scenes.get(sentence.first);
    if (scene === undefined) {
      scene = new Scene(passage, sentence, place);
      scenes.set(sentence.first, scene);
    }
    return scene;
  };
  const records = recordsIn(passage, place, sceneOf);
  const nones = nonesIn(passage, sceneOf);
  const sums = sumsIn(passage, sceneOf);
  const surroundings = new Surroundings(passage, sceneOf, records);
  const sumEnds = new Set(sums.map(({ end }) => end));
  const located = records.map((record, i) => ({
    ...record,
    ...(sumEnds.has(record.count.end) || isReckoned(records, i) ? RECKONED : {}),
    ...surroundings.of(record.count, record.sentence),
  }));
  return {
    records: located,
    nones: nones.map((none) => ({ ...none, ...surroundings.of(none, none.sentence) })),
    sums,
    bySentence: groupBy(located, ({ sentence }) => sentence.first),
  };
}

/** What else the sentences with numbers of visits name. */
class Surroundings {
  readonly #reading: Reading;
  readonly #sceneOf: SceneOf;
  readonly #counts: ReadonlyMap<number, readonly TokenRange[]>;
  readonly #bodies: ReadonlyMap<number, readonly BodyMention[]>;
  readonly #kinds: ReadonlyMap<number, readonly Mention<TherapyKind>[]>;

  constructor(passage: Passage, sceneOf: SceneOf, records: readonly VisitRecord[]) {
    this.#reading = passage.reading;
    this.#sceneOf = sceneOf;
    this.#counts = bySentence(
      passage,
      records.map(({ count }) => count),
    );
    this.#bodies = bySentence(passage, bodiesIn(passage));
    this.#kinds = bySentence(passage, passage.mentions(THERAPY_KINDS));
  }

  /** What is named near a range of tokens, and no nearer to a number beside it. */
  of(range: TokenRange, sentence: TokenRange): Located {
    const scene = this.#sceneOf(sentence);
    const others = (this.#counts.get(sentence.first) ?? []).filter(({ first }) => first !== range.first);
    const isNear = (each: TokenRange): boolean => {
      const own = distance(scene, range, each);
      return own <= NEAR && !others.some((other) => distance(scene, other, each) < own);
    };
    // 'Under an unrelated claim she had twelve', 'about twenty, as she recalls, were for a broken wrist'
    const isSaidOf = (body: BodyMention): boolean =>
      (body.isOther || body.isLinked || isTakenUp(this.#reading, body, range)) &&
      !others.some((other) => isBetween(other, range, body));
    const isWithin = ({ first, end }: TokenRange): boolean => first >= range.first && end <= range.end;
    const named = this.#bodies.get(sentence.first) ?? [];
    const bodies = named.filter((body) => !isWithin(body));
    const near = bodies.filter(isNear);
    return {
      // 'none for the low back' names its own
      bodies: near.length > 0 || bodies.length < named.length ? near : nearest(bodies.filter(isSaidOf), range),
      kinds: (this.#kinds.get(sentence.first) ?? [])
        .filter((each) => isWithin(each) || isNear(each))
        .map(({ value }) => value),
    };
  }
}

/** The first one after a range, or the last one before it; none where there is none. The bodies are in order. */
function nearest(bodies: readonly BodyMention[], { first }: TokenRange): readonly BodyMention[] {
  const found = bodies.find((body) => body.first > first) ?? bodies.at(-1);
  return found === undefined ? [] : [found];
}

const isBetween = (each: TokenRange, a: TokenRange, b: TokenRange): boolean =>
  each.first > Math.min(a.first, b.first) && each.first < Math.max(a.first, b.first);

/** What is in each sentence, by its first token. */
const bySentence = <T extends TokenRange>(passage: Passage, all: Iterable<T>): ReadonlyMap<number, readonly T[]> =>
  groupBy(all, ({ first }) => stretchAt(passage, first).first);

function groupBy<T>(all: Iterable<T>, keyOf: (each: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

const distance = (scene: Scene, a: TokenRange, b: TokenRange): number =>
  scene.price(Math.min(a.end, b.end), Math.max(a.first, b.first));

const sumsIn = (passage: Passage, sceneOf: SceneOf): readonly Sum[] =>
  SUM_ROWS.find(passage).flatMap(({ first, end, row, captures: { whole } }) => {
    const number = whole && numbers(passage.reading).at(whole.first);
    const sentence = stretchAt(passage, first);
    const isOfRequest = row.id !== WITH_REQUEST || sceneOf(sentence).cues.some(({ role }) => role === 'requested');
    // 'The number of visits consistent with the guideline would be ten.'
    return number && isOfRequest && !passage.reading.has({ first, end }, AGENTS)
      ? [{ first, end, whole: number.max, sentence }]
      : [];
  });

const RECKONED = { role: 'reckoned' } as const;

/** The eighteen of 'six kept and twelve asked for come to eighteen'. */
function isReckoned(records: readonly VisitRecord[], i: number): boolean {
  const record = records[i];
  if (record === undefined) return false;
  let sum = 0;
  let isOfRequest = false;
  let isOfHad = false;
  for (let before = i - 1; before >= 0; before--) {
    const each = records[before];
    if (each?.sentence.first !== record.sentence.first) break;
    sum += each.count.total ?? 0;
    isOfRequest ||= each.role === 'requested';
    isOfHad ||= each.role === 'attended' || each.role === 'authorized';
    if (isOfRequest && isOfHad && sum === record.count.total) return true;
  }
  return false;
}
