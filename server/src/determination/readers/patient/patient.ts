import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { contains, type Found, found, type Span } from '../../../text/span.ts';
import type { IsoDate, LetterDate, Patient, Sex } from '../../model/determination.ts';
import { NUMBER_WORD, readNumber } from '../shared/numbers.ts';

export const NO_PATIENT: Patient = { age: null, sex: null, dateOfInjury: null };

/**
 * Reads who was injured and when, from the clinical summary alone.
 * @param dates those of the whole letter, in its order
 */
export function readPatient(summary: Prose, dates: readonly LetterDate[]): Patient {
  const age = findAge(summary);
  return {
    age: age?.age ?? null,
    sex: readSex(summary, age),
    dateOfInjury: readInjuryDate(summary, dates),
  };
}

/** '58-year-old', '45 year old', '43 y/o', 'forty-three year old', '43 years of age', 'aged 43'; with words left out '43 male'. */
const SEX_FOLLOWS = '(?=[ -](?:fe)?male\\b)';
const YEARS_OLD = [
  `[ -]{0,2}(?:years?|yrs?\\.?)(?:[ -]{0,2}(?:old|of age)|${SEX_FOLLOWS})`,
  '[ -]{0,2}y\\.?\\/?o\\.?',
  SEX_FOLLOWS,
].join('|');
const AGE = everywhere(
  new RegExp(
    `\\b(?<years>\\d{1,3}|${NUMBER_WORD})(?:${YEARS_OLD})(?![A-Za-z])` +
      '|\\b(?:aged?|age of|age is|age:) (?<stated>\\d{2,3})(?![\\d/.-])',
    'i',
  ),
);
/** Whose age it is: the words right before or behind. */
const PERSON_BEFORE =
  /\b(?:worker|patient|applicant|claimant|employee|IW|she|he|this|case involves|individual|beneficiary),?(?: (?:is|was|are|being|described as|noted to be|reported to be|an?|a\(n\)|now|currently|approximately|who)){0,4} ?$/i;
const PERSON_BEHIND =
  /^,? ?(?:[a-z]+[ -]){0,4}(?:male|female|man|woman|gentleman|lady|worker|patient|applicant|claimant|employee)\b/i;
const YOUNGEST = 14;
const OLDEST = 110;

interface AgeMention {
  readonly age: Found<number>;
  /** Of the words, in the summary's text. */
  readonly start: number;
  readonly end: number;
}

function findAge(summary: Prose): AgeMention | null {
  const { text } = summary;
  let fallback: AgeMention | null = null;
  for (const match of AGE.in(text)) {
    const { years, stated } = match.groups ?? {};
    const value = readNumber(years ?? stated ?? '');
    if (value === null || value < YOUNGEST || value > OLDEST) continue;
    const end = match.index + match[0].length;
    const mention = { age: found(value, summary.span(match.index, end)), start: match.index, end };
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (PERSON_BEHIND.test(text.slice(end, end + 60)) || PERSON_BEFORE.test(before)) return mention;
    fallback ??= mention;
  }
  return fallback;
}

const MALE_WORDS = 'male|man|gentleman|Mr';
const FEMALE_WORDS = 'female|woman|lady|Ms|Mrs|Miss';
const SEX_WORD = `(?<male>${MALE_WORDS})|(?<female>${FEMALE_WORDS})`;
const SEX_BEHIND_AGE = new RegExp(`^[ ,]{0,2}(?:[a-z]+[ ,-]{1,2}){0,5}?(?:${SEX_WORD})(?![A-Za-z])`, 'i');
/** 'a man aged 38', 'a woman of 38 years'. */
const SEX_BEFORE_AGE = new RegExp(`\\b(?:${SEX_WORD})(?:,? (?:who (?:is|was)|of|is|was))?,? $`, 'i');
const SEX_OF_PERSON = new RegExp(
  `\\b(?:is|was|involves|concerns|are) (?:a(?:\\(n\\))?n? )?(?:now )?(?:[a-z-]{1,20} ){0,3}?(?:${SEX_WORD})(?![A-Za-z]| (?:erectile|pattern|hormone|genital))`,
  'i',
);
const TITLE = /\b(?:(?<male>Mr)|(?<female>Mrs|Ms|Miss))\.? (?=[A-Z_*]|$)/;
const PRONOUN = everywhere(/(?<![/])\b(?:(?<male>he|him|his|himself)|(?<female>she|her|hers|herself))\b(?![/])/i);

function readSex(summary: Prose, age: AgeMention | null): Found<Sex> | null {
  const { text } = summary;
  if (age !== null) {
    const behind = SEX_BEHIND_AGE.exec(text.slice(age.end, age.end + 80));
    if (behind !== null) return sexOf(summary, behind, age.end);
    const floor = Math.max(0, age.start - 30);
    const before = SEX_BEFORE_AGE.exec(text.slice(floor, age.start));
    if (before !== null) return sexOf(summary, before, floor);
  }
  for (const pattern of [SEX_OF_PERSON, TITLE]) {
    const match = pattern.exec(text);
    if (match !== null) return sexOf(summary, match, 0);
  }
  return sexOfPronouns(summary);
}

/** The word itself is the last of the match. */
function sexOf(summary: Prose, match: RegExpExecArray, offset: number): Found<Sex> {
  const sex: Sex = match.groups?.['male'] === undefined ? 'female' : 'male';
  const word = match.groups?.[sex] ?? match[0];
  const start = offset + match.index + match[0].lastIndexOf(word);
  return found(sex, summary.span(start, start + word.length));
}

/** Where nothing else tells it: the pronouns that prevail, where they do so clearly. */
function sexOfPronouns(summary: Prose): Found<Sex> | null {
  const first: Partial<Record<Sex, Found<Sex>>> = {};
  const counts: Record<Sex, number> = { male: 0, female: 0 };
  for (const match of PRONOUN.in(summary.text)) {
    const sex: Sex = match.groups?.['male'] === undefined ? 'female' : 'male';
    counts[sex]++;
    first[sex] ??= found(sex, summary.spanOf(match));
  }
  if (counts.male > 2 * counts.female) return first.male ?? null;
  return counts.female > 2 * counts.male ? (first.female ?? null) : null;
}

const RANGE = /^ ?(?:to|through|thru|until|and|or|-|–|—|,|&|\/|, and) ?$/i;
const CUMULATIVE = /\b(?:cumulative|continuous|repetitive)\b/i;

/** 'who stepped off a curb on 4/9/2016': words that call nothing an injury date one where the day is the header's. */
function dayOfHeader(summary: Span, dates: readonly LetterDate[]): Found<IsoDate> | null {
  const filed = dates.find(({ field }) => field === 'dateOfInjury')?.day;
  const told = dates.find(({ day, field, span }) => day === filed && field === null && contains(summary, span.start));
  return filed == null || told === undefined ? null : found(filed, told.span);
}

/** The first date told as the injury's; of a period ('cumulative trauma from A to B') the last day, as claims are dated. */
function readInjuryDate(summary: Prose, dates: readonly LetterDate[]): Found<IsoDate> | null {
  const { text, range } = summary;
  const first = dates.findIndex(({ role, span }) => role === 'injury' && contains(range, span.start));
  const date = dates[first];
  if (date === undefined) return dayOfHeader(range, dates);
  const next = dates[first + 1];
  const start = summary.indexOf(date.span.start);
  const isPeriod =
    next !== undefined &&
    RANGE.test(text.slice(summary.endOf(date.span), summary.indexOf(next.span.start))) &&
    CUMULATIVE.test(text.slice(Math.max(0, start - 80), start));
  const { day, span } = isPeriod ? next : date;
  return day === null ? null : found(day, span);
}
