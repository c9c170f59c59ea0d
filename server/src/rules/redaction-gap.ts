import type { Rule } from '../checking/rule.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'redaction-gap',
  title: 'A removed name left a broken sentence',
  category: 'text',
  severity: 'information',
  basis: 'Names are removed before a letter is posted; what remains must still be a sentence.',
  // 'more than          per ear': the blanks are marked, once.
  yieldsTo: ['placeholder'],
  *check({ removals }) {
    for (const { value: words, span, issue } of removals) {
      yield { span, message: `Something was removed at ${quoted(words)}, leaving a broken sentence.`, issue };
    }
  },
};
export default rule;
