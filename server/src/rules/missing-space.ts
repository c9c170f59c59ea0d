import type { Finding, Rule } from '../checking/rule.ts';
import { formBeforeCredentials, type Passage, passages } from '../determination/lines/passages.ts';
import { gluedPlaces } from '../wording/gluedWords.ts';
import { wordingOf } from '../wording/language.ts';
import { inAddress } from '../wording/stretches.ts';

const rule: Rule = {
  name: 'missing-space',
  title: 'A missing space between words or sentences',
  category: 'text',
  severity: 'information',
  basis: 'A typing error.',
  *check(letter) {
    for (const passage of [...formBeforeCredentials(letter), ...passages(letter)]) yield* gluedWords(passage);
  },
};
export default rule;

/** The most that is shown of a word, in characters. */
const SHOWN = 24;

function* gluedWords({ prose, issue }: Passage): Iterable<Finding> {
  const { text } = prose;
  for (const index of gluedPlaces(wordingOf(prose))) {
    const at = index - prose.from;
    if (inAddress(text, at)) continue;
    const start = text.lastIndexOf(' ', at - 1) + 1;
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    const before = text.slice(Math.max(start, at - SHOWN), at);
    const after = text.slice(at, Math.min(end, at + SHOWN)).replace(/[.,;:]{1,24}$/, '');
    const span = prose.span(at - before.length, at + after.length);
    yield {
      span,
      message: `Missing space: “${before} ${after}”.`,
      issue,
      fixes: [
        {
          title: 'Add the space',
          edits: [{ span: prose.span(at, at), newText: ' ' }],
          kind: 'mechanical',
        },
      ],
    };
  }
}
