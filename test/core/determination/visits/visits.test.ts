import { describe, expect, it, test } from 'vitest';
import type { Category } from '../../../../server/src/determination/model/determination.ts';
import { countsOfRationale } from '../../../../server/src/determination/readers/visits/visitCounts.ts';
import { readVisits } from '../../../../server/src/determination/readers/visits/visits.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';

const proseOf = (text: string) => new LetterText(text).prose;

/** total, visits a week, weeks; '-' where it is not given. */
function read(treatment: string, category: Category = 'physical-therapy'): string | null {
  const visits = readVisits(proseOf(treatment), category);
  if (visits === null) return null;
  const range = (min: number | null, max: number | null) => (min === max ? (min ?? '-') : `${min}-${max}`);
  return `${visits.total ?? '-'} | ${range(visits.perWeekMin, visits.perWeekMax)} | ${range(visits.weeksMin, visits.weeksMax)}`;
}

describe('readVisits', () => {
  test.each([
    // Stated
    ['Physiotherapy (times nine visits) for the mid back', '9 | - | -'],
    ['Physical Therapy x 7', '7 | - | -'],
    ['Physical therapy x7, right ankle', '7 | - | -'],
    ['4 chiropractic treatments', '4 | - | -'],
    ['seven sessions of hand therapy', '7 | - | -'],
    ['PT 14 visits', '14 | - | -'],
    ['Ten (10) physical therapy sessions', '10 | - | -'],
    ['10 (ten) physical therapy sessions', '10 | - | -'],
    ['Chiropractic care for the neck; five sessions', '5 | - | -'],
    ['Physical Therapy sessions, 14', '14 | - | -'],
    ['Physical therapy, fourteen', '14 | - | -'],
    ['Chiropractic therapy sessions for the low back, #9', '9 | - | -'],
    ['Physical therapy sessions cervical spine #5', '5 | - | -'],
    ['Electrical stimulation times 14', '14 | - | -'],
    ["Therapeutic exercise x5 session's", '5 | - | -'],
    ['Physical therapy x 16 sessions', '16 | - | -'],
    ['Physical therapy QTY: 9', '9 | - | -'],
    ['Physical therapy (9)', '9 | - | -'],
    ['Nine acupuncture, shoulder', '9 | - | -'],
    ['Twenty-four post-op physical therapy visits', '24 | - | -'],
    ['Additional work conditioning 18 supervised sessions', '18 | - | -'],
    ['Physical therapy evaluation and 10 visits', '10 | - | -'],
    ['Massage therapy 7 one-hour sessions', '7 | - | -'],
    ['Acupuncture, 5 30-minute visits', '5 | - | -'],
    ['Chiropractic 9', '9 | - | -'],
    ['Physical therapy evaluation x 1 and physical therapy 2x5', '10 | 2 | 5'],
    ['10 visits of physical therapy over 5 weeks', '10 | - | 5'],
    // Ranges count with their maximum
    ['Physical therapy 10-14 sessions', '14 | - | -'],
    ['Physical therapy, 3 to 5 visits', '5 | - | -'],
    // Frequency and duration
    ['PHYSICAL THERAPY THREE TIMES PER WEEK FOR FIVE WEEKS', '15 | 3 | 5'],
    ['Physical therapy 2 times a week for 5 weeks', '10 | 2 | 5'],
    ['Physical therapy two times a week times five weeks', '10 | 2 | 5'],
    ['Acupuncture twice a week for 4 weeks', '8 | 2 | 4'],
    ['Acupuncture once weekly for 5 weeks', '5 | 1 | 5'],
    ['Massage weekly x 7', '7 | 1 | 7'],
    ['Weekly massage therapy for 7 weeks', '7 | 1 | 7'],
    ['Chiropractic one time a week for eight weeks', '8 | 1 | 8'],
    ['Physical therapy three times a week over three weeks', '9 | 3 | 3'],
    ['Physical therapy 3 times weekly for 5 weeks', '15 | 3 | 5'],
    ['Additional 2 visits per week for 5 weeks', '10 | 2 | 5'],
    ['2 sessions of physical therapy per week for 5 weeks', '10 | 2 | 5'],
    ['Aquatic therapy 2 days per week for 5 weeks', '10 | 2 | 5'],
    ['Physical therapy (2 times per week for 5 weeks)', '10 | 2 | 5'],
    ['Physical therapy two (2) times a week for five (5) weeks', '10 | 2 | 5'],
    ['Physical therapy 2 times a week to the left knee for 5 weeks', '10 | 2 | 5'],
    ['Physical therapy for 5 weeks, 2 times per week', '10 | 2 | 5'],
    ['5 weeks of physical therapy twice a week', '10 | 2 | 5'],
    ['Chiropractic manipulation three times weekly', '- | 3 | -'],
    ['Physical therapy 2 times a week for 3 months', '26 | 2 | 13'],
    // Ranges of both
    ['Physical therapy 2-3 times a week for 5 weeks', '15 | 2-3 | 5'],
    ['Acupuncture, 1 to 2 times per week for 5 weeks', '10 | 1-2 | 5'],
    ['PT two to three times a week for four to six weeks', '18 | 2-3 | 4-6'],
    ['PT 2-3x4-5 weeks', '15 | 2-3 | 4-5'],
    // Crosses
    ['Occupational therapy 2x5 weeks', '10 | 2 | 5'],
    ['Chiropractic 3x3', '9 | 3 | 3'],
    ['Chiropractic 3 x 3 thoracic spine', '9 | 3 | 3'],
    ['Physical therapy 2×5 for the wrist', '10 | 2 | 5'],
    ['Physical therapy 1 times 9', '9 | 1 | 9'],
    ['Physical therapy 2 times 7 for the hip', '14 | 2 | 7'],
    ['Physical therapy 2x/week x 5', '10 | 2 | 5'],
    ['PT 2xwk x 5wks', '10 | 2 | 5'],
    ['PT 2x/wk for 5 wks', '10 | 2 | 5'],
    ['PT 3/wk x 5', '15 | 3 | 5'],
    // Stated beside frequency and duration
    ['Occupational therapy 2x5 weeks (10 sessions) left thumb', '10 | 2 | 5'],
    ['Physical therapy 3 times a week for 3 weeks (9)', '9 | 3 | 3'],
    ['PT two to three times a week for four to six weeks (18 sessions)', '18 | 2-3 | 4-6'],
    ['Physical therapy two times five visits (10)', '10 | 2 | 5'],
    ['9 sessions 3 times a week for 3 weeks', '9 | 3 | 3'],
    ['Nine sessions of physical therapy three times a week times 3 weeks', '9 | 3 | 3'],
    ['Ten manual acupuncture visits (15 mins), 2 times weekly for 5 weeks', '10 | 2 | 5'],
    [
      'Ten sessions of physical therapy for the left hip, left knee and left foot, two times a week for five weeks',
      '10 | 2 | 5',
    ],
    ['Fifteen physical therapy sessions, three times weekly, for the left elbow', '15 | 3 | -'],
    ['PT 9 visits (3x3)', '9 | 3 | 3'],
    ['Physical therapy 2 times weekly for 5 weeks, quantity: 10', '10 | 2 | 5'],
    ['PT 3 times a week for 5 weeks for the left ankle for a total of 15 visits', '15 | 3 | 5'],
    // What is stated counts, even where it does not agree: a rule reports
    ['Physical therapy 2 times a week for 5 weeks (12 sessions)', '12 | 2 | 5'],
    // Two requests in one
    ['Three physical therapy sessions for the neck and seven physical therapy sessions for the hand', '10 | - | -'],
    // Not quantities
    ['Physical therapy to L4-5 and C5-C6', null],
    ['Physical therapy (unspecified quantity)', null],
    ['Physical therapy evaluation', null],
    ['Physical therapy DOS 10/14/2015 to 10-30-15', null],
    ['Physical therapy, CPT 97110, 97140', null],
    ['Physical therapy 60 minutes', null],
    // Numbers that a scanner misread: none is guessed
    ['Physical therapy, l2 sessions', null],
    ['Physical therapy x 1O', null],
    ['Physical therapy I2 visits for the hip', null],
    ['Physical therapy, |2 sessions', null],
    ['Three sessions of physical therapy for the neck and l2 sessions for the hand', null],
    ['Physical therapy 2 times a week for l2 weeks', '- | 2 | -'],
    ['Physical therapy 2 times a week for 6 weeks (l2 sessions)', '12 | 2 | 6'],
    ['Physical therapy to lumbar L4-5, 7 sessions', '7 | - | -'],
    ['Physical therapy, 7 visits, CPT 97110, DOS 10/14/2015', '7 | - | -'],
  ])('%s', (treatment, expected) => {
    expect(read(treatment)).toBe(expected);
  });

  test.each<[string, Category]>([
    ['Norco 10/325mg #60', 'medication'],
    ['Ibuprofen 600mg #90 with 2 refills', 'medication'],
    ['Norco 5/325mg, one tablet twice daily 14 days #40', 'medication'],
    ['MRI of the lumbar spine, 1.5 Tesla', 'imaging'],
    ['2 view x-ray of the ankle', 'imaging'],
    ['One (1) x-ray of the hip', 'imaging'],
    ['Cold therapy unit, 14 day rental', 'dme'],
    ['Wrist braces #2', 'dme'],
    ['Follow up office visits times 3', 'consultation'],
    ['Daily nurse for 4 weeks', 'home-care'],
    ['Botox injection 300 units x 1', 'injection'],
    ['Epidural injection at L5-S1 times 2', 'injection'],
    ['Unknown shockwave treatments', 'other'],
    ['Gym membership, 6 months', 'other'],
  ])('%s is no therapy', (treatment, category) => {
    expect(read(treatment, category)).toBeNull();
  });

  it('counts what no category names where it is called sessions', () => {
    expect(read('Six sessions of biofeedback two times a week times 3 weeks', 'other')).toBe('6 | 2 | 3');
  });

  it('keeps the number that the letter states, with its words', () => {
    const prose = proseOf('Occupational therapy 2x5\nweeks (12 sessions), left thumb');
    const visits = readVisits(prose, 'occupational-therapy');
    const source = 'Occupational therapy 2x5\nweeks (12 sessions), left thumb';
    expect(visits?.stated?.value).toBe(12);
    expect(visits?.stated && source.slice(visits.stated.span.start, visits.stated.span.end)).toBe('12 sessions');
    expect(visits && source.slice(visits.span.start, visits.span.end)).toBe('2x5\nweeks (12 sessions)');
  });

  it('distinguishes a computed total from a stated one', () => {
    expect(readVisits(proseOf('Acupuncture 2x5'), 'acupuncture')).toMatchObject({ total: 10, stated: null });
  });
});

describe('countsOfRationale', () => {
  const counts = (text: string) =>
    countsOfRationale(proseOf(text)).map(({ span, total }) => `${text.slice(span.start, span.end)} = ${total}`);

  test.each([
    ['She asks for hand therapy 2x5 weeks and a splint.', ['2x5 weeks = 10']],
    ['The guideline gives 9-10 visits over 8 weeks.', ['9-10 visits over 8 weeks = 10']],
    ['A six-visit clinical trial.', ['six-visit = 6']],
    ['Then 1-2 visits every 4-6 months.', ['1-2 visits every 4-6 months = 2']],
    ['PT 3 times a week for 3 weeks (9) was sought.', ['3 times a week for 3 weeks (9) = 9']],
    ['He had 4 PT visits and 7 acupuncture treatments.', ['4 PT visits = 4', '7 acupuncture treatments = 7']],
    ['He had physical therapy x 7.', ['7 = 7']],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  test.each([
    'Pain is 7/10, 4 out of 10 at best.',
    'Lumbar surgeries x 3 at L4-5.',
    'Norco 10/325mg #60 was refilled 2 times.',
    'Seen on 12-14-16 for a follow-up office visit, on 1/5/17 again.',
    'Conservative care for 4 to 6 weeks.',
    'The mass is 2 x 3 cm.',
    'See page 98 of 127 and section 3.3.9.',
    'Two office visits were held.',
    'The 46 year old worker takes 2 tablets daily for 3 weeks.',
    'PT 2x4 was asked for with Naproxen 550mg #60.'.replace('PT 2x4', 'A brace'),
  ])('%s counts no visits', (text) => {
    expect(counts(text)).toEqual([]);
  });

  it('does not take the tablets of the next item for visits', () => {
    expect(counts('The plan is therapy 2x5, a CT scan, and Naproxen 550mg #60.')).toEqual(['2x5 = 10']);
  });
});
