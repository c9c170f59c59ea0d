import type { Finding, Rule } from '../checking/rule.ts';
import type { Citation, DisputedIssue } from '../determination/model/determination.ts';
import type { GuidelineMention } from '../determination/readers/citations/guidelineMentions.ts';
import type { GuidelineCatalogue, Resolution } from '../guidelines/catalogue.ts';
import { citedInIssue } from '../guidelines/citedGuidelines.ts';
import { mentionsIn } from './support/mentions.ts';
import { shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'uncited-guideline',
  title: 'The rationale relies on a guideline that is not cited',
  category: 'citations',
  severity: 'information',
  basis: 'Labor Code 4610.6(e): the guideline part lists everything that the decision relies on.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const part = issue.reviewerGuideline;
      // Words of the part that are not understood may list it.
      if (part === null || part.citations.length === 0 || part.unread.length > 0) continue;
      const cited = [...citedInIssue(letter, issue, guidelines)].filter(({ side }) => side === 'reviewer');
      const told = new Set<string>();
      for (const mention of mentionsIn(issue)) {
        const chapter = chapterOf(mention, guidelines);
        if (chapter === null || told.has(chapter.id) || !mention.isReliedOn) continue;
        if (cited.some(({ citation, resolution }) => covers(citation, resolution, mention, chapter.id))) continue;
        told.add(chapter.id);
        yield finding(issue, mention, `${chapter.publisher} ${chapter.name}`, part.label);
      }
    }
  },
};
export default rule;

function finding(issue: DisputedIssue, { span }: GuidelineMention, name: string, label: Finding['span']): Finding {
  return {
    span,
    message: `${shortened(name, 36)} is relied on, but “MAXIMUS guideline” does not list it.`,
    issue: issue.index,
    related: [{ span: label, message: 'The guidelines listed.' }],
  };
}

/** The chapter that a mention names; null where it names only a publisher, which is too vague to report. */
function chapterOf({ source, chapter, chapterNumber, year, span }: GuidelineMention, guidelines: GuidelineCatalogue) {
  const title = chapter?.value ?? (chapterNumber === null ? null : `Chapter ${chapterNumber.value}`);
  if (title === null || source === 'FDA') return null;
  const citation = {
    span,
    source,
    title: { value: title, span },
    year,
    sections: [],
    pages: [],
    pagesInDocument: null,
  };
  const found = guidelines.resolve(citation, null).chapter;
  // The preface of ODG is quoted with its tables.
  return found === null || found.id === 'odg-preface' ? null : found;
}

/** The same chapter; for ODG, any of its chapters: their tables refer to each other. */
const covers = (
  { source }: Citation,
  { chapter }: Resolution,
  mention: GuidelineMention,
  chapterId: string,
): boolean => (mention.source === 'ODG' ? source === 'ODG' : chapter?.id === chapterId);
