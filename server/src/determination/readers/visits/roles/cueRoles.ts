import { Form } from '../../../../language/lexicon/forms.ts';
import type { Mention, Reading, TokenRange } from '../../../../language/reading.ts';
import { durations } from '../../../../language/values/duration.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { FUNCTION_WORDS } from '../words/functionWords.ts';
import { AGENTS, type Agent, type CueKind, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { Agents, isNoun } from './agents.ts';
import { isBeyond, isOfCondition, isOfPerson, isOfTime, isSide, isTimeOfRequest, refersBack } from './lookalikes.ts';
import type { Prices } from './prices.ts';
import { roleOfRefused, VerbGroups } from './verbGroups.ts';

/** Where visits are mentioned: what is recommended is a guideline's in a rationale, a physician's in a summary. */
export type Place = 'summary' | 'rationale';

/** In tokens. */
const NOUN_REACH = 4;
const SUBJECT_REACH = 10;
const ASKED_REACH = 12;
/** What these call for is requested. */
const PRESCRIBERS: ReadonlySet<Agent> = new Set<Agent>(['physician', 'payer', 'reviewer']);
const PRESENT: ReadonlySet<string> = new Set(['has', 'have']);
/** Whose visits are limited by the 'up to' or 'no more than' after them. */
const GOVERNING: ReadonlySet<CueKind> = new Set<CueKind>([
  'requested',
  'is for',
  'authorized',
  'attended',
  'denied',
  'recommended',
  'allowed',
]);
const OBJECTS: ReadonlySet<string> = new Set(['it', 'that', 'this', 'them']);
/** 'Prior treatment' */
const OF_CARE: ReadonlySet<CueKind> = new Set<CueKind>(['before', 'undergone', 'attended', 'told']);

/** The roles that the cues of one sentence show: by their kind, their verb's group, who acts, and where they are. */
export class CueRoles {
  readonly #reading: Reading;
  readonly #sentence: TokenRange;
  readonly #place: Place;
  readonly #verbs: VerbGroups;
  readonly #agents: Agents;

  constructor(reading: Reading, sentence: TokenRange, place: Place, prices: Prices) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#place = place;
    this.#verbs = new VerbGroups(reading, sentence);
    this.#agents = new Agents(reading, sentence, prices);
  }

  /** The role of the visits near a cue; null where it shows none. */
  roleOf({ value: kind, first, end, form }: Mention<CueKind>): VisitRole | null {
    const isRationale = this.#place === 'rationale';
    const refused = form === 0 || !this.#verbs.isRefused(first) ? null : roleOfRefused(kind);
    if (refused !== null) return refused;
    switch (kind) {
      case 'attended':
        if (form === 0) return 'attended';
        if (this.#isEpithet(first, form) || (isRationale && isOfCondition(this.#reading, first, form))) return null;
        return this.#attended(first, form);
      case 'undergone':
        // 'Failed to approve six', 'failed to show for two'
        if (this.#reading.is(first, VISIT_WORDS.refusing) && this.#reading.tokens.lower(end) === 'to')
          return this.#reading.is(end + 1, VISIT_WORDS['showing up']) ? 'unused' : null;
        if (form === 0 || !this.#verbs.isUnreal(first)) return 'attended';
        // 'Could benefit from twelve visits'
        return isRationale ? null : 'requested';
      case 'before':
        return isBeyond(this.#reading, this.#sentence, first) ? null : 'attended';
      case 'told':
        return 'attended';
      case 'after':
        // 'Therapy after it' comes with what is requested.
        return this.#isAdjective(first) || this.#verbs.isPlanned(first) || OBJECTS.has(this.#reading.tokens.lower(end))
          ? null
          : 'attended';
      case 'authorized':
        return this.#authorized(first, form);
      case 'requested':
        if (this.#reading.tokens.lower(first) === 'these' && !this.#isBeforeNoun(end)) return null;
        if (isTimeOfRequest(this.#reading, first, end)) return null;
        return form !== 0 &&
          isRationale &&
          !isNoun(this.#reading, first) &&
          this.#agents.of(first, form) === 'guideline'
          ? 'guideline'
          : 'requested';
      case 'including':
        return this.#including(first);
      case 'is for':
        return this.#ofSubject(first);
      case 'more':
      case 'necessary':
        return 'requested';
      case 'left':
        return isSide(this.#reading, this.#sentence, end) ? null : 'unused';
      case 'allowed':
        return this.#allowed(first, form);
      case 'given':
        return this.#isNamedThing(first, form) ? null : this.#given(first, form);
      case 'recommended':
        return this.#recommended(first, form);
      case 'guideline':
        return this.#guideline(first, form);
      case 'earning':
        return this.#earning(first, form);
      case 'limit':
      case 'book':
        if (!isRationale || isOfPerson(this.#reading, first) || refersBack(this.#reading, first, end)) return null;
        return form === 0 ? (this.#governing(first) ?? 'guideline') : this.#limited(first, form);
      case 'excess':
        return isRationale && durations(this.#reading).before(first) === undefined ? 'guideline' : null;
      case 'trial':
      case 'usual':
        return isRationale ? 'guideline' : null;
      case 'over':
        if (isOfTime(this.#reading, first, end) || this.#isOfEarlier(end)) return null;
        // 'Within six visits he was free of pain.'
        if (this.#reading.tokens.lower(first) === 'within' && this.#isStory()) return null;
        // 'The guideline stops short of twelve.'
        return this.#reading.tokens.lower(first) === 'short' && this.#agents.before(first, false) === 'guideline'
          ? 'requested'
          : 'guideline';
      case 'and then':
        return 'unknown';
      case 'study':
        return 'other';
      case 'opinion':
        return isRationale ? 'other' : null;
      case 'extent':
        return this.#extent(first, form);
      case 'thinking':
        return this.#thinking(first, form);
      case 'nothing':
        return null;
      case 'denied':
      case 'unused':
        return kind;
    }
  }

  /** Whether a verb has not happened. */
  isUnreal(verb: number): boolean {
    return this.#verbs.isUnreal(verb);
  }

  /** 'ODG has nine', 'the table, which has nine'; 'massage can be had for six visits': what a guideline has in store. */
  isOfGuideline(have: number): boolean {
    if (this.#place !== 'rationale') return false;
    if (this.#verbs.isPermitted(have)) return true;
    return PRESENT.has(this.#reading.tokens.lower(have)) && this.#agents.before(have, false) === 'guideline';
  }

  /** 'Was to have' */
  wasTo(verb: number): boolean {
    return this.#verbs.wasTo(verb);
  }

  #attended(verb: number, form: number): VisitRole | null {
    if (this.#verbs.isNegated(verb)) return 'unused';
    if (this.#verbs.isUnreal(verb)) {
      // 'Was authorized to receive'
      if (this.#verbs.isPurpose(verb) && this.#verbs.cueBefore(verb, 2, ['authorized']) !== null) return null;
      if (this.#place === 'summary' || this.#verbs.wasTo(verb)) return 'requested';
      return this.#verbs.isPermitted(verb) ? 'guideline' : null;
    }
    if (this.#verbs.isDone(verb)) return 'attended';
    // 'The allowance starts with six visits.'
    const isRule = form === Form.thirdPerson && this.#place === 'rationale';
    return form === Form.base || isRule ? null : 'attended';
  }

  /** 'Treatment to date has included', 'care consisted of'; not 'the request includes'. */
  #including(verb: number): VisitRole | null {
    let isCare = false;
    for (let at = verb - 1; at >= Math.max(this.#sentence.first, verb - SUBJECT_REACH); at--) {
      const kind = this.#reading.mentionAt(at, VISIT_CUES)?.value;
      if (kind !== undefined && !OF_CARE.has(kind)) return null;
      isCare ||= this.#reading.is(at, VISIT_WORDS.care);
    }
    return isCare && !this.#verbs.isUnreal(verb) ? 'attended' : null;
  }

  #authorized(at: number, form: number): VisitRole | null {
    if (this.#verbs.isNegated(at)) return 'denied';
    const isActive = form !== 0 && (form & Form.participle) === 0;
    if (this.#place === 'rationale') {
      // 'Relied on the guideline in certifying six'
      if (isActive && form !== Form.ing && this.#agents.before(at, false) === 'guideline') return 'guideline';
      if (form !== 0 && !isActive && this.#agents.isByGuideline(at)) return 'guideline';
    }
    if (form !== 0 && form !== Form.base) return this.#verbs.isUnreal(at) ? 'requested' : 'authorized';
    // 'The recommendation is to certify six.'
    if (form === Form.base && this.#verbs.isPurpose(at) && this.#place === 'rationale') return 'requested';
    // 'Requested authorization for twelve visits'
    const governing = this.#verbs.cueBefore(at, NOUN_REACH, ['requested', 'denied']);
    return governing ?? (form === 0 ? 'authorized' : null);
  }

  #allowed(verb: number, form: number): VisitRole {
    switch (this.#agents.doerOf(verb, form)) {
      case 'guideline':
        return 'guideline';
      case 'payer':
        return 'authorized';
      case 'reviewer':
      case 'physician':
        return 'requested';
      case 'outsider':
        return 'other';
      default:
        // 'Another determination allowed twelve visits.'
        if (this.#isNarrated(verb, form)) return 'authorized';
        // 'The appeal asks that all twelve be granted.'
        if (
          this.#reading.tokens.lower(verb - 1) === 'be' &&
          this.#verbs.cueBefore(verb, ASKED_REACH, ['requested']) !== null
        )
          return 'requested';
        return this.#place === 'summary' || this.#verbs.isPast(verb) || this.#isAlready(verb)
          ? 'authorized'
          : 'guideline';
    }
  }

  /** What happened: no rule, and nothing that should happen. */
  #isStory(): boolean {
    if (this.#namesGuideline() || this.#reading.has(this.#sentence, ENGLISH.modal)) return false;
    return this.#reading.has(this.#sentence, VISIT_WORDS['past auxiliary']);
  }

  /** What was done once, and by no guideline. */
  #isNarrated(verb: number, form: number): boolean {
    const isPast = (form & Form.past) !== 0 && numbers(this.#reading).at(verb + 1) !== undefined;
    return isPast && verb > this.#sentence.first && !this.#verbs.isPassive(verb, form) && !this.#namesGuideline();
  }

  /** 'Six already granted', 'six are allowed so far' */
  #isAlready(verb: number): boolean {
    const { tokens } = this.#reading;
    return tokens.lower(verb - 1) === 'already' || this.#reading.mentionAt(verb + 1, VISIT_CUES)?.value === 'before';
  }

  #given(verb: number, form: number): VisitRole | null {
    // 'Two visits, provided work was resumed', 'Provided the first six help'
    if (verb === this.#sentence.first && this.#reading.is(verb + 1, ENGLISH.article)) return null;
    if (this.#reading.tokens.lower(verb - 1) === ',' && !this.#reading.is(verb + 1, ENGLISH.preposition)) return null;
    const agent = this.#agents.doerOf(verb, form);
    if (agent === 'guideline') return 'guideline';
    if (agent === 'outsider') return 'other';
    // 'Patients are given 9 visits', not 'was given'.
    if (this.#place === 'rationale' && agent === null && this.#verbs.isHabitual(verb, form)) return 'guideline';
    // 'She should be given six.'
    const isTheirs = agent === 'physician' || agent === 'reviewer' || this.#verbs.isOfPatient(verb);
    if (this.#verbs.isUnreal(verb)) return this.#place === 'summary' || isTheirs ? 'requested' : 'guideline';
    if (this.#verbs.isNegated(verb)) return 'unused';
    if (agent === 'payer') return 'authorized';
    // 'Fusion gets 34 visits.', 'these pages provide for ten'
    const isRule = form === Form.thirdPerson || (form === Form.base && !this.#verbs.isDone(verb));
    return this.#place === 'rationale' && isRule ? 'guideline' : 'attended';
  }

  #recommended(verb: number, form: number): VisitRole {
    switch (this.#agents.doerOf(verb, form)) {
      case 'guideline':
        return 'guideline';
      case 'payer':
        return 'authorized';
      case 'physician':
      case 'reviewer':
        return 'requested';
      case 'outsider':
        return 'other';
      default:
        // 'He is expected to need six.'
        if (this.#verbs.isPassive(verb, form) && this.#verbs.isOfPatient(verb)) return 'requested';
        return this.#place === 'summary' || this.#verbs.isPast(verb) || this.#verbs.isPurpose(verb)
          ? 'requested'
          : 'guideline';
    }
  }

  /** 'May run to twenty', 'start with six', but 'therapy ran to twenty'. */
  #extent(verb: number, form: number): VisitRole | null {
    if ((form & Form.past) !== 0) return this.#verbs.isUnreal(verb) ? null : 'attended';
    // 'The notes, which run to visit 18'
    if (this.#place === 'summary') return this.#isOfPaper(verb) ? 'attended' : 'requested';
    const isAdvice = this.#verbs.isPermitted(verb) || this.#verbs.isAdvised(verb) || verb === this.#sentence.first;
    return isAdvice || this.#agents.before(verb, false) === 'guideline' ? 'guideline' : null;
  }

  #isOfPaper(verb: number): boolean {
    for (let at = verb - 1; at >= Math.max(this.#sentence.first, verb - SUBJECT_REACH); at--)
      if (this.#reading.is(at, VISIT_WORDS.paper)) return true;
    return false;
  }

  /** 'UR thought six enough', 'as the guideline reckons' */
  #thinking(verb: number, form: number): VisitRole | null {
    const agent = this.#agents.doerOf(verb, form);
    if (this.#place === 'summary' || agent === null || isNoun(this.#reading, verb)) return null;
    if (agent !== 'guideline') return 'other';
    // 'It is by that table that eight must be judged.'
    return this.#verbs.isPassive(verb, form) && this.#verbs.isUnreal(verb) ? null : 'guideline';
  }

  #earning(verb: number, form: number): VisitRole {
    const isOfRequest =
      this.#verbs.isPurpose(verb) ||
      this.#verbs.isPassive(verb, form) ||
      PRESCRIBERS.has(this.#agents.doerOf(verb, form) ?? 'guideline');
    return isOfRequest ? 'requested' : 'guideline';
  }

  #guideline(at: number, form: number): VisitRole | null {
    // 'No guideline is cited.'
    if (form === 0) return this.#reading.endOfClass(at - 1, ENGLISH.negation) === at ? null : 'guideline';
    return this.#verbs.isPurpose(at) ? 'requested' : 'guideline';
  }

  /** Whose figure it is that 'is for' twelve visits: the request's, or the recommendation's. */
  #ofSubject(verb: number): VisitRole {
    for (let at = verb - 1; at >= this.#sentence.first; at--) {
      const cue = this.#reading.mentionAt(at, VISIT_CUES);
      switch (cue?.value) {
        case 'requested':
          return 'requested';
        case 'authorized':
          return 'authorized';
        case 'recommended':
          return this.#recommended(at, cue.form);
        case 'guideline':
        case 'book':
        case 'limit':
          return 'guideline';
        default:
      }
    }
    return 'requested';
  }

  /** 'The treating surgeon', 'her treating clinic' */
  #isEpithet(at: number, form: number): boolean {
    if (form !== Form.ing) return false;
    return this.#reading.is(at - 1, ENGLISH.article) || this.#reading.is(at - 1, ENGLISH.possessive);
  }

  /** 'Is limited to six', but 'was limited to six by the adjuster', 'was limited to six by her work'. */
  #limited(verb: number, form: number): VisitRole | null {
    const agent = (form & Form.participle) !== 0 ? this.#agents.of(verb, form) : null;
    if (agent === 'payer') return 'authorized';
    return this.#verbs.isPassive(verb, form) && this.#verbs.isPast(verb) && agent !== 'guideline' ? null : 'guideline';
  }

  /** 'Asks for no more than six', 'was for up to twelve': no guideline's where none is named. */
  #governing(at: number): VisitRole | null {
    if (this.#namesGuideline()) return null;
    for (let before = at - 1; before >= Math.max(this.#sentence.first, at - NOUN_REACH); before--) {
      const cue = this.#reading.mentionAt(before, VISIT_CUES);
      if (cue !== null && cue.value !== 'limit') return GOVERNING.has(cue.value) ? this.roleOf(cue) : null;
      if (!this.#reading.is(before, ENGLISH.preposition) && !this.#reading.is(before, ENGLISH.article)) return null;
    }
    return null;
  }

  #namesGuideline(): boolean {
    for (let at = this.#sentence.first; at < this.#sentence.end; at++)
      if (this.#reading.mentionAt(at, AGENTS)?.value === 'guideline') return true;
    return false;
  }

  /** 'These twelve', 'these visits'; not 'these are the numbers', 'half of these,'. */
  #isBeforeNoun(at: number): boolean {
    const { tokens } = this.#reading;
    return at < this.#sentence.end && !tokens.isMark(at) && !FUNCTION_WORDS.has(this.#reading, at);
  }

  /** 'Six beyond the original eight' */
  #isOfEarlier(from: number): boolean {
    const at = this.#reading.is(from, ENGLISH.article) || this.#reading.is(from, ENGLISH.possessive) ? from + 1 : from;
    if (this.#reading.is(at, VISIT_WORDS.original)) return true;
    return this.#place === 'summary' && this.#reading.is(at, VISIT_WORDS['trial word']);
  }

  /** 'The following 12 sessions' */
  #isAdjective(at: number): boolean {
    return this.#reading.endOfClass(at - 1, ENGLISH.article) === at;
  }

  /** 'A further supply of naproxen': what may be a verb is a noun there. */
  #isNamedThing(at: number, form: number): boolean {
    if ((form & Form.base) === 0) return false;
    const before =
      this.#reading.is(at - 1, VISIT_WORDS.modifying) || this.#reading.is(at - 1, VISIT_CUES) ? at - 2 : at - 1;
    return before >= this.#sentence.first && this.#reading.is(before, ENGLISH.article);
  }
}
