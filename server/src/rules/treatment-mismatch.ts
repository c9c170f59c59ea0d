import { findBodyParts } from '../determination/bodyMentions.ts';
import type { BodyPart, Category, Determination, DisputedIssue, Rationale } from '../determination/model.ts';
import { findTreatments, headingMentions, type Treatment } from '../determination/treatments.ts';
import type { Prose } from '../text/prose.ts';
import { contains, type Found, found, type Span } from '../text/span.ts';
import { concludedOn } from './support/concluded.ts';
import { bodyPartName } from './support/names.ts';
import { areApart, areNear } from './support/nearParts.ts';
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'treatment-mismatch',
  title: 'The rationale decides another treatment or body part than the heading names',
  category: 'copy-paste',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(e): each analysis is of the treatment in dispute; a passage pasted from another issue is not.',
  *check(letter) {
    for (const issue of letter.issues) {
      const { rationale, heading } = issue;
      if (rationale === null || heading.length === 0) continue;
      const own = findTreatments(heading).map(({ value }) => value);
      const wrong = [...inPassing(issue, own, rationale), ...inConclusion(issue, own, rationale)];
      if (wrong.length > 0) yield* withoutRepeats(wrong);
      else yield* throughout(letter, issue, own, rationale);
    }
  },
};
export default rule;

const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ span }, i) => !findings.slice(0, i).some((earlier) => contains(earlier.span, span.start)));

/** Words right before a treatment that make it the one that is being decided. */
const DECIDED =
  /\b(?:the (?:currently |above |present )?requested (?:amount of |number of |additional |treatment of )?|the (?:current |present |retrospective )?request for (?:an? |the |additional |continued )?|in question (?:is|was) (?:an? |the )?|meets? (?:the )?criteria for (?:an? |the )?|(?:to|would|could|not|nor) (?:warrant|support|justify) (?:an? |the )?(?:repeat |further )?|necessity (?:of|for) (?:an? |the |this )?(?:requested )?)(?:(?:left|right|bilateral|initial|repeat|\d{1,2}|(?:cervical|thoracic|lumbar|lumbosacral|shoulder|elbow|wrist|hand|hip|knee|ankle|foot)(?: spine)?|sessions? of|visits? of) ){0,3}/gi;
/** Words right behind it that do the same. */
const IN_QUESTION =
  / (?:(?:testing|study|studies|treatments?|scan|sessions?|therapy) )?(?:in question|at issue|in dispute)\b/gi;

function inPassing(issue: DisputedIssue, own: readonly Treatment[], { body }: Rationale): readonly Finding[] {
  return decidedTreatments(body).flatMap(
    (mention) => otherTreatment(issue, own, mention) ?? otherPart(issue, body, mention) ?? [],
  );
}

/** The treatments that a rationale names as the ones it decides. */
function decidedTreatments(rationale: Prose): readonly Found<Treatment>[] {
  const begins = new Set([...rationale.text.matchAll(DECIDED)].map(({ index, 0: words }) => index + words.length));
  const ends = new Set([...rationale.text.matchAll(IN_QUESTION)].map(({ index }) => index));
  if (begins.size + ends.size === 0) return [];
  return findTreatments(rationale).filter(
    ({ span }) => begins.has(rationale.indexOf(span.start)) || ends.has(rationale.indexOf(span.end - 1) + 1),
  );
}

/** What another treatment may well be spoken of for: a referral leads to surgery, an operation needs tests before it. */
const ANCILLARY: ReadonlySet<Category> = new Set<Category>(['consultation', 'surgery', 'other']);

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

/** Two drugs by name. A class that is named alone may stand for the drug in dispute. */
function isOtherDrug(own: readonly Treatment[], { name, drugClass }: Treatment): boolean {
  const drugs = own.filter(({ category }) => category === 'medication');
  if (name === drugClass || drugs.length === 0) return false;
  return drugs.every((drug) => drug.name !== name && drug.name !== drug.drugClass);
}

/** A sentence that concludes names what is decided, and nothing in it is what the heading names. */
function* inConclusion(issue: DisputedIssue, own: readonly Treatment[], rationale: Rationale): Iterable<Finding> {
  for (const concluded of concludedOn(rationale)) {
    const { range } = concluded;
    const named = findTreatments(rationale.body).filter(({ span }) => contains(range, span.start));
    const first = named.some(({ value }) => isOwn(own, value))
      ? undefined
      : named.find(({ value }) => isForeign(own, value));
    if (first !== undefined) yield finding(issue, first.span);
    const other = foreignPart(issue, concluded);
    if (other !== null) yield finding(issue, other.span, other.value);
  }
}

const isOwn = (own: readonly Treatment[], { name, category }: Treatment): boolean =>
  own.some((each) =>
    category === 'medication' ? each.name === name || each.drugClass === name : each.category === category,
  );

/** Of drugs, one by name: a class may be told for the reason of another ('as NSAIDs are stopped, the need for …'). */
const isForeign = (own: readonly Treatment[], named: Treatment): boolean =>
  own.length > 0 &&
  (named.category !== 'medication' ||
    own.every(({ category }) => category !== 'medication') ||
    isOtherDrug(own, named));

/** What stands between parts that are told of together: 'neck, right hand and head'. */
const LIST_JOINT = /^ ?(?:\/|,|,? ?(?:and|or|&)) ?(?:(?:the|both|left|right|bilateral) ){0,2}$/i;

/** A part of the body that the heading does not name, alone or in the list of those it names. */
function foreignPart({ bodyParts, category }: DisputedIssue, concluded: Prose): Found<BodyPart> | null {
  // A study of the nerves of a limb may be concluded on by the part of the spine that they come from.
  if (bodyParts.length === 0 || category === 'diagnostic-test') return null;
  const named = findBodyParts(concluded);
  const areOwn = named.map(({ value }) => bodyParts.some((part) => areNear(part.value, value)));
  if (!areOwn.includes(true)) return named[0] ?? null;
  const listed = named.findIndex((mention, i) => {
    if (areOwn[i] === true) return false;
    return (
      (areOwn[i - 1] === true && areListed(concluded, named[i - 1], mention)) ||
      (areOwn[i + 1] === true && areListed(concluded, mention, named[i + 1]))
    );
  });
  return named[listed] ?? null;
}

const areListed = (prose: Prose, first: Found<BodyPart> | undefined, second: Found<BodyPart> | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  LIST_JOINT.test(prose.text.slice(prose.indexOf(first.span.end - 1) + 1, prose.indexOf(second.span.start)));

function* throughout(
  letter: Determination,
  issue: DisputedIssue,
  own: readonly Treatment[],
  { body }: Rationale,
): Iterable<Finding> {
  const treatment = pastedTreatment(issue, own, body) ?? ofAnotherIssue(letter, issue, own, body);
  if (treatment !== null) yield finding(issue, treatment.span);
  const part = pastedPart(issue, body);
  if (part !== null) yield finding(issue, part.span, part.value);
  else if (treatment === null) yield* untoldParts(letter, issue, body);
}

/** How often another treatment must be named, and its own never, to make a rationale another's. */
const TIMES_NAMED = 2;
/** The same where the two often go together: tests, and what comes before and after an operation. */
const TIMES_NAMED_NEAR = 3;

/** What a rationale speaks of again and again that never speaks of its own treatment: it was pasted. */
function pastedTreatment(issue: DisputedIssue, own: readonly Treatment[], body: Prose): Found<Treatment> | null {
  if (own.length === 0) return null;
  const named = findTreatments(body);
  if (named.some(({ value }) => own.some((each) => isAkin(each, value)))) return null;
  const times = new Map<string, number>();
  for (const { value } of named) times.set(topicOf(value), (times.get(topicOf(value)) ?? 0) + 1);
  const heading = issue.heading.text.toLowerCase();
  const other = named.find(
    ({ value, span }) =>
      (times.get(topicOf(value)) ?? 0) >= enough(issue, value) && !heading.includes(wordsAt(body, span).toLowerCase()),
  );
  return other === undefined || speaksOf(own, body) ? null : other;
}

/** What goes with an operation is argued from the operation. */
const PERIOPERATIVE = /surg|\b(?:pre|post|peri)-?(?: ?op|admission)|operat|assist|clearance|brace|sling|walker|crutch/i;
const TESTS: ReadonlySet<Category> = new Set<Category>(['imaging', 'diagnostic-test', 'lab-test']);

/** A drug is all but always called by its name or class; for other treatments there are general words. */
function enough({ category, heading }: DisputedIssue, named: Treatment): number {
  if (category === 'medication') return named.name === named.drugClass ? TIMES_NAMED_NEAR : TIMES_NAMED;
  if (named.category === 'surgery' && !PERIOPERATIVE.test(heading.text)) return TIMES_NAMED_NEAR;
  if (ANCILLARY.has(named.category)) return Number.POSITIVE_INFINITY;
  const isNear = ANCILLARY.has(category) || (TESTS.has(category) && TESTS.has(named.category));
  return isNear ? TIMES_NAMED_NEAR : TIMES_NAMED;
}

/** Shorter rationales are formulas that serve for several issues. */
const LEAST_COPIED = 200;
/** How many times as often another issue's treatment must be named as the rationale's own. */
const TIMES_OFTENER = 2;

/** What a rationale speaks of that stands, or belongs, under another issue of the letter. */
function ofAnotherIssue(
  { issues }: Determination,
  issue: DisputedIssue,
  own: readonly Treatment[],
  body: Prose,
): Found<unknown> | null {
  if (own.length === 0) return null;
  for (const other of issues) {
    if (other.index === issue.index) continue;
    const theirs = findTreatments(other.heading).map(({ value }) => value);
    if (theirs.length === 0 || theirs.some((each) => own.some((mine) => isSameKind(mine, each)))) continue;
    const named = findTreatments(body).filter(({ value }) => theirs.some(({ name }) => name === value.name));
    const ownTimes = findTreatments(body).filter(({ value }) => own.some(({ name }) => name === value.name)).length;
    const [first] = named;
    if (first !== undefined && named.length >= TIMES_NAMED_NEAR && named.length > ownTimes * TIMES_OFTENER)
      return first;
    const isCopy = body.length >= LEAST_COPIED && other.rationale?.body.text === body.text;
    if (!isCopy || ownTimes > named.length || (ownTimes === named.length && other.index > issue.index)) continue;
    return first ?? (issue.rationale && found(null, issue.rationale.label));
  }
  return null;
}

const isSameKind = (a: Treatment, b: Treatment): boolean =>
  a.name === b.name || (a.category === b.category && a.drugClass === b.drugClass);

const wordsAt = (prose: Prose, { start, end }: Span): string =>
  prose.text.slice(prose.indexOf(start), prose.indexOf(end - 1) + 1);

/** In general words ('imaging' for an MRI), or with a slip of the pen. */
const speaksOf = (own: readonly Treatment[], { text }: Prose): boolean =>
  headingMentions(text, 'corrected').some(({ value }) =>
    value.name === null
      ? value.category !== 'medication' && own.some(({ category }) => category === value.category)
      : own.some((each) => isAkin(each, value)),
  );

/** Hands-on therapies are spoken of as one another. */
const THERAPIES: ReadonlySet<Category> = new Set<Category>([
  'physical-therapy',
  'occupational-therapy',
  'chiropractic',
  'massage',
  'aquatic-therapy',
  'work-hardening',
]);

const kindOf = ({ category, drugClass }: Treatment): string =>
  category === 'medication' ? `drug:${drugClass}` : THERAPIES.has(category) ? 'therapy' : category;

/** What is spoken of again and again: a test or a thing by its name, a drug or therapy by its kind. */
const topicOf = (treatment: Treatment): string =>
  treatment.category === 'medication' || THERAPIES.has(treatment.category) ? kindOf(treatment) : treatment.name;

/** The same treatment, or one of the same kind or class. */
const isAkin = (a: Treatment, b: Treatment): boolean => a.name === b.name || kindOf(a) === kindOf(b);

/** A part of the body of which the rationale speaks again and again, and never of those in dispute. */
function pastedPart({ bodyParts, category }: DisputedIssue, body: Prose): Found<BodyPart> | null {
  if (bodyParts.length === 0 || category === 'diagnostic-test' || ANCILLARY.has(category)) return null;
  const named = findBodyParts(body);
  if (named.some(({ value }) => bodyParts.some((part) => areNear(part.value, value)))) return null;
  const apart = named.filter(({ value }) => bodyParts.every((part) => areApart(part.value, value)));
  return apart.find(({ value }) => apart.filter((each) => each.value === value).length >= TIMES_NAMED) ?? null;
}

/** Parts of the body that only the heading names, where the letter tells of others. */
function* untoldParts({ sections }: Determination, issue: DisputedIssue, body: Prose): Iterable<Finding> {
  const summary = sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  if (summary === undefined || issue.bodyParts.length === 0) return;
  const told = new Set([...findBodyParts(body), ...findBodyParts(summary)].map(({ value }) => value));
  // 'Spine' tells of the neck, unless the letter tells of another of its regions by name.
  if (SPINE_REGIONS.some((region) => told.has(region))) told.delete('spine');
  if (told.size === 0) return;
  for (const { value, span } of issue.bodyParts) {
    // A film of the chest comes before any operation; the nerves of a leg are studied for a back.
    const isUntold = issue.category === 'diagnostic-test' ? areApart : isElsewhere;
    if (value !== 'chest' && [...told].every((part) => isUntold(part, value))) yield untold(issue, span, value);
  }
}

const isElsewhere = (a: BodyPart, b: BodyPart): boolean => !areNear(a, b);

const SPINE_REGIONS: readonly BodyPart[] = ['neck', 'upper-back', 'low-back'];

function finding({ index, request }: DisputedIssue, span: Span, part: BodyPart | null = null): Finding {
  const treatment = request.treatment.text;
  const short = treatment.length > 80 ? `${treatment.slice(0, 77)}…` : treatment;
  return {
    span,
    message:
      part === null
        ? `The rationale decides another treatment here than the heading names: “${short}”.`
        : `Another part of the body is decided here than the heading names: “${short}”.`,
    issue: index,
    related: [{ span: request.treatment.range, message: 'The treatment in dispute.' }],
  };
}

const untold = ({ index }: DisputedIssue, span: Span, part: BodyPart): Finding => ({
  span,
  message: `The heading names the ${bodyPartName(part)}, of which neither the summary nor the rationale tells.`,
  issue: index,
});

/** 'a shoulder MRI' where the elbow is in dispute. */
function otherPart(issue: DisputedIssue, prose: Prose, { value, span }: Found<Treatment>): Finding | null {
  if (value.category !== 'imaging' || issue.category !== 'imaging' || issue.bodyParts.length === 0) return null;
  const from = prose.indexOf(span.start);
  const to = prose.indexOf(span.end);
  const before = /(?:[a-z]+ ){1,2}$/i.exec(prose.text.slice(Math.max(0, from - 30), from))?.[0] ?? '';
  const behind =
    /^(?: scan| study)? of (?:the )?(?:(?:left|right|bilateral) )?(?:[a-z]+ ?){1,2}/i.exec(
      prose.text.slice(to, to + 50),
    )?.[0] ?? '';
  const named = findBodyParts(prose.slice(from - before.length, to + behind.length));
  const isOwn = ({ value: part }: Found<BodyPart>): boolean => issue.bodyParts.some((own) => areNear(own.value, part));
  return named.length === 0 || named.some(isOwn) ? null : finding(issue, named[0]?.span ?? span, named[0]?.value);
}
