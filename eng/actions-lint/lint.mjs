// Prints what GitHub's own parser has to say about workflows and actions. Exit code 1 when that is anything.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { basename } from 'node:path';

register('./json-modules.mjs', import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');

async function lint(name) {
  const isAction = /^action\.ya?ml$/.test(basename(name));
  const parse = isAction ? parseAction : parseWorkflow;
  const result = parse({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter());
  const messages = result.context.errors.getErrors().map(error => error.message);
  if (result.value && !isAction) {
    const template = await convertWorkflowTemplate(result.context, result.value);
    messages.push(...(template.errors ?? []).map(error => error.Message ?? error.message));
  }
  return [...new Set(messages)];
}

let found = 0;
for (const name of process.argv.slice(2)) {
  for (const message of await lint(name)) {
    found++;
    console.log(message);
  }
}
process.exitCode = found ? 1 : 0;
