// SPDX-License-Identifier: EUPL-1.2
// Fetches the third-party files of the pages and copies the few that are served. Run by Maven; does nothing when
// the lock file and this script are those of the last fetch. Reads and writes under target/ only, so no node_modules ever lies in the sources.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr } from 'node:process';

const [source, build, served] = argv.slice(2);
const mark = join(served, '.fetched');
const state = ['package-lock.json', 'fetch.mjs'].map((file) => readFileSync(join(source, file), 'utf8')).join('');

if (existsSync(mark) && readFileSync(mark, 'utf8') === state) exit(0);

mkdirSync(build, { recursive: true });
for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(build, file));

const fetched = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error', {
  cwd: build,
  shell: true,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (fetched.status !== 0) {
  stderr.write('npm ci failed. Samblik needs Node 20 or later with npm, and a package registry that npm can reach.\n');
  exit(1);
}

const copy = (from, to) => {
  mkdirSync(dirname(join(served, to)), { recursive: true });
  cpSync(join(build, 'node_modules', from), join(served, to));
};

// The stylesheet names old font formats too; browsers ask for them in the Regular cut only.
const stylesheet = readFileSync(join(build, 'node_modules/dkfds/dist/css/dkfds.min.css'), 'utf8');
const named = [...stylesheet.matchAll(/url\(\.\.\/([^)?#]+)/g)].map((match) => match[1]);
const wanted = named.filter((file) => /\.(svg|png|woff2)$|-Regular\.(eot|woff)$/.test(file));

for (const file of [...new Set(wanted), 'css/dkfds.min.css', 'js/dkfds.min.js', 'img/all-svg-icons.svg']) {
  copy(`dkfds/dist/${file}`, `dkfds/${file}`);
}
// Whole fonts, for documents: a PDF carries the glyphs it uses.
for (const cut of ['Regular', 'SemiBold']) {
  const file = `fonts/IBMPlexSans/complete/ttf/IBMPlexSans-${cut}.ttf`;
  copy(`dkfds/dist/${file}`, `dkfds/${file}`);
}
copy('dkfds/LICENSE.md', 'dkfds/LICENSE.md');
copy('htmx.org/dist/htmx.min.js', 'htmx/htmx.min.js');
copy('htmx.org/LICENSE', 'htmx/LICENSE');
copy('htmx-ext-sse/dist/sse.min.js', 'htmx/sse.min.js');
copy('htmx-ext-sse/LICENSE', 'htmx/LICENSE-sse');
writeFileSync(mark, state);
