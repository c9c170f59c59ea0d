import type { Finding, Rule } from '../checking/rule.ts';
import type { Laterality } from '../determination/model/anatomy.ts';
import {
  asRead,
  type BodyPart,
  type Category,
  type Determination,
  type DisputedIssue,
} from '../determination/model/determination.ts';
import type { Limit, Statement } from '../determination/model/statement.ts';
import { daysBetween } from '../determination/readers/dates/calendar.ts';
import { mentionsPart, reviewDenialsIn, reviewGrantIn } from '../determination/readers/statements/reviewDenials.ts';
import { denialsIn } from '../determination/readers/statements/statements.ts';
import { findAskedFor } from '../determination/readers/treatments/decided.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { type Signs, signsOf } from './support/evidence.ts';
import { areNear, levelsMeet } from './support/nearParts.ts';
import { quoted } from './support/quoted.ts';
import { affirmedIn, deniedIn, partsOfCase, studiesOfCase, studyKind, visitsOf } from './support/records.ts';

const rule: Rule = {
  name: 'record-contradiction',
  title: 'The rationale contradicts the clinical case summary',
  category: 'decision',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(h)(5): a determination may be set aside for a plainly erroneous finding of fact that is a matter of ordinary knowledge.',
  silencedBy: ['treatment-mismatch'],
  *check(letter) {
    const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body ?? null;
    if (summary === null) return;
    for (const issue of letter.issues) {
      if (issue.rationale === null) continue;
      const { body } = issue.rationale;
      for (const denial of denialsIn(body)) yield* contradicted(letter, issue, summary, denial);
      yield* claimed(letter, issue, summary, body);
      yield* askedNowhere(letter, issue, body);
      yield* reviewedOtherwise(letter, issue, summary, body);
    }
  },
};
export default rule;

/** The summary mentions what the rationale denies. */
function* contradicted(
  letter: Determination,
  issue: DisputedIssue,
  summary: Prose,
  denial: Statement,
): Iterable<Finding> {
  if (denial.speaker !== 'letter') return;
  const limits = denial.limits.filter((limit) => limitsIt(letter, denial, limit));
  if (limits.some(({ kind }) => kind !== 'time')) return;
  for (const signs of signsOf(denial.value).by) {
    if (signs.where === 'spine' && !isOfSpine(issue)) continue;
    const found = affirmedIn(summary)
      .of(signs, denial.value)
      .filter(
        (each) =>
          limits.every((limit) => shares(letter, each, limit)) &&
          isOfSame(letter, issue, denial, each) &&
          isLatest(letter, each),
      );
    const kinds = new Set(found.map((each) => each.value.name));
    const [first, ...others] = found;
    if (first === undefined || kinds.size < signs.least || isDeniedThere(summary, signs, denial)) continue;
    yield finding(letter, issue, denial, [first, ...others]);
    return;
  }
}

/** The rationale mentions something that the summary denies at its end and affirms nowhere. */
function* claimed(letter: Determination, issue: DisputedIssue, summary: Prose, body: Prose): Iterable<Finding> {
  for (const denial of denialsIn(summary).slice(-MOST_DENIALS)) {
    if (denial.value.kind !== 'treatment' || !isUnlimited(letter, denial)) continue;
    if (!isLatest(letter, denial) && !isHistory(letter, denial)) continue;
    for (const signs of signsOf(denial.value).by) {
      if (affirmedIn(summary).of(signs, denial.value).length > 0) continue;
      const told = affirmedIn(body)
        .of(signs, denial.value)
        .find((each) => isOfSame(letter, issue, denial, each, partsOf(issue)));
      if (told === undefined) continue;
      yield {
        span: told.words,
        message: bothSay(letter, told, denial),
        issue: issue.index,
        related: [{ span: denial.words, message: 'The summary denies this.' }],
      };
      return;
    }
  }
}

/** Studies whose names are used for each other in requests. */
const STUDIES: ReadonlySet<Category> = new Set<Category>(['imaging', 'diagnostic-test']);

/** 'The ultrasound in question', where neither heading nor summary has one: a sentence from another letter. */
function* askedNowhere(
  letter: Determination,
  { index, category, heading }: DisputedIssue,
  body: Prose,
): Iterable<Finding> {
  if (!STUDIES.has(category)) return;
  // Where the rationale never names its own study, the other may be its name in other words.
  const own = new Set(findTreatments(heading).map(({ value }) => studyKind(value.name)));
  if (!findTreatments(body).some(({ value }) => own.has(studyKind(value.name)))) return;
  const other = findAskedFor(body).find(
    ({ value }) => STUDIES.has(value.category) && !studiesOfCase(letter).has(studyKind(value.name)),
  );
  if (other === undefined) return;
  yield {
    span: other.span,
    message: `${quoted(letter.text.prose.within(other.span).text, 26)} is requested here, but not in the heading or the summary.`,
    issue: index,
    related: [{ span: heading.range, message: 'What was requested.' }],
  };
}

/** 'Utilization review modified it to 6 sessions', where the summary says it was denied: a letter with one request, and no other account of it. */
function* reviewedOtherwise(
  { issues, text }: Determination,
  { index, request }: DisputedIssue,
  summary: Prose,
  body: Prose,
): Iterable<Finding> {
  if (issues.length > 1 || request.kind !== 'whole') return;
  const granted = reviewGrantIn(body);
  const [denied] = granted === null || mentionsPart(summary) ? [] : reviewDenialsIn(summary);
  if (granted === null || denied === undefined) return;
  yield {
    span: granted,
    message: `${quoted(text.prose.within(granted).text, 30)} here, but the summary says that UR denied the request.`,
    issue: index,
    related: [{ span: denied.range, message: 'The summary denies this.' }],
  };
}

/** At most this many denials, the last of the summary, are compared with each rationale, so that work stays linear. */
const MOST_DENIALS = 24;

/** Up to this many days after the injury a complaint is acute (ACOEM: three months). */
const ACUTE_DAYS = 90;

/**
 * Nothing limits the denial to a time, a kind, or a degree that the other statement need not share. A day limits
 * it, unless it is known to be the last.
 */
const isUnlimited = (letter: Determination, denial: Statement): boolean =>
  denial.limits.every((limit) => limit.kind === 'date' || !limitsIt(letter, denial, limit));

function limitsIt({ header }: Determination, { value }: Statement, { kind }: Limit): boolean {
  if (kind === 'date') return true;
  if (kind === 'purpose') return !signsOf(value).purpose;
  const [injury, denied] = [asRead(header.dateOfInjury)?.value, asRead(header.urDenialDate)?.value];
  return kind !== 'acute' || injury === undefined || denied === undefined || daysBetween(injury, denied) > ACUTE_DAYS;
}

/** 'No postoperative x-rays' and 'Postoperative x-rays of 5/6': both are of the same time. */
function shares({ text }: Determination, { span, sentence }: Statement, limit: Limit): boolean {
  const wordsOf = (of: Span): string => text.prose.within(of).text.toLowerCase();
  return wordsOf(sentence).includes(`${wordsOf(limit.span)} ${wordsOf(span)}`);
}

const SPINE: ReadonlySet<BodyPart> = new Set<BodyPart>(['neck', 'upper-back', 'low-back', 'spine']);

const isOfSpine = ({ bodyParts }: DisputedIssue): boolean => bodyParts.some(({ value }) => SPINE.has(value));

const partsOf = ({ bodyParts }: DisputedIssue): readonly BodyPart[] => bodyParts.map(({ value }) => value);

/**
 * Both statements are about the same part and side, as far as the letter says which.
 * @param unnamed the parts of what is said without any
 */
function isOfSame(
  letter: Determination,
  issue: DisputedIssue,
  denial: Statement,
  told: Statement,
  unnamed: readonly BodyPart[] = [],
): boolean {
  const { laterality } = issue;
  const { kind, category } = told.value;
  if (signsOf(denial.value).everywhere) return true;
  if (category === 'medication' || kind === 'document' || kind === 'fact') return true;
  const own = denial.parts.map(({ value }) => value);
  const asked = own.length > 0 ? own : partsOf(issue);
  const parts = told.parts.length > 0 ? told.parts.map(({ value }) => value) : unnamed;
  const isNear = told.value.kind === 'treatment' ? areNear : areRelated;
  if (asked.length > 0 && parts.length > 0 && !parts.some((part) => asked.some((each) => isNear(each, part))))
    return false;
  if (parts.length === 0 && asked.length > 0 && (own.length > 0 || told.value.kind !== 'treatment' || isPlaced(told))) {
    // A time that both share ('postoperative') is that of one operation.
    if (!denial.limits.some((limit) => limit.kind === 'time') && !isOnePart(letter, asked)) return false;
  }
  const levels = told.parts.flatMap(({ level }) => level ?? []);
  const denied = denial.parts.flatMap(({ level }) => level ?? []);
  if (levels.length > 0 && denied.length > 0 && !levels.some((each) => denied.some((other) => levelsMeet(each, other))))
    return false;
  const sides = denial.sides.length > 0 ? denial.sides : laterality === null ? [] : [laterality.value];
  return (
    sides.length === 0 ||
    told.sides.length === 0 ||
    told.sides.some((side) => sides.some((each) => sidesMeet(each, side)))
  );
}

/** A study or an operation is of some part, whether it is named or not. */
const isPlaced = ({ value: { category } }: Statement): boolean =>
  category === 'imaging' || category === 'surgery' || category === 'injection' || category === 'diagnostic-test';

const ARM: ReadonlySet<BodyPart> = new Set<BodyPart>([
  'shoulder',
  'upper-arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'finger',
  'upper-extremity',
]);
const LEG: ReadonlySet<BodyPart> = new Set<BodyPart>([
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'ankle',
  'foot',
  'toe',
  'lower-extremity',
]);

/** Near each other; or the part of the spine whose nerves go into the limb. */
const areRelated = (asked: BodyPart, told: BodyPart): boolean =>
  areNear(asked, told) || (asked === 'low-back' && LEG.has(told)) || (asked === 'neck' && ARM.has(told));

const sidesMeet = (a: Laterality, b: Laterality): boolean => a === b || a === 'bilateral' || b === 'bilateral';

/** The letter is about this part alone. */
const isOnePart = (letter: Determination, asked: readonly BodyPart[]): boolean =>
  [...partsOfCase(letter)].every((part) => asked.some((each) => areRelated(each, part)));

/** No later visit is mentioned at which a finding or a complaint may have changed. */
function isLatest(letter: Determination, { value, polarity, sentence }: Statement): boolean {
  if (polarity === 'affirmed' && value.kind !== 'finding' && value.kind !== 'complaint') return true;
  const visits = visitsOf(letter);
  return visits === null || visits.last < sentence.end;
}

/** 'She has had no injections', before the summary comes to any visit, is said of all the time until the review. */
function isHistory(letter: Determination, { sentence }: Statement): boolean {
  const visits = visitsOf(letter);
  return visits === null || visits.first > sentence.end;
}

/** The summary itself denies it, or one of its signs, perhaps about another day. */
const isDeniedThere = (summary: Prose, signs: Signs, { value }: Statement): boolean =>
  deniedIn(summary).named(value.name).length > 0 || deniedIn(summary).of(signs, value).length > 0;

function finding(
  letter: Determination,
  issue: DisputedIssue,
  denial: Statement,
  told: readonly [Statement, ...Statement[]],
): Finding {
  return {
    span: denial.words,
    message: bothSay(letter, denial, told[0]),
    issue: issue.index,
    related: told.slice(0, MOST_RELATED).map(({ words: span }) => ({ span, message: 'The summary says this.' })),
  };
}

const MOST_RELATED = 3;

/** A message has room for this many of the letter's characters (UTF-16), at least half of them for either statement. */
const ROOM = 62;

/** '“no physical therapy” here, “6 visits of physical therapy” in the summary.' */
function bothSay({ text }: Determination, here: Statement, inSummary: Statement): string {
  const own = text.prose.within(here.words).text;
  const other = text.prose.within(inSummary.words).text;
  const besides = (words: string): number => Math.max(ROOM / 2, ROOM - words.length);
  return `${quoted(own, besides(other))} here, ${quoted(other, besides(own))} in the summary.`;
}
