import { decode, encode } from 'fast-png';

const mostColours = 256;

type Rgb = [number, number, number];

/**
 * A screenshot as a PNG with a palette, a third of its size: the colours used most, and in place of each other one, which
 * are the edges of letters, the nearest of those.
 */
export function withPalette(screenshot: Uint8Array): Uint8Array {
  const { width, height, channels, data } = decode(screenshot);
  const pixels = Array.from({ length: width * height }, (_, n) => colourAt(data, n * channels));
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => rgb(colour));
  const palette = byUse.slice(0, mostColours);
  const places = new Map(byUse.map((colour) => [number(colour), nearest(colour, palette)]));
  const indexes = Uint8Array.from(pixels, (colour) => places.get(colour) ?? 0);
  return encode({ width, height, data: indexes, channels: 1, depth: 8, palette }, { zlib: { level: 9 } });
}

function colourAt(data: ArrayLike<number>, at: number): number {
  return number([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
}

function number([red, green, blue]: Rgb): number {
  return (red << 16) | (green << 8) | blue;
}

function rgb(colour: number): Rgb {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearest([red, green, blue]: Rgb, palette: readonly Rgb[]): number {
  let best = 0;
  let least = Infinity;
  palette.forEach(([r, g, b], place) => {
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}
