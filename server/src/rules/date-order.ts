import { longDate } from '../determination/calendar.ts';
import type { CaseHeader, Determination, IsoDate, LetterDate, Patient } from '../determination/model.ts';
import { findTreatments } from '../determination/treatments.ts';
import type { Found } from '../text/span.ts';
import type { Finding, Rule } from './support/rule.ts';
import { sentenceAround } from './support/sentenceAround.ts';
import { yearFix } from './support/yearFix.ts';

/** A visit before the injury is no slip where the letter speaks of an earlier one. */
const EARLIER = /\b(?:prior|previous(?:ly)?|earlier|pre-?existing|history|old|past|before|remote)\b/i;

const rule: Rule = {
  name: 'date-order',
  title: 'Two dates cannot have followed each other as told',
  category: 'time',
  severity: 'warning',
  basis: 'An injury comes first, then visits, the request for authorization, the denial and the decision.',
  *check(letter) {
    yield* steps(letter.header);
    const injury = agreedInjury(letter);
    const denial = letter.header.urDenialDate;
    for (const date of letter.dates) {
      if (date.day === null) continue;
      if (injury !== null && date.day < injury.value && comesAfterInjury(letter, date)) {
        yield beforeInjury(letter, date, date.day, injury);
      }
      if (
        denial !== null &&
        date.role === 'request-for-authorization' &&
        date.day > denial.value &&
        agrees(letter, denial) &&
        asksForDisputed(letter, date)
      ) {
        yield requestAfterDenial(date, date.day, denial);
      }
    }
  },
};
export default rule;

/** The steps of a case, as the header dates them. What comes after the decision is an impossible date already. */
function* steps({ urDenialDate, applicationReceived, dateAssigned }: CaseHeader): Iterable<Finding> {
  const dated: readonly (readonly [string, Found<IsoDate> | null])[] = [
    ['utilization review denied the request', urDenialDate],
    ['the application was received', applicationReceived],
    ['the case was assigned', dateAssigned],
  ];
  for (const [i, [step, date]] of dated.entries()) {
    const [before, earlier] = dated[i - 1] ?? [];
    if (date === null || earlier == null || date.value >= earlier.value) continue;
    yield {
      span: date.span,
      message: `By the header ${step} on ${longDate(date.value)}, before ${before} on ${longDate(earlier.value)}.`,
      issue: null,
      related: [{ span: earlier.span, message: 'This comes first.' }],
    };
  }
}

/** The day of injury, where header and summary do not disagree about it. */
function agreedInjury({
  header,
  patient,
}: {
  readonly header: CaseHeader;
  readonly patient: Patient;
}): Found<IsoDate> | null {
  const { dateOfInjury: filed } = header;
  const { dateOfInjury: told } = patient;
  if (filed === null || told === null) return filed ?? told;
  return filed.value === told.value ? filed : null;
}

function comesAfterInjury({ text }: Determination, { role, span }: LetterDate): boolean {
  if (role !== 'visit' && role !== 'request-for-authorization' && role !== 'denial') return false;
  return !EARLIER.test(sentenceAround(text, span).text);
}

/** The summary does not date the denial otherwise: a request can then be compared with the header's day. */
function agrees({ dates }: Determination, denial: Found<IsoDate>): boolean {
  return dates.every(({ role, day }) => role !== 'denial' || day === denial.value);
}

/** Where the request's own sentence names treatments, one of them is in dispute: other requests come when they will. */
function asksForDisputed({ text, issues }: Determination, { span }: LetterDate): boolean {
  const named = findTreatments(sentenceAround(text, span)).map(({ value }) => value.category);
  return named.length === 0 || issues.some(({ category }) => named.includes(category));
}

function beforeInjury(letter: Determination, date: LetterDate, day: IsoDate, injury: Found<IsoDate>): Finding {
  const decided = letter.header.decisionDate?.value;
  const fix = yearFix(
    letter.text,
    date,
    (moved) => moved >= injury.value && (decided === undefined || moved <= decided),
  );
  return {
    span: date.span,
    message: `${longDate(day)} comes before the injury it treats, which is dated ${longDate(injury.value)}.`,
    issue: date.issue,
    related: [{ span: injury.span, message: 'The date of injury.' }],
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

function requestAfterDenial({ span, issue }: LetterDate, day: IsoDate, denial: Found<IsoDate>): Finding {
  return {
    span,
    message: `This request for authorization of ${longDate(day)} comes after the utilization review of ${longDate(denial.value)} that denied it.`,
    issue,
    related: [{ span: denial.span, message: 'The header’s UR Denial Date.' }],
  };
}
