import { findBodyParts } from '../determination/bodyMentions.ts';
import type { BodyPart, Category, DisputedIssue } from '../determination/model.ts';
import { findTreatments, type Treatment } from '../determination/treatments.ts';
import type { Prose } from '../text/prose.ts';
import type { Found, Span } from '../text/span.ts';
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'treatment-mismatch',
  title: 'The rationale decides another treatment or body part than the heading names',
  category: 'copy-paste',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(e): each analysis is of the treatment in dispute; a passage pasted from another issue is not.',
  *check({ issues }) {
    for (const issue of issues) {
      const { rationale, heading } = issue;
      if (rationale === null || heading.length === 0) continue;
      const own = findTreatments(heading).map(({ value }) => value);
      const wrong = decidedTreatments(rationale.body)
        .map((mention) => otherTreatment(issue, own, mention) ?? otherPart(issue, rationale.body, mention))
        .filter((finding) => finding !== null);
      if (wrong.length > 0) yield* wrong;
      else if (issues.length > 1) yield* otherIssues(issue, own, findTreatments(rationale.body), issues);
    }
  },
};
export default rule;

/** Words right before a treatment that make it the one that is being decided. */
const DECIDED =
  /\b(?:the (?:currently |above |present )?requested (?:amount of |number of |additional |treatment of )?|the (?:current |present |retrospective )?request for (?:an? |the |additional |continued )?|in question (?:is|was) (?:an? |the )?|meets? (?:the )?criteria for (?:an? |the )?|(?:to|would|could|not|nor) (?:warrant|support|justify) (?:an? |the )?(?:repeat |further )?|necessity (?:of|for) (?:an? |the |this )?(?:requested )?)(?:(?:left|right|bilateral|initial|repeat|\d{1,2}|(?:cervical|thoracic|lumbar|lumbosacral|shoulder|elbow|wrist|hand|hip|knee|ankle|foot)(?: spine)?|sessions? of|visits? of) ){0,3}/gi;
/** Words right behind it that do the same. */
const IN_QUESTION =
  / (?:(?:testing|study|studies|treatments?|scan|sessions?|therapy) )?(?:in question|at issue|in dispute)\b/gi;
/** How long a treatment's name is at the most, in characters. */
const LONGEST_NAME = 60;

/** The treatments that a rationale names as the ones it decides. */
function decidedTreatments(rationale: Prose): readonly Found<Treatment>[] {
  const decided: Found<Treatment>[] = [];
  for (const match of rationale.text.matchAll(DECIDED)) {
    const at = match.index + match[0].length;
    const named = rationale.slice(at, at + LONGEST_NAME);
    const [first] = findTreatments(named);
    if (first !== undefined && first.span.start === named.range.start) decided.push(first);
  }
  for (const match of rationale.text.matchAll(IN_QUESTION)) {
    const named = rationale.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    const last = findTreatments(named).at(-1);
    if (last !== undefined && last.span.end === named.range.end) decided.push(last);
  }
  return decided;
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
    return category === 'medication' && isOtherDrug(own, value) ? finding(issue, span, value.name) : null;
  }
  return finding(issue, span, value.name);
}

/** Two drugs by name. A class that is named alone may stand for the drug in dispute. */
function isOtherDrug(own: readonly Treatment[], { name, drugClass }: Treatment): boolean {
  const drugs = own.filter(({ category }) => category === 'medication');
  if (name === drugClass || drugs.length === 0) return false;
  return drugs.every((drug) => drug.name !== name && drug.name !== drug.drugClass);
}

/** How often another issue's treatment must be named, and its own never, to make a rationale another issue's. */
const TIMES_NAMED = 2;

/** A rationale that never names its own treatment, but another issue's again and again, was pasted from there. */
function* otherIssues(
  issue: DisputedIssue,
  own: readonly Treatment[],
  mentions: readonly Found<Treatment>[],
  issues: readonly DisputedIssue[],
): Iterable<Finding> {
  if (
    own.length === 0 ||
    ANCILLARY.has(issue.category) ||
    mentions.some(({ value }) => own.some((each) => isAkin(each, value)))
  )
    return;
  for (const other of issues) {
    if (other.index === issue.index || ANCILLARY.has(other.category)) continue;
    const theirs = findTreatments(other.heading).map(({ value }) => value);
    if (theirs.some((each) => own.some((mine) => isAkin(mine, each)))) continue;
    const named = mentions.filter(({ value }) => theirs.some(({ name }) => name === value.name));
    const [first] = named;
    if (first === undefined || named.length < TIMES_NAMED) continue;
    yield finding(issue, first.span, first.value.name);
    return;
  }
}

/** The same treatment, or one of the same kind or class. */
const isAkin = (a: Treatment, b: Treatment): boolean =>
  a.name === b.name ||
  (a.category === 'medication' && b.category === 'medication'
    ? a.drugClass === b.drugClass
    : a.category === b.category);

const SPINE: ReadonlySet<BodyPart> = new Set<BodyPart>(['neck', 'upper-back', 'low-back', 'spine']);

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
  const own = issue.bodyParts.map(({ value: part }) => part);
  const other = named.find(
    ({ value: part }) =>
      !own.includes(part) &&
      !(part === 'spine' && own.some((each) => SPINE.has(each))) &&
      !(own.includes('spine') && SPINE.has(part)),
  );
  if (other === undefined || named.some(({ value: part }) => own.includes(part))) return null;
  return finding(issue, other.span, null);
}

function finding({ index, request }: DisputedIssue, span: Span, name: string | null): Finding {
  const treatment = request.treatment.text;
  const short = treatment.length > 80 ? `${treatment.slice(0, 77)}…` : treatment;
  return {
    span,
    message:
      name === null
        ? `Another part of the body is decided here than the heading names: “${short}”.`
        : `The rationale decides another treatment here than the heading names: “${short}”.`,
    issue: index,
    related: [{ span: request.treatment.range, message: 'The treatment in dispute.' }],
  };
}
