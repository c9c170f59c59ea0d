import { expect, test } from 'vitest';
import { Form, pluralOf, verbForms } from '../../../server/src/language/lexicon/forms.ts';

test.each([
  ['visit', 'visits'],
  ['therapy', 'therapies'],
  ['x-ray', 'x-rays'],
  ['diagnosis', 'diagnoses'],
  ['approach', 'approaches'],
  ['criterion', 'criteria'],
])('%s has the plural %s', (noun, plural) => {
  expect(pluralOf(noun)).toBe(plural);
});

test.each([
  ['certify', 'certify certifies certified certifying'],
  ['stop', 'stop stops stopped stopping'],
  ['visit', 'visit visits visited visiting'],
  ['refer', 'refer refers referred referring'],
  ['agree', 'agree agrees agreed agreeing'],
  ['undergo', 'undergo undergoes underwent undergone undergoing'],
  ['have', 'have has had having'],
  ['deny', 'deny denies denied denying'],
  ['show', 'show shows showed shown showing'],
  ['allot', 'allot allots allotted allotting'],
  ['forget', 'forget forgets forgot forgotten forgetting'],
  ['overshoot', 'overshoot overshoots overshot overshooting'],
  ['foresee', 'foresee foresees foresaw foreseen foreseeing'],
])('%s has the forms %s', (base, forms) => {
  expect([...verbForms(base).keys()].join(' ')).toBe(forms);
});

test('a form has everything that it may be', () => {
  expect(verbForms('require').get('required')).toBe(Form.past | Form.participle);
  expect(verbForms('go').get('went')).toBe(Form.past);
  expect(verbForms('put').get('put')).toBe(Form.base | Form.past | Form.participle);
});
