import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../server/src/determination/model/determination.ts';
import { readCategory } from '../../../server/src/determination/readers/treatments/category.ts';
import drugs from '../../../server/src/determination/readers/treatments/drugs.json' with { type: 'json' };
import generalWords from '../../../server/src/determination/readers/treatments/generalWords.json' with { type: 'json' };
import vocabulary from '../../../server/src/determination/readers/treatments/treatments.json' with { type: 'json' };
import { findTreatments } from '../../../server/src/determination/readers/treatments/treatments.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const HEADINGS: Readonly<Record<Category, readonly string[]>> = {
  medication: [
    'Zolpidem 10mg #30',
    'Soma 350mg #90 with 2 refills',
    'Butrans patch 10mcg/hr #4',
    'Topical compound cream: Gabapentin 6%, Ketoprofen 20%',
    'Xyzanol 15mg #60',
    'Lidoderm patches 5% #30',
    'Terocin patches #10',
    'Medrol dose pack',
    'Ondansetron ODT 8mg #20',
    'Keflex 500mg #28',
    'Stool softener',
    'Associated surgical service: Norco 5/325mg #60',
    'Voltaren gel 1% 100g for the right knee',
    'Flurbiprofen/Lidocaine cream',
    'Compound: Gabapentin/Amitriptyline/Bupivacaine',
    'Medical marijuana',
    'Vitamin D 50,000 units',
    'Acetaminophen/codeine #3',
    'Tylenol #3, 60 tablets',
    'APAP/hydrocodone 325/5',
    'Hydrocodone/APAP 10/325mg #120',
    'Lidocaine/menthol patches',
    'LidoPro cream',
    'Omeprazole DR 20 mg',
    'Ibuprofen cream',
    'Tramadol HCl ER',
    'Topamax',
    'Prilosec',
    'Nabumetone 750',
    'Relafen',
    'Aspirin 325mg',
    'Medications: Naproxen',
    'Refill of Norco',
    'Prescription for Mobic 15mg',
    'Docusate sodium',
    'Percocet 5/325',
    'Gabapentin',
    'Glucosamine',
    'Dexilant',
    'Cipro',
    'FluriFlex ointment 180gm',
    'Retrospective: Flector patch 1.3%',
    'Continue Naproxen',
    'Post-op Percocet',
    'TGHot topical cream',
    'Unknown prescription of Tramadol',
    'Nasal spray',
    '3cc of bupivacaine and 1cc of betamethasone',
    'Two months supply of Relafen 500mg',
  ],
  injection: [
    'Toradol 60mg IM injection',
    'Cortisone injection to the right shoulder',
    'Ultrasound guided injection of the left knee',
    'L4-L5 and L5-S1 transforaminal epidural steroid injection',
    'Bilateral C5-6 medial branch block',
    'Right L5-S1 TFESI under fluoroscopic guidance with conscious sedation',
    'Synvisc injections x 3 for the right knee',
    'Left SI joint injection',
    'Lumbar facet rhizotomy at L3-4, L4-5 bilaterally',
    'Trigger point injections, cervical paraspinals',
    'Stellate ganglion block, right',
    'PRP injection of the right elbow',
    'MRI-guided injection',
    'Botox 200 units',
    'Cervical epidural steroid injection at C7-T1',
    'Lumbar epidural steroid injection L5-S1',
    'Left L4-L5 selective nerve root block',
    'Right shoulder corticosteroid injection under ultrasound guidance',
    'Medial branch blocks at right L3, L4 and L5',
    'Kenalog injection left thumb CMC joint',
    'Facet blocks',
    'Intra-articular hip injection, left',
    'Occipital nerve block, bilateral',
    'Ketorolac injection 60mg',
    'B12 injection',
  ],
  surgery: [
    'Right carpal tunnel release',
    'Left open carpal tunnel release and left trigger thumb release',
    'L4-5 microdiscectomy',
    'ACDF at C5-C6 and C6-C7',
    'Left total knee replacement',
    'ORIF of the left distal radius fracture',
    'Right shoulder arthroscopic subacromial decompression, distal clavicle excision',
    'Right inguinal hernia repair with mesh',
    'Associated surgical service: Assistant surgeon',
    'Associated surgical service: 1 day inpatient stay',
    'Associated surgical service: Anesthesia',
    'Spinal cord stimulator trial',
    'Left knee arthroscopy, partial medial meniscectomy, chondroplasty',
    'Hardware removal, left ankle',
    'Left shoulder arthroscopy with rotator cuff repair',
    'Excision of ganglion cyst right wrist',
    'Right ankle ORIF hardware removal',
    'Anterior cervical discectomy and fusion C5-6',
    'Left ulnar nerve decompression at the elbow',
    'Right long finger trigger release',
    'Irrigation and debridement of the left hand',
    'Lumbar laminectomy',
    'Kyphoplasty T12',
    'Umbilical hernia repair',
    'Right Achilles tendon repair',
    'Amputation revision left index finger',
    'Outpatient surgery center',
    'PA-C',
    'Inpatient length of stay, 2 days',
    'Surgical assistant',
    'Manipulation under anesthesia, right shoulder',
  ],
  'diagnostic-test': [
    'Associated surgical service: Pre-operative EKG',
    'Neuropsychological evaluation',
    'EMG/NCV of bilateral lower extremities',
    'NCV right upper extremity',
    'Electrodiagnostic studies of the bilateral upper extremities',
    'Sleep study',
    'Pulmonary function test',
    'Echocardiogram',
    'Intraoperative monitoring',
    'Range of motion testing',
    'Nerve conduction study of the left upper extremity',
    'Video-EEG',
    'VNG testing',
    'Audiogram',
    'Treadmill stress test',
    'Cardiac stress test',
    'Polysomnography',
    'Autonomic nervous system function testing',
    'Computerized range of motion and muscle testing',
    'BUE EMG',
    'EMG/NCV BLE',
    'Electromyography (EMG) left leg',
  ],
  dme: [
    'Associated surgical service: Cold therapy unit x 7 day rental',
    'Associated surgical service: Crutches',
    'Associated surgical service: CPM machine rental',
    'Associated surgical service: Sling',
    'TENS unit and supplies',
    'H-wave unit purchase',
    'Interferential unit 30 day trial',
    'LSO back brace',
    'Lumbar support',
    'Right wrist splint',
    'Custom orthotics',
    'Walking boot for the right foot',
    'Home exercise kit',
    'Home cervical traction unit',
    'DVT compression unit with wraps',
    'Ergonomic chair',
    'Purchase of a cane',
    'Electrodes, 2 packs',
    'Knee brace, hinged, left',
    'Wheelchair rental',
    'Knee scooter rental, 6 weeks',
    'Vascutherm cold compression unit 14 day rental',
    'Cervical pillow',
    'Thumb spica splint, right',
    'CAM boot',
    'Thermacure 30 day rental',
    'Pneumatic intermittent compression device',
    'IF unit with supplies',
    'Home interferential unit',
    'Solar Care FIR heating system',
    'Muscle stimulator unit',
    'Bone growth stimulator',
    'Motorized cold therapy unit',
    'Shower chair',
    'Lumbar sacral orthosis',
    'Compression stockings, bilateral legs',
    'Wrist/hand brace, right',
    'Orthotics for bilateral feet',
    'Hinged knee brace',
  ],
  'physical-therapy': [
    'Associated surgical service: Post-operative physical therapy 12 visits',
    'Post-operative physical therapy 3x4 left knee',
    'PT 2x6 right ankle',
    'Physical therapy evaluation',
    'Physical therapy initial evaluation and 6 sessions',
    'Phsyical therapy 2 times a week for 6 weeks',
    'Physical therapy for the left 5th finger',
    'Physical therapy for the left index and middle fingers',
    'Physical therapy, right knee and left ankle',
    'Physical therapy for the left hand and wrist',
    'Physical therapy for the right lower leg',
    'Physical therapy to left lower extremity',
    'Physical therapy for bilateral hands/wrists',
    'Hand therapy 2x4',
    'Physical therapy modalities',
    'Electrical stimulation, 6 sessions',
    'Therapeutic ultrasound, 6 visits',
    'Traction times 6',
    'Physiotherapy 2x3 with modalities',
    'Vestibular therapy 2x6',
    'In-home physical therapy 2x3',
    'Whirlpool times 8',
  ],
  consultation: [
    'Associated surgical service: Pre-operative medical clearance',
    'Initial evaluation for functional restoration program',
    'Psychological evaluation',
    'Psychiatric consultation',
    'Neurology consultation for head injury',
    'Referral to pain management',
    'Consultation with an orthopedic surgeon for the right shoulder',
    'Orthopedic evaluation',
    'Follow-up visit with hand specialist',
    'Follow-up in 4 weeks',
    'Office visit',
    'Consultation for surgery',
    'Pain management consult for lumbar ESI',
    'Second opinion with spine surgeon',
    'General surgeon evaluation for hernia',
    'ENT consultation',
    'Podiatry referral',
    'Ophthalmology evaluation',
    'Psych consult',
    'Pain psychology consultation',
    'Physiatrist consultation',
    'Neurosurgical consultation',
    'Referral to hand surgeon for right wrist',
    'Internal medicine consultation',
    'Ortho consult',
    'Dermatology consult',
    'Orthopedic follow-up',
    'Re-evaluation in 6 weeks',
    'Evaluate and treat by pain management',
    'Initial consultation with chiropractor',
    'Dental consultation',
    'Opthalmology consult',
    'Urology consultation',
    'Sleep medicine consultation',
    'Cardiology clearance',
    'PTP follow-up',
    'Specialist referral: orthopedic surgery',
    'HELP evaluation',
  ],
  'lab-test': [
    'Associated surgical service: Pre-op labs (CBC, CMP, PT/PTT, UA)',
    'Urine toxicology screening',
    'UDS',
    'Labs: CBC, BMP',
    'Lab tests: liver and kidney function',
    'Hemoglobin A1c',
    'Genetic testing',
    'CBC, CMP, PT, PTT, UA',
    'Preoperative labs',
    'Blood work',
    'MRSA nasal swab',
    'Lipid panel',
    'ESR and CRP',
    'Comprehensive drug panel',
    '12 panel urine drug screen',
  ],
  'functional-restoration': ['Functional restoration program evaluation', 'Multidisciplinary pain program'],
  'work-hardening': [
    'Work hardening program, 10 sessions',
    'Work conditioning 3 times a week for 4 weeks',
    'Work hardening/conditioning',
  ],
  'aquatic-therapy': [
    'Aquatic therapy 2x4 for the lumbar spine',
    'Aquatic physical therapy, eight sessions',
    'Pool therapy',
  ],
  massage: ['Massage therapy 6 visits', 'Myofascial release times 6', 'Myofascial release and electrical stimulation'],
  acupuncture: [
    'Acupuncture x 8 sessions, bilateral knees',
    'Acupunture 6 visits for the shouldr',
    'Acupuncture evaluation and treatment, 6 visits',
  ],
  chiropractic: [
    'Chiropractic manipulation with massage, 6 visits',
    'Chiropractic therapy 2 x 3 cervical, thoracic and lumbar spine',
    'Chiroprctic 6 visits for the lo9w back',
  ],
  psychotherapy: [
    'Cognitive behavioral therapy, 6 sessions',
    'Individual psychotherapy once a week for 8 weeks',
    'Psychotherapy evaluation',
    'Cognitive therapy',
    'Biofeedback, 6 sessions',
    'Psychotherapy 1x6',
    'Group therapy',
    'Hypnotherapy',
    'Cognitive rehabilitation',
  ],
  imaging: [
    'X-ray of the left foot, 3 views',
    'MR arthrogram of the left shoulder',
    'MRI of the brain without contrast',
    'CT of the cervical spine',
    'Ultrasound of the right wrist',
    'Bone scan, three phase',
    'Flexion/extension x-rays of the lumbar spine',
    'MRI of the thoracic spine and lumbar spine',
    'MRI of the right and left knees',
    'MRI of both shoulders',
    'MRI shoulder, right',
    'MRI (R) knee',
    'MRI of the left thumb',
    'MRI pelvis and hips',
    'Doppler ultrasound of the left lower extremity',
    'MRI of the lumbr spine',
    'MRI of the right upper arm',
    'Trigger point impedance imaging',
    'Lumbar discogram L3-S1',
    'MRI 3.0 Tesla of the right wrist',
    '3T MRI of the left hip',
    'CT myelogram of the lumbar spine',
    'SPECT CT of the lumbar',
    'X-rays bilateral hands',
    'Plain films of the left wrist and forearm',
    'Weight bearing X-ray of both knees',
    'Diagnostic ultrasound of the right shoulder',
    'MRI of the sacrum/coccyx',
    'MRI of the orbits',
    'Venous duplex of the right leg',
    'Chest X-ray, 2 views',
    'MRA of the neck',
  ],
  'home-care': [
    'Home health aide 4 hours a day',
    'Home health care, 8 hours per day for 6 weeks',
    'Skilled nursing visits for wound care',
    'Home health physical therapy',
    'RN home visits',
    'Home health nurse for dressing changes',
    'Housekeeping 4 hours a week',
  ],
  other: [
    'Transportation to and from appointments',
    'Interpreter',
    'Extracorporeal shockwave therapy, right shoulder',
    'Weight loss program',
    'Hyperstimulation analgesia for the lumbar spine',
    'Localized intense neurostimulation therapy',
    'Speech therapy',
    'Home modification',
    'Taxi service',
    'Nurse case manager',
    'Home exercise program',
    'ESWT',
    'Health club membership, 3 months',
    'Something that nobody has heard of',
    '',
  ],
  'occupational-therapy': [
    'Occupational therapy 2x4',
    'OT twice a week for 5 weeks, left wrist',
    'Occupational hand therapy',
    'Post-op OT/PT',
    'Certified hand therapist, 8 visits',
    'Occuptional therapy, nine sessions',
  ],
};

const categoryOf = (heading: string): Category => readCategory(new LetterText(heading).prose).value;

describe.each(Object.entries(HEADINGS))('category %s', (category, headings) => {
  it.each(headings)('%s', (heading) => {
    expect(categoryOf(heading)).toBe(category);
  });
});

/** Headings as letters word them, in the manner of every kind of request: '## category', then one heading on each line. */
const WORDINGS: readonly (readonly [string, readonly string[]])[] = readFileSync(
  new URL('categories.txt', import.meta.url),
  'utf8',
)
  .split('## ')
  .slice(1)
  .map((block) => block.trim().split('\n'))
  .map(([category = '', ...headings]) => [category, headings]);

describe('wordings', () => {
  it.each(WORDINGS)('%s', (category, headings) => {
    expect(headings.length).toBeGreaterThan(5);
    expect(headings.filter((heading) => categoryOf(heading) !== category)).toEqual([]);
  });
});

describe('category', () => {
  it.each(headingsOf())('does not depend on capitals: %s', (category, heading) => {
    expect(categoryOf(heading.toUpperCase())).toBe(category);
  });

  it('is read across a line end and a page break', () => {
    expect(categoryOf('Electro-\nmyography of the\n\fleft arm')).toBe('diagnostic-test');
  });
});

/** A few of each category: small letters carry meaning in 'mg', not in names. */
function headingsOf(): readonly (readonly [string, string])[] {
  return Object.entries(HEADINGS).flatMap(([category, headings]) =>
    headings.slice(0, 6).map((heading) => [category, heading] as const),
  );
}

describe('findTreatments', () => {
  const named = (text: string): readonly string[] => {
    const letter = new LetterText(text);
    return findTreatments(letter.prose).map(
      ({ value, span }) => `${text.slice(span.start, span.end)} = ${value.name} (${value.drugClass ?? value.category})`,
    );
  };

  it('gives one name to all names of a treatment', () => {
    expect(named('Norco and Vicodin; an MRI, or magnetic resonance imaging.')).toEqual([
      'Norco = hydrocodone (opioid)',
      'Vicodin = hydrocodone (opioid)',
      'MRI = MRI (imaging)',
      'magnetic resonance imaging = MRI (imaging)',
    ]);
  });

  it('takes the longest name', () => {
    expect(named('A home exercise kit, hand therapy and aquatic physical therapy were tried.')).toEqual([
      'home exercise kit = home exercise kit (dme)',
      'hand therapy = hand therapy (physical-therapy)',
      'aquatic physical therapy = aquatic therapy (aquatic-therapy)',
    ]);
  });

  it('names a class of drugs', () => {
    expect(named('Opioids and non-steroidal anti-inflammatory drugs')).toEqual([
      'Opioids = opioid (opioid)',
      'non-steroidal anti-inflammatory drugs = NSAID (NSAID)',
    ]);
  });

  it('spells what was read where a line end is in it', () => {
    expect(named('six visits of physical\n   therapy')).toEqual([
      'physical\n   therapy = physical therapy (physical-therapy)',
    ]);
  });

  it.each([
    'The pt reported pain.',
    'The patient was told to support the unit of the block.',
    'Evaluation and therapy are continued under supervision.',
    'CRPS is suspected.',
    'He gave a report to the physician after surgery.',
  ])('finds nothing in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('the vocabulary of treatments', () => {
  const terms = (category: string, words: readonly string[]) =>
    words.map((word) => [word.toLowerCase(), category] as const);
  const all = [
    ...Object.entries(vocabulary).flatMap(([category, names]) =>
      Object.entries(names).flatMap(([name, others]) => terms(category, name === '*' ? others : [name, ...others])),
    ),
    ...Object.values(drugs).flatMap((generics) =>
      Object.entries(generics).flatMap(([name, others]) => terms('medication', [name, ...others])),
    ),
    ...Object.entries(generalWords.words).flatMap(([category, words]) => terms(category, words)),
  ];

  it('puts no term into two categories', () => {
    const categories = new Map<string, string>();
    const divided = all.filter(([term, category]) => {
      const known = categories.get(term) ?? category;
      categories.set(term, known);
      return known !== category;
    });
    expect(divided).toEqual([]);
  });

  it('reads every drug as a medication', () => {
    const misread = Object.values(drugs)
      .flatMap((generics) => Object.entries(generics).flatMap(([name, others]) => [name, ...others]))
      .filter((name) => categoryOf(`${name} 10mg #30`) !== 'medication');
    expect(misread).toEqual([]);
  });
});
