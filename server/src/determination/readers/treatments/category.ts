import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { Category } from '../../model/determination.ts';
import { type TextMention, textMentions } from '../shared/textMention.ts';
import { THERAPIES } from './therapies.ts';
import { headingMentions, TREATMENT_VOCABULARY } from './treatments.ts';
import type { HeadingTreatment } from './vocabulary.ts';

/** The kind of treatment that a heading asks for; 'other' where its words tell none. */
export function readCategory(treatment: Prose): Category {
  const { text } = treatment;
  const passage = passageOf(treatment);
  const head = headOf(text, textMentions(treatment, headingMentions(passage)));
  if (head?.name === 'ultrasound' && SESSIONS.test(text)) return 'physical-therapy';
  if (head !== null && head.name !== null) return head.category;
  if (looksLikeDrug(text) && (head === null || YIELD_TO_DRUG.has(head.category))) return 'medication';
  const corrected = headOf(text, textMentions(treatment, headingMentions(passage.corrected(TREATMENT_VOCABULARY))));
  return (corrected?.name == null ? (head ?? corrected) : corrected)?.category ?? categoryByMaking(text);
}

/**
 * A heading is a noun phrase: what is asked for stands before 'of', 'for' or a comma, and the last noun there is its
 * head ('post-op knee brace', 'ultrasound-guided injection', 'spine surgery evaluation').
 */
function headOf(text: string, named: readonly TextMention<HeadingTreatment>[]): HeadingTreatment | null {
  const [first, ...others] = telling(text, named);
  if (first === undefined) return null;
  let head = first.value;
  let { end } = first;
  for (const { value, start, end: mentionEnd } of others) {
    const gap = text.slice(end, start);
    if (isIntroduced(head, gap)) head = value;
    else if (PHRASE_END.test(gap) && !isIngredient(head, value, gap)) break;
    else if (outranks(value, head)) head = value;
    end = mentionEnd;
  }
  return head;
}

/** Without words that count a therapy ('six visits of chiropractic') and without the PT of 'PT, PTT', which is a time. */
function telling(
  text: string,
  mentions: readonly TextMention<HeadingTreatment>[],
): readonly TextMention<HeadingTreatment>[] {
  const therapies = mentions.some(({ value }) => THERAPIES.has(value.category));
  if (!therapies) return mentions;
  const dropped = CLOTTING.test(text) ? UNIT_OR_TIME : UNIT;
  return mentions.filter(({ start, end }) => !dropped.test(text.slice(start, end)));
}

const UNIT = /^(?:visits?|units)$/i;
const UNIT_OR_TIME = /^(?:visits?|units|PT)$/i;
/** Where PT is the prothrombin time. */
const CLOTTING = /\bPT\b.{1,6}\b(?:a?PTT|INR)\b|\b(?:labs?|CBC|CMP|BMP)\b[^.;]{0,40}\bPT\b/;

/** 'Depo-Medrol 80mg/lidocaine injection': a mixture is one thing. */
const isIngredient = (head: HeadingTreatment, next: HeadingTreatment, gap: string): boolean =>
  head.category === 'medication' && next.category === 'medication' && MIXED.test(gap);

const MIXED = /^[^,;:()]{0,12}(?:[/+&]|\band) ?$/i;

/** An ultrasound that is had several times treats; one that is had once looks. */
const SESSIONS = /\b(?:sessions?|treatments?|weekly)\b|(?:\bx|×|\btimes) ?(?:[3-9]|1\d)\b|\btimes (?:a|per) week\b/i;

/** What ends the first phrase of a heading. */
const PHRASE_END =
  /[,;:()[\]&+/]|\.\s|\b(?:of|for|to|with|without|w|and|or|plus|under|by|at|on|in|after|before|follow(?:ing|ed)|includ(?:ing|es?)|consisting|via|as|times)\b/i;

/** 'Labs to include: EKG', 'purchase of a TENS unit': the general word only leads to what is asked for. */
function isIntroduced(head: HeadingTreatment, gap: string): boolean {
  return head.name === null && (gap.includes(':') || (head.category === 'dme' && /^ of\b/i.test(gap)));
}

/** Whether a later noun of the same phrase is its head. */
function outranks(later: HeadingTreatment, earlier: HeadingTreatment): boolean {
  // Therapies in a row are one request, named after the first: 'chiropractic physiotherapy'.
  if (THERAPIES.has(later.category) && THERAPIES.has(earlier.category)) return strength(later) > strength(earlier);
  if (earlier.category === 'surgery' && later.category === 'consultation') return true;
  // 'Lidocaine pad', 'naloxone kit', 'Effexor XR': the form of a drug.
  if (earlier.category === 'medication' && earlier.name !== null && FORMS.has(later.category)) {
    return later.name !== null && later.category === 'dme';
  }
  // 'Lumbar traction unit', 'pain psychology testing'.
  if (later.name === null && THERAPIES.has(earlier.category)) {
    if (later.category === 'dme') return earlier.category === 'physical-therapy';
    if (later.category === 'diagnostic-test') return true;
  }
  // 'MRI study', 'hepatitis C screening'.
  if (later.name === null && later.category === 'diagnostic-test' && TESTS.has(earlier.category)) return false;
  return strength(later) >= strength(earlier);
}

const TESTS: ReadonlySet<Category> = new Set(['imaging', 'lab-test']);
const FORMS: ReadonlySet<Category> = new Set(['dme', 'imaging', 'other', 'lab-test']);

function strength({ category, name }: HeadingTreatment): number {
  return name === null || name === 'follow-up visit' ? (GENERAL_STRENGTH[category] ?? 3) : (STRENGTH[category] ?? 5);
}

/** How firmly a named treatment holds the phrase against its neighbours; where nothing is said, 5. */
const STRENGTH: Partial<Readonly<Record<Category, number>>> = {
  consultation: 6,
  'aquatic-therapy': 6,
  'functional-restoration': 6,
  'work-hardening': 6,
  imaging: 4,
  'diagnostic-test': 4,
  'lab-test': 4,
  medication: 3,
  other: 3,
};

/** The same of general words ('therapy', 'unit', 'evaluation'); where nothing is said, 3. */
const GENERAL_STRENGTH: Partial<Readonly<Record<Category, number>>> = {
  injection: 5,
  'aquatic-therapy': 6,
  'physical-therapy': 2,
  medication: 2,
};

/** Categories whose general words say less than a drug's strength or form: 'supply', 'pad', 'therapy'. */
const YIELD_TO_DRUG: ReadonlySet<Category> = new Set([
  'dme',
  'other',
  'medication',
  'physical-therapy',
  'consultation',
]);

const DRUG_STRENGTH = /\d ?(?:mg|mcg|ml|gm|grams?|cc)\b|\d ?%/i;
const DRUG_FORM =
  /\b(?:tab|tablet|cap|capsule|caplet|cream|ointment|gel|lotion|patch|suspension|syrup|lozenge|nasal spray|drops|inhaler|suppository|oral solution|elixir|liniment)(?:e?s)?\b/i;
/** Stems that the names of drugs are built with (international nonproprietary names). */
const DRUG_STEM =
  /\b[a-z]{3,14}(?:cillin|mycin|floxacin|cycline|azole|prazole|tidine|coxib|profen|fenac|triptan|setron|dipine|sartan|pril|olol|statin|gliptin|gliflozin|glutide|azepam|azolam|barbital|triptyline|oxetine|curium|caine|codone|morphone|parin|xaban|gabalin|gabatin|relin|nidazole|conazole|vir|mab|prost|sone|olone|onide|asone|terol|zosin|thiazide)\b/i;

/** What no list names, by the way its name is made ('turbinectomy', 'rhinomanometry') or counted ('Somnicin #30'). */
const categoryByMaking = (text: string): Category => MAKINGS.find(([, making]) => making.test(text))?.[0] ?? 'other';

const MAKINGS: readonly (readonly [Category, RegExp])[] = [
  ['surgery', /\b[a-z]{2,20}(?:ectomy|otomy|ostomy|plasty|desis|rrhaphy|pexy|tripsy|ectomies)\b/i],
  ['diagnostic-test', /\b(?:electro|audio|spiro|poly|neuro|cardio|myo)[a-z]{2,20}(?:gram|graphy|metry)s?\b/i],
  ['diagnostic-test', /\b[a-z]{2,20}(?:scopy|metry)\b/i],
  ['imaging', /\b[a-z]{3,20}(?:gram|graphy)s?\b/i],
  ['medication', /#\d{2,3}\b/],
];

/** A drug that no list names: by its strength, its form or the making of its name. */
const looksLikeDrug = (text: string): boolean =>
  DRUG_STRENGTH.test(text) || DRUG_FORM.test(text) || DRUG_STEM.test(text);
