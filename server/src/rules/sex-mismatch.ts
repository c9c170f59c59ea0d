import type { Finding, Rule } from '../checking/rule.ts';
import type { Span } from '../text/span.ts';
import { writtenLike } from '../wording/writtenLike.ts';

const rule: Rule = {
  name: 'sex-mismatch',
  title: 'The worker is male in one place and female in another',
  category: 'person',
  severity: 'warning',
  basis: 'A pronoun of the other sex often comes from text that was copied from another letter.',
  *check({ patient: { sex }, workerMentions, text }) {
    if (sex === null) return;
    for (const { kind, value, span, issue } of workerMentions) {
      if (kind !== 'sex' || value === sex.value) continue;
      const word = text.prose.within(span).text;
      yield {
        span,
        message: `“${word}” here, but the worker is ${sex.value} in the summary.`,
        issue,
        related: [{ span: sex.span, message: `The worker is ${sex.value} here.` }],
        ...fixFor(word, span),
      };
    }
  },
};
export default rule;

/** Only words with one counterpart: 'her' may be 'him' or 'his'. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  he: 'she',
  she: 'he',
  his: 'her',
  him: 'her',
  himself: 'herself',
  herself: 'himself',
};

function fixFor(word: string, span: Span): Pick<Finding, 'fixes'> {
  const counterpart = COUNTERPARTS[word.toLowerCase()];
  if (counterpart === undefined) return {};
  const newText = writtenLike(word, counterpart);
  return { fixes: [{ title: `Change “${word}” to “${newText}”`, edits: [{ span, newText }], kind: 'judgment' }] };
}
