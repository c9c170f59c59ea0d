import type { Finding, Rule } from '../checking/rule.ts';
import { NUMBER_WORD, readNumber } from '../determination/readers/shared/numbers.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { isWorkersAge } from './support/persons.ts';

const rule: Rule = {
  name: 'age-mismatch',
  title: 'The worker has two ages',
  category: 'person',
  severity: 'warning',
  basis: 'Another age is the mark of a passage taken from another letter.',
  *check({ patient: { age }, sections, issues }) {
    if (age === null) return;
    const wrong = function* (prose: Prose, issue: number | null): Iterable<Finding> {
      for (const { told, start, end } of workersAges(prose.text)) {
        // A birthday may lie between the report and the review.
        if (Math.abs(told - age.value) <= 1) continue;
        const span = prose.span(start, end);
        yield {
          span,
          message: `The worker is ${told} years old here and ${age.value} in the summary.`,
          issue,
          related: [{ span: age.span, message: 'The age in the summary.' }],
          ...(/^\d/.test(prose.text.slice(start, end))
            ? {
                fixes: [
                  {
                    title: `Change ${told} to ${age.value}, the age in the summary`,
                    edits: [{ span, newText: String(age.value) }],
                    kind: 'judgement',
                  },
                ],
              }
            : {}),
        };
      }
    };
    const summary = sections.find(({ kind }) => kind === 'clinical-summary');
    if (summary !== undefined) yield* wrong(summary.body, null);
    for (const { rationale, index } of issues) if (rationale !== null) yield* wrong(rationale.body, index);
  },
};
export default rule;

/** Indexes are into the text. */
interface AgeMention {
  readonly told: number;
  readonly start: number;
  readonly end: number;
}

const AGE = everywhere(
  new RegExp(
    `\\b(?<age>\\d{2}|${NUMBER_WORD})(?<![\\d/.-]\\d\\d)(?:[ -]{0,2}(?:years?|yrs?\\.?)[ -]{0,2}(?:old|of age)| ?y\\.?/?o\\.?)(?![a-z])`,
    'i',
  ),
);
const YOUNGEST = 14;
const OLDEST = 99;

/** The ages that are plainly the worker's. */
function* workersAges(text: string): Iterable<AgeMention> {
  for (const match of AGE.in(text)) {
    const { age = '' } = match.groups ?? {};
    const told = readNumber(age);
    if (told === null || told < YOUNGEST || told > OLDEST || !isWorkersAge(text, match.index)) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + BEHIND_REACH);
    if (!isPerson(text.slice(Math.max(0, match.index - BEFORE_REACH), match.index), behind)) continue;
    if (THEN.test(sentenceOf(text, match.index))) continue;
    yield { told, start: match.index, end: match.index + age.length };
  }
}

const BEFORE_REACH = 40;
const BEHIND_REACH = 80;

/** 'a 43 year old female', 'The patient is a 43-year-old who', 'This 43-year-old cook can hold her job'; not 'a 10 year old scar'. */
function isPerson(before: string, behind: string): boolean {
  if (RELATIVE_OR_CHILD.test(behind)) return false;
  if (PERSON_BEHIND.test(behind)) return true;
  if (THING.test(behind)) return false;
  return PERSON_BEFORE.test(before) || (/\bthis $/i.test(before) && GOES_ON.test(behind));
}

const PERSON_BEHIND =
  /^,? (?:[a-z-]{1,20} ){0,3}?(?:male|female|man|woman|gentleman|lady|worker|patient|applicant|claimant|employee)\b/i;
const RELATIVE_OR_CHILD = /^ (?:[a-z-]{1,20} )?(?:son|daughter|child|children|boy|girl|brother|sister|niece|nephew)\b/i;
const PERSON_BEFORE =
  /\b(?:worker|patient|applicant|claimant|employee|individual|he|she) (?:is|was) (?:an? )?(?:now |currently )?$/i;
const THING =
  /^ (?:[a-z-]{1,20} )?(?:scars?|injur|claims?|fractures?|fusions?|implants?|hardware|films?|x-rays?|MRIs?|scans?|stud|reports?|recommendations?|guidelines?|cases?|files?|disputes?)/i;
/** What a 43-year-old does, or a trade that belongs to 'his' or 'her' life. */
const GOES_ON =
  /^(?: (?:who|has|is|was|had|can|reports?|works?|takes?|presents?|complains?|sustained)\b| [a-z]+(?: [a-z]+)? (?:who|has|is|was|had|can|reports?|works?|takes?|presents?|complains?|sustained)\b[^.;]{0,50}\b(?:he|she|his|her|him)\b)/i;
/** What the worker's age was at another time. */
const THEN =
  /\b(?:at (?:the|that) time|then|when (?:he|she|the)|in (?:19|20)\d\d|years? (?:ago|earlier|before|later)|at the age)\b/i;

const SENTENCE_REACH = 120;

/** The words around an index, as far as its sentence goes. */
function sentenceOf(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - SENTENCE_REACH), index);
  const behind = text.slice(index, index + SENTENCE_REACH);
  const end = behind.search(/[.;] /);
  return (
    before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1) +
    (end < 0 ? behind : behind.slice(0, end))
  );
}
