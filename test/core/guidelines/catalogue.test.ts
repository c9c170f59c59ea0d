import { describe, expect, it } from 'vitest';
import type { Citation, CitationSource, IsoDate } from '../../../server/src/determination/model/determination.ts';
import { bodyPartsMeet } from '../../../server/src/guidelines/bodyParts.ts';
import {
  applicableWords,
  ceilingOf,
  certaintyOf,
  citeAs,
  createCatalogue,
  type GuidelineCatalogue,
  type LimitQuery,
  limitFigure,
  limitWords,
  type Resolution,
  trialOf,
} from '../../../server/src/guidelines/catalogue.ts';
import { usable } from '../../../server/src/guidelines/facts.ts';
import { defaultCatalogue, shippedFiles } from '../../../server/src/guidelines/shipped.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { found } from '../../../server/src/text/span.ts';

const catalogue = defaultCatalogue();
const nowhere = new LetterText('').whole;
const JANUARY_2017 = '2017-01-15';

interface CitationWords {
  readonly source?: CitationSource;
  readonly year?: number;
  readonly sections?: readonly string[];
  readonly pages?: readonly string[];
  readonly of?: number;
}

function cite(title: string, words: CitationWords = {}): Citation {
  const { source = 'MTUS', year, sections = [], pages = [], of } = words;
  return {
    span: nowhere,
    source,
    title: found(title, nowhere),
    year: year === undefined ? null : found(year, nowhere),
    sections: sections.map((name) => found(name, nowhere)),
    pages: pages.map((name) => found(name, nowhere)),
    pagesInDocument: of === undefined ? null : found(of, nowhere),
  };
}

const resolve = (title: string, words: CitationWords = {}, day: IsoDate | null = JANUARY_2017): Resolution =>
  catalogue.resolve(cite(title, words), day);
const kinds = (resolution: Resolution): readonly string[] => resolution.problems.map(({ kind }) => kind);

describe('editions and days', () => {
  it.each<[string, IsoDate, string | null]>([
    ['mtus-chronic-pain', '2009-07-17', null],
    ['mtus-chronic-pain', '2009-07-18', 'Chronic Pain Medical Treatment 2009'],
    ['mtus-chronic-pain', '2016-07-27', 'Chronic Pain Medical Treatment 2009'],
    ['mtus-chronic-pain', '2016-07-28', 'Chronic Pain Medical Treatment 2016'],
    ['mtus-chronic-pain', '2017-11-30', 'Chronic Pain Medical Treatment 2016'],
    ['mtus-chronic-pain', '2017-12-01', 'Chronic Pain 2017'],
    ['mtus-low-back', '2017-11-30', 'Low Back Complaints 2004'],
    ['mtus-low-back', '2019-08-11', 'Low Back Disorders 2019'],
    ['mtus-low-back', '2025-01-01', 'Low Back Disorders 2020'],
    ['mtus-elbow', '2009-07-17', 'Elbow Complaints 2004'],
    ['mtus-elbow', '2016-12-01', 'Elbow Complaints 2007'],
    ['mtus-opioids', '2016-07-27', null],
    ['odg', '2017-01-15', null],
    ['no-such-chapter', '2017-01-15', null],
  ])('%s on %s: %s', (chapter, day, expected) => {
    const edition = catalogue.editionInForce(chapter, day);
    expect(edition && citeAs(edition)).toBe(expected);
  });

  const editionOf = (id: string) => {
    const edition = catalogue.editions.get(id);
    if (!edition) throw new Error(`no edition ${id}`);
    return edition;
  };

  it('says what replaced a superseded edition', () => {
    const status = catalogue.statusOn(editionOf('mtus-chronic-pain-2009'), '2017-02-27');
    expect(status).toEqual({
      kind: 'superseded',
      lastDay: '2016-07-27',
      replacement: editionOf('mtus-chronic-pain-2016'),
    });
  });

  it('reports editions of the future, dated or not', () => {
    const knee = editionOf('mtus-knee-2004');
    expect(catalogue.statusOn(editionOf('mtus-knee-2015'), JANUARY_2017)).toEqual({
      kind: 'not-yet',
      firstDay: '2017-12-01',
      inForce: knee,
    });
    expect(catalogue.statusOn(editionOf('mtus-antiemetics-2020'), JANUARY_2017).kind).toBe('not-yet');
  });

  it('says nothing of an edition whose days are not known', () => {
    expect(catalogue.statusOn(editionOf('mtus-prevention-2011'), JANUARY_2017)).toEqual({ kind: 'undated' });
    expect(catalogue.statusOn(editionOf('mtus-initial-approaches-2022'), '2023-01-01')).toEqual({ kind: 'undated' });
  });

  it('lets a chapter with one edition stay in force', () => {
    expect(catalogue.statusOn(editionOf('mtus-acupuncture-2007'), '2024-01-01').kind).toBe('in-force');
    expect(catalogue.statusOn(editionOf('mtus-postsurgical-2009'), '2024-01-01').kind).toBe('in-force');
  });

  it('lists what is in force on a day, one edition a chapter', () => {
    const titles = catalogue.editionsInForce(JANUARY_2017).map(citeAs);
    expect(titles).toContain('Shoulder Complaints 2004');
    expect(titles).toContain('Opioid Treatment 2016');
    expect(titles).not.toContain('Chronic Pain Medical Treatment 2009');
    expect(titles.some((title) => title.includes('Disorders'))).toBe(false);
  });

  it("ends an edition where an organisation's own one begins", () => {
    const own = createCatalogue([
      ...shippedFiles,
      {
        name: 'own',
        editions: [
          {
            id: 'own-chronic-pain',
            chapter: 'mtus-chronic-pain',
            title: 'Chronic Pain',
            years: [2025],
            from: '2025-03-01',
            source: 'order of the Administrative Director',
            certainty: 'seen',
          },
        ],
      },
    ]);
    const before = own.editions.get('mtus-chronic-pain-2017');
    expect(before && own.statusOn(before, '2025-02-28').kind).toBe('in-force');
    expect(before && own.statusOn(before, '2025-03-01')).toMatchObject({ kind: 'superseded', lastDay: '2025-02-28' });
  });
});

describe('resolving a title', () => {
  it.each<[string, CitationWords, string]>([
    ['Chronic Pain Medical Treatment', { year: 2016 }, 'mtus-chronic-pain'],
    ['Chronic Pain Medical Treatment Guidelines', { year: 2016 }, 'mtus-chronic-pain'],
    ['Chronic Pain Treatment Guidelines', {}, 'mtus-chronic-pain'],
    ['CHRONIC PAIN', { year: 2017 }, 'mtus-chronic-pain'],
    ['Low Back Complaints', { year: 2004 }, 'mtus-low-back'],
    ['ACOEM Chapter 12 Low Back Complaints', {}, 'mtus-low-back'],
    ['ACOEM Chapter 12', {}, 'mtus-low-back'],
    ['ACOEM Practice Guidelines, 2nd Edition, Chapter 13', {}, 'mtus-knee'],
    ['Lower Back Complaints', { year: 2004 }, 'mtus-low-back'],
    ['Forearm, Wrist, & Hand Complaints', { year: 2004 }, 'mtus-hand'],
    ['Forewarm, Wrist, and Hand Complaints', { year: 2004 }, 'mtus-hand'],
    ['Hand, Wrist and Forearm Disorders', { year: 2016 }, 'mtus-hand'],
    ['Accupuncture Treatment', { year: 2007 }, 'mtus-acupuncture'],
    ['Post-Surgical Treatment Guidelines', {}, 'mtus-postsurgical'],
    ['Opioids Treatment', { year: 2016 }, 'mtus-opioids'],
    ['General Approaches', { year: 2004 }, 'mtus-initial-approaches'],
    ['Cervical and Thoracic Spine', { year: 2019 }, 'mtus-neck'],
    ['Workplace Mental Health: Depressive Disorders', { year: 2020 }, 'mtus-depression'],
    ['Occupational/Work-Related Asthma Medical Treatment', { year: 2016 }, 'mtus-asthma'],
    ['Pain, Suffering, and the Restoration of Function Chapter', { source: 'ACOEM' }, 'acoem-pain'],
    ['Hip and Groin Disorders', { source: 'ACOEM' }, 'mtus-hip-groin'],
    ['', { source: 'ODG' }, 'odg'],
    ['Hips & Pelvis Chapter', { source: 'ODG' }, 'odg-hip-pelvis'],
    ['Low Back - Lumbar & Thoracic (Acute & Chronic)', { source: 'ODG' }, 'odg-low-back'],
    ['Forearm, Wrist, and Hand Chapter (Online Version)', { source: 'ODG' }, 'odg-hand'],
    ['Head (trauma, headaches, etc., not including stress & mental disorders)', { source: 'ODG' }, 'odg-head'],
    ['MRI Elbow', { source: 'ODG' }, 'odg-elbow'],
    ['physical therapy guidelines', { source: 'ODG' }, 'odg-therapy'],
  ])('%s %o', (title, words, expected) => {
    const resolution = resolve(title, words);
    expect(resolution.chapter?.id).toBe(expected);
    expect(kinds(resolution)).toEqual([]);
  });

  it('finds a chapter through a typing error, and says so', () => {
    expect(resolve('Shoudler Complaints', { year: 2004 })).toMatchObject({
      chapter: { id: 'mtus-shoulder' },
      spelling: 'near',
      problems: [],
    });
  });

  it('reports a chapter that the MTUS does not have', () => {
    expect(kinds(resolve('Bunion Complaints', { year: 2004 }))).toEqual(['unknown-chapter']);
  });

  it.each<CitationSource>(['ODG', 'ACOEM', 'FDA', 'journal', 'other'])('is silent where %s has it', (source) => {
    expect(resolve('Bunion surgery', { source })).toMatchObject({ chapter: null, problems: [] });
  });

  it('asks nothing of a citation of the MTUS as a whole', () => {
    expect(resolve('')).toMatchObject({ chapter: { id: 'mtus' }, problems: [] });
    expect(resolve('ACOEM')).toMatchObject({ chapter: { id: 'mtus' }, problems: [] });
  });
});

describe('resolving an edition', () => {
  it('goes by the year, and reports a year that never was an edition', () => {
    expect(resolve('Knee Complaints', { year: 2004 })).toMatchObject({
      edition: { id: 'mtus-knee-2004' },
      editionBy: 'year',
    });
    const resolution = resolve('Chronic Pain Medical Treatment', { year: 2011 });
    expect(resolution.edition).toBeNull();
    expect(resolution.problems).toMatchObject([{ kind: 'unknown-year', years: [2009, 2016, 2017] }]);
  });

  it('takes both years of the elbow chapter, and the year of a later table for the same edition', () => {
    expect(resolve('Elbow Complaints', { year: 2004 }).edition?.id).toBe('mtus-elbow-2004');
    expect(resolve('Elbow Complaints', { year: 2007 }).edition?.id).toBe('mtus-elbow-2007');
    expect(resolve('Cervical and Thoracic Spine Disorders', { year: 2019 }).edition?.id).toBe('mtus-neck-2018');
  });

  it('reports the title of one edition with the year of another', () => {
    expect(kinds(resolve('Low Back Disorders', { year: 2004 }))).toEqual(['title-of-other-edition']);
    expect(kinds(resolve('Low Back Complaints', { year: 2020 }))).toEqual(['title-of-other-edition']);
    expect(kinds(resolve('Elbow Disorders', { year: 2007 }))).toEqual([]);
  });

  it('without a year goes by the length, the page, the day', () => {
    const title = 'Chronic Pain Treatment Guidelines';
    const sections = ['Physical Medicine'];
    expect(resolve(title, { pages: ['98'], of: 127 })).toMatchObject({
      edition: { years: [2009] },
      editionBy: 'length',
    });
    expect(resolve(title, { sections, pages: ['98-99'] })).toMatchObject({
      edition: { years: [2009] },
      editionBy: 'page',
    });
    expect(resolve(title, { sections })).toMatchObject({ edition: { years: [2016] }, editionBy: 'day' });
    expect(resolve(title, { sections }, null)).toMatchObject({ edition: null, editionBy: null });
    expect(resolve('Low Back Complaints', { pages: ['298'] }, null)).toMatchObject({ editionBy: 'page' });
    expect(resolve('Postsurgical Treatment Guidelines', {}, null)).toMatchObject({ editionBy: 'only' });
  });

  it("takes no edition of the MTUS for ACOEM's own guideline without a year", () => {
    expect(resolve('Low Back Disorders', { source: 'ACOEM' }).edition).toBeNull();
  });

  it('gives the same answer for the same citation, and another for another day', () => {
    const citation = cite('Chronic Pain Medical Treatment Guidelines');
    const first = catalogue.resolve(citation, '2015-01-01');
    expect(catalogue.resolve(citation, '2015-01-01')).toBe(first);
    expect(catalogue.resolve(citation, JANUARY_2017).edition?.years).toEqual([2016]);
  });
});

describe('resolving sections and pages', () => {
  const sectionOf = (resolution: Resolution) => resolution.sections.map(({ section }) => section?.name ?? null);

  it.each([
    [
      'Chronic Pain Medical Treatment',
      2016,
      'TENS, chronic pain',
      'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
    ],
    ['Chronic Pain Medical Treatment', 2016, 'Physical Medicine', 'Physical medicine treatment'],
    ['Chronic Pain Medical Treatment', 2009, 'Physical medicine treatment', 'Physical Medicine'],
    ['Chronic Pain Medical Treatment', 2009, 'Botulinum Toxin', 'Botulinum toxin (Botox; Myobloc)'],
    ['Chronic Pain Medical Treatment', 2009, 'Manual Therapy and Treatments', 'Manual therapy & manipulation'],
    ['Chronic Pain Medical Treatment', 2016, 'Opioids, criteria for use', 'Opioids, criteria for use'],
    ['Low Back Complaints', 2004, 'Special Studies and Diagnostic and Treatment Considerations', 'Special Studies'],
    ['Low Back Complaints', 2004, 'Table 12-8', 'Summary'],
    [
      'Opioid Treatment',
      2016,
      '3.3.6 Urine drug tests',
      '3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)',
    ],
  ])('%s %i, Section(s): %s', (title, year, section, expected) => {
    expect(sectionOf(resolve(title, { year, sections: [section] }))).toEqual([expected]);
  });

  it('finds a section through a typing error', () => {
    const resolution = resolve('Low Back Complaints', { year: 2004, sections: ['Diagnositc Criteria', 'Inital Care'] });
    expect(resolution.sections.map(({ spelling }) => spelling)).toEqual(['near', 'near']);
    expect(resolution.problems).toEqual([]);
  });

  it('finds a topic that comes after the title', () => {
    const resolution = resolve('Chronic Pain Treatment Guidelines Physical Medicine', { pages: ['98'] });
    expect(sectionOf(resolution)).toEqual(['Physical medicine treatment']);
  });

  it('finds the topics of ODG in every chapter of it', () => {
    expect(sectionOf(resolve('Shoulder', { source: 'ODG', sections: ['MRI'] }))).toEqual([
      'MRI (magnetic resonance imaging)',
    ]);
  });

  it('reports an unknown section only where all are known', () => {
    expect(kinds(resolve('Knee Complaints', { year: 2004, sections: ['Epidurals'] }))).toEqual(['unknown-section']);
    expect(kinds(resolve('Chronic Pain Medical Treatment', { year: 2016, sections: ['Epidurals'] }))).toEqual([]);
  });

  it('reports a page that is given for a section', () => {
    expect(kinds(resolve('Elbow Complaints', { year: 2007, sections: ['326'] }))).toEqual(['page-as-section']);
  });

  it('reports pages outside the document, and of a document of another length', () => {
    const title = 'Chronic Pain Medical Treatment';
    expect(resolve(title, { year: 2009, pages: ['130'] }).problems).toMatchObject([
      { kind: 'page-outside', firstPage: 1, lastPage: 127, certainty: 'seen' },
    ]);
    expect(kinds(resolve(title, { year: 2009, pages: ['98'], of: 130 }))).toEqual(['wrong-length']);
    expect(kinds(resolve(title, { year: 2009, pages: ['127'], of: 127 }))).toEqual([]);
    expect(kinds(resolve('Low Back Complaints', { year: 2004, pages: ['98'] }))).toEqual(['page-outside']);
    expect(kinds(resolve(title, { year: 2016, pages: ['981'] }))).toEqual([]);
  });

  it('reports a page of another section, a page more or less aside', () => {
    const at = (page: string) =>
      kinds(resolve('Chronic Pain Medical Treatment', { year: 2009, sections: ['Physical Medicine'], pages: [page] }));
    expect(at('98-99')).toEqual([]);
    expect(at('100')).toEqual([]);
    expect(at('46')).toEqual(['page-of-other-section']);
  });
});

describe('what a citation is about', () => {
  const subject = (title: string, words: CitationWords) => catalogue.subjectOf(resolve(title, words));

  it('is what its sections are about, and the parts of its chapter', () => {
    const studies = subject('Low Back Complaints', { year: 2004, sections: ['Special Studies'] });
    expect(studies.categories).toContain('imaging');
    expect(studies.categories).not.toContain('medication');
    expect(studies.bodyParts).toEqual(['low-back']);
    expect(studies.alsoCitedFor).toContain('lower-extremity');
    const opioids = subject('Chronic Pain Medical Treatment', { year: 2009, sections: ['Opioids, criteria for use'] });
    expect(opioids.categories).not.toContain('imaging');
  });

  it('is anything where a section is about anything, or is not known', () => {
    for (const section of ['Introduction', 'A section nobody has seen']) {
      const sections = ['Physical medicine treatment', section];
      expect(subject('Chronic Pain Medical Treatment', { year: 2016, sections }).categories).toEqual([]);
    }
  });

  it('compares parts of the body by region', () => {
    expect(bodyPartsMeet(['spine'], ['low-back'])).toBe(true);
    expect(bodyPartsMeet(['finger'], ['hand'])).toBe(true);
    expect(bodyPartsMeet(['upper-extremity'], ['elbow'])).toBe(true);
    expect(bodyPartsMeet(['knee'], ['low-back', 'shoulder'])).toBe(false);
    expect(bodyPartsMeet(['knee'], [])).toBe(false);
  });
});

describe('limits', () => {
  const therapy: LimitQuery = {
    category: 'physical-therapy',
    bodyParts: ['low-back'],
    postsurgical: false,
    conditionText: 'Physical therapy, 12 visits, lumbar spine',
  };
  const ceiling = (query: Partial<LimitQuery>, target: Resolution | string, from: GuidelineCatalogue = catalogue) => {
    const limit = ceilingOf(from.limitsFor({ ...therapy, ...query }, target, JANUARY_2017))?.limit;
    return limit ? limitFigure(limit) : null;
  };
  const chronicPain = (year: number) =>
    resolve('Chronic Pain Medical Treatment', { year, sections: ['Physical medicine treatment'] });

  it.each([
    ['an unclear condition', 'low back pain', '9-10 visits over 8 weeks'],
    ['radiculopathy', 'Lumbar radiculopathy.', '8-10 visits over 4 weeks'],
    ['arthritis beside it', 'Knee osteoarthritis; lumbar strain', '9-10 visits over 8 weeks'],
    ['complex regional pain syndrome', 'CRPS of the left foot', '26 visits over 16 weeks'],
    ['letters inside a word', 'Backwardsdirected exercise', '9-10 visits over 8 weeks'],
  ])('physical medicine of 2016: %s', (_, conditionText, expected) => {
    expect(ceiling({ conditionText }, chronicPain(2016))).toBe(expected);
  });

  it('keeps to the edition: 24 visits for CRPS in 2009, 26 in 2016, where sources disagree', () => {
    const named = { conditionText: 'complex regional pain syndrome' };
    expect(ceiling(named, chronicPain(2009))).toBe('24 visits over 16 weeks');
    const [first] = catalogue.limitsFor({ ...therapy, ...named }, chronicPain(2016), null);
    expect(first?.limit.certainty).toBe('conflicting');
    expect(first?.named).toBe('complex regional pain');
  });

  it('has no figure for a year that never was an edition', () => {
    expect(ceiling({}, resolve('Chronic Pain Medical Treatment', { year: 2012 }))).toBeNull();
  });

  it('takes the edition in force for a chapter by name, and every edition where no day is known', () => {
    expect(ceiling({ conditionText: 'crps' }, 'mtus-chronic-pain')).toBe('26 visits over 16 weeks');
    const all = catalogue.limitsFor({ ...therapy, conditionText: 'crps' }, 'mtus-chronic-pain', null);
    expect(all.map(({ limit }) => limit.visitsMax)).toEqual(expect.arrayContaining([24, 26]));
    expect(catalogue.limitsFor(therapy, 'no-such-chapter', JANUARY_2017)).toEqual([]);
  });

  it('distinguishes trial and total of manual therapy', () => {
    const manual = resolve('Chronic Pain Medical Treatment', {
      year: 2016,
      sections: ['Manual therapy & manipulation'],
    });
    const limits = catalogue.limitsFor({ ...therapy, category: 'chiropractic' }, manual, null);
    expect(ceilingOf(limits)?.limit).toMatchObject({ visitsMax: 18, weeksMin: 6, weeksMax: 8, certainty: 'seen' });
    expect(trialOf(limits)?.limit).toMatchObject({ visitsMax: 6, weeksMax: 2, certainty: 'seen' });
  });

  it('holds the figures for the low back against no other part', () => {
    const manual = resolve('Chronic Pain Medical Treatment', {
      year: 2016,
      sections: ['Manual therapy & manipulation'],
    });
    expect(ceiling({ category: 'chiropractic', bodyParts: ['elbow', 'knee'] }, manual)).toBeNull();
  });

  it('holds no figure of a section that is not cited against a treatment', () => {
    const nerve = resolve('Chronic Pain Medical Treatment', {
      year: 2016,
      sections: ['TENS, chronic pain (transcutaneous electrical nerve stimulation)'],
    });
    expect(ceiling({ conditionText: 'Electrical stimulation, 4 sessions' }, nerve)).toBeNull();
  });

  it('goes by the row that the rationale quotes, and by none where no row has the figure', () => {
    const radiculopathy = { conditionText: 'Lumbar radiculopathy.' };
    const quoted = (visitsMin: number | null, visitsMax: number) =>
      ceiling({ ...radiculopathy, quoted: [{ visitsMin, visitsMax }] }, chronicPain(2016));
    expect(quoted(9, 10)).toBe('9-10 visits over 8 weeks');
    expect(quoted(8, 10)).toBe('8-10 visits over 4 weeks');
    expect(quoted(null, 14)).toBeNull();
  });

  it('says where the letter names none of the conditions of a table', () => {
    const words = (query: Partial<LimitQuery>) =>
      catalogue.limitsFor({ ...therapy, ...query }, chronicPain(2016), null).map(applicableWords)[0];
    expect(words({})).toBe(
      '9-10 visits over 8 weeks (Myalgia and myositis, unspecified, the most general figure of its table)',
    );
    expect(words({ quoted: [{ visitsMin: 9, visitsMax: 10 }] })).toBe(
      '9-10 visits over 8 weeks (Myalgia and myositis, unspecified)',
    );
  });

  it('knows a first course of acupuncture, and no total', () => {
    const limits = catalogue.limitsFor({ ...therapy, category: 'acupuncture' }, 'mtus-acupuncture', JANUARY_2017);
    expect(trialOf(limits)?.limit).toMatchObject({ visitsMin: 3, visitsMax: 6 });
    expect(ceilingOf(limits)).toBeNull();
  });

  it.each<[string, LimitQuery['bodyParts'], string, string | null]>([
    ['fusion of the neck', ['neck'], 'status post anterior cervical discectomy and fusion', '24 visits over 16 weeks'],
    ['discectomy', ['low-back'], 'lumbar microdiscectomy', '16 visits over 8 weeks'],
    ['a low back operation that is not named', ['low-back'], 'after surgery', '34 visits over 16 weeks'],
    ['Bankart repair', ['shoulder'], 'Bankart repair', '24 visits over 14 weeks'],
    ['complete cuff tear', ['shoulder'], 'full-thickness rotator cuff tear, repaired', '40 visits over 16 weeks'],
    ['meniscectomy', ['knee'], 'right knee partial medial meniscectomy', '12 visits over 12 weeks'],
    ['carpal tunnel release', ['wrist'], 'Carpal tunnel release', '3-8 visits over 3-5 weeks'],
    ['trigger finger', ['finger'], 'trigger finger release', '9 visits over 8 weeks'],
  ])('postsurgical table: %s', (_, bodyParts, conditionText, expected) => {
    expect(ceiling({ bodyParts, conditionText, postsurgical: true }, 'mtus-postsurgical')).toBe(expected);
  });

  it('keeps postsurgical tables for postsurgical therapy', () => {
    expect(ceiling({ postsurgical: false }, 'mtus-postsurgical')).toBeNull();
    expect(ceiling({ postsurgical: true }, chronicPain(2016))).toBeNull();
    expect(ceiling({ postsurgical: null }, chronicPain(2016))).toBe('9-10 visits over 8 weeks');
  });

  it.each([
    ['odg-low-back', 'Lumbar sprain/strain', '10 visits over 8 weeks'],
    ['odg-low-back', 'Lumbago', '9 visits over 8 weeks'],
    ['odg-low-back', '', '10-12 visits over 8 weeks'],
    ['odg-neck', 'cervicalgia', '9 visits over 8 weeks'],
    ['odg-shoulder', 'impingement syndrome', '10 visits over 8 weeks'],
    ['odg-ankle-foot', 'Plantar fasciitis', '6 visits over 4 weeks'],
    ['odg-head', 'headaches', '6 visits over 6 weeks'],
  ])('%s: %s', (chapter, conditionText, expected) => {
    expect(ceiling({ conditionText, bodyParts: [] }, chapter)).toBe(expected);
  });

  it("gives every chapter of ODG the Preface's six-visit trial", () => {
    const limits = catalogue.limitsFor(therapy, 'odg-knee', null);
    expect(trialOf(limits)?.limit.id).toBe('odg-preface-trial');
  });

  it('requires the word where a figure is about one kind of treatment', () => {
    const query = (treatmentText: string): LimitQuery => ({
      ...therapy,
      category: 'injection',
      postsurgical: null,
      treatmentText,
    });
    const whole = resolve('Chronic Pain Medical Treatment', { year: 2009 });
    const ids = (text: string) => catalogue.limitsFor(query(text), whole, null).map(({ limit }) => limit.id);
    expect(ids('Lumbar epidural steroid injection at L5-S1')).toContain('cp09-esi-diag');
    expect(ids('Trigger point injections, 4')).toEqual(['cp09-tpi']);
  });

  it('never holds therapy to the visits of instruction in the 2004 chapters', () => {
    expect(ceiling({ bodyParts: ['knee'] }, resolve('Knee Complaints', { year: 2004 }))).toBeNull();
  });

  it('puts totals first, then trials, each from the largest', () => {
    const limits = catalogue.limitsFor(
      { ...therapy, category: 'chiropractic', conditionText: '' },
      'odg-low-back',
      null,
    );
    const order = limits.map(({ limit }) => [limit.kind, limit.visitsMax]);
    expect(order.slice(0, 2)).toEqual([
      ['total', 18],
      ['trial', 6],
    ]);
  });

  it("takes an organisation's figure in place of the shipped one", () => {
    const own = createCatalogue([
      ...shippedFiles,
      {
        name: 'own',
        limits: [
          {
            id: 'odg-lb-sprain',
            chapter: 'odg-low-back',
            condition: 'Lumbar sprains and strains',
            terms: ['sprain'],
            categories: ['physical-therapy'],
            kind: 'total',
            visitsMin: 11,
            visitsMax: 11,
            source: 'our license',
            certainty: 'seen',
          },
        ],
      },
    ]);
    expect(ceiling({ conditionText: 'lumbar sprain' }, 'odg-low-back', own)).toBe('11 visits');
    expect(own.limits.length).toBe(catalogue.limits.length);
  });

  it('says a figure in words', () => {
    const words = (id: string) => {
      const limit = catalogue.limits.find((each) => each.id === id);
      return limit && limitWords(limit);
    };
    expect(words('cp16-mt-trial')).toBe('trial of 6 visits over 2 weeks (Low back)');
    expect(words('cp16-pm-postinj')).toMatch(/^1-2 visits over 1 week \(/);
    expect(words('cp09-benzo')).toMatch(/^4 weeks \(/);
    expect(words('acu-freq')).toMatch(/^1-3 times a week \(/);
    expect(words('cp09-botox')).toMatch(/^Low back pain: /);
  });

  it('knows the statutory cap, for three kinds of therapy', () => {
    expect(catalogue.statutoryCap('chiropractic')).toMatchObject({ visitsMax: 24, statute: { from: '2004-01-01' } });
    expect(catalogue.statutoryCap('occupational-therapy')?.visitsMax).toBe(24);
    expect(catalogue.statutoryCap('physical-therapy')?.visitsMax).toBe(24);
    expect(catalogue.statutoryCap('acupuncture')).toBeNull();
  });
});

describe('certainty', () => {
  it('bounds the use of a fact', () => {
    expect(usable('seen')).toBe('warning');
    expect(usable('own/high')).toBe('information');
    expect(usable('own/medium')).toBe('hover');
    expect(usable('conflicting')).toBe('hover');
    expect(usable('own/low')).toBe('nothing');
  });

  it('does not reach beyond what the source shows', () => {
    const bankart = catalogue.limits.find(({ id }) => id === 'ps-sh-disl');
    expect(bankart && certaintyOf(bankart, 'visits')).toBe('seen');
    expect(bankart && certaintyOf(bankart, 'weeks')).toBe('own/high');
  });
});

describe('looking up', () => {
  it.each([
    ['PR2', "primary treating physician's progress report (form)"],
    ['pr-2', "primary treating physician's progress report (form)"],
    ['ESIs', 'epidural steroid injection'],
    ['P&S', 'permanent and stationary'],
    ['RFA', 'request for authorization (DWC Form RFA)'],
    ['TENS', 'transcutaneous electrical nerve stimulation'],
    ['LS', 'lumbosacral'],
  ])('%s', (form, expected) => {
    expect(catalogue.abbreviation(form)?.meanings[0]).toBe(expected);
  });

  it('knows no abbreviation that is none', () => {
    expect(catalogue.abbreviation('XQZ')).toBeNull();
    expect(catalogue.abbreviation('')).toBeNull();
  });

  it('searches every kind of fact for all the words', () => {
    const first = (query: string) => catalogue.search(query)[0];
    expect(first('chronic pain 2016')).toMatchObject({ title: expect.stringMatching(/2016/) });
    expect(catalogue.search('labor code 4604.5').some(({ kind }) => kind === 'statute')).toBe(true);
    expect(catalogue.search('crps 26 visits').every(({ kind }) => kind === 'limit')).toBe(true);
    expect(catalogue.search('lumbar fusion postsurgical').map(({ item }) => item.id)).toContain('ps-lb-fusion');
    expect(catalogue.search('729.1').map(({ kind }) => kind)).toContain('code');
    expect(catalogue.search('no such thing at all')).toEqual([]);
    expect(catalogue.search('  ')).toEqual([]);
  });

  it('reads a code', () => {
    expect(catalogue.codes.get('729.1')?.meaning).toBe('myalgia and myositis, unspecified');
  });
});
