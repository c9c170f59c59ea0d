import {
  CodeActionRequest,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  ExecuteCommandRequest,
  FileChangeType,
  NotificationType0,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { asksForSource, codeActions } from '../features/codeActions.ts';
import type { RulePage } from '../features/diagnostics.ts';
import {
  ADD_WORD_COMMAND,
  BRING_BACK_COMMAND,
  CHECK_LETTERS_COMMAND,
  PUT_ASIDE_COMMAND,
  SET_TEAM_RULE_COMMAND,
} from '../protocol/commands.ts';
import { TRUST_GRANTED } from '../protocol/messages.ts';
import { isGuidelineFile } from '../team/guidelineFiles.ts';
import type { RealAddress } from '../team/guidelinePaths.ts';
import { isTeamFile } from '../team/teamFiles.ts';
import type { ReadWordList } from '../wording/spelling/shipped.ts';
import { AddWordCommand } from './addWordCommand.ts';
import { Answers } from './answers.ts';
import { refreshAssistance, serveAssistance } from './assistance.ts';
import { BringBackCommand } from './bringBackCommand.ts';
import { editableDocuments } from './editableDocuments.ts';
import { Files, type HostFiles } from './files.ts';
import { Findings } from './findings.ts';
import { LetterIndex } from './letterIndex.ts';
import { Letters } from './letters.ts';
import { OwnGuidelines } from './ownGuidelines.ts';
import { Policy } from './policy.ts';
import { servePrecedents } from './precedents.ts';
import { servePrinting } from './printing.ts';
import { PutAsideCommand } from './putAsideCommand.ts';
import { servePutAsideList } from './putAsideList.ts';
import { serveReadiness } from './readiness.ts';
import type { Session } from './session.ts';
import { SetTeamRuleCommand } from './setTeamRuleCommand.ts';
import { Settings } from './settings.ts';
import { Spelling } from './spelling.ts';
import { serveSummaries } from './summaries.ts';
import { Team } from './team.ts';
import { TeamFileEditor } from './teamFileEditor.ts';
import { unlessCancelled } from './turns.ts';
import { watch } from './watch.ts';
import { Workspace } from './workspace.ts';
import { WorkspaceCheck } from './workspaceCheck.ts';
import { serveReports } from './workspaceReport.ts';

const TrustGrantedNotification = new NotificationType0(TRUST_GRANTED);

/** What a host gives the server besides the connection. Loaded when letters are to be read. */
export interface Host extends HostFiles {
  /** Where a file really is; null where the host does not know. */
  readonly realAddress: RealAddress;
  /** The user's own folder, an address ending in '/'; null where there is none. */
  readonly home: string | null;
  /** Where a rule's page is when the client does not say so in `InitializationOptions.rulePages` (an address ending in '/'). */
  readonly rulePage: RulePage;
  /** Reads the word lists beside the scripts: in the folder that `InitializationOptions.scripts` names, else where the host finds them. */
  readonly wordListsIn: (scripts: string | null) => ReadWordList;
}

/** Wires the features to a connection. Knows no letter: every answer comes from the core. */
export function serve(connection: Connection, session: Session, host: Host): void {
  const { rulePages } = session;
  const rulePage: RulePage = rulePages === null ? host.rulePage : (rule) => `${rulePages}${rule}.md`;
  const answers = new Answers(connection);
  const documents = new TextDocuments(TextDocument);
  const settings = new Settings(connection, session);
  const files = new Files(connection, session, documents, host);
  const workspace = new Workspace(host.home, session);
  const team = new Team({ connection, session, documents, files, workspace });
  const guidelines = new OwnGuidelines({ connection, session, workspace, files, team, realAddress: host.realAddress });
  const policy = new Policy(workspace, settings, team, guidelines);
  const spelling = new Spelling(host.wordListsIn(session.scripts), policyChanged, (reason) =>
    connection.console.warn(`Spelling is not checked, because its word lists cannot be read (${reason}).`),
  );
  const letters = new Letters(documents, policy, spelling, (rule, kind) =>
    connection.console.error(`The rule ${rule} failed (${kind}).`),
  );
  const findings = new Findings({ connection, session, answers, documents, letters, rulePage });
  const workspaceCheck = new WorkspaceCheck({
    connection,
    session,
    answers,
    documents,
    files,
    letters,
    spelling,
    findings,
    team,
  });
  const index = new LetterIndex({ connection, session, documents, files, letters, workspace });
  const teamFiles = new TeamFileEditor({ connection, session, documents, files, team, workspace });
  const putAside = new PutAsideCommand({ documents, letters }, teamFiles);
  const bringBack = new BringBackCommand({ documents, letters }, teamFiles);
  const setTeamRule = new SetTeamRuleCommand(teamFiles);
  const addWord = new AddWordCommand(teamFiles);

  connection.onInitialized(() => watch(connection, session));
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    refreshAssistance(connection, session, answers);
    policyChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    answers.see('What follows from changed files', async () => {
      const deleted = changes.filter(({ type }) => type === FileChangeType.Deleted);
      const written = changes.filter(({ type }) => type !== FileChangeType.Deleted);
      index.changed(changes.map(({ uri }) => uri));
      if (changes.some(({ type }) => type !== FileChangeType.Changed)) index.moved();
      await filesChanged(changes.map(({ uri }) => uri));
      await workspaceCheck.deleted(deleted.map(({ uri }) => uri));
      await workspaceCheck.changed(written.map(({ uri }) => uri));
    }),
  );
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    workspace.change(event);
    index.moved();
    policyChanged();
  });
  connection.onNotification(TrustGrantedNotification, () => {
    workspace.trust();
    policyChanged();
  });
  // Not every file system can be watched.
  connection.workspace.onDidDeleteFiles(({ files: deleted }) => {
    index.moved();
    answers.see('What follows from deleted files', () => workspaceCheck.deleted(deleted.map(({ uri }) => uri)));
  });
  connection.workspace.onDidRenameFiles(({ files: renamed }) => {
    index.moved();
    answers.see('What follows from renamed files', async () => {
      for (const { oldUri, newUri } of renamed) await workspaceCheck.renamed(oldUri, newUri);
    });
  });
  documents.onDidChangeContent(({ document: { uri } }) =>
    answers.see('What follows from a changed file', () => filesChanged([uri])),
  );
  documents.onDidClose(({ document: { uri } }) => {
    team.forgetLetter(uri);
    answers.see('What follows from a closed file', () =>
      Promise.all([filesChanged([uri]), workspaceCheck.changed([uri])]),
    );
  });

  serveAssistance({ session, answers, documents, letters, policy });
  servePrinting({ answers, documents, letters });
  servePutAsideList({ answers, documents, files, letters, index });
  servePrecedents({ answers, documents, index });
  serveReports({ connection, answers, documents, files, policy, spelling, workspace, rulePage });
  serveReadiness({ answers, documents, letters, policy, spelling });
  serveSummaries({ answers, documents, letters, policy });
  answers.to(CodeActionRequest.type, async ({ textDocument, range, context }, token) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return [];
    const only = context.only ?? [];
    // To repair all at once, all must have been found; for a quick fix, what has been found so far is enough.
    const asked = asksForSource(only) ? letters.checked(document) : letters.foundSoon(document);
    const found = await unlessCancelled(asked, token);
    if (found === null) return [];
    return codeActions(found, {
      range,
      only,
      explains: session.explainsRules,
      editsTeamFiles: session.appliesEdits,
      keepsWords: session.keepsUserWords,
      turnsDown: session.turnsRulesDown,
      reopens: session.reopensWithEncoding,
      rulePage,
    });
  });
  answers.to(ExecuteCommandRequest.type, ({ command, arguments: given = [] }, token) => {
    const argument: unknown = given[0];
    if (command === PUT_ASIDE_COMMAND) return putAside.run(argument);
    if (command === BRING_BACK_COMMAND) return bringBack.run(argument);
    if (command === SET_TEAM_RULE_COMMAND) return setTeamRule.run(argument);
    if (command === ADD_WORD_COMMAND) return addWord.run(argument);
    if (command === CHECK_LETTERS_COMMAND) return workspaceCheck.run(argument, token);
    return null;
  });
  documents.listen(editableDocuments(connection));

  async function filesChanged(uris: readonly string[]): Promise<void> {
    const changed = uris.filter((uri) => isTeamFile(uri) || isGuidelineFile(uri) || guidelines.knows(uri));
    if (changed.length === 0) return;
    // At once: a request that is already on its way must see the change.
    for (const uri of changed) files.forget(uri);
    policy.invalidate();
    await Promise.all(changed.map((uri) => (isTeamFile(uri) ? team.reread(uri) : guidelines.reread(uri))));
    refreshAssistance(connection, session, answers);
    showFindingsAnew();
  }

  function policyChanged(): void {
    policy.invalidate();
    showFindingsAnew();
  }

  function showFindingsAnew(): void {
    workspaceCheck.refresh();
    findings.refresh();
  }
}
