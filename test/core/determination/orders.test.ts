import { describe, expect, test } from 'vitest';
import { ordersInText, ordersOfHeading } from '../../../server/src/determination/readers/medication/orders.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { orderInWords } from '../../support/orderWords.ts';

const HEADINGS: readonly (readonly [string, readonly string[]])[] = [
  ['Tylenol with codeine #3, ninety', ['codeine · [90 pieces]']],
  ['Tylenol #3 #60', ['codeine · [60 pieces]']],
  [
    'Ibuprofen 800 mg 1 tab p.o. t.i.d. x 30 days #90, refills: 2',
    ['ibuprofen · 800 mg · [90 pieces] · 1 × 3 a day · 30 days · 2 refills'],
  ],
  ['Percocet 10-325 x 120', ['oxycodone · 10+325 mg · [120 pieces]']],
  [
    'Hyaluronate to the left knee, one injection each week for five weeks',
    ['viscosupplementation · [5 injection] · 1 × 0.14 a day · 35 days'],
  ],
  ['Two epidural steroid injections at L4-5', ['epidural steroid injection · injection · [2 injection]']],
  ['Electrodes for TENS, 2 packs per month', ['TENS unit · [2 pack]']],
  [
    'Norco 10/325 mg #90 per month, 1 tab po tid',
    ['hydrocodone · 10+325 mg · [90 pieces] · 1 × 3 a day · needs 84-93'],
  ],
  [
    'Hydrocodone-acetaminophen 10-325 mg tablet, take 1 tablet by mouth every 4 to 6 hours as needed for pain, dispense 90, refills 0',
    ['hydrocodone · 10+325 mg · tablet · [90 pieces] · 1 × 4-6 a day · at most · 0 refills'],
  ],
  ['Lidoderm 5% patch apply 1 patch 12 hours on 12 hours off #30', ['lidocaine · 5 % · patch · [30 pieces]']],
  [
    'Naproxen 550 mg bid for one month, #90',
    ['naproxen · 550 mg · [90 pieces] · 1 × 2 a day · (dose implied) · 28-31 days · needs 56-62'],
  ],
  ['TENS unit, rental 45 days', ['TENS unit · unit · 45 days supply']],
  ['TENS electrodes, units 2', ['TENS unit · electrode · [2 pieces]']],
  [
    'Butrans 10 mcg/hour patches, apply one weekly, #4',
    ['buprenorphine · 0.01 mg/hour · patch · [4 pieces] · 1 × 0.14 a day'],
  ],
  [
    "Tizanidine 4 mg, a tablet at night, a month's supply",
    ['tizanidine · 4 mg · 1 × 1 a day · 28-31 days supply · needs 28-31'],
  ],
  ['Omeprazole 20 mg, quantity of sixty (60), 1 refill', ['omeprazole · 20 mg · [60 pieces] · 1 refills']],
  ['Cymbalta 60 mg 30-day supply', ['duloxetine · 60 mg · 30 days supply']],
  [
    'Ambien 10 mg QHS PRN #30 RF x 2',
    ['zolpidem · 10 mg · [30 pieces] · 1 × 1 a day · (dose implied) · at most · 2 refills'],
  ],
  [
    'Acetaminophen 500 mg half a tablet bid for 2 weeks #14',
    ['acetaminophen · 500 mg · [14 pieces] · 0.5 × 2 a day · 14 days · needs 14'],
  ],
  [
    'Acetaminophen 500 mg one and a half tablets every night x 20 days, 30 tabs',
    ['acetaminophen · 500 mg · [30 tablet] · 1.5 × 1 a day · 20 days · needs 30'],
  ],
  ['Sixty of the tramadol 50 mg tablets', ['tramadol · 50 mg · tablet · [60 tablet]']],
  ['90 tablets of cyclobenzaprine 7.5 mg', ['cyclobenzaprine · 7.5 mg · [90 tablet]']],
  ['60 Norco 10/325 tablets', ['hydrocodone · 10+325 mg · tablet · [60 pieces]']],
  ['Voltaren gel 1%, 2 tubes of 100 grams', ['diclofenac · 1 % · gel · [2 tube] · [100 g]']],
  ['Terocin patches, 2 boxes', ['menthol · patch · [2 box]']],
  [
    'Lyrica 75 mg 1 in the morning and 2 at bedtime for 30 days #90',
    ['pregabalin · 75 mg · [90 pieces] · 1 × 1 + 2 × 1 a day · 30 days · needs 90'],
  ],
  ['Norco 10/325 mg (sixty)', ['hydrocodone · 10+325 mg · [60 pieces]']],
  ['Norco 10/325 60', ['hydrocodone · 10+325 mg · [60 pieces]']],
  [
    'Prednisone 10 mg, 4 tablets daily for 3 days then 2 daily',
    ['prednisone · 10 mg · 4 × 1 + 2 × 1 a day · varies · 3 days'],
  ],
  ['Morphine oral solution 10 mg per 5 ml, 240 ml', ['morphine · 10 mg/5 ml · solution · [240 ml]']],
  [
    'Gabapentin 600 mg a day, 45-day supply, ninety count',
    ['gabapentin · 600 mg · [90 pieces] · 1 × 1 a day · (dose implied) · 45 days supply · needs 45'],
  ],
  [
    'Skelaxin 800 mg one tablet up to three times a day, #90',
    ['metaxalone · 800 mg · [90 pieces] · 1 × 3 a day · at most'],
  ],
  [
    'Meloxicam 15 mg daily and at bedtime for 10 days, #20',
    ['meloxicam · 15 mg · [20 pieces] · 1 × 2 a day · (dose implied) · 10 days · needs 20'],
  ],
  [
    'Baclofen 10 mg, twice daily, morning and night, for 30 days, #60',
    ['baclofen · 10 mg · [60 pieces] · 1 × 2 a day · (dose implied) · 30 days · needs 60'],
  ],
  [
    'Nucynta 50 mg q.i.d., number of tablets: 120',
    ['tapentadol · 50 mg · [120 pieces] · 1 × 4 a day · (dose implied)'],
  ],
  [
    'Relafen 500 mg every other day for 30 days, #15',
    ['nabumetone · 500 mg · [15 pieces] · 1 × 0.5 a day · (dose implied) · 30 days · needs 15'],
  ],
  ['Claim #4471 Soma 350 mg qty 30', ['carisoprodol · 350 mg · [30 pieces]']],
  ['Levels C5-6 and C6-7, cervical facet block, x 2', ['facet injection · block · [2 pieces]']],
  ['Eszopiclone 2 mg: thirty tablets, one nightly', ['eszopiclone · 2 mg · [30 tablet] · 1 × 1 a day']],
  [
    'Topiramate 25mg, take one tab PO BID, disp #60, 3 RF',
    ['topiramate · 25 mg · [60 pieces] · 1 × 2 a day · 3 refills'],
  ],
  ['Etodolac ER 400 mg; #30; one refill', ['etodolac · 400 mg · [30 pieces] · 1 refills']],
  [
    'Duloxetine DR 30 mg caps, 1 cap po qday x 30d, qty: 30',
    ['duloxetine · 30 mg · capsule · [30 pieces] · 1 × 1 a day · 30 days · needs 30'],
  ],
  [
    'Methocarbamol 750mg one to two q8h prn spasm #90',
    ['methocarbamol · 750 mg · [90 pieces] · 1-2 × 3 a day · at most'],
  ],
  [
    'Hydrocodone Bitartrate/Acetaminophen (Norco) 10/325mg 1 PO Q6H #120 (one month)',
    ['hydrocodone · 10+325 mg · [120 pieces] · 1 × 4 a day · 28-31 days · needs 112-124'],
  ],
  ['Medrol dose pack #1', ['methylprednisolone · pack · [1 pieces]']],
  ['Ketorolac injection 60 mg IM x 1', ['ketorolac · 60 mg · injection · [1 pieces]']],
  [
    'Zolpidem 5 mg at bedtime for two weeks, fourteen tablets',
    ['zolpidem · 5 mg · [14 tablet] · 1 × 1 a day · (dose implied) · 14 days · needs 14'],
  ],
  [
    'Senna 8.6/50 mg, two tablets twice a day, 120 tablets with no refills',
    ['senna · 8.6+50 mg · [120 tablet] · 2 × 2 a day · 0 refills'],
  ],
  [
    'Ondansetron ODT 4mg every six hours, for 5 days, #20',
    ['ondansetron · 4 mg · [20 pieces] · 1 × 4 a day · (dose implied) · 5 days · needs 20'],
  ],
  [
    'Oxycodone IR 15 mg, 1 tab every 4 hours for 30 days, #120',
    ['oxycodone · 15 mg · [120 pieces] · 1 × 6 a day · 30 days · needs 180'],
  ],
  [
    'Morphine sulfate ER 30 mg twice daily x 30 days, #90',
    ['morphine · 30 mg · [90 pieces] · 1 × 2 a day · (dose implied) · 30 days · needs 60'],
  ],
  ['Nabumetone 500 mg one b.i.d. with food, sixty', ['nabumetone · 500 mg · [60 pieces] · 1 × 2 a day']],
  [
    'Amitriptyline 25 mg qhs, 30-day supply with 2 additional refills',
    ['amitriptyline · 25 mg · 1 × 1 a day · (dose implied) · 30 days supply · 2 refills'],
  ],
  [
    'Ketamine 5% cream 60 gm, apply twice daily for 30 days',
    ['ketamine · 5 % · cream · [60 g] · 1 × 2 a day · (dose implied) · 30 days'],
  ],
  [
    'Buprenorphine/naloxone 8/2 mg films, one film daily for 28 days, #28',
    ['buprenorphine · 8+2 mg · film · [28 pieces] · 1 × 1 a day · 28 days · needs 28'],
  ],
  ['Replacement batteries for TENS unit, two packs', ['TENS unit · unit · [2 pack]']],
  ['Electrodes (4 per pack) x 10 packs', ['? · electrode · [10 pack]']],
  ['Compression stockings, two pairs', ['DVT prophylaxis unit · stocking · [2 pair]']],
  ['Knee walker rental, six weeks', ['knee walker · 42 days']],
  ['Home H-Wave device, 30-day trial', ['H-wave unit · 30 days supply']],
  ['Vascutherm cold unit, 14 day rental with wrap purchase', ['cold therapy unit · unit · 14 days supply']],
  ['Synvisc-One injection, right knee, one', []],
  [
    'Three Orthovisc injections, one a week for three weeks',
    ['viscosupplementation · injection · [3 injection] · [3 injection] · 1 × 0.14 a day · 21 days'],
  ],
  ['Trigger point injections x 4', ['trigger point injection · injection · [4 pieces]']],
  ['Urine drug screens, four per year', ['urine drug screen · test · 4 × 0 a day']],
  ['Facet blocks at three levels', ['facet injection · block · [3 level]']],
  ['Chest X-ray, two views', ['X-ray · [2 view]']],
  [
    'Home care, 8 hours per day, 5 days a week for 6 weeks',
    ['home health care · [8 hour a day] · [5 day a week] · 42 days'],
  ],
  ['Caregiver 4 hrs/day x 3 days/week', ['home health care · [4 hour a day] · [3 day a week]']],
  ['Transport to visits, twelve trips', ['? · [12 trip]']],
  [
    'Methadone 10 mg, one tablet every 8 hours, ninety tablets (30 days)',
    ['methadone · 10 mg · [90 tablet] · 1 × 3 a day · 30 days · needs 90'],
  ],
  ['Lidoderm 5% patches, 1 box of 30', ['lidocaine · 5 % · patch · [1 box] · [30 pieces]']],
  [
    'Tramadol HCl 50 mg 2 tabs q 6 hrs max 8/day #240',
    ['tramadol · 50 mg · [240 pieces] · 2 × 4 + 8 × 1 a day · at most'],
  ],
  [
    'Clonazepam 0.5 mg half tablet bid 30 days #60',
    ['clonazepam · 0.5 mg · [60 pieces] · 0.5 × 2 a day · 30 days · needs 30'],
  ],
  ['Clonazepam 500 mcg, 1/2 tab b.i.d., #30', ['clonazepam · 0.5 mg · [30 pieces] · 0.5 × 2 a day']],
  ['Fioricet 50/300/40 mg 1 tab q4-6h #60', ['butalbital · 50+300+40 mg · [60 pieces] · 1 × 4-6 a day']],
  ['Prednisone 5 mg 6-day taper, #21', ['prednisone · 5 mg · [21 pieces] · 6 days']],
  [
    'Naproxen sodium 550mg, one tablet every 12 hours times 30 days, #60',
    ['naproxen · 550 mg · [60 pieces] · 1 × 2 a day · 30 days · needs 60'],
  ],
  ['Diclofenac gel 1% 100 gram tube, 3 tubes', ['diclofenac · 1 % · gel · [100 g] · [3 tube]']],
  ['Ranitidine 150 mg, quantity 60, refills none', ['ranitidine · 150 mg · [60 pieces] · 0 refills']],
  [
    'Fentanyl patch 50 mcg/hr every 48 hours #15 for 30 days',
    ['fentanyl · 0.05 mg/hour · patch · [15 pieces] · 1 × 0.5 a day · (dose implied) · 30 days · needs 15'],
  ],
  [
    'Vitamin D 50,000 units once weekly for 8 weeks, #8',
    ['vitamin · 50000 unit · [8 pieces] · 1 × 0.14 a day · (dose implied) · 56 days · needs 8'],
  ],
  [
    'Enoxaparin 40 mg syringes, one injection daily for 10 days, ten syringes',
    ['enoxaparin · 40 mg · syringe · [10 syringe] · 1 × 1 a day · 10 days'],
  ],
  [
    'Percocet 7.5 mg/325 mg, one every 6 hours for 10 days, #40',
    ['oxycodone · 7.5+325 mg · [40 pieces] · 1 × 4 a day · 10 days · needs 40'],
  ],
  [
    'Colace 100 mg one capsule in the morning and one at night for 30 days, #30',
    ['docusate · 100 mg · [30 pieces] · 1 × 1 + 1 × 1 a day · 30 days · needs 60'],
  ],
  [
    'Metaxalone 800 mg tid #90 (1 refill)',
    ['metaxalone · 800 mg · [90 pieces] · 1 × 3 a day · (dose implied) · 1 refills'],
  ],
  ['Oxycontin 20mg #60 (DOS 3/4/2016)', ['oxycodone · 20 mg · [60 pieces]']],
  ['LidoPro cream 121 g, one bottle', ['lidocaine · cream · [121 g] · [1 bottle]']],
  ['Norco 10/325mg #60 modified to #30', ['hydrocodone · 10+325 mg · [60 pieces] · [30 pieces]']],
];

const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['The request for acetaminophen 500mg #90 is medically necessary.', ['acetaminophen · 500 mg · [90 pieces]']],
  ['Forty capsules of gabapentin 300 mg are thus medically unnecessary.', ['gabapentin · 300 mg · [40 capsule]']],
  ['A home health aide for five hours each day is not supported.', ['home health care · [5 hour a day]']],
  [
    'In a decision of 5/2/2016 the reviewer modified the request for Norco 10-325mg #60 to #45, and non-certified the request for naproxen 500mg #30 and 12 sessions of acupuncture.',
    [
      'hydrocodone · 10+325 mg denied · [60 pieces denied] · [45 pieces granted]',
      'naproxen · 500 mg denied · [30 pieces denied]',
    ],
  ],
  ['The claims administrator certified #30 of the 60 tablets asked for.', ['? · [30 pieces granted] · [60 tablet]']],
  ['#60 was certified as #30 to allow weaning.', ['? · [60 pieces granted] · [30 pieces granted]']],
  ['Guidelines recommend no more than 120 tablets of Norco a month.', ['hydrocodone · [120 tablet guideline]']],
  [
    'The worker takes Norco 10/325 mg, 4 tablets a day, and reports 50% relief.',
    ['hydrocodone · 10+325 mg had · 4 × 1 a day'],
  ],
  [
    'A one-month supply of Norco (#60) would be reasonable to taper the drug.',
    ['hydrocodone · [60 pieces weaning] · 28-31 days supply'],
  ],
  ['Therefore, the remaining #30 is not medically necessary.', ['? · [30 pieces part]']],
  [
    'The requested 90 capsules of gabapentin 300 mg with two refills are supported.',
    ['gabapentin · 300 mg · [90 capsule] · 2 refills'],
  ],
  [
    'She was dispensed #60 of tramadol 50 mg on 5/1/2016 and asks for #90 now.',
    ['tramadol · 50 mg had · [60 pieces had] · [90 pieces]'],
  ],
  [
    'The provider is requesting Norco 10/325mg, #120, Soma 350 mg #90, and Ambien 10 mg #30 with 1 refill.',
    [
      'hydrocodone · 10+325 mg · [120 pieces]',
      'carisoprodol · 350 mg · [90 pieces]',
      'zolpidem · 10 mg · [30 pieces] · 1 refills',
    ],
  ],
  [
    'Medical necessity of Norco 10/325 mg #60 beyond the #30 already certified is not established.',
    ['hydrocodone · 10+325 mg · [60 pieces] · [30 pieces had]'],
  ],
  ['Pain falls from 8/10 to 4/10 with tramadol.', []],
  [
    'The request for a thirty-day supply of Lyrica 75 mg is not medically necessary.',
    ['pregabalin · 75 mg · 30 days supply'],
  ],
  ['Two tubes of Voltaren gel 1% are not medically necessary.', ['diclofenac · 1 % · gel · [2 tube]']],
  ['The 60 tablets requested exceed the dose that guidelines allow.', ['? · [60 tablet]']],
  [
    'As the first three tubes were not used, the request for ketoprofen 20% cream, 167 grams is not medically necessary.',
    ['? · [3 tube part]', 'ketoprofen · 20 % · cream · [167 g]'],
  ],
  ['Ninety pills of this opioid a month would continue a treatment that has failed.', ['opioid · [90 pill]']],
  ['Utilization review approved 30 tablets only.', ['? · [30 tablet granted]']],
  ['UR reduced the quantity from #120 to #80.', ['? · [120 pieces denied] · [80 pieces granted]']],
  [
    'The physician seeks authorization of naproxen 550 mg, quantity of 60, with no refills.',
    ['naproxen · 550 mg · [60 pieces] · 0 refills'],
  ],
  [
    'Soma 350 mg #90 was denied on 3/4/2016, while Norco 5/325 mg #30 was authorized.',
    ['carisoprodol · 350 mg denied · [90 pieces denied]', 'hydrocodone · 5+325 mg granted · [30 pieces granted]'],
  ],
  [
    'The FDA limits acetaminophen to 4 grams a day.',
    ['acetaminophen · 4000 mg guideline · 1 × 1 a day · (dose implied)'],
  ],
  [
    'The guideline allows 20 units of the toxin, yet 300 units are asked for.',
    ['? · [20 unit guideline] · [300 unit]'],
  ],
  ['He has used two boxes of Terocin patches since March.', ['menthol · patch · [2 box had]']],
  ['Three lumbar epidural injections at once are not medically necessary.', []],
  [
    'Rental of the cold unit for 30 days is denied; 7 days are customary after surgery.',
    ['cold therapy unit · unit · 30 days supply'],
  ],
  [
    'With tramadol 50 mg, one tablet every six hours as needed, she can stand for 20 minutes.',
    ['tramadol · 50 mg · 1 × 4 a day · at most · varies'],
  ],
  [
    'The prescription was for cyclobenzaprine 7.5 mg, sixty (60) tablets, one at bedtime.',
    ['cyclobenzaprine · 7.5 mg · [60 tablet] · 1 × 1 a day'],
  ],
  ['Pain improves by 40 percent when he takes Lyrica.', []],
  ['For these reasons ten patches suffice for a trial.', ['? · [10 patch]']],
  ['She had 12 visits and 3 injections before surgery.', ['? · [3 injection]']],
  ['#15 would allow the taper, but #60 is not medically necessary.', ['? · [15 pieces granted] · [60 pieces]']],
  ['The disputed quantity of ninety is more than the label supports.', ['? · [90 pieces]']],
  [
    'The appeal speaks of 180 tablets of oxycodone 15 mg instead of the 120 that were filled in May.',
    ['oxycodone · 15 mg · [180 tablet]'],
  ],
  ['No refills of Norco are due.', ['? · 0 refills']],
];
describe('orders of headings', () => {
  test.each(HEADINGS)('%s', (heading, expected) => {
    expect(ordersOfHeading(new LetterText(heading).prose).map(orderInWords)).toEqual(expected);
  });
});

describe('orders in sentences', () => {
  test.each(SENTENCES)('%s', (sentence, expected) => {
    expect(ordersInText(new LetterText(sentence).prose).map(orderInWords)).toEqual(expected);
  });
});

test('a value knows its words and why it is read so', () => {
  const source = 'The reviewer modified the request for Norco 10/325 mg #60 to a quantity of 45.';
  const { prose } = new LetterText(source);
  const [order] = ordersInText(prose);
  const told = (order?.quantities ?? []).map(({ span, role, derivation }) => [
    source.slice(span.start, span.end),
    role,
    derivation.reasons.map((reason) => `${source.slice(reason.span.start, reason.span.end)}: ${reason.as}`),
  ]);
  expect(told).toEqual([
    ['#60', 'denied', ['#60: quantity', 'modified: denied']],
    ['quantity of 45', 'granted', ['quantity of 45: quantity', 'modified: granted']],
  ]);
});

test('what the directions take is reckoned from their words', () => {
  const source = 'Tramadol 50 mg, two tablets twice daily for 15 days, #40';
  const [order] = ordersOfHeading(new LetterText(source).prose);
  const { derivation } = order?.needed ?? {};
  expect(derivation?.reckoning).toBe('2 × 2 a day × 15 days = 60');
  expect(derivation?.reasons.map(({ span, as }) => `${source.slice(span.start, span.end)}: ${as}`)).toEqual([
    'two tablets: what is taken at a time',
    'twice daily: how often',
    '15 days: how long',
  ]);
});
