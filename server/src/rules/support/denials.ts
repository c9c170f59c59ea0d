import { sentencesIn } from '../../determination/readers/shared/sentences.ts';
import { oncePerProse } from '../../text/oncePerProse.ts';
import type { Prose } from '../../text/prose.ts';

const DENIED =
  /\b(?:utilization review|UR\b|claims administrator)[^.]{0,200}\b(?:den(?:y|ied|ies)|non-? ?certif|not (?:medically necessary|certif|approv|authoriz)|modif)|\b(?:non-? ?certif\w*|denied|denies)\b[^.]{0,60}\brequests?\b|\brequests?\b[^.]{0,200}\b(?:non-? ?certified|denied)\b/i;

/** Whether a sentence tells that utilization review denied what was asked for. */
export const tellsDenial = (sentence: string): boolean => DENIED.test(sentence);

/** The sentences of a summary that tell what utilization review denied. */
export const denialsIn: (summary: Prose) => readonly Prose[] = oncePerProse((summary) =>
  sentencesIn(summary)
    .filter(({ start, end }) => tellsDenial(summary.text.slice(start, end)))
    .map(({ start, end }) => summary.slice(start, end)),
);
