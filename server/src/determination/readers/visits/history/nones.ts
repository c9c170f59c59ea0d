import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { dates, MONTHS } from '../../../../language/values/date.ts';
import { durations, TIME_UNIT_WORDS } from '../../../../language/values/duration.ts';
import { ENGLISH } from '../../../language.ts';
import type { Scene } from '../roles/cues.ts';
import { NONE_ROWS } from '../words/noneRows.ts';
import { type TherapyMention, therapyMentions } from '../words/therapyMentions.ts';
import { type CueKind, VISIT_WORDS } from '../words/vocabulary.ts';
import type { SceneOf } from './records.ts';
import { stretchAt } from './stretches.ts';

/** Words that say that there were no visits. */
export interface None extends TokenRange {
  /** The id of the row that reads them. */
  readonly row: string;
  /** The therapy that there was none of; null where none is named. */
  readonly therapy: TherapyMention | null;
  readonly sentence: TokenRange;
}

/** Where a passage says that there was none of a therapy, in order. `sceneOf` gives the cues of a sentence. */
export function nonesIn(passage: Passage, sceneOf: SceneOf): readonly None[] {
  const nones: None[] = [];
  const { reading } = passage;
  for (const match of NONE_ROWS.find(passage)) {
    const sentence = stretchAt(passage, match.first);
    if (isOfAnother(reading, sceneOf(sentence), match) || isOfRequest(sceneOf(sentence), match)) continue;
    if (isOfLateTime(reading, match.end)) continue;
    const { therapy, also } = match.captures;
    const none = { first: match.first, end: match.end, row: match.row.id, sentence };
    // 'She has had neither injections nor acupuncture.'
    const captured = [therapy, also].flatMap((each) => (each && therapyMentions(reading).at(each.first)) ?? []);
    const isOfBoth = match.row.id === 'had neither other';
    const named = isOfBoth ? [...therapyMentions(reading).between(match.first, match.end)] : captured;
    if (named.length === 0) nones.push({ therapy: lastBefore(passage, sentence, match.first), ...none });
    for (const each of [...named, ...coordinated(passage, named.at(-1))]) nones.push({ therapy: each, ...none });
  }
  return nones;
}

type RowMatch = TokenRange & { readonly row: { readonly id: string } };

const OF_OTHERS: ReadonlySet<string> = new Set<CueKind>([
  'guideline',
  'allowed',
  'recommended',
  'requested',
  'authorized',
  'denied',
  'necessary',
  'limit',
]);
const NEAR = 4;

/** 'No visits are allotted', 'no therapy was requested': none was had for all that is said. */
const isOfAnother = (reading: Reading, scene: Scene, { first, end, row: { id } }: RowMatch): boolean =>
  (id === 'no therapy' || id === 'no visits') &&
  scene.cues.some(
    (cue) =>
      cue.first >= end &&
      OF_OTHERS.has(cue.kind) &&
      scene.price(end, cue.first) < NEAR &&
      cue.first > first &&
      // 'No acupuncture before this request'
      !reading.has({ first: end, end: cue.first }, VISIT_WORDS.earlier),
  );

/** 'No therapy since 2014', 'no acupuncture in the last six months': there may have been some before. */
function isOfLateTime(reading: Reading, end: number): boolean {
  const { tokens } = reading;
  const at = reading.is(end + 1, ENGLISH.article) ? end + 2 : end + 1;
  if (reading.is(end, VISIT_WORDS.lately)) return true;
  if (tokens.lower(end) === 'since')
    return tokens.figures(at) > FIRST_YEAR || TIME.has(reading, at) || isDate(reading, at);
  const isPreposition = reading.is(end, VISIT_WORDS['lasting link']);
  return (
    isPreposition &&
    reading.is(at, VISIT_WORDS['time past']) &&
    (TIME.has(reading, at + 1) || isLasting(reading, at + 1))
  );
}

const isDate = (reading: Reading, at: number): boolean => dates(reading).at(at) !== undefined;
const isLasting = (reading: Reading, at: number): boolean => durations(reading).at(at) !== undefined;
const TIME = new ClassMap<true>([MONTHS, TIME_UNIT_WORDS].map((each) => [each, true]));
const FIRST_YEAR = 1980;

/** 'He asks for injections but not for therapy', where nothing before it was had. */
const isOfRequest = (scene: Scene, { first, row: { id } }: RowMatch): boolean =>
  id === 'but not therapy' && !scene.cues.some((cue) => cue.end <= first && cue.role === 'attended');

/** 'No therapy, acupuncture or massage': what else there was none of. */
function* coordinated({ reading }: Passage, last: TherapyMention | undefined): Iterable<TherapyMention> {
  if (last === undefined || last.end === 0) return;
  const values = therapyMentions(reading);
  for (let at = last.end; ; ) {
    let next = at;
    while (reading.tokens.written(next) === ',' || reading.endOfClass(next, ENGLISH.coordinator) > 0) next++;
    const also = next > at ? values.at(next) : undefined;
    if (also === undefined) return;
    yield also;
    at = also.end;
  }
}

function lastBefore({ reading }: Passage, { first }: TokenRange, before: number): TherapyMention | null {
  let last: TherapyMention | null = null;
  for (const therapy of therapyMentions(reading).between(first, before)) last = therapy;
  return last;
}
