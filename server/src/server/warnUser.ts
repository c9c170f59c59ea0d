import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { plain } from '../features/plain.ts';

/** Shows the user a sentence. Names and words in it are not the server's own: an editor would make a link of ‘[x](…)’. */
export function warnUser(connection: Connection, sentence: string): void {
  const message = plain(sentence).replaceAll('](', '] (');
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    .catch(() => undefined);
}
