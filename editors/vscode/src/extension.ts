// Starts `textcheck lsp` and speaks for the editor; everything else is the language server's.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("textcheck.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("textcheck.path")) {
        await restart();
      }
    }),
  );
  await start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

async function start(): Promise<void> {
  const command = vscode.workspace.getConfiguration("textcheck").get("path", "textcheck");
  const server: ServerOptions = { command, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: "plaintext" },
      { language: "markdown" },
      { language: "html" },
      // Of YAML, only textcheck.yaml and rule files are looked at.
      { language: "yaml", scheme: "file" },
    ],
  };
  client = new LanguageClient("textcheck", "textcheck", server, options);
  try {
    await client.start();
  } catch (error) {
    const settings = "Open the settings";
    const words = `textcheck could not be started as “${command}”: ${String(error)}`;
    if ((await vscode.window.showErrorMessage(words, settings)) === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "textcheck.path");
    }
  }
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined);
  await start();
}
