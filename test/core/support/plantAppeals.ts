import type { CaseIssue, InventedCase } from './layouts.ts';

/** A case with something that appeals turn on, and the same case without it. */
export interface PlantedCase {
  readonly name: string;
  readonly rule: string;
  readonly clean: InventedCase;
  readonly planted: InventedCase;
}

const KNEE = 'Knee Complaints 2004, Initial Care';
const NECK = 'Neck and Upper Back Complaints 2004, Special Studies';
const BACK = 'Low Back Complaints 2004, Special Studies';
const PAIN = 'Chronic Pain Medical Treatment Guidelines 2009, Opioids';

const issue = (treatment: string, guideline: string, rationale: string, more: Partial<CaseIssue> = {}): CaseIssue => ({
  treatment,
  guideline,
  rationale,
  decision: 'upheld',
  ...more,
});

/** One issue whose rationale says the one thing or the other. */
const said = (
  name: string,
  rule: string,
  summary: string,
  [treatment, guideline]: readonly [string, string],
  [right, wrong]: readonly [string, string],
): PlantedCase => ({
  name,
  rule,
  clean: { summary, issues: [issue(treatment, guideline, right)] },
  planted: { summary, issues: [issue(treatment, guideline, wrong)] },
});

const arthroscopy = (decision: CaseIssue['decision']): CaseIssue =>
  issue('arthroscopy of the right knee', KNEE, `The scan shows ${decision === 'upheld' ? 'no' : 'a'} tear.`, {
    decision,
  });
const OPERATION =
  'He was asked about an operation on the right knee, and UR denied arthroscopy of the right knee and a knee brace.';

export const APPEALS: readonly PlantedCase[] = [
  said(
    'therapy that was had',
    'record-contradiction',
    'He has had 12 visits of physical therapy for the right knee.',
    ['arthroscopy of the right knee', KNEE],
    ['The scan shows no tear.', 'The records show no physical therapy for the right knee.'],
  ),
  said(
    'a study that was done',
    'record-contradiction',
    'An MRI of the cervical spine on 2/2/2013 showed a bulge.',
    ['epidural steroid injection of the cervical spine', NECK],
    ['The bulge touches no root.', 'No MRI of the cervical spine has ever been done.'],
  ),
  said(
    'a drug that was taken',
    'record-contradiction',
    'He was treated with naproxen and with rest.',
    ['lidocaine patches', PAIN],
    ['These patches are for pain of a nerve.', 'He has not tried NSAIDs.'],
  ),
  said(
    'findings that share no words',
    'record-contradiction',
    'Examination showed decreased strength and decreased sensation in the right leg at L5.',
    ['MRI of the lumbar spine', BACK],
    ['The scan of last year will do.', 'There is no evidence of neurologic deficit.'],
  ),
  said(
    'therapy that was not had',
    'record-contradiction',
    'He has not had any acupuncture.',
    ['physical therapy of the lumbar spine', BACK],
    ['He walks with care.', 'He completed 6 visits of acupuncture.'],
  ),
  {
    name: 'aftercare of an operation that is upheld',
    rule: 'dependent-decision',
    clean: {
      summary: OPERATION,
      issues: [
        arthroscopy('overturned'),
        issue('a knee brace', KNEE, 'As the arthroscopy is medically necessary, so is the brace.', {
          decision: 'overturned',
        }),
      ],
    },
    planted: {
      summary: OPERATION,
      issues: [
        arthroscopy('upheld'),
        issue('a knee brace', KNEE, 'As the arthroscopy is medically necessary, so is the brace.', {
          decision: 'overturned',
        }),
      ],
    },
  },
  {
    name: 'nothing for an operation that is overturned',
    rule: 'dependent-decision',
    clean: {
      summary: OPERATION,
      issues: [
        arthroscopy('upheld'),
        issue('a knee brace', KNEE, 'Since the surgery is not medically necessary, neither is the brace.'),
      ],
    },
    planted: {
      summary: OPERATION,
      issues: [
        arthroscopy('overturned'),
        issue('a knee brace', KNEE, 'Since the surgery is not medically necessary, neither is the brace.'),
      ],
    },
  },
  {
    name: 'a thing denied that no issue decides',
    rule: 'disputed-items-mismatch',
    clean: {
      summary: 'Utilization review denied the request for arthroscopy of the right knee.',
      issues: [arthroscopy('upheld')],
    },
    planted: {
      summary: 'Utilization review denied the requests for arthroscopy of the right knee and for a cold therapy unit.',
      issues: [arthroscopy('upheld')],
    },
  },
  {
    name: 'a thing decided that review authorized',
    rule: 'disputed-items-mismatch',
    clean: {
      summary:
        'Utilization review authorized six visits of acupuncture and denied the request for arthroscopy of the right knee.',
      issues: [arthroscopy('upheld')],
    },
    planted: {
      summary:
        'Utilization review authorized the arthroscopy of the right knee and denied the request for acupuncture.',
      issues: [arthroscopy('upheld')],
    },
  },
  {
    name: 'another strength of the drug',
    rule: 'quantity-mismatch',
    clean: {
      summary: 'He takes tramadol for pain.',
      issues: [issue('tramadol 50 mg #60', PAIN, 'Tramadol 50 mg is asked for.', { concluded: '' })],
    },
    planted: {
      summary: 'He takes tramadol for pain.',
      issues: [issue('tramadol 50 mg #60', PAIN, 'Tramadol 100 mg is asked for.', { concluded: '' })],
    },
  },
  {
    name: 'another number of tablets in the conclusion',
    rule: 'quantity-mismatch',
    clean: { summary: 'He takes tramadol for pain.', issues: [issue('tramadol 50 mg #60', PAIN, 'No gain is told.')] },
    planted: {
      summary: 'He takes tramadol for pain.',
      issues: [issue('tramadol 50 mg #60', PAIN, 'No gain is told.', { concluded: 'tramadol 50 mg #90' })],
    },
  },
  {
    name: 'another level of the spine in the conclusion',
    rule: 'treatment-mismatch',
    clean: {
      summary: 'Pain runs down the right leg.',
      issues: [issue('epidural steroid injection at L4-L5', BACK, 'No root is known to be touched.')],
    },
    planted: {
      summary: 'Pain runs down the right leg.',
      issues: [
        issue('epidural steroid injection at L4-L5', BACK, 'No root is known to be touched.', {
          concluded: 'epidural steroid injection at C5-C6',
        }),
      ],
    },
  },
  {
    name: 'another region of the spine throughout',
    rule: 'treatment-mismatch',
    clean: {
      summary: 'He has low back pain.',
      issues: [
        issue('MRI of the lumbar spine', BACK, 'The lumbar spine is stiff, and the low back is tender.', {
          concluded: '',
        }),
      ],
    },
    planted: {
      summary: 'He has low back pain.',
      issues: [
        issue('MRI of the lumbar spine', BACK, 'The cervical spine is stiff, and the muscles of the neck are tender.', {
          concluded: '',
        }),
      ],
    },
  },
  {
    name: 'the name of the reviewer',
    rule: 'personal-information',
    clean: { summary: 'He has knee pain.', issues: [arthroscopy('upheld')] },
    planted: {
      summary: 'He has knee pain.',
      issues: [arthroscopy('upheld')],
      ofReviewer: 'The reviewer was Dr. Ilse Quenby.',
    },
  },
];
