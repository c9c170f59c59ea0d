import type { Finding, Rule } from '../checking/rule.ts';
import type { Determination, Sex } from '../determination/model/determination.ts';
import { type Everywhere, everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { WordSet } from '../wording/wording.ts';
import { writtenLike } from '../wording/writtenLike.ts';
import { antecedentOf, isWorkersAge } from './support/persons.ts';

const OTHER: Readonly<Record<Sex, Sex>> = { male: 'female', female: 'male' };

/** Words that tell a sex. 'he/she' and 'his/her' tell none. */
const WORDS: Readonly<Record<Sex, { readonly any: WordSet; readonly pattern: Everywhere }>> = {
  male: {
    any: new WordSet('he his him himself male man gentleman'),
    pattern: everywhere(
      /(?<![/\w]|\b(?:she|hers?) (?:or|and) )(?:he|his|him|himself|(?<=(?:year[- ]old|yo|y\/o) )(?:male|man|gentleman))(?![\w/'’-]|,? (?:et al|\(?\d{4})| (?:or|and) (?:she|hers?)\b)/i,
    ),
  },
  female: {
    any: new WordSet('she her hers herself female woman lady'),
    pattern: everywhere(
      /(?<![/\w]|\b(?:he|his|him) (?:or|and) )(?:she|her|hers|herself|(?<=(?:year[- ]old|yo|y\/o) )(?:female|woman|lady))(?![\w/'’-]|,? (?:et al|\(?\d{4})| (?:or|and) (?:he|his|him)\b)/i,
    ),
  },
};

/** How far back a pronoun's person may stand, in characters. */
const REACH = 300;
const REACH_BEHIND = 40;

/** What someone who treats has and does: 'her patient', 'she recommended surgery'. */
const TREATS =
  /^ (?:also |then |has |had |did not )?(?:patient\b|recommend|request|prescri|order|opine|advise|diagnose|wrote|writes|document|refer|examine|note[ds]|state[ds]|perform|plan|inject)/i;
/** What one person does to another: 'he pushed her'. */
const ACTS_ON: Readonly<Record<Sex, RegExp>> = {
  male: /^ (?:[a-z]+ ){1,2}(?:him|himself)\b/i,
  female: /^ (?:[a-z]+ ){1,2}(?:her|herself)\b(?! [a-z])/i,
};

/** Whoever was told of last is meant; where no one was, the worker is. Silent where it may be someone else. */
function meansWorker(before: string, behind: string, wrong: Sex): boolean {
  if (ACTS_ON[OTHER[wrong]].test(behind)) return false;
  const antecedent = antecedentOf(before, wrong);
  if (antecedent === null) return true;
  const { isWorker, amongOthers, besideOther } = antecedent;
  return isWorker && !besideOther && !(amongOthers && TREATS.test(behind));
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
  for (const { 0: word, index: start } of WORDS[wrong].pattern.in(prose.text)) {
    const { text } = prose;
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - REACH), start);
    if (isNoun(word) && !isWorkersAge(text, ageStart(before, start))) continue;
    if (!meansWorker(before, text.slice(end, end + REACH_BEHIND), wrong)) continue;
    yield {
      span: prose.span(start, start + word.length),
      message: `“${word}” tells of a ${wrong} worker, but the summary tells of a ${sex.value} one.`,
      issue,
      related: [{ span: sex.span, message: `The worker is ${sex.value} here.` }],
      ...fixFor(word, prose.span(start, start + word.length)),
    };
  }
}

const isNoun = (word: string): boolean => /^(?:fe)?male$|man$|^lady$/i.test(word);

const AGE_BEFORE = /(?:\d{1,3}|[a-z]{1,12}(?:-[a-z]{1,12})?)[ -](?:years?[- ]old|yo|y\/o) $/i;

/** Where the age begins that stands before a sex, as an index of the text. */
function ageStart(before: string, start: number): number {
  const match = AGE_BEFORE.exec(before.slice(-AGE_REACH));
  return match === null ? start : start - match[0].length;
}

const AGE_REACH = 40;

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
  const newText = writtenLike(word, counterpart);
  return { fixes: [{ title: `Change “${word}” to “${newText}”`, edits: [{ span, newText }], kind: 'judgement' }] };
}
