import type { Finding, Rule } from '../checking/rule.ts';
import { formPassages, passages } from '../determination/lines/passages.ts';
import type { Sex } from '../determination/model/determination.ts';
import { identitiesIn } from '../determination/readers/identity/identity.ts';
import type { IdentityKind, IdentityPlace } from '../determination/readers/identity/vocabulary.ts';
import type { Prose } from '../text/prose.ts';

const rule: Rule = {
  name: 'personal-information',
  title: 'Information that identifies the worker or the reviewer',
  category: 'text',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(f): determinations are posted without names or other information that identifies the worker, and the reviewer’s name is confidential.',
  *check(letter) {
    const sex = letter.patient.sex?.value ?? null;
    const header = letter.sections.find(({ kind }) => kind === 'header')?.body;
    if (header !== undefined) yield* identifying(header, null, 'header', sex);
    for (const { prose, issue } of passages(letter)) yield* identifying(prose, issue, 'text', sex);
    for (const { prose } of formPassages(letter)) yield* identifying(prose, null, 'form', sex);
  },
};
export default rule;

const sexOfTitle = (name: string): Sex | null => TITLES.get(name.slice(0, name.search(/[. ]/)).toLowerCase()) ?? null;

const TITLES: ReadonlyMap<string, Sex> = new Map([
  ['mr', 'male'],
  ['ms', 'female'],
  ['mrs', 'female'],
  ['miss', 'female'],
]);

/** As it is called in a message. */
const CALLED: Readonly<Partial<Record<IdentityKind, string>>> = {
  'reviewer name': 'A name',
  'e-mail address': 'An e-mail address',
  NPI: 'An NPI',
};

function* identifying(prose: Prose, issue: number | null, place: IdentityPlace, sex: Sex | null): Iterable<Finding> {
  for (const { kind, whose, span } of identitiesIn(prose, place)) {
    // 'Ms. Tran' is not the worker where the worker is a man.
    const titled = kind === 'name' ? sexOfTitle(prose.within(span).text) : null;
    if (titled !== null && sex !== null && titled !== sex) continue;
    const what = CALLED[kind] ?? `A ${kind}`;
    yield { span, message: `${what} identifies the ${whose}: remove it before the letter is posted.`, issue };
  }
}
