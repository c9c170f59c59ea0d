import type { Finding, Rule } from '../checking/rule.ts';
import { wrongArticles } from '../wording/articles.ts';
import { grammarSlips } from '../wording/grammar/grammar.ts';
import { wordingOf } from '../wording/language.ts';
import { replacing } from '../wording/replacing.ts';
import { type Wording, wordings } from '../wording/wording.ts';

const rule: Rule = {
  name: 'grammar',
  title: 'A small grammar mistake',
  category: 'text',
  severity: 'information',
  basis: 'Only mistakes that are certain from the words themselves are reported.',
  yieldsTo: ['repeated-text', 'placeholder', 'redaction-gap'],
  *check(letter) {
    for (const wording of wordings(letter)) {
      // Citations are lists of titles, not sentences.
      if (wording.passage.kind === 'claims-guideline' || wording.passage.kind === 'reviewer-guideline') continue;
      yield* articleFindings(wording);
      yield* slipFindings(wording);
    }
  },
};
export default rule;

function* articleFindings({ passage: { prose, issue }, words }: Wording): Iterable<Finding> {
  for (const { at, next, right } of wrongArticles(prose.text, words)) {
    const wrong = prose.text.slice(at.start, at.end);
    const span = prose.span(at.start, at.end);
    // 'A' alone does not show whether the words around it are all in capitals.
    const fix = replacing(span, wrong, /[a-z]/.test(prose.text) ? right : right.toUpperCase());
    yield {
      span,
      message: `Use “${right}” before “${next}”.`,
      issue,
      fixes: [{ ...fix, kind: 'mechanical' }],
    };
  }
}

function* slipFindings({ passage: { prose, issue, kind } }: Wording): Iterable<Finding> {
  const passage = wordingOf(prose);
  const { reading } = passage;
  for (const { first, end, message, rights, former = [] } of grammarSlips(passage, kind === 'heading')) {
    const span = passage.span({ first, end });
    const wrong = reading.tokens.slice(first, end);
    const formerly = former.map((range) => ({ span: passage.span(range) }));
    yield { span, message, issue, fixes: rights.map((right) => replacing(span, wrong, right)), formerly };
  }
}
