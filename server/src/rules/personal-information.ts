import { passages } from '../determination/passages.ts';
import type { Prose } from '../text/prose.ts';
import givenNames from './data/givenNames.json' with { type: 'json' };
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'personal-information',
  title: 'Something tells who the worker is',
  category: 'text',
  severity: 'warning',
  basis: 'Labor Code 4610.6(f): determinations are posted without names and other means of telling who the worker is.',
  *check(letter) {
    const header = letter.sections.find(({ kind }) => kind === 'header')?.body;
    if (header !== undefined) yield* tellTales(header, null);
    for (const { prose, issue } of passages(letter)) yield* tellTales(prose, issue);
  },
};
export default rule;

const DATE =
  '(?:\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2},? \\d{4})';
const PERSON = '(?:patient|injured worker|claimant|applicant|worker|employee|member)';
const NAME = "[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?";

/** What gives the worker away; the group `found` is the piece itself. */
const KINDS = {
  // Neither a case number (CM16-0230651) nor a date has three digits, two and four.
  ssn: `(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])|\\b(?:SSN|[Ss]ocial [Ss]ecurity(?: [Nn]umber)?)(?: ?[:#]| is| of)? ?#? ?(?:\\d{9}|\\d{3}[- ]\\d{2}[- ]\\d{4}|[xX*]{3}-?[xX*]{2}-?\\d{4})`,
  phone:
    '(?<![\\w./-])(?:\\+?1[-. ])?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\w-])|\\b(?:phone|telephone|cell|mobile|fax|tel)(?: number)?(?: is| at)?[.:#]{0,2} ?\\d{3}[-. ]\\d{4}\\b',
  email: '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}',
  birth: `\\b(?:DOB|D\\.O\\.B\\.|[Dd]ate [Oo]f [Bb]irth|[Bb]irth ?date|[Bb]irthday|[Bb]orn)\\b(?: ?:| is| was| of| as| on| in){0,2} ?(?:her |his )?${DATE}`,
  titled: `\\b(?:Mr|Mrs|Ms|Miss)\\.? (?!Contin\\b|The\\b)${NAME}(?: ${NAME}){0,2}`,
  labelled: `\\b(?:Patient|PATIENT|Claimant|Applicant|Injured [Ww]orker|Worker)(?: [Nn]ame|’s [Nn]ame|'s [Nn]ame| NAME) ?: ?(?=[A-Z])[A-Za-z’'.,-]+(?: [A-Z][A-Za-z’'.-]+){0,2}`,
  named: `\\b(?:the|this|The|This|a) ${PERSON}(?:,| is| named|, named|'s name is|’s name is)? (?<given>[A-Z][a-z]+)(?: [A-Z]\\.?)? ${NAME}`,
} as const;
type KindName = keyof typeof KINDS;
const NAMES: readonly KindName[] = ['ssn', 'phone', 'email', 'birth', 'titled', 'labelled', 'named'];
const TELL_TALE = new RegExp(NAMES.map((name) => `(?<${name}>${KINDS[name]})`).join('|'), 'g');

const GIVEN_NAMES: ReadonlySet<string> = new Set(givenNames);

const WHAT: Readonly<Record<KindName, string>> = {
  ssn: 'a social security number',
  phone: 'a phone number',
  email: 'an e-mail address',
  birth: 'a date of birth',
  titled: 'a name',
  labelled: 'a name',
  named: 'a name',
};

/** A test of eye or ear is named after people, and so are authors: 'Ms. Smith et al'. */
const AUTHOR = /^,? (?:et al|\(?\d{4}\))/;

function* tellTales(prose: Prose, issue: number | null): Iterable<Finding> {
  const { text } = prose;
  for (const match of text.matchAll(TELL_TALE)) {
    const name = NAMES.find((each) => match.groups?.[each] !== undefined);
    if (name === undefined) continue;
    if (name === 'named' && !GIVEN_NAMES.has(match.groups?.['given'] ?? '')) continue;
    const end = match.index + match[0].length;
    if (AUTHOR.test(text.slice(end, end + 8))) continue;
    yield {
      span: prose.span(match.index, end),
      message: `This is ${WHAT[name]}; the letter will be posted.`,
      issue,
    };
  }
}
