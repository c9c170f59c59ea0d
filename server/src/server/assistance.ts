import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionTriggerKind,
  type Connection,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type Position,
  ReferencesRequest,
  RequestType,
  SelectionRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  type TextDocuments,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Report } from '../checking/rule.ts';
import { type Determination, type Letters as LettersOfFile, letterAt } from '../determination/model/determination.ts';
import { cleanUp, cleanUpFragment } from '../features/cleanUp.ts';
import { codeLenses } from '../features/codeLenses.ts';
import { completions } from '../features/completion/completion.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { guidelineDocument } from '../features/guidelineDocument.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { definition, highlights, references } from '../features/navigation.ts';
import { rewrap } from '../features/rewrap.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { outline, overview, reportsOf, tokens } from '../features/severalLetters.ts';
import { MOST_BYTES } from '../intake/letterNames.ts';
import { today } from '../pipeline/today.ts';
import type { LetterOverview } from '../protocol/letterOverview.ts';
import {
  CLEAN_TEXT,
  type CleanedText,
  type CleanTextParams,
  GUIDELINE_CATALOGUE,
  type GuidelineCatalogueParams,
  LETTER_OVERVIEW,
  type OfFile,
  REWRAP,
  type RewrapParams,
} from '../protocol/messages.ts';
import type { Answers } from './answers.ts';
import type { Letters } from './letters.ts';
import type { EditorPolicy, Policy } from './policy.ts';
import type { Session } from './session.ts';

const GuidelineCatalogueRequest = new RequestType<GuidelineCatalogueParams, string, void>(GUIDELINE_CATALOGUE);
const CleanTextRequest = new RequestType<CleanTextParams, CleanedText, void>(CLEAN_TEXT);
const RewrapRequest = new RequestType<RewrapParams, TextEdit | null, void>(REWRAP);
const LetterOverviewRequest = new RequestType<OfFile, LetterOverview | null, void>(LETTER_OVERVIEW);

interface Parts {
  readonly session: Session;
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
  readonly policy: Policy;
}

/** What helps to read and to write a letter, besides the findings. Every answer comes from the features, which are pure. */
export function serveAssistance({ session, answers, documents, letters, policy }: Parts): void {
  answers.to(DocumentSymbolRequest.type, ({ textDocument: { uri } }) => read(uri, outline) ?? []);
  answers.to(
    FoldingRangeRequest.type,
    ({ textDocument: { uri } }) => read(uri, (all) => all.flatMap(foldingRanges)) ?? [],
  );
  answers.to(SelectionRangeRequest.type, ({ textDocument: { uri }, positions }) =>
    read(uri, (all) =>
      positions.flatMap((position) => selectionRanges(letterAt(all, all[0].text.lines.offsetAt(position)), [position])),
    ),
  );
  answers.to(DefinitionRequest.type, ({ textDocument: { uri }, position }) =>
    readAt(uri, position, (letter, offset) => {
      const links = definition(letter, uri, offset);
      return session.capabilities.textDocument?.definition?.linkSupport === true
        ? links
        : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    }),
  );
  answers.to(ReferencesRequest.type, ({ textDocument: { uri }, position }) =>
    readAt(uri, position, (letter, offset) => references(letter, uri, offset)),
  );
  answers.to(DocumentHighlightRequest.type, ({ textDocument: { uri }, position }) => readAt(uri, position, highlights));
  answers.to(DocumentLinkRequest.type, ({ textDocument: { uri } }) => read(uri, (all) => all.flatMap(documentLinks)));
  answers.to(SemanticTokensRequest.type, ({ textDocument: { uri } }) =>
    readWith(uri, (all, { shows }) => tokens(all, shows)),
  );
  answers.to(HoverRequest.type, ({ textDocument: { uri }, position }) =>
    readWith(uri, (all, { guidelines, shows }, reports) => {
      const offset = all[0].text.lines.offsetAt(position);
      const letter = letterAt(all, offset);
      return hover(letter, offset, {
        guidelines,
        reports: reportsOf(letter, all, reports),
        ...(session.explainsRules && { uri }),
        explains: shows.explanations,
      });
    }),
  );
  answers.to(CompletionRequest.type, ({ textDocument: { uri }, position, context }) =>
    readWith(uri, (all, { guidelines }) => {
      const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const offset = all[0].text.lines.offsetAt(position);
      const items = completions(letterAt(all, offset), offset, {
        guidelines,
        today: today(),
        asked,
        isVsCode: session.explainsRules,
      });
      // What Enter may take changes with each letter that is typed.
      return items.length === 0 ? [] : { isIncomplete: true, items };
    }),
  );
  answers.to(CodeLensRequest.type, ({ textDocument: { uri } }) =>
    readWith(uri, (all, { guidelines, shows }) =>
      shows.codeLenses ? all.flatMap((letter) => codeLenses(letter, guidelines)) : [],
    ),
  );
  answers.to(InlayHintRequest.type, ({ textDocument: { uri }, range }) =>
    readWith(uri, (all, { shows }) => (shows.inlayHints ? all.flatMap((letter) => inlayHints(letter, range)) : [])),
  );
  answers.to(CleanTextRequest, ({ text, isFragment = false }) => {
    if (text.length > MOST_BYTES) return { kind: 'unsure' };
    return isFragment ? cleanUpFragment(text) : cleanUp(text);
  });
  answers.to(RewrapRequest, ({ uri, position }) => readAt(uri, position, rewrap));
  answers.to(LetterOverviewRequest, ({ uri }) => read(uri, overview));
  answers.to(GuidelineCatalogueRequest, async ({ uri }) => {
    const { guidelines } = await policy.of(uri ?? policy.anyLetter());
    return guidelineDocument(guidelines, today());
  });

  /** Null where no such document is open. */
  function read<T>(uri: string, of: (all: LettersOfFile) => T): T | null {
    const document = documents.get(uri);
    return document === undefined ? null : of(letters.of(document));
  }

  /** The same of the letter that holds a place. */
  function readAt<T>(uri: string, position: Position, of: (letter: Determination, offset: number) => T): T | null {
    return read(uri, (all) => {
      const offset = all[0].text.lines.offsetAt(position);
      return of(letterAt(all, offset), offset);
    });
  }

  /** The same with what applies to the letter, and what has been found in it so far. */
  async function readWith<T>(
    uri: string,
    of: (all: LettersOfFile, policy: EditorPolicy, reports: readonly Report[]) => T,
  ): Promise<T | null> {
    if (documents.get(uri) === undefined) return null;
    const applied = await policy.of(uri);
    // Looked up after the wait: the letter may have changed or closed meanwhile.
    const document = documents.get(uri);
    if (document === undefined) return null;
    return of(letters.of(document), applied, letters.found(document)?.reports ?? []);
  }
}

/** Asks the client to ask again for what it shows beside the text: settings or guideline facts have changed. */
export function refreshAssistance(connection: Connection, { capabilities }: Session, answers: Answers): void {
  const { workspace } = capabilities;
  if (workspace?.codeLens?.refreshSupport === true) {
    answers.see('Asking for lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
  }
  if (workspace?.semanticTokens?.refreshSupport === true) {
    answers.see('Asking for colors', () => connection.sendRequest(SemanticTokensRefreshRequest.type));
  }
  if (workspace?.inlayHint?.refreshSupport === true) {
    answers.see('Asking for hints', () => connection.sendRequest(InlayHintRefreshRequest.type));
  }
}
