import type { DisputedIssue } from '../../determination/model/determination.ts';
import {
  findGuidelineMentions,
  type GuidelineMention,
} from '../../determination/readers/citations/guidelineMentions.ts';

/** The guidelines that an issue's rationale mentions: several rules ask. */
export const mentionsIn = ({ rationale }: DisputedIssue): readonly GuidelineMention[] =>
  rationale === null ? [] : findGuidelineMentions(rationale.body);
