import { everywhere } from '../../../text/pattern.ts';
import { type IssueReader, readIssue } from '../../issue.ts';
import type { DisputedIssue } from '../../model/determination.ts';
import { findDecidedRequests, readParts } from './decidedRequests.ts';

/** A sentence without a number is an item only where it opens the section: rationales end with such sentences. */
const NUMBERED = everywhere(/(?<number>\d{1,2}) ?[.)] ?The (?:retrospective )?requests? for /i);
const FIRST = everywhere(/The requests? for /i);
const INTRODUCTION =
  /^The Final Determination was based on decisions? for the disputed items?\/services? set forth below ?:?/i;

/** Layout C (2013 to 2014): '1. The request for X is not medically necessary and appropriate.', then what it is based on. */
export const readIssuesOfC: IssueReader = (text, sections, summary) => {
  const issues: DisputedIssue[] = [];
  for (const { kind, body: section } of sections) {
    if (kind !== 'issues') continue;
    const body = section.slice(INTRODUCTION.exec(section.text)?.[0].length ?? 0);
    const numbered = findDecidedRequests(text, body, NUMBERED);
    const items =
      numbered.length > 0
        ? numbered
        : findDecidedRequests(text, body, FIRST).filter(({ start }) => start === body.from);
    for (const [i, item] of items.entries()) {
      const whole = body.clip(item.start, items[i + 1]?.start ?? body.to);
      const pieces = {
        range: whole.range,
        heading: item.request,
        decision: item.decision,
        ...readParts(whole.clip(item.end, whole.to)),
      };
      issues.push(readIssue(pieces, summary, issues.length));
    }
  }
  return issues;
};
