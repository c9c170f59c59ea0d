import type { Rule } from '../checking/rule.ts';
import { asRead } from '../determination/model/determination.ts';

const rule: Rule = {
  name: 'foreign-page',
  title: 'A page of another case',
  category: 'structure',
  severity: 'error',
  basis: 'What a letter tells of one worker must not reach the parties of another case.',
  *check({ header, otherCases }) {
    const own = asRead(header.caseNumber);
    const reported = new Set<string>();
    for (const { value, span } of otherCases) {
      if (reported.has(value)) continue;
      reported.add(value);
      const again = otherCases.filter((each) => each.value === value && each.span !== span);
      yield {
        span,
        message:
          own === null
            ? `This page is of case ${value}, and the other pages are not.`
            : `This page is of case ${value}, and the letter is of case ${own.value}.`,
        issue: null,
        related: [
          ...(own === null ? [] : [{ span: own.span, message: 'The letter’s own case number.' }]),
          ...again.map((each) => ({ span: each.span, message: 'Here, too.' })),
        ],
      };
    }
  },
};
export default rule;
