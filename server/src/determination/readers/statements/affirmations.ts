import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import { numbers } from '../../../language/values/number.ts';
import { Values } from '../../../language/values/value.ts';
import type { Laterality, NamedPart } from '../../model/anatomy.ts';
import { readAs } from '../../model/derivation.ts';
import type { Statement } from '../../model/statement.ts';
import { bodyMentions, namedParts } from '../anatomy/bodyMentions.ts';
import { type Sided, sidesIn } from '../anatomy/sides.ts';
import { placed } from '../treatments/place.ts';
import { LONGEST_LOOK, Scene } from './scene.ts';
import { type TopicMention, topicsIn } from './topics.ts';
import { STATEMENT_WORDS as WORDS } from './words.ts';

/**
 * Where a passage says that there was something, in order: a treatment that was had, a study that was done, a finding, a
 * complaint, a paper that is there. What is only requested, planned, possible or denied is left out, and so is what others say.
 */
export function readAffirmations(passage: PlacedPassage): readonly Statement[] {
  const { reading } = passage;
  const statements: Statement[] = [];
  let scene: Scene | null = null;
  for (const mention of topicsIn(passage).all) {
    if (scene === null || mention.first >= scene.sentence.end)
      scene = new Scene(reading, passage.sentenceAt(mention.first));
    const reason = told(passage, scene, mention);
    if (reason === null) continue;
    const words = passage.span({
      first: mention.row === null ? withCount(passage, mention.first) : mention.first,
      end: mention.end,
    });
    statements.push({
      polarity: 'affirmed',
      speaker: 'letter',
      value: mention.topic,
      span: passage.span(mention),
      words,
      sentence: passage.span(scene.sentence),
      parts: partsOf(passage, scene, mention),
      sides: sidesOf(passage, scene, mention),
      limits: [],
      derivation: readAs(words, `${reason} ${mention.topic.name}`, mention.row),
    });
  }
  return statements;
}

/** '6 visits of' before 'physical therapy', '12' before 'acupuncture sessions'. */
function withCount({ reading }: Passage, first: number): number {
  const all = numbers(reading);
  const unit = reading.tokens.lower(first - 1) === OF ? first - 2 : first;
  return all.before(unit)?.first ?? first;
}

const OF = 'of';

/** What shows it, in a word; null where nothing does. */
function told(passage: Passage, scene: Scene, mention: TopicMention): string | null {
  const { first } = scene.sentence;
  const at = mention.first;
  const segment = scene.segmentOf(at);
  if (scene.has('another voice', first, scene.endOfLook(at)) || scene.has('unreal', first, at)) return null;
  if (scene.has('none', first, at) || scene.has('not', first, at) || scene.has('denies', first, at)) return null;
  if (scene.has('asked', mention.end, segment.end)) return null;
  const { kind, category } = mention.topic;
  // 'Acupuncture helped her mother'
  if (kind === 'treatment' && passage.reading.has(segment, WORDS['statement kin'])) return null;
  if (kind === 'treatment' && mention.row === null && isGoneBy(passage, mention)) return 'had';
  if (scene.has('not', mention.end, segment.end)) return null;
  if (kind === 'treatment') {
    // 'Depo-Medrol was placed in the joint', 'was operated on': its words say that it was had.
    if (mention.row !== null) {
      const isToCome = scene.has('unreal', at, mention.end) || scene.has('asked', first, mention.end);
      return isToCome ? null : 'had';
    }
    return category === 'imaging' || category === 'diagnostic-test' || category === 'lab-test'
      ? studyTold(passage, scene, mention)
      : treatmentTold(passage, scene, mention);
  }
  if (kind === 'document') return scene.has('study shows', mention.end, segment.end) ? 'there is' : null;
  if (scene.has('asked', first, at)) return null;
  if (kind === 'fact') return mention.row === null ? null : 'is told';
  // A diagnosis, or what the worker feels, was found by no examination.
  if (kind === 'finding' && scene.has('subjective', first, at)) return null;
  if (mention.row !== null) return 'found';
  if (scene.has('normal', segment.first, segment.end) || isFor(passage, at)) return null;
  const cue = kind === 'finding' ? 'examined' : 'complained';
  return scene.has(cue, first, at) ? cue : null;
}

/** 'Her first injection did not help', 'with the previous injection the pain fell': there was one, whatever came of it. */
function isGoneBy(passage: Passage, { first, end }: TopicMention): boolean {
  const { reading } = passage;
  let at = first - 1;
  while (at > first - LONGEST_GONE_BY && reading.is(at, WORDS['statement gone by'])) at--;
  const isDefinite = at < first - 1 && (DEFINITE.has(reading.tokens.lower(at)) || reading.is(at, ENGLISH.possessive));
  if (!isDefinite || reading.is(end, WORDS['statement paper'])) return false;
  for (let verb = end; verb < end + FARTHEST_PAST && reading.tokens.written(verb) !== '.'; verb++)
    if ((reading.formAt(verb) & Form.past) !== 0) return true;
  return false;
}

/** In tokens. */
const LONGEST_GONE_BY = 4;
/** How far from a treatment the verb is that shows it to be past. In tokens. */
const FARTHEST_PAST = 6;
const DEFINITE: ReadonlySet<string> = new Set(['the', 's', "'s"]);

function studyTold(passage: Passage, scene: Scene, { first, end }: TopicMention): string | null {
  const asked = scene.last('asked', scene.sentence.first, first);
  if (scene.last('had', scene.sentence.first, first) > asked) return 'done';
  if (asked >= 0) return null;
  // 'He had an MRI', 'MRI of the neck (3/4/2016)'
  if (scene.has('had at times', Math.max(scene.sentence.first, first - NEAR_HAD), first)) return 'done';
  if (isDated(passage, scene, end)) return 'done';
  return scene.has('study shows', end, Math.min(scene.sentence.end, end + FARTHEST_RESULT)) ? 'done' : null;
}

/** How far from a study's name what it showed may be: 'an MRI of the right knee without contrast dated …'. In tokens. */
const FARTHEST_RESULT = 14;

/** How far before a study 'had' may be, in tokens. */
const NEAR_HAD = 3;

/** Whether a study's day is right after its name: 'MRI of the neck, 3/4/2016'. */
function isDated(passage: Passage, scene: Scene, end: number): boolean {
  const { reading } = passage;
  const stop = Math.min(scene.sentence.end, end + FARTHEST_DAY);
  for (let at = end; at < stop; ) {
    const date = dates(reading).at(at);
    if (date !== undefined) return date.kind !== 'mistyped';
    const body = bodyMentions(passage).at(at);
    if (body !== undefined) at = body.end;
    else if (BEFORE_DAY.has(reading.tokens.written(at))) at++;
    else return false;
  }
  return false;
}

/** In tokens. */
const FARTHEST_DAY = 8;
const BEFORE_DAY: ReadonlySet<string> = new Set([
  'of',
  'the',
  'for',
  'from',
  'since',
  'on',
  'in',
  'into',
  '(',
  ',',
  'left',
  'right',
  'a',
]);

/** The position after what is said in brackets after a name: 'physical therapy of the knee (8 visits)'. */
function afterBrackets(passage: Passage, end: number): number {
  const { tokens } = passage.reading;
  const open = afterPlace(passage, end);
  if (tokens.written(open) !== '(') return end;
  for (let at = open + 1; at < open + LONGEST_BRACKETS; at++) if (tokens.written(at) === ')') return at + 1;
  return end;
}
const LONGEST_BRACKETS = 10;

/** The position after 'of the right knee', or where none follows. */
function afterPlace(passage: Passage, end: number): number {
  let at = end;
  while (at < end + FARTHEST_DAY) {
    const body = bodyMentions(passage).at(at);
    if (body !== undefined) at = body.end;
    else if (BEFORE_DAY.has(passage.reading.tokens.written(at)) && passage.reading.tokens.written(at) !== '(') at++;
    else break;
  }
  return at;
}

function treatmentTold(passage: Passage, scene: Scene, { first, end, topic }: TopicMention): string | null {
  const { reading } = passage;
  // 'Physical therapy notes', 'surgery was requested': a paper, or something else.
  if (reading.is(end, WORDS['statement paper'])) return null;
  if (topic.category === 'medication' && isOnSkin(reading, end)) return null;
  const asked = scene.last('asked', scene.sentence.first, first);
  if (scene.last('had', scene.sentence.first, first) > asked) return 'had';
  if (asked >= 0) return null;
  if (scene.has('had at times', scene.sentence.first, first) || isOutcomeOf(passage, scene, first)) return 'had';
  const isOnce = topic.category === 'injection' || topic.category === 'surgery';
  if ((isOnce || FROM.has(reading.tokens.lower(end))) && isDated(passage, scene, end)) return 'had';
  const after = afterBrackets(passage, end);
  // 'An injection helps for some weeks' is said of any.
  if (!isOnce && scene.has('had now', after, Math.min(scene.segmentOf(after).end, after + FARTHEST_HAD))) return 'had';
  return isToldAfter(passage, scene, after) ? 'had' : null;
}

/** 'Felt better with TENS', 'reported relief from a brace'; not 'hoped for relief from it', 'relief with it is expected'. */
function isOutcomeOf({ reading }: Passage, scene: Scene, treatment: number): boolean {
  const { tokens } = reading;
  const isLed = reading.is(treatment - 1, ENGLISH.article) || reading.is(treatment - 1, ENGLISH.possessive);
  const end = isLed ? treatment - 1 : treatment;
  for (let at = end - 2; at >= Math.max(scene.sentence.first, end - LONGEST_OUTCOME); at--) {
    const outcome = reading.mentionAt(at, WORDS['statement outcome of']);
    if (outcome?.end !== end) continue;
    if (outcome.form !== 0) return (outcome.form & Form.past) !== 0;
    if (tokens.lower(at - 1) === FOR) return false;
    for (let verb = at - 1; verb >= scene.segmentOf(at).first; verb--)
      if ((reading.formAt(verb) & Form.past) !== 0) return true;
    return false;
  }
  return false;
}

/** In tokens: 'with the use of'. */
const LONGEST_OUTCOME = 4;
const FOR = 'for';

/**
 * Whether what follows a treatment says that it was had, also past what is between commas: 'Two injections, in April and
 * September, gave relief', 'Physical therapy, eight visits done by 5/28/2016'.
 */
function isToldAfter({ reading }: Passage, scene: Scene, after: number): boolean {
  const { tokens } = reading;
  let at = after;
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    const end = tokens.written(at) === ',' ? at : scene.segmentOf(at).end;
    if (scene.has('asked', at, end)) return false;
    if (scene.has('had after', at, Math.min(end, at + (segment < 2 ? FARTHEST_HAD : NEAR_HAD)))) return true;
    if (tokens.written(end) !== ',' || (segment === 0 && !isAside(reading, end + 1))) return false;
    at = end + 1;
  }
  return false;
}

const FROM: ReadonlySet<string> = new Set(['from', 'since']);

/** The treatment's own, what is aside, and what comes after that. */
const MOST_SEGMENTS = 3;

/** ', six visits', ', in April' */
const isAside = (reading: Passage['reading'], at: number): boolean =>
  numbers(reading).at(at) !== undefined || ASIDE.has(reading.tokens.lower(at));
const ASIDE: ReadonlySet<string> = new Set(['in', 'on', 'from', 'over', 'between', 'during', 'for', 'through']);

/** 'Physical therapy of the low back was completed': in tokens. */
const FARTHEST_HAD = 8;

/** 'Diclofenac gel' is another thing than the tablet. */
function isOnSkin(reading: Passage['reading'], end: number): boolean {
  for (let at = end; at < end + 4 && !JOINTS.has(reading.tokens.written(at)); at++) {
    if (reading.is(at, WORDS['statement skin'])) return true;
  }
  return false;
}

const JOINTS: ReadonlySet<string> = new Set([',', ';', '.', 'and', 'or']);

const isFor = ({ reading: { tokens } }: Passage, at: number): boolean => tokens.lower(at - 1) === FOR;

/** The parts that it is of: those of its own phrase; of a finding the nearest before, else the nearest after. */
function partsOf(passage: PlacedPassage, scene: Scene, { first, end, topic, row }: TopicMention): readonly NamedPart[] {
  if (topic.kind === 'treatment' && topic.category !== null && row === null) {
    const { name, category, drugClass } = topic;
    return placed(passage, { value: { name, category, drugClass }, first, end, form: 0 }).parts;
  }
  const floor = Math.max(scene.sentence.first, first - LONGEST_LOOK);
  const mentions = [...bodyMentions(passage).between(floor, Math.min(scene.sentence.end, end + NEAR_PART))];
  const own = mentions.filter((each) => each.first >= first);
  const near = own.length > 0 ? own : mentions.filter((each) => each.end <= first).slice(-1);
  return near.flatMap((each) => namedParts(passage, each));
}

/** 'Spasm of the lumbar paraspinals': in tokens. */
const NEAR_PART = 8;

/** How far a side may be from what it is the side of. In tokens. */
const NEAR_SIDE = 8;

function sidesOf(passage: Passage, scene: Scene, { first, end }: TopicMention): readonly Laterality[] {
  const floor = Math.max(scene.sentence.first, first - NEAR_SIDE);
  const near = passage.get(sidesByPlace).between(floor, Math.min(scene.sentence.end, end + NEAR_SIDE));
  return Array.from(near, ({ side }) => side);
}

const sidesByPlace = (passage: Passage): Values<Sided> => new Values(sidesIn(passage, 'prose'));
