import type { Slip } from './slips.ts';

/** Whom a letter calls the worker. */
const PERSON = '(?:patient|injured worker|claimant|applicant)';
const BODY =
  '(?:spine|neck|back|shoulder|elbow|wrist|hand|finger|thumb|hip|knee|leg|ankle|foot|toe|arm|head|chest|extremity|extremities)s?';
const COUNT =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty)';
const MANY = '2 3 4 5 6 7 8 9 10 11 12 14 15 16 18 20 24 30 two three four five six seven eight nine ten twelve';
/** What may stand between a number and the visits it counts. */
const VISIT_ADJECTIVES =
  'additional more further prior total initial remaining requested certified authorized physical occupational massage aquatic chiropractic acupuncture therapy pt ot follow-up office';
const VISIT_WORDS = `(?:(?:post-?operative|${VISIT_ADJECTIVES.replaceAll(' ', '|')}) ){0,3}`;
/** Here the noun phrase is over: what stands behind it belongs to the sentence. */
const ENDS =
  '(?= ?[.,;:)]|$| (?:of|for|to|per|over|with|in|at|from|on|is|are|was|were|has|have|had|that|which|prior|after|before|since|ago|later|due|without|during|as|but|noted|documented|provided|submitted|present|regarding|by|he|she|they|the|will|would|may|can|should|could|left|right|bilateral|remaining|based)\\b)';
const MASS =
  '(?:documentation|evidence|indication|mention|tenderness|improvement|information|swelling|numbness|weakness)';
const PLURAL =
  '(?:symptoms|findings|records|reports|notes|sessions|visits|treatments|injections|studies|complaints|deficits|signs|flags|spasms|changes|restrictions|medications|indications|guidelines|results|abnormalities|contraindications|exercises|limitations|films|x-rays|radiographs|diagnoses|trials|modalities|physicians|factors|goals|options|tests|flare-? ?ups|follow-? ?ups|prescriptions|refills|appointments|requests|procedures|examinations|evaluations|fractures|tears|sprains|strains|headaches|conditions|side effects|effects|benefits|risks|questions)';
/** Adjectives that may stand before a plural. */
const ADJECTIVES =
  '(?:(?:no|any|also|not any|other|insufficient|sufficient|previous|prior|recent|current|diagnostic|clinical|objective|subjective|positive|negative|abnormal|normal|significant|red|muscle|paraspinal|multiple|several|many|some|few|numerous|new|additional|documented|exceptional|neurological|neurologic|focal|sensory|motor|mild|moderate|severe|quality|severe|associated|physical|exam|examination|imaging|medical|progress|therapy|conservative|specific|gross|palpable|bilateral|adverse|further|obvious|clear|remaining|two|three|four) ){0,4}';
const SINGULAR_VERBS =
  'states recommends indicates suggests supports requires allows shows reveals does fails reflects describes demonstrates includes contains says advises mentions specifies has is was';
/** Not in a phrase that a preposition, or another noun before 'and', rules. */
const ALONE =
  "(?<!\\b(?:of|in|on|from|per|by|with|for|to|under|and|or|nor|via|about|regarding|within|that|if)(?: [\\w&'-]+){0,4} )";
const PREPOSITION =
  '(?:of|for|in|on|at|from|with|to|by|per|under|after|before|during|upon|within|between|about|regarding|than)';
/** Neither what a helping verb asks about, nor the object of a preposition ('Parts of the guideline recommend'). */
const NO_QUESTION = `(?<!\\b(?:do|does|did|can|could|should|would|will|may|must|and|or|nor|that|if|(?<!\\bdue )${PREPOSITION})(?: [\\w&'-]+){0,3} )`;
/** Bare verbs, and other words, that end as a past tense does. */
const NOT_ED =
  '(?!(?:need|proceed|exceed|succeed|feed|bleed|speed|bed|shed|embed|heed|seed|weed|breed|wed|red|led)\\b)';
const PAST_BEHIND_HELPER = `(?:${NOT_ED}[a-z]{2,12}(?<=[^e]ed)|underwent|went|had|has|was|were|shows|indicates|supports|recommends|states)\\b(?! (?:in|by|with|to|at) |-)`;
/** 'the work she', 'exercises he': 'that' is left out. */
const NOUN_AND_WHO =
  "(?!(?:and|but|or|because|as|since|while|when|if|although|though|so|then|where|until|after|before|today|now|currently)\\b)[a-z'-]+ (?:he|she|it|they|we|i) ";
const RELATIVE = '(?:that|which|who|whom|whose|what|whatever|whichever|where)';
/** 'that he', 'which the patient'. */
const WITHIN_RELATIVE_CLAUSE = `\\b(?:${RELATIVE}(?: [\\w'-]+){0,4} |${NOUN_AND_WHO})`;
/** Past tenses that differ from their participle. */
const PAST =
  'underwent went began came gave became took saw fell ran wore drove spoke chose ate forgot rose grew knew broke';
/** Verbs without the ending that 'has' asks for; that 'is' asks for. */
const BARE_BEHIND_HAS =
  'complain receive attend undergo participate improve respond persist perform require continue demonstrate describe exhaust';
const BARE_BEHIND_IS =
  'deny recommend perform prescribe diagnose refer evaluate advise modify authorize certify treat recommends denies performs prescribes evaluates';
/** A group of words, divided by blanks, for a pattern. */
const oneOf = (words: string): string => `(?:${words.replaceAll(' ', '|')})`;

const DUE_TO: readonly Slip[] = [
  {
    at: 'due',
    pattern: `(?<wrong>due to) (?:there|it|he|she|they|(?:the )?(?:${PERSON}|records?|medical records|provider|physician)) (?:not )?(?:is|was|were|are|has|have|had|did|does|do)\\b(?! (?:been )?(?:result|having))`,
    message: 'A sentence follows “due to”: “because” belongs here.',
    right: 'because',
  },
  {
    at: 'denied modified non-certified noncertified certified approved authorized',
    pattern:
      "(?:[\\w-]{1,40})(?: by [\\w ]{1,30})? (?<wrong>due to)(?: (?!(?:that|which|who|whom|when|where|as|since|if|because|but|while|although|whether|what|how|why|and|patient|worker)\\b)[\\w/%'-]+){1,16} (?:(?:is|are|was|were|has|have|does|do|did) not|(?:is|are|was|were) (?:recommended|required|needed|exceeded|lacking|missing))\\b",
    message: 'A sentence follows “due to”: “because” belongs here.',
    right: 'because',
  },
];

/** 'the pain he was treated for with Norco': the first preposition belongs to the verb before it. */
const NOT_STRANDED = `(?<!\\b${RELATIVE}(?: [\\w'-]+){0,7} |\\b${NOUN_AND_WHO}(?:[\\w'-]+ ){1,4}|\\b(?:is|are|was|were|be|been|being) (?:[\\w'-]+ ){0,2}[a-z]+(?:ed|en|ought|aid|een) )`;

/** 'with for example ice', 'of from two to four', 'For of all …'. */
const NO_ASIDE =
  '(?! (?:\\d|one|two|three|four|five|six|now|far|then|example|instance|once|all|itself|over-the-counter)\\b)';

const PREPOSITIONS: readonly Slip[] = [
  {
    at: 'of',
    next: 'for with from by at',
    pattern: `(?<!\\b(?:out|instead|outside|inside|ahead|independent|irrespective|regardless|because|afford|taken care|care|complain|complains|complained|complaining|think|thought|made|use|sort|kind|dispose|disposed|unheard|aware|speak|spoken) )${NOT_STRANDED}of (?:for|with|from|by|at(?! least\\b))\\b${NO_ASIDE}`,
    message: '“{wrong}”: one of the two prepositions is too many.',
  },
  {
    at: 'for with in at on from by to',
    next: 'of',
    pattern: `${NOT_STRANDED}(?:for|with|at|on|from|by|to|in) of(?! (?:course|late)\\b)\\b${NO_ASIDE}`,
    message: '“{wrong}”: one of the two prepositions is too many.',
  },
  {
    at: 'for with to',
    next: 'with for',
    pattern: `${NOT_STRANDED}(?:for with|with for|to for)\\b${NO_ASIDE}`,
    message: '“{wrong}”: one of the two prepositions is too many.',
  },
  {
    at: 'sessions visits treatments',
    next: 'of',
    pattern: '(?:sessions|visits|treatments) (?<wrong>of over) \\d',
    message: '“of” is too many in “{wrong}”.',
    right: 'over',
  },
  {
    at: 'in',
    next: 'adjunct conjunction combination',
    pattern: 'in (?:adjunct|conjunction|combination) (?<wrong>to(?: with)?)\\b',
    message: '“{wrong}”: “with” belongs here.',
    right: 'with',
  },
  {
    at: 'unclear',
    pattern: 'unclear of(?= (?:the|why|what)\\b)',
    message: '“unclear of”: it is unclear what, why or whether.',
  },
  {
    at: 'on',
    pattern: 'on (?<wrong>\\(\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}\\))',
    message: 'The date behind “on” stands in brackets.',
  },
  {
    at: 'lumbar cervical thoracic scapular lumbosacral',
    pattern: `(?<=\\b(?:for|of|to|in|over|at) the )(?<wrong>lumbar|cervical|thoracic|scapular|lumbosacral)(?= ?[.:;]|$| (?:without|with|was|is|are|were|to|for|on|at|has|that|due|and (?:the )?(?:bilateral |left |right |upper |lower )*(?:${BODY})))`,
    message: 'A noun is missing behind “the {wrong}”, such as “spine”.',
  },
  {
    at: 'for of to in',
    next: 'lumbar cervical thoracic',
    pattern: '(?:for|of|to|in) (?<wrong>lumbar|cervical|thoracic)(?= ?[.:;]|$|, but\\b| to be\\b)',
    message: 'A noun is missing behind “{wrong}”, such as “spine”.',
  },
];

const ARTICLES: readonly Slip[] = [
  {
    at: 'the a an',
    next: 'of for from is are was were has had have and to by but which be been it he she they during including regarding the a an his their this these',
    pattern:
      '(?:the|a|an)(?<!(?<!^|[.!?] )(?:A|AN|THE)) (?:of|for|from|is|are|was|were|has|had|have|and|to|by|but|which|be|been|it|he|she|they|during|including|regarding|the|a|an|his|their|this|these)\\b(?<!\\b\\1 (\\w+))(?![-.)])',
    exact: true,
    message: '“{wrong}”: a word is missing or too many here.',
  },
  {
    at: 'a an',
    pattern: `(?:an?|(?<=^|[.!?] )An?) (?:(?:new|recent|prior|previous|physical therapy|progress|urine drug|treatment|positive) )?${PLURAL}(?= ?[.,;:)]|$| (?:of|for|to|with|in|at|from|on|was|were|is|are|that|which|dated)\\b)`,
    exact: true,
    message: '“{wrong}”: either “a” or the plural is wrong.',
  },
  {
    at: 'a an',
    next: 'documentation evidence information tenderness numbness equipment magnetic psychological testing imaging',
    pattern: `(?<wrong>an?) (?:documentation|evidence|information|tenderness|numbness|equipment|magnetic resonance imaging|psychological testing|testing|imaging)(?= ?[.,;]|$| (?:of|that|to|in|on|for|was|is|regarding)\\b)`,
    message: '“{wrong}” is too many here: this noun takes no “a”.',
    right: '',
  },
  {
    at: 'these those several multiple many few numerous both',
    pattern: `(?:these|those|several|multiple|many|few|numerous) (?<wrong>session|visit|treatment|week|month|day|year|injection|medication|symptom|finding|record|request|guideline|study|complaint|modality|drug|report|exercise|x-ray|time|occasion|diagnosis|deficit|area)${ENDS}`,
    message: 'The plural belongs here: “{wrong}” is one only.',
  },
  {
    at: 'this',
    next: 'medications treatments symptoms findings studies injections sessions visits guidelines patients criteria',
    pattern:
      'this (?:medications|treatments|symptoms|findings|studies|injections|sessions|visits|guidelines|patients|criteria)\\b',
    message: '“{wrong}”: “this” is one, the noun is several.',
  },
  {
    at: 'of to in for on by with from',
    next: 'above above-mentioned above-noted above-stated above-listed above-referenced',
    pattern: '(?:of|to|in|for|on|by|with|from) (?<wrong>above)[- ](?:mentioned|noted|stated|listed|referenced) [a-z]',
    message: '“the” is missing before “{wrong}”.',
    right: 'the $<wrong>',
  },
];

/** '8-10', '8 to 10'; not the levels of a spine, nor the numbers of stages and pages. */
const RANGE =
  '(?<![\\w.,/#-])(?<!\\b(?:levels?|phases?|stages?|grades?|types?|pages?|tables?|sections?|steps?|tiers?|weeks?|days?|visits?|sessions?|[CLTS])[. #]{0,2})\\d{1,2} ?(?:-|–|to|or) ?\\d{1,2}';

const NUMBERS: readonly Slip[] = [
  {
    at: MANY,
    next: `session visit treatment injection view post post-operative postoperative ${VISIT_ADJECTIVES}`,
    pattern: `(?<!\\b(?:level|levels|phase|stage|grade|type|day|visit|session|week|no|number|page|chapter|table|section|step|category|class|tier|a|an|january|february|march|april|may|june|july|august|september|october|november|december)[. #]{0,2})(?<![\\d.,/#-])${COUNT} ${VISIT_WORDS}(?<wrong>session|visit|treatment|injection|view)${ENDS}`,
    message: 'The plural belongs behind a number: “{wrong}s”.',
    right: '$<wrong>s',
  },
  {
    at: MANY,
    next: 'week month year day',
    pattern: `(?<!\\b(?:a|an|the|his|her|this|that) )(?<![\\d.,/#-])${COUNT} (?<wrong>week|month|year|day)(?= ?[.,;)]|$| (?:of|for|per|in|at|from|is|was|has|prior|after|before|ago|later|since|without)\\b)`,
    message: 'The plural belongs behind a number: “{wrong}s”.',
    right: '$<wrong>s',
  },
  {
    at: MANY,
    next: 'time',
    pattern: `(?<![\\d.,/#-])${COUNT} (?<wrong>time)(?= (?:a|per|each|every|weekly|daily)\\b)`,
    message: 'The plural belongs behind a number: “{wrong}s”.',
    right: '$<wrong>s',
  },
  {
    at: 'session visit treatment',
    pattern: `(?<=${RANGE} ${VISIT_WORDS})(?<wrong>session|visit|treatment)${ENDS}`,
    message: 'The plural belongs behind a number: “{wrong}s”.',
    right: '$<wrong>s',
  },
  {
    at: 'week month year day',
    pattern: `(?<=(?<!\\b(?:a|an|the|his|her|this|that) )${RANGE} )(?<wrong>week|month|year|day)(?= ?[.,;)]|$| (?:of|for|per|in|at|from|is|was|has|prior|after|before|ago|later|since|without)\\b)`,
    message: 'The plural belongs behind a number: “{wrong}s”.',
    right: '$<wrong>s',
  },
  {
    at: '1 one',
    pattern: `(?<!\\b(?:level|phase|stage|grade|type|day|visit|session|week|no|number|page|chapter|table|section|step|category|class|tier) )(?<![\\d.,/#-])(?:1|one) ${VISIT_WORDS}(?<wrong>sessions|visits|treatments|injections|weeks|months|days|years|times(?! \\d))\\b`,
    message: 'One is one: “{wrong}” is a plural.',
  },
  {
    at: 'amount',
    pattern:
      '(?<wrong>amount) of (?:the )?(?:[\\w-]+ ){0,3}(?:visits|sessions|gloves|wipes|injections|tablets|pills|treatments)\\b',
    message: 'What is counted has a number: “number of”.',
    right: 'number',
  },
];

const AGREEMENT: readonly Slip[] = [
  {
    at: 'there',
    pattern: `there (?<wrong>is|was|has been) ${ADJECTIVES}${PLURAL}(?= ?[.,;:)]|$| (?:of|for|to|with|in|at|from|on|over|that|which|present|noted|documented|provided|submitted|regarding|and|or|by|throughout|along|identified|reported|indicating|showing)\\b)`,
    message: 'The plural behind it asks for “are” or “were”.',
  },
  {
    at: 'there',
    pattern: `there (?<wrong>are|were) (?:no |any |also |insufficient |a |no (?:clear|objective|recent|current) )?(?:lack of |${MASS})(?= ?[.,;]|$| (?:of|that|to|for|in|on|provided|submitted|regarding)\\b)`,
    message: 'What follows is singular: “is” or “was” belongs here.',
  },
  {
    at: 'guidelines records notes reports symptoms findings studies',
    next: SINGULAR_VERBS,
    pattern: `${ALONE}(?:guidelines|records|symptoms|findings|studies|(?<=\\b(?:progress|clinical|medical|physician|treatment|these|those) )(?:notes|reports)) (?<wrong>(?!is (?:a|the) )${oneOf(SINGULAR_VERBS)})\\b`,
    message: 'The plural before it asks for another verb than “{wrong}”.',
  },
  {
    at: 'guidelines',
    next: 'for on regarding',
    pattern:
      '(?<!\\b(?:per|to|by|with|section|chapter|in|of)(?: [\\w&-]+){0,4} )guidelines (?:for|on|regarding)(?: (?!and\\b|which\\b|that\\b)[\\w-]+){1,4} (?<wrong>includes|recommends|states|indicates|suggests)\\b',
    message: 'The plural “guidelines” asks for another verb than “{wrong}”.',
  },
  {
    at: 'guideline',
    pattern: `${NO_QUESTION}guideline (?<wrong>state|recommend|indicate|suggest|require|do|have|are|were)\\b`,
    message: 'One guideline asks for another verb than “{wrong}”.',
  },
  {
    at: 'mtus',
    next: 'recommend state indicate suggest specify',
    pattern: `(?<!\\b(?:do|does|did|can|should|and|or|nor|would|${PREPOSITION})(?: [\\w]+){0,2} |[/,&] ?)MTUS (?<wrong>recommend|state|indicate|suggest|specify)\\b`,
    message: '“MTUS” is singular: “{wrong}s”.',
  },
  {
    at: 'review examination exam mri x-ray evaluation inspection palpation documentation',
    next: 'of for provided submitted available reveal show demonstrate indicate do have suggest reflect',
    pattern: `(?<!\\b(?:and|or|did|does|do|not|nor|${PREPOSITION})(?: [\\w'-]+){0,3} )(?:review|examination|exam|mri|x-ray|evaluation|inspection|palpation|documentation)(?: (?:of|for|provided|submitted|available)(?: (?!and\\b|that\\b|which\\b|to\\b|(?:do|does|did|is|are|was|were|has|have|had|not)\\b)[\\w/-]+){1,6})? (?<wrong>reveal|show|demonstrate|indicate|have|suggest|reflect|do not)\\b(?! of)(?:(?<=\\bdo not) (?<former>reveal|show|demonstrate|indicate|have|suggest|reflect)\\b)?`,
    message: 'The subject is singular: “{wrong}” has the ending of a plural.',
  },
  {
    at: 'request',
    next: 'for',
    pattern:
      '(?<=(?:^|[.!?;] ?|\\b(?:the|this|original) )(?:the |this |a )?)request for(?: (?!that\\b|which\\b)[\\w/%#&+()-]{1,60}(?:[.,][\\w/%#&+()-]{1,20}){0,3}){1,12} (?<wrong>were|are) (?:previously |also |both |not )*(?:denied|certified|non-?certified|approved|modified|authorized|medically|deemed|found)',
    message: 'One request “was”; several are “requests”.',
  },
  {
    at: 'results',
    pattern:
      '(?<!\\b(?:of|in|with|from|for) (?:the )?)results (?:of|from)(?: (?!and\\b|that\\b|which\\b|who\\b)[\\w/-]+){1,7} (?<wrong>was|is)\\b(?! a\\b)',
    message: 'The results are several: “were” or “are”.',
  },
  {
    at: 'sessions visits',
    next: 'is has',
    // 'Acupuncture 12 sessions' is the name of a request, and 'six visits is a trial' counts them as one.
    pattern: `(?<!\\b(?:requests?|of|for|with|to|from|reduction|modification|by)(?: [\\w/&-]+){0,7} )(?<=(?:^|[.!?;:,(] ?|\\b(?:the|these|those|all|an?|her|his|and|additional|further|remaining|requested|prior|initial) )${COUNT} ${VISIT_WORDS}(?:additional |requested )?)(?:sessions|visits) (?<wrong>is|has)\\b(?!$| (?:not )?(?:an?|the|one|what|all|enough|too|more|less|fewer|plenty|much|about|within|reasonable|sufficient|adequate|ample|standard|typical|usual)\\b)`,
    message: 'Several sessions “are” or “have”.',
  },
  {
    at: 'studies treatment treatments evaluation therapy medications',
    next: 'to so thus',
    pattern:
      '(?:studies|treatments|medications|(?<=\\b(?:treatment|evaluation|therapy) and )(?:treatment|evaluation|therapy)) (?:to date|so far|thus far) (?<wrong>has|is|was)\\b',
    message: 'Several things “have” been done.',
  },
  {
    at: 'he she it',
    next: 'have do complain deny report describe continue are demonstrate require',
    pattern:
      '(?<!\\b(?:do|does|did|should|would|could|can|will|may|must|that|if|lest|nor|and|/|of|for|with|from|in|by|on|at|than|about)(?: [\\w]+){0,2} |[/])(?:he|she|it) (?<wrong>have|do not|complain|deny|report|describe|continue|are|demonstrate|require)\\b',
    message: 'The subject is singular: “{wrong}” has the form of a plural.',
  },
  {
    at: 'they we',
    pattern: '(?:they|we) (?<wrong>is|was|has|does)\\b',
    message: 'The subject is plural: “{wrong}” is a singular.',
  },
  {
    at: 'the this',
    next: 'patient injured claimant applicant',
    pattern: `(?<=^|[.!?;] ?)(?:The|This) ${PERSON} (?<wrong>have|complain|deny|describe|continue|demonstrate|were|do not|exhibit|are)\\b`,
    message: 'The subject is singular: “{wrong}” has the form of a plural.',
  },
  {
    at: 'diagnosis',
    next: 'that include are were',
    pattern: `(?<wrong>diagnosis) (?:that include|(?<!\\b${PREPOSITION}(?: [\\w'-]+){0,2} diagnosis )(?:include|are|were))\\b`,
    message: 'Several of them are “diagnoses”.',
    right: 'diagnoses',
  },
];

const VERBS: readonly Slip[] = [
  {
    at: 'has have had having',
    next: `not also previously since already recently just never then ${PAST}`,
    pattern: `(?:has|have|had|having) (?:not |also |previously |since |already |recently |just |never |then )?(?<wrong>${oneOf(PAST)})\\b`,
    message: '“{wrong}” is no participle: “has gone”, “has undergone”, “has begun”.',
  },
  {
    at: 'is was are were',
    next: `not also then undergone ${PAST}`,
    pattern: `(?:is|was|are|were) (?:not |also |then )?(?<wrong>${oneOf(PAST)}|undergone)\\b`,
    message: '“{wrong}” does not go with “is” or “was”.',
  },
  {
    at: 'is are was were',
    next: 'not been',
    pattern: '(?<wrong>is|are|was|were) (?:not )?been\\b',
    message: '“{wrong} been”: “has been” or “have been”.',
  },
  {
    at: 'is are was were has had have',
    next: 'be',
    pattern: '(?:is|are|was|were|has|had|have) be\\b(?!-)',
    message: '“{wrong}”: the form of the verb is wrong.',
  },
  {
    at: 'may should would could must will might to can',
    next: 'been',
    pattern: '(?:may|should|would|could|must|will|might|to|can) been\\b',
    message: '“{wrong}”: the form of the verb is wrong.',
  },
  {
    at: 'is are was were',
    next: 'is are was were has have did does',
    pattern:
      '(?<!\\b(?:what|there|it|that|which|who) )(?:is|are|was|were) (?:is|are|was|were|has|have|did|does)(?<!\\b(?:is is|are are|was was|were were))\\b',
    message: '“{wrong}”: one of the two verbs is too many.',
  },
  {
    at: 'has have had',
    next: `not also previously since already never ${BARE_BEHIND_HAS}`,
    pattern: `(?:has|have|had) (?:not |also |previously |since |already |never )?(?<wrong>${oneOf(BARE_BEHIND_HAS)})\\b`,
    message: '“{wrong}” lacks its ending behind “has” or “have”.',
  },
  {
    at: 'is was are were been',
    next: `not also previously since already then ${BARE_BEHIND_IS}`,
    pattern: `(?:is|was|are|were|been) (?:not |also |previously |since |already |then )?(?<wrong>${oneOf(BARE_BEHIND_IS)})\\b`,
    message: '“{wrong}” lacks its ending.',
  },
  {
    at: 'did does do can could will would should may might must cannot',
    pattern: `(?<!\\b(?:as|so|nor|than|neither|what|${PREPOSITION}|since|until|last|next|early|late|mid|this) |(?:^|[.!?] ))(?:(?:did|does|do) not|(?:can|could|will|would|should|may|might|must) (?:not )?|cannot) ?(?<wrong>${PAST_BEHIND_HELPER})`,
    message: '“{wrong}” stands in the wrong form behind a helping verb.',
  },
  {
    // 'The exercises that he did helped': what he did, helped.
    at: 'did does do',
    pattern: `(?<!\\b(?:as|so|nor|than|neither|all|everything|anything|to|can|could|will|would|should|may|might|must) |(?:^|[.!?] )|${WITHIN_RELATIVE_CLAUSE})(?:did|does|do) (?<wrong>${PAST_BEHIND_HELPER})`,
    message: '“{wrong}” stands in the wrong form behind a helping verb.',
  },
  {
    at: 'advised instructed able unable failed fails encouraged trying began asked order likely',
    pattern: `(?:advised|instructed|able|unable|failed|fails|encouraged|trying|began|asked|order|likely) (?:not )?to (?<wrong>${NOT_ED}[a-z]{3,12}ed|(?!bring|ring|sing|swing|sling|spring|string|wing|cling|wring)[a-z]{3,12}ing)\\b(?! to)`,
    message: '“{wrong}”: behind “to” stands the bare verb.',
  },
  {
    at: 'to',
    next: 'underwent went evaluates determines shows demonstrates',
    pattern:
      '(?<!\\b(?:due|prior|according|as|addition|response|regard|relation|related|respect|subsequent|secondary|similar|contrary|limited|compared|in|continue|admitted|referred|next) )to (?<wrong>underwent|went|evaluates|determines|shows|demonstrates)\\b',
    message: '“{wrong}”: behind “to” stands the bare verb.',
  },
  {
    at: 'evidence documented noted reported showed revealed with had has demonstrated',
    next: 'decrease limit restrict',
    pattern:
      '(?:documented|noted|reported|showed|revealed|with|had|has|demonstrated) (?<wrong>decrease|limit|restrict) (?=sensation|range of|rom\\b|strength|grip|reflexes|motion|lordosis|flexion|extension)',
    message: '“{wrong}” lacks its ending: “{right}”.',
    right: '$<wrong>d',
  },
  {
    at: 'the',
    next: 'patient injured claimant applicant',
    pattern: `(?<=^|[.!?] ?)The ${PERSON} (?<wrong>decreased|limited|restricted|positive|negative|intact) (?:range|rom|sensation|strength|motion|straight|spurling|tinel|phalen|motor|sensory)\\b`,
    message: 'A verb is missing before “{wrong}”, such as “had”.',
    right: 'had $<wrong>',
  },
  {
    at: 'the',
    next: 'patient injured claimant applicant',
    pattern: `(?<=^|[.!?] ?)The ${PERSON} (?:currently )?(?<wrong>complaining of|having (?:trouble|difficulty|pain|problems))`,
    message: '“is” or “was” is missing before “{wrong}”.',
    right: 'is $<wrong>',
  },
];

const NEGATION: readonly Slip[] = [
  {
    at: 'there',
    pattern: `there (?:is|was) (?<wrong>not) (?:any )?(?<!not any )(?:mention|documentation|evidence|indication|record|report) (?:of|that|in)\\b`,
    message: '“not” stands for “no”.',
    right: 'no',
  },
  {
    at: 'not no without denies denied cannot',
    next: 'any no not have show reveal demonstrate report indicate',
    pattern:
      '(?:without (?:any )?no|denie[sd] (?:any )?no(?! one)|not (?:have |show |reveal |demonstrate |report |indicate )no|cannot not|not no(?= (?:evidence|documentation|indication|longer|mention))|no not(?! ))\\b',
    message: '“{wrong}” denies twice.',
  },
  {
    at: 'nor',
    next: 'it there he she they the',
    pattern: `nor (?:it|there|he|she|they|the ${PERSON}) (?:was|is|has|had|does|did|were|are)\\b`,
    message: '“nor” turns the words round: the verb stands before its subject.',
  },
  {
    at: 'no',
    next: 'documented',
    pattern: 'no documented(?= ?[.,;]|$| (?:of|that|in|to)\\b)',
    message: '“{wrong}”: “no documentation”, or “not documented”.',
  },
];

const DROPPED_WORDS: readonly Slip[] = [
  {
    at: 'lack',
    pattern:
      '(?<=\\b(?:a|the) )lack(?= (?:documentation|evidence|information|improvement|progress|functional|objective|clinical)\\b)',
    message: '“of” is missing behind “lack”.',
    right: 'lack of',
  },
  {
    at: 'a',
    next: 'total',
    pattern: 'a (?<wrong>total) (?=up to \\d)',
    message: '“of” is missing behind “total”.',
    right: 'total of',
  },
  {
    at: 'course',
    pattern:
      '(?<=\\b(?:a|full|prior|initial|another|first|second|previous|short|new|brief),? |, )course(?= (?:physical therapy|chiropractic|acupuncture|occupational therapy))',
    message: '“of” is missing behind “course”.',
    right: 'course of',
  },
  {
    at: 'do does did',
    pattern:
      '(?<!\\b(?:which|that|what) [\\w ]{0,40})(?:do|does|did) not (?:specifically )?(?<wrong>address)(?= ?[.,;]|$)',
    message: 'What is not addressed? The object is missing.',
  },
  {
    at: 'mtus guidelines odg acoem',
    next: 'silent',
    // 'MTUS silent. ODG on point.' is a note, not a sentence.
    pattern:
      '(?<=\\bthe (?:[\\w-]+ ){0,4})(?:MTUS|ODG|ACOEM|guidelines) (?<wrong>silent)(?= (?:on|as|about|regarding|with|in|concerning)\\b)',
    message: '“is” or “are” is missing before “silent”.',
  },
  {
    at: 'due',
    pattern: 'due to (?<wrong>the fact) (?=there|he|she|it|the)',
    message: '“that” is missing behind “the fact”.',
    right: 'the fact that',
  },
  {
    at: 'recommended indicated appropriate',
    next: 'for',
    pattern: '(?:recommended|indicated|appropriate) for (?<wrong>patients) (?=have|are|has|were)',
    message: '“who” is missing behind “patients”.',
    right: 'patients who',
  },
  {
    at: 'utilization',
    pattern: '(?<=^|[.!?] ?)(?<wrong>Utilization) (?=denied|modified|certified|non-?certified|determined|approved)',
    message: '“review” is missing behind “Utilization”.',
    right: 'Utilization review',
  },
];

const POSSESSIVES: readonly Slip[] = [
  {
    at: 'the this',
    next: 'injured',
    pattern: `(?:the|this) (?<wrong>injured workers) (?!(?:who|with|that|and|or|are|were|have|had|in|on|may|should|can|to|for|do|did|whose|at|as|of)\\b)[a-z]`,
    message: 'The apostrophe is missing: “injured worker’s”.',
    right: 'injured worker’s',
  },
  {
    at: 'the this',
    next: 'patients claimants applicants',
    pattern:
      '(?:the|this) (?<wrong>patients|claimants|applicants) (?=current|pain|symptoms|condition|left|right|lumbar|cervical|neck|low|shoulder|knee|medical|subjective|objective|complaints|age|occupation|diagnosis|medications?|treating|treatment|functional|daily|history)',
    message: 'The apostrophe is missing in “{wrong}”.',
  },
  {
    at: 'the this',
    next: 'patient injured claimant applicant',
    pattern: `(?:the|this) (?<wrong>patient|claimant|applicant|injured worker) (?=current (?!(?:as|on|in|with|for|of)\\b)|subjective|objective|physical|medical (?:record|history|condition|documentation)|treating|condition|age\\b|occupation)`,
    message: '“{wrong}” belongs into the possessive: “{right}”.',
    right: "$<wrong>'s",
  },
  {
    at: 'guidelines',
    next: 'recommendation',
    pattern: '(?<!\\b(?:Disability|Practice|Treatment) )(?<wrong>guidelines) (?=recommendation\\b)',
    message: '“{wrong}” before its noun is “guideline”, or has an apostrophe.',
    right: 'guideline',
  },
  {
    at: "mri's nsaid's esi's x-ray's",
    pattern: "(?:MRI|NSAID|ESI|x-ray)['’]s (?:are|were|have|should|may)\\b",
    message: 'A plural takes no apostrophe.',
  },
];

const PUNCTUATION: readonly Slip[] = [
  {
    at: 'to',
    next: 'include',
    pattern: 'to include(?<wrong>,) ',
    message: 'The comma parts “to include” from what is included.',
    right: '',
  },
  {
    at: 'guidelines',
    next: 'recommend state indicate suggest support do',
    pattern:
      '(?<!\\b(?:per|to|by|with|in|of|under|from|and)(?: [\\w&-]+){0,7} )(?:guidelines)(?<wrong>,) (?:recommend|state|indicate|suggest|support|do)\\b',
    message: 'The comma parts the subject from its verb.',
    right: '',
  },
  {
    at: 'review',
    pattern:
      '(?<=\\b(?:records?|documentation|documents|reports?|notes?) (?:provided|submitted|available|presented) for )review(?<wrong>,) (?:do|does|did|is|are|was|were|indicate|show)\\b',
    message: 'The comma parts the subject from its verb.',
    right: '',
  },
  {
    at: 'at',
    next: 'issue',
    pattern: 'at issue(?<wrong>,) (?:is|was|are)\\b',
    message: 'The comma parts “at issue” from its verb.',
    right: '',
  },
  { at: 'or', next: 'and', pattern: 'or and\\b', message: '“{wrong}”: one of the two words is too many.' },
  { at: 'and', next: 'or', pattern: 'and or\\b(?! rare)', message: '“{wrong}”: “and/or” is meant.', right: 'and/or' },
];

/** Grouped by kind; of two slips at one word the first in this list is reported. */
export const GRAMMAR_SLIPS: readonly Slip[] = [
  ...DUE_TO,
  ...NUMBERS,
  ...ARTICLES,
  ...AGREEMENT,
  ...VERBS,
  ...NEGATION,
  ...DROPPED_WORDS,
  ...PREPOSITIONS,
  ...POSSESSIVES,
  ...PUNCTUATION,
];
