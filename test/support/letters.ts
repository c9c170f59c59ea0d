/** A letter in which nothing is to be found. */
export const CLEAN_LETTER = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: Oregon
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The injured worker is a 51 year old male who was hurt on 03/14/2016.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: There is no red flag. Therefore, the request is not medically necessary.
`;

/** A letter with findings, about which a team has its say: when the worker was hurt and how the issue was decided are missing. */
export const LETTER_WITH_FINDINGS = CLEAN_LETTER.replace(' who was hurt on 03/14/2016', '').replace(': Upheld', '');

/** A letter with a word that is in no word list. */
export const MISSPELT_LETTER = CLEAN_LETTER.replace('red flag', 'tendernes');
