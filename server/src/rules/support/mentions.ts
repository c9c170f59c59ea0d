import type { DisputedIssue } from '../../determination/model/determination.ts';
import {
  findGuidelineMentions,
  type GuidelineMention,
} from '../../determination/readers/citations/guidelineMentions.ts';
import type { Prose } from '../../text/prose.ts';

const known = new WeakMap<Prose, readonly GuidelineMention[]>();

/** The guidelines that an issue's rationale mentions: several rules ask. */
export function mentionsIn({ rationale }: DisputedIssue): readonly GuidelineMention[] {
  if (rationale === null) return [];
  const before = known.get(rationale.body);
  if (before !== undefined) return before;
  const mentions = findGuidelineMentions(rationale.body);
  known.set(rationale.body, mentions);
  return mentions;
}
