import { passageOf } from '../../determination/language.ts';
import type { NamedPart } from '../../determination/model/anatomy.ts';
import type {
  BodyPart,
  Category,
  Determination,
  DisputedIssue,
  Rationale,
} from '../../determination/model/determination.ts';
import type { Treatment } from '../../determination/model/treatment.ts';
import { findBodyParts } from '../../determination/readers/anatomy/bodyMentions.ts';
import { isAroundSurgery } from '../../determination/readers/shared/cues.ts';
import { isDeniedAt } from '../../determination/readers/statements/statements.ts';
import {
  findTreatments,
  headingMentions,
  TREATMENT_VOCABULARY,
} from '../../determination/readers/treatments/treatments.ts';
import { oncePerProse } from '../../text/oncePerProse.ts';
import type { Prose } from '../../text/prose.ts';
import type { Found, Span } from '../../text/span.ts';
import { areApart, areNear, levelsMeet } from './nearParts.ts';

/** Treatments that are naturally mentioned together: a referral leads to surgery, an operation needs tests before it. */
export const ANCILLARY: ReadonlySet<Category> = new Set<Category>(['consultation', 'surgery', 'other']);

/** An electrical stimulator is a thing and a therapy. */
export const areMistakable = (a: Category, b: Category): boolean =>
  (a === 'dme' && isHandsOn(b)) || (b === 'dme' && isHandsOn(a));

const isHandsOn = (category: Category): boolean => category === 'physical-therapy' || category === 'chiropractic';

/** Rationales that are about a different treatment from the issue's, from beginning to end. */
export function pastedTreatment(letter: Determination, issue: DisputedIssue, { body }: Rationale): Span | null {
  const asked = findTreatments(issue.heading);
  if (asked.length === 0) return null;
  const own = asked.map(({ value }) => value);
  const isNamed = asked.some(({ span }) => repeats(body, issue.heading, span));
  return (isNamed ? null : anothers(issue, own, body)) ?? ofAnotherIssue(letter, issue, own, body);
}

/** Whether a text repeats words of the heading. Most rationales do, and then nothing need be looked up. */
export const repeats = (prose: Prose, heading: Prose, span: Span): boolean =>
  lowerCase(prose).includes(wordsAt(heading, span).toLowerCase());

const lowerCase = oncePerProse(({ text }) => text.toLowerCase());

/** How often another treatment must be named, and its own never, for a rationale to belong to another issue. */
const TIMES_NAMED = 2;
/** The same where the two often go together: tests, and what comes before and after an operation. */
const TIMES_NAMED_NEAR = 3;

/** 'Physical therapy or chiropractic' counts as one mention. */
const LIST_JOINTS: ReadonlySet<string> = new Set([
  ', ',
  '/',
  ...['and', 'or', 'nor', 'and/or'].flatMap((word) => [` ${word} `, `, ${word} `]),
]);

/** What a rationale mentions repeatedly while it never mentions its own treatment: it was pasted. */
function anothers(issue: DisputedIssue, own: readonly Treatment[], body: Prose): Span | null {
  const all = findTreatments(body);
  if (all.some(({ value }) => own.some((each) => isAkin(each, value)))) return null;
  // 'No x-rays were taken' says what the record lacks.
  const named = all.filter(({ span }) => !isDeniedAt(body, span));
  const times = new Map<string, number>();
  for (const [i, { value, span }] of named.entries()) {
    const before = named[i - 1];
    const isListed =
      before !== undefined &&
      topicOf(before.value) === topicOf(value) &&
      LIST_JOINTS.has(body.text.slice(body.endOf(before.span), body.indexOf(span.start)));
    if (!isListed) times.set(topicOf(value), (times.get(topicOf(value)) ?? 0) + 1);
  }
  const heading = issue.heading.text.toLowerCase();
  const other = named.find(
    ({ value, span }) =>
      ((times.get(topicOf(value)) ?? 0) >= enough(issue, value) || isSubject(issue, value, body, span)) &&
      !heading.includes(wordsAt(body, span).toLowerCase()),
  );
  return other === undefined || mentions(own, body) ? null : other.span;
}

/** 'Omeprazole protects the stomach': the first words of a rationale are about another drug, as a guideline has it. */
function isSubject({ category }: DisputedIssue, named: Treatment, body: Prose, span: Span): boolean {
  if (category !== 'medication' || named.category !== 'medication' || named.name === named.drugClass) return false;
  const { reading, first } = passageOf(body);
  const { end, ...drug } = passageOf(body.within(span));
  if (drug.first !== first) return false;
  const verb = reading.tokens.lower(end);
  return reading.tokens.isWord(end) && verb.endsWith('s') && !NOT_OF_ALL.has(verb);
}

const NOT_OF_ALL: ReadonlySet<string> = new Set(['was', 'has', 'does', 'tablets', 'capsules', 'pills', 'doses']);

const TESTS: ReadonlySet<Category> = new Set<Category>(['imaging', 'diagnostic-test', 'lab-test']);

/** A drug is nearly always called by its name or class; other treatments also have general names. */
function enough({ category, heading }: DisputedIssue, named: Treatment): number {
  if (category === 'medication') return named.name === named.drugClass ? TIMES_NAMED_NEAR : TIMES_NAMED;
  if (named.category === 'surgery' && !isAroundSurgery(heading)) return TIMES_NAMED_NEAR;
  if (ANCILLARY.has(named.category) || areMistakable(category, named.category)) return Number.POSITIVE_INFINITY;
  const isNear = ANCILLARY.has(category) || (TESTS.has(category) && TESTS.has(named.category));
  return isNear ? TIMES_NAMED_NEAR : TIMES_NAMED;
}

/** Shorter rationales that name no treatment are set phrases that fit several issues. */
const LEAST_COPIED = 200;
/** How many times as often another issue's treatment must be named as the rationale's own. */
const TIMES_OFTENER = 2;

/** From how far away, in issues, a rationale may have been pasted: more than twice the issues of the longest letters. */
const PASTE_REACH = 50;

/** The other issues of a letter; in a file with hundreds of them, those nearby. */
const issuesNear = (issues: readonly DisputedIssue[], { index }: DisputedIssue): readonly DisputedIssue[] =>
  issues.slice(Math.max(0, index - PASTE_REACH), index + PASTE_REACH + 1).filter((other) => other.index !== index);

/** What a rationale is about, where it also is, or belongs, under another issue of the letter. */
function ofAnotherIssue(
  { issues }: Determination,
  issue: DisputedIssue,
  own: readonly Treatment[],
  body: Prose,
): Span | null {
  for (const other of issuesNear(issues, issue)) {
    const isCopy = other.rationale !== null && words(other.rationale.body) === words(body);
    const asked = findTreatments(other.heading);
    if (asked.length === 0 || !(isCopy || asked.some(({ span }) => repeats(body, other.heading, span)))) continue;
    if (asked.some(({ value }) => own.some((each) => isSameKind(each, value)))) continue;
    const named = findTreatments(body).filter(({ value }) => asked.some((each) => each.value.name === value.name));
    const ownTimes = findTreatments(body).filter(({ value }) => own.some(({ name }) => name === value.name)).length;
    const [first] = named;
    const isOften = named.length >= TIMES_NAMED_NEAR && named.length > ownTimes * TIMES_OFTENER;
    if (first !== undefined && isOften && !(isForOperation(issue, other) && mentions(own, body))) {
      return first.span;
    }
    if (!isCopy || ownTimes > named.length || (ownTimes === named.length && other.index > issue.index)) continue;
    if (body.length >= LEAST_COPIED) return first?.span ?? issue.rationale?.label ?? null;
    if (first !== undefined && ownTimes === 0 && isApart(issue, other, body, own)) return first.span;
  }
  return null;
}

/** The therapy after an operation, the clearance before it: its rationale mentions the operation repeatedly. */
const isForOperation = ({ heading }: DisputedIssue, { category }: DisputedIssue): boolean =>
  category === 'surgery' && isAroundSurgery(heading);

/** A key of a text's words, without figures and marks: a pasted passage may have had its numbers changed. */
const words = oncePerProse(({ text }): string => {
  let key = 0;
  let letters = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    const isLetter = code >= 97 && code <= 122;
    if (isLetter || isInWord) key = (Math.imul(key, 31) + (isLetter ? code : 0)) | 0;
    if (isLetter) letters++;
    isInWord = isLetter;
  }
  return `${letters} ${key}`;
});

/** Neither issue goes with the other, and nothing in the text mentions the issue's own treatment. */
const isApart = (issue: DisputedIssue, other: DisputedIssue, body: Prose, own: readonly Treatment[]): boolean =>
  ![issue, other].some(({ category }) => ANCILLARY.has(category)) &&
  !isAroundSurgery(issue.heading) &&
  !areMistakable(issue.category, other.category) &&
  !mentions(own, body);

const isSameKind = (a: Treatment, b: Treatment): boolean =>
  a.name === b.name || (a.category === b.category && a.drugClass === b.drugClass);

const wordsAt = (prose: Prose, span: Span): string => prose.text.slice(prose.indexOf(span.start), prose.endOf(span));

/** In general words ('imaging' for an MRI), or with a typing error. */
const mentions = (own: readonly Treatment[], prose: Prose): boolean =>
  headingMentions(passageOf(prose).corrected(TREATMENT_VOCABULARY)).some(({ value }) =>
    value.name === null
      ? value.category !== 'medication' && own.some(({ category }) => category === value.category)
      : own.some((each) => isAkin(each, value)),
  );

/** The names of hands-on therapies are used for one another. */
const KINDRED_THERAPIES: ReadonlySet<Category> = new Set<Category>([
  'physical-therapy',
  'occupational-therapy',
  'chiropractic',
  'massage',
  'aquatic-therapy',
  'work-hardening',
]);

const kindOf = ({ category, drugClass }: Treatment): string =>
  category === 'medication' ? `drug:${drugClass}` : KINDRED_THERAPIES.has(category) ? 'therapy' : category;

/** What counts as the same mention: a test or a device by its name, a drug or therapy by its kind. */
const topicOf = (treatment: Treatment): string =>
  treatment.category === 'medication' || KINDRED_THERAPIES.has(treatment.category) ? kindOf(treatment) : treatment.name;

/** The same treatment, or one of the same kind or class. */
const isAkin = (a: Treatment, b: Treatment): boolean => a.name === b.name || kindOf(a) === kindOf(b);

/**
 * A part of the body that the rationale mentions repeatedly, and never those in dispute; once is enough where the
 * same words are under an issue about that part.
 */
export function pastedPart(
  { issues }: Determination,
  issue: DisputedIssue,
  { body }: Rationale,
): Found<BodyPart> | null {
  const { bodyParts, category } = issue;
  if (bodyParts.length === 0 || category === 'diagnostic-test') return null;
  // An operation on the spine belongs to its region; any other, to the whole limb.
  const isOfSpine = category === 'surgery' && bodyParts.every(({ value }) => SPINE_REGIONS.includes(value));
  if (ANCILLARY.has(category) && !isOfSpine) return null;
  if (bodyParts.some(({ span }) => repeats(body, issue.request.treatment, span))) return null;
  const named = findBodyParts(body);
  if (named.some(({ value }) => bodyParts.some((part) => areNear(part.value, value)))) return null;
  const apart = named.filter(
    ({ value }) =>
      bodyParts.every((part) => areApart(part.value, value)) && (!isOfSpine || SPINE_REGIONS.includes(value)),
  );
  const isCopied = (part: BodyPart): boolean =>
    issuesNear(issues, issue).some(
      (other) =>
        other.bodyParts.some(({ value }) => value === part) &&
        other.rationale !== null &&
        words(other.rationale.body) === words(body),
    );
  return (
    apart.find(({ value }) => apart.filter((each) => each.value === value).length >= TIMES_NAMED || isCopied(value)) ??
    null
  );
}

/** A level of the spine that the rationale mentions repeatedly, and never one that the heading names. */
export function pastedLevel({ levels, category }: DisputedIssue, { body }: Rationale): NamedPart | null {
  if (levels.length === 0 || !AT_LEVELS.has(category)) return null;
  const named = findBodyParts(body).filter(({ level }) => level !== null);
  const isOwn = ({ level }: NamedPart): boolean => level !== null && levels.some((own) => levelsMeet(own.value, level));
  return named.length < TIMES_NAMED || named.some(isOwn) ? null : (named[0] ?? null);
}

const AT_LEVELS: ReadonlySet<Category> = new Set<Category>(['injection', 'surgery']);

/** Parts that a letter mentions by their complaints ('headaches'), and the chest, which is imaged before any operation. */
const TOLD_OTHERWISE: ReadonlySet<BodyPart> = new Set<BodyPart>(['head', 'chest', 'abdomen', 'groin']);

/** Parts of the body that only the heading names, where the letter mentions others. */
export function untoldParts(
  { sections }: Determination,
  { bodyParts, category, request: { treatment } }: DisputedIssue,
  { body }: Rationale,
): readonly Found<BodyPart>[] {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  if (summary === undefined || body.length === 0) return [];
  const unseen = bodyParts.filter(
    ({ value, span }) =>
      !TOLD_OTHERWISE.has(value) && !repeats(body, treatment, span) && !repeats(summary, treatment, span),
  );
  if (unseen.length === 0) return [];
  const inSummary = partsIn(summary);
  if (inSummary.size === 0) return [];
  const told = new Set([...inSummary, ...partsIn(body)]);
  // 'Spine' may mean the neck, unless the letter names another region of the spine.
  if (SPINE_REGIONS.some((region) => told.has(region))) told.delete('spine');
  // The nerves of a leg are studied for a back.
  const isElsewhere = category === 'diagnostic-test' ? areApart : isNoNeighbour;
  return unseen.filter(({ value }) => [...told].every((part) => isElsewhere(part, value)));
}

/** The parts that a text mentions; 'back' alone may be any part of it. */
const partsIn = oncePerProse((prose): ReadonlySet<BodyPart> => {
  const told = new Set<BodyPart>();
  for (const { value, isBack } of findBodyParts(prose)) {
    if (isBack) told.add('low-back').add('upper-back');
    else told.add(value);
  }
  return told;
});

const isNoNeighbour = (a: BodyPart, b: BodyPart): boolean => !areNear(a, b);

const SPINE_REGIONS: readonly BodyPart[] = ['neck', 'upper-back', 'low-back'];
