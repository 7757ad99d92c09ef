import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { face } from '../platform/pdf/index.js';
import { webFont } from './shared/web-font.js';

export interface AssetFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** The kana in which banks exchange names: ｡ to ﾟ. */
const HALF_WIDTH_KANA = Array.from({ length: 0xff9f - 0xff61 + 1 }, (_, at) => String.fromCodePoint(0xff61 + at));

/** In reading order: later files may rely on earlier ones. */
const STYLESHEETS = [
  'base.css',
  'layout.css',
  'forms.css',
  'content.css',
  'tables.css',
  'staff.css',
  'applications.css',
  'approvals.css',
  'letters.css',
  'messages.css',
  'organizations.css',
  'payments.css',
  'proposals.css',
  'public-face.css',
  'public-record.css',
  'print.css',
];

/** The stylesheet, the script, the icon and a small font, named after their content. Takes about 0.1 s. */
export async function buildAssets(): Promise<AssetFile[]> {
  const source = join(projectFolder(), 'src/web');
  const kana = named('kana', 'ttf', 'font/ttf', face('sans').forScreen(HALF_WIDTH_KANA));
  const [css, js, icon] = await Promise.all([
    buildStylesheet(source, kana.name),
    buildScript(source),
    readFile(join(source, 'assets/icon.svg')),
  ]);
  return [
    named('site', 'css', 'text/css; charset=utf-8', css),
    named('site', 'js', 'text/javascript; charset=utf-8', js),
    named('icon', 'svg', 'image/svg+xml', icon),
    kana,
  ];
}

async function buildStylesheet(source: string, kana: string): Promise<Uint8Array> {
  const font = webFont();
  const faces = await readFile(require.resolve('@fontsource-variable/noto-sans-jp/index.css'), 'utf8');
  const tokens = await readFile(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  const own = await Promise.all(STYLESHEETS.map((name) => readFile(join(source, 'assets', name), 'utf8')));
  const all = [faces.replaceAll('./files/', font.prefix), kanaFace(kana), tokens, ...own].join('\n');
  const { code } = await transform(all, { loader: 'css', minify: true, charset: 'utf8' });
  return Buffer.from(code);
}

/**
 * The web font keeps ﾞ and ﾟ in another slice than the letters before them, but browsers set ｶﾞ from one font alone: where
 * the machine has no Japanese font it would be two boxes.
 */
const kanaFace = (file: string): string => `@font-face {
  font-family: 'Kana of banks'; font-display: swap; src: url(${file}); unicode-range: U+FF61-FF9F;
}`;

async function buildScript(source: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [join(source, 'client/site.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    write: false,
  });
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

function named(name: string, extension: string, mediaType: string, bytes: Uint8Array): AssetFile {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { name: `${name}-${hash}.${extension}`, mediaType, bytes };
}

function projectFolder(): string {
  let folder = here;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('no package.json above this file');
    folder = dirname(folder);
  }
  return folder;
}

async function writeAssets(folder: string): Promise<void> {
  const files = await buildAssets();
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => writeFile(join(folder, file.name), file.bytes)));
  const manifest = files.map(({ name, mediaType }) => ({ name, mediaType }));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

const startedAs = process.argv[1];
if (startedAs && existsSync(startedAs) && pathToFileURL(realpathSync(startedAs)).href === import.meta.url) {
  await writeAssets(join(projectFolder(), 'dist/assets'));
}
