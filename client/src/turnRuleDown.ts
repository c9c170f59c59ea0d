import { ConfigurationTarget, commands, type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  SET_TEAM_RULE_COMMAND,
  type SetTeamRuleRequest,
  TURN_DOWN_COMMAND,
  type TurnDownRequest,
} from '../../server/src/protocol/commands.ts';
import { RULE_SETTINGS } from '../../server/src/protocol/names.ts';
import { changeTeamFile } from './teamFile.ts';

/** The quick fix *Turn this rule down or off*: how far, and for whom. From F1 it leads to the settings of all rules. */
export function registerTurnDown(): Disposable {
  return commands.registerCommand(TURN_DOWN_COMMAND, async (request: unknown) => {
    if (!isRequest(request)) return commands.executeCommand('workbench.action.openSettings', RULE_SETTINGS);
    const chosen = await window.showQuickPick(choices(request.severity), {
      title: request.title,
      placeHolder: `It is reported as ${named[request.severity]} now`,
      matchOnDescription: true,
    });
    if (chosen !== undefined) await carryOut(request, chosen);
    return undefined;
  });
}

type Severity = TurnDownRequest['severity'];

const named: Readonly<Record<Severity, string>> = {
  error: 'an error',
  warning: 'a warning',
  information: 'information',
  hint: 'a hint',
};
/** From the most severe to the least. */
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

interface Choice extends QuickPickItem {
  readonly severity: Severity | 'off';
  readonly isForTeam: boolean;
}

function choices(now: Severity): Choice[] {
  const lower = severities.slice(severities.indexOf(now) + 1);
  return [false, true].flatMap((isForTeam) =>
    [...lower, 'off' as const].map((severity) => ({
      severity,
      isForTeam,
      label: severity === 'off' ? 'Turn it off' : `Report it as ${named[severity]}`,
      description: isForTeam ? 'for the team: in .imr.json, beside the letters' : 'for me: in my settings',
    })),
  );
}

async function carryOut({ uri, rule }: TurnDownRequest, { severity, isForTeam }: Choice): Promise<void> {
  if (isForTeam) {
    const request: SetTeamRuleRequest = { uri, rule, severity };
    const isDone = await changeTeamFile(() => commands.executeCommand(SET_TEAM_RULE_COMMAND, request));
    if (isDone) window.setStatusBarMessage(`${rule} is ${severity} in .imr.json`, 5000);
    return;
  }
  const settings = workspace.getConfiguration(RULE_SETTINGS, Uri.parse(uri));
  // The folder's settings override the user's own, so changing those would have no effect.
  const { workspaceFolderValue, workspaceValue } = settings.inspect(rule) ?? {};
  const target =
    workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await settings.update(rule, severity, target);
}

function isRequest(request: unknown): request is TurnDownRequest {
  return (
    typeof request === 'object' &&
    request !== null &&
    'uri' in request &&
    typeof request.uri === 'string' &&
    'rule' in request &&
    typeof request.rule === 'string' &&
    'title' in request &&
    typeof request.title === 'string' &&
    'severity' in request &&
    severities.some((each) => each === request.severity)
  );
}
