import type { Rule } from '../checking/rule.ts';

const rule: Rule = {
  name: 'redaction-gap',
  title: 'A name was removed and left a broken sentence',
  category: 'text',
  severity: 'information',
  basis: 'Names are removed before a letter is posted; what is left must still be a sentence.',
  // 'more than          per ear': the blanks are marked, once.
  yieldsTo: ['placeholder'],
  *check({ removals }) {
    for (const { value: words, span, issue } of removals) {
      yield { span, message: `“${words}”: something was removed here, and the sentence is broken.`, issue };
    }
  },
};
export default rule;
