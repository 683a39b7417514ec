// Inter of Debian's fonts-inter, cut to the characters of French and English, as woff2. Without the package or
// fontTools the style sheet falls back to the system's fonts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = '/usr/share/fonts/opentype/inter';
const weights = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' };
const characters = [
  'U+0020-007E,U+00A0-00FF,U+0152,U+0153,U+0178,U+2009-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026',
  'U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2264,U+2265,U+2713',
].join(',');

// Writes the fonts below `folder` and returns the style sheet that names them.
export function fontFaces(folder) {
  mkdirSync(folder, { recursive: true });
  const faces = [];
  for (const [weight, name] of Object.entries(weights)) {
    const from = join(source, `Inter-${name}.otf`);
    const to = join(folder, `inter-${weight}.woff2`);
    if (!existsSync(from)) continue;
    if (!existsSync(to)) {
      const options = [
        `--unicodes=${characters}`,
        '--layout-features=kern,liga,calt,tnum,ccmp,locl,mark,case',
        '--flavor=woff2',
        '--no-hinting',
        '--desubroutinize',
        `--output-file=${to}`,
      ];
      try {
        execFileSync('/usr/bin/python3', ['-m', 'fontTools.subset', from, ...options], { stdio: 'pipe' });
      } catch {
        console.warn('fonts: python3-fonttools or python3-brotli is missing, the system font is used');
        return '';
      }
    }
    const next = { 400: '400 499', 500: '500 599', 600: '600 699', 700: '700 900' }[weight];
    faces.push(
      `@font-face{font-family:Inter;font-weight:${next};font-display:swap;src:url("${to}") format("woff2")}`,
    );
  }
  const sheet = join(folder, 'fonts.css');
  writeFileSync(sheet, faces.join('\n'));
  return sheet;
}
