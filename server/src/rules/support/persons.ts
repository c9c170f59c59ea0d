/** Whom a letter tells of besides the worker: a pronoun, a sex or an age may be theirs. */
import type { Sex } from '../../determination/model/determination.ts';
import { type Everywhere, everywhere } from '../../text/pattern.ts';

const WORKER = '(?:patient|injured worker|worker|IW|applicant|claimant|employee)';
/** Kin of the worker and of everyone else, by the pronoun that means them. */
const KIN: Readonly<Record<Sex, string>> = {
  male: 'husbands?|fathers?|sons?|brothers?|uncles?|nephews?|grandsons?|grandfathers?|boyfriends?|fianc[ée]|man|men|boys?|gentlem[ae]n|mr',
  female:
    'wife|wives|mothers?|daughters?|sisters?|aunts?|nieces?|granddaughters?|grandmothers?|girlfriends?|fianc[ée]es?|woman|women|girls?|lad(?:y|ies)|mrs|ms|miss',
};
/** People of either sex whom letters tell of: who treats, works, drives, is cared for, or is not known by name. */
const ANYONE = [
  'physicians?|doctors?|dr|drs|providers?|surgeons?|treaters?|chiropractors?|therapists?|nurses?|reviewers?|examiners?|evaluators?',
  'specialists?|practitioners?|podiatrists?|prescribers?|clinicians?|consultants?|counselors?|dentists?|pharmacists?',
  'MDs?|M\\.D|DCs?|D\\.C|D\\.O|Ph\\.?D|P\\.A|N\\.P|PA-C|QME|AME|PTP|[a-z]{3,12}(?:ologist|iatrist|opath|ician|herapist)s?',
  'spouses?|partners?|friends?|child|children|bab(?:y|ies)|infants?|parents?|cousins?|siblings?|relatives?|neighbors?|roommates?|teenagers?',
  'co-?workers?|colleagues?|supervisors?|managers?|boss(?:es)?|fore(?:man|men)|employers?|adjusters?|attorneys?|lawyers?|judges?|interpreters?',
  'drivers?|customers?|clients?|students?|pupils?|residents?|passengers?|suspects?|inmates?|prisoners?|officers?|guards?|deput(?:y|ies)',
  'caregivers?|aides?|assistants?|technologists?|trainers?|teachers?|instructors?|mechanics?|operators?|owners?|authors?',
  'someone|somebody|anyone|anybody|whoever|person|people|individuals',
].join('|');

const SPOKEN_OF: Readonly<Record<Sex, Everywhere>> = { male: personPattern('male'), female: personPattern('female') };

/** Everyone whom a pronoun of that sex may mean. */
function personPattern(sex: Sex): Everywhere {
  const relative = `(?!['’]s (?:${KIN.male}|${KIN.female}|spouse|friend|partner|supervisor|employer|attorney|physician|doctor|provider)\\b)`;
  return everywhere(
    new RegExp(
      `\\b(?:(?<generic>(?:any|each|every|no|such an?|an? (?:\\w+ )?)(?=patient|worker))?(?<worker>${WORKER})${relative}|${KIN[sex]}|(?<role>${ANYONE}))(?![\\w-])`,
      'i',
    ),
  );
}

/** 'the patient, a bus driver', 'worked as a nurse', 'is a teacher': what the worker does. */
const IS_JOB = new RegExp(
  `(?:\\b(?:as|is|was|${WORKER},?) an? (?:[\\w-]+ ){0,2}|(?:year[- ]old|y\\/?o) (?:[\\w-]+ ){0,2})$`,
  'i',
);
const JOB_REACH = 60;

/** Whom the words before a pronoun tell of last; `null` where they tell of no one. */
export interface Antecedent {
  readonly isWorker: boolean;
  /** Someone else is told of in the same words. */
  readonly amongOthers: boolean;
  /** Someone else is told of in the same sentence. */
  readonly besideOther: boolean;
}

/** @param before the words before a pronoun of that sex */
export function antecedentOf(before: string, sex: Sex): Antecedent | null {
  let last: { readonly isWorker: boolean } | null = null;
  let amongOthers = false;
  let otherAt = -1;
  for (const match of SPOKEN_OF[sex].in(before)) {
    const { worker, generic, role } = match.groups ?? {};
    const isGeneric = generic !== undefined && !/\b(?:is|was) $/.test(before.slice(0, match.index));
    const isWorker = worker !== undefined && !isGeneric;
    if (role !== undefined && IS_JOB.test(before.slice(Math.max(0, match.index - JOB_REACH), match.index))) continue;
    last = { isWorker };
    if (isWorker) continue;
    amongOthers = true;
    otherAt = match.index;
  }
  if (last === null) return null;
  const besideOther = otherAt >= 0 && !/[.!?] /.test(before.slice(otherAt).replace(/^\w+\. /, ''));
  return { ...last, amongOthers, besideOther };
}

/**
 * Words before an age, or before 'a 43 year old', that make it the worker's: 'The patient is a', 'This', 'the case of a', and
 * the start of a sentence; none where someone is struck by, cares for or is married to someone of that age.
 */
const OF_WORKER = new RegExp(
  `(?:^|[.!?:;] ["“(]?|\\b(?:case|file|files|history|review|evaluation|examination|records?|request|chart) (?:of|for|on) |\\b(?:involves|concerns|regarding|describes?|describing) |\\b(?:this|these) |\\b(?:that|in|for|of|on) (?=the |this )|\\b(?:the|this|our) ${WORKER},?(?: who)? ?(?:is|was|,)? |\\b(?:${WORKER}|he|she|who|individual|person),?(?: is| was| being| as| remains)? |\\b(?:it|this) (?:is|was) )(?:now |currently |still )?(?:an? |a\\(n\\) |the |this )?(?:now |currently |approximately |about |[a-z]+[- ]handed |pleasant |[a-z]+-year )?$`,
  'i',
);
const AGE_REACH = 80;

/** Whether the age that begins at `index` is plainly the worker's, by the words before it. */
export const isWorkersAge = (text: string, index: number): boolean =>
  OF_WORKER.test(text.slice(Math.max(0, index - AGE_REACH), index));
