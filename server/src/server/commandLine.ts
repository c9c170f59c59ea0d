/** What the language server answers to a person who calls it by hand; null where a client calls it. */
export function answerTo(args: readonly string[], version: string): string | null {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return HELP;
  return args.some((arg) => arg === '--version' || arg === '-V') ? `${version}\n` : null;
}

const HELP = `Usage: imr-language-server [--stdio | --node-ipc | --pipe=NAME | --socket=PORT]

The language server for Independent Medical Review (IMR) final determination letters. An editor starts it and speaks
the Language Server Protocol with it; it reads and writes nothing else, and opens no connection to other machines.

Options:
  --stdio        speak over standard input and output (the default)
  --node-ipc     speak over the channel of a Node.js parent process
  --pipe=NAME    speak over a named pipe or socket file
  --socket=PORT  speak over a port of this machine
  -V, --version  print the version
  -h, --help     print this help

To check letters without an editor, use the command “imr”.
`;
