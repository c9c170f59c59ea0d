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
import { shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'guideline-silence',
  title: 'The MTUS is called silent on a topic that it is cited for',
  category: 'citations',
  severity: 'warning',
  basis: 'Labor Code 4610.5(c)(2): other guidelines and evidence apply only where the MTUS is silent.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const silent = mentionsIn(issue).find((mention) => callsMtusSilent(mention, letter.text.prose, issue));
      if (silent?.silence == null) continue;
      // The reviewer's own citation, which comes last, counts more than the claims administrator's.
      const about = [...citedInIssue(letter, issue, guidelines)].findLast((cited) => isAbout(issue, cited, guidelines));
      if (about === undefined) continue;
      const { citation, side } = about;
      const who = side === 'claims' ? 'the claims administrator' : 'the reviewer';
      const title = shortened(citation.title.value, 24);
      yield {
        span: cover(silent.span, silent.silence),
        message: `MTUS called silent, but ${who} cites its ${title}${citation.year === null ? '' : ` ${citation.year.value}`}.`,
        issue: issue.index,
        // What the claims administrator cites is only reported.
        severity: side === 'claims' ? 'hint' : rule.severity,
        related: [{ span: citation.span, message: 'The MTUS is cited here.' }],
      };
    }
  },
};
export default rule;

/** All of the MTUS, not one of its chapters; on the treatment in dispute, not on a detail of it or on something else. */
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
