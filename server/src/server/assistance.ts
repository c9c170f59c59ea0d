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
import type { Determination } from '../determination/model/determination.ts';
import { cleanUp } from '../features/cleanUp.ts';
import { codeLenses } from '../features/codeLenses.ts';
import { completions } from '../features/completion/completion.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { guidelineDocument } from '../features/guidelineDocument.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { letterOverview } from '../features/letterOverview.ts';
import { definition, highlights, references } from '../features/navigation.ts';
import { rewrap } from '../features/rewrap.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
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

/** What helps to read and to write a letter, beside the findings. Every answer comes from the features, which are pure. */
export function serveAssistance({ session, answers, documents, letters, policy }: Parts): void {
  answers.to(DocumentSymbolRequest.type, ({ textDocument: { uri } }) => read(uri, documentSymbols) ?? []);
  answers.to(FoldingRangeRequest.type, ({ textDocument: { uri } }) => read(uri, foldingRanges) ?? []);
  answers.to(SelectionRangeRequest.type, ({ textDocument: { uri }, positions }) =>
    read(uri, (letter) => selectionRanges(letter, positions)),
  );
  answers.to(DefinitionRequest.type, ({ textDocument: { uri }, position }) =>
    read(uri, (letter) => {
      const links = definition(letter, uri, letter.text.lines.offsetAt(position));
      return session.capabilities.textDocument?.definition?.linkSupport === true
        ? links
        : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    }),
  );
  answers.to(ReferencesRequest.type, ({ textDocument: { uri }, position }) =>
    read(uri, (letter) => references(letter, uri, letter.text.lines.offsetAt(position))),
  );
  answers.to(DocumentHighlightRequest.type, ({ textDocument: { uri }, position }) =>
    read(uri, (letter) => highlights(letter, letter.text.lines.offsetAt(position))),
  );
  answers.to(DocumentLinkRequest.type, ({ textDocument: { uri } }) => read(uri, documentLinks));
  answers.to(SemanticTokensRequest.type, ({ textDocument: { uri } }) =>
    readWith(uri, (letter, { shows }) => semanticTokens(letter, shows)),
  );
  answers.to(HoverRequest.type, ({ textDocument: { uri }, position }) =>
    readWith(uri, (letter, { guidelines, shows }, reports) =>
      hover(letter, letter.text.lines.offsetAt(position), {
        guidelines,
        reports,
        ...(session.explainsRules && { uri }),
        explains: shows.explanations,
      }),
    ),
  );
  answers.to(CompletionRequest.type, ({ textDocument: { uri }, position, context }) =>
    readWith(uri, (letter, { guidelines }) => {
      const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const items = completions(letter, letter.text.lines.offsetAt(position), {
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
    readWith(uri, (letter, { guidelines, shows }) => (shows.codeLenses ? codeLenses(letter, guidelines) : [])),
  );
  answers.to(InlayHintRequest.type, ({ textDocument: { uri }, range }) =>
    readWith(uri, (letter, { shows }) => (shows.inlayHints ? inlayHints(letter, range) : [])),
  );
  answers.to(CleanTextRequest, ({ text }) => (text.length > MOST_BYTES ? { kind: 'unsure' } : cleanUp(text)));
  answers.to(RewrapRequest, ({ uri, position }) =>
    read(uri, (letter) => rewrap(letter, letter.text.lines.offsetAt(position))),
  );
  answers.to(LetterOverviewRequest, ({ uri }) => read(uri, letterOverview));
  answers.to(GuidelineCatalogueRequest, async ({ uri }) => {
    const { guidelines } = await policy.of(uri ?? policy.anyLetter());
    return guidelineDocument(guidelines, today());
  });

  /** Null where no such document is open. */
  function read<T>(uri: string, of: (letter: Determination) => T): T | null {
    const document = documents.get(uri);
    return document === undefined ? null : of(letters.determination(document));
  }

  /** The same with what applies to the letter, and what has been found in it so far. */
  async function readWith<T>(
    uri: string,
    of: (letter: Determination, policy: EditorPolicy, reports: readonly Report[]) => T,
  ): Promise<T | null> {
    if (documents.get(uri) === undefined) return null;
    const applied = await policy.of(uri);
    // Looked up after the wait: the letter may have changed or closed meanwhile.
    const document = documents.get(uri);
    if (document === undefined) return null;
    return of(letters.determination(document), applied, letters.found(document)?.reports ?? []);
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
