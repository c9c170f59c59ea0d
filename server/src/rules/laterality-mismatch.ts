import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { SideMention } from '../determination/model/anatomy.ts';
import type { BodyPart, Determination, DisputedIssue } from '../determination/model/determination.ts';
import {
  givesYear,
  isDenying,
  isOfJoint,
  isSetApart,
  pairsSaid,
  sidesAlone,
} from '../determination/readers/anatomy/oneSide.ts';
import { findSides, findSideWords } from '../determination/readers/anatomy/sides.ts';
import { findTwoSides } from '../determination/readers/anatomy/twoSides.ts';
import { concludedOn } from '../determination/readers/conclusion/ownClause.ts';
import { mentionsAuthorization, mentionsNecessity, tellsOfRequest } from '../determination/readers/shared/cues.ts';
import { sentenceAround } from '../determination/readers/shared/sentences.ts';
import { isAskedAbout, isBesideMatter } from '../determination/readers/statements/held.ts';
import { saysReviewDenied } from '../determination/readers/statements/reviewDenials.ts';
import { nameSameTreatment } from '../determination/readers/treatments/treatments.ts';
import type { Prose } from '../text/prose.ts';
import { contains, type Span } from '../text/span.ts';
import { writtenLike } from '../wording/writtenLike.ts';
import { quoted } from './support/quoted.ts';
import {
  areOfOneLimb,
  fewOfEach,
  isNear,
  OPPOSITE,
  type Place,
  type Side,
  sidesIn,
  sidesOfSpine,
} from './support/sidesOfParts.ts';

const rule: Rule = {
  name: 'laterality-mismatch',
  title: 'Left and right differ between heading, rationale, and summary',
  category: 'copy-paste',
  severity: 'warning',
  basis: 'A treatment is decided for the side that was requested; for the other side it is another treatment.',
  silencedBy: ['treatment-mismatch'],
  *check(letter) {
    const { issues, sections } = letter;
    const summary = sections.find(({ kind }) => kind === 'clinical-summary')?.body ?? null;
    if (summary !== null) yield* withinStatements(summary, null);
    for (const { rationale, index } of issues) if (rationale !== null) yield* withinStatements(rationale.body, index);
    for (const issue of issues) if (!issue.sharesParts) yield* wrongSideOfSpine(letter, issue);
    const headings = fewOfEach(issues.flatMap(({ heading }) => sidesIn(heading)));
    if (headings.length === 0) return;
    const told = fewOfEach(sidesIn(summary));
    // Of a list, the sides in the rationale may be those of another item.
    for (const issue of issues) if (!issue.sharesParts) yield* checkIssue(letter, issue, told, headings);
  },
};
export default rule;

/** 'The right shoulder has tenderness on both shoulders'. */
function* withinStatements(prose: Prose, issue: number | null): Iterable<Finding> {
  for (const { one, other } of findTwoSides(prose)) {
    const [here, before] = [other, one].map((span) => quoted(prose.within(span).text));
    yield {
      span: other,
      message: `${here} here, ${before} earlier in the sentence.`,
      issue,
      related: [{ span: one, message: 'The other side.' }],
    };
  }
}

function* checkIssue(
  letter: Determination,
  issue: DisputedIssue,
  told: readonly Place[],
  headings: readonly Place[],
): Iterable<Finding> {
  const asked = sidesIn(issue.request.treatment);
  if (asked.length === 0) return;
  const body = issue.rationale?.body ?? null;
  const mentioned = sidesIn(body);
  const argued = mentioned.filter(({ mention }) => body !== null && !isBesideMatter(body, mention.span));
  const inRationale = [
    ...wronglyArgued(letter, issue, asked, argued, [...told, ...headings]),
    ...wronglyAskedAbout(letter, issue, asked, mentioned, [...told, ...headings]),
    ...wrongJoint(letter, issue, asked),
  ];
  yield* inRationale;
  if (inRationale.length > 0) return;
  const inHeading = [...wronglyAsked(letter, issue, asked, told, argued, headings)];
  yield* inHeading;
  if (inHeading.length === 0) yield* wrongSides(letter, issue, asked, told, headings);
}

/** Whether a part of the letter names a side without its part of the body. */
const isAloneIn = (part: { readonly body: Prose } | null | undefined, side: Side): boolean =>
  part != null && sidesAlone(part.body).includes(side);

/** The same, of summary and rationale. */
const isAloneAnywhere = ({ sections }: Determination, { rationale }: DisputedIssue, side: Side): boolean =>
  isAloneIn(rationale, side) ||
  isAloneIn(
    sections.find(({ kind }) => kind === 'clinical-summary'),
    side,
  );

/** Sides in the rationale that are not those of the heading. */
function* wronglyArgued(
  letter: Determination,
  { index, rationale, heading }: DisputedIssue,
  asked: readonly Place[],
  argued: readonly Place[],
  elsewhere: readonly Place[],
): Iterable<Finding> {
  const decided = rationale === null ? [] : concludedOn(rationale);
  const all = [...argued, ...elsewhere];
  for (const { side, part, mention } of argued) {
    if (side === 'bilateral') continue;
    const own = asked.filter((place) => isNear(place.part, part));
    if (own.length === 0 || own.some((place) => place.side !== OPPOSITE[side])) continue;
    // A side that the letter mentions elsewhere may be mentioned here as well, but not where the request is decided.
    // So may one beside 'the right has not been examined': such a rationale keeps the two apart.
    const isTold =
      isAloneIn(rationale, OPPOSITE[side]) ||
      elsewhere.some((place) => areOfOneLimb(place.part, part) && place.side !== OPPOSITE[side]);
    const isMeant =
      isDecided(letter, mention, OPPOSITE[side], heading) ||
      decides(decided, mention, asked) ||
      saysOfOther(letter, mention, side, elsewhere, part);
    if (isTold && !isMeant) continue;
    // Where the side is mentioned more than once, the heading may be what is wrong.
    const isAlone = all.every((place) => place.mention === mention || place.side !== side || !isNear(place.part, part));
    yield finding(letter, index, mention, side, own[0], isAlone ? IN_DISPUTE : TOLD_AGAIN);
  }
}

/** 'Needs to know whether the left knee is torn': asked about alone, of a side that the letter has nowhere else. */
function* wronglyAskedAbout(
  letter: Determination,
  { index, rationale }: DisputedIssue,
  asked: readonly Place[],
  mentioned: readonly Place[],
  elsewhere: readonly Place[],
): Iterable<Finding> {
  const all = [...mentioned, ...elsewhere];
  for (const { side, part, mention } of mentioned) {
    if (side === 'bilateral' || rationale === null || !isAskedAbout(rationale.body, mention.span)) continue;
    const own = asked.filter((place) => isNear(place.part, part));
    if (own.length === 0 || own.some((place) => place.side !== OPPOSITE[side])) continue;
    const isElsewhere = all.some(
      (place) => place.mention !== mention && areOfOneLimb(place.part, part) && place.side !== OPPOSITE[side],
    );
    const sentence = sentenceAround(letter.text, mention.span);
    if (isElsewhere || isDenying(sentence) || isSetApart(sentence)) continue;
    if (findSideWords(sentence).every((each) => each === side))
      yield finding(letter, index, mention, side, own[0], IN_DISPUTE);
  }
}

/** 'The positive drop arm test in the right shoulder', where the summary says that of the left shoulder, and not of the right. */
function saysOfOther(
  { text }: Determination,
  { span }: SideMention,
  side: Side,
  elsewhere: readonly Place[],
  part: BodyPart,
): boolean {
  const sentence = sentenceAround(text, span);
  if (isDenying(sentence) || isSetApart(sentence)) return false;
  if (findSideWords(sentence).some((each) => each !== side)) return false;
  const said = pairsSaid(sentence);
  let isOfOther = false;
  for (const place of elsewhere) {
    if (!isNear(place.part, part)) continue;
    const there = pairsSaid(sentenceAround(text, place.mention.span));
    if (![...said].some((pair) => there.has(pair))) continue;
    if (place.side !== OPPOSITE[side]) return false;
    isOfOther = true;
  }
  return isOfOther;
}

/** 'For the joint on the right the injection is necessary', where all that is asked for is of the left. */
function* wrongJoint(
  letter: Determination,
  { index, rationale }: DisputedIssue,
  asked: readonly Place[],
): Iterable<Finding> {
  const [own] = asked;
  if (rationale === null || own === undefined || own.side === 'bilateral') return;
  const { body } = rationale;
  const wrong = OPPOSITE[own.side];
  if (asked.some(({ side }) => side !== own.side)) return;
  for (const mention of findSides(body)) {
    if (mention.bodyPart !== null || mention.side !== wrong || !isOfJoint(body, mention.span)) continue;
    const sentence = sentenceAround(letter.text, mention.span);
    const isAlone = findSideWords(sentence).every((side) => side === wrong);
    if (!isAlone || !mentionsNecessity(sentence) || isSetApart(sentence) || isBesideMatter(body, mention.span))
      continue;
    yield finding(letter, index, mention, wrong, own, IN_DISPUTE);
    return;
  }
}

/** 'The request for a right L5-S1 injection is not necessary', where a left one is asked for. Other words may be of the leg. */
function* wrongSideOfSpine(
  letter: Determination,
  { index, heading, request, rationale }: DisputedIssue,
): Iterable<Finding> {
  if (rationale === null) return;
  const { body } = rationale;
  const [own, ...others] = sidesOfSpine(request.treatment);
  if (own === undefined || own.side === 'bilateral' || others.length > 0) return;
  const { side } = own;
  const wrong = OPPOSITE[side];
  const isAskedToo = letter.issues.some((other) => sidesOfSpine(other.heading).some((each) => each.side === wrong));
  if (isAskedToo) return;
  const mention = sidesOfSpine(body).find(
    (each) => each.side === wrong && each.part === own.part && isDecided(letter, each.mention, side, heading),
  );
  if (mention !== undefined && !isBesideMatter(body, mention.mention.span))
    yield finding(letter, index, mention.mention, wrong, own, IN_DISPUTE);
}

/** 'The request for therapy of the left shoulder and right wrist is not necessary', where the heading has the right shoulder. */
function decides(decided: readonly Prose[], { span, bodyPart }: SideMention, asked: readonly Place[]): boolean {
  const clause = decided.find(({ range }) => contains(range, span.start));
  if (clause === undefined || !asked.some(({ part }) => part === bodyPart)) return false;
  const others = sidesIn(clause).filter(({ part, mention }) => part === bodyPart && mention.span.start !== span.start);
  return others.length === 0;
}

/** Sides in the heading that are not those of the letter. */
function* wronglyAsked(
  letter: Determination,
  issue: DisputedIssue,
  asked: readonly Place[],
  told: readonly Place[],
  argued: readonly Place[],
  headings: readonly Place[],
): Iterable<Finding> {
  const { index } = issue;
  for (const { side, part, mention } of asked) {
    if (side === 'bilateral' || isAloneAnywhere(letter, issue, side)) continue;
    const limb = [...told, ...argued].filter((place) => areOfOneLimb(place.part, part));
    const near = limb.filter((place) => isNear(place.part, part));
    const other = near.find((place) => place.side === OPPOSITE[side]);
    if (other === undefined) continue;
    const sided = near.filter((place) => place.side !== 'bilateral');
    const isAlone = sided.length >= TIMES_TOLD && sided.every((place) => place.side === OPPOSITE[side]);
    if (isAlone || limb.every((place) => place.side === OPPOSITE[side])) {
      yield finding(letter, index, mention, side, other, EVERYWHERE);
      continue;
    }
    // The other side is that of another issue: the request that mentions it may be that one.
    if (headings.some((place) => isNear(place.part, part) && place.side === OPPOSITE[side])) continue;
    // Where both sides are mentioned, the request shows which is meant.
    const requested = near.filter((place) => isRequested(letter, place.mention));
    const [first] = requested;
    if (first !== undefined && requested.every((place) => place.side === OPPOSITE[side])) {
      yield finding(letter, index, mention, side, first, REQUESTED);
    }
  }
}

/** How often the letter must mention one side of a part to say that it mentions no other. */
const TIMES_TOLD = 2;

/** Sides in the summary that are not those of the heading: everywhere, or where it says what the review denied. */
function* wrongSides(
  letter: Determination,
  issue: DisputedIssue,
  asked: readonly Place[],
  told: readonly Place[],
  headings: readonly Place[],
): Iterable<Finding> {
  const { index } = issue;
  for (const { side, part, mention } of asked) {
    if (side === 'bilateral' || isAloneAnywhere(letter, issue, side)) continue;
    // What is said of the other side may be said of another issue.
    if (headings.some((place) => isNear(place.part, part) && place.side === OPPOSITE[side])) continue;
    const limb = told.filter((place) => areOfOneLimb(place.part, part));
    const wrong = limb.filter((place) => isNear(place.part, part) && place.side === OPPOSITE[side]);
    const [first] = wrong;
    if (first === undefined) continue;
    const place: Place = { side, part, mention };
    // 'Six visits for the left wrist in 2012'
    if (wrong.every((each) => isOfOtherYear(letter, each))) continue;
    if (limb.every((each) => each.side === OPPOSITE[side])) {
      yield finding(letter, index, first.mention, OPPOSITE[side], place, limb.length === 1 ? IN_DISPUTE : TOLD_AGAIN);
      return;
    }
    const denied = wrong.find((each) => each.part === part && isDenied(letter, each));
    if (denied !== undefined) {
      yield finding(letter, index, denied.mention, OPPOSITE[side], place, IN_DISPUTE);
      return;
    }
  }
}

const isOfOtherYear = ({ text }: Determination, { mention }: Place): boolean =>
  givesYear(sentenceAround(text, mention.span));

/** 'Utilization review non-certified the request for an MRI of the left knee': the sentence gives no other side of that part. */
function isDenied({ text }: Determination, { part, side, mention }: Place): boolean {
  const sentence = sentenceAround(text, mention.span);
  return saysReviewDenied(sentence) && sidesIn(sentence).every((each) => each.part !== part || each.side === side);
}

function isRequested({ text }: Determination, { span }: SideMention): boolean {
  return mentionsAuthorization(sentenceAround(text, span));
}

/** 'the request for an MRI of the left knee is not medically necessary', 'an MRI of the left knee is needed': the other side is not mentioned beside it. */
function isDecided({ text }: Determination, { span }: SideMention, other: Side, heading: Prose): boolean {
  const sentence = sentenceAround(text, span);
  return (
    mentionsNecessity(sentence) &&
    (tellsOfRequest(sentence) || (nameSameTreatment(sentence, heading) && !isSetApart(sentence))) &&
    findSideWords(sentence).every((side) => side !== other && side !== 'bilateral')
  );
}

/** What a side disagrees with. */
interface Why {
  /** Where the other side is. */
  readonly message: string;
  /** Whose side a fix writes; null where either side may be the wrong one. */
  readonly whose: string | null;
}

const IN_DISPUTE: Why = { message: 'in the heading', whose: 'as in the heading' };
const TOLD_AGAIN: Why = { ...IN_DISPUTE, whose: null };
const EVERYWHERE: Why = { message: 'everywhere else in the letter', whose: 'as in the rest of the letter' };
const REQUESTED: Why = { message: 'where the treatment is requested', whose: null };

function finding(
  { text }: Determination,
  issue: number,
  { span }: SideMention,
  side: Side,
  other: Place | undefined,
  { message, whose }: Why,
): Finding {
  const right = OPPOSITE[side];
  const words = text.prose.within(span);
  const at = words.text.toLowerCase().indexOf(side);
  const word = at < 0 ? null : { text: words.text.slice(at, at + side.length), span: words.span(at, at + side.length) };
  const fixes: readonly Fix[] = word === null || whose === null ? [] : [swap(word, right, whose)];
  return {
    span: word?.span ?? span,
    message: `${side === 'left' ? 'Left' : 'Right'} here, ${right} ${message}.`,
    issue,
    related:
      other === undefined
        ? []
        : [{ span: other.mention.span, message: `${right === 'left' ? 'Left' : 'Right'} here.` }],
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function swap({ text, span }: { readonly text: string; readonly span: Span }, side: Side, whose: string): Fix {
  const newText = writtenLike(text, side);
  return { title: `Change “${text}” to “${newText}”, ${whose}`, edits: [{ span, newText }], kind: 'judgment' };
}
