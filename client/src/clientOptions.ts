import { Uri, window } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn, vsdiag } from 'vscode-languageclient';
import type { HeldFindings } from './heldFindings.ts';
import { extensionName, letterLanguage } from './letterLanguage.ts';
import { putAside, putAsideCommand } from './putAside.ts';

/**
 * The client's options that are the same in every host.
 * @param rulePages the folder of the pages that explain the rules
 */
export function clientOptions(held: HeldFindings, rulePages: Uri): LanguageClientOptions {
  return {
    documentSelector: [{ language: letterLanguage }],
    initializationOptions: { readsFiles: true, explainsRules: true, rulePages: rulePages.toString() },
    // The log never holds a letter's text: the client writes what it does, not what it sends.
    outputChannel: window.createOutputChannel(extensionName, { log: true }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      executeCommand: (command, args, next) =>
        command === putAsideCommand ? putAside(args[0], (request) => next(command, [request])) : next(command, args),
      // The old side of a comparison is not to be corrected, and would double every finding in the Problems panel.
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const { scheme } = document instanceof Uri ? document : document.uri;
        if (scheme === 'git') return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const report = await next(document, previousResultId, token);
        return report == null || document instanceof Uri ? report : held.filter(document, report);
      },
    },
  };
}
