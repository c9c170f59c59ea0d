/**
 * Whose words a statement is, and under what condition it is made. What the utilization review, the physician or a
 * guideline said, a question and a condition are no conclusion of the reviewer.
 */

/** Words that point at what is in dispute. */
const REQUEST = /\b(?:request(?:s|ed)?|disput(?:e|ed)|at issue|in question)\b/i;

/** The utilization review and all who denied for the carrier. */
const REVIEW =
  '(?:utilization review(?:er)?|UR\\b(?! guidelines)|claims administrator|carrier|insurer|adjuster|employer|peer reviewer|physician advis[eo]r|(?:prior|previous|original|initial|first|earlier) (?:\\w+ )?(?:review(?:er)?|determination|decision)|(?:denial|refusal)(?: letter)?(?= (?:says?|said|states?|stated|reads?|held|holds|argues?|claims?|asserts?|maintains?|calls?|called)))';
/** Those who treat, ask or are treated. */
const PERSON =
  '(?:provider|physician|treater|doctor|surgeon|therapist|psychologist|psychiatrist|chiropractor|acupuncturist|neurologist|orthopedist|podiatrist|dentist|pharmacist|prescriber|specialist|nurse|applicant|patient|worker|claimant|employee|attorney|spouse|wife|husband|Dr\\.|QME|AME|PTP|he|she|they)';
const SAYS =
  '(?:states?|stated|notes?|noted|feels?|felt|believes?|believed|indicates?|indicated|opine[sd]?|argue[sd]?|says?|said|contends?|contended|reports?|reported|claims?|claimed|maintains?|maintained|insists?|insisted|writes?|wrote|written|considers?|considered|thinks?|thought|explains?|explained|asserts?|asserted|holds?|held|submits?|regards?|regarded|calls?|called|deems?|deemed|finds?|found|concludes?|concluded|determine[sd]?|declares?|declared|certifie[sd]|tells?|told|suggests?|suggested|urge[sd]?|alleges?|alleged|protests?|protested|mentions?|mentioned|documents?|documented)';

const REPORTED = new RegExp(`\\b${REVIEW}\\b[^;]{0,160}$`, 'i');
const REPORTED_THAT = new RegExp(`\\b${PERSON}(?:'s|’s)?(?![a-z])[^,;]{0,60}\\b${SAYS}\\b[^;]{0,160}$`, 'i');
const IN_THE_OPINION = new RegExp(
  `\\b(?:according to|in the (?:opinion|view|words|judgment) of|as) (?:the |his |her |their )?(?:\\w+ ){0,3}(?:${PERSON}|${REVIEW})(?![a-z])|\\b(?:${PERSON}|${REVIEW})(?:'s|’s) (?:\\w+ )?(?:opinion|view|judgment|position|argument|claim|contention|letter|note|report|statement|belief)\\b`,
  'i',
);
/** A note or report that is quoted from. */
const PAPER_SAYS =
  /\b(?:note|report|letter|form|addendum|appeal|RFA|PR-2)\b[^,;]{0,60}\b(?:states?|stated|says?|said|reads?|argues?|argued|claims?|contends?|asserts?|insists?) (?:that )?[^;]{0,160}$/i;
export const GUIDELINE_SAYS =
  /\b(?:guidelines?|MTUS|ODG|ACOEM|Medicare|insurers?|literature|studies|criteria)\b[^,;]{0,80}\b(?:states?|indicates?|notes?|recommends?|recommendation|says?|suggests?|supports?|stipulates?|specif(?:y|ies)|considers?)\b|\b(?:guidelines?|MTUS|ODG|ACOEM|Medicare)\b would have it\b/i;
const QUESTION = /\b(?:whether|if|how|why|how much)\b[^,;]*$/i;

const isQuestion = (left: string): boolean => QUESTION.test(left);

/** `left`: the sentence's words before a statement that is not made in the first person. */
export function isReported(left: string): boolean {
  return (
    REPORTED.test(left) ||
    REPORTED_THAT.test(left) ||
    PAPER_SAYS.test(left) ||
    IN_THE_OPINION.test(left) ||
    isQuestion(left) ||
    (!REQUEST.test(left) && GUIDELINE_SAYS.test(left))
  );
}

/** What comes is the word of the review, the physician or the patient: the nearest that is said to say or do something. */
export function isOfPeople(left: string): boolean {
  if (OWN_VOICE.test(left) || JUDGED.test(left)) return false;
  return REPORTED.test(left) || REPORTED_THAT.test(left) || PAPER_SAYS.test(left) || IN_THE_OPINION.test(left);
}

/** 'The carrier fails to show that', 'the first reviewer erred in finding that': the reviewer judges what they said. */
const JUDGED =
  /\b(?:fail(?:s|ed)?|err(?:s|ed)?|wrong(?:ly)?|mistaken(?:ly)?|improper(?:ly)?|incorrect(?:ly)?|overlook(?:s|ed)?|misread|misappli\w+)\b[^;]{0,120}$/i;

/** The reviewer speaks after all: 'While the carrier is silent, I find …', 'The surgeon asks for it; the request is …'. */
const OWN_VOICE =
  /\b(?:I|we|this reviewer)\b[^;]{0,120}$|, (?:and |but |so |yet )?(?:the|this|these|such) (?:request|disput|propos|treatment|service)[^,;]{0,80}$/i;

const CONDITION_BEFORE =
  /(?:^|[,;:] |\b(?:and|but|that) )(?:if(?! not\b)|unless|when|whenever|until|where|should|once|had|were|in (?:cases|patients|those))\b[^,;]*$|\b(?:if(?! not\b)|unless|until)\b[^,;]*$|(?<!\b(?:questionable|doubtful|doubt|unclear|uncertain|unlikely|clear|(?:cannot|hard to|impossible to) (?:say|tell)|see|open) )\b(?:whether|how|why)\b[^,;]*$/i;

/** What comes is a condition or a question. */
export const isConditionBefore = (before: string): boolean =>
  CONDITION_BEFORE.test(before) || (CONDITIONAL.test(before) && !REQUEST.test(before));

/** 'If the films show instability, a brace' is said of no brace that was asked for. */
const CONDITIONAL = /^(?:if(?! (?:not|anything)\b)|unless|should|had|were)\b/i;
