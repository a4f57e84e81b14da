// Builds styles, scripts, fonts and icons into a folder: names with the hash of the content, and each text
// beside its gzip and Brotli form. Run by bin/assets.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { compile } from "sass";

const out = process.argv[2];
const fonts = "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";

mkdirSync(out, { recursive: true });
for (const file of readdirSync(out)) rmSync(join(out, file));

function add(stem, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const name = `${stem}-${hash}.${extension}`;
  writeFileSync(join(out, name), content);
  if (extension !== "woff2") {
    writeFileSync(join(out, `${name}.gz`), gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(join(out, `${name}.br`), brotliCompressSync(content, { params }));
  }
  return name;
}

function styles(fontNames) {
  const { css } = compile("assets/styles/withy.scss", { loadPaths: ["node_modules"], quietDeps: true });
  const target = ["chrome109", "firefox115", "safari16.4"];
  const small = transformSync(css, { loader: "css", minify: true, target, charset: "utf8" }).code;
  return small.replace(/url\("?(atkinson-[a-z0-9-]+)\.woff2"?\)/g, (_, font) => `url(/assets/${fontNames[font]})`);
}

function script() {
  const result = buildSync({
    entryPoints: ["assets/scripts/withy.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    charset: "utf8",
  });
  return result.outputFiles[0].text;
}

const fontNames = {};
for (const weight of [400, 600]) {
  fontNames[`atkinson-${weight}`] = add(`atkinson-${weight}`, "woff2", readFileSync(`${fonts}-latin-${weight}-normal.woff2`));
  fontNames[`atkinson-ext-${weight}`] = add(`atkinson-ext-${weight}`, "woff2", readFileSync(`${fonts}-latin-ext-${weight}-normal.woff2`));
}
add("icon", "svg", readFileSync("assets/icons/icon.svg"));
add("withy", "css", Buffer.from(styles(fontNames)));
add("withy", "js", Buffer.from(script()));
