// HTML validity of rendered pages: vnu in one JVM, then html-validate.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const require = createRequire(import.meta.url);

export const vnu = (folder) => {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const options = [
    '-Xss1m',
    '-jar',
    jar,
    '--stdout',
    '--errors-only',
    '--exit-zero-always',
    '--format',
    'json',
    folder,
  ];
  const said = execFileSync('java', options, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
  return said
    ? JSON.parse(said).messages.map((one) => `${one.url.split('/').at(-1)}:${one.lastLine} ${one.message}`)
    : [];
};

export const htmlValidate = async (pages) => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const found = [];
  for (const [file] of pages) {
    const report = await validator.validateFile(file);
    for (const result of report.results)
      for (const message of result.messages)
        if (message.severity === 2)
          found.push(`${file.split('/').at(-1)}:${message.line} ${message.ruleId}: ${message.message}`);
  }
  return found;
};
