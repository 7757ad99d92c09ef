import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { publicPicture } from './public-picture.js';

/** A landscape held sideways, as a phone keeps it, with the place where it was taken. */
const fromAPhone = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#3366cc' } })
    .withExif({
      IFD0: { Make: 'Mihon', Artist: 'Mihon Taro' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 41/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '130/1 42/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('a photograph for everyone', () => {
  it('keeps no position and nothing else that the camera wrote, and stands upright', async () => {
    const original = await fromAPhone();
    const { orientation: turned, width } = await sharp(original).metadata();
    expect([original.includes('Mihon'), turned, width]).toEqual([true, 6, 640]);
    const drawn = await publicPicture(original);
    for (const { bytes } of [drawn?.large, drawn?.small].filter((each) => each !== undefined)) {
      const { exif, xmp, iptc, icc, orientation, format } = await sharp(bytes).metadata();
      expect([format, exif, xmp, iptc, icc, orientation]).toEqual(['jpeg', ...Array<undefined>(5).fill(undefined)]);
      expect(bytes.includes('Mihon')).toBe(false);
    }
    expect([drawn?.large.width, drawn?.large.height]).toEqual([400, 640]);
    expect([drawn?.small.width, drawn?.small.height]).toEqual([300, 480]);
  });

  it('is drawn small enough for a page, and a drawing without ground gets a white one', async () => {
    const wide = sharp({
      create: { width: 4000, height: 1000, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const drawn = await publicPicture(await wide.png().toBuffer());
    expect([drawn?.large.width, drawn?.large.height, drawn?.small.width]).toEqual([1600, 400, 480]);
    expect((await sharp(drawn?.small.bytes).stats()).dominant).toMatchObject({ r: 248, g: 248, b: 248 });
  });

  it('is none where the bytes are cut off, nothing, or of a kind that pages do not take', async () => {
    const whole = await fromAPhone();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('写真'), Buffer.alloc(0), svg]) {
      expect(await publicPicture(bytes)).toBeNull();
    }
  });
});
