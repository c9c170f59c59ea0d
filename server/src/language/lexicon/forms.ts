/** English inflection: which forms a noun or a verb of the lexicon has. */

/** Bits: what a form of a verb may be. A form may be several things: 'required' is past and participle. */
export const Form = {
  base: 1,
  thirdPerson: 2,
  past: 4,
  participle: 8,
  ing: 16,
} as const;

/** Plurals that no rule makes. */
const PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    man: 'men',
    woman: 'women',
    child: 'children',
    foot: 'feet',
    tooth: 'teeth',
    person: 'people',
    life: 'lives',
    half: 'halves',
    knife: 'knives',
    wife: 'wives',
    diagnosis: 'diagnoses',
    prognosis: 'prognoses',
    analysis: 'analyses',
    hypothesis: 'hypotheses',
    criterion: 'criteria',
    meniscus: 'menisci',
    radius: 'radii',
    femur: 'femora',
    vertebra: 'vertebrae',
    bursa: 'bursae',
    datum: 'data',
  }),
);

/** The plural of a noun, all in lower case: 'visit' has 'visits', 'body' 'bodies', 'criterion' 'criteria'. */
export function pluralOf(noun: string): string {
  const irregular = PLURALS.get(noun);
  if (irregular !== undefined) return irregular;
  if (endsInConsonantAndY(noun)) return `${noun.slice(0, -1)}ies`;
  return hisses(noun) ? `${noun}es` : `${noun}s`;
}

/** Past and participle of verbs that no rule makes, by their base. */
const IRREGULAR_VERBS: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  `arise arose arisen, be was been, become became become, begin began begun, bend bent bent, break broke broken, bring brought brought,
  build built built, burn burned burned, buy bought bought, catch caught caught, choose chose chosen, come came come,
  cost cost cost, cut cut cut, deal dealt dealt, do did done, draw drew drawn, drive drove driven, eat ate eaten,
  fall fell fallen, feel felt felt, fight fought fought, find found found, fly flew flown,
  forbid forbade forbidden, forego forewent foregone, foresee foresaw foreseen, forget forgot forgotten,
  forgo forwent forgone, get got gotten, give gave given, go went gone, grow grew grown,
  have had had, hear heard heard, hit hit hit, hold held held, hurt hurt hurt, keep kept kept, kneel knelt knelt, know knew known, lay laid laid,
  lead led led, leave left left, let let let, lie lay lain, lose lost lost, make made made, mean meant meant,
  meet met met, outrun outran outrun, outweigh outweighed outweighed, overcome overcame overcome,
  override overrode overridden, overrun overran overrun, overshoot overshot overshot, partake partook partaken,
  pay paid paid, put put put, quit quit quit,
  read read read, ride rode ridden, rise rose risen, run ran run, say said said, see saw seen, seek sought sought,
  sell sold sold, send sent sent, set set set, shake shook shaken, shoot shot shot, show showed shown, shut shut shut, sit sat sat,
  sleep slept slept, speak spoke spoken, spend spent spent, split split split, spread spread spread,
  stand stood stood, strike struck struck, swear swore sworn, swell swelled swollen,
  swim swam swum, take took taken, teach taught taught,
  tear tore torn, tell told told, think thought thought, throw threw thrown, understand understood understood, undo undid undone,
  undergo underwent undergone, undertake undertook undertaken, uphold upheld upheld, upset upset upset, wake woke woken,
  wear wore worn, weep wept wept, weigh weighed weighed, win won won, withdraw withdrew withdrawn, withhold withheld withheld,
  withstand withstood withstood, write wrote written`
    .split(',')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([base = '', past = '', participle = '']) => [base, [past, participle]]),
);

/** Verbs of several syllables that double their last letter. */
const DOUBLING: ReadonlySet<string> = new Set(
  'admit allot commit compel concur confer control defer demur deter equip forget fulfil incur occur omit outrun outstrip overrun overstep permit prefer rebut recur refer regret submit transfer upset'.split(
    ' ',
  ),
);

/** The forms of a verb, each with what it may be (bits of `Form`). */
export function verbForms(base: string): ReadonlyMap<string, number> {
  const forms = new Map<string, number>();
  const add = (word: string, form: number): unknown => forms.set(word, (forms.get(word) ?? 0) | form);
  add(base, Form.base);
  add(base === 'have' ? 'has' : thirdPersonOf(base), Form.thirdPerson);
  const [past, participle] = IRREGULAR_VERBS.get(base) ?? [pastOf(base), pastOf(base)];
  add(past, Form.past);
  add(participle, Form.participle);
  add(ingOf(base), Form.ing);
  return forms;
}

function thirdPersonOf(base: string): string {
  if (endsInConsonantAndY(base)) return `${base.slice(0, -1)}ies`;
  return hisses(base) || base.endsWith('o') ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (endsInConsonantAndY(base)) return `${base.slice(0, -1)}ied`;
  return `${doubled(base)}ed`;
}

function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  return base.endsWith('e') && !/(?:[eoy]e|^be)$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

/** 'stop' has 'stopp-', 'refer' 'referr-', 'visit' 'visit-'. */
function doubled(base: string): string {
  const short = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(base);
  return short || DOUBLING.has(base) ? base + base.slice(-1) : base;
}

const endsInConsonantAndY = (word: string): boolean => /[^aeiou]y$/.test(word);
const hisses = (word: string): boolean => /(?:s|x|z|ch|sh)$/.test(word);
