import type { LetterText } from '../../../text/letterText.ts';
import type { Prose } from '../../../text/prose.ts';
import type { IssueReader } from '../../issue.ts';
import type { DisputedIssue, Section } from '../../model/determination.ts';
import { readIssues } from '../issues.ts';
import { issuesStart } from '../sections.ts';

/** Layout D (2014 on): 'X: Upheld', then three labeled parts. */
export const readIssuesOfD: IssueReader = (text, sections, summary) => {
  const issues: DisputedIssue[] = [];
  for (const region of issueRegions(text, sections)) {
    for (const issue of readIssues(text, region, summary, issues.length)) issues.push(issue);
  }
  return issues;
};

/** Where issues may be: the issues sections; in a letter without their heading, what follows the sentence that introduces them, or its last section. */
function issueRegions(text: LetterText, sections: readonly Section[]): readonly Prose[] {
  const regions = sections.filter(({ kind }) => kind === 'issues').map(({ body }) => body);
  const last = sections.at(-1);
  if (regions.length > 0 || last === undefined) return regions;
  const start = issuesStart(text);
  if (start >= text.prose.length) return [last.body];
  const next = sections.map(({ heading }) => text.prose.indexOf(heading.start)).find((heading) => heading > start);
  return [text.prose.slice(start, next)];
}
