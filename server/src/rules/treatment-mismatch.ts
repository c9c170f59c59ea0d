import type { Finding, Rule } from '../checking/rule.ts';
import type { NamedPart } from '../determination/model/anatomy.ts';
import type { BodyPart, Determination, DisputedIssue, Rationale } from '../determination/model/determination.ts';
import type { PlacedKind, PlacedTreatment, Treatment } from '../determination/model/treatment.ts';
import { findPartLists } from '../determination/readers/anatomy/bodyMentions.ts';
import { concludedOn } from '../determination/readers/conclusion/ownClause.ts';
import { tellsOfRequest } from '../determination/readers/shared/cues.ts';
import { isContrasted, wasDecidedBefore } from '../determination/readers/statements/held.ts';
import { isDeniedAt } from '../determination/readers/statements/statements.ts';
import { findDecided } from '../determination/readers/treatments/decided.ts';
import { findPlacedKinds } from '../determination/readers/treatments/place.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import type { Prose } from '../text/prose.ts';
import type { Found, Span } from '../text/span.ts';
import { SpanIndex } from '../text/spanIndex.ts';
import { bodyPartName } from './support/names.ts';
import { areApart, areNear, levelsMeet } from './support/nearParts.ts';
import {
  ANCILLARY,
  areMistakable,
  pastedLevel,
  pastedPart,
  pastedTreatment,
  repeats,
  untoldParts,
} from './support/pastedRationale.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'treatment-mismatch',
  title: 'The rationale decides a different treatment or body part from the heading',
  category: 'copy-paste',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(e): each analysis is of the treatment in dispute; a passage pasted from another issue is about something else.',
  *check(letter) {
    for (const issue of letter.issues) {
      const { rationale, heading, sharesParts } = issue;
      // The other treatments of a list are decided in the same rationale.
      if (rationale === null || heading.length === 0 || sharesParts) continue;
      const asked = findTreatments(heading);
      const own = asked.map(({ value }) => value);
      const wrong = [...inPassing(issue, own, rationale), ...inConclusion(issue, asked, rationale)];
      if (wrong.length > 0) yield* withoutRepeats(wrong);
      else yield* throughout(letter, issue, rationale);
    }
  },
};
export default rule;

/** Without those that begin in the words of an earlier one. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const places = new SpanIndex(findings.map(({ span }, i) => [span, i] as const));
  return findings.filter(({ span }, i) => places.at(span.start) === i);
}

/** Where the rationale names a treatment as the one that it decides. */
function inPassing(issue: DisputedIssue, own: readonly Treatment[], { body }: Rationale): readonly Finding[] {
  return findDecided(body).flatMap((decided) =>
    wasDecidedBefore(body, decided.span)
      ? []
      : (otherTreatment(issue, own, decided) ??
        otherPart(issue, decided) ??
        otherLevel(issue, { category: decided.value.category, ...decided }) ??
        []),
  );
}

function otherTreatment(
  issue: DisputedIssue,
  own: readonly Treatment[],
  { value, span }: Found<Treatment>,
): Finding | null {
  const { category } = value;
  if (own.length === 0 || ANCILLARY.has(category) || ANCILLARY.has(issue.category)) return null;
  if (category === issue.category || own.some((each) => each.category === category)) {
    return category === 'medication' && isOtherDrug(own, value) ? finding(issue, span) : null;
  }
  return finding(issue, span);
}

/** Two drugs by name. A class without a drug may mean the drug in dispute. */
function isOtherDrug(own: readonly Treatment[], { name, drugClass }: Treatment): boolean {
  const drugs = own.filter(({ category }) => category === 'medication');
  if (name === drugClass || drugs.length === 0) return false;
  return drugs.every((drug) => drug.name !== name && drug.name !== drug.drugClass);
}

/** A sentence that concludes names what is decided, and nothing in it is what the heading names. */
function* inConclusion(
  issue: DisputedIssue,
  asked: readonly Found<Treatment>[],
  rationale: Rationale,
): Iterable<Finding> {
  for (const concluded of concludedOn(rationale)) {
    const treatment = foreignTreatment(issue, asked, concluded, rationale.body);
    if (treatment !== undefined) yield finding(issue, treatment.span);
    const part = foreignPart(issue, concluded);
    if (part !== null) yield finding(issue, part.span, part.value);
    for (const each of findPlacedKinds(concluded)) {
      const level = otherLevel(issue, each);
      if (level !== null) yield level;
    }
  }
}

function foreignTreatment(
  { heading }: DisputedIssue,
  asked: readonly Found<Treatment>[],
  concluded: Prose,
  body: Prose,
): Found<Treatment> | undefined {
  if (asked.length === 0 || asked.some(({ span }) => repeats(concluded, heading, span))) return undefined;
  const own = asked.map(({ value }) => value);
  const named = findTreatments(concluded);
  return named.some(({ value }) => isOwn(own, value))
    ? undefined
    : named.find(
        ({ value, span }) =>
          isForeign(own, value, concluded) && !isContrasted(concluded, span) && !isDeniedAt(body, span),
      );
}

const isOwn = (own: readonly Treatment[], { name, category }: Treatment): boolean =>
  own.some((each) =>
    category === 'medication' ? each.name === name || each.drugClass === name : each.category === category,
  );

/**
 * Only a drug by name: a class may belong to the reason for another drug ('as NSAIDs are stopped, the need for …'). The
 * surgery that a service goes with may be concluded on first, unless it is called requested.
 */
function isForeign(own: readonly Treatment[], named: Treatment, concluded: Prose): boolean {
  if (ANCILLARY.has(named.category) && !tellsOfRequest(concluded)) return false;
  if (own.some(({ category }) => areMistakable(category, named.category))) return false;
  return (
    named.category !== 'medication' || own.every(({ category }) => category !== 'medication') || isOtherDrug(own, named)
  );
}

/** A part of the body that the heading does not name, alone or in the list of those it names. */
function foreignPart({ bodyParts, category }: DisputedIssue, concluded: Prose): Found<BodyPart> | null {
  // A study of the nerves of a limb may be concluded on by the part of the spine that they come from.
  if (bodyParts.length === 0 || category === 'diagnostic-test') return null;
  const placed = findPlacedKinds(concluded).flatMap(({ parts }) => parts.map(({ span }) => span.start));
  // 'A new deficit in the leg is what the scan of the back is for'
  const isOfSpine = ({ value, span }: NamedPart): boolean =>
    !placed.includes(span.start) && bodyParts.some((part) => !areApart(part.value, value));
  const isOwn = (named: NamedPart): boolean =>
    bodyParts.some((part) => areNear(part.value, named.value)) || isOfSpine(named);
  const lists = findPartLists(concluded);
  const [first] = lists.flat();
  if (!lists.flat().some(isOwn)) return first ?? null;
  for (const list of lists) {
    const foreign = list.find(
      (part, i) => !isOwn(part) && [list[i - 1], list[i + 1]].some((near) => near && isOwn(near)),
    );
    if (foreign !== undefined) return foreign;
  }
  return null;
}

function* throughout(letter: Determination, issue: DisputedIssue, rationale: Rationale): Iterable<Finding> {
  const treatment = pastedTreatment(letter, issue, rationale);
  if (treatment !== null) yield finding(issue, treatment);
  const part = pastedPart(letter, issue, rationale);
  const level = part === null ? pastedLevel(issue, rationale) : null;
  const untoldOf = (): readonly Finding[] => untoldParts(letter, issue, rationale).map((each) => untold(issue, each));
  if (part !== null)
    yield { ...finding(issue, part.span, part.value), formerly: untoldOf().map(({ span }) => ({ span })) };
  else if (level !== null) yield finding(issue, level.span, 'level');
  else if (treatment === null) yield* untoldOf();
}

function finding({ index, request }: DisputedIssue, span: Span, what: BodyPart | 'level' | null = null): Finding {
  const kind = what === null ? 'treatment' : what === 'level' ? 'level of the spine' : 'part of the body';
  return {
    span,
    message: `A different ${kind} here; the heading has ${quoted(request.treatment.text, 50 - kind.length)}.`,
    issue: index,
    related: [{ span: request.treatment.range, message: 'The treatment in dispute.' }],
  };
}

const untold = ({ index }: DisputedIssue, { value, span }: Found<BodyPart>): Finding => ({
  span,
  message: `The heading has the ${bodyPartName(value)}, but the summary and the rationale never mention it.`,
  issue: index,
});

/** 'a shoulder MRI' where the elbow is in dispute. */
function otherPart(issue: DisputedIssue, { value, parts }: PlacedTreatment): Finding | null {
  if (value.category !== 'imaging' || issue.category !== 'imaging' || issue.bodyParts.length === 0) return null;
  const [first] = parts;
  const isOwn = (part: NamedPart): boolean => issue.bodyParts.some((own) => areNear(own.value, part.value));
  return first === undefined || parts.some(isOwn) ? null : finding(issue, first.span, first.value);
}

/** 'an epidural at L3-4' where one at L5-S1 is in dispute; nothing where one of several levels is its own. */
function otherLevel(issue: DisputedIssue, { category, parts }: PlacedKind): Finding | null {
  const named = parts.filter(({ level }) => level !== null);
  const [first] = named;
  if (first === undefined || issue.levels.length === 0 || category !== issue.category) return null;
  const isOwn = ({ level }: NamedPart): boolean =>
    level === null || issue.levels.some((own) => levelsMeet(own.value, level));
  return named.some(isOwn) ? null : finding(issue, first.span, 'level');
}
