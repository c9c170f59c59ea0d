import { describe, expect, it, test } from 'vitest';
import type { Category, Request } from '../../../../server/src/determination/model/determination.ts';
import { readBodyParts, readLaterality } from '../../../../server/src/determination/readers/anatomy/bodyParts.ts';
import { readPriorVisits } from '../../../../server/src/determination/readers/visits/priorVisits.ts';
import { readVisits } from '../../../../server/src/determination/readers/visits/visits.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';

const proseOf = (text: string) => new LetterText(text).prose;

interface Letter {
  readonly treatment?: string;
  readonly authorized?: string;
  readonly category?: Category;
  readonly rationale?: string;
  readonly summary?: string;
}

function read({
  treatment = 'Physical therapy 2x4',
  authorized,
  category = 'physical-therapy',
  rationale,
  summary,
}: Letter) {
  const disputed = proseOf(treatment);
  const request: Request =
    authorized === undefined
      ? { kind: 'whole', treatment: disputed }
      : { kind: 'remaining', original: disputed, authorized: proseOf(authorized), treatment: disputed };
  return (
    readPriorVisits({
      request,
      category,
      bodyParts: readBodyParts(request),
      laterality: readLaterality(request),
      visits: readVisits(disputed, category),
      rationale: rationale === undefined ? null : proseOf(rationale),
      summary: summary === undefined ? null : proseOf(summary),
    })?.value ?? null
  );
}

describe('readPriorVisits', () => {
  test.each([
    ['The patient has completed 11 sessions of physical therapy.', 11],
    ['She has had 5 PT visits to date.', 5],
    ['The patient had seven sessions of therapy.', 7],
    ['The worker has attended ten sessions of physical therapy since surgery.', 10],
    ['Treatment to date has included physical therapy (11 sessions), medication and rest.', 11],
    ['Treatment to date has included 5 visits of PT and 4 acupuncture sessions.', 5],
    ['Treatments to date include rest, medication, and at least five (5) physical therapy sessions.', 5],
    ['The record indicated there were seven (7) physical therapy sessions completed.', 7],
    ['Prior treatment included 22 post-operative physical therapy visits.', 22],
    ['The claimant underwent 17 sessions of physical therapy with benefit.', 17],
    ['He received physical therapy 2 times a week for 5 weeks.', 10],
    ['Physical therapy x 7 was completed.', 7],
    ['He has exhausted 22 visits of physical therapy.', 22],
    ['She has improved with 5 previous sessions of physical therapy.', 5],
    ['Medical records document 9 prior therapy sessions.', 9],
    ['There have been 16 physical therapy visits.', 16],
    ['A total of 20 physical therapy visits have been completed.', 20],
    ['It does appear that she has had at least 7 sessions.', 7],
    ['Conservative care has included PT x 9 sessions.', 9],
    ['She has had 14+ sessions of physical therapy.', 14],
    ['He finished 7 PT visits in November.', 7],
    ['The patient was seen for 5 physical therapy visits.', 5],
    ['He has gone to physical therapy for 8 visits.', 8],
    // Authorized
    ['The patient was previously authorized 11 physical therapy visits.', 11],
    ['He was approved for 9 therapy sessions on 10-12-15.', 9],
    ['She was authorized to receive physical therapy 3 times a week for 3 weeks.', 9],
    ['Utilization review previously certified 7 sessions of physical therapy.', 7],
    ['Utilization modified the certification from the requested 12 sessions to 7 sessions.', 7],
    ['UR modified the request from 12 to 7 visits.', 7],
    ['The request, in addition to the 11 visits previously authorized, is too much.', 11],
    // The largest of several
    ['At least five physical therapy sessions were completed. Later, he had completed 9 PT sessions.', 9],
    // None at all
    ['The patient has not participated in any physical therapy.', 0],
    ['He does not have a history of physical therapy.', 0],
    ['The record does not document any prior physical therapy sessions.', 0],
    ['The worker has had no prior physical therapy.', 0],
  ])('%s', (summary, expected) => {
    expect(read({ summary })).toBe(expected);
    expect(read({ rationale: summary })).toBe(expected);
  });

  test.each([
    'The doctor requested 11 sessions of physical therapy.',
    'The treatment plan included 7 sessions of physical therapy.',
    'She asks for an additional 9 physical therapy visits.',
    'Utilization review non-certified the request for 9 physical therapy visits.',
    'The guidelines recommend 10 visits of physical therapy over 8 weeks.',
    'Improvement should be documented after six sessions.',
    'Records show 9 prior sessions of chiropractic care.',
    'He received three injections and 4 acupuncture treatments.',
    'An unknown number of physical therapy sessions were completed.',

    'He started PT with 4 sessions remaining.',
    'The patient completed six weeks of physical therapy.',
    'The file holds 7 physical therapy reports dated 11-15-2015 to 12-08-2015.',
    'There is no documentation of prior physical therapy.',
    'The patient has had 3 office visits since 10/12/2015.',
    'The patient has not had any acupuncture.',
  ])('%s gives no number', (summary) => {
    expect(read({ summary })).toBeNull();
  });

  describe('beside the story of a heading', () => {
    const authorized = 'Physical therapy times 7';

    it('counts what was authorized', () => {
      expect(read({ authorized })).toBe(7);
      expect(read({ authorized: 'Physical therapy 1 times 7 for the neck' })).toBe(7);
      expect(read({ authorized: 'Hand therapy 2 times a week for 1 week (2)' })).toBe(2);
    });

    it('adds what was attended before', () => {
      expect(read({ authorized, rationale: 'The patient has attended 5 previous sessions of physical therapy.' })).toBe(
        12,
      );
    });

    it('does not count the authorization twice', () => {
      expect(
        read({ authorized, rationale: 'The patient was previously authorized 7 sessions of physical therapy.' }),
      ).toBe(7);
      expect(read({ authorized, rationale: 'The patient previously received an initial set of 7 visits.' })).toBe(7);
    });

    it('takes a part of what was authorized, and the last visits, which are in dispute, for no others', () => {
      const six = 'Physical therapy 6 visits';
      expect(read({ authorized: six, summary: 'She has had five of the six visits of physical therapy.' })).toBe(6);
      expect(read({ authorized: six, summary: 'She has had six visits of physical therapy.' })).toBe(12);
      expect(read({ authorized: six, summary: 'She has had five of the nine visits of physical therapy.' })).toBe(15);
      const treatment = 'Physical therapy 4 visits';
      const heldOf = (visits: string) =>
        read({ treatment, authorized: six, rationale: `The reviewer held that the ${visits} were not of use.` });
      expect(heldOf('last four visits')).toBe(6);
      expect(heldOf('final four visits')).toBe(6);
      expect(heldOf('last three visits')).toBe(9);
      expect(heldOf('four visits')).toBe(10);
    });

    it('leaves out what was authorized of another therapy', () => {
      expect(read({ authorized: 'Acupuncture 7 sessions' })).toBeNull();
    });

    it('has nothing to count for drugs and tests', () => {
      expect(
        read({ treatment: 'Baclofen 10mg #30', authorized: 'Baclofen 10mg #60', category: 'medication' }),
      ).toBeNull();
      expect(
        read({ treatment: 'Office visit times 2', authorized: 'Office visit times 1', category: 'consultation' }),
      ).toBeNull();
    });
  });

  it('counts each therapy for itself', () => {
    const summary =
      'Treatment included at least six (6) acupuncture treatments, at least ten (10) physical therapy sessions.';
    expect(read({ summary })).toBe(10);
    expect(read({ summary, treatment: 'Acupuncture 2x3', category: 'acupuncture' })).toBe(6);
    expect(read({ summary, treatment: 'Chiropractic 2x3', category: 'chiropractic' })).toBeNull();
  });
});
