const { ArgdownApplication, ParserPlugin, ModelPlugin } = require("@argdown/core");
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new ModelPlugin(), "build-model");
const chunks = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answers = chunks.map((input) => {
  const r = app.run({ process: ["parse-input", "build-model"], input, throwExceptions: false, logLevel: "silent" });
  const errors = [...(r.lexerErrors || []), ...(r.parserErrors || [])].map((e) => e.message);
  const statements = {};
  for (const [t, c] of Object.entries(r.statements || {})) statements[t] = c.members.filter(m => !m.isReference).map((m) => m.text);
  const relations = (r.relations || []).map(x => [x.relationType, x.from && x.from.title, x.to && x.to.title]);
  return { errors, statements, relations };
});
console.log(JSON.stringify(answers));
