// Builds what browsers get: islands in chunks, one style sheet, fonts, icons; hashed names; manifest.json
// {logical: hashed}. Fails when an ordinary page would weigh more than the budget.
//     node web/build.mjs [FOLDER]      (build/web when not named)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fontFaces } from './fonts.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const out = resolve(process.argv[2] ?? join(root, 'build/web'));
// htmx is 13.4 kB of it; with brotli an ordinary page gets 13 kB.
const budget = { script: 14.5 * 1024, style: 12 * 1024 };

if (!existsSync(join(root, 'node_modules/esbuild')))
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: root, stdio: 'inherit' });
const { build } = await import('esbuild');

const work = join(out, '.work');
const built = join(work, 'built');
mkdirSync(work, { recursive: true });
rmSync(built, { recursive: true, force: true });

const fonts = fontFaces(join(work, 'fonts'));
const style = join(work, 'app.css');
writeFileSync(style, `${fonts ? `@import "${fonts}";\n` : ''}@import "${join(web, 'css/index.css')}";\n`);

const result = await build({
  absWorkingDir: root,
  entryPoints: { app: join(web, 'islands/app.ts'), style },
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  supported: { nesting: true },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file' },
  outdir: built,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
});

// Icons go by the hash of their bytes, like the rest.
for (const name of readdirSync(join(web, 'icons'))) {
  const bytes = readFileSync(join(web, 'icons', name));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  writeFileSync(join(built, `${basename(name, extname(name))}-${hash}${extname(name)}`), bytes);
}

const manifest = {};
for (const name of readdirSync(built).sort())
  manifest[name.replace(/-[0-9A-Z]{8}(\.\w+)$/, '$1').replace(/^style\.css$/, 'app.css')] = name;

// The entry point and what it imports at once; islands come later, where they are needed.
const outputs = Object.entries(result.metafile.outputs);
const weigh = (name) => gzipSync(readFileSync(join(built, name)), { level: 9 }).length;
const first = new Set();
const follow = (path) => {
  if (first.has(path)) return;
  first.add(path);
  for (const used of result.metafile.outputs[path].imports)
    if (used.kind === 'import-statement') follow(used.path);
};
follow(outputs.find(([, output]) => output.entryPoint?.endsWith('app.ts'))[0]);
const script = [...first].reduce((sum, path) => sum + weigh(basename(path)), 0);
const sheet = weigh(manifest['app.css']);
console.log(`web: scripts ${script} of ${budget.script} bytes, style ${sheet} of ${budget.style} (gzip)`);
if (script > budget.script || sheet > budget.style) {
  console.error('web: an ordinary page is over its budget');
  process.exit(1);
}

for (const name of readdirSync(out)) if (name !== '.work') rmSync(join(out, name), { recursive: true });
for (const name of readdirSync(built)) writeFileSync(join(out, name), readFileSync(join(built, name)));
// What the worker makes documents with; browsers never ask for it.
mkdirSync(join(out, 'print'));
for (const name of readdirSync(join(web, 'print')))
  writeFileSync(join(out, 'print', name), readFileSync(join(web, 'print', name)));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
