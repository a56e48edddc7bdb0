// Starts the language server `kvspec lsp` and gives it the settings.

import * as vscode from "vscode";
import {
  type DocumentSelector,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";

/** What the server reads; whatever holds no order there has no findings. */
const documents: DocumentSelector = [
  ...["terraform", "opentofu", "yaml", "json", "jsonl", "shellscript"].map((language) => ({ language })),
  { scheme: "file", pattern: "**/*.{tf,tofu,tfvars,yaml,yml,json,ndjson,jsonl,url,query,sh,bash,md,markdown}" },
  { scheme: "file", pattern: "**/kvspec.toml" },
];

let client: LanguageClient | undefined;

function settings(): Record<string, unknown> {
  const all = vscode.workspace.getConfiguration("kvspec");
  const text = (name: string) => all.get<string>(name) || undefined;
  return {
    locale: text("locale") ?? vscode.env.language,
    level: text("level"),
    profile: text("profile"),
    packs: all.get<string[]>("packs") ?? [],
  };
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const command = vscode.workspace.getConfiguration("kvspec").get<string>("path") || "kvspec";
  const server: ServerOptions = { command, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: documents,
    initializationOptions: settings(),
  };
  client = new LanguageClient("kvspec", "kvspec", server, options);
  context.subscriptions.push(client);
  try {
    await client.start();
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    const setPath = vscode.l10n.t("Set its path");
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t("The command {0} could not be started: {1}", command, reason),
      setPath,
    );
    if (chosen === setPath) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "kvspec.path");
    }
  }
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  if (stopped?.isRunning()) {
    await stopped.stop();
  }
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("kvspec.restart", async () => {
      await stop();
      await start(context);
    }),
    vscode.commands.registerCommand("kvspec.output", () => client?.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("kvspec.path")) {
        await stop();
        await start(context);
      } else if (change.affectsConfiguration("kvspec")) {
        await client?.sendNotification("workspace/didChangeConfiguration", {
          settings: { kvspec: settings() },
        });
      }
    }),
  );
  // Not awaited: a question about the path would keep the editor waiting.
  void start(context);
}

export async function deactivate(): Promise<void> {
  await stop();
}
