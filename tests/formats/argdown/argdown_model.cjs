// Reads Argdown texts (a JSON list on standard input) with Argdown's own model, for the tests that compare.
const { ArgdownApplication, ParserPlugin, DataPlugin, ModelPlugin, RegroupPlugin, JSONExportPlugin } = require("@argdown/core");
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
for (const Plugin of [DataPlugin, ModelPlugin, RegroupPlugin]) app.addPlugin(new Plugin(), "build-model");
app.addPlugin(new JSONExportPlugin(), "export");

function model(input) {
  const run = { process: ["parse-input", "build-model", "export"], input, throwExceptions: false, logLevel: "silent" };
  const read = app.run(run);
  const errors = [...(read.lexerErrors ?? []), ...(read.parserErrors ?? []), ...(read.exceptions ?? [])];
  if (errors.length) return { errors: errors.map((error) => error.message) };
  return {
    errors: [],
    statements: mapped(read.statements, element),
    arguments: mapped(read.arguments, (each) => ({ ...element(each), steps: steps(each) })),
    relations: (read.relations ?? []).map((each) => [each.relationType, end(each.from, read), end(each.to, read)]),
    sections: named(read.sections ?? [], ""),
    exported: JSON.parse(read.json),
  };
}

const mapped = (all, read) => Object.fromEntries(Object.entries(all ?? {}).map(([title, each]) => [title, read(each)]));

function element({ members, tags, section }) {
  const said = members.filter((each) => !each.isReference);
  const meant = said.filter((each) => each.data?.isCanonical).at(-1) ?? said.at(-1);
  return { text: meant?.text ?? "", tags: tags ?? [], section: section?.title ?? "" };
}

const steps = ({ pcs }) => (pcs ?? [])
  .filter((each) => each.role !== "premise")
  .map((each) => [each.title, each.inference?.inferenceRules ?? []]);

// Of an inference: its conclusion. A relation that Argdown lost sight of has no end.
function end(each, read) {
  if (!each) return ["", ""];
  if (each.type === "inference") return ["i", read.arguments[each.argumentTitle].pcs[each.conclusionIndex].title];
  return [each.type === "argument" ? "a" : "s", each.title];
}

const named = (sections, parent) =>
  sections.flatMap((each) => [[each.title, parent], ...named(each.children ?? [], each.title)]);

const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(model)));
