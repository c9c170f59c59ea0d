import type { Finding, Rule } from '../checking/rule.ts';
import { formPassages, passages } from '../determination/lines/passages.ts';
import { type Everywhere, everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { type Form, findForms, formsIn } from '../wording/forms.ts';
import { WordSet } from '../wording/wording.ts';
import givenNames from './data/givenNames.json' with { type: 'json' };

const rule: Rule = {
  name: 'personal-information',
  title: 'Something tells who the worker or the reviewer is',
  category: 'text',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(f): determinations are posted without names and other means of telling who the worker is, and the reviewer’s name is confidential.',
  *check(letter) {
    const header = letter.sections.find(({ kind }) => kind === 'header')?.body;
    const forms = formsIn(letter, FORMS);
    const inText = forms.filter(({ kind }) => kind !== 'reviewer name');
    // The organization's own form has a line for the claim's number.
    const inHeader = forms.filter(({ kind }) => kind !== 'claim number');
    if (header !== undefined) yield* tellTales(header, null, inHeader);
    for (const { prose, issue } of passages(letter)) yield* tellTales(prose, issue, inText);
    // Who treated the worker may be named where a report 'was reviewed by' him; in the form it is the reviewer.
    const ofReviewer = forms.filter(({ kind }) => OF_REVIEWER.has(kind));
    if (ofReviewer.length === 0) return;
    for (const { prose } of formPassages(letter)) yield* tellTales(prose, null, ofReviewer);
  },
};
export default rule;

const DATE =
  '(?:\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2},? \\d{4})';
const PERSON = '(?:[Pp]atient|[Ww]orker|[Cc]laimant|[Aa]pplicant|[Ee]mployee|[Mm]ember)';
const NAME = "[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?";

type Kind =
  | 'social security number'
  | 'phone number'
  | 'e-mail address'
  | 'date of birth'
  | 'street address'
  | 'claim number'
  | 'medical record number'
  | 'WCAB number'
  | 'name'
  | 'given name'
  | 'reviewer name'
  | 'license number'
  | 'signature';

/** What tells who the reviewer is, which is confidential. */
const OF_REVIEWER: ReadonlySet<Kind> = new Set<Kind>(['reviewer name', 'license number', 'signature']);

/** 'No.: ', 'number is ', '# '. */
const NUMBER_SIGN = '(?:[Nn]umber|[Nn]o\\.?|NUMBER|NO\\.?|#)(?: is| ?:){0,1} ?#?';

/** Phone and social security numbers, in brief. */
const NUMBER = /[-. )]\d\d(?:-|\d[-. ])\d{4}/;

const FORMS: readonly Form<Kind>[] = [
  // Neither a case number (CM16-0230651) nor a date has three digits, two and four.
  { kind: 'social security number', trace: NUMBER, pattern: everywhere(/(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/) },
  {
    kind: 'social security number',
    words: new WordSet('ssn security'),
    pattern: everywhere(
      /\b(?:SSN|[Ss]ocial [Ss]ecurity(?: [Nn]umber)?)(?: ?[:#]| is| of)? ?#? ?(?:\d{9}|\d{3} \d{2} \d{4}|[xX*]{3}-?[xX*]{2}-?\d{4})/,
    ),
  },
  {
    kind: 'phone number',
    trace: NUMBER,
    pattern: everywhere(/(?<![\w./-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/),
  },
  {
    kind: 'phone number',
    words: new WordSet('phone telephone cell mobile fax tel'),
    pattern: everywhere(
      /\b(?:[Pp]hone|[Tt]elephone|[Cc]ell|mobile|[Ff]ax|[Tt]el)(?: number)?(?: is| at)?[.:#]{0,2} ?\d{3}[-. ]\d{4}\b/,
    ),
  },
  { kind: 'e-mail address', strings: ['@'], pattern: everywhere(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/) },
  {
    kind: 'date of birth',
    // 'D.O.B.' is three words.
    words: new WordSet('dob o birth birthdate birthday born'),
    pattern: everywhere(
      new RegExp(
        `\\b(?:DOB|D\\.O\\.B\\.|[Dd]ate [Oo]f [Bb]irth|[Bb]irth ?date|[Bb]irthday|[Bb]orn)(?: ?:| is| was| of| as| on| in){0,2} ?(?:her |his )?${DATE}`,
      ),
    ),
  },
  {
    kind: 'street address',
    words: new WordSet('lives resides residing address'),
    pattern: everywhere(
      /\b(?:(?:lives|resides|residing)(?: at)?|[Aa]ddress(?: is| ?:)?) \d{1,6} (?:[A-Z][A-Za-z.]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Pl|Circle|Terrace)\b/,
    ),
  },
  {
    kind: 'claim number',
    words: new WordSet('claim claims'),
    pattern: everywhere(
      new RegExp(`\\b(?:[Cc]laims?|CLAIMS?) ${NUMBER_SIGN} ?(?=[A-Z\\d-]{0,12}\\d{4})[A-Z\\d][A-Z\\d-]{4,24}`),
    ),
  },
  {
    kind: 'medical record number',
    words: new WordSet('mrn record chart'),
    pattern: everywhere(
      new RegExp(
        `\\b(?:MRN(?: ?:| ?#)?|(?:[Mm]edical [Rr]ecord|[Cc]hart|[Pp]atient [Cc]hart) ${NUMBER_SIGN}) ?(?=[A-Z\\d-]{0,12}\\d{4})[A-Z\\d][A-Z\\d-]{4,24}`,
      ),
    ),
  },
  { kind: 'WCAB number', strings: ['ADJ'], pattern: everywhere(/\bADJ ?\d{6,9}\b/) },
  {
    kind: 'reviewer name',
    words: new WordSet('reviewed reviewer'),
    pattern: everywhere(
      new RegExp(
        `\\b(?:[Rr]eviewed by|[Rr]eviewer(?:['’]s name)?(?: was)?|[Nn]ame of (?:the )?(?:[Ee]xpert )?[Rr]eviewer)(?: ?:| is|,)? (?:Dr\\.? )?(?!MAXIMUS)${NAME}(?: [A-Z]\\.?)? ${NAME},? (?:M\\.?D|D\\.?O|D\\.?C|Ph\\.?D|Psy\\.?D|D\\.?P\\.?M|L\\.?Ac)\\b\\.?`,
      ),
    ),
  },
  {
    kind: 'license number',
    words: new WordSet('license licence lic'),
    pattern: everywhere(
      new RegExp(
        `\\b(?:[Ll]icen[sc]e|LICEN[SC]E|[Ll]ic\\.?) ${NUMBER_SIGN} ?(?=[A-Z]{0,3} ?\\d{4})[A-Z]{0,3} ?\\d{4,9}`,
      ),
    ),
  },
  {
    kind: 'signature',
    strings: ['igned', 'ignature', '/s/'],
    pattern: everywhere(
      new RegExp(
        `\\b(?:[Ee]lectronically|[Dd]igitally) signed by:? ${NAME}(?:,? (?:[A-Z]\\.|${NAME})){0,3}|/s/ ${NAME}(?: ${NAME})?|\\b(?:Signed|Signature(?: of (?:the )?[Rr]eviewer)?) ?: ${NAME}(?: [A-Z]\\.?)? ${NAME}`,
      ),
    ),
  },
  {
    kind: 'name',
    words: new WordSet('mr mrs ms miss'),
    pattern: everywhere(new RegExp(`\\b(?:Mr|Mrs|Ms|Miss)\\.? (?!Contin\\b|The\\b)${NAME}(?: ${NAME}){0,2}`)),
  },
  {
    kind: 'name',
    words: new WordSet('name'),
    pattern: everywhere(
      /\b(?:Patient|PATIENT|Claimant|Applicant|Injured [Ww]orker|Worker)(?:[’']s)? (?:[Nn]ame|NAME) ?: ?(?=[A-Z])[A-Za-z’'.,-]+(?: [A-Z][A-Za-z’'.-]+){0,2}/,
    ),
  },
  {
    kind: 'given name',
    words: new WordSet(givenNames.join(' ').toLowerCase()),
    pattern: everywhere(
      new RegExp(`\\b${PERSON}(?:,| is| named|, named|['’]s name is)? (?<given>[A-Z][a-z]+)(?: [A-Z]\\.?)? ${NAME}`),
    ),
  },
];

/** How far before a number the name of its owner may stand, in characters. */
const OWNER_REACH = 200;
/** Who prints a number of its own: the organization that reviews, and the offices that one may turn to. */
const ORGANIZATION = everywhere(
  /\bMAXIMUS\b|\bIndependent Medical Review(?! (?:application|case|decision|determination))|\bIMRO\b|\bDepartment of Industrial Relations\b|\bDivision of Workers['’]? Compensation\b|\bDWC\b|\bAdministrative Director\b/i,
);
const SOMEONE = everywhere(
  new RegExp(
    `\\b(?:${PERSON}|(?:PATIENT|WORKER|CLAIMANT|APPLICANT|EMPLOYEE)|[Hh](?:is|er|e)|[Ss]he|D(?:r|octor)|[Pp]hysician|[Pp]rovider|[Aa]ttorney|[Ee]mployer|Mrs?|Ms|[Aa]djuster|[Cc]laims [Aa]dministrator)\\b`,
  ),
);
/** 'maximus.com', 'dir.ca.gov' */
const ADDRESS_OF_ORGANIZATION = /@(?:[\w-]+\.)*(?:maximus\.\w+|ca\.gov)$/i;
const REACHED: ReadonlySet<Kind> = new Set<Kind>(['phone number', 'e-mail address', 'street address']);

/** What the organization prints of itself, in its letterhead or where it tells whom to call. */
function isOfOrganization(kind: Kind, text: string, index: number, words: string): boolean {
  if (!REACHED.has(kind)) return false;
  if (ADDRESS_OF_ORGANIZATION.test(words)) return true;
  const before = text.slice(Math.max(0, index - OWNER_REACH), index);
  const organization = lastIndex(before, ORGANIZATION);
  return organization >= 0 && organization > lastIndex(before, SOMEONE);
}

const lastIndex = (text: string, pattern: Everywhere): number => [...pattern.in(text)].at(-1)?.index ?? -1;

const GIVEN_NAMES: ReadonlySet<string> = new Set(givenNames);

/** 'seen by Mr. Roe, P.A.', 'her attorney, Ms. Roe'. */
const isOfAnother = (text: string, start: number, end: number): boolean =>
  CREDENTIALS.test(text.slice(end, end + 12)) || ROLE.test(text.slice(Math.max(0, start - 30), start));
const CREDENTIALS =
  /^,? (?:M\.?D|D\.?O|D\.?C|P\.?A|N\.?P|R\.?N|P\.?T|O\.?T|D\.?P\.?T|L\.?Ac|Ph\.?D|Psy\.?D|L\.?C\.?S\.?W|Esq)\b/;
const ROLE =
  /\b(?:by|attorney|counsel|adjuster|examiner|therapist|chiropractor|acupuncturist|psychologist|supervisor|manager|nurse|assistant|interpreter|consultant|practitioner|coordinator),? $/i;

/** 'Ms. Smith et al, 2004'. */
const AUTHOR = /^,? (?:et al|\(?\d{4}\))/;

function* tellTales(prose: Prose, issue: number | null, forms: readonly Form<Kind>[]): Iterable<Finding> {
  const { text } = prose;
  for (const { kind, match } of findForms(text, forms)) {
    if (kind === 'given name' && !GIVEN_NAMES.has(match.groups?.['given'] ?? '')) continue;
    const end = match.index + match[0].length;
    if (kind === 'name' && isOfAnother(text, match.index, end)) continue;
    if (AUTHOR.test(text.slice(end, end + 8)) || isOfOrganization(kind, text, match.index, match[0])) continue;
    const what = kind === 'given name' || kind === 'reviewer name' ? 'name' : kind;
    const whose = OF_REVIEWER.has(kind) ? 'reviewer' : 'worker';
    const message = `${what === 'e-mail address' ? 'An' : 'A'} ${what} tells who the ${whose} is; the letter will be posted.`;
    yield { span: prose.span(match.index, end), message, issue };
  }
}
