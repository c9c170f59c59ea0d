import type { Finding, Rule } from '../checking/rule.ts';
import { formPassages, passages } from '../determination/lines/passages.ts';
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
    const header = letter.sections.find(({ kind }) => kind === 'header')?.body;
    if (header !== undefined) yield* identifying(header, null, 'header');
    for (const { prose, issue } of passages(letter)) yield* identifying(prose, issue, 'text');
    for (const { prose } of formPassages(letter)) yield* identifying(prose, null, 'form');
  },
};
export default rule;

/** As it is called in a message. */
const CALLED: Readonly<Partial<Record<IdentityKind, string>>> = {
  'reviewer name': 'A name',
  'e-mail address': 'An e-mail address',
  NPI: 'An NPI',
};

function* identifying(prose: Prose, issue: number | null, place: IdentityPlace): Iterable<Finding> {
  for (const { kind, whose, span } of identitiesIn(prose, place)) {
    const what = CALLED[kind] ?? `A ${kind}`;
    yield { span, message: `${what} identifies the ${whose}: remove it before the letter is posted.`, issue };
  }
}
