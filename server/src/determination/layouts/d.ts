import type { Prose } from '../../text/prose.ts';
import type { IssueReader } from '../issue.ts';
import { readIssues } from '../issues.ts';
import type { DisputedIssue, Section } from '../model.ts';

/** Layout D (2014 on): 'X: Upheld', then three labelled parts. */
export const readIssuesOfD: IssueReader = (text, sections, summary) => {
  const issues: DisputedIssue[] = [];
  for (const region of issueRegions(sections)) issues.push(...readIssues(text, region, summary, issues.length));
  return issues;
};

/** Where issues may stand: the issues sections; in a letter that lost their heading, the last section. */
function issueRegions(sections: readonly Section[]): readonly Prose[] {
  const regions = sections.filter(({ kind }) => kind === 'issues').map(({ body }) => body);
  const last = sections.at(-1);
  return regions.length > 0 || last === undefined ? regions : [last.body];
}
