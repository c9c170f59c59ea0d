import type { Rule } from '../checking/rule.ts';
import type { Lack } from '../determination/model/determination.ts';

const rule: Rule = {
  name: 'reviewer-qualifications',
  title: 'The reviewer’s specialty or state of licensure is missing',
  category: 'structure',
  severity: 'warning',
  basis: 'Labor Code 4610.6(f): the determination describes the qualifications of the medical reviewers.',
  *check({ layout, sections, reviewer: { lacks, specialties, licensure } }) {
    const section = sections.find(({ kind }) => kind === 'how-made');
    // An empty section is reported as such.
    if (layout !== 'D' || section === undefined || section.body.length === 0) return;
    const lacking = [
      ...lackOf(lacks.specialty, 'specialty or certification'),
      ...lackOf(lacks.licensure, 'state of licensure'),
    ];
    if (lacking.length === 0) return;
    const label = lacking.map(({ lack }) => (lack.kind === 'blank' ? lack.label : null)).find((each) => each !== null);
    // Where the one is given, the other is missing beside it.
    const place = label ?? [...specialties, ...licensure].at(-1)?.span;
    yield {
      span: place ?? section.heading,
      message: `The reviewer’s ${lacking.map(({ name }) => name).join(' and ')} ${lacking.length > 1 ? 'are' : 'is'} missing.`,
      issue: null,
      ...(place === undefined ? {} : { formerly: [{ span: section.heading }] }),
    };
  },
};
export default rule;

/** Words that are not understood may say it. */
const lackOf = (lack: Lack | null, name: string): readonly { readonly lack: Lack; readonly name: string }[] =>
  lack === null || lack.kind === 'unread' ? [] : [{ lack, name }];
