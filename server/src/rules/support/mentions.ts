import type { DisputedIssue } from '../../determination/model/determination.ts';
import {
  findGuidelineMentions,
  type GuidelineMention,
} from '../../determination/readers/citations/guidelineMentions.ts';
import { oncePerProse } from '../../text/oncePerProse.ts';

const mentionsInRationale = oncePerProse(findGuidelineMentions);

/** The guidelines that an issue's rationale mentions: several rules ask. */
export const mentionsIn = ({ rationale }: DisputedIssue): readonly GuidelineMention[] =>
  rationale === null ? [] : mentionsInRationale(rationale.body);
