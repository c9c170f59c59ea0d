/**
 * Whose words a statement is, and under what condition it is made. What the utilization review, the physician or a
 * guideline said, a question and a condition are no conclusion of the reviewer.
 */

/** Words that point at what is in dispute. */
export const REQUEST = /\b(?:request(?:s|ed)?|disput(?:e|ed)|at issue|in question)\b/i;

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

export const isQuestion = (left: string): boolean => QUESTION.test(left);

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

const BEHIND = new RegExp(
  `^,? (?:according to|in the (?:opinion|view|words|judgment) of|(?:as )?(?:(?:said|wrote|argued|stated|claimed) )?(?:the |his |her )?(?:\\w+ ){0,3}(?:${PERSON}|${REVIEW})(?![a-z]) ${SAYS}\\b)[^.;]{0,120}[.;]?$`,
  'i',
);

/** 'is medically necessary, according to the surgeon', '…, the previous reviewer maintained'. */
export const isReportedBehind = (right: string): boolean => BEHIND.test(right.slice(0, 160));

const CONDITION_NEXT =
  /^[ ,"'”]*(?:only )?(?:if|when(?! (?:considering|taking|reviewing))|unless|until|whenever|where|provided(?= that)|as long as|so long as|on (?:the )?condition|assuming|pending|contingent|in (?:patients|cases|those|individuals|people)|for (?:patients|those|individuals|people)|in addition to)\b/i;
const CONDITION =
  /\b(?:if|when|unless|until|whenever|in patients|for patients|in cases|patients who|individuals who)\b|\bwhere there (?:is|are)\b/i;
/** A condition that opens the sentence or a clause: 'Should therapy fail, the requested injection is …'. */
const CONDITION_FIRST =
  /(?:^|[,;:] (?:and |but )?|\bthat )(?:if|unless|should|were|had|assuming|supposing|provided that|in the event) [^;]{3,200}$/i;

export const hasCondition = (words: string): boolean => CONDITION.test(words);

/**
 * Words of a guideline, a condition or a quotation say when a treatment is necessary, not that this one is (`general`).
 * Where they speak of what was asked for (`of-request`), they may conclude, in ways that are not understood.
 */
export function conditionOf(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  left: string,
  right: string,
  at: number,
): 'none' | 'general' | 'of-request' {
  if (CONDITION_NEXT.test(right)) return REQUEST.test(left) ? 'of-request' : 'general';
  if (CONDITION_FIRST.test(left)) return REQUEST.test(left) ? 'of-request' : 'general';
  if (REQUEST.test(left)) return 'none';
  return CONDITION.test(left) || CONDITION.test(right) || isQuoted(text, sentence, at) ? 'general' : 'none';
}

/** Within quotation marks that open and close in the same sentence. */
function isQuoted(text: string, { start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  const before = text.slice(start, at).split(/["“”]/).length - 1;
  const after = text.slice(at, end).split(/["“”]/).length - 1;
  return before % 2 === 1 && after > 0;
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

/** A guideline is what speaks, not what is kept to ('under the guideline the request is …'). */
export const isOfGuideline = (left: string): boolean => !OWN_VOICE.test(left) && GUIDELINE_SUBJECT.test(left);

const GUIDELINE_SUBJECT =
  /\b(?:sense|view|position|wording|text|advice|word) of the (?:[\w-]+ ){0,4}(?:guidelines?|MTUS|ODG|chapter)\b|(?:^|[,;:.] |\b(?:and|but|while|although|though|as|since|because|that|whereas|where) )(?:(?:the|this|these|its|those|both|most|no|current|general|California|CA|state) ){0,3}(?:[\w-]+ ){0,4}(?:guidelines?|guidance|MTUS|ODG|ACOEM|FDA|Medicare|chapter|section|schedule|regulation|literature|studies|trials|evidence|handbook|table|page \d+)\b(?: guidelines?)?[^;]{0,160}$/i;

const CONDITION_BEFORE =
  /(?:^|[,;:] |\b(?:and|but|that) )(?:if(?! not\b)|unless|when|whenever|until|where|should|once|had|were|in (?:cases|patients|those))\b[^,;]*$|\b(?:if(?! not\b)|unless|until)\b[^,;]*$|(?<!\b(?:questionable|doubtful|doubt|unclear|uncertain|unlikely|clear|(?:cannot|hard to|impossible to) (?:say|tell)|see|open) )\b(?:whether|how|why)\b[^,;]*$/i;

/** What comes is a condition or a question. */
export const isConditionBefore = (before: string): boolean =>
  CONDITION_BEFORE.test(before) || (CONDITIONAL.test(before) && !REQUEST.test(before));

/** 'If the films show instability, a brace' is said of no brace that was asked for. */
const CONDITIONAL = /^(?:if(?! (?:not|anything)\b)|unless|should|had|were)\b/i;

/** 'exceeds what is recommended', 'an agent that is not advised', 'patients who are …'. */
export const isRelative = (before: string): boolean => RELATIVE.test(before);

const RELATIVE = /\b(?:what|than|which|who|whom|whose|those)\b[^,;]{0,60}$|\S (?:that|as) $/i;
