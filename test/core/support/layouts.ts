/** One invented case, written as the letters of each era are. */

export interface CaseIssue {
  /** In small letters: 'physical therapy of the knee, 12 visits'. */
  readonly treatment: string;
  readonly decision: 'upheld' | 'overturned';
  /** What the rationale says before it concludes. */
  readonly rationale: string;
  /** What the conclusion calls the treatment; the treatment itself where it is left out, nothing where it is empty. */
  readonly concluded?: string;
  readonly guideline: string;
}

export interface InventedCase {
  readonly summary: string;
  readonly issues: readonly [CaseIssue, ...CaseIssue[]];
  /** Put after the sentences about the reviewer. */
  readonly ofReviewer?: string;
}

export type LayoutName = 'A' | 'B' | 'C' | 'D';

/** Null where letters of that era have no such case: those of the first decide one issue. */
export const LAYOUTS: Readonly<Record<LayoutName, (of: InventedCase) => string | null>> = {
  A: ({ summary, issues, ofReviewer = '' }) => {
    const [only, ...others] = issues;
    return others.length > 0
      ? null
      : `MEDICAL PROFESSIONAL REVIEW

ISSUE AT DISPUTE:
${wrapped(capital(only.treatment))}

CASE SUMMARY:
${wrapped(`${WORKER} ${summary}`)}

DOCUMENTS REVIEWED FOR DETERMINATION:
Application for Independent Medical Review dated 3/18/2013
Utilization review determination dated 3/4/2013

MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
${wrapped(`The MTUS ${only.guideline} was relied upon because it addresses this treatment.`)}

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS${only.decision === 'upheld' ? ' NOT' : ''}
MEDICALLY NECESSARY:
${wrapped(`${only.rationale} ${conclusionOf(only)}.`)}

MEDICAL REVIEWER QUALIFICATIONS:
${wrapped(`The physician reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in Arizona. The reviewer has no affiliation with the employer, the employee, the providers or the claims administrator. ${ofReviewer}`)}
`;
  },
  B: ({ summary, issues, ofReviewer = '' }) => `Notice of Independent Medical Review Determination

Dated: 10/3/2013

Employee:
Claim Number:             88-20119
Date of UR Decision:      7/29/2013
Date of Injury:           3/7/2012
IMR Application Received: 8/6/2013
MAXIMUS Case Number:      CM13-0904410

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

${wrapped('An application for Independent Medical Review was filed on 8/6/2013 disputing the Utilization Review Denial dated 7/29/2013. A decision has been made for each of the treatment and/or services that were in dispute:')}

${issues.map((each, i) => wrapped(`${i + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${each.treatment} is ${necessary(each)} and appropriate.`)).join('\n\n')}

Medical Qualifications of the Expert Reviewer:
${wrapped(`The Medical Doctor who made the decision has no affiliation with the employer, employee, providers or the claims administrator. The physician reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in Texas. ${ofReviewer}`)}

Case Summary:
${wrapped(`${WORKER} ${summary}`)}

Documents Reviewed for Determination:
Application for Independent Medical Review (received 8/6/2013)
Utilization Review Determination

${issues
  .map(
    (each, i) => `${wrapped(`${i + 1}) Regarding the request for ${each.treatment}:`)}

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to
Make His/Her Decision
${wrapped(`The Claims Administrator did not cite an evidence based guideline for its decision. The Expert Reviewer based his/her decision on the ${each.guideline}, which is part of the MTUS.`)}

Rationale for the Decision:
${wrapped(`${each.rationale} ${conclusionOf(each)} and appropriate.`)}`,
  )
  .join('\n\n')}
`,
  C: ({ summary, issues, ofReviewer = '' }) => `INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION

Dated: 02/18/2014

IMR Case Number:  CM13-0900271      Date of Injury:  06/05/2012
Claims Number:    00-1234-5         UR Denial Date:  09/20/2013
Priority:         STANDARD          Application Received:  10/01/2013

HOW THE IMR FINAL DETERMINATION WAS MADE
${wrapped(`MAXIMUS Federal Services sent the complete case file to a physician reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. The physician reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in California. ${ofReviewer}`)}

CLINICAL CASE SUMMARY
${wrapped('The physician reviewer developed the following clinical case summary based on a review of the case file, including all medical records:')}

${wrapped(`${WORKER} ${summary}`)}

IMR DECISION(S) AND RATIONALE(S)
The Final Determination was based on decisions for the disputed items/services set forth below:

${issues
  .map(
    (each, i) => `${wrapped(`${i + 1}. The request for ${each.treatment} is ${necessary(each)} and appropriate.`)}

The Claims Administrator did not cite any evidence basis for its decision.

${wrapped(`The Physician Reviewer based his/her decision on the ${each.guideline}, which is part of the MTUS.`)}

${wrapped(`The Physician Reviewer's decision rationale: ${each.rationale} ${conclusionOf(each)} and appropriate.`)}`,
  )
  .join('\n\n')}
`,
  D: ({ summary, issues, ofReviewer = '' }) => `Case Number:          CM17-0990001
Date Assigned:        01/12/2017                      Date of Injury:      11/03/2015
Decision Date:        02/15/2017                      UR Denial Date:      12/22/2016
Priority:             Standard                        Application          01/06/2017
                                                      Received:

HOW THE IMR FINAL DETERMINATION WAS MADE
${wrapped(`MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. ${ofReviewer}`)}

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Orthopedic Surgery

CLINICAL CASE SUMMARY
${wrapped('The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:')}

${wrapped(`${WORKER} ${summary}`)}

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

${issues
  .map(
    (each) => `${wrapped(`${capital(each.treatment)}: ${capital(each.decision)}`)}

${wrapped(`Claims Administrator guideline: Decision based on MTUS ${each.guideline}.`)}

${wrapped(`MAXIMUS guideline: Decision based on MTUS ${each.guideline}.`)}

${wrapped(`Decision rationale: ${each.rationale} Therefore, ${conclusionOf(each).replace(/^T/, 't')}.`)}`,
  )
  .join('\n\n')}
`,
};

const WORKER = 'The patient is a 44 year old man who hurt himself at work.';

const necessary = ({ decision }: CaseIssue): string => `${decision === 'upheld' ? 'not ' : ''}medically necessary`;

const conclusionOf = (issue: CaseIssue): string =>
  `The request ${issue.concluded === '' ? '' : `for ${issue.concluded ?? issue.treatment} `}is ${necessary(issue)}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const WIDTH = 95;

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
