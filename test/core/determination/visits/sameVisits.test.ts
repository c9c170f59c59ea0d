import { expect, test } from 'vitest';
import { readBodyParts, readLaterality } from '../../../../server/src/determination/readers/anatomy/bodyParts.ts';
import { readCategory } from '../../../../server/src/determination/readers/treatments/category.ts';
import { readRequest } from '../../../../server/src/determination/readers/treatments/request.ts';
import { haveOtherPace, keyOfVisits } from '../../../../server/src/determination/readers/visits/sameVisits.ts';
import { readVisits } from '../../../../server/src/determination/readers/visits/visits.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';

function askedFor(heading: string) {
  const request = readRequest(new LetterText(heading).prose);
  const category = readCategory(request.treatment).value;
  const visits = readVisits(request.treatment, category);
  return { request, category, visits, bodyParts: readBodyParts(request), laterality: readLaterality(request) };
}

/** Whether two headings ask for the same visits. */
function areSame(a: string, b: string): boolean {
  const [one, other] = [askedFor(a), askedFor(b)];
  const key = keyOfVisits(one);
  return key !== null && key === keyOfVisits(other) && !haveOtherPace(one, other);
}

test.each([
  ['Physical therapy, left ankle, 2 times a week for 3 weeks (6)', 'Six visits of physical therapy for the left ankle'],
  ['Physical therapy, 2x6, neck', '12 sessions of PT, cervical spine'],
  ['Acupuncture 1 x 6 for the low back', 'Acupuncture, six visits, lumbar spine'],
  ['Chiropractic 8 visits', 'Eight chiropractic visits'],
  ['Occupational therapy, 2x4, right hand', 'Occupational therapy, right hand, 8 visits'],
  ['Massage therapy 6 sessions', 'Massage therapy, once a week for six weeks'],
])('the same: %s; %s', (one, other) => {
  expect(areSame(one, other)).toBe(true);
});

test.each([
  ['Physical therapy 12 visits, right knee', 'Twelve additional physical therapy visits, right knee'],
  ['Physical therapy 12 visits, right knee', 'Postoperative physical therapy 12 visits, right knee'],
  ['Physical therapy 12 visits, right knee', 'Physical therapy 12 visits, left knee'],
  ['Physical therapy 12 visits, right knee', 'Physical therapy 10 visits, right knee'],
  ['Physical therapy 12 visits, right knee', 'Physical therapy 12 visits, right knee and hip'],
  ['Physical therapy 12 visits, right knee', 'Aquatic therapy 12 visits, right knee'],
  ['Physical therapy 12 visits, right knee', 'Physical therapy and acupuncture, 12 visits, right knee'],
  ['Physical therapy 2 x 6, right knee', 'Physical therapy 3 x 4, right knee'],
  ['Physical therapy 2 x 4 (6 visits), left hip', 'Physical therapy, left hip, 6 visits'],
  ['Individual psychotherapy 6 visits', 'Group psychotherapy 6 visits'],
  ['MRI of the knee, 2 times', 'MRI of the knee, twice'],
])('not the same: %s; %s', (one, other) => {
  expect(areSame(one, other)).toBe(false);
});
