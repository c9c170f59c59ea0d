import type { Prose } from '../../../text/prose.ts';
import type { Request } from '../../model/determination.ts';

/**
 * 'original request', with a slip or two in it. Its letters are bounded so that a heading is scanned once.
 */
const ORIGINAL_REQUEST = 'or[a-z]{2,7}l req[a-z]{2,7}';

/** Behind it: what was authorized, and what is left. Always 'was' in real headings, even of several things. */
const WAS_THE_ORIGINAL = new RegExp(`,? (?:was|were|is|are) (?:(?:the|an?) )?${ORIGINAL_REQUEST}\\b[.;:,]?`, 'i');

/** Before the treatment in dispute. */
const THE_REMAINING = new RegExp(
  `(?:\\bthe )?\\brem[a-z]{2,6}ing (?:IMR[ -])?(?:eligible )?(?:portion|part|amount|balance|quantity|request)s?\\b(?: (?:of|from|for) (?:(?:the|this) )?${ORIGINAL_REQUEST})?[,:]?`,
  'i',
);
const THE_ORIGINAL = new RegExp(`[.;,] (?:the )?${ORIGINAL_REQUEST}\\b[,:]?(?! (?:IMR|was|were|is) )`, 'i');

const BY_ADMINISTRATOR =
  / (?:was|were|is|has been|have been) (?:conditionally |partially )?[a-z]{3,12}(?:ed|d)?(?: (?:by|from) (?:the )?claims?\b[^.]{0,40})?\.?$/i;
const ADMINISTRATOR =
  /^(?:the )?claims? (?:administrator|adjuster|examiner)?s?[ ,]{0,2}(?:has |had )?(?:conditionally |partially )?[a-z]{3,10}(?:ed|d) /i;
const LEAVING = /,? leaving (?:the )?/i;

/** The verb between the treatment in dispute and the colon: 'Z is: Upheld'. Some letters leave it out. */
const CLOSING_VERB = /[ ,]{1,2}(?:is|are|was|were)[ :;,]{0,3}$|[:;,]$/i;

/** What a heading asks for: the heading itself, or the part of a request that came to review. */
export function readRequest(heading: Prose): Request {
  const { text } = heading;
  const was = WAS_THE_ORIGINAL.exec(text);
  if (was === null) return { kind: 'whole', treatment: heading };
  const original = heading.slice(0, was.index);
  const story = heading.slice(was.index + was[0].length);
  const remaining = THE_REMAINING.exec(story.text);
  if (remaining !== null) {
    const treatment = withoutVerb(story.slice(remaining.index + remaining[0].length));
    if (treatment.length > 0) {
      return { kind: 'remaining', original, authorized: authorizedIn(story.slice(0, remaining.index)), treatment };
    }
  }
  const again = THE_ORIGINAL.exec(story.text);
  if (again !== null) {
    const treatment = withoutVerb(story.slice(again.index + again[0].length));
    const authorized = authorizedIn(story.slice(0, again.index + 1));
    if (treatment.length > 0) {
      return authorized === null
        ? { kind: 'remaining', original, authorized, treatment }
        : { kind: 'other-authorized', original, authorized, treatment };
    }
  }
  // The story breaks off: what was asked for is the nearest that it tells.
  return { kind: 'whole', treatment: original };
}

function withoutVerb(treatment: Prose): Prose {
  const verb = CLOSING_VERB.exec(treatment.text);
  return verb === null ? treatment : treatment.slice(0, verb.index);
}

/** Y of 'Y was authorized by the Claims Administrator.' and of 'The Claims Administrator authorized Y, leaving …'. */
function authorizedIn(clause: Prose): Prose | null {
  const { text } = clause;
  const administrator = ADMINISTRATOR.exec(text);
  if (administrator !== null) {
    const rest = clause.slice(administrator[0].length);
    const leaving = LEAVING.exec(rest.text);
    const authorized = leaving === null ? withoutStop(rest) : rest.slice(0, leaving.index);
    return authorized.length > 0 ? authorized : null;
  }
  const by = BY_ADMINISTRATOR.exec(text);
  const authorized = by === null ? withoutStop(clause) : clause.slice(0, by.index);
  return authorized.length > 0 ? authorized : null;
}

const withoutStop = (clause: Prose): Prose => (clause.text.endsWith('.') ? clause.slice(0, clause.length - 1) : clause);
