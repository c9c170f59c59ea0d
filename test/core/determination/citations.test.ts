import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../server/src/determination/model/determination.ts';
import { endOfCited } from '../../../server/src/determination/readers/citations/afterCitation.ts';
import { readCited } from '../../../server/src/determination/readers/citations/citations.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const MTUS = 'Decision based on MTUS ';
const FREE = 'Decision based on Non-MTUS Citation ';
const OUTSIDE =
  'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ';

const read = (text: string): readonly Citation[] => readCited(new LetterText(text).prose).citations;

/** 'SOURCE | title | year | section; section | page' of every citation. */
function told(text: string): readonly string[] {
  return read(text).map(({ source, title, year, sections, pages, pagesInDocument }) =>
    [
      source,
      title.value,
      year?.value ?? '',
      sections.map(({ value }) => value).join('; '),
      pages.map(({ value }) => value).join('; ') + (pagesInDocument === null ? '' : ` of ${pagesInDocument.value}`),
    ]
      .join(' | ')
      .replace(/(?: \| )+$/, ''),
  );
}

describe('editions as letters since 2018 print them', () => {
  it.each<[string, string[]]>([
    ['ACOEM Chronic Pain Guideline (effective 05/15/2017)', ['MTUS | Chronic Pain | 2017']],
    [
      'ACOEM Knee Disorders Guidelines (effective 9/21/2020), Section(s): Bracing.',
      ['MTUS | Knee Disorders | 2020 | Bracing'],
    ],
    ['Hip and Groin Disorders (ACOEM), effective 10/7/2019', ['MTUS | Hip and Groin Disorders | 2019']],
    ['Shoulder Disorders (ACOEM) 2023, Section(s): Slings.', ['MTUS | Shoulder Disorders | 2023 | Slings']],
    [
      'Low Back Disorders Guideline (ACOEM, effective 11/23/2021), Section(s): Supports.',
      ['MTUS | Low Back Disorders | 2021 | Supports'],
    ],
    ['Low Back Disorders Guideline (March 7, 2019)', ['MTUS | Low Back Disorders | 2019']],
    [
      'Elbow Disorders (ACOEM) Guideline, effective April 18, 2019; Opioids Guideline (April 20, 2017), Section(s): Tapering.',
      ['MTUS | Elbow Disorders | 2019', 'MTUS | Opioids | 2017 | Tapering'],
    ],
    ['Drug Formulary.', ['MTUS | Drug Formulary']],
    ['Drug List v9 (8/1/2021).', ['MTUS | Drug List | 2021']],
    [
      'Workplace Mental Health: Depressive Disorders 2020, Section(s): Exercise.',
      ['MTUS | Workplace Mental Health: Depressive Disorders | 2020 | Exercise'],
    ],
    // Chapters that are in no list.
    [
      'ACOEM Vestibular Disorders Guideline (effective 4/1/2031), Section(s): Habituation.',
      ['MTUS | Vestibular Disorders | 2031 | Habituation'],
    ],
    [
      'Workplace Mental Health: Adjustment Disorders 2032, Section(s): Coping.',
      ['MTUS | Workplace Mental Health: Adjustment Disorders | 2032 | Coping'],
    ],
    // ACOEM's own chapters keep its name, with their numbers.
    ['ACOEM Chapter 12 Low Back Complaints Page(s): 298.', ['MTUS | ACOEM Chapter 12 Low Back Complaints |  |  | 298']],
  ])('%s', (text, expected) => {
    expect(told(MTUS + text)).toEqual(expected);
  });

  it('another publisher after a full stop begins another citation, without the word Non-MTUS too', () => {
    const first = 'MTUS | Neck Complaints | 2004 | Traction';
    const text = `${MTUS}Neck Complaints 2004, Section(s): Traction. Decision based on`;
    expect(told(`${text} ODG Neck Chapter, Section: Traction.`)).toEqual([first, 'ODG | Neck Chapter |  | Traction']);
    expect(told(`${text} the Official Disability Guidelines, Neck.`)).toEqual([first, 'ODG | Neck']);
  });

  it('also after a colon', () => {
    expect(told('MTUS: Hip and Groin Disorders (ACOEM), effective 10/7/2019')).toEqual([
      'MTUS | Hip and Groin Disorders | 2019',
    ]);
  });

  it.each<[string, string[]]>([
    [
      'ODG by MCG, Low Back, Physical therapy (PT), last updated 2/2021.',
      ['ODG | Low Back |  | Physical therapy (PT)'],
    ],
    [
      'Official Disability Guidelines (ODG by MCG), Neck and Upper Back, Traction',
      ['ODG | Neck and Upper Back |  | Traction'],
    ],
    ['Official Disability Guidelines by MCG, Head, Triptans', ['ODG | Head |  | Triptans']],
  ])('%s', (text, expected) => {
    expect(told(FREE + text)).toEqual(expected);
  });

  it('reads several topics of one guideline, each with its own pages', () => {
    expect(
      told(
        `${MTUS}Chronic Pain Treatment Guidelines Aquatic therapy Page(s): 22, Physical medicine Page(s): 98-99 of 127.`,
      ),
    ).toEqual(['MTUS | Chronic Pain Treatment Guidelines |  | Aquatic therapy; Physical medicine | 22; 98-99 of 127']);
  });
});

describe('chapters of the MTUS with years', () => {
  it.each<[string, string[]]>([
    ['Acupuncture Treatment 2007.', ['MTUS | Acupuncture Treatment | 2007']],
    ['Ankle and Foot Complaints 2004', ['MTUS | Ankle and Foot Complaints | 2004']],
    [
      'Knee Complaints 2004, Section(s): Special Studies, Diagnostic Criteria.',
      ['MTUS | Knee Complaints | 2004 | Special Studies; Diagnostic Criteria'],
    ],
    [
      'Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Insomnia treatment.',
      ['MTUS | Chronic Pain Medical Treatment | 2016 | Insomnia treatment'],
    ],
    [
      'Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care, and Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand.',
      [
        'MTUS | Forearm, Wrist, and Hand Complaints | 2004 | Initial Care',
        'MTUS | Postsurgical Treatment | 2009 | Forearm, Wrist, & Hand',
      ],
    ],
    [
      'Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand, Shoulder.',
      ['MTUS | Postsurgical Treatment | 2009 | Knee; Forearm, Wrist, & Hand; Shoulder'],
    ],
    [
      'Elbow Complaints 2007, and Low Back Complaints 2004, and Opioid Treatment 2016.',
      ['MTUS | Elbow Complaints | 2007', 'MTUS | Low Back Complaints | 2004', 'MTUS | Opioid Treatment | 2016'],
    ],
    ['Elbow Complaints 2007, Section(s): 326, Summary.', ['MTUS | Elbow Complaints | 2007 | 326; Summary']],
    [
      'General Approaches 2004, Section(s): Prevention, Initial Approaches to Treatment, and Initial Approaches to Treatment 2017.',
      [
        'MTUS | General Approaches | 2004 | Prevention; Initial Approaches to Treatment',
        'MTUS | Initial Approaches to Treatment | 2017',
      ],
    ],
    [
      'Workplace Mental Health: Anxiety Disorders 2021, Section(s): Exercise, and Hand, Wrist, and Forearm Disorders 2019.',
      [
        'MTUS | Workplace Mental Health: Anxiety Disorders | 2021 | Exercise',
        'MTUS | Hand, Wrist, and Forearm Disorders | 2019',
      ],
    ],
    [
      'Forewarm, Wrist, & Hand Complaints 2004, Section(s): Special Studies and Accupuncture Treatment 2007',
      ['MTUS | Forewarm, Wrist, & Hand Complaints | 2004 | Special Studies', 'MTUS | Accupuncture Treatment | 2007'],
    ],
    // Chapters that are in no list are recognized by their years.
    [
      'Toe Complaints 2004, Section(s): Initial Care, and Jaw Complaints 2004.',
      ['MTUS | Toe Complaints | 2004 | Initial Care', 'MTUS | Jaw Complaints | 2004'],
    ],
  ])('%s', (text, expected) => {
    expect(told(MTUS + text)).toEqual(expected);
  });
});

describe('sections whose names hold commas and full stops', () => {
  it.each<[string, string]>([
    [
      'NSAIDs, GI symptoms & cardiovascular risk, Proton Pump Inhibitors (PPIs)',
      'NSAIDs, GI symptoms & cardiovascular risk; Proton Pump Inhibitors (PPIs)',
    ],
    ['TENS, chronic pain (transcutaneous electrical nerve stimulation)', ''],
    [
      'Capsaicin, topical (chili pepper/cayenne pepper), CRPS, diagnostic tests',
      'Capsaicin, topical (chili pepper/cayenne pepper); CRPS, diagnostic tests',
    ],
    ['Opioids, criteria for use, Weaning of medications', 'Opioids, criteria for use; Weaning of medications'],
    ['Benzodiazepine dependence, maintenance', ''],
    [
      'Ketoprofen (Orudis, Oruvail [otc]), Topical analgesics',
      'Ketoprofen (Orudis, Oruvail [otc]); Topical analgesics',
    ],
    ['3.3.6 Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)', ''],
    [
      '3.3.1.2 Screening for Adverse Events, Prior to Treatment: Screening for Alcohol Misuse/Abuse, 4.1 Tapering Opioids: Indications',
      '3.3.1.2 Screening for Adverse Events, Prior to Treatment: Screening for Alcohol Misuse/Abuse; 4.1 Tapering Opioids: Indications',
    ],
    ['2. Opioids for Subacute Pain', ''],
  ])('%s', (sections, expected) => {
    const [citation] = read(`${MTUS}Chronic Pain Medical Treatment 2016, Section(s): ${sections}.`);
    expect(citation?.sections.map(({ value }) => value).join('; ')).toBe(expected === '' ? sections : expected);
  });
});

describe('chapters of the MTUS with pages', () => {
  it.each<[string, string[]]>([
    [
      'Chronic Pain Treatment Guidelines Topical Analgesics Page(s): 111-113.   ',
      ['MTUS | Chronic Pain Treatment Guidelines |  | Topical Analgesics | 111-113'],
    ],
    [
      'Chronic Pain Treatment Guidelines Massage therapy, Physical Medicine Page(s): 60, 98, 99.',
      ['MTUS | Chronic Pain Treatment Guidelines |  | Massage therapy; Physical Medicine | 60; 98; 99'],
    ],
    ['Chronic Pain Treatment Guidelines Page(s): 24.', ['MTUS | Chronic Pain Treatment Guidelines |  |  | 24']],
    [
      'ACOEM Chapter 9 Shoulder Complaints Page(s): 203, Chronic Pain Treatment Guidelines Biofeedback Page(s): 24-25 of 127.',
      [
        'MTUS | ACOEM Chapter 9 Shoulder Complaints |  |  | 203',
        'MTUS | Chronic Pain Treatment Guidelines |  | Biofeedback | 24-25 of 127',
      ],
    ],
    [
      'ACOEM Practice Guidelines, Chapter 13 Knee Complaints Page(s): 341-343, and Chapter 14 Ankle and Foot Complaints.',
      [
        'MTUS | ACOEM Practice Guidelines, Chapter 13 Knee Complaints |  |  | 341-343',
        'MTUS | Chapter 14 Ankle and Foot Complaints',
      ],
    ],
    [
      'Chronic Pain Treatment Guidelines Home Programs and Care. Home health services Page(s): 51.',
      ['MTUS | Chronic Pain Treatment Guidelines |  | Home Programs and Care; Home health services | 51'],
    ],
    ['Postsurgical Treatment Guidelines.', ['MTUS | Postsurgical Treatment Guidelines']],
    [
      'ACOEM Chapter 7 page 127, Chronic Pain Treatment Guidelines',
      ['MTUS | ACOEM Chapter 7 |  |  | 127', 'MTUS | Chronic Pain Treatment Guidelines'],
    ],
  ])('%s', (text, expected) => {
    expect(told(MTUS + text)).toEqual(expected);
  });
});

describe('the ODG', () => {
  it.each<[string, string[]]>([
    ['Official Disability Guidelines (ODG).', ['ODG']],
    ['Official Disability Guidelines, Pain.', ['ODG | Pain']],
    ['ODG (Official Disability Guidelines); Physical Therapy Guidelines', ['ODG | Physical Therapy Guidelines']],
    ['ODG Elbow, Section(s): Splints.', ['ODG | Elbow |  | Splints']],
    ['ODG Elbow 2017, Section: Splints, Surgery.', ['ODG | Elbow | 2017 | Splints; Surgery']],
    ['(ODG) Knee Chapter, Botox.', ['ODG | Knee Chapter |  | Botox']],
    ['ODG Chiropractic guidelines.', ['ODG | Chiropractic guidelines']],
    [
      'Official Disability Guidelines (ODG),  Low Back - Lumbar & Thoracic (Acute & Chronic), Massage',
      ['ODG | Low Back - Lumbar & Thoracic (Acute & Chronic) |  | Massage'],
    ],
    [
      'Official Disability Guidelines (ODG), Low Back & Thoracic chapter (Acute & Chronic): Preoperative lab testing and Preoperative testing, general.',
      [
        'ODG | Low Back & Thoracic chapter (Acute & Chronic) |  | Preoperative lab testing; Preoperative testing, general',
      ],
    ],
    [
      'Official Disability Guidelines, 2015, Web Version, Criteria for hospital beds.',
      ['ODG | Criteria for hospital beds | 2015'],
    ],
    [
      'Official Disability Guidelines: Low Back - Traction; Inversion therapy.',
      ['ODG | Low Back |  | Traction; Inversion therapy'],
    ],
    [
      'Official Disability Guidelines (ODG), Work Loss Data Institute (20th Annual Edition), 2015, Knee and Leg (Acute & Chronic) Chapter.',
      ['ODG | Knee and Leg (Acute & Chronic) Chapter | 2015'],
    ],
    ['ODG Guidelines, 13th Edition, 2015, Elbow Chapter.', ['ODG | Elbow Chapter | 2015']],
    [
      'Official Disability Guidelines, Treatment Index, 13th Edition (web), 2015, Knee and Leg, Manipulation.',
      ['ODG | Knee and Leg | 2015 | Manipulation'],
    ],
    [
      'Official Disability Guidelines (ODG) Pain, Urine drug testing (UDT) and Opioids, tapering.',
      ['ODG | Pain |  | Urine drug testing (UDT); Opioids, tapering'],
    ],
    [
      'Official Disability Guidelines (ODG) Chapter: Low Back-Lumbar & Thoracic (Acute & Chronic) 12/20/2015 CT (computed tomography).',
      ['ODG | Low Back-Lumbar & Thoracic (Acute & Chronic) |  | CT (computed tomography)'],
    ],
    [
      'Official Disability Guidelines (ODG) Hip & Pelvis Chapter (updated 8/23/15), X-Ray.',
      ['ODG | Hip & Pelvis Chapter |  | X-Ray'],
    ],
    [
      'Official Disability Guidelines (ODG), Ankle & Foot (updated 8/23/15) Chapter: Walking aids.',
      ['ODG | Ankle & Foot |  | Walking aids'],
    ],
    ['Official Disability Guidelines (ODG) Shoulder/Ultrasound.', ['ODG | Shoulder |  | Ultrasound']],
    ['Official Disability Guidelines (ODG) Elbow chapter/ x-ray.', ['ODG | Elbow chapter |  | x-ray']],
    [
      'Official Disability Guidelines (ODG) Knee/DME, Low Back Lumbar and Thoracic/Mattress selection.',
      ['ODG | Knee |  | DME', 'ODG | Low Back Lumbar and Thoracic |  | Mattress selection'],
    ],
    ['Official Disability Guidelines (ODG) Neck (Shock wave therapy).', ['ODG | Neck |  | Shock wave therapy']],
    [
      'Official Disability Guidelines (ODG) Knee and Leg (Durable medical equipment (DME)).',
      ['ODG | Knee and Leg |  | Durable medical equipment (DME)'],
    ],
    [
      'Official Disability Guidelines (ODG) Head (trauma, headaches, etc., not including stress & mental disorders) Sleep aids.',
      ['ODG | Head (trauma, headaches, etc., not including stress & mental disorders) |  | Sleep aids'],
    ],
    [
      'Official Disability Guidelines (ODG) Shoulder Chapter Indications for surgery.',
      ['ODG | Shoulder Chapter |  | Indications for surgery'],
    ],
    [
      'Official Disability Guidelines (ODG) manual therapy, wrist chapter.',
      ['ODG | wrist chapter |  | manual therapy'],
    ],
    [
      'Official Disability Guidelines, Elbow Chapter, Hand Chapter, Splinting.',
      ['ODG | Elbow Chapter |  | Splinting', 'ODG | Hand Chapter |  | Splinting'],
    ],
    [
      'Official Disability Guidelines (ODG), Shoulder, Low Back- Lumbar & Thoracic and Forearm, Wrist and Hand chapters: Acupuncture.',
      [
        'ODG | Shoulder |  | Acupuncture',
        'ODG | Low Back- Lumbar & Thoracic |  | Acupuncture',
        'ODG | Forearm, Wrist and Hand chapters |  | Acupuncture',
      ],
    ],
    [
      'Official Disability Guidelines (ODG) Low back, Massage; Neck and Upper back, Massage.',
      ['ODG | Low back |  | Massage', 'ODG | Neck and Upper back |  | Massage'],
    ],
    [
      'Official Disability Guidelines (ODG) Neck and Upper Back (Acute and Chronic) Massage and ODG Chiropractic Guidelines.',
      ['ODG | Neck and Upper Back (Acute and Chronic) |  | Massage', 'ODG | Chiropractic Guidelines'],
    ],
    [
      'Official Disability Guidelines (ODG), Elbow (updated 8/23/15), Physical therapy; ODG Knee (updated 8/23/15), Physical therapy.',
      ['ODG | Elbow |  | Physical therapy', 'ODG | Knee |  | Physical therapy'],
    ],
    // A chapter of the ODG without its publisher.
    ['Low Back (Traction).', ['ODG | Low Back |  | Traction']],
    [
      'Neck and Upper Back, Physical Therapy, ODG Preface – Physical Therapy.',
      ['ODG | Neck and Upper Back |  | Physical Therapy', 'ODG | Preface |  | Physical Therapy'],
    ],
    ['Official Disability Guidelines (ODG) MRI Elbow.', ['ODG | MRI Elbow']],
  ])('%s', (text, expected) => {
    expect(told(FREE + text)).toEqual(expected);
  });
});

describe('ACOEM and all others', () => {
  it.each<[string, string[]]>([
    ['ACOEM guidelines and the Official Disability Guidelines.', ['ACOEM', 'ODG']],
    [
      'ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Knee Disorders, pg. 64.',
      ['ACOEM | Knee Disorders |  |  | 64'],
    ],
    [
      'ACOEM: Elbow disorders, diagnostic and treatment recommendations, lateral epicondylitis, MRI.',
      ['ACOEM | Elbow disorders |  | diagnostic and treatment recommendations; lateral epicondylitis; MRI'],
    ],
    ['ACOEM Shoulder Chapter/Treatment recommendations.', ['ACOEM | Shoulder Chapter |  | Treatment recommendations']],
    [
      'American College of Occupational and Environmental Medicine (ACOEM) Pain, Suffering, and the Restoration of Function Chapter.',
      ['ACOEM | Pain, Suffering, and the Restoration of Function Chapter'],
    ],
    [
      'ODG, Elbow - Splinting Stone B. Occupational medicine practice guidelines, 2nd edition (2004) p 233.',
      ['ODG | Elbow |  | Splinting', 'ACOEM |  | 2004 |  | 233'],
    ],
    // A title ends before its year; 'updated' gives no edition's.
    ["Field's Operative Surgery, 4th edition, 2011.", ["other | Field's Operative Surgery, 4th edition | 2011"]],
    ['Bracing in Practice, Hill Press, May 2011.', ['other | Bracing in Practice, Hill Press | 2011']],
    ['Bracing in Practice 2011, Chapter 4: Knees.', ['other | Bracing in Practice | 2011 | Chapter 4: Knees']],
    ['Bracing in Practice, 2011, pages 3-4.', ['other | Bracing in Practice | 2011 |  | 3-4']],
    ['Bracing in Practice, updated 2011.', ['other | Bracing in Practice']],
    ['Bracing in Practice, a survey of 2008-2011.', ['other | Bracing in Practice, a survey of 2008-2011']],
    ['Bracing in Practice, 4th edition.', ['other | Bracing in Practice, 4th edition']],
    ['2011.', ['other | 2011']],
    ['Ames (2011), Bracing in Practice.', ['other | Ames (2011), Bracing in Practice | 2011']],
    [
      'Ranitidine: Drug information, accessed from UpToDate.com on 03/04/2015.',
      ['other | Ranitidine: Drug information'],
    ],
    ['http://www.example.org/ranitidine.html.', ['other | http://www.example.org/ranitidine.html']],
    [
      'Physicians Fee Schedule (PFS); Chapter 9-Clinics; 20.1- Definition of a Clinic.',
      ['other | Physicians Fee Schedule (PFS) |  | Chapter 9-Clinics; 20.1- Definition of a Clinic'],
    ],
    [
      "Field's Operative Surgery, 4th ed Chapter 3: Fractures, Chapter 8: Nerves.",
      ["other | Field's Operative Surgery, 4th ed |  | Chapter 3: Fractures; Chapter 8: Nerves"],
    ],
    [
      'What is a stress test? Heart Institute. http://www.example.org/topics/stress, accessed 02/18/2015, Ames D, et al. Chest pain in adults. Topic 12, version 3.0. UpToDate, accessed 02/18/2015.',
      [
        'other | What is a stress test? Heart Institute',
        'other | Ames D, et al. Chest pain in adults. Topic 12, version 3.0. UpToDate',
      ],
    ],
    [
      'Official Disability Guidelines (ODG) Carpal Tunnel Syndrome (Acute & Chronic) and Other Medical Treatment Guidelines www.example.org/a_b/12.html.',
      ['ODG | Carpal Tunnel Syndrome (Acute & Chronic)', 'other | www.example.org/a_b/12.html'],
    ],
    ['FDA prescribing information, Zolpidem.', ['FDA | prescribing information, Zolpidem']],
    [
      'Ames J, et al. Outcomes of cuff repair. J Bone Joint Surg. 2010;92(3):45-52.',
      ['journal | Ames J, et al. Outcomes of cuff repair. J Bone Joint Surg | 2010 |  | 45-52'],
    ],
  ])('%s', (text, expected) => {
    expect(told(OUTSIDE + text)).toEqual(expected);
  });
});

describe('a whole part', () => {
  it('cites the MTUS first, then others', () => {
    const text = `${MTUS}Knee Complaints 2004. ${FREE}Official Disability Guidelines (ODG) Knee, MRI.`;
    expect(told(text)).toEqual(['MTUS | Knee Complaints | 2004', 'ODG | Knee |  | MRI']);
  });

  it.each([
    ['The Claims Administrator did not cite any medical evidence for its decision.', 'no-evidence'],
    ['The Expert Reviewer did not cite any medical evidence for its decision.', 'no-evidence'],
    ['No guideline was cited. The decision rests on clinical experience.', 'no-evidence'],
    ['MTUS: not applicable.', 'no-evidence'],
    [`${FREE}none.`, 'no-evidence'],
    // Fixed words that lead to a citation, and no citation.
    ['The Claims Administrator did not base their decision on the MTUS.', 'empty'],
    ['The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.', 'empty'],
    [OUTSIDE, 'empty'],
    ['', 'empty'],
    ['…', 'empty'],
    [`${MTUS}Knee Complaints 2004.`, 'citations'],
    // Words in which no citation is found are no absence.
    ['The handbook of the trade was my guide.', 'unread'],
    ['No guideline was cited. Ames and Bell, Fractures in Adults, was at hand.', 'unread'],
    ['No guideline other than the MTUS was consulted.', 'unread'],
    ['The College of Foot Surgeons, Bracing, 2011, was my guide.', 'citations'],
    ['My authority is the MTUS.', 'citations'],
  ])('%s', (text, basis) => {
    const cited = readCited(new LetterText(text).prose);
    expect(cited.basis).toBe(basis);
    expect(cited.citations).toHaveLength(basis === 'citations' ? 1 : 0);
  });

  it.each<[string, string[], string[]]>([
    [`${MTUS}Knee Complaints 2004, Section(s): Special Studies, was applied.`, ['Special Studies'], ['was applied.']],
    [
      `${MTUS}Knee Complaints 2004, Section(s): Special Studies (as read by the Claims Administrator).`,
      ['Special Studies'],
      ['(as read by the Claims Administrator).'],
    ],
    [
      `${MTUS}Knee Complaints 2004, Section(s): Special Studies, which are part of the MTUS.`,
      ['Special Studies'],
      ['which are part of the MTUS.'],
    ],
    [
      `${MTUS}Knee Complaints 2004, Section(s): Special Studies. The reviewer agrees with the first reader.`,
      ['Special Studies'],
      ['The reviewer agrees with the first reader.'],
    ],
    [
      `${MTUS}Knee Complaints 2004, Section(s): Special Studies. No other guideline was used.`,
      ['Special Studies'],
      ['No other guideline was used.'],
    ],
    [`My notes: see below. ${MTUS}Knee Complaints 2004.`, [], ['My notes: see below.']],
    [
      `${FREE}Official Disability Guidelines, Knee, Bone scan. This is the newest edition.`,
      ['Bone scan'],
      ['This is the newest edition.'],
    ],
    ['The MTUS does not address this item. ODG, Knee chapter, MRI.', ['MRI'], ['The MTUS does not address this item.']],
    [
      `${MTUS}Knee Complaints 2004, Section(s): Initial Care, Special Studies.`,
      ['Initial Care', 'Special Studies'],
      [],
    ],
  ])('prose around a citation is no part of it: %s', (text, sections, unread) => {
    const cited = readCited(new LetterText(text).prose);
    expect(cited.citations.flatMap((citation) => citation.sections.map(({ value }) => value))).toEqual(sections);
    expect(cited.unread.map((each) => each.text)).toEqual(unread);
  });

  it.each([
    ['DRAFT', ['DRAFT']],
    ['Note: the surgery was done elsewhere.', ['Note: the surgery was done elsewhere.']],
    // A lone small word names nothing that a person could look at; a short name does.
    ['The', []],
    ['ACR', ['ACR']],
  ])('a paragraph apart is not a part of a citation: %s', (paragraph, unread) => {
    for (const gap of ['\n\n', '\n\n\n\n', '\n__________\n']) {
      const lines = gap === '\n\n\n\n' ? '\n\n' : '\n';
      const source = `${MTUS}Knee Complaints 2004, Section(s): Surgical${lines}considerations of${lines}the knee.${gap}${paragraph}`;
      const cited = readCited(new LetterText(source).prose);
      expect(cited.citations.map(({ sections }) => sections.map(({ value }) => value))).toEqual([
        ['Surgical considerations of the knee'],
      ]);
      expect(cited.unread.map(({ text }) => text)).toEqual(unread);
    }
  });

  const each = (text: string, words: string): readonly string[] =>
    words.split('|').map((word) => text.replace('#', word));

  it.each([
    ...each(
      '# it was so.',
      'All|Although|As|At|Because|Both|He|Here|However|I|In|It|Neither|No|None|Nothing|On|She|Since|That|The|There|These|They|This|Those|We|The reviewer',
    ),
    ...each(
      'The rest # so.',
      'agree|agrees|applied|applies|are|be|been|can|cannot|cited|consulted|could|did|do|does|find|finds|found|had|has|have|is|may|might|must|not|recommend|recommends|relied|relies|says|should|state|stated|states|support|supports|used|was|were|will|would',
    ),
  ])('a sentence after a citation is no part of it: %s', (sentence) => {
    const { prose } = new LetterText(`${FREE}Splints and Rest. ${sentence}`);
    expect(endOfCited(prose, 'free', FREE.length, prose.length)).toBe(prose.text.indexOf(sentence));
  });

  it.each([
    ...each(', # was it', 'as|that|which'),
    ...each(
      ', which # so',
      'applied|are|cited|form|forms|given|had|has|have|interpreted|is|quoted|read|understood|used|was|were',
    ),
    ...each(' # so it', 'are|cannot|could|did|do|does|had|has|have|is|may|might|was|were|will|would'),
    ' (which is so',
  ])('what is said of a list of sections is no part of it: %s', (words) => {
    const { prose } = new LetterText(`${MTUS}Splints${words}`);
    expect(prose.text.slice(endOfCited(prose, 'mtus', MTUS.length, prose.length)).trim()).toBe(words.trim());
  });

  it.each(['Note', 'Notes', 'NB', 'Draft', 'Copy', 'Cc', 'Re', 'Memo'])(
    'a note is no part of a citation: %s',
    (word) => {
      const cited = readCited(
        new LetterText(`${MTUS}Knee Complaints 2004, Section(s): Special Studies.\f${word}: Summary`).prose,
      );
      expect(cited.citations.flatMap(({ sections }) => sections.map(({ value }) => value))).toEqual([
        'Special Studies',
      ]);
    },
  );

  it.each([
    ['It rests on experience.', 'no-evidence'],
    ['So it was held by the Expert Reviewer, and I agree.', 'no-evidence'],
    ['So the Claims Administrator held.', 'no-evidence'],
    ['So it is in Rockwood.', 'unread'],
    ['So it is on 98.', 'unread'],
    ['So it was held (see it).', 'unread'],
  ])('no guideline was cited, and another sentence names one or not: %s', (sentence, basis) => {
    expect(readCited(new LetterText(`No guideline was cited. ${sentence}`).prose).basis).toBe(basis);
  });

  it('says where each thing is, across line ends', () => {
    const source =
      'Decision based on MTUS Low Back\n\n  Complaints 2004, Section(s): Special\nStudies, Summary. Decision based on Non-\nMTUS Citation Official Disability Guidelines (ODG)\nPain\f (Chronic), Aqua therapy, pg. 12.';
    const spelled = readCited(new LetterText(source).prose).citations.flatMap(({ title, year, sections, pages }) =>
      [title, ...(year === null ? [] : [year]), ...sections, ...pages].map(({ value, span }) => [
        String(value),
        source.slice(span.start, span.end),
      ]),
    );
    expect(spelled).toEqual([
      ['Low Back Complaints', 'Low Back\n\n  Complaints'],
      ['2004', '2004'],
      ['Special Studies', 'Special\nStudies'],
      ['Summary', 'Summary'],
      ['Pain (Chronic)', 'Pain\f (Chronic)'],
      ['Aqua therapy', 'Aqua therapy'],
      ['12', '12'],
    ]);
  });

  it('points at the words that name no chapter', () => {
    const [citation] = read(`${MTUS.trim()}.`);
    expect(citation).toMatchObject({
      source: 'MTUS',
      title: { value: '' },
      span: { start: 0, end: MTUS.trim().length },
    });
  });
});
