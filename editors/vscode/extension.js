// Starts `argmap lsp` and lets the client do the rest: all that is known of maps is in there.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("argmap").get("path");
  const documentSelector = [{ language: "argmap" }];
  client = new LanguageClient("argmap", "argmap", { command, args: ["lsp"] }, { documentSelector });
  return client.start();
};

exports.deactivate = () => client?.stop();
