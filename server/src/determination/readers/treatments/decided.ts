import type { PlacedPassage } from '../../../language/placed.ts';
import { numbers } from '../../../language/values/number.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { PlacedTreatment } from '../../model/treatment.ts';
import { bodyMentions } from '../anatomy/bodyMentions.ts';
import { SIDE_WORDS } from '../anatomy/sideWords.ts';
import { CATEGORY_WORDS } from './categoryClasses.ts';
import { DECIDED_AFTER, DECIDED_BEFORE } from './decidedRows.ts';
import { placed } from './place.ts';
import { type TreatmentMention, treatmentMentions } from './treatments.ts';

/** The treatments that a rationale names as the ones it decides: 'the requested MRI', 'the massage at issue'. */
export const findDecided = (rationale: Prose): readonly PlacedTreatment[] => passageOf(rationale).once(readDecided);

/** Those of them that it calls the ones requested: 'the ultrasound in question', not 'nothing to warrant an MRI'. */
export const findAskedFor = (rationale: Prose): readonly PlacedTreatment[] => passageOf(rationale).once(readAskedFor);

const readDecided = (passage: PlacedPassage): readonly PlacedTreatment[] => readBy(passage, () => true);
const readAskedFor = (passage: PlacedPassage): readonly PlacedTreatment[] => readBy(passage, (id) => ASKING.has(id));

/** Rows whose treatment is the one that was requested. */
const ASKING: ReadonlySet<string> = new Set(['the requested', 'the request for', 'in question is', 'at issue']);

function readBy(passage: PlacedPassage, isMeant: (row: string) => boolean): readonly PlacedTreatment[] {
  const mentions = treatmentMentions(passage);
  const byFirst = new Map(mentions.map((mention) => [mention.first, mention]));
  const byEnd = new Map(mentions.map((mention) => [mention.end, mention]));
  const decided = new Set<TreatmentMention>();
  for (const { end, row } of DECIDED_AFTER.find(passage)) {
    const mention = isMeant(row.id) ? byFirst.get(pastDescription(passage, end)) : undefined;
    if (mention !== undefined) decided.add(mention);
  }
  for (const { first, row } of DECIDED_BEFORE.find(passage)) {
    // 'The MRI scan in question'
    const isKind = passage.reading.endOfClass(first - 1, CATEGORY_WORDS['kind of treatment']) === first;
    const mention = isMeant(row.id) ? (byEnd.get(first) ?? (isKind ? byEnd.get(first - 1) : undefined)) : undefined;
    if (mention !== undefined) decided.add(mention);
  }
  return [...decided].map((mention) => placed(passage, mention));
}

/** How many pieces may describe a treatment before its name: '8', 'left', 'lumbar spine', 'sessions of'. */
const MOST_DESCRIPTIONS = 3;

/** The position after what describes a treatment: its number, side, part of the body, level. */
function pastDescription(passage: PlacedPassage, from: number): number {
  const { reading } = passage;
  let at = from;
  for (let i = 0; i < MOST_DESCRIPTIONS; i++) {
    const end = endOfDescription(passage, at);
    if (end < 0) return at;
    at = reading.tokens.written(end) === '-' ? end + 1 : end;
  }
  return at;
}

function endOfDescription(passage: PlacedPassage, at: number): number {
  const { reading } = passage;
  return Math.max(
    numbers(reading).at(at)?.end ?? -1,
    bodyMentions(passage).at(at)?.end ?? -1,
    reading.endOfClass(at, SIDE_WORDS),
    reading.endOfClass(at, CATEGORY_WORDS['describes a treatment']),
  );
}
