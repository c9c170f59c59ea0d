import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage, TokenRange } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import { readAs } from '../../model/derivation.ts';
import type { Limit, Statement } from '../../model/statement.ts';
import { bodyMentions, namedParts } from '../anatomy/bodyMentions.ts';
import { sidesIn } from '../anatomy/sides.ts';
import { type Lead, leadTo, type Tail, tailFrom } from './phrase.ts';
import { LONGEST_LOOK, Scene } from './scene.ts';
import { type TopicMention, topicsIn } from './topics.ts';
import { STATEMENT_WORDS as WORDS } from './words.ts';

type Denying = 'none' | 'none of' | 'not' | 'denies' | 'fails' | 'untried';

const DENYING_BY_CLASS: readonly (readonly [WordClass, Denying])[] = [
  [WORDS['statement none'], 'none'],
  [WORDS['statement none of'], 'none of'],
  [WORDS['statement not'], 'not'],
  [WORDS['statement denies'], 'denies'],
  [WORDS['statement fails'], 'fails'],
  [WORDS['statement untried'], 'untried'],
];
const DENYING = new ClassMap<Denying>(DENYING_BY_CLASS);
const DENYING_CLASSES = DENYING_BY_CLASS.map(([wordClass]) => wordClass);

/** Where a passage says that there was none of something, in order. What is not understood to its end is left out. */
export function readDenials(passage: PlacedPassage): readonly Statement[] {
  const { reading } = passage;
  const statements: Statement[] = [];
  let scene: Scene | null = null;
  for (const { first } of passage.mentions(DENYING_CLASSES)) {
    const cue = DENYING.at(reading, first);
    if (cue === null) continue;
    if (scene === null || first >= scene.sentence.end) scene = new Scene(reading, passage.sentenceAt(first));
    if (cue.value === 'untried') {
      statements.push(...untried(passage, scene, cue));
      continue;
    }
    const own = cue.value === 'not' ? undone(passage, scene, cue) : [];
    statements.push(...(own.length > 0 ? own : ahead(passage, scene, cue.value, cue)));
  }
  return statements;
}

/** 'No MRI', 'has not tried NSAIDs', 'do not show any therapy or acupuncture', 'denies numbness'. */
function ahead(passage: PlacedPassage, scene: Scene, denying: Denying, cue: TokenRange): readonly Statement[] {
  if (denying === 'denies' && !isOfWorker(passage, cue.first, scene.sentence.first)) return [];
  const { end } = scene.sentence;
  const items: { readonly lead: Lead; readonly tail: Tail }[] = [];
  let from = cue.end;
  for (let listed = 0; listed < MOST_LISTED; listed++) {
    const lead = leadTo(passage, from, end);
    if (lead === null) return [];
    const isFirst = items.length === 0;
    const isVerb = lead.mention.row !== null && lead.mention.topic.kind === 'treatment';
    if (isFirst && denying === 'not' && !lead.hasVerb && !isVerb) return [];
    if (isFirst && denying === 'fails' && !lead.hasShowing) return [];
    const tail = tailFrom(passage, lead.mention.end, end);
    if (tail === null) return [];
    items.push({ lead, tail });
    if (tail.next === null) break;
    from = tail.next;
  }
  const isOfRecord = tellsOfPast(passage, cue) || items.some(({ lead, tail }) => lead.isOfRecord || tail.isOfRecord);
  if (!isPlain(passage, scene, cue.first, isOfRecord)) return [];
  const speaker = denying === 'denies' ? 'worker' : 'letter';
  const subject = denying === 'not' ? subjectOf(passage, scene, cue.first) : { parts: [], sides: [] };
  // 'None of the films': there are some, and what is denied is of these.
  const ofThese: readonly Limit[] = denying === 'none of' ? [{ kind: 'kind', span: passage.span(cue) }] : [];
  return items.map(({ lead, tail }, i) => {
    const limits = [
      ...ofThese,
      ...items.slice(0, i + 1).flatMap((each) => each.lead.limits),
      ...tail.limits,
      ...items.slice(i + 1).flatMap((each) => each.tail.limits.filter(({ kind }) => kind === 'time')),
      ...ofStudy(passage, scene, cue.first, lead.mention),
      ...ofDay(passage, scene, cue.first),
    ];
    const where = {
      parts: [...subject.parts, ...lead.parts, ...tail.parts, ...items.slice(i + 1).flatMap((each) => each.tail.parts)],
      sides: [...subject.sides, ...lead.sides, ...tail.sides],
    };
    return statement(passage, scene, lead.mention, { limits, speaker, cue, ...where });
  });
}

const MOST_LISTED = 8;

/** 'The left knee has never been injected': parts and sides before the verb. */
function subjectOf(passage: PlacedPassage, scene: Scene, cue: number): Pick<Statement, 'parts' | 'sides'> {
  const start = clauseStart(passage, cue, scene.sentence.first);
  return {
    parts: Array.from(bodyMentions(passage).between(start, cue), (each) => namedParts(passage, each)).flat(),
    sides: sidesIn(passage, 'prose')
      .filter(({ first, end }) => first >= start && end <= cue)
      .map(({ side }) => side),
  };
}

/** 'An MRI of the knee has not been done': the topic comes before what denies it. */
function undone(passage: PlacedPassage, scene: Scene, cue: TokenRange): readonly Statement[] {
  const { reading } = passage;
  const aux = cue.first - 1;
  if (![ENGLISH.be, ENGLISH.have].some((each) => reading.is(aux, each))) return [];
  let at = cue.end;
  while (!reading.is(at, WORDS['statement done']) && reading.is(at, WORDS['statement neutral'])) {
    at = reading.endOfClass(at, WORDS['statement neutral']);
  }
  const done = reading.endOfClass(at, WORDS['statement done']);
  if (done < 0) return [];
  return behind(passage, scene, aux, done);
}

/** 'An injection remains untried', 'Injections: none': the topic comes before, too. */
function untried(passage: PlacedPassage, scene: Scene, cue: TokenRange): readonly Statement[] {
  const { reading } = passage;
  let aux = cue.first;
  while (
    aux > scene.sentence.first &&
    (reading.is(aux - 1, WORDS['statement left']) || reading.is(aux - 1, ENGLISH.have))
  )
    aux--;
  return behind(passage, scene, aux, cue.end);
}

/** What is denied by the words from `aux` to `done`: the topic of the clause before them. */
function behind(passage: PlacedPassage, scene: Scene, aux: number, done: number): readonly Statement[] {
  const tail = tailFrom(passage, done, scene.sentence.end);
  if (tail === null || tail.next !== null) return [];
  const start = clauseStart(passage, aux, scene.sentence.first);
  if (!isPlain(passage, scene, start, true)) return [];
  const lead = leadTo(passage, start, aux);
  if (lead === null || lead.hasVerb) return [];
  const near = tailFrom(passage, lead.mention.end, aux);
  if (near === null || near.end < aux) return [];
  const limits = [
    ...lead.limits,
    ...near.limits,
    ...tail.limits,
    ...ofStudy(passage, scene, start, lead.mention),
    ...ofDay(passage, scene, start),
  ];
  const where = { parts: [...lead.parts, ...near.parts, ...tail.parts], sides: [...lead.sides, ...near.sides] };
  const words = { first: lead.mention.first, end: done };
  return [statement(passage, scene, lead.mention, { limits, speaker: 'letter', cue: words, ...where })];
}

/** How far back a clause may begin, in tokens. */
const LONGEST_SUBJECT = 14;

/** Where the subject of a verb begins: after a mark, a conjunction, or words that open a sentence. */
function clauseStart({ reading }: Passage, verb: number, floor: number): number {
  const { tokens } = reading;
  let start = Math.max(floor, verb - LONGEST_SUBJECT);
  for (let at = start; at < verb; at++) {
    const opening = reading.endOfClass(at, WORDS['statement opening']);
    if (opening > at) start = Math.max(start, opening);
    else if (tokens.isMark(at) && OPENING_MARKS.has(tokens.written(at))) start = at + 1;
  }
  return Math.min(start, verb);
}

const OPENING_MARKS: ReadonlySet<string> = new Set([',', ';', ':']);

/** In tokens: a second denial so near turns the first round. */
const NEAR = 14;

/**
 * Whether the letter itself says it, and says it to be so.
 * @param isOfRecord words tie it to this file: no guideline says that
 */
function isPlain({ reading }: Passage, scene: Scene, at: number, isOfRecord: boolean): boolean {
  const segment = scene.segmentOf(at).first;
  // 'The guideline asks for an image, and no MRI was ever done'
  const isOwn = isOfRecord && isOwnClause(reading, segment) && !namesReviewer(reading, scene.sentence.first, segment);
  const first = isOwn ? segment : scene.sentence.first;
  if (scene.has('another voice', first, at)) return false;
  if (scene.has('unreal', scene.segmentOf(at).first, at) || scene.has('asked', scene.segmentOf(at).first, at))
    return false;
  if (scene.hasCondition) return false;
  // 'No spasm and no swelling' denies twice, and turns nothing round.
  if (reading.is(at - 1, WORDS['statement list'])) return true;
  const near = Math.max(scene.segmentOf(at).first, at - NEAR);
  return !scene.has('none', near, at) && !scene.has('not', near, at) && !scene.has('denies', near, at);
}

/** 'UR denied it as there was none, and …': whoever reviewed before goes on giving reasons. A guideline knows no file. */
function namesReviewer(reading: Passage['reading'], first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (reading.is(at, WORDS['statement another voice']) && !reading.is(at, WORDS['statement guideline voice']))
      return true;
  }
  return false;
}

/** 'There has never been': no guideline says so. */
function tellsOfPast({ reading }: Passage, { first, end }: TokenRange): boolean {
  return reading.has({ first, end }, ENGLISH.have);
}

/** Whether a clause of its own begins after a mark: ', and no', '; there is no', ', but he has not'. */
function isOwnClause({ tokens }: Passage['reading'], start: number): boolean {
  const mark = tokens.written(start - 1);
  return mark === ';' || mark === ':' || (mark === ',' && CLAUSE_JOINTS.has(tokens.lower(start)));
}
const CLAUSE_JOINTS: ReadonlySet<string> = new Set([
  'and',
  'but',
  'yet',
  'however',
  'while',
  'whereas',
  'although',
  'though',
]);

/** 'The patient denies', 'he also denied': nobody else denies a complaint. */
function isOfWorker({ reading }: Passage, at: number, floor: number): boolean {
  for (let before = at - 1; before >= Math.max(floor, at - 4); before--) {
    if (reading.endOfClass(before, WORDS['statement worker']) > 0) return true;
  }
  return false;
}

/** 'The MRI showed no instability' is said of the images. */
function ofStudy(passage: PlacedPassage, scene: Scene, at: number, { topic }: TopicMention): readonly Limit[] {
  if (topic.kind === 'treatment') return [];
  for (const each of topicsIn(passage).between(Math.max(scene.sentence.first, at - LONGEST_LOOK), at)) {
    const { category } = each.topic;
    if (category === 'imaging' || category === 'diagnostic-test') {
      return [{ kind: 'kind', span: passage.span(each) }];
    }
  }
  return [];
}

/** 'On 11-30-2016 there was no spasm' is said of that day. */
function ofDay(passage: PlacedPassage, scene: Scene, at: number): readonly Limit[] {
  for (const day of dates(passage.reading).between(Math.max(scene.sentence.first, at - LONGEST_LOOK), at)) {
    if (day.kind !== 'part') return [{ kind: 'date', span: passage.span(day) }];
  }
  return [];
}

type Said = Pick<Statement, 'parts' | 'sides' | 'limits' | 'speaker'> & { readonly cue: TokenRange };

function statement(passage: PlacedPassage, scene: Scene, mention: TopicMention, { cue, ...said }: Said): Statement {
  const words = passage.span({ first: Math.min(cue.first, mention.first), end: Math.max(cue.end, mention.end) });
  return {
    polarity: 'denied',
    value: mention.topic,
    span: passage.span(mention),
    words,
    sentence: passage.span(scene.sentence),
    derivation: readAs(words, `denies ${mention.topic.name}`, mention.row),
    ...said,
  };
}
