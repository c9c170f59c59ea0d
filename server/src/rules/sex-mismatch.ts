import type { Determination, Sex } from '../determination/model.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Rule } from './support/rule.ts';
import { WordSet } from './support/wording.ts';

const OTHER: Readonly<Record<Sex, Sex>> = { male: 'female', female: 'male' };

/** Words that tell a sex. 'he/she' and 'his/her' tell none. */
const WORDS: Readonly<Record<Sex, { readonly any: WordSet; readonly pattern: RegExp }>> = {
  male: {
    any: new WordSet('he his him himself male man gentleman'),
    pattern:
      /(?<![/\w])(?:he|his|him|himself|(?<=(?:year[- ]old|yo|y\/o) )(?:male|man|gentleman))(?![\w/'’-]|,? (?:et al|\(?\d{4}))/gi,
  },
  female: {
    any: new WordSet('she her hers herself female woman lady'),
    pattern:
      /(?<![/\w])(?:she|her|hers|herself|(?<=(?:year[- ]old|yo|y\/o) )(?:female|woman|lady))(?![\w/'’-]|,? (?:et al|\(?\d{4}))/gi,
  },
};

/** The worker, or someone else whom a pronoun may mean. */
const PERSON =
  /\b(?:(?<worker>patient|injured worker|worker|IW|applicant|claimant|employee)(?!['’]s (?:wife|husband|spouse|mother|father|son|daughter|brother|sister|friend|supervisor|employer|attorney|physician|doctor|provider))|physicians?|doctors?|dr|providers?|surgeons?|treaters?|chiropractors?|therapists?|psychologists?|nurses?|reviewers?|examiners?|specialists?|orthopedists?|neurologists?|practitioners?|podiatrists?|MDs?|DCs?|PA-C|wife|husband|spouse|mother|father|son|daughter|brother|sister|friend|co-?workers?|supervisors?|employers?|adjusters?|attorneys?|consultants?|QME|AME|PTP)\b/gi;
/** How far back a pronoun's person may stand, in characters. */
const REACH = 300;
const REACH_BEHIND = 30;

/** What someone who treats has and does: 'her patient', 'she recommended surgery'. */
const TREATS =
  /^ (?:also |then |has |had |did not )?(?:patient\b|recommend|request|prescri|order|opine|advise|diagnose|wrote|writes|document|refer|examine|note[ds]|state[ds]|perform|plan|inject)/i;

/** Whoever was told of last is meant; where no one was, the worker is. */
function meansWorker(before: string, behind: string): boolean {
  let last: RegExpMatchArray | null = null;
  let isAlone = true;
  for (const match of before.matchAll(PERSON)) {
    last = match;
    isAlone &&= match.groups?.['worker'] !== undefined;
  }
  return last === null || (last.groups?.['worker'] !== undefined && (isAlone || !TREATS.test(behind)));
}

const rule: Rule = {
  name: 'sex-mismatch',
  title: 'The worker is told of as a man here and as a woman there',
  category: 'person',
  severity: 'warning',
  basis: 'A pronoun of the other sex is the mark of a passage taken from another letter.',
  *check(letter) {
    const { sex } = letter.patient;
    if (sex === null || !WORDS[OTHER[sex.value]].any.standsIn(letter)) return;
    const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
    if (summary !== undefined) yield* wrongWords(letter, summary, null);
    for (const { rationale, index } of letter.issues)
      if (rationale !== null) yield* wrongWords(letter, rationale.body, index);
  },
};
export default rule;

function* wrongWords({ patient: { sex } }: Determination, prose: Prose, issue: number | null): Iterable<Finding> {
  if (sex === null) return;
  const wrong = OTHER[sex.value];
  for (const { 0: word, index: start } of prose.text.matchAll(WORDS[wrong].pattern)) {
    const { text } = prose;
    const end = start + word.length;
    if (!meansWorker(text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH_BEHIND))) continue;
    yield {
      span: prose.span(start, start + word.length),
      message: `“${word}” tells of a ${wrong} worker, but the summary tells of a ${sex.value} one.`,
      issue,
      related: [{ span: sex.span, message: `The worker is ${sex.value} here.` }],
      ...fixFor(word, prose.span(start, start + word.length)),
    };
  }
}

/** One to one only: 'her' may be 'him' or 'his'. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  he: 'she',
  she: 'he',
  his: 'her',
  him: 'her',
  himself: 'herself',
  herself: 'himself',
};

function fixFor(word: string, span: Span): Pick<Finding, 'fixes'> {
  const counterpart = COUNTERPARTS[word.toLowerCase()];
  if (counterpart === undefined) return {};
  const newText = /^[A-Z]/.test(word) ? counterpart.charAt(0).toUpperCase() + counterpart.slice(1) : counterpart;
  return { fixes: [{ title: `Change “${word}” to “${newText}”`, edits: [{ span, newText }], kind: 'judgement' }] };
}
