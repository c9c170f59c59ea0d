import type { Finding, Rule } from '../checking/rule.ts';
import type { Category, Determination, DisputedIssue } from '../determination/model/determination.ts';
import { oncePerLetter } from '../determination/oncePerLetter.ts';
import { endOfSentence, startOfSentence } from '../determination/readers/shared/sentenceBounds.ts';
import { sentencesIn } from '../determination/readers/shared/sentences.ts';
import { isTherapy } from '../determination/readers/treatments/therapies.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import { findVisitCounts, type VisitCount } from '../determination/readers/visits/visitCounts.ts';
import { readRole } from '../determination/readers/visits/visitRole.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import { denialsIn } from './support/denials.ts';

const rule: Rule = {
  name: 'quantity-mismatch',
  title: 'Conclusion or summary speak of another number than the heading',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what was asked for and what is decided.',
  silencedBy: ['treatment-mismatch'],
  *check(letter) {
    const { issues, sections } = letter;
    const summary = sections.find(({ kind }) => kind === 'clinical-summary')?.body;
    for (const issue of issues) {
      const sentences = concludingSentences(issue);
      const inConclusion = [
        ...compareVisits(issue, sentences),
        ...comparePieces(issue, sentences),
        ...compareStrengths(issue, sentences),
      ];
      yield* inConclusion;
      if (inConclusion.length === 0) yield* compareRequested(issue);
      if (inConclusion.length === 0 && summary !== undefined) yield* compareDenied(letter, issue, summary, sentences);
    }
  },
};
export default rule;

/** A conclusion may speak of the original request as such. */
const OF_THE_ORIGINAL = /\boriginal/i;

/** 'The additional two sessions is not necessary' concludes as well, if not in the words of the law. */
const CONCLUDES = /\bnecess(?:ary|ity)\b/i;

function concludingSentences({ rationale }: DisputedIssue): readonly Prose[] {
  if (rationale === null) return [];
  const { body } = rationale;
  return sentencesIn(body)
    .filter(({ start, end }) => {
      const words = body.text.slice(start, end);
      return CONCLUDES.test(words) && !OF_THE_ORIGINAL.test(words);
    })
    .map(({ start, end }) => body.slice(start, end));
}

function* compareVisits({ index, visits, priorVisits }: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  if (visits?.total == null) return;
  for (const sentence of sentences) {
    const [count, ...others] = findVisitCounts(sentence);
    if (count?.stated == null || others.length > 0 || !isOfRequest(sentence, count)) continue;
    const { min, max } = count.stated.value;
    if (min !== max || max === visits.total || max === priorVisits?.value) continue;
    yield finding(index, found(max, count.stated.span), found(visits.total, visits.span), 'visits');
  }
}

function isOfRequest(sentence: Prose, count: VisitCount): boolean {
  const { role } = readRole(sentence.text, count);
  return role === 'requested' || role === 'unknown';
}

/** Visits that the rationale calls requested: those of the heading, or of the original request that it tells of. */
function* compareRequested({
  index,
  visits,
  priorVisits,
  heading,
  category,
  rationale,
}: DisputedIssue): Iterable<Finding> {
  if (visits?.total == null || rationale === null) return;
  const { body } = rationale;
  for (const count of findVisitCounts(body)) {
    const { total } = count;
    if (total === null || total === visits.total || total === priorVisits?.value || !isFixed(count)) continue;
    const { role, sentence } = readRole(body.text, count);
    if (role !== 'requested' || OF_THE_ORIGINAL.test(sentence)) continue;
    if (findVisitCounts(heading, { bareNumbers: true }).some((asked) => asked.total === total)) continue;
    const named = findTreatments(sentenceOf(body, count));
    if (named.length > 0 && named.every(({ value }) => value.category !== category)) continue;
    yield {
      span: count.span,
      message: `The rationale speaks of ${total} visits as requested, but ${visits.total} visits are in dispute.`,
      issue: index,
      related: [{ span: visits.span, message: `${visits.total} visits in the heading.` }],
    };
    return;
  }
}

/** No range, neither of visits nor of weeks. */
const isFixed = ({ stated, perWeek, weeks }: VisitCount): boolean =>
  (stated === null ? [perWeek, weeks] : [stated]).every((each) => each === null || each.value.min === each.value.max);

const sentenceOf = (prose: Prose, { start, end }: VisitCount): Prose =>
  prose.slice(startOfSentence(prose.text, start), endOfSentence(prose.text, end));

const PIECES = everywhere(/# ?(\d{1,4})\b/);

function* comparePieces({ index, heading, request }: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  const asked = [...PIECES.in(heading.text)];
  const own = onlyPieces(request.treatment);
  if (own === null) return;
  for (const sentence of sentences) {
    const told = onlyPieces(sentence);
    if (told === null || asked.some(([, number]) => Number(number) === told.value)) continue;
    yield finding(index, told, own, 'pieces');
  }
}

function onlyPieces(prose: Prose): Found<number> | null {
  const [match, ...others] = PIECES.in(prose.text);
  return match === undefined || others.length > 0 ? null : found(Number(match[1]), prose.spanOf(match));
}

/** '500 mg', '7.5-325mg', '5%': of several strengths the first. */
const STRENGTH = everywhere(/(?<![\d.])(\d{1,4}(?:\.\d{1,3})?)(?:[-/]\d[\d.]*)? ?(mg|mcg|%)(?![a-z])/i);
const REACH = 45;

/** What stands right behind a drug's name: its strength and its number of tablets. */
interface Amount {
  readonly strength: Found<string> | null;
  readonly pieces: Found<number> | null;
}

/** The amounts that a text tells of a drug, each time that it names it. */
function amountsOf(prose: Prose, drug: string): readonly Amount[] {
  const named = findTreatments(prose);
  return named.flatMap(({ value, span }, i) => {
    if (value.name !== drug) return [];
    const from = prose.endOf(span);
    const next = named[i + 1];
    const behind = prose.slice(
      from,
      Math.min(from + REACH, next === undefined ? prose.length : prose.indexOf(next.span.start)),
    );
    const [strength] = STRENGTH.in(behind.text);
    return {
      strength:
        strength === undefined
          ? null
          : found(`${Number(strength[1])}${strength[2]?.toLowerCase() ?? ''}`, behind.spanOf(strength)),
      pieces: onlyPieces(behind),
    };
  });
}

/** The only drug that a heading names; null where it names several, or something else. */
function onlyDrug({ category, request }: DisputedIssue): string | null {
  if (category !== 'medication') return null;
  const names = new Set(findTreatments(request.treatment).map(({ value }) => value.name));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}

function* compareStrengths(issue: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  const drug = onlyDrug(issue);
  if (drug === null || !HAS_STRENGTH.test(issue.heading.text)) return;
  const asked = amountsOf(issue.heading, drug).flatMap(({ strength }) => strength ?? []);
  const [own] = amountsOf(issue.request.treatment, drug).flatMap(({ strength }) => strength ?? []);
  if (own === undefined) return;
  for (const sentence of sentences) {
    for (const { strength } of amountsOf(sentence, drug)) {
      if (strength === null || !sameUnit(strength, own) || asked.some(({ value }) => value === strength.value))
        continue;
      yield difference(issue.index, strength, own, 'The conclusion speaks');
    }
  }
}

const HAS_STRENGTH = /\d ?(?:m[cg]|%)/i;

const sameUnit = (a: Found<string>, b: Found<string>): boolean =>
  a.value.replace(/[\d.]+/, '') === b.value.replace(/[\d.]+/, '');

/** How many issues are about a drug by its name, and how many of a category. */
const issuesOf = oncePerLetter(({ issues }) => {
  const counts = new Map<string, number>();
  for (const name of issues.flatMap((issue) => [issue.category, onlyDrug(issue)])) {
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});

/**
 * What the summary says was denied, against the heading. Where the conclusion repeats the heading's number the summary is
 * wrong, else the heading.
 */
function* compareDenied(
  letter: Determination,
  issue: DisputedIssue,
  summary: Prose,
  sentences: readonly Prose[],
): Iterable<Finding> {
  if (issue.request.kind !== 'whole') return;
  const drug = onlyDrug(issue);
  if (drug !== null && /#|\d ?(?:m[cg]|%)/i.test(issue.heading.text)) {
    if ((issuesOf(letter).get(drug) ?? 0) > 1) return;
    const [own] = amountsOf(issue.heading, drug);
    const told = denialsIn(summary).flatMap((sentence) => amountsOf(sentence, drug));
    const again = sentences.flatMap((sentence) => amountsOf(sentence, drug));
    yield* denied(
      issue,
      own?.pieces ?? null,
      told.map(({ pieces }) => pieces),
      again.map(({ pieces }) => pieces),
    );
    yield* denied(
      issue,
      own?.strength ?? null,
      told.map(({ strength }) => strength),
      again.map(({ strength }) => strength),
    );
  } else if (issue.visits?.total != null && isTherapy(issue.category)) {
    if ((issuesOf(letter).get(issue.category) ?? 0) > 1) return;
    const own = found(issue.visits.total, issue.visits.span);
    const told = denialsIn(summary).map((sentence) => onlyVisits(sentence, issue));
    yield* denied(
      issue,
      own,
      told,
      sentences.map((sentence) => onlyVisits(sentence, issue)),
    );
  }
}

function* denied<T extends number | string>(
  { index, category }: DisputedIssue,
  own: Found<T> | null,
  told: readonly (Found<T> | null)[],
  again: readonly (Found<T> | null)[],
): Iterable<Finding> {
  const [first, ...others] = told.flatMap((each) => each ?? []);
  if (own === null || first === undefined || [first, ...others].some(({ value }) => value === own.value)) return;
  if (again.some((each) => each?.value === own.value)) {
    yield difference(index, first, own, 'The summary tells of a denial', category);
  } else {
    yield difference(index, own, first, 'The heading speaks', category);
  }
}

/** The one number of visits that a sentence tells of the issue's therapy. */
function onlyVisits(sentence: Prose, { category }: DisputedIssue): Found<number> | null {
  const [count, ...others] = findVisitCounts(sentence);
  if (count?.total == null || others.length > 0) return null;
  if (count.stated !== null && count.stated.value.min !== count.stated.value.max) return null;
  const named = findTreatments(sentence).filter(({ value }) => isTherapy(value.category));
  return named.length > 0 && named.every(({ value }) => value.category === category)
    ? found(count.total, count.span)
    : null;
}

function finding(issue: number, told: Found<number>, own: Found<number>, unit: 'visits' | 'pieces'): Finding {
  const show = (value: number): string => (unit === 'visits' ? `${value} visits` : `#${value}`);
  return {
    span: told.span,
    message: `The conclusion speaks of ${show(told.value)}, but ${show(own.value)} are in dispute.`,
    issue,
    related: [{ span: own.span, message: `${show(own.value)} in the heading.` }],
  };
}

function difference<T extends number | string>(
  issue: number,
  wrong: Found<T>,
  right: Found<T>,
  who: string,
  category: Category = 'medication',
): Finding {
  const show = (value: T): string =>
    typeof value === 'string' ? value : category === 'medication' ? `#${value}` : `${value} visits`;
  return {
    span: wrong.span,
    message: `${who} of ${show(wrong.value)}, but the ${who.startsWith('The heading') ? 'summary tells' : 'heading speaks'} of ${show(right.value)}.`,
    issue,
    related: [{ span: right.span, message: `It is ${show(right.value)} here.` }],
  };
}
