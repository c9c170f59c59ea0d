import { passageOf } from '../../determination/language.ts';
import type { Category, Determination, DisputedIssue } from '../../determination/model/determination.ts';
import { asRead } from '../../determination/model/determination.ts';
import type { ReviewedItem } from '../../determination/model/review.ts';
import { findTreatments, headingMentions } from '../../determination/readers/treatments/treatments.ts';
import { numbers } from '../../language/values/number.ts';
import type { Prose } from '../../text/prose.ts';
import { holds } from '../../text/span.ts';
import { areNear } from './nearParts.ts';

/** A review this many days before or after the one in the header is a different one. */
const SAME_REVIEW = 60;

/** Whether a sentence is about the review that the letter is about: it has no date of another time. */
export function isOfThisReview({ text, dates, header }: Determination, { sentence }: ReviewedItem): boolean {
  const denied = asRead(header.urDenialDate)?.value ?? null;
  const years = yearsIn(text.prose.within(sentence));
  if (denied !== null && years.length > 0 && !years.includes(Number(denied.slice(0, 4)))) return false;
  return dates.every(
    ({ span, day, role }) =>
      !holds(sentence, span) ||
      role === 'injury' ||
      day === null ||
      denied === null ||
      daysBetween(day, denied) <= SAME_REVIEW,
  );
}

/** 'In May 2015': a year without a day is not a date. */
function yearsIn(words: Prose): readonly number[] {
  const { reading, first, end } = passageOf(words);
  return [...numbers(reading).between(first, end)].flatMap(({ min, max }) => (min === max && isYear(min) ? [min] : []));
}

const isYear = (number: number): boolean => number >= 1980 && number < 2100;

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** An issue whose heading names no treatment that is known: it may be about anything. */
export const mayHoldAnything = ({ category, request }: DisputedIssue): boolean =>
  category === 'other' && findTreatments(request.treatment).length === 0;

/** The issues that may be about an item of the review, in whatever words; kind and, of a study, part of the body considered. */
export function issuesThatMayBeAbout(
  { issues, reviewed }: Determination,
  item: ReviewedItem,
): readonly DisputedIssue[] {
  const about = issues.filter((issue) => mayBeAbout(issue, item));
  if (item.category !== 'imaging' || item.bodyParts.length === 0) return about;
  // Where as many are decided as were denied, the part is wrong in one place or the other: that is another rule's matter.
  const denied = reviewed.filter(
    ({ value, treatments }) =>
      value === item.value && treatments.some(({ name }) => item.treatments.some((own) => own.name === name)),
  );
  if (about.length >= denied.length) return about;
  return about.filter(
    ({ bodyParts }) =>
      bodyParts.length === 0 || item.bodyParts.some((part) => bodyParts.some((own) => areNear(own.value, part))),
  );
}

/** The one issue that decides the whole of an item by its name; null where none does, or several may. */
export function issueDeciding(letter: Determination, item: ReviewedItem): DisputedIssue | null {
  const { issues } = letter;
  const beside = issues.find(({ category }) => category === item.category);
  if (beside !== undefined && isLeftAlone(letter, item, beside)) return beside;
  const [first, ...others] = issues.filter(
    ({ request, category, visits, bodyParts }) =>
      request.kind === 'whole' &&
      category === item.category &&
      visits === null &&
      findTreatments(request.treatment).some(({ value }) => item.treatments.some(({ name }) => name === value.name)) &&
      (bodyParts.length === 0 || item.bodyParts.some((part) => bodyParts.some((own) => areNear(own.value, part)))),
  );
  return first === undefined || others.length > 0 ? null : first;
}

/** 'UR certified the brace and denied the scan': the sentence denies what all the other issues decide, and nothing of this one. */
function isLeftAlone(letter: Determination, item: ReviewedItem, issue: DisputedIssue): boolean {
  const { request, visits } = issue;
  const ofNumber = passageOf(item.words);
  const hasNumber = numbers(ofNumber.reading).hasBetween(ofNumber.first, ofNumber.end);
  if (request.kind !== 'whole' || (visits !== null && hasNumber) || !mayBeAbout(issue, item)) return false;
  const denied = letter.reviewed.filter(
    ({ value, sentence }) => value === 'denied' && sentence.start === item.sentence.start,
  );
  const decided = new Set(denied.flatMap((each) => issuesThatMayBeAbout(letter, each)));
  return denied.length > 0 && letter.issues.every((each) => (each === issue) !== decided.has(each));
}

function mayBeAbout(issue: DisputedIssue, item: ReviewedItem): boolean {
  const asked = [...wordsOf(issue)];
  const isNamed = asked.some(({ name }) => name !== null && item.treatments.some((own) => own.name === name));
  if (repeatsWords(issue, item)) return true;
  if (!isNamed && NAMED_APART.has(item.category)) {
    const ofCategory = asked.filter(({ category }) => category === item.category);
    // 'A topical cream', 'opioids', a drug that no list has
    const isVague = ofCategory.some(({ name, drugClass }) => name === null || name === drugClass);
    const isUnknown = issue.category === item.category && ofCategory.every(({ name }) => name === null);
    const isClass = item.treatments.some(({ name, drugClass }) => name === drugClass);
    return isVague || isUnknown || (isClass && ofCategory.length > 0);
  }
  if (!isNamed && !asked.some(({ category }) => groupOf(category) === groupOf(item.category)))
    return groupOf(issue.category) === groupOf(item.category);
  return true;
}

/** Of these kinds, two treatments with different names are two. */
const NAMED_APART: ReadonlySet<Category> = new Set<Category>(['medication', 'imaging']);

/** Kinds of treatment that are called by each other's names. */
const GROUPS: readonly ReadonlySet<Category>[] = [
  new Set<Category>(['diagnostic-test', 'lab-test']),
  new Set<Category>(['physical-therapy', 'occupational-therapy', 'aquatic-therapy']),
  new Set<Category>(['functional-restoration', 'work-hardening']),
];

const groupOf = (category: Category): number | Category => {
  const group = GROUPS.findIndex((each) => each.has(category));
  return group < 0 ? category : group;
};

interface Asked {
  readonly category: Category;
  readonly name: string | null;
  readonly drugClass: string | null;
}

const wordsOf = ({ request }: DisputedIssue): readonly Asked[] =>
  [request.treatment, ...(request.kind === 'whole' ? [] : [request.original])].flatMap((words) =>
    headingMentions(passageOf(words)).map(({ value }) => value),
  );

/** All the item's longer words are in the heading. */
function repeatsWords({ heading }: DisputedIssue, { words }: ReviewedItem): boolean {
  const own = new Set(longWords(heading.text));
  const asked = longWords(words.text);
  return asked.length > 0 && asked.every((word) => own.has(word));
}

const LONG = 4;
const longWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= LONG);
