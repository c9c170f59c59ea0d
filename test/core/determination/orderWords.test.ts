import { describe, expect, test } from 'vitest';
import type { Order } from '../../../server/src/determination/model/order.ts';
import { ordersInText, ordersOfHeading } from '../../../server/src/determination/readers/medication/orders.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { orderInWords } from '../../support/orderWords.ts';

/*
 * Each word of the vocabulary of orders, at its work. What a word is not needed for is not in its sentence, so that a word
 * that is taken away leaves a sentence that is read otherwise.
 */
const heading = (text: string): string => ordersOfHeading(new LetterText(text).prose).map(orderInWords).join(' | ');

const each = (words: string): readonly string[] => words.split('|');

const DRUG = 'carisoprodol · 350 mg';

describe('nouns', () => {
  const counted = (text: string): readonly string[] =>
    ordersOfHeading(new LetterText(text).prose)
      .flatMap(({ quantities }) => quantities)
      .map(({ value: { max, noun } }) => `${max} ${noun}`);

  test.each([
    ['5 tablets, 6 tabs, 7 caplets', '5 tablet, 6 tablet, 7 tablet'],
    ['5 capsules, 6 caps, 7 softgels, 8 gelcaps', '5 capsule, 6 capsule, 7 capsule, 8 capsule'],
    ['5 pills, 6 pieces, 7 dose units', '5 pill, 6 pill, 7 pill'],
    ['5 patches, 6 plasters, 7 pads', '5 patch, 6 patch, 7 patch'],
    ['5 lozenges, 6 troches, 7 lollipops', '5 lozenge, 6 lozenge, 7 lozenge'],
    ['5 suppositories, 6 films, 7 strips', '5 suppository, 6 film, 7 film'],
    ['2 tubes, 3 boxes, 4 cartons', '2 tube, 3 box, 4 box'],
    ['2 bottles, 3 vials, 4 flasks, 5 jars, 6 tubs', '2 bottle, 3 bottle, 4 bottle, 5 jar, 6 jar'],
    ['2 packs, 3 packets, 4 packages, 5 sachets', '2 pack, 3 pack, 4 pack, 5 pack'],
    ['2 kits, 3 inhalers, 4 canisters, 5 pens, 6 autoinjectors', '2 kit, 3 inhaler, 4 inhaler, 5 pen, 6 pen'],
    ['2 syringes, 3 ampules, 4 ampoules, 5 cartridges', '2 syringe, 3 syringe, 4 syringe, 5 syringe'],
    ['2 bags, 3 rolls', '2 bag, 3 roll'],
    ['2 creams, 3 ointments, 4 gels, 5 lotions', '2 cream, 3 ointment, 4 gel, 5 lotion'],
    ['2 solutions, 3 suspensions, 4 elixirs', '2 solution, 3 solution, 4 solution'],
    ['2 syrups, 3 liquids, 4 sprays, 5 drops', '2 solution, 3 solution, 4 spray, 5 drops'],
    ['2 electrodes, 3 batteries, 4 leads', '2 electrode, 3 battery, 4 lead wire'],
    ['2 pairs, 3 sets, 4 stockings, 5 socks', '2 pair, 3 set, 4 stocking, 5 stocking'],
    ['2 gloves, 3 dressings, 4 bandages, 5 sheets', '2 glove, 3 dressing, 4 dressing, 5 sheet'],
    ['2 sleeves, 3 braces, 4 splints, 5 orthoses', '2 sleeve, 3 brace, 4 brace'],
    ['2 orthotics, 3 inserts, 2 pillows, 3 cushions', '2 orthotic, 3 orthotic, 2 pillow, 3 pillow'],
    ['2 crutches, 2 hearing aids, 40 wipes, 1 wheelchair', '2 crutch, 2 hearing aids, 40 wipe, 1 wheelchair'],
    ['2 injections, 3 shots, 4 blocks, 5 levels', '2 injection, 3 injection, 4 block, 5 level'],
    ['2 tests, 3 screens, 4 screenings, 5 assays', '2 test, 3 test, 4 test, 5 test'],
    ['2 panels, 3 studies, 4 scans, 5 views', '2 panel, 3 study, 4 study, 5 view'],
    ['3 radiographs, 4 trips, 5 rides', '3 X-ray, 4 trip, 5 trip'],
    ['2 meals, 3 nursing visits', '2 meal, 3 aide visit'],
  ])('%s', (text, expected) => {
    expect(counted(text).join(', ')).toBe(expected);
  });
});

describe('numbers of pieces', () => {
  test.each(
    each(
      'qty|quantity|quantities|quantity of|quantity is|quantity was|quantity dispensed|quantity requested|quantity limited to|number|number of tablets|number of capsules|number of patches|number of pills|number dispensed|disp|count of|total of|amount of|units|dispense|dispensing|#|x|×|times|qty:|qty #|qty = ',
    ),
  )('%s 40', (mark) => {
    expect(heading(`Soma 350 mg and ${mark} 40 a word`)).toContain('[40 pieces]');
  });

  test.each(each('count|ct'))('40 %s', (mark) => {
    expect(heading(`Soma 350 mg and 40 ${mark} a word`)).toBe(`${DRUG} · [40 pieces]`);
  });

  test.each(
    each(
      'tylenol|empirin|codeine|claim|fax|phone|page|exhibit|issue|item|case|room|record|mrn|grade|suite|file|reference',
    ),
  )('%s #3 is a name', (name) => {
    expect(heading(`Soma 350 mg, #40, ${name} #3`)).not.toContain('[3 pieces]');
  });

  test.each(
    each(
      'of|of the|these|those|of this|such|more|further|oral|topical|transdermal|requested|prescribed|extended release|sustained release|delayed release|immediate release|controlled release|extra strength|ER|XR|SR|DR|CR|IR|HCL|EC|enteric-coated|film coated|chewable|generic|brand|sterile|replacement|reusable|disposable|adhesive|single|separate|individual|whole|small|large',
    ),
  )('40 %s tablets', (between) => {
    expect(heading(`Soma 350 mg, 40 ${between} tablets`)).toMatch(/\[40 tablet\]$/);
  });
});

describe('directions', () => {
  test.each(
    each(
      'by mouth|orally|per os|po|p.o.|topically|applied|applied topically|transdermally|sublingually|under the tongue|rectally|per rectum|intranasally|to skin|to the skin|to affected area|to the affected area|taken',
    ),
  )('eight %s, twice daily', (route) => {
    expect(heading(`Soma 350 mg, eight ${route}, twice daily`)).toBe(`${DRUG} · 8 × 2 a day`);
  });

  test.each(each('take|apply|use|chew|dissolve|wear|place|inhale|swallow|administer'))('%s one, #40', (take) => {
    expect(heading(`Soma 350 mg, ${take} two tablets, #40`)).toBe(
      `${DRUG} · tablet · [40 pieces]`.replace(' · tablet', ''),
    );
  });

  test.each(
    each(
      'as needed|prn|p.r.n.|as required|when needed|if needed|when required|as necessary|if necessary|when necessary|whenever needed|on demand|at the first sign|at first sign|at onset|at the onset|for breakthrough|for flares|for flare-ups|sparingly|only when|up to|at most|maximum|max|maximally|no more than|not more than|not to exceed|may|can|limit|limited to',
    ),
  )('at most: %s', (words) => {
    expect(heading(`Soma 350 mg, two twice daily ${words}`)).toBe(`${DRUG} · 2 × 2 a day · at most`);
  });

  test.each(
    each(
      'tapering|weaned|titrate|increase|decreased|reduces|alternate|split|divided|on weekdays|weekends|workdays|on work days|Mondays|on Tuesday|Wednesdays|Thursday|Fridays|Saturday|Sunday|titration|reduction|then|thereafter|afterward|afterwards|followed by|or|if|unless|until|except|first|initial|initially|loading|remaining|additional|extra|to effect|to tolerance|tolerated|as directed|as instructed|as prescribed|hours apart|days off|before activity|before exercise|preoperatively',
    ),
  )('varies: %s', (words) => {
    expect(heading(`Soma 350 mg, two twice daily ${words}`)).toBe(`${DRUG} · 2 × 2 a day · varies`);
  });

  test.each([
    ['qod|q.o.d.|eod|q other day', '0.5'],
    ['qd|q.d.|qday|q day|q daily|od|o.d.|q24|qnight|q night', '1'],
    ['bid|b.i.d.|bd|q12|q 12 h|qh 12', '2'],
    ['tid|t.i.d.|q8h', '3'],
    ['qid|q.i.d.|q 6 hours', '4'],
    ['hs|h.s.|qhs|q.h.s.|qpm|q pm|q.p.m.|qam|q am|q.a.m.|qnoon|a.m.|am|p.m.|pm|at hour of sleep', '1'],
    ['at bedtime|before bed|before sleep|before sleeping|before bedtime|in the am|in the pm', '1'],
    ['in the afternoon|afternoons|in the forenoon|at noon|at midday|at midnight|nights|mornings|evenings', '1'],
    ['breakfast|at lunch|with dinner|before supper|after the morning meal|at the noon meal', '1'],
    ['with the evening meal|first thing in the morning|last thing in the evening|last thing at night', '1'],
    ['in the morning|in the evening|at night|in the a.m.|in the p.m.|at 9 am|at 9:30 in the morning', '1'],
    ['on waking|upon awakening|after rising|on arising|before retiring|on getting up|before going to bed', '1'],
    [
      'at breakfast and at 6 p.m.|on rising and on retiring|at breakfast, noon|at 8 in the morning and at 8 at night',
      '2',
    ],
    [
      'with each meal|with every meal|at each meal|before each meal|before every meal|after each meal|after every meal',
      '3',
    ],
    ['before each meal and at bedtime|at 6 am, at noon, at 6 pm and at midnight', '4'],
    ['night and morning|morning plus night|bedtime as well as noon|morning & night|morning, night', '2'],
  ])('%s', (words, times) => {
    for (const often of each(words)) expect(heading(`Soma 350 mg, two ${often}`)).toBe(`${DRUG} · 2 × ${times} a day`);
  });

  test.each([
    ['|at |with |before |after ', 'breakfast|lunch|dinner|supper|the morning meal|the noon meal|the evening meal'],
    ['|at ', 'noon|midday|midnight|night'],
    ['|in the ', 'morning|mornings|forenoon|afternoon|afternoons|evening|evenings|am|pm'],
    ['on |upon |after |before ', 'waking|awakening|rising|arising|retiring|getting up|going to bed'],
  ])('%s(%s) is one time of the day', (leads, parts) => {
    for (const lead of each(leads))
      for (const part of each(parts)) expect(heading(`Soma 350 mg, two ${lead}${part}`)).toBe(`${DRUG} · 2 × 1 a day`);
  });

  test.each(each('to be taken|with food|with water|with milk|on an empty stomach'))('one %s', (how) => {
    expect(heading(`Soma 350 mg, two ${how} three times a day`)).toBe(`${DRUG} · 2 × 3 a day`);
  });

  test.each([
    ['half|a half|one half|half a|half an|half of a|half of|one-half|1/2|½', '0.5'],
    ['one and a half|1 1/2|1½|1 and one half', '1.5'],
    ['1/4', '0.25'],
  ])('%s tablet', (words, dose) => {
    for (const share of each(words)) {
      expect(heading(`Soma 350 mg, ${share} tablet bid`)).toBe(`${DRUG} · ${dose} × 2 a day`);
    }
  });
});

describe('refills and supplies', () => {
  test.each([
    ['2 refills|two RF|2 repeats|two renewals|refills 2|refill: 2|RF x 2|2 more refills|2 additional refills', '2'],
    ['no refills|without refill|zero refills|nil refills|none refills|w/o refills|refills: none|refills nil|0 RF', '0'],
  ])('%s', (words, refills) => {
    for (const told of each(words)) expect(heading(`Soma 350 mg, ${told}`)).toBe(`${DRUG} · ${refills} refills`);
  });

  test.each(each('supply|supplies|course|coverage|worth|fill|rental|rent|lease|trial|prescription'))(
    'a 10-day %s',
    (lasting) => {
      expect(heading(`Soma 350 mg, a 10-day ${lasting}`)).toBe(`${DRUG} · 10 days supply`);
    },
  );

  test.each(
    each(
      "rented for 10 days|rental of 10 days|10 days' supply|10 days of supply|day supply: 10|days supply 10|supply of 10 days",
    ),
  )('%s', (lasting) => {
    expect(heading(`Soma 350 mg, ${lasting}`)).toBe(`${DRUG} · 10 days supply`);
  });

  test.each(each("a month's supply|a month supply|one month's worth|a one-month fill"))('%s', (lasting) => {
    expect(heading(`Soma 350 mg, ${lasting}`)).toBe(`${DRUG} · 28-31 days supply`);
  });
});

describe('roles', () => {
  const roleIn = (sentence: string): string | undefined => {
    const quantities = ordersInText(new LetterText(sentence).prose).flatMap((order: Order) => order.quantities);
    return quantities[0]?.role;
  };

  test.each([
    [
      'requested',
      'request|orders|asked|seeking|proposed|submits|disputed|appeals|wants|needs|the RFA|the appeals of|in question|under review|in dispute|under appeal|requested by|sought|seeks authorization of|requests authorization of|asks for authorization of|awaiting authorization of|seeks approval of|requested approval of|seeks certification of|requesting certification of',
    ],
    [
      'denied',
      'deny|declined|refuses|rejecting|disapproved|withholds|noncertified|disallowed|upholds|overturns|denials of|a non-certification of|the noncertification of|refusal of|rejection of|non-certified|non-certifying|non-certify|non-authorized|non-approved|not certified|not certify|not authorized|not authorize|not approved|not approve|not grant|not granted|adverse determination on',
    ],
    [
      'denied',
      'modified|reduced|amended|decreased|downgraded|scaled back|pared|changed|changing|cut down|lowered|lowering|adjusted|adjusting|trimmed|modification of|a reduction of|partially certified|partially approved|partially authorized|conditionally certified|conditionally approved|conditionally non-certified|partial certification of|partial approval of',
    ],
    [
      'granted',
      'certify|approved|authorizes|granted|okays|accepted|allowed|permitting|certification of|approvals of|the authorization of|an allowance of|agreed to|signed off on',
    ],
    [
      'part',
      'the remainder of|a balance of|the rest|a portion of|a part of|remaining|only|just|partial|partially|of the requested|of the original|of which|of those|out of|another|initial|first|half of|additional|extra|excess|other|further|others',
    ],
    [
      'had',
      'takes|received|consumed|was given|prescribed|tried|provides|ingested|administered|maintains|started|previous|previously|prior|past|last|earlier|former|current|currently|already|history of|to date|so far|until now|has been on|had been on|is on|was on|remains on|remained on|medications include|medications included|pill count|ago|since|in the past|used|using|uses|supplied|filled|refilled|issued|continues on|maintained on|was dispensed',
    ],
    [
      'guideline',
      'recommended|advise|suggested|endorses|the guideline|maximum|limit|a ceiling|the label|recommendations of|literature|studies of|criteria|a threshold of|MTUS|ODG|ACOEM|FDA|CDC|up to|no more than|not more than|not exceed|not to exceed|should not|at most|max|generally|usually|typically|usual|customary|standard|guidelines allow|the MTUS permits|exceeding|surpass|more than|in excess of|over|above|greater than|higher than|less than|fewer than|rather than|instead of|beyond|in addition to|on top of',
    ],
    [
      'weaning',
      'wean|tapering|titrated|discontinue|detoxify|stopped|bridging|withdraw|a taper of|titrations of|withdrawal of|discontinuation of|tapering|weaning|detoxification from|step down|to come off|cessation of',
    ],
  ])('%s', (role, words) => {
    const wrong = each(words).filter((cue) => roleIn(`It ${cue} #40.`) !== role);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['The certification: of these #40.', 'granted'],
    ['They asked for it, and #40 was approved.', 'granted'],
    ['They asked for #40, and it was approved.', 'requested'],
    ['They certified it but #40 is left.', 'told'],
    ['They certified it; #40 is left.', 'granted'],
    ['It was taken as #40, that is wanted.', 'had'],
    ['#40 exceed what is allowed.', 'requested'],
    ['They modified the order to #40.', 'granted'],
    ['They modified the order of #40.', 'denied'],
    ['They certified it as #40.', 'granted'],
    ['They reduced it down to #40.', 'granted'],
    ['It was cut to #40.', 'granted'],
    ['The guideline was cited, and the payer allowed #40.', 'guideline'],
    ['The #40 at issue are many.', 'requested'],
    ['The #40 on file are many.', 'had'],
    ['There are #40.', 'told'],
  ])('%s', (sentence, role) => {
    expect(roleIn(sentence)).toBe(role);
  });
});
