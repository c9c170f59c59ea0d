import type { Finding, Rule } from '../checking/rule.ts';
import { asRead, type Determination } from '../determination/model/determination.ts';

const rule: Rule = {
  name: 'foreign-page',
  title: 'A page from another case',
  category: 'structure',
  severity: 'error',
  basis: 'Information about one worker must not reach the parties of another case.',
  *check(letter) {
    const { header, otherCases } = letter;
    const own = asRead(header.caseNumber);
    const beginning = beginningOfAnother(letter);
    if (beginning !== null) yield beginning;
    const reported = new Set<string>();
    for (const { value, span } of otherCases) {
      if (reported.has(value)) continue;
      reported.add(value);
      const again = otherCases.filter((each) => each.value === value && each.span !== span);
      yield {
        span,
        message:
          own === null
            ? `Case ${value} on this page, but not on the other pages.`
            : `Case ${value} on this page, ${own.value} in the letter.`,
        issue: null,
        related: [
          ...(own === null ? [] : [{ span: own.span, message: 'The letter’s own case number.' }]),
          ...again.map((each) => ({ span: each.span, message: 'Also here.' })),
        ],
      };
    }
  },
};
export default rule;

function beginningOfAnother({ part, sections, header }: Determination): Finding | null {
  const [first] = sections;
  if (part === null || part < 2 || first === undefined) return null;
  const own = asRead(header.caseNumber);
  const which = own === null ? '' : ` (${own.value})`;
  return {
    span: first.heading,
    message: `Letter ${part} of this file begins here${which}. It is checked separately.`,
    issue: null,
    severity: 'information',
  };
}
