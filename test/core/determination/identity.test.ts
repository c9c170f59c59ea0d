import { describe, expect, test } from 'vitest';
import { identitiesIn } from '../../../server/src/determination/readers/identity/identity.ts';
import { IDENTITY_ROWS, type IdentityPlace } from '../../../server/src/determination/readers/identity/vocabulary.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('rows of what tells who somebody is', IDENTITY_ROWS);

const told = (text: string, place: IdentityPlace): readonly string[] => {
  const letter = new LetterText(text);
  return identitiesIn(letter.prose, place).map(({ kind, span }) => `${kind}: ${letter.written(span)}`);
};

describe('who the reviewer is, in the words that the form brings with it', () => {
  test.each([
    ['The reviewer was Dr. Ilse Quenby, NPI 1234509876.', 'reviewer was Dr. Ilse Quenby, NPI 1234509876'],
    ['Reviewed by: Ilse Quenby, MD', 'Reviewed by: Ilse Quenby, MD'],
    ['Reviewer: Ilse M. Quenby', 'Reviewer: Ilse M. Quenby'],
    ['Reviewer: DR. ILSE QUENBY', 'Reviewer: DR. ILSE QUENBY'],
    ['The reviewing physician is I. Quenby, M.D.', 'reviewing physician is I. Quenby, M.D.'],
    ['The expert reviewer, Ilse van der Quenby, agreed.', 'reviewer, Ilse van der Quenby'],
    [
      'The reviewer assigned to this matter is Ilse Quenby-Roe, D.C.',
      'reviewer assigned to this matter is Ilse Quenby-Roe, D.C.',
    ],
    ['This review was performed by Dr. O’Quenby of Fresno.', 'performed by Dr. O’Quenby'],
    ['The file was assigned to Quenby, MD.', 'assigned to Quenby, MD'],
    ['I am Dr. Ilse Quenby, Board Certified in Neurology.', 'I am Dr. Ilse Quenby'],
    ['My name is Ilse Quenby.', 'My name is Ilse Quenby'],
    ['I, Ilse Quenby, DO, have read the file.', 'I, Ilse Quenby, DO, have'],
  ])('%s', (sentence, words) => {
    expect(told(sentence, 'form')).toEqual([`reviewer name: ${words}`]);
  });

  test.each([
    ['Signed by Ilse Quenby, MD', 'signature: Signed by Ilse Quenby, MD'],
    ['Digitally signed by: Quenby', 'signature: Digitally signed by: Quenby'],
    ['/s/ Ilse Quenby, M.D.', 'signature: /s/ Ilse Quenby, M.D.'],
    ['Sincerely, Ilse Quenby, MD', 'signature: Sincerely, Ilse Quenby, MD'],
    ['California Medical License No. G55121', 'license number: License No. G55121'],
    ['NPI #: 1234509876', 'NPI: NPI #: 1234509876'],
  ])('%s', (sentence, found) => {
    expect(told(sentence, 'form')).toEqual([found]);
  });
});

describe('what the form says of the reviewer without a name, and whom the organization names of itself', () => {
  test.each([
    'The expert reviewer is Board Certified in Physical Medicine and Rehabilitation and is licensed to practice in California.',
    'The reviewer was selected by MAXIMUS Federal Services.',
    'The case was sent to an Expert Reviewer.',
    'Reviewer: Orthopedic Surgery',
    'Certification(s)/Specialty: Preventive Medicine, Occupational Medicine',
    'The reviewer is Board Certified. I am in active practice.',
    'Sincerely, Paula Vellum, MD, MPH, Medical Director, Independent Medical Review',
    'Sincerely, Paula Vellum Chief Medical Officer',
  ])('%s', (sentence) => {
    expect(told(sentence, 'form')).toEqual([]);
  });
});

describe('who the reviewer is, in what an editor wrote', () => {
  test.each([
    [
      'The request is not medically necessary. Reviewed by: Ilse Quenby, MD',
      'reviewer name: Reviewed by: Ilse Quenby, MD',
    ],
    ['The expert reviewer, Dr. Quenby, concludes so.', 'reviewer name: reviewer, Dr. Quenby'],
    ['The IMR reviewer was Ilse Quenby.', 'reviewer name: reviewer was Ilse Quenby'],
    ['The undersigned, Ilse Quenby, DPM, agrees.', 'reviewer name: undersigned, Ilse Quenby, DPM'],
    ['It is not necessary. Electronically signed by Ilse Quenby', 'signature: Electronically signed by Ilse Quenby'],
    ['It is not necessary. Signed: Ilse Quenby, MD', 'signature: Signed: Ilse Quenby, MD'],
    ['It is not necessary. License #A-55121', 'license number: License #A-55121'],
  ])('%s', (sentence, found) => {
    expect(told(sentence, 'text')).toEqual([found]);
  });

  test.each([
    // Who treats, examines, or reviews for others may be named.
    'The MRI was reviewed by Dr. Ilse Quenby.',
    'On 5/4/2016 Dr. Quenby requested surgery, and the reviewer, as told, denied it.',
    'The utilization reviewer was Dr. Ilse Quenby.',
    'The UR reviewer, Ilse Quenby, MD, denied it.',
    'The peer reviewer was Ilse Quenby, DO.',
    'The RFA was signed by Dr. Ilse Quenby on 1/2/2017.',
    'A note that was electronically signed by Ilse Quenby, PA, was read.',
    'The treating physician, Ilse Quenby, MD, NPI 1234509876, asks for it.',
    'Dr. Quenby (NPI 1234509876) asks for it.',
    'The exam was performed by Ilse Quenby, MD.',
    'It was assigned to Dr. Quenby for a second opinion.',
    'The pain is of grade I, Dr. Quenby noted.',
    'She drives without a license. Nobody of that name reviewed the file.',
  ])('nothing: %s', (sentence) => {
    expect(told(sentence, 'text')).toEqual([]);
  });
});

describe('who the worker is', () => {
  test.each([
    ['All letters reach her at P.O. Box 52, Quarry Bend, CA 93700.', 'P.O. box: P.O. Box 52, Quarry Bend, CA 93700'],
    ['His address is PO Box 12.', 'P.O. box: PO Box 12'],
    ['She may be written to at Post Office Box 9, Fresno, CA 93700.', 'P.O. box: Post Office Box 9, Fresno, CA 93700'],
    ['She lives at 14 N. Alder Lane with two sons.', 'street address: lives at 14 N. Alder Lane'],
    ['His home, 220 5th Street, has stairs.', 'street address: home, 220 5th Street'],
    ['The worker moved to 8 Old Mill Rd in May.', 'street address: moved to 8 Old Mill Rd'],
    ['Mail was sent to the patient at 77 Cedar Creek Drive, Fresno, CA 93700.', 'street address: 77 Cedar Creek Drive'],
    ['Her cell is 555-0142.', 'phone number: cell is 555-0142'],
    ['The patient can be called at 555.010.0142.', 'phone number: 555.010.0142'],
    ['Telephone: 5550100142', 'phone number: Telephone: 5550100142'],
    ['Claim No.: 30-44521-B was accepted.', 'claim number: Claim No.: 30-44521-B'],
    ['The claim file # is 0044-55-123.', 'claim number: claim file # is 0044-55-123'],
    ['It was filed as claim WC2016-30445.', 'claim number: claim WC2016-30445'],
    ['MRN: 00-44-5512 is hers.', 'medical record number: MRN: 00-44-5512'],
    ['Patient ID 445512 is in the report.', 'medical record number: Patient ID 445512'],
    ['WCAB No. ADJ1004455 is pending.', 'WCAB number: WCAB No. ADJ1004455'],
    ['ADJ 1004455 is pending.', 'WCAB number: ADJ 1004455'],
    ['SSN: 123 45 6789', 'social security number: SSN: 123 45 6789'],
    ['D.O.B.: 3/17/1956', 'date of birth: D.O.B.: 3/17/1956'],
    ['Ms. Fictitious was seen.', 'name: Ms. Fictitious'],
    ['The patient is named Maria Fictitious.', 'name: patient is named Maria Fictitious'],
  ])('%s', (sentence, found) => {
    expect(told(sentence, 'text')).toEqual([found]);
  });

  test.each([
    'He fell at 1200 Elm Grove Street.',
    'The claims administrator at P.O. Box 100, Fresno, CA 93700, denied it.',
    'Write to MAXIMUS, P.O. Box 1380, Fresno, CA 93700.',
    'The clinic at 12 Oak Street, Fresno, CA 93700, has the chart.',
    'She lives on Elm Street and works on the first floor.',
    'Her claim of 2016-2017 was accepted. Claim no. 2 is denied.',
    'The chart of 5/4/2016 holds no record number.',
    'She saw Mr. Roe, P.A., and a nurse, Ms. Poe. Mr. Moe et al wrote so.',
    'A box of 12 patches was given 3 times by phone.',
    'MS Contin 15 mg was given. He will miss Work.',
    'Case CM16-0230651 was decided on 11-02-2016.',
  ])('nothing: %s', (sentence) => {
    expect(told(sentence, 'text')).toEqual([]);
  });
});
