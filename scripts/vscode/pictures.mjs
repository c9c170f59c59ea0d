// @ts-check
// Makes pictures of the editor small: it shows few colors, so a palette of them, kept without loss as WebP, takes a third of the room.
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheRoot, installOnce } from './setup.mjs';

const folder = path.join(cacheRoot, 'pictures');
const packages = { sharp: '0.35.5' };

/**
 * @param {Buffer} png
 * @param {string} file where it is written
 */
export async function writePicture(png, file) {
  await installOnce(folder, packages, { what: 'a library for pictures (30 MB)' });
  const sharp = createRequire(path.join(folder, 'package.json'))('sharp');
  const fewColors = await sharp(png).png({ palette: true, quality: 70, effort: 10, dither: 0 }).toBuffer();
  await sharp(fewColors).webp({ lossless: true, effort: 6 }).toFile(file);
}
