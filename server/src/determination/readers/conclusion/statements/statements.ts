import { type Clause, type ClauseKind, clausesOf } from '../../../../language/clauses.ts';
import type { Match } from '../../../../language/phrases/table.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { isInPartOnly } from '../about/parts.ts';
import { type Heading, isPartOf } from '../about/referent.ts';
import { denialsOf, isActing, isPassive } from '../clauses/denials.ts';
import { scopeWithin } from '../clauses/framed.ts';
import { evidenceBefore, groundAt } from '../clauses/ground.ts';
import { matrixOf } from '../clauses/matrix.ts';
import { objectIn } from '../clauses/object.ts';
import { openingOf } from '../clauses/opening.ts';
import type { Place, Word } from '../clauses/place.ts';
import { isAbbreviation, isAdded, isAfterAs, isRash, isWhat, positionAfter } from '../clauses/position.ts';
import { predicateBefore } from '../clauses/predicate.ts';
import { isNotice, isQuestion, isSetAside, Quotations, type Scope, scopeOf, topicIn } from '../clauses/scope.ts';
import { isOthers, type Subject, subjectOf } from '../clauses/subject.ts';
import { asService, subjectBefore } from '../clauses/subjectBefore.ts';
import { ANCHORS, type Anchor } from '../rows/anchors.ts';
import type { Position, Requirement, Sign } from '../rows/constructions.ts';
import { IDIOM_ROWS, type IdiomRole } from '../rows/idioms.ts';
import { fits, isOfFinding } from '../rows/requirements.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { askedIn, saidBefore } from './answers.ts';
import { calledSo } from './calledSo.ts';
import {
  type Dropped,
  droppedAs,
  endsThen,
  isEarlier,
  isLimitedTo,
  isOfEarlier,
  opensThen,
  tellsOfPast,
} from './dropped.ts';
import { isSo } from './ellipsis.ts';
import { idiomStatement } from './idiomStatement.ts';
import { isOthersLabel, labelIn } from './labels.ts';
import { LastPredicate } from './lastPredicate.ts';
import { notesOf } from './notes.ts';
import { isForIt, isJoined, isOfNothing, isRecommended, takesContent } from './notOfIt.ts';
import { isAllowed, isChoice, isInPassing, isOthersWord } from './passing.ts';
import {
  bareNoStatement,
  ellipsisStatement,
  endingNot,
  isPartLabel,
  lastWordStatement,
  namesOnly,
  replyStatement,
} from './shortStatements.ts';
import type { Statement } from './statement.ts';
import { strengthOf } from './strength.ts';
import { holdTrue } from './subjectClause.ts';
import { isSupposed, UnmetDemands } from './unmet.ts';
import { wholeSentences } from './wholeSentences.ts';

/** The statements of a rationale, in order. */
export function statementsIn(passage: Passage, heading: Heading): readonly Statement[] {
  const reader = new StatementReader(passage, heading);
  const demands = new UnmetDemands(passage.reading, heading);
  for (const sentence of wholeSentences(passage)) {
    reader.read(sentence);
    reader.statements.push(...demands.read(sentence, reader.statements));
  }
  return reader.statements;
}

class StatementReader {
  readonly statements: Statement[] = [];
  readonly #reading: Reading;
  readonly #heading: Heading;
  /** The position after the rationale. */
  readonly #end: number;
  readonly #quotations: Quotations;
  readonly #predicate = new LastPredicate();
  /** Of the clause before, for 'and should be approved'. */
  #subject: Subject | null = null;
  /** Of the sentence before, for 'I disagree'. */
  #before: Subject | null = null;
  /** Who says what follows a colon: 'UR: not necessary'. */
  #label: Subject | null = null;
  /** 'The answer:' came right before. */
  #isAnswer = false;
  #topic: TokenRange | null = null;
  #isTopicKept = false;
  #scope: Scope = 'own';
  /** What the sentence before asked about. */
  #asked: Sign | null = null;
  /** What the one before that asked about, which this one answers. */
  #askedBefore: Sign | null = null;
  /** The clause before, where it only names what is in dispute. */
  #named: Clause | null = null;
  readonly #idioms: ReadonlyMap<number, Match<IdiomRole>>;
  /** The position up to which a phrase was read: its words are not read one by one. */
  #readTo = 0;

  constructor(passage: Passage, heading: Heading) {
    this.#reading = passage.reading;
    this.#idioms = new Map(IDIOM_ROWS.find(passage).map((match) => [match.first, match]));
    this.#heading = heading;
    this.#end = passage.end;
    this.#quotations = new Quotations(passage);
  }

  read(sentence: TokenRange): void {
    const reading = this.#reading;
    if (isNotice(reading, sentence)) return;
    const clauses = clausesOf(reading, sentence);
    this.#subject = null;
    this.#label = null;
    const { opening, subject: first } = openingOf(reading, clauses);
    // 'Right: bone on bone. Do it.': what comes after it is of it, too.
    if (!this.#isTopicKept || (first !== null && isPartOf(reading, first, this.#heading))) this.#forgetTopic();
    this.#scope = scopeOf(reading, sentence, first, this.#scope, this.#heading.words);
    const asked = this.#asked;
    this.#askedBefore = asked;
    this.#asked = askedIn(reading, sentence);
    // 'It is not.' answers what was asked.
    this.#predicate.startSentence();
    if (asked !== null) this.#predicate.set(asked, 2);
    for (const clause of clauses) {
      const own = subjectOf(reading, clause, clause.verb);
      const place = {
        clause,
        clauses,
        sentence,
        own,
        matrix: matrixOf(reading, clause, clauses),
        scope: scopeWithin(reading, this.#scope, { clause, opening, own }),
      };
      this.#topic = topicIn(reading, clause) ?? this.#topic;
      const reply = this.#replyIn(place, clause === opening ? asked : this.#isAnswer ? 1 : null);
      if (reply !== null) this.statements.push(reply);
      else this.#readClause(place);
      const isName = namesOnly(reading, clause, this.#heading) || isPartLabel(reading, clause, this.#heading);
      this.#named = isName ? clause : null;
      this.#isAnswer = this.#readLabel(clause, sentence)?.kind === 'answer';
    }
    this.#before = this.#subject;
  }

  #forgetTopic(): void {
    this.#topic = null;
    this.#isTopicKept = false;
  }

  #readClause(place: Place): void {
    const { clause, own } = place;
    if (clause.verb < clause.end && own.kind !== 'none' && LEADING.has(clause.kind)) this.#subject = own;
    // 'the son lives in; not appropriate'
    const isApart = own.kind === 'none' && this.#reading.tokens.written(clause.first - 1) === ';';
    if (isApart && this.#subject?.kind === 'patient') this.#subject = null;
    const before = this.statements.length;
    const isPredicateLast = this.#predicate.startClause(clause);
    let floor = clause.first;
    for (let at = isSo(this.#reading, clause) ? clause.end : clause.first; at < clause.end; at++) {
      const statement = this.#statementAt(at, place, floor);
      if (statement === null) continue;
      this.statements.push(statement);
      floor = statement.end;
      at = Math.max(statement.end, statement.reach) - 1;
    }
    if (clause.isSubject) holdTrue(this.#reading, clause, this.statements, before);
    const last = this.statements.at(-1);
    if (last !== undefined && this.statements.length > before) {
      const not = endingNot(this.#reading, clause, last);
      if (not !== null) this.statements.push(not);
      return;
    }
    const short =
      this.#ellipsisIn(place, isPredicateLast) ?? bareNoStatement(this.#reading, this.#heading, place, this.#topic);
    if (short === null) return;
    this.#predicate.repeat(isPredicateLast);
    this.statements.push(short);
  }

  /** 'Is it needed? Hardly.', 'Brace: no.', 'A brace. Of course.' */
  #replyIn(place: Place, asked: Sign | null): Statement | null {
    const named = this.#named;
    const reply =
      named === null && asked === null
        ? lastWordStatement(this.#reading, place, this.#end)
        : replyStatement(this.#reading, asked ?? 1, place, this.#topic);
    // What is only named is not ordered.
    while (reply !== null && named !== null && this.statements.at(-1)?.clause === named) this.statements.pop();
    return reply;
  }

  #readLabel({ first, end }: Clause, sentence: TokenRange): Subject | null {
    const label = labelIn(this.#reading, { first, end });
    if (label === null || label.kind === 'answer') return label;
    // 'Asked for: purchase'
    const words = { first, end: end - 1 };
    if (isOthersLabel(this.#reading, label, words, sentence)) this.#label = label;
    else {
      this.#topic = words;
      this.#isTopicKept = isPartOf(this.#reading, this.#topic, this.#heading);
    }
    return label;
  }

  #statementAt(at: number, place: Place, floor: number): Statement | null {
    const { entries } = this.#reading;
    if (at < this.#readTo) return null;
    const idiom = this.#idiomStatement(this.#idioms.get(at), place, floor);
    if (idiom !== null) return idiom;
    // 'MD/DO' does nothing.
    if (entries.from(at) === entries.from(at + 1) || isAbbreviation(this.#reading, at)) return null;
    for (const mention of ANCHORS.all(this.#reading, at)) {
      if (mention.end > place.clause.end) continue;
      const statement = this.#readAs(mention.value, { at, end: mention.end, form: mention.form, floor }, place);
      if (statement !== null) return statement;
    }
    return null;
  }

  #readAs({ rows, only }: Anchor, { at, end, form, floor }: Word, place: Place): Statement | null {
    const reading = this.#reading;
    const heading = this.#heading;
    const { clause, clauses, sentence, matrix, scope } = place;
    const last = this.statements.at(-1);
    const earlier = isJoined(reading, last, clause) ? last : null;
    const predicate = predicateBefore(reading, at, clause, floor, earlier);
    const { group, object: judged, inverted, isWished, isShared } = predicate;
    const opened = this.#quotations.startOf(at);
    const own = inverted ?? subjectBefore(reading, group, opened, place);
    const word = { at, end, form, group, isWished, isShared, clause, own };
    const found = only ?? positionAfter(reading, word, this.#subject, heading);
    // 'no evidence that supports it'
    const isOfEvidence = clause.kind === 'relative' && found === 'active';
    const position: Position | null = isOfEvidence ? 'infinitive' : found;
    if (position === null) return null;
    if (earlier !== null && (isAfterAs(reading, at, group) || isRecommended(reading, group, earlier))) return null;
    const following = clauses[clauses.indexOf(clause) + 1];
    // 'I reject the view that …', 'It would be a mistake to say that …': what is concluded is in the view.
    // 'It must be admitted that …' is no admission to a hospital.
    const leadsOn = isActing(position) || position === 'predicate' || reading.is(at, CONCLUSION_WORDS.concedes);
    const leads = leadsOn && following?.matrix === clause;
    if (leads && !isForIt(reading, { clause, at, position, following }, heading)) return null;
    if (!leads && takesContent(reading, at, end, position, clause, heading)) return null;
    const speaker =
      position === 'command' ? { ...own, kind: 'none' as const } : opened > 0 ? own : this.#inherited(own);
    const subject = asService(reading, at, judged ?? speaker, position, heading);
    if (isPassive(position) && isOfFinding(reading, at, subject, heading)) return null;
    if (isPassive(position) && isRash(reading, group, end)) return null;
    const called = calledSo(reading, group, end, position, clause);
    const said = { at, end, position, group, subject };
    const inPassing = called === 0 || isInPassing(reading, place, said, this.statements) ? 'in passing' : null;
    const object: TokenRange = { first: end, end: clause.end };
    const kind = objectIn(
      reading,
      {
        first: end,
        end: following?.matrix === null && isWhat(reading, following) ? following.end : clause.end,
      },
      heading.words,
    );
    const site = { reading, at, end, group, isWished, clause, subject, heading };
    const row = rows.find(
      (each) =>
        each.as.includes(position) &&
        (each.subject?.includes(subject.kind) ?? true) &&
        (each.object?.includes(kind) ?? true) &&
        (each.needs ?? []).every((need) => fits(need, site)),
    );
    if (row === undefined || isOfNothing(reading, at, subject, row, last)) return null;
    const judge = judged === null ? null : speaker;
    const ground = position === 'noun' ? groundAt(reading, at, end, clause) : null;
    if (position === 'noun' && ground === null) return null;
    const evidence = position === 'infinitive' ? evidenceBefore(reading, at, isOfEvidence ? sentence : clause) : null;
    if (evidence === 'none told') return null;
    const denials =
      ground?.negations ??
      (evidence === 'lacking' ? 1 : denialsOf(reading, { position, group, subject, judge, object, heading }));
    const isDenied = denials % 2 === 1;
    const turned =
      row.sign === 0
        ? saidBefore(reading, this.statements, sentence, this.#before) * (row.anchor === 'disagrees' ? -1 : 1)
        : row.sign;
    if (turned === 0) return null;
    const product = turned * (isDenied ? -1 : 1) * matrix.sign * (ground?.complement ?? 1) * (called || 1);
    const sign = product < 0 ? -1 : 1;
    const strength = strengthOf(reading, {
      row,
      group,
      clause,
      sentence,
      isLast: sentence.end >= this.#end,
      next: following,
      scope,
      subject,
      own: judged ?? own,
      hasTopic: this.#topic !== null,
      isObject: judged !== null && !isOthers(speaker),
      hasCondition: clauses.some(({ kind }) => kind === 'condition'),
      at,
      end,
      sign,
      heading,
    });
    if (row.sign !== 0 && row.isOthers !== true && !this.#quotations.has(at) && !isSupposed(reading, clause))
      this.#predicate.set(row.sign, strength);
    return {
      first: group.first,
      end,
      sign,
      strength,
      clause,
      sentence,
      subject,
      topic: this.#topic,
      object,
      dropped:
        this.#elsewhere(at, sentence, scope) ??
        (isChoice(reading, group.first, end) ? 'not understood' : null) ??
        inPassing ??
        droppedAs(reading, {
          row,
          group,
          subject: speaker,
          clause,
          clauses,
          matrix,
          isOfEvidence,
          isAdded: isAdded(reading, clause, row, group),
          isEarlier: isOfEarlier(reading, subject, group),
          isTold: tellsOfPast(reading, sentence, at) || isEarlier(reading, object),
          isUntil: sign < 0 && UNTIL.has(reading.tokens.written(sentence.first)),
          isLimited:
            (row.isDecision === true && isLimitedTo(reading, object)) || isAllowed(reading, place, said, row, heading),
          isOfThen: opensThen(reading, sentence) || endsThen(reading, end, clause, subject),
          isByOthers: isOthersWord(reading, place, said, row),
        }),
      isDenied,
      isPartial: subject.kind === 'denial' && isInPartOnly(reading, object),
      reach: row.needs?.some((need) => RATED_AFTER.has(need)) === true ? clause.end : (ground?.end ?? end),
      construction: row,
      notes: notesOf(row, isDenied, matrix, ground),
    };
  }

  #idiomStatement(match: Match<IdiomRole> | undefined, place: Place, floor: number): Statement | null {
    if (match === undefined) return null;
    const statement = idiomStatement(match, {
      reading: this.#reading,
      place,
      floor,
      topic: this.#topic,
      heading: this.#heading,
      inherited: (own) => this.#inherited(own),
      saidBefore: () => saidBefore(this.#reading, this.statements, place.sentence, this.#before),
      last: this.statements.at(-1) ?? null,
      elsewhere: (at) => this.#elsewhere(at, place.sentence, place.scope),
    });
    if (statement === null) return null;
    this.#readTo = statement.end;
    const sign = statement.construction?.sign ?? 0;
    if (sign !== 0 && statement.subject.first < statement.end) this.#predicate.set(sign, statement.strength);
    return statement;
  }

  /** Why words at a token are not the reviewer's, whatever they say; null where they are. */
  #elsewhere(at: number, sentence: TokenRange, scope: Scope): Dropped | null {
    if (this.#label !== null || scope === 'others' || this.#quotations.has(at)) return 'quoted';
    return isQuestion(this.#reading, sentence) || isSetAside(this.#reading, sentence, at) ? 'asked' : null;
  }

  #inherited(own: Subject): Subject {
    if (own.kind !== 'none' || this.#subject === null) return own;
    return { ...this.#subject, isDenied: own.isDenied || this.#subject.isDenied };
  }

  #ellipsisIn(place: Place, isOpen: boolean): Statement | null {
    return ellipsisStatement(this.#reading, place, {
      said: this.statements,
      subject: this.#inherited(place.own),
      before: this.#before,
      predicate: this.#predicate.value,
      isOpen,
      isNear: this.#predicate.isNear,
      heading: this.#heading,
      asked: this.#askedBefore,
      isLast: place.clause.end >= this.#end,
      topic: this.#topic,
    });
  }
}

/** What follows such a word is what it rates: it is read with it. */
const RATED_AFTER: ReadonlySet<Requirement> = new Set(['refusing', 'granting', 'of a denial']);

/** 'Unless it locks again, it is not needed': it is not. */
const UNTIL: ReadonlySet<string> = new Set(['Until', 'Unless']);

/** The subject of such a clause is that of the next one, where it has none. */
const LEADING: ReadonlySet<ClauseKind> = new Set(['main', 'content', 'reason', 'concession']);
