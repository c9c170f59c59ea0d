/** What a person may decide about a finding, besides correcting the letter: the light bulb's entries that change no letter. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Report } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import {
  ADD_USER_WORD_COMMAND,
  ADD_WORD_COMMAND,
  EXPLAIN_COMMAND,
  PUT_ASIDE_COMMAND,
  type PutAsideRequest,
  TURN_DOWN_COMMAND,
  type TurnDownRequest,
} from '../protocol/commands.ts';
import { fingerprint } from '../team/fingerprint.ts';
import { plain } from './plain.ts';

/** What the client can carry out. */
export interface Abilities {
  /** `EXPLAIN_COMMAND`. */
  readonly explains: boolean;
  /** `PUT_ASIDE_COMMAND` and `ADD_WORD_COMMAND`, which change a file. */
  readonly editsTeamFiles: boolean;
  /** `ADD_USER_WORD_COMMAND`. */
  readonly keepsWords: boolean;
  /** `TURN_DOWN_COMMAND`. */
  readonly turnsDown: boolean;
}

export function decisionActions(
  letter: Determination,
  uri: string,
  report: Report,
  diagnostics: Diagnostic[],
  abilities: Abilities,
): CodeAction[] {
  const { rule, severity } = report;
  const action = (title: string, command: string, argument: unknown): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command, arguments: [argument] },
  });
  const actions = wordCommands(uri, report, abilities).map(({ title, command, argument }) =>
    action(title, command, argument),
  );
  if (abilities.editsTeamFiles) {
    const about = findingWords(letter, report);
    const request = { uri, rule: rule.name, fingerprint: fingerprint(letter, report), about } satisfies PutAsideRequest;
    actions.push(action(`Put aside ${about}…`, PUT_ASIDE_COMMAND, request));
  }
  if (abilities.turnsDown) {
    const request = { uri, rule: rule.name, title: rule.title, severity } satisfies TurnDownRequest;
    actions.push(action(`Turn this rule down or off: “${rule.title}”…`, TURN_DOWN_COMMAND, request));
  }
  if (abilities.explains) actions.push(action(`Why? ${rule.title}`, EXPLAIN_COMMAND, rule.name));
  return actions;
}

/** The light bulb's list cuts longer titles off. In characters. */
const MOST_WORDS = 40;
const MOST_SENTENCE = 90;

/**
 * The finding as one entry of a list: its words, and what is said of them. '“#90”: 60 tablets are requested', or, where
 * the sentence begins with the words, the sentence alone.
 */
export function findingWords({ text }: Determination, { span, message }: Report): string {
  const words = plain(text.prose.within(span).text);
  const [sentence = ''] = plain(message).split(/(?<=[.!?]) (?=[A-Z“])/);
  const said = clipped(sentence.replace(/\.$/, ''), MOST_SENTENCE);
  if (words === '' || said.startsWith('“')) return said;
  return `“${clipped(words, MOST_WORDS)}”: ${said}`;
}

/** At a word's end. */
function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > most / 2 ? end : most)} …`;
}

interface WordCommand {
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}

/** The ways to make a word known. */
function wordCommands(
  uri: string,
  { unknownWord: word }: Report,
  { editsTeamFiles, keepsWords }: Abilities,
): readonly WordCommand[] {
  if (word === undefined) return [];
  const title = `Add “${plain(word)}” to the letter dictionary`;
  const forTeam = { title: `${title} of this folder`, command: ADD_WORD_COMMAND, argument: { uri, word } };
  const forUser = { title: `${title} of your own`, command: ADD_USER_WORD_COMMAND, argument: word };
  return [...(editsTeamFiles ? [forTeam] : []), ...(keepsWords ? [forUser] : [])];
}
