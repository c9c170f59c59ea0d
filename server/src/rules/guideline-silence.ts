import type { Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import type { GuidelineMention } from '../determination/readers/citations/guidelineMentions.ts';
import { isSilentOnTreatment } from '../determination/readers/citations/silentOn.ts';
import { bodyPartsMeet } from '../guidelines/bodyParts.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedInIssue } from '../guidelines/citedGuidelines.ts';
import type { Prose } from '../text/prose.ts';
import { cover } from '../text/span.ts';
import { mentionsIn } from './support/mentions.ts';

const rule: Rule = {
  name: 'guideline-silence',
  title: 'The MTUS is called silent on what it is cited for',
  category: 'citations',
  severity: 'warning',
  basis: 'Labor Code 4610.5(c)(2): other guidelines and evidence apply only where the MTUS does not speak.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const silent = mentionsIn(issue).find((mention) => callsMtusSilent(mention, letter.text.prose, issue));
      if (silent?.silence == null) continue;
      // The reviewer's own citation, which comes last, tells more than the claims administrator's.
      const about = [...citedInIssue(letter, issue, guidelines)].findLast((cited) => isAbout(issue, cited, guidelines));
      if (about === undefined) continue;
      const { citation, side } = about;
      const whose = side === 'claims' ? 'Claims Administrator guideline' : 'MAXIMUS guideline';
      yield {
        span: cover(silent.span, silent.silence),
        message: `The rationale calls the MTUS silent; the ${whose} of this issue cites ${citation.title.value}${citation.year === null ? '' : ` ${citation.year.value}`} of the MTUS for it.`,
        issue: issue.index,
        // What the claims administrator cites is only reported.
        severity: side === 'claims' ? 'hint' : rule.severity,
        related: [{ span: citation.span, message: 'The MTUS is cited here.' }],
      };
    }
  },
};
export default rule;

/** All of the MTUS, not one of its chapters; of what is in dispute, not of a point of it or of something else. */
function callsMtusSilent(
  { source, silence, silentOn, chapter, chapterNumber }: GuidelineMention,
  letter: Prose,
  { heading, bodyParts }: DisputedIssue,
): boolean {
  if (source !== 'MTUS' || silence === null || silentOn === null || chapter !== null || chapterNumber !== null)
    return false;
  return isSilentOnTreatment(letter.within(silence), silentOn, heading, bodyParts);
}

/** The citation is of the MTUS and about the treatment: its chapter is of the body part, or its section of the treatment. */
function isAbout(
  issue: DisputedIssue,
  { citation, resolution }: CitedGuideline,
  guidelines: GuidelineCatalogue,
): boolean {
  if (citation.source !== 'MTUS' || resolution.chapter === null) return false;
  const { bodyParts, categories } = guidelines.subjectOf(resolution);
  const parts = issue.bodyParts.map(({ value }) => value);
  if (categories.length > 0 && !categories.includes(issue.category)) return false;
  return bodyParts.length > 0 ? bodyPartsMeet(bodyParts, parts) : categories.length > 0;
}
