import { describe, expect, it } from 'vitest';
import { findBodyParts } from '../../../server/src/determination/readers/anatomy/bodyMentions.ts';
import { readBodyParts, readLaterality } from '../../../server/src/determination/readers/anatomy/bodyParts.ts';
import { findSides } from '../../../server/src/determination/readers/anatomy/sides.ts';
import { readRequest } from '../../../server/src/determination/readers/treatments/request.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** 'side: part, part' of a heading. */
function placeOf(heading: string): string {
  const request = readRequest(new LetterText(heading).prose);
  const parts = readBodyParts(request).map(({ value }) => value);
  return `${readLaterality(request)?.value ?? '-'}: ${parts.join(', ')}`;
}

const PLACES: readonly (readonly [heading: string, place: string])[] = [
  ['Cortisone injection to the right shoulder', 'right: shoulder'],
  ['Ultrasound guided injection of the left knee', 'left: knee'],
  ['L4-L5 and L5-S1 transforaminal epidural steroid injection', '-: low-back'],
  ['Bilateral C5-6 medial branch block', 'bilateral: neck'],
  ['Right L5-S1 TFESI under fluoroscopic guidance with conscious sedation', 'right: low-back'],
  ['Synvisc injections x 3 for the right knee', 'right: knee'],
  ['Left SI joint injection', 'left: low-back'],
  ['Lumbar facet rhizotomy at L3-4, L4-5 bilaterally', 'bilateral: low-back'],
  ['Trigger point injections, cervical paraspinals', '-: neck'],
  ['PRP injection of the right elbow', 'right: elbow'],
  ['Right carpal tunnel release', 'right: wrist'],
  ['X-ray lt. wrist', 'left: wrist'],
  ['MRI rt knee', 'right: knee'],
  ['MRI L/S', '-: low-back'],
  ['X-ray, C/S and T/S', '-: neck, upper-back'],
  ['EMG/NCV of the left upper and lower extremities', 'left: upper-extremity, lower-extremity'],
  ['Chiropractic for the upper and lower back', '-: upper-back, low-back'],
  ['Hand therapy, right hand (4th digit)', 'right: hand, finger'],
  ['Injection, left CMC joint', 'left: hand'],
  ['Dupuytren release, right', 'right: hand'],
  ['Left open carpal tunnel release and left trigger thumb release', 'left: wrist, finger'],
  ['L4-5 microdiscectomy', '-: low-back'],
  ['ACDF at C5-C6 and C6-C7', '-: neck'],
  ['Left total knee replacement', 'left: knee'],
  ['ORIF of the left distal radius fracture', 'left: wrist'],
  ['Right shoulder arthroscopic subacromial decompression, distal clavicle excision', 'right: shoulder'],
  ['Right inguinal hernia repair with mesh', 'right: groin'],
  ['Aquatic therapy 2x4 for the lumbar spine', '-: low-back'],
  ['Post-operative physical therapy 3x4 left knee', 'left: knee'],
  ['PT 2x6 right ankle', 'right: ankle'],
  ['Acupuncture x 8 sessions, bilateral knees', 'bilateral: knee'],
  ['Chiropractic therapy 2 x 3 cervical, thoracic and lumbar spine', '-: neck, upper-back, low-back'],
  ['Neurology consultation for head injury', '-: head'],
  ['Consultation with an orthopedic surgeon for the right shoulder', 'right: shoulder'],
  ['Follow-up visit with hand specialist', '-: hand'],
  ['Pain management consult for lumbar ESI', '-: low-back'],
  ['EMG/NCV of bilateral lower extremities', 'bilateral: lower-extremity'],
  ['NCV right upper extremity', 'right: upper-extremity'],
  ['Electrodiagnostic studies of the bilateral upper extremities', 'bilateral: upper-extremity'],
  ['X-ray of the left foot, 3 views', 'left: foot'],
  ['MR arthrogram of the left shoulder', 'left: shoulder'],
  ['MRI of the brain without contrast', '-: head'],
  ['CT of the cervical spine', '-: neck'],
  ['Ultrasound of the right wrist', 'right: wrist'],
  ['Flexion/extension x-rays of the lumbar spine', '-: low-back'],
  ['MRI of the thoracic spine and lumbar spine', '-: upper-back, low-back'],
  ['MRI of the right and left knees', 'bilateral: knee'],
  ['MRI of both shoulders', 'bilateral: shoulder'],
  ['MRI shoulder, right', 'right: shoulder'],
  ['MRI (R) knee', 'right: knee'],
  ['MRI of the left thumb', 'left: finger'],
  ['MRI pelvis and hips', '-: pelvis, hip'],
  ['Doppler ultrasound of the left lower extremity', 'left: lower-extremity'],
  ['LSO back brace', '-: low-back'],
  ['Lumbar support', '-: low-back'],
  ['Right wrist splint', 'right: wrist'],
  ['Walking boot for the right foot', 'right: foot'],
  ['Home cervical traction unit', '-: neck'],
  ['Knee brace, hinged, left', 'left: knee'],
  ['Extracorporeal shockwave therapy, right shoulder', 'right: shoulder'],
  ['Hyperstimulation analgesia for the lumbar spine', '-: low-back'],
  ['Acupunture 6 visits for the shouldr', '-: shoulder'],
  ['Chiroprctic 6 visits for the lo9w back', '-: low-back'],
  ['MRI of the lumbr spine', '-: low-back'],
  ['MRI of the right upper arm', 'right: upper-arm'],
  ['Physical therapy for the left 5th finger', 'left: finger'],
  ['Physical therapy for the left index and middle fingers', 'left: finger'],
  ['Physical therapy, right knee and left ankle', '-: knee, ankle'],
  ['Physical therapy for the left hand and wrist', 'left: hand, wrist'],
  ['Physical therapy for the right lower leg', 'right: lower-leg'],
  ['Physical therapy to left lower extremity', 'left: lower-extremity'],
  ['Physical therapy for bilateral hands/wrists', 'bilateral: hand, wrist'],
  ['Voltaren gel 1% 100g for the right knee', 'right: '],
  ['Cervical epidural steroid injection at C7-T1', '-: neck'],
  ['Knee scooter rental, 6 weeks', '-: '],
  ['Left knee arthroscopy, partial medial meniscectomy, chondroplasty', 'left: knee'],
  ['Hardware removal, left ankle', 'left: ankle'],
  ['Lumbar discogram L3-S1', '-: low-back'],
  ['Nerve conduction study of the left upper extremity', 'left: upper-extremity'],
  ['Lumbar epidural steroid injection L5-S1', '-: low-back'],
  ['Left L4-L5 selective nerve root block', 'left: low-back'],
  ['Right shoulder corticosteroid injection under ultrasound guidance', 'right: shoulder'],
  ['Medial branch blocks at right L3, L4 and L5', 'right: low-back'],
  ['Kenalog injection left thumb CMC joint', 'left: finger'],
  ['Intra-articular hip injection, left', 'left: hip'],
  ['Occipital nerve block, bilateral', 'bilateral: head'],
  ['Cervical pillow', '-: neck'],
  ['Thumb spica splint, right', 'right: finger'],
  ['Lumbar sacral orthosis', '-: low-back'],
  ['Compression stockings, bilateral legs', 'bilateral: lower-leg'],
  ['Wrist/hand brace, right', 'right: wrist, hand'],
  ['Orthotics for bilateral feet', 'bilateral: foot'],
  ['Hinged knee brace', '-: knee'],
  ['Referral to hand surgeon for right wrist', 'right: hand, wrist'],
  ['MRI 3.0 Tesla of the right wrist', 'right: wrist'],
  ['3T MRI of the left hip', 'left: hip'],
  ['CT myelogram of the lumbar spine', '-: low-back'],
  ['SPECT CT of the lumbar', '-: low-back'],
  ['X-rays bilateral hands', 'bilateral: hand'],
  ['Plain films of the left wrist and forearm', 'left: wrist, forearm'],
  ['Weight bearing X-ray of both knees', 'bilateral: knee'],
  ['Diagnostic ultrasound of the right shoulder', 'right: shoulder'],
  ['MRI of the sacrum/coccyx', '-: low-back'],
  ['MRI of the orbits', '-: head'],
  ['Venous duplex of the right leg', 'right: lower-leg'],
  ['Chest X-ray, 2 views', '-: chest'],
  ['MRA of the neck', '-: neck'],
  ['BUE EMG', 'bilateral: upper-extremity'],
  ['EMG/NCV BLE', 'bilateral: lower-extremity'],
  ['Electromyography (EMG) left leg', 'left: lower-leg'],
  ['Left shoulder arthroscopy with rotator cuff repair', 'left: shoulder'],
  ['Excision of ganglion cyst right wrist', 'right: wrist'],
  ['Right ankle ORIF hardware removal', 'right: ankle'],
  ['Anterior cervical discectomy and fusion C5-6', '-: neck'],
  ['Left ulnar nerve decompression at the elbow', 'left: elbow'],
  ['Right long finger trigger release', 'right: finger'],
  ['Irrigation and debridement of the left hand', 'left: hand'],
  ['Lumbar laminectomy', '-: low-back'],
  ['Kyphoplasty T12', '-: upper-back'],
  ['Umbilical hernia repair', '-: abdomen'],
  ['Right Achilles tendon repair', 'right: ankle'],
  ['Amputation revision left index finger', 'left: finger'],
  ['Manipulation under anesthesia, right shoulder', 'right: shoulder'],
  ['Physical therapy for the neck, back', '-: neck, spine'],
  ['Spine surgery evaluation for the cervical', '-: neck'],
  ['MRI of the spine', '-: spine'],
  ['Physical therapy for the left hand, right ankle', '-: hand, ankle'],
  ['X-rays of bilateral knees and the right ankle', '-: knee, ankle'],
  ['MRI of the left and right wrist', 'bilateral: wrist'],
  ['Acupuncture, right knee and foot, head', 'right: knee, foot, head'],
  ['Left ulnar nerve transposition', 'left: '],
  ['Home health aide', '-: '],
  ['MRI of the\n\fright\nlower leg', 'right: lower-leg'],
  [
    'Eight sessions of acupuncture for the left wrist and neck was the original request. Six sessions of acupuncture was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two sessions of acupuncture is',
    'left: wrist, neck',
  ],
  [
    'Eight sessions of acupuncture for the left wrist and neck was the original request. Six sessions of acupuncture for the left wrist was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, two sessions of acupuncture for the neck is',
    '-: neck',
  ],
];

describe('body parts and side of a heading', () => {
  it.each(PLACES)('%s', (heading, place) => {
    expect(placeOf(heading)).toBe(place);
  });

  it('gives every part once, where it is named first', () => {
    const heading = 'MRI of the knee, knee and lower\nback';
    const found = readBodyParts(readRequest(new LetterText(heading).prose));
    expect(found.map(({ value, span }) => [value, heading.slice(span.start, span.end)])).toEqual([
      ['knee', 'knee'],
      ['low-back', 'lower\nback'],
    ]);
  });
});

describe('findBodyParts', () => {
  const named = (text: string): readonly string[] =>
    findBodyParts(new LetterText(text).prose).map(
      ({ value, span }) => `${text.slice(span.start, span.end)} = ${value}`,
    );

  it.each([
    ['pain at L4-5 and C5-C6', ['L4-5 = low-back', 'C5-C6 = neck']],
    ['thoracolumbar strain', ['thoracolumbar = upper-back', 'thoracolumbar = low-back']],
    ['rotator cuff tear and carpal tunnel syndrome', ['rotator cuff = shoulder', 'carpal tunnel = wrist']],
    ['numbness of the BLE', ['BLE = lower-extremity']],
    ['neck complaints', ['neck = neck']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    'On the other hand, he went back to work.',
    'ACOEM, Forearm, Wrist, and Hand Complaints, and Low Back Disorders',
    'He is right-handed and has foot drop; le pied.',
    'A hand-held device was handed out.',
    'Straight leg raises were positive.',
  ])('finds none in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('findSides', () => {
  const told = (text: string): readonly string[] =>
    findSides(new LetterText(text).prose).map(
      ({ side, bodyPart, span }) => `${side} ${bodyPart ?? '-'}: ${text.slice(span.start, span.end)}`,
    );

  it.each([
    ['the left shoulder', ['left shoulder: left shoulder']],
    ['the shoulder, right', ['right shoulder: shoulder, right']],
    ['knee (left)', ['left knee: knee (left)']],
    ['right-sided low back pain', ['right low-back: right-sided low back']],
    ['pain is worse on the left.', ['left -: left']],
    ['knee pain on the left', ['left knee: knee pain on the left']],
    ['right greater than left knee', ['right knee: right greater than left knee', 'left knee: left knee']],
    ['left wrist/hand', ['left wrist: left wrist', 'left hand: hand']],
    ['left index and middle fingers', ['left finger: left index and middle fingers']],
    ['the right side of the neck', ['right neck: right side of the neck']],
    ['the hips bilaterally', ['bilateral hip: hips bilaterally']],
    ['both knees', ['bilateral knee: both knees']],
    ['R shoulder, (L) knee', ['right shoulder: R shoulder', 'left knee: (L) knee']],
    ['the RUE', ['right upper-extremity: RUE']],
    ['left\n distal\n radius', ['left wrist: left\n distal\n radius']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    'He is right hand dominant and right-handed.',
    'He left his job; his knee hurts.',
    'He was left with knee pain right after it.',
    'Pain in the knee, left work early',
    'both neck and back',
    'Labor Code R 12 L 5',
    'The right to appeal',
  ])('finds none in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
