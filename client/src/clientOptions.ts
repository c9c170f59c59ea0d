import { Uri, window, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn, vsdiag } from 'vscode-languageclient';
import { ADD_WORD_COMMAND, BRING_BACK_COMMAND, PUT_ASIDE_COMMAND } from '../../server/src/protocol/commands.ts';
import type { InitializationOptions } from '../../server/src/protocol/initialization.ts';
import { addWord } from './dictionary.ts';
import { isEditable } from './editable.ts';
import type { HeldFindings } from './heldFindings.ts';
import { extensionName, letterLanguage } from './letterLanguage.ts';
import { putAside } from './putAside.ts';
import { linkRulePages } from './ruleLinks.ts';

/**
 * The client's options that are the same in every host.
 * @param rulePages the folder of the pages that explain the rules
 * @param scripts the folder of the server's scripts and word lists, ending in '/'
 */
export function clientOptions(held: HeldFindings, rulePages: Uri, scripts: Uri): LanguageClientOptions {
  return {
    documentSelector: [{ language: letterLanguage }],
    initializationOptions: {
      readsFiles: true,
      explainsRules: true,
      keepsUserWords: true,
      turnsRulesDown: true,
      reopensWithEncoding: true,
      isTrusted: workspace.isTrusted,
      rulePages: rulePages.toString(),
      scripts: scripts.toString(true),
    } satisfies InitializationOptions,
    // The log never holds a letter's text: the client writes what it does, not what it sends.
    outputChannel: window.createOutputChannel(extensionName, { log: true }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      executeCommand: (command, args, next) => {
        if (command === PUT_ASIDE_COMMAND) {
          return putAside(
            args[0],
            (request) => next(command, [request]),
            (request) => next(BRING_BACK_COMMAND, [request]),
          );
        }
        if (command === ADD_WORD_COMMAND) return addWord(() => next(command, args));
        return next(command, args);
      },
      handleDiagnostics: (uri, findings, next) => {
        linkRulePages(findings);
        next(uri, findings);
      },
      // What is not opened for the server is not one of its letters: it has no answer about it.
      didOpen: async (document, next) => {
        if (isEditable(document)) await next(document);
      },
      didChange: async (event, next) => {
        if (isEditable(event.document)) await next(event);
      },
      didClose: async (document, next) => {
        if (isEditable(document)) await next(document);
      },
      provideDiagnostics: async (document, previousResultId, token, next) => {
        if (!isEditable(document)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const report = await next(document, previousResultId, token);
        if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) linkRulePages(report.items);
        return report == null || document instanceof Uri ? report : held.filter(document, report);
      },
    },
  };
}
