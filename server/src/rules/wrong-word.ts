import type { Rule } from '../checking/rule.ts';
import { replacing } from '../wording/replacing.ts';
import { wordings } from '../wording/wording.ts';
import list from '../wording/wrongWords.json' with { type: 'json' };
import { WrongWordFinder } from '../wording/wrongWords.ts';

const finder = new WrongWordFinder(list);

const rule: Rule = {
  name: 'wrong-word',
  title: 'A right word in the wrong place',
  category: 'text',
  severity: 'information',
  basis: 'A list of words that dictation and speech recognition confuse in medical letters.',
  *check(letter) {
    for (const { passage, words } of wordings(letter)) {
      const { prose, issue } = passage;
      for (const { index, length, right } of finder.find(words)) {
        const start = words[index]?.start ?? 0;
        const end = words[index + length - 1]?.end ?? start;
        const wrong = prose.text.slice(start, end);
        const span = prose.span(start, end);
        yield { span, message: `“${wrong}” may be “${right}”.`, issue, fixes: [replacing(span, wrong, right)] };
      }
    }
  },
};
export default rule;
